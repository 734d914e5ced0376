# «Мои данные»: что хранится о человеке, по разделам.

menu-own-data = Мои данные
own-data =
    Пришлю всё, что хранится о Вас или о ребёнке, которого Вы представляете: документ для чтения и файл .json для переноса. Слов других людей в них нет.

    Чьи данные прислать?
own-data-mine = Мои данные
own-data-of-child = Данные: { $child }
own-data-sent = Файлы придут следующими сообщениями.
own-data-caption = Всё, что о человеке хранится, для чтения.
own-data-json-caption = То же для переноса в другую программу.
own-data-file-name = dannye
own-data-title =
    СВЕДЕНИЯ О ПЕРСОНАЛЬНЫХ ДАННЫХ
    участник № { $number }
own-data-about = Составлено { DATE($day) } по просьбе участника или его законного представителя. Слова и оценки других людей не приводятся.
own-data-table = { $title } (записей: { $count })
own-data-more = Более ранние записи (ещё { $count }) – в файле .json.
own-data-what = Что
own-data-value = Значение
data-yes = да
data-no = нет

data-area-person = Человек
data-area-seats = Роли и организации
data-area-bank = Банк наставников и наставляемых
data-area-pairs = Пары
data-area-meetings = Встречи
data-area-answers = Анкеты
data-area-messages = Сообщения и документы
data-area-rights = Согласия и права

data-table-person = Сведения о человеке
data-table-chat = Место в разговоре с ботом
data-table-membership = Роли в организациях
data-table-appointment = Назначение приказом
data-table-deputy = Замещения
data-table-executor = Исполнитель дорожной карты
data-table-joining = Присоединение к программе
data-table-representation = Законное представительство
data-table-invite = Ссылки для законных представителей
data-table-profile = Карточка в банке
data-table-request = Запросы
data-table-training = Обучение
data-table-match-suggestion = Предложения при подборе пары
data-table-pair-member = Участие в парах
data-table-pair-application = Заявления
data-table-application-answer = Ответы на заявления
data-table-council-case = Вопросы методическому совету о паре
data-table-council-marks = Оценки итогов пар в методическом совете
data-table-pair-event = История пар
data-table-personal-plan = Персональные программы
data-table-plan-item = Цели и мероприятия программ
data-table-plan-change = Изменения программ
data-table-meeting = Встречи
data-table-meeting-slot = Постоянное время встреч
data-table-meeting-file = Файлы встреч
data-table-file = Присланные файлы
data-table-attendance = Присутствие на встречах
data-table-lesson-release = Освобождения от уроков
data-table-outing-consent = Согласия на встречи вне школы
data-table-feedback = Отзывы о встречах
data-table-survey-response = Анкеты
data-table-survey-answer = Ответы на вопросы анкет
data-table-question = Вопросы куратору
data-table-outbox = Сообщения бота
data-table-mentions = Имя в сообщениях и заметках других
data-table-wished-notice = Выбранные уведомления
data-table-parcel = Документы, выданные по ссылке или оператором
data-table-job = Обработка присланных файлов
data-table-calendar-link = Ссылки на календарь
data-table-consent = Согласия
data-table-erasure = Удаление данных
data-table-audit = Журнал действий с данными

