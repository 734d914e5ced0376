# Закрытие поручений, приёмка, просьбы о сроке, парные строки, свои поручения.

menu-deciding = Приёмка и просьбы
menu-mine = Мои поручения

roadmap-card-wanted = Документы: сдано { $given } из { $count }
roadmap-card-document = { $given ->
    [yes] • { $name }: есть
   *[no] • { $name }
}
roadmap-card-returned = <b>Возвращено</b>: { $remark }
roadmap-card-asked = { $asked ->
    [not_needed] Вы просили закрыть как ненужное. Ответа пока нет, мероприятие остаётся в работе.
   *[term] Вы просили другой срок. Ответа пока нет, действует прежний.
}
roadmap-card-accepting = { $by_itself ->
    [yes] Ждёт приёмки. Если замечаний не будет, { DAY($until) } примется само.
   *[no] Ждёт приёмки: документы этого мероприятия смотрят лично.
}
roadmap-card-held = В боте уже есть: { $held }.
roadmap-close-held = Закрыть по данным бота
roadmap-held-pairs = { $count ->
    [one] { $count } действующая пара
    [few] { $count } действующие пары
   *[many] { $count } действующих пар
}
roadmap-held-surveys = { $count ->
    [one] { $count } заполненная анкета
    [few] { $count } заполненные анкеты
   *[many] { $count } заполненных анкет
}
roadmap-held-banks = { $count ->
    [one] { $count } человек в банках
    [few] { $count } человека в банках
   *[many] { $count } человек в банках
}
roadmap-held-mentors = { $count ->
    [one] { $count } наставник в банке
    [few] { $count } наставника в банке
   *[many] { $count } наставников в банке
}
roadmap-held-mentees = { $count ->
    [one] { $count } наставляемый в банке
   *[other] { $count } наставляемых в банке
}
roadmap-held-training = { $count ->
    [one] { $count } наставник с отметкой об обучении
    [few] { $count } наставника с отметкой об обучении
   *[many] { $count } наставников с отметкой об обучении
}
roadmap-partly = Принято: { $given } из { $wanted }. Когда будут все документы, мероприятие закроется само.
roadmap-which =
    <b>{ $number } { $short }</b>
    Какой это документ?
roadmap-which-other = Другой документ
roadmap-unneeded-ask =
    <b>{ $number } { $short }</b>
    Почему это не требуется? Напишите одним сообщением.{ $agrees ->
        [department] {" "}Мероприятие поручено Вам, поэтому оно закроется, когда управление согласится.
        [head] {" "}Мероприятие закроется, когда согласится руководитель.
       *[nobody] {""}
    }
roadmap-another-term = { $agrees ->
    [nobody] Перенести срок
   *[other] Попросить другой срок
}
roadmap-term-ask =
    <b>{ $number } { $short }</b>
    Сейчас: { $deadline }. Выберите новый срок или напишите его, например: 15 октября.
roadmap-term-unread = Не получилось понять дату. Напишите, например: 15 октября или 15.10.2026.
roadmap-term-past = Этот день уже прошёл. Выберите сегодняшний или более поздний.
roadmap-reason-ask =
    <b>{ $number } { $short }</b>
    Новый срок: { DATE($until) }. Почему? Напишите одним сообщением: причину увидят все, кого это касается.
roadmap-asked = Просьба отправлена. Ответ придёт сообщением.
roadmap-asked-already = Об этом мероприятии уже есть просьба без ответа. Дождитесь ответа.
roadmap-asked-decided = На эту просьбу уже ответили.
roadmap-term-moved = Срок перенесён. Остальным, кого это касается, скажет утренняя сводка.
roadmap-undo-late = Прошло больше суток или мероприятие принято: вернуть его в работу может только тот, кто принимает.
roadmap-keep-on = Ведётся
roadmap-kept-on = Записано: ведётся. Следующий вопрос через месяц.

roadmap-mine =
    <b>Мои поручения</b>
    Мероприятия, где исполнитель Вы. Нажмите номер, чтобы приложить документ.
roadmap-mine-recent =
    {""}
    Закрытое за последние сутки можно вернуть в работу.
roadmap-mine-empty = Открытых поручений нет.
roadmap-going =
    <b>Ведётся ли?</b>
    { $count ->
        [0] Про все постоянные мероприятия уже ответили.
       *[other] Постоянные мероприятия без конечного срока: { $count }. Если по ним идёт работа, нажмите одну кнопку.
    }

roadmap-all-go-on = Да, всё ведётся
roadmap-goes-on = Ответить: ведётся ли

roadmap-twins-button = Похожие мероприятия: { $twins }
roadmap-twins =
    <b>Это одно и то же?</b>
    Ваша карта: { $number } { $title }
    { $issuer }: { $other_number } { $other_title }

    Если да, один документ закроет оба.{ $more ->
        [0] {""}
       *[other] {" "}Таких пар ещё: { $more }.
    }
