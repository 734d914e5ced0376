# Персональная программа пары.

todo-kind-plans = Программы пар: { $count }
todo-ask-plans = Эти программы пар ждут утверждения. Утвердить их?
todo-thing-plans = { $mentors } – { $mentees }{ $what ->
    [changed] , изменения
   *[new] {""}
}
plan-readonly = { $status ->
    [paused] Пара на паузе: программу сейчас можно только читать.
   *[other] Пара уже не работает: программу можно только читать.
}
plan-item-gone = Этой строки в программе уже нет.
plan-item-moved = Эта строка уже изменилась: посмотрите на экран ещё раз.
plan-begun = Программа уже начата. Её можно менять по строкам.
plan-full = В программе может быть не больше { $most } строк.
plan-day-bounds = Срок может быть не раньше года назад и не позже двух лет вперёд.
plan-sent-already = Программа уже отправлена на утверждение.
plan-empty = Добавьте хотя бы одну цель и одно мероприятие, потом отправляйте.
plan-changed-meanwhile = Пока Вы читали, программу изменили. Прочитайте её ещё раз: утверждается только то, что Вы видели.
plan-waits-no-more = Эта программа уже не ждёт утверждения.

menu-personal = Программы пар
my-pair-plan = Программа
pair-plan = Программа
todo-read-plans = Читать по одной
personal-status-none = нет программы
personal-status-draft = черновик
personal-status-sent = на утверждении
personal-status-approved = утверждена
personal-kind-goal = Цель
personal-kind-difficulty = Мероприятие: работаем над трудностью
personal-kind-growth = Мероприятие: развиваем сильную сторону
personal-kind-task = Договорились на встрече
personal-stands-proposed = предложено
personal-stands-open = в работе
personal-stands-done = выполнено
personal-stands-dropped = убрано

personal-plan =
    <b>Программа: { $mentors } – { $mentees }</b>
    { $status ->
        [none] Пока не начата.
        [draft] Черновик: ещё не отправлена на утверждение.
        [sent] На утверждении у куратора и методического совета.
       *[approved] Утверждена { DATE($day) }.{ $changed ->
            [yes] {" "}Изменения после этого ждут утверждения.
           *[no] {""}
        }
    }{ $remarked ->
        [yes] {"\u000A"}Вернули с замечанием: { $remark }
       *[no] {""}
    }{ $term ->
        [short] {"\u000A"}Программа короче трёх месяцев. Для педагогов обычно берут от 3 месяцев до года: проверьте сроки.
        [long] {"\u000A"}Программа длиннее года. Для педагогов обычно берут от 3 месяцев до года: проверьте сроки.
       *[usual] {""}
    }
personal-line = { $head ->
    [goal] {"\u000A"}<b>Цели</b>{"\u000A"}
    [difficulty] {"\u000A"}<b>Работаем над трудностями</b>{"\u000A"}
    [growth] {"\u000A"}<b>Развиваем сильные стороны</b>{"\u000A"}
    [task] {"\u000A"}<b>Договорились на встречах</b>{"\u000A"}
   *[none] {""}
}{ $n }. { $title }{ $has_due ->
    [yes] {" "}(до { DAY($due_on) })
   *[no] {""}
}{ $state ->
    [late] {" "}<b>срок прошёл</b>
    [told] {" "}<b>сделано, ждёт отметки наставника</b>
    [done] {" "}<b>выполнено</b>{ $mark ->
        [0] {""}
       *[other] {" "}({ $mark } из 10)
    }
    [proposed] {" "}<b>предложено</b>
   *[open] {""}
}
personal-how = { $working ->
    [no]
        {""}
        Пара сейчас не работает: программу можно только читать.
   *[yes] { $fresh ->
        [no]
            {""}
            Номер открывает строку. Новую можно просто написать: «Открытый урок до 12.12».
       *[yes] { $side ->
            [mentor]
                {""}
                Выберите, с чего начать: строки и сроки потом можно менять. Или напишите первую цель.
           *[mentee]
                {""}
                Программу начинает наставник. Напишите, чего Вы хотите достичь: он увидит Ваше предложение.
        }
    }
}
personal-level-light = Один вопрос: { $months } мес.
personal-level-usual = Обычная: { $months } мес.
personal-level-deep = Много трудностей: { $months } мес.
personal-send = На утверждение
personal-add = Добавить строку
personal-history = Что менялось
personal-begun = Программа начата. Проверьте строки и отправьте на утверждение.
personal-sent = Отправлено. Об ответе Вы узнаете из утренней сводки.
personal-add-how = Напишите цель или мероприятие одной строкой, срок поставьте в конце: «Открытый урок до 12.12».
personal-kind-ask =
    <b>{ $title }</b>{ $has_due ->
        [yes] {" "}(до { DAY($due_on) })
       *[no] {""}
    }
    Что это?
