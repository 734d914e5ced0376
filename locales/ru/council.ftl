# Методический совет: трудности пар и оценка итогов.

council-open = Методический совет
council-pair =
    <b>Методический совет: { $mentors } – { $mentees }</b>
council-passed = { $kind ->
    [results] <b>{ DATE($asked_on) }, итоги программы</b>{ $worded ->
        [yes] {"\u000A"}Ваши слова: { $question }
       *[no] {""}
    }{ $votes ->
        [0] {"\u000A"}Оценок пока нет.
       *[other] {"\u000A"}В среднем { $average } из 10, оценили: { $votes }.{"\u000A"}{ $marks }
    }
   *[difficulty] <b>{ DATE($asked_on) }, трудность</b>{"\u000A"}Ваши слова: { $question }{ $advised ->
        [yes] {"\u000A"}Рекомендация ({ DATE($advised_on) }, { $adviser }): { $advice }{ $shared ->
            [yes] {"\u000A"}Передана паре.
           *[no] {""}
        }
       *[no] {"\u000A"}Рекомендации пока нет.
    }
}
council-may = { $may ->
    [difficulty] {"\u000A"}Опишите своими словами, в чём трудность и о чём Вы спрашиваете совет. Совет увидит только Ваш текст и имена пары. Не пишите того, что Вам доверили лично.
    [results] {"\u000A"}Совет может оценить итоги программы этой пары. Оценки увидите Вы и совет, пара их не увидит. Можно добавить пару слов: просто напишите их.
   *[nothing] { $council ->
        [yes] {""}
       *[no] {"\u000A"}В школе нет методического совета. Пригласить в него можно в разделе «Люди», «Приглашения».
    }
}
council-pass-results = Передать итоги на оценку
council-share = Передать рекомендацию паре
council-withdraw = Отозвать
council-criteria = Критерии оценки
council-criteria-how =
    <b>По чему совет оценивает итоги</b>, от 1 до 10
    Чтобы изменить список, напишите его: каждый критерий с новой строки, не больше шести. Данные оценки сохранятся.
council-passed-difficulty = Передано совету. Его рекомендация придёт Вам сообщением.
council-passed-results = Итоги переданы совету. Оценки появятся на карточке пары.
council-withdrawn = Отозвано: совет этого больше не увидит.
council-shared = Рекомендация передана паре.
council-nobody = В школе нет методического совета.
council-has-it = Это уже передано совету.
council-answered = Совет уже ответил.
council-no-advice = Рекомендации совета пока нет.
council-pair-marks = Оценка методического совета: { $average } из 10 (оценили: { $votes }).
council-mark = { $criterion } – { $mark }
criterion-goals = Цели программы достигнуты
criterion-work = Работа шла по плану
criterion-growth = Наставляемый продвинулся
criterion-practice = Опыт пары пригодится другим
council-advised =
    <b>Рекомендация методического совета</b>
    Пара: { $mentors } – { $mentees }

    { $advice }

    Написал(а): { $who }. Пара пока ничего не знает: передайте рекомендацию, если считаете нужным.
council-open-pair = Карточка пары
council-to-pair =
    <b>Рекомендация методического совета Вашей паре</b>

    { $advice }
council-digest = Методическому совету передано: { $difficulty ->
    [0] {""}
   *[other] трудности пар – { $difficulty }{ $results ->
        [0] {""}
       *[other] {", "}
    }
}{ $results ->
    [0] {""}
   *[other] итоги на оценку – { $results }
}.
council-digest-open = Открыть дела

todo-kind-verdicts = Итоги пар для методического совета: { $count }
todo-ask-verdicts = Эти пары завершены. Передать их итоги методическому совету на оценку? Оценки увидите Вы и совет, пара их не увидит. Отклонённые бот больше не предложит, но передать их можно и позже, с карточки пары.
todo-thing-verdicts = { $mentors } – { $mentees }
council-judged-digest = { $count ->
    [1] Методический совет оценил итоги пары { $mentors } – { $mentees }.
   *[other] Методический совет оценил итоги пар: { $count }, среди них { $mentors } – { $mentees }. Оценки – на карточках пар.
}
todo-kind-difficulties = Трудности пар: { $count }
todo-kind-results = Оценить итоги: { $count }
council-difficulties =
    <b>Трудности пар</b>
    { $count ->
        [0] Рекомендаций сейчас никто не ждёт.
       *[other] Ждут рекомендации совета: { $count }. Отвечает один из членов совета.
    }
council-difficulty = { $waits ->
    [yes] <b>{ $mentors } – { $mentees }</b>
        { DATE($asked_on) } передал куратор ({ $asked_by }):
        { $question }

        { $written ->
            [yes] <b>Ваша рекомендация:</b>
                { $text }

                Отправьте её или напишите заново. Отправленную изменить нельзя.
           *[no] Напишите рекомендацию одним сообщением. Её прочитает куратор и решит, передать ли её паре.
        }
   *[no] Рекомендация по этой паре уже не нужна: её дали или вопрос отозван.
}
council-send = Отправить куратору
council-advice-sent = Рекомендация отправлена куратору.
council-results =
    <b>Итоги программ пар</b>
    { $count ->
        [0] Сейчас всё оценено.
       *[other] Ждут Вашей оценки: { $count }. Оценка займёт полминуты.
    }
council-judged-row = { $mentors } – { $mentees }: { $average } из 10 (оценили: { $votes })
council-result =
    <b>{ $mentors } – { $mentees }</b>{ $worded ->
        [yes] {"\u000A"}Куратор: { $question }
       *[no] {""}
    }

    { $place } из { $count }. <b>{ $criterion }</b>
    Оцените от 1 (совсем нет) до 10 (полностью).
council-read-plan = Программа пары
council-again = Заново
council-sure =
    <b>{ $mentors } – { $mentees }</b>
    Проверьте оценки. Отправленные изменить нельзя.
council-send-marks = Отправить
council-judged-done = Оценка учтена.
council-judged-already = Вы уже оценили итоги этой пары.
council-sheet-changed = Критерии изменились: оцените, пожалуйста, заново.

pair-event-council-difficulty = трудность передана совету
pair-event-council-results = итоги переданы совету
pair-event-council-advised = рекомендация совета
pair-event-council-shared = рекомендация передана паре
