# Сведения об организации, списки школ, реестры, подписи.

menu-place = Сведения
menu-registers = Реестры
menu-signing = На подпись
calendar-five = Пятидневная неделя
calendar-six = Шестидневная неделя
place =
    <b>{ $name }</b>
    Коротко: { $short }
    Время: { $city } (UTC{ $hours })
    { $calendar }
place-name-button = Название
place-short-button = Кратко
place-zone-button = Часовой пояс
place-calendar-button = Неделя
place-name = Сейчас: { $name }. Напишите новое полное название.
place-short = Краткое название стоит на кнопках и в списках. Сейчас: { $short }. Напишите новое, например: СОШ № 5.
place-no-short = Без краткого
place-zone = Сейчас: { $city } (UTC{ $hours }). Выберите или напишите город либо разницу: МСК+2, UTC+5.
place-calendar = По какой неделе работает организация? От этого зависят сроки в рабочих днях.
place-saved = Сохранено.
zone-not-understood = Такого города я не знаю. Выберите пояс кнопкой или напишите разницу: МСК+2, UTC+5.
schools-load = Загрузить списком
school-links-button = Ссылки всем кураторам
school-head-button = Ссылка для директора
school-head-link =
    <b>{ $organisation }</b>

    Ссылка для руководителя школы (на трёх человек, 30 дней):
    { $link }
school-list-ask =
    Пришлите список школ файлом .xlsx или .csv. В первой строке заголовки: название, краткое название, город. Обязательно только название.

    Сначала покажу, что получится. Без подтверждения ничего не сохранится.
school-list-taken = Файл получен, читаю. Результат придёт сообщением.
school-list-no-document = Это не файл таблицы. Пришлите .xlsx или .csv как документ.
school-list-unreadable = В файле не нашлось списка школ. Нужна таблица .xlsx или .csv (до { $most } строк) с названием школы в каждой строке.
school-list-too-long = В файле больше { $most } школ. Разделите его на части.
school-list-preview =
    <b>Список школ прочитан</b>
    Новых: { $fresh }
    { $known ->
        [0] Уже подключённых в списке нет.
       *[other] Уже есть: { $known } ({ $names }). Их данные обновятся, вторых не появится.
    }
    { $faults ->
        [0] Ошибок нет.
       *[other] Не будут взяты строки: { $rows }. Без названия: { $nameless }, повторы: { $twice }, слишком длинные: { $long }, неизвестный город: { $zone }.
    }
school-list-save = Сохранить
school-list-saving = Сохраняю. Результат придёт сообщением.
school-list-saved = Школы сохранены: добавлено { $added }, обновлено { $updated }. Теперь передайте кураторам ссылки.
register-curators =
    <b>Реестр кураторов</b>
    Назначены: { $count }. Без приказа: { $unordered }. Без обучения: { $untrained }.
    { $without ->
        [0] Кураторы есть во всех школах.
       *[other] Школ без куратора: { $without }
    }
register-adults =
    <b>Наставники и молодые педагоги</b>
    Взрослых наставников: { $mentors }. Педагогов с наставником: { $teachers }.
register-person = • { $name }, { $role } ({ $place })
register-sheet = Таблица .xlsx
register-adults-button = Наставники, педагоги
register-caption = { $title }. Строк: { $count }.
register-title-curators = Реестр кураторов
register-title-adults = Реестр наставников и педагогов
register-title-links = Ссылки кураторам
register-nobody = не назначен
register-school = Школа
register-link = Ссылка для куратора
register-until = Действует до
register-name = ФИО
register-order = Номер приказа
register-ordered = Дата приказа
register-contact = Контакт
register-training = Обучение
register-since = В роли с
register-role = Роль
register-post = Должность, предмет
register-programme = Программа
signing =
    <b>На подпись</b>: { $count }
    { $count ->
        [0] Сейчас подписывать нечего.
       *[other] Выберите документ, чтобы записать номер и дату.
    }
signing-row = • { $title }
signing-standing = Как идёт программа: пар { $pairs }, просрочено мероприятий { $overdue }, ждут наставника { $alone }.
signing-order =
    { $title }

    Напишите номер и дату приказа, например: 12-о от { FULL($day) }. Без даты запишется сегодняшняя.
sign-appointment = Приказ о назначении куратора: { $name }
sign-done = Номер и дата записаны.
sign-day-ahead = Дата приказа ещё не наступила. Напишите сегодняшнюю или прошедшую.
register-line = • { $name }
register-more = <i>Показаны первые { $named }, остальные в таблице.</i>

partners-button = Организации-партнёры
partners =
    <b>Организации-партнёры</b>: { $count }
    { $count ->
        [0] Предприятие, колледж или вуз, откуда приходят наставники. Добавьте первую.
       *[other] Выберите организацию: сведения и ссылка для её наставников.
    }
partner-row = • { $name }: { $kind }{ $mentors ->
    [0] {""}
   *[other] , наставников { $mentors }
}
partners-add = Добавить партнёра
partner-kind = Что это за организация?
partner-kind-employer = Работодатель
partner-kind-college = Колледж
partner-kind-university = Вуз
partner-kind-other = Другая организация
partner-name = Напишите название организации, как оно должно стоять в отчётах.
partner-exists = Организация с названием «{ $name }» здесь уже есть. Напишите другое название.
partner-added = Партнёр добавлен.
partner-gone = Этой организации здесь больше нет.
partner-card =
    <b>{ $name }</b>
    { $kind }{ $own ->
        [yes] {""}
       *[no] , общий партнёр управления
    }
    Наставников отсюда: { $mentors }
partner-link-button = Ссылка для наставников
partner-particulars = Название и часовой пояс
partner-link =
    <b>{ $name }</b>

    По этой ссылке сотрудники или студенты партнёра становятся наставниками школы, место работы (учёбы) запишется само (90 дней):
    { $link }
bank-partner = Организация-партнёр
bank-partner-ask = { $count ->
    [0] У школы пока нет партнёров. Добавьте их: «Люди», «Сведения», «Организации-партнёры».
   *[other] Из какой организации этот наставник?
}
bank-partner-none = Ни из какой
