# Черновики пар: от предложения до приказа.

pairs-drafts = Черновики ({ $drafts })
pair-propose = Сначала спросить обоих
drafts =
    <b>Черновики пар</b>: { $count }
    { $count ->
        [0] Здесь собираются пары до приказа: из подбора и созданные вручную.
       *[other] Лишние отмените, остальным отправьте приглашения. Согласованные пары уходят руководителю одним приказом.
    }
    {""}
draft-row = { $n }. <b>{ $mentors } – { $mentees }</b>
    { $standing ->
        [new] приглашения ещё не отправлены
        [waiting] ждём ответа: { $waits }
        [ask] есть вопрос: { $waits }
        [agreed] все согласны
       *[ordered] на подписи у руководителя
    }
drafts-ask-all = Отправить приглашения ({ $fresh })
drafts-put-up = На подпись ({ $agreed })
draft-card =
    <b>{ $mentors } – { $mentees }</b>
    { $standing ->
        [new] Черновик. Участники о нём ещё не знают.
        [waiting] Приглашения отправлены { $days ->
            [0] сегодня
           *[other] { $days } дн. назад
        }.
        [ask] Есть вопрос. Ответьте на него в сообщении с вопросом.
        [agreed] Все согласны. Остался приказ.
        [ordered] Проект приказа на подписи у руководителя.
       *[other] Это уже не черновик.
    }
    {""}
draft-place = { $side ->
    [mentor] Наставник
   *[mentee] Наставляемый
} { $name }: { $answer ->
    [yes] согласие есть
    [no] отказ
    [ask] вопрос
    [asked] ответа пока нет
   *[unasked] ещё не знает
}{ $has_reason ->
    [yes] {" "}(«{ $reason }»)
   *[no] {""}
}
draft-ask = Отправить приглашения
draft-asked = { $count ->
    [1] Приглашения отправлены.
   *[other] Приглашения отправлены, пар: { $count }.
}
draft-asked-already = Приглашения уже отправлены.
draft-spoken = Отметить согласие
draft-whose-yes =
    <b>{ $mentors } – { $mentees }</b>
    Кто согласился лично или на бумаге?
draft-yes-noted = Согласие отмечено.
draft-put-up = На подпись
draft-recall = Отозвать с подписи
draft-order = Приказ уже есть
draft-order-ask =
    <b>{ $mentors } – { $mentees }</b>
    Напишите номер и дату приказа: «12-о от 5 сентября». Без даты будет сегодняшняя, { DAY($day) }.

    Пара сразу начнёт работу, участники получат сообщение.{ $standing ->
        [ordered] {" "}Вместе с ней начнут и другие пары того же приказа.
       *[other] {""}
    }
draft-cancel = Отменить
draft-cancel-sure =
    Отменить черновик <b>{ $mentors } – { $mentees }</b>?
    Кто уже получил приглашение, узнает, что этой пары не будет. Причина не называется.
draft-cancel-yes = Да, отменить
draft-cancelled = Черновик отменён.
draft-list = К черновикам
draft-off = Пара не состоится: { $others }. Куратор предложит другой вариант.
draft-no-next = Других наставников со свободным местом в последнем подборе нет. Запустите подбор ещё раз.
draft-next = Предложить: { $mentor }
drafts-open = Черновики
draft-refused =
    { $who }: отказ от пары. С кем: { $others }.
    Причина (видит только куратор): «{ $reason }».
    { $score ->
        [0] Других кандидатов в последнем подборе нет.
       *[other] Следующий по подбору: <b>{ $next }</b>, совпадение { $score } %.
    }
draft-expired =
    Пара { $who } – { $others } не состоялась: ответа не было { $days } дней.
    { $score ->
        [0] Других кандидатов в последнем подборе нет.
       *[other] Следующий по подбору: <b>{ $next }</b>, совпадение { $score } %.
    }
drafts-agreed = Согласованы и ждут приказа пары: { $count }.

