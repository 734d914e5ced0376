# Исполнители словами и кто за ними стоит; поручения школам; мероприятия по всем школам.

roadmap-card-issuer = Поручение: { $issuer }

roadmap-executors-button = { $unnamed ->
    [0] Исполнители
   *[other] Исполнители: подтвердить { $unnamed }
}
roadmap-executors =
    <b>Исполнители</b>
    { $waiting ->
        [0] Кого из дорожной карты кто исполняет. Чтобы изменить, нажмите название.
       *[other] Бот предлагает, кто исполняет мероприятия. Проверьте и подтвердите всё сразу или исправьте по одному: нажмите название. Ответ запомнится и для следующих карт.
    }

roadmap-executor = • { $words } ({ $activities ->
    [one] { $activities } мероприятие
    [few] { $activities } мероприятия
   *[many] { $activities } мероприятий
}): { $decided ->
    [yes] { $holder }
   *[no] <i>{ $holder }?</i>
}{ $gone ->
    [yes] {" "}(бот отключён, о сроках узнаёте Вы)
   *[no] {""}
}
roadmap-executors-none = В действующей дорожной карте исполнители не названы: все мероприятия у тех, кто её ведёт.
roadmap-executors-accept = Всё верно: { $waiting }
roadmap-executors-accepted = { $count ->
    [0] Подтверждать было нечего.
   *[other] Подтверждено: { $count }.
}
roadmap-executor-ask =
    <b>{ $words }</b>
    Кто это? Сейчас: { $holder }.

    Выберите роль или человека. Кого нет в списке, сначала пригласите в бот.
roadmap-executor-saved = Записано.
roadmap-holder-keepers = мы сами, кто ведёт карту
roadmap-holder-schools = каждая школа
roadmap-holder-head = руководитель
roadmap-holder-council = методический совет
roadmap-holder-methodologist = методист
roadmap-holder-undecided = не решено

roadmap-spread =
    <b>Поручения переданы школам</b>
    Школ: { $schools }. Поручений у школы: { $count ->
        [one] { $count }
       *[other] до { $count }
    }. О сроках кураторам напомнит утренняя сводка. Школа, которую Вы подключите позже, получит открытые поручения сама.
roadmap-spread-open = Открыть мероприятия

roadmap-to-activities = По мероприятиям
roadmap-to-schools = По школам
roadmap-columns =
    <b>Мероприятия по школам</b>
    Сначала незакрытые с ближайшим сроком. Нажмите номер, чтобы увидеть школы.

roadmap-column =
    <b>{ $number }</b> { $title }
    <i>{ $has_due ->
        [yes] до { DAY($due) }, закрыли
       *[no] без даты, закрыли
    } { $closed } из { $total }{ $overdue ->
        [0] {""}
       *[other] , просрочили { $overdue }
    }</i>
roadmap-columns-none = Школам пока ничего не поручено. Откройте «Дорожная карта», «Исполнители» и отметьте, какие исполнители означают школы.
roadmap-column-card =
    <b>{ $number } { $title }</b>
    { $has_due ->
        [yes] Срок: до { DATE($due) }
       *[no] Без даты
    }. Закрыли { $closed } из { $total }.

roadmap-column-group = <b>{ $state ->
    [late] Просрочили
    [going] В работе
   *[closed] Закрыли
}: { $count }</b>
    { $names }{ $more ->
        [0] {""}
       *[other] {" "}и ещё { $more }
    }
roadmap-remind-all = Напомнить тем, кто не закрыл: { $waiting }
roadmap-remind-school = Напомнить кураторам школы
roadmap-reminded = { $told ->
    [0] Новых напоминаний нет.
   *[other] Напоминание отправлено, школ: { $told }.
}{ $before ->
    [0] {""}
   *[other] {" "}Сегодня уже напоминали, школ: { $before }.
}{ $nobody ->
    [0] {""}
   *[other] {" "}Напомнить некому, школ: { $nobody }: куратора нет или он остановил бота.
}
roadmap-reminded-school = { $nobody ->
    [0] { $told ->
        [0] Сегодня школе уже напоминали.
       *[other] Напоминание отправлено.
    }
   *[other] Напомнить некому: куратора в боте нет или он остановил бота.
}
roadmap-nothing-late = Просроченного больше нет: напоминать не о чем.
roadmap-nudge =
    <b>Управление образования напоминает</b>
    { $number } { $title }{ $has_due ->
        [yes] : срок { DAY($due) }
       *[no] {""}
    }
roadmap-nudge-open = Открыть мероприятие
roadmap-nudge-late =
    <b>Управление образования напоминает</b>
    Просрочено: { $count }
    { $rows }
roadmap-move-for-all = Перенести срок
roadmap-checked = { $checked ->
    [yes] С проверкой: документы смотрят лично
   *[no] Без проверки: принимается само
}
roadmap-move-ask =
    <b>{ $number } { $title }</b>
    Выберите новый срок для всех, кто ещё не закрыл ({ $waiting }), или напишите его, например: 15 октября.
roadmap-move-reason =
    <b>{ $number } { $title }</b>
    Новый срок: { DATE($until) }. Почему? Причину увидят кураторы школ в утренней сводке.
roadmap-moved-for-all = Срок перенесён, организаций: { $count }. Об этом скажет утренняя сводка.
