# Кто есть кто, приглашения, организации.

role-department = Сотрудник управления
role-curator = Куратор
role-mentor = Наставник
role-mentee = Наставляемый
role-methodologist = Методист
role-head = Руководитель
role-council = Методический совет
role-executor = Исполнитель
role-representative = Законный представитель

role-as-department = сотрудник управления
role-as-curator = куратор
role-as-mentor = наставник
role-as-mentee = наставляемый
role-as-methodologist = методист
role-as-head = руководитель
role-as-council = член методического совета
role-as-executor = исполнитель
role-as-representative = законный представитель

home-hello = { $name }, здравствуйте!
home-seat = { $role }: { $organisation }
home-deputy = Вы замещаете другого человека.
home-hat = { $role }: { $place }
home-hats = Другая роль
home-which-hat = От чьего имени продолжить?
home-group = <b>{ $title }</b>
home-admin = Администратор бота
home-choose = Что нужно сделать?
home-stranger =
    Здравствуйте! Этот бот помогает вести программы наставничества в школе.

    Чтобы начать, откройте ссылку-приглашение: её даёт куратор школы, а куратору управление образования.

menu-group-more = Ещё
menu-group-people = Люди
menu-group-papers = Документы

menu-departments = Управления образования
menu-schools = Школы
menu-participants = Участники

join =
    <b>{ $organisation }</b> приглашает Вас. Ваша роль: { $role }.

    Вы записаны как: <b>{ $name }</b>
    Если имя другое, напишите его сообщением.
join-confirm = Всё верно
join-refuse = Не сейчас
joined = Готово. Ваша роль: { $role }.
joined-already = Вы уже присоединились по этой ссылке.
joined-notice = { $role ->
    [mentor] Новый наставник: { $name }, { $organisation }. Сколько придёт сегодня ещё, видно в разделе «Приглашения».
    [mentee] Новый наставляемый: { $name }, { $organisation }. Сколько придёт сегодня ещё, видно в разделе «Приглашения».
    [curator] Новый куратор: { $name }, { $organisation }.
   *[other] Новый сотрудник: { $name }, { $organisation }.
}
invite-unknown = Эта ссылка не подходит: проверьте, что она скопирована целиком, или попросите новую у того, кто её прислал.
invite-over = Ссылка больше не действует. Попросите новую там, откуда она пришла: { $organisation }.

departments =
    <b>Управления образования</b>: { $count }
    { $count ->
        [0] Пока нет ни одного. Добавьте первое.
       *[other] Выберите управление, чтобы получить ссылку для его сотрудников.
    }
departments-add = Добавить управление
department-name = Напишите полное название управления образования.
department-link =
    <b>{ $organisation }</b>

    Ссылка для сотрудников (на трёх человек, 14 дней):
    { $link }

schools =
    <b>Школы</b>: { $count }
    { $count ->
        [0] Пока нет ни одной. Добавьте первую.
       *[other] { $lonely ->
            [0] Во всех школах есть куратор.
           *[other] Без куратора: { $lonely }. Выберите школу, чтобы получить ссылку.
        }
    }
schools-add = Добавить школу
school-name = Напишите название школы, как оно должно стоять в отчётах.
school-exists = Школа с названием «{ $name }» уже есть. Напишите другое название.
school-link =
    <b>{ $organisation }</b>

    Ссылка для куратора школы (на трёх человек, 30 дней):
    { $link }

participants-invite-mentor = Пригласить наставника
participants-invite-mentee = Пригласить наставляемого
participants-link-mentor =
    Перешлите эту ссылку наставникам (90 дней):
    { $link }
participants-link-mentee =
    Перешлите эту ссылку наставляемым (90 дней):
    { $link }

claim-connected = Этот человек уже подключён к боту: личная ссылка ему не нужна.
claim-link-ask =
    <b>{ $name }</b>

    Личная ссылка: по ней человек увидит, что о нём записано, подтвердит и продолжит в боте с той же анкетой, парой и согласиями. Работает один раз, до { DATE($until) }. Передайте её только ему:
    { $link }
claim-link = Личная ссылка
claim-link-code = Показать QR-код
claim-link-revoke = Отозвать ссылку
claim-link-revoked = Ссылка больше не действует.
claim-held =
    <b>{ $organisation }</b>

    Вы уже записаны в программе, с Ваших слов или с бумаги:
    { $name }{ $placed ->
        [yes] , { $place }
       *[no] {""}
    }, { $role }.
claim-paired = { $side ->
    [mentor] У Вас есть наставляемый.
   *[other] У Вас есть наставник.
}
claim-consents = Согласия записаны ({ $consents }).
claim-form = Заполнена анкета «{ $title }»: ответы покажем следом.
claim-ask =
    {""}
    Всё верно?
claim-ask-child = <i>Ссылка только для самого участника. Родителю нужна своя, её даёт куратор.</i>
claim-right = Всё верно
claim-fix = Это я, исправить
claim-not-me = Это не я
claim-not-me-done = Спасибо, что сказали. О Вас ничего не записано, куратор знает.
claim-other = Эта ссылка для записи «{ $name }», а Вы в боте уже записаны как { $mine }: соединить две записи может только куратор, мы ему сообщили.
claim-done-notice = { $name }: теперь в Telegram, по личной ссылке. Запись, пара и ответы прежние.
claim-not-me-notice = Личную ссылку для участника { $name } открыл кто-то другой и нажал «Это не я». Ссылка отозвана. Новую даст карточка участника.
claim-other-notice = { $known ->
    [yes] Личную ссылку для участника { $name } открыл { $other }: у него в боте уже есть запись.
   *[no] Личную ссылку для участника { $name } открыл человек, у которого в боте уже есть запись.
} Если это один человек, удалите лишнюю запись (раздел «Удаление данных»), и пусть откроет ссылку ещё раз.

departments-region = Регион: { $name }
departments-add-region = Добавить регион
region-name = Напишите название регионального органа управления образованием, например: Министерство образования области.
department-region = { $within ->
    [yes] Регион: { $region }
   *[no] В регион не входит.
}
department-region-button = Регион
department-which-region =
    <b>{ $organisation }</b>

    В какой регион входит управление? Сотрудники региона увидят его школы так же, как само управление: взрослых поимённо, детей числами.
department-no-region = Ни в какой
claim-release-no = Этот человек подключился сам, не по личной ссылке, или у него есть и другие роли: отключить его отсюда нельзя.
claim-release = Отключить Telegram
claim-release-ask =
    <b>{ $name }</b>

    Записью пользуется кто-то другой? Этот Telegram отключится: запись, пара и ответы останутся, войти в неё отсюда будет нельзя. Потом дайте новую личную ссылку.
claim-release-yes = Отключить
claim-released = Telegram отключён. Новую личную ссылку даёт карточка.