data-table-match-rule = Отметки куратора для подбора
data-table-support = Поддержка до подбора пары
data-table-mentor-check = Проверка и подготовка наставника
data-table-mentor-loan = Предложения другим школам
data-table-silence-question = Вопросы «как дела?»
data-table-trial-verdict = Решения после пробной встречи
data-table-pair-message = Сообщения в паре
data-table-help-call = Просьбы о помощи
data-column-offered-at = Предложено
data-column-passed = Пройдено
data-column-noted-on = Когда отмечено
data-column-asked-on = Когда спрошено
data-column-advised-at = Когда дан совет
data-column-called-at = Когда позвали
data-column-mistaken-at = Отмечено как ошибка
data-column-id = Номер
data-column-name = Имя или название
data-column-given = Какое слово имя
data-column-birth-year = Год рождения
data-column-phone = Телефон
data-column-telegram-id = Номер в Telegram
data-column-locale = Язык
data-column-created-at = Когда внесено
data-column-organisation-id = Организация
data-column-role = Роль
data-column-since = С какого времени
data-column-until = До какого времени
data-column-ended-at = Прекращено
data-column-order-number = Номер приказа
data-column-ordered-on = Дата приказа
data-column-contact = Контакт
data-column-training = Подготовка
data-column-starts-on = Первый день
data-column-ends-on = Последний день
data-column-words = Как указано в документе
data-column-decided-at = Когда решено
data-column-programme-id = Программа
data-column-admitted-at = Принят
data-column-expires-at = Действует до
data-column-used = Сколько раз использована
data-column-side = Сторона
data-column-status = Состояние
data-column-status-since = В этом состоянии с
data-column-class-name = Класс
data-column-post = Должность
data-column-workplace = Место работы или учёбы
data-column-class-teacher = Классный руководитель
data-column-relatives = Родственники в организации
data-column-conditions = Условия
data-column-source = Откуда наставник
data-column-competences = Компетенции
data-column-topics = Темы
data-column-achievements = Достижения
data-column-capacity = Сколько наставляемых одновременно
data-column-wished-ages = Желаемый возраст наставляемых
data-column-free-time = Свободное время
data-column-free-time-note = О свободном времени
data-column-selection = Отбор
data-column-selected-on = Дата отбора
data-column-selection-ground = Основание отбора
data-column-traits = Из анкет
data-column-accepted-at = Принят куратором
data-column-checked-at = Последняя сверка
data-column-text = Текст
data-column-voiced-by = Кто сообщил
data-column-withdrawn-at = Отозвано
data-column-course = Курс
data-column-outside = Вне организации
data-column-hours = Часов
data-column-certificate = Удостоверение
data-column-finished-on = Окончен
data-column-made-at = Когда составлено
data-column-pair-id = Номер пары
data-column-is-primary = Основной наставник
data-column-joined-on = Вошёл в пару
data-column-left-on = Вышел из пары
data-column-answer = Ответ
data-column-answered-at = Когда отвечено
data-column-reason = Причина
data-column-shares-phone = Телефон показан паре
data-column-kind = Вид
data-column-what = Что сделано
data-column-after = Состояние пары после этого
data-column-at = Когда
data-column-title = Название
data-column-due-on = Срок
data-column-expected = Ожидаемый результат
data-column-actual = Что получилось
data-column-told-on = Отмечено наставляемым
data-column-done-on = Выполнено
data-column-begun-at = Начата
data-column-approved-at = Утверждена
data-column-was = Было
data-column-became = Стало
data-column-held-on = День встречи
data-column-starts-at = Начало
data-column-minutes = Минут
data-column-place = Место
data-column-shared-note = Общая заметка
data-column-agreed = Договорённости
data-column-note = Заметка
data-column-rule = Правило повторения
data-column-file-id = Файл
data-column-present = Присутствие
data-column-marked-at = Когда отмечено
data-column-asked-at = Когда спрошено
data-column-number = Номер или число
data-column-signed-on = Подписано
data-column-mark = Оценка
data-column-mood = Настроение (1 – плохое, 3 – хорошее)
data-column-voice-id = Голосовое сообщение
data-column-shared = Слова открыты напарнику
data-column-channel = Как получено
data-column-given-at = Когда дан
data-column-form = Анкета
data-column-started-at = Начата
data-column-completed-at = Отправлена
data-column-question = Вопрос
data-column-sent-at = Отправлено
data-column-taken-at = Когда принято
data-column-done-at = Исполнено
data-column-revoked-at = Отозвано
data-column-purpose = На что
data-column-version = Редакция текста
data-column-giver = Кем дано
data-column-photo-id = Фото бумаги
data-column-given-on = Дата
data-column-recorded-at = Когда записано
data-column-due-at = Срок
data-column-cancelled-at = Отменено
data-column-response-id = Номер анкеты
data-column-args = Подробности

data-word = { $word ->
    [mentor] наставник
    [mentee] наставляемый
    [curator] куратор
    [department] сотрудник управления
    [methodologist] методист
    [head] руководитель
    [council] методический совет
    [executor] исполнитель
    [representative] законный представитель
    [self] сам участник
    [button] кнопкой в боте
    [paper] на бумаге
    [chat] в боте
    [spoken] со слов
    [proposed] предложено
    [agreed] согласовано
    [ordered] в приказе
    [active] действует
    [paused] пауза
    [completed] завершено
    [ended_early] завершено досрочно
    [cancelled] отменено
    [planned] запланирована
    [held] проведена
    [missed] не состоялась
    [moved] перенесена
    [disputed] оспорена
    [skipped] отложено
    [accepted] принято
    [open] рассматривается
    [granted] удовлетворено
    [declined] отклонено
    [difficulty] трудность
    [results] итоги
    [council-difficulty] трудность передана совету
    [council-results] итоги переданы совету
    [council-advised] рекомендация совета
    [council-shared] рекомендация передана паре
    [extension] продление
    [replacement] замена
    [relief] освобождение от наставничества
    [helper] помощник
    [award] поощрение
    [yes] да
    [no] нет
    [ask] есть вопрос
    [propose] предложение пары
    [agree] все согласились
    [reopen] возврат к согласованию
    [order] включение в приказ
    [recall] отзыв из приказа
    [sign] приказ подписан
    [activate] начало работы
    [pause] пауза
    [resume] возобновление
    [complete] завершение
    [end] досрочное завершение
    [cancel] отмена
    [undo] отмена завершения
    [extend] продление
    [join] вход в группу
    [leave] выход из группы
    [primary] смена основного наставника
    [phone] показ телефона
    [link] ссылка на видеосвязь
    [class_teacher] классный руководитель
    [psychologist] психолог
    [parent] родитель
    [pupil] ученик
    [alumnus] выпускник
    [enterprise] предприятие
    [teacher] педагог
    [potential] предварительно
    [interviewed] собеседование проведено
    [selected] отобран
    [meeting] знакомство
    [acquaintance] знакомство
    [trial] пробная
    [planning] планирование
    [work] рабочая
    [final] итоговая
    [withdrawn] отзыв согласия
    [asked] просьба человека
    [paper_demand] письменное требование
    [expired] истёк срок согласия
    [never] согласие не получено
    [ru] русский
    [en] английский
    [minors] работа с несовершеннолетними
    [training] подготовка
    [busy] занят
    [ill] болезнь
    [unfit] не подходим друг другу
    [help] нужна помощь
    [well] всё хорошо
    [text] текст
    [voice] голосовое
    [photo] фото
   *[other] { $word }
}
