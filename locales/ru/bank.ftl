# Банки наставников и наставляемых.

menu-my-profile = Мой профиль

bank-home =
    <b>Участники</b>

    Наставляемых: { $mentees }{ $mentees_free ->
        [0] {""}
       *[other] , без пары: { $mentees_free }
    }{ $mentees_listed ->
        [0] {""}
       *[other] , только в списке: { $mentees_listed }
    }
    Наставников: { $mentors }{ $mentors_free ->
        [0] {""}
       *[other] , без пары: { $mentors_free }
    }{ $mentors_listed ->
        [0] {""}
       *[other] , только в списке: { $mentors_listed }
    }
bank-no-programme =
    {""}
    Чтобы вести банки, создайте программу: это два нажатия. Кто уже присоединился, попадёт в неё сам.
bank-begin-programme = Создать программу
bank-mentees = Наставляемые
bank-mentors = Наставники
bank-without-pair = Без пары
bank-export = Выгрузить банки в .xlsx
bank-export-coming = Готовим файл: он придёт отдельным сообщением.
bank-import = Загрузить список людей

bank-list =
    <b>{ $side ->
        [mentor] Наставники
       *[mentee] Наставляемые
    }</b>: { $count }
bank-filtered = Фильтр: { $filter }.
bank-searched = По словам «{ $words }».
bank-row = { $fresh ->
    [no] <i>• { $name }, { $place }: { $status ->
        [matched] в паре
       *[other] давно не обновлялось
    }</i>
   *[yes] • { $name }, { $place }: { $status ->
        [listed] в списке, согласия ещё нет
        [new] { $days ->
            [0] присоединился сегодня
           *[other] присоединился, без пары дней: { $days }
        }
        [in_questionnaire] заполняет анкету
        [ready] { $days ->
            [0] готов к подбору пары
           *[other] готов к подбору, без пары дней: { $days }
        }
        [matched] в паре
        [waiting] ждёт пару, дней: { $days }
        [paused] на паузе
       *[left] выбыл
    }
}
bank-nobody = Никого не нашлось.
bank-search-hint =
    {""}
    <i>Чтобы найти, напишите имя, класс, должность или чем нужна помощь. Можно вместе с состоянием: 8А ждёт.</i>
bank-filter = Фильтр
bank-filter-hint =
    {""}
    Отметьте, кого показать. Или напишите, например: 8А ждёт.
bank-filter-show = Показать: { $count }
bank-filter-gone = Такого в списке больше нет. Выберите из того, что показано сейчас.
bank-forget-filter = Показать всех
bank-place-none = не указано
bank-source-none = откуда, не указано
# Коротко: по два на строке кнопок.
bank-state-free = без пары
bank-state-waiting = ждут
bank-state-ready = готовы
bank-state-in_questionnaire = в анкете
bank-state-new = новые
bank-state-listed = в списке
bank-state-matched = в паре
bank-state-stale = устарели
bank-state-paused = на паузе
bank-state-left = выбыли
# Как ещё об этом пишут; через запятую.
bank-state-said-free = нет пары, без наставника, без наставляемого
bank-state-said-waiting = ждёт, ждёт пару, ждут пару, ожидает, ожидают
bank-state-said-ready = готов, готова, готов к подбору, готова к подбору, готовы к подбору
bank-state-said-in_questionnaire = заполняет анкету, заполняют анкету
bank-state-said-new = новый, новая, присоединился, присоединилась, присоединились
bank-state-said-listed = только в списке, без согласия
bank-state-said-matched = есть пара, в парах
bank-state-said-stale = устарел, устарела, давно не обновлялись, давно не обновлялось
bank-state-said-paused = пауза, паузе
bank-state-said-left = выбыл, выбыла, ушёл, ушла, ушли
bank-source-said-pupil = ученица, ученики, школьник, школьница
bank-source-said-alumnus = выпускница, выпускники
bank-source-said-enterprise = предприятие, с предприятия, работодатель
bank-source-said-teacher = учитель, учителя, педагоги
bank-ask-stale = Попросить проверить данные
bank-stale-asked = { $count ->
    [one] Спросили { $count } человека: каждый ответит одним нажатием.
   *[other] Спросили { $count } человек: каждый ответит одним нажатием.
}

bank-card =
    <b>{ $name }</b>, { $side ->
        [mentor] наставник
       *[mentee] наставляемый
    }
    { $programme }
    Состояние: { $status }, с { DATE($since) }
