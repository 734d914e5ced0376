# Встречи: запись, список, оценки.

menu-record = Записать встречу
menu-meetings = Мои встречи

meeting-kind-acquaintance = знакомство
meeting-kind-trial = пробная встреча
meeting-kind-planning = планирование
meeting-kind-working = рабочая встреча
meeting-kind-final = итоговая встреча

meeting-pair =
    <b>Запись встречи</b>
    { $count ->
        [0] У Вас пока нет пары. Её создаёт куратор: как только он это сделает, придёт сообщение.
       *[other] С кем была встреча?{ $mentor ->
            [yes] {" "}В следующий раз можно просто написать: «вчера с Машей 45 минут, разобрали план урока».
           *[no] {""}
        }
    }
meeting-card =
    <b>Запись встречи</b>
    С кем: { $who }
    Когда: { $when ->
        [today] сегодня, { DAY($held_on) }
        [yesterday] вчера, { DAY($held_on) }
       *[other] { DATE($held_on) }
    }
    Длительность: { $minutes } мин
    Вид: { $kind }
meeting-card-skipped = <i>Этих шагов ещё не было: { $skipped }.</i>
meeting-card-before = В прошлый раз договорились: { $before }
meeting-card-absent = Не было: { $absent }
meeting-card-note = 🔒 Заметка: { $note }
meeting-card-shared = Заметка для обоих: { $shared_note }
meeting-card-agreed = Договорились: { $agreed }
meeting-card-files = Приложено файлов: { $files }
meeting-card-how =
    {""}
    Всё верно? Поставьте оценку от 1 до 10: встреча запишется сразу с ней. Оценку видит только куратор.

    День, длительность и заметку можно написать: «12.10», «50», «Разобрали план». 🔒 Заметку видите Вы и куратор; начните с «Договорились:» – увидят оба.
meeting-word-agreed = Договорились
meeting-word-shared = Для обоих
meeting-more = Заметки и вид встречи
meeting-more-text = Что добавить к встрече? Сначала выберите, кто это увидит.
meeting-text-note = 🔒 Заметка для себя
meeting-text-shared_note = Заметка для обоих
meeting-text-agreed = Договорились
meeting-text =
    { $what ->
        [note] 🔒 <b>Заметка для себя.</b> Её видите Вы и куратор, второй стороне она не показывается.
        [shared_note] <b>Заметка для обоих.</b> Её увидят все участники встречи и куратор.
       *[agreed] <b>Договорились.</b> Увидят все участники и куратор, бот напомнит на карточке следующей встречи.
    }
    Напишите текст сообщением.
meeting-text-written = Сейчас записано: { $written }
meeting-text-clear = Убрать этот текст
meeting-roll = Кого не было?
meeting-roll-call =
    <b>Кто был: { $here } из { $count }</b>
    Нажмите на имя того, кого не было. Он получит сообщение и сможет возразить.
meeting-roll-name = { $name }: { $here ->
    [yes] был(а)
   *[no] не было
}
meeting-voice-long = Голосовое длиннее { $minutes } минут к встрече не прикладывается. Запишите главное короче или напишите.
meeting-card-there = <b>{ $there ->
        [mine] Вы уже записали встречу за этот день ({ $there_minutes } мин).
        [later] На этот день назначена встреча в { $there_time }, запишется она.
       *[theirs] Встречу за этот день уже записал(а) { $there_by } ({ $there_minutes } мин). Оценка её подтвердит.
    }</b> Если это не она, нажмите «Это другая встреча».
meeting-card-another = <i>Записывается ещё одна встреча этого дня.</i>
meeting-another = Это другая встреча
meeting-card-unsure = <b>Уточните: { $unsure }.</b> Нажмите кнопку или напишите.
meeting-unsure-when = день
meeting-unsure-minutes = длительность
meeting-unsure-kind = вид встречи
meeting-unsure = Сначала уточните то, что выделено на карточке.
meeting-held =
    <b>Эта встреча прошла?</b>
    «{ $line }»

    Планы, переписка и чужие встречи в журнал не попадают.