roadmap-twins-none = Похожих мероприятий больше нет.
roadmap-twins-yes = Одно и то же
roadmap-twins-no = Разные
roadmap-twins-linked = Связано: один документ закроет оба.
roadmap-twins-apart = Записано: это разные мероприятия.

roadmap-deciding =
    <b>Приёмка и просьбы</b>
    { $total ->
        [0] Сданного без приёмки нет.
       *[other] Сдано и ждёт приёмки: { $total }. Что никто не вернёт, примется само через несколько рабочих дней. Нажмите номер, чтобы посмотреть, вернуть или оставить на потом.
    }

roadmap-handed =
    <b>{ $place }.</b> { $school }: { $number } { $title }
    <i>документов: { $documents }{ $checked ->
        [yes] , с проверкой
       *[no] {""}
    }{ $left ->
        [yes] , оставлено на потом
       *[no] {""}
    }</i>
roadmap-accept = { $left ->
    [0] Принять все: { $total }
   *[other] Принять все, кроме оставленных: { $left }
}
roadmap-accept-one = Принять
roadmap-accepted = { $count ->
    [0] Принимать было нечего.
   *[other] Принято: { $count }. Отменить можно в течение суток.
}
roadmap-accept-undo = Отменить приёмку
roadmap-accepted-undone = { $count ->
    [0] Отменять нечего: приёмок за последние сутки нет.
   *[other] Приёмка отменена: { $count }.
}
roadmap-asked-button = Просьбы: { $asked }
roadmap-handed-card =
    <b>{ $school }</b>
    { $number } { $title }
roadmap-give-back = Вернуть с замечанием
roadmap-leave-out = { $accept ->
    [yes] Принять вместе со всеми
   *[no] Оставить на потом
}
roadmap-give-back-ask =
    <b>{ $school }</b>
    { $number } { $title }

    Что нужно исправить? Напишите одним сообщением, его получат сразу: куратор и тот, кто сдал.
roadmap-gave-back = Возвращено, замечание отправлено.
roadmap-given-back =
    <b>Возвращено на доработку</b>
    { $number } { $title }
    Замечание: { $note }
roadmap-asked-card =
    <b>{ $kind ->
        [not_needed] Просят закрыть как ненужное
       *[term] Просят другой срок
    }</b>
    { $school }: { $number } { $title }
    { $kind ->
        [not_needed] {""}
       *[term] { $has_due ->
            [yes] Срок сейчас: { DATE($due) }, просят: { DATE($until) }.
           *[no] Сейчас без даты, просят: { DATE($until) }.
        }
    }
    Причина: { $reason }
    Просит: { $by }
roadmap-asked-none = Просьб без ответа нет.
roadmap-agree = Согласиться
roadmap-disagree = Отказать
roadmap-answered = Ответ отправлен.
roadmap-answer-term = { $agreed ->
    [yes] <b>Срок перенесён</b>
   *[no] <b>Срок не перенесён</b>
}
    { $number } { $title }
    { $agreed ->
        [yes] Новый срок: { DATE($until) }.
       *[no] На { DATE($until) } не согласились: действует прежний срок.
    }
roadmap-answer-not_needed = { $agreed ->
    [yes] <b>Закрыто как ненужное</b>
   *[no] <b>Мероприятие остаётся</b>
}
    { $number } { $title }

roadmap-digest-this_week-head = <b>На этой неделе</b>
roadmap-digest-this_week = • { $number } { $title }: до { DAY($due) }
roadmap-digest-goes-on = Постоянные мероприятия, ответьте, ведутся ли: { $count }
roadmap-digest-overdue-more = Ещё просрочено, уже называлось раньше: { $count }
roadmap-digest-own-late =
    <b>Просрочено в Вашей организации</b>
    Мероприятий своей дорожной карты: { $count }
roadmap-digest-moved-head = <b>Перенесены сроки</b>
roadmap-digest-moved = • { $number } { $title }: { $has_old ->
    [yes] было { DAY($from) }, стало { DAY($to) }
   *[no] теперь до { DAY($to) }
}. { $by }: { $reason }
roadmap-digest-decisions = <b>Ждут Вашего решения</b>{ $asked ->
    [0] {""}
   *[other] , просьб: { $asked }
}{ $handed ->
    [0] {""}
   *[other] , сдано и ждёт приёмки: { $handed }
}
roadmap-digest-decide = Открыть приёмку
roadmap-home-given = Своей дорожной карты пока нет, ниже поручения управления.

# Документы, которыми закрыто мероприятие, тому, кто принимает.
roadmap-documents = Прислать документы
roadmap-documents-coming = { $count ->
    [1] Документ придёт сообщением через несколько секунд.
   *[other] Документы ({ $count }) придут сообщениями через несколько секунд.
}
roadmap-no-documents = Файлов здесь нет, только отметка или запись.
roadmap-evidence-caption = { $school }: { $number } { $title }
roadmap-link = ссылка { $link }
roadmap-survey = Назначить опрос на { DAY($day) }