bank-card-waits = Без пары дней: { $days }
bank-card-stale = <i>Данные не проверялись больше года.</i>
bank-card-paired = В паре: { $partners }
bank-fact = { $field }: { $value }
bank-request = { $voice ->
    [self] Запрос
    [class_teacher] Запрос со слов классного руководителя
    [psychologist] Запрос со слов психолога
   *[parent] Запрос со слов родителя
}, { DATE($on) }: { $request }
bank-selection = { $selection ->
    [selected] Отбор: включён в банк { DATE($selected_on) }
    [interviewed] Отбор: интервью { DATE($selected_on) }
    [declined] Отбор: отказ { DATE($selected_on) }, основание: { $ground }
   *[potential] Отбор: кандидат с { DATE($selected_on) }
}{ $decided ->
    [yes] , решение: { $by }
   *[no] {""}
}
bank-training = { $outside ->
    [yes] Обучение вне школы
   *[no] Обучение в школе
}: { $course }, { DATE($finished_on) }{ $hours ->
    [0] {""}
   *[other] , { $hours } ч
}{ $certified ->
    [no] {""}
   *[other] , удостоверение { $certificate }
}
bank-next =
    {""}
    { $next ->
        [listed] Дальше: передайте ссылку-приглашение. Без согласия запись удалится через 30 дней после загрузки.
        [accept] Дальше: подтвердите участие.
        [request] Дальше: узнайте и запишите запрос.
        [select] Дальше: проведите отбор.
        [declined] Отбор не пройден, пара не подбирается.
        [matched] Пара работает, встречи видны в разделе «Пары».
        [paused] На паузе: пара пока не подбирается.
        [left] Выбыл из программы.
       *[pair] Дальше: подберите пару.
    }
bank-edit = Изменить данные
bank-add-request = Записать запрос
bank-select = Отбор
bank-add-training = Записать обучение
bank-pause = Поставить на паузу
bank-resume = Вернуть к подбору
bank-listed-only = Этот человек пока только в списке: до согласия о нём хранятся лишь имя и класс или должность.

bank-status-listed = в списке
bank-status-new = присоединился
bank-status-in_questionnaire = заполняет анкету
bank-status-ready = готов к подбору пары
bank-status-matched = в паре
bank-status-waiting = ждёт пару
bank-status-paused = на паузе
bank-status-left = выбыл

bank-voice-self = со слов участника
bank-voice-class_teacher = со слов классного руководителя
bank-voice-psychologist = со слов психолога
bank-voice-parent = со слов родителя
bank-voice-ask =
    <b>{ $name }</b>

    Кто рассказал о запросе?
bank-voice-button-self = Сам участник
bank-voice-button-class_teacher = Классный рук.
bank-voice-button-psychologist = Психолог
bank-voice-button-parent = Родитель
bank-request-ask =
    <b>{ $name }</b>

    Отметьте темы запроса: выбрано { $picked }. Или напишите запрос своими словами, отмеченные темы тоже сохранятся.
bank-request-saved = Запрос записан.

bank-select-ask =
    <b>{ $name }</b>

    Что решили? Запишутся сегодняшняя дата и Ваше имя.
bank-select-interviewed = Интервью проведено
bank-select-selected = Включить в банк
bank-select-declined = Отказать
bank-ground-ask =
    <b>{ $name }</b>

    Напишите основание отказа одним предложением. Его видит только куратор.
bank-ground-needed = Для отказа нужно основание: напишите его одним предложением.
bank-selection-saved = Решение записано.

bank-training-ask =
    <b>{ $name }</b>

    Напишите одной строкой через точку с запятой: курс, а если есть, то часы, удостоверение и дату. Например:
    Основы наставничества; 36 ч; № 1024; 12.10.2026
bank-training-unclear = Не вижу названия курса. Напишите, например: Основы наставничества; 36 ч; 12.10.2026
bank-training-where =
    <b>{ $course }</b>
    { $hours ->
        [0] {""}
       *[other] Часов: { $hours }
    }
    Удостоверение: { $certificate }
    Дата: { DATE($finished_on) }

    Где проходило обучение?
bank-training-inside = В школе
bank-training-outside = Вне школы
bank-training-saved = Обучение записано.
bank-training-ahead = Дата обучения ещё не наступила. Напишите, когда оно закончилось.

bank-edit-fields =
    <b>{ $name }</b>

    { $own ->
        [yes] Что изменить?
       *[no] Что изменить? Участник получит сообщение, что данные изменил куратор.
    }
bank-edit-words =
    <b>{ $field }</b>
    Сейчас: { $value }

    { $hint }
bank-edit-one =
    <b>{ $field }</b>
    Сейчас: { $value }

    { $hint }
bank-edit-keys =
    <b>{ $field }</b>
    Выбрано: { $picked }

    { $hint }
bank-clear = Очистить
bank-saved = Сохранено.
bank-nothing = не заполнено
bank-number-wrong = Нужно целое число от 1 до { $most }.

bank-field-class_name = Класс
bank-field-class_teacher = Классный руководитель
bank-field-own_teacher = Свой классный руководитель
bank-field-post = Должность
bank-field-source = Откуда наставник
bank-field-workplace = Место работы или учёбы
bank-field-topics = Чем может помочь
bank-field-competences = Компетенции
bank-field-achievements = Достижения
bank-field-capacity = Сколько наставляемых
bank-field-wished_ages = Желаемый возраст
bank-field-free_time = Свободное время
bank-field-hours = Часов в месяц
bank-field-places = Где встречаться
bank-field-formats = Формат
bank-field-languages = Языки
bank-field-interests = Интересы
bank-field-conditions = Условия
bank-field-relatives = Родственники в программе