meeting-held-yes = Да, прошла
meeting-held-ahead = Она ещё впереди
meeting-held-no = Не записывать
meeting-save = Записать
meeting-today = Сегодня
meeting-yesterday = Вчера
meeting-length = { $minutes } мин
meeting-other-kind = Другой вид встречи
meeting-other-pair = Другая пара
meeting-kind = Какой была эта встреча?
meeting-saved =
    <b>Встреча записана</b>
    { $who }: { $kind }, { DAY($held_on) }, { $minutes } мин
meeting-known =
    <b>Эта встреча уже записана</b>
    Записал(а): { $by }. { $kind }, { DAY($held_on) }, { $minutes } мин. Второй записи не будет, Вы подтвердили эту.{ $noted ->
        [yes] {" "}Ваша заметка сохранится вместе с оценкой, её прочитает только куратор.
       *[no] {""}
    }
meeting-saved-mark =
    {""}
    { $mark ->
        [0] { $known ->
            [yes] Как Вы оцените встречу?
           *[no] Вторая сторона получит вопрос, как прошла встреча. А как оцените Вы?
        } 1 – совсем не полезна, 10 – очень. Ответ видит только куратор.
       *[other] Ваша оценка: { $mark }. Её видит только куратор. Изменить можно в течение недели.
    }
meeting-again = Записать ещё одну

meeting-future = { DAY($day) } ещё не наступило. Записать можно встречу, которая уже прошла.
meeting-before-pair = Пара создана { DATE($day) }, раньше этого дня встречу записать нельзя.
meeting-minutes = Длительность бывает от { $shortest } до { $longest } минут.
meeting-exists = Вы уже записали встречу этого вида за { DAY($day) }. Если их было две, нажмите «Это другая встреча».
meeting-pair-left = Вы больше не в этой паре, записать её встречу нельзя. Если это ошибка, напишите куратору.
meeting-pair-over = Эта пара завершена, новую встречу записать нельзя. Если это ошибка, скажите куратору.
meeting-pair-not-begun = Эта пара ещё не начала работу: встречи записывают, когда она утверждена.

meetings-mine =
    <b>Мои встречи</b>: { $count }
    { $count ->
        [0] { $mentor ->
            [yes] Пока ни одной. После первой нажмите в меню «Записать встречу».
           *[no] Пока ни одной. После первой встречи бот спросит, насколько она была полезной.
        }
       *[other] Всего { $hours ->
            [0] { $minutes } мин
           *[other] { $hours } ч { $minutes } мин
        }. { $unmarked ->
            [0] Все оценены.
           *[other] Без Вашей оценки: { $unmarked }. Выберите встречу, чтобы оценить.
        }
    }
meetings-fell-through = Не состоялось: { $missed }, отменено: { $cancelled }.
meeting-label = { SHORT($held_on) }{ $status ->
    [missed] {" "}не состоялась
    [cancelled] {" "}отменена
   *[held] {""}
}, { $partner }
meeting-mine =
    <b>{ DATE($held_on) }, { $kind }</b>
    С кем: { $who }
    { $status ->
        [missed] <b>Встреча не состоялась.</b>
        [cancelled] <b>Встреча отменена.</b>
       *[held] Длительность: { $minutes } мин
    }{ $why ->
        [yes] {" "}Причина: { $reason ->
            [ill] болезнь
            [busy] другие дела или уроки
            [absent] один из участников не пришёл
            [road] дорога, погода, связь
            [pause] пара на паузе
           *[other] { $reason }
        }.
       *[no] {""}
    }
meeting-mine-note = 🔒 Ваша заметка (видите Вы и куратор): { $note }
meeting-mine-shared = Заметка для обоих: { $shared_note }
meeting-mine-said = Отзыв, { $name }: { $text }
meeting-mine-mood = Настроение после встречи: { $mood }
meeting-mine-disputed = <b>Одна из сторон говорит, что встречи не было.</b> Решает куратор.
meeting-mine-absent = Отмечено, что Вас не было.
meeting-mine-mark =
    { $mark ->
        [0] Насколько встреча была полезной? 1 – совсем нет, 10 – очень. Ответ видит только куратор.
       *[other] Ваша оценка: { $mark }{ $open ->
            [yes] . Её ещё можно изменить.
           *[no] {""}
        }
    }