personal-is-goal = Цель
personal-is-difficulty = Против трудности
personal-is-growth = Для сильной стороны
personal-added = Добавлено.
personal-item =
    <b>{ $kind }</b>
    { $title }
    { $has_due ->
        [yes] Срок: { DATE($due_on) }{ $state ->
            [late] {" "}(прошёл)
           *[other] {""}
        }
       *[no] Срок не указан.
    }
    Сейчас: { $state ->
        [told] наставляемый отметил выполненным
       *[other] { $stands }
    }{ $mark ->
        [0] {""}
       *[other] , оценка { $mark } из 10
    }{ $has_expected ->
        [yes] {"\u000A"}Ожидаем: { $expected }
       *[no] {""}
    }{ $has_actual ->
        [yes] {"\u000A"}Получилось: { $actual }
       *[no] {""}
    }
personal-take = Взять в программу
personal-decline = Не брать
personal-finish = Выполнено
personal-reopen = Вернуть в работу
personal-result = Итог и оценка
personal-tell = Сделано
personal-untell = Ещё не сделано
personal-due = Срок
personal-title = Изменить текст
personal-expected = Ожидаемый результат
personal-drop = Убрать
personal-taken = Взято в программу.
personal-declined = Не взято.
personal-told = Отмечено. Наставник увидит и подведёт итог.
personal-untold = Отметка снята.
personal-kept = Сохранено.
personal-dropped = Убрано из программы.
personal-title-ask =
    <b>{ $title }</b>
    Напишите новый текст.
personal-due-ask =
    <b>{ $title }</b>
    До какого дня? Выберите или напишите: 12.12.
personal-expected-ask =
    <b>{ $title }</b>
    Какого результата ждём? Напишите одной-двумя фразами.
personal-drop-sure =
    <b>{ $title }</b>
    Убрать из программы?
personal-drop-yes = Да, убрать
personal-done =
    <b>{ $title }</b>
    Отмечено как выполненное.{ $has_actual ->
        [yes] {"\u000A"}Получилось: { $actual }
       *[no] {"\u000A"}Что получилось? Напишите одной фразой.
    }{ $mark ->
        [0] {"\u000A"}Ваша оценка от 1 до 10, если хотите:
       *[other] {"\u000A"}Ваша оценка: { $mark } из 10
    }
personal-done-back = Готово
personal-changes =
    <b>Что менялось в программе</b>
    { $count ->
        [0] Изменений нет.
       *[other] Последние сверху.
    }
personal-change = { DAY($on) }, { $who }: { $what }{ $titled ->
    [yes] {" "}«{ $title }»
   *[no] {""}
}{ $moved ->
    [both] {"\u000A"}было: { $was }{"\u000A"}стало: { $became }
    [became] : { $became }
   *[none] {""}
}
personal-change-day = { DATE($day) }
personal-change-added = добавлено
personal-change-proposed = предложено
personal-change-taken = взято предложение
personal-change-declined = не взято предложение
personal-change-dropped = убрано
personal-change-title = новый текст
personal-change-expected = новый ожидаемый результат
personal-change-due = новый срок
personal-change-done = выполнено
personal-change-reopened = снова в работе
personal-change-sent = отправлена на утверждение
personal-change-approved = утверждена
personal-change-returned = возвращена на доработку
personal-office =
    <b>Программы пар</b>
    { $waits ->
        [0] Утверждения сейчас ничего не ждёт.
       *[other] Ждут утверждения: { $waits }.
    } { $without ->
        [0] {""}
       *[other] Без программы: { $without }.
    }