bank-hint-class_name = Напишите класс, например 7А.
bank-hint-class_teacher = Напишите фамилию и имя классного руководителя.
bank-hint-own_teacher = Может ли наставником быть свой классный руководитель?
bank-hint-post = Напишите должность или предмет, например «учитель химии».
bank-hint-source = Кто этот наставник?
bank-hint-workplace = Напишите организацию, в которой человек работает или учится.
bank-hint-topics = Отметьте темы, по которым наставник готов помогать.
bank-hint-competences = Напишите своими словами, в чём наставник силён.
bank-hint-achievements = Напишите важные достижения.
bank-hint-capacity = Напишите, сколько наставляемых можно вести одновременно.
bank-hint-wished_ages = Отметьте, с кем удобнее работать.
bank-hint-free_time = Отметьте, когда удобно встречаться.
bank-hint-hours = Напишите, сколько часов в месяц есть на встречи.
bank-hint-places = Отметьте, где удобно встречаться.
bank-hint-formats = Отметьте подходящий формат.
bank-hint-languages = Отметьте языки, на которых удобно общаться.
bank-hint-interests = Отметьте интересы.
bank-hint-conditions = Отметьте, что поможет заниматься. Диагнозы и документы о здоровье не нужны: важно только, как удобнее.
bank-hint-relatives = Напишите, кто из родственников участвует в программе или работает в школе: их не поставят в одну пару.

bank-source-pupil = Ученик
bank-source-alumnus = Выпускник
bank-source-enterprise = Сотрудник предприятия
bank-source-teacher = Педагог

bank-own_teacher-avoid = Лучше не он
bank-own_teacher-any = Можно и он

my-profiles =
    <b>Мой профиль</b>
    { $count ->
        [0] Пока пусто: анкета появится, когда куратор начнёт программу.
       *[other] Выберите программу.
    }
my-profile =
    <b>{ $programme }</b>
    Вы { $side ->
        [mentor] наставник
       *[mentee] наставляемый
    }, состояние: { $status }
my-profile-stale = <i>Данные не проверялись больше года. Если они верны, нажмите «Всё верно».</i>
my-profile-gone = Этой записи больше нет.
my-profile-ok = Всё верно
my-profile-edit = Изменить
my-profile-request = Мой запрос
my-request-ask =
    <b>Мой запрос</b>

    Отметьте темы, в которых нужна помощь: выбрано { $picked }. Или напишите своими словами. Новый запрос заменит прежний.
bank-confirmed = Спасибо, данные подтверждены на год.
bank-changed-notice = Куратор изменил данные в Вашей анкете. Посмотрите, всё ли верно.
bank-changed-look = Посмотреть
bank-yearly = Прошёл год: верны ли ещё Ваши данные в программе «{ $programme }»? Если что-то изменилось, исправьте в разделе «Мой профиль».
bank-yearly-yes = Всё верно

bank-export-file = Банки
bank-export-caption = Базы наставляемых и наставников на { DATE($day) }. В файле персональные данные: храните его по правилам школы. Людей, которые есть только в списке, в файле нет.
bank-sheet-mentee = База наставляемых
bank-sheet-mentor = База наставников
bank-column-number = №
bank-column-name = ФИО
bank-column-contact = Контакт
bank-column-birth-year = Год рождения
bank-column-request = Основной запрос
bank-column-entered = Дата вхождения
bank-column-mentor = ФИО наставника
bank-column-form = Форма наставничества
bank-column-mentor-place = Место работы (учёбы) наставника
bank-column-ended = Дата завершения
bank-column-results = Результаты
bank-column-link = Ссылка на кейс (отзыв)
bank-column-done = Отметка о прохождении
bank-column-place = Место работы (учёбы)
bank-column-competences = Компетенции
bank-column-achievements = Важные достижения
bank-column-interests = Интересы
bank-column-ages = Желаемый возраст наставляемых
bank-column-time = Ресурс времени
bank-column-mentees = ФИО наставляемых
bank-column-mentee-place = Место учёбы (работы) наставляемых
bank-done = пройдено
bank-hours = { $hours } ч в месяц
bank-result = { $status ->
    [completed] программа пройдена, встреч: { $count }
    [ended_early] завершена досрочно, встреч: { $count }
   *[other] в работе, встреч: { $count }
}
bank-changed = <i>Изменено куратором { DATE($changed_on) }, владелец ещё не подтвердил.</i>
bank-accept = Подтвердить участие
bank-accepted = Участие подтверждено.
bank-find-pair = Подобрать пару
my-profile-changed = <i>Куратор изменил данные { DATE($changed_on) }. Если они верны, нажмите «Всё верно».</i>