meeting-mine-words = { $whose ->
    [both] Ваш отзыв (видят куратор и второй участник)
   *[curator] 🔒 Ваш отзыв (видит куратор)
}: { $words }

feedback-prompt =
    Встреча { DAY($day) }, { $minutes } мин. Записал(а): { $who }.

    Насколько она была полезной? 1 – совсем нет, 10 – очень. Оценка подтверждает встречу, видит её только куратор.
feedback-was-none = Встречи не было
feedback-mark = { $mark }
feedback-thanks =
    Спасибо! Ваша оценка: { $mark } из 10.

    С каким настроением Вы ушли? Отвечать необязательно.

    { $whose ->
        [both] Отзыв увидят и куратор, и второй участник встречи. Напишите его сообщением.
       *[curator] 🔒 Отзыв можно написать сообщением или наговорить: прочитает только куратор.
    }
feedback-whose = { $whose ->
    [both] Пусть читает только куратор
   *[curator] Показать отзыв и партнёру
}
feedback-mood-1 = плохое
feedback-mood-2 = обычное
feedback-mood-3 = хорошее
feedback-mood-label = { $mood }
feedback-mood-chosen = [{ $mood }]
feedback-need-curator = Нужен куратор
feedback-curator-told = Куратор получил Вашу просьбу и свяжется с Вами.
feedback-add = Настроение и отзыв
feedback-curator-wanted =
    После встречи { DAY($day) } { $side ->
        [mentor] наставник
       *[mentee] наставляемый
    } просит куратора о помощи. Пара { $mentors } – { $mentees }.

    Второй стороне об этом не сообщается.
feedback-words-saved = Записано, спасибо!
feedback-late = Прошло больше { $days } дней, оценку уже не изменить. Если это важно, скажите куратору.
feedback-mark-first = Сначала выберите оценку от 1 до 10.
feedback-low =
    Низкая оценка встречи: { $mark } из 10.
    { DAY($day) }, пара { $mentors } – { $mentees }. Кто оценил: { $side ->
        [mentor] наставник
       *[mentee] наставляемый
    }.

    Второй участник эту оценку не видит. Поговорите с каждым отдельно, пока не поздно что-то изменить.
feedback-open-pair = Открыть пару

# Спорная встреча, перекличка.

meeting-none =
    В группе встречу могли провести без Вас. Как было?
meeting-none-at-all = Встречи не было ни у кого
meeting-without-me = Была, но без меня
meeting-denied = Записано: встречи не было. Куратор разберётся, второй стороне Ваш ответ бот не пересылает.
meeting-absence-noted = Отмечено: Вас на встрече не было.
meeting-presence-noted = Отмечено: Вы были на встрече.
meeting-own-record = Эту встречу записали Вы. Если это ошибка, скажите куратору.
meeting-you-were-absent = Встреча группы { DAY($day) } записана. Отмечено, что Вас на ней не было. Если это не так, нажмите кнопку.
meeting-i-was-there = Я был(а) на встрече
meeting-disputed =
    Спорная встреча { DAY($day) }, пара { $mentors } – { $mentees }: { $side ->
        [mentor] наставник
       *[mentee] наставляемый
    } говорит, что её не было.

    Спросите обоих и решите, засчитать ли её.
meeting-not-disputed = По этой встрече всё уже решено.
meeting-settled = { $held ->
    [yes] Куратор засчитал встречу { DAY($day) }.
   *[no] Куратор решил: встречи { DAY($day) } не было, она не засчитана.
}
meeting-count = Засчитать встречу
meeting-discount = Не засчитывать
meeting-settled-done = Решение записано, обе стороны получат сообщение.

# Файлы и голосовые.

meeting-files = Файлы и голосовые: { $files }
meeting-files-sent = Файлы придут следующими сообщениями.
meeting-file-caption = Встреча { DAY($day) }, { $what ->
    [feedback] отзыв { $side ->
        [mentor] наставника
       *[mentee] наставляемого
    }
   *[record] к записи { $side ->
        [mentor] наставника
       *[mentee] наставляемого
    }
}
