# Согласование проекта дорожной карты: замечания к строкам, подпись руководителя, приказ.

agreeing-button = { $remarks ->
    [0] Согласование
   *[other] Замечания: { $remarks }
}
agreeing =
    <b>Согласование</b>
    Кого попросить посмотреть проект? Бот пришлёт им строки, замечания вернутся к Вам утренней сводкой.
agreeing-nobody =
    <b>Согласование</b>
    В боте пока нет никого, кто мог бы посмотреть проект: ни руководителя, ни методического совета, ни управления. Пригласите их: «Роли и приглашения» в главном меню.
agreeing-circle = { $role ->
    [head] Руководитель
    [council] Методический совет
    [methodologist] Методисты
   *[department] Управление
} ({ $people }){ $asked ->
    [yes] {" "}· попросили
   *[no] {""}
}
agreeing-asked = { $count ->
    [1] Просьба отправлена.
   *[other] Просьба отправлена, людей: { $count }.
}
agreeing-remarks = Ответить на замечания: { $remarks }
agreeing-withdraw = Отозвать с подписи
agreeing-withdrawn = Проект снова у Вас, его можно исправлять.
agreeing-remark =
    <b>{ $number } { $title }</b>
    Замечание ({ $by }): { $text }

    Осталось замечаний: { $count }. Исправьте строку и нажмите «Учтено» или напишите ответ.
agreeing-remark-none = Замечаний без ответа нет.
agreeing-taken = Учтено
agreeing-row = Открыть строку
agreeing-answered = Ответ увидят в утренней сводке.

remarks-wanted =
    <b>Просьба посмотреть проект</b>
    { $school }, { $curator }: «{ $title }». Пришлите замечания к строкам, если они есть.
remarks-open = Посмотреть строки
remarks-nobody = В боте пока нет никого с этой ролью.
remarks-over = Этот проект уже утверждён или заменён: замечания к нему больше не принимаются.
remarks-not-asked = Куратор пока не просил замечаний к этому проекту.
remarks-digest = { $count ->
    [one] Новое замечание к проекту «{ $title }»
   *[other] Новые замечания к проекту «{ $title }»: { $count }
}
remarks-digest-open = Замечания
remarks-digest-answer = { $how ->
    [words] Ответ на Ваше замечание к строке { $number } ({ $school }): { $answer }
   *[taken] Ваше замечание к строке { $number } учтено ({ $school }).
}

remarking =
    <b>Проект дорожной карты</b>
    { $title }
    Мероприятий: { $total }. Нажмите номер строки, чтобы написать замечание.

    { $list }
remarking-row =
    <b>{ $number }</b> { $title }
    Срок: { $deadline }. Исполнители: { $people }{ $remarks ->
        [0] {""}
       *[other] . Замечаний: { $remarks }
    }
remarking-card =
    <b>{ $number } { $title }</b>
    Срок: { $deadline }
    Исполнители: { $people }
    Результат: { $result }
remarking-said = • { $by }: { $text }{ $state ->
    [waits] {""}
    [words] {" "}— ответ: { $answer }
   *[taken] {" "}— учтено
}
remarking-ask =
    {""}
    Напишите замечание к этой строке.
remarking-done = Замечание записано. Куратор увидит его в утренней сводке.
remarking-sign = Подписать: номер и дата
remarking-give-back = Вернуть куратору
remarking-back-ask =
    <b>Вернуть куратору</b>
    Что исправить? Напишите, и куратор получит Ваши слова сразу.
remarking-given-back = Проект возвращён куратору.

sign-roadmap = { $title }, мероприятий: { $count }
signing-look = Посмотреть
roadmap-to-sign =
    <b>На подпись</b>
    { $curator } передаёт Вам на утверждение: «{ $title }». После подписи карта начнёт действовать.
roadmap-to-sign-look = Посмотреть и подписать
roadmap-unsigned =
    <b>Дорожная карта не подписана</b>
    «{ $title }» вернулась к Вам: { $note }
roadmap-signed =
    <b>Дорожная карта утверждена</b>
    «{ $title }» действует: приказ № { $number } от { FULL($day) }.
roadmap-with-head = Проект лежит у руководителя на подписи. Чтобы исправить его, сначала отзовите с подписи: «Согласование».
roadmap-not-with-head = Этот проект не лежит на подписи: он уже подписан или отозван.
roadmap-no-head = Руководителя в боте нет. Подтвердите карту сами и укажите приказ.
roadmap-draft-lies =
    {""}
    Проект лежит у руководителя на подписи. После подписи карта начнёт действовать сама.
roadmap-sent-to-head = Проект передан руководителю на подпись.
roadmap-sign =
    <b>Кто утверждает?</b>
    Руководитель может подписать карту в боте. Если приказ уже есть на бумаге, укажите его номер и дату.
roadmap-sign-send = Передать на подпись
roadmap-sign-paper = Приказ уже есть
roadmap-order-ask =
    <b>Приказ об утверждении</b>
    Напишите номер и дату, например: 12-о от 05.09.2026. Без даты запишется сегодняшняя.
roadmap-look-order = Утверждена приказом № { $number } от { FULL($day) }.
roadmap-look-order-button = Указать приказ

roadmap-new-rows = <b>Дорожная карта действует: { $organisation }</b>
roadmap-new-rows-mine = { $count ->
    [one] Вам поручено { $count } мероприятие
    [few] Вам поручено { $count } мероприятия
   *[many] Вам поручено { $count } мероприятий
}, ближайший срок: { $has_due ->
    [yes] { DAY($due) }
   *[no] не назначен
}.
roadmap-new-rows-open = Мои поручения

roadmap-start-button = Начать с образца
roadmap-start =
    <b>Начать с образца</b>
    Выберите образец. Любую строку потом можно исправить, ничего не начнёт действовать, пока Вы не подтвердите.
roadmap-start-year =
    <b>{ $name }</b>
    На какой учебный год поставить сроки? Выберите или напишите, например: { $year }.
roadmap-started = Черновик готов: проверьте строки.