personal-office-row = { $mentors } – { $mentees }: { $status }{ $changed ->
    [yes] , изменения ждут
   *[no] {""}
}
personal-approve = Утвердить
personal-give-back = Вернуть с замечанием
personal-all = Все программы
personal-approved = Утверждено. Пара узнает из утренней сводки.
personal-given-back = Возвращено. Наставник увидит Ваше замечание.
personal-give-back-ask = Что исправить? Ваше замечание увидят наставник и наставляемый.
personal-open = Открыть программу
personal-read = Программы пар
personal-digest-late = { $count ->
    [one] Программа ({ $others }): прошёл срок «{ $title }».
    [few] Программа ({ $others }): прошёл срок { $count } мероприятий, среди них «{ $title }».
   *[many] Программа ({ $others }): прошёл срок { $count } мероприятий, среди них «{ $title }».
}
personal-digest-mark = Программа ({ $others }): { $told ->
    [0] {""}
   *[other] отмечено выполненным: { $told }{ $proposed ->
        [0] {""}
       *[other] ,{" "}
    }
}{ $proposed ->
    [0] {""}
   *[other] предложено: { $proposed }
}. Ждёт Вашей отметки.
personal-digest-answer = { $what ->
    [approved] Программа ({ $others }) утверждена.
   *[returned] Программу ({ $others }) вернули на доработку{ $remarked ->
        [yes] : { $remark }
       *[no] .
    }
}
personal-digest-waits = Программ пар ждут Вашего утверждения: { $count }.
pair-plan-caption = Персональная программа пары.
personal-document = Документ (.docx)
personal-block-difficulty = Работаем над трудностями
personal-block-growth = Развиваем сильные стороны
personal-block-task = Договорились на встречах
menu-plan-bank = Банк программ
personal-no-name = [имя]
personal-bank-open = Банк программ
personal-bank =
    <b>Банк программ</b>
    { $count ->
        [0] Здесь появятся программы, сохранённые как шаблоны: без имён и результатов.
       *[other] Программы без имён и результатов. С них можно начать программу другой пары.
    }
personal-schools-open = По школам
personal-schools =
    <b>Программы пар по школам</b>
    { $count ->
        [0] Школ пока нет.
       *[other] { $pairs ->
            [0] Работающих пар пока нет.
           *[other] Утверждено программ: { $approved } из { $pairs }. С просроченными мероприятиями: { $late }.
        }
    }

personal-school = { $school }: { $pairs ->
    [0] пар нет
   *[other] утверждено { $approved } из { $pairs }{ $waiting ->
        [0] {""}
       *[other] , на утверждении { $waiting }
    }{ $drafts ->
        [0] {""}
       *[other] , черновиков { $drafts }
    }{ $late ->
        [0] {""}
       *[other] , <b>просрочено { $late }</b>
    }
}
personal-bank-card =
    <b>{ $title }</b>
    { $organisation }{ $shared ->
        [yes] , передана в банк управления
       *[no] , видна только в школе
    }
personal-kept-line = • { $kind }. { $title }{ $timed ->
    [yes] {" "}(неделя { $week })
   *[no] {""}
}
personal-keep = Сохранить как шаблон
personal-keep-how =
    Так программа сохранится для других пар: имена заменены, результатов и оценок нет. Проверьте, что по тексту никого нельзя узнать, и напишите название шаблона.
    {""}
personal-kept-done = Шаблон сохранён. Его видят в Вашей школе.
personal-share = Передать в управление
personal-unshare = Убрать из банка управления
personal-shared = Передано: шаблон видят управление и соседние школы.
personal-unshared = Убрано: шаблон видит только Ваша школа.
personal-remove = Удалить шаблон
personal-remove-sure =
    <b>{ $title }</b>
    Удалить шаблон? Начатые по нему программы останутся.
personal-remove-yes = Да, удалить
personal-removed = Шаблон удалён.
plan-bank-full = В банке школы уже { $most } программ: удалите лишние.
meeting-tasks = Записано. Заданий со сроком добавлено в программу: { $count }.