pair-invite-mentor =
    Вам предлагают стать наставником. Наставляемый: <b>{ $others }</b>.{ $has_about ->
        [yes] {" "}{ $about }.
       *[no] {""}
    }{ $has_form ->
        [yes] {" "}Форма: { $form }, до { DATE($until) }.
       *[no] {""}
    }

    Согласны? Если нет, причину увидит только куратор.
pair-invite-mentee =
    Вам предлагают наставника: <b>{ $others }</b>.{ $has_about ->
        [yes] {" "}{ $about }.
       *[no] {""}
    }{ $has_form ->
        [yes] {" "}Форма: { $form }, до { DATE($until) }.
       *[no] {""}
    }

    Согласны? Если нет, причину увидит только куратор.
pair-invite-yes = Да
pair-invite-no = Нет
pair-invite-ask = Уточнить
pair-invite-parent = { $side ->
    [mentor] { $child }: предложена пара, в которой наставник { $others }. Если Вы против, напишите куратору.
   *[mentee] { $child }: предложена пара, в которой наставляемый { $others }. Если Вы против, напишите куратору.
}
pair-invite-object = Есть возражение
invited-agreed = { $everybody ->
    [yes] Спасибо! Все согласны, осталось дождаться приказа.
   *[no] Спасибо! Сообщим, когда ответят остальные.
}
invited-over = На это приглашение отвечать уже не нужно.
invited-reason =
    Отказ от пары: { $others }. Почему?
    Причину увидит только куратор. Можно написать своими словами.
invited-reason-time = Не хватает времени
invited-reason-topic = Не моя тема
invited-reason-person = Не хочу именно в эту пару
invited-reason-other = Без объяснений
invited-refused = Хорошо, этой пары не будет. Куратор предложит другой вариант.
invited-question =
    Что уточнить у куратора про пару: { $others }? Напишите одним сообщением.
    Ответ придёт сюда, а приглашение останется.
invited-question-sent = Вопрос отправлен куратору. Когда будете готовы, ответьте на приглашение.
invited-object = Напишите, что Вас смущает. Сообщение получит куратор и ответит здесь.
invited-objection-sent = Отправлено куратору. Он ответит здесь.
invited-reminder = Вас пригласили в пару: { $others }. Ответа пока нет.
invited-reminder-open = Ответить

order-nothing = Согласованных пар пока нет.
order-gone = Этот приказ уже не ждёт подписи.
order-put-up = Проект приказа отправлен руководителю и Вам, пар в нём: { $count }.
order-recalled = Приказ отозван, пар в нём было: { $count }.
order-entered = Приказ записан, пара работает. Участники получат сообщение.
pair-order-caption = { $kind ->
    [pairs] Приказ о парах
    [replacement] Приказ о замене наставников
    [early_end] Приказ о досрочном завершении
    [extension] Приказ о продлении
   *[relief] Приказ об освобождении наставника
}, пар: { $count }.{ $status ->
    [waiting] {" "}Номер и дату руководитель вносит в разделе «На подпись».
   *[other] {""}
}
sign-pairs = { $kind ->
    [pairs] Приказ о парах
    [replacement] Приказ о замене наставников
    [early_end] Приказ о досрочном завершении
    [extension] Приказ о продлении
   *[relief] Приказ об освобождении наставника
}: { $count }
paper-day = { DATE($date) }
paper-template-wrong = Документ не получился: в его шаблоне ошибка ({ $problem }). Покажите это сообщение администратору.
paper-order-pairs = prikaz-pary
paper-order-replacement = prikaz-zamena
paper-order-early_end = prikaz-zavershenie
paper-order-extension = prikaz-prodlenie
paper-order-relief = prikaz-osvobozhdenie

ground-done = цель достигнута раньше
ground-mutual = взаимное решение
ground-mentor = решение наставника
ground-mentee = решение наставляемого
ground-not-held = встречи не проводятся
ground-beyond = внешние обстоятельства
