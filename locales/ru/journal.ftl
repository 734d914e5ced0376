# Журнал встреч школы, часы, строка главного меню.

journal-open = Журнал встреч
home-meetings =
    {""}
    { $today ->
        [0] Сегодня встреч нет.
        [one] Сегодня { $today } встреча.
        [few] Сегодня { $today } встречи.
       *[other] Сегодня { $today } встреч.
    }{ $proposed ->
        [0] {""}
       *[other] {" "}Ждут Вашего ответа: { $proposed }.
    }{ $marks ->
        [0] {""}
       *[other] {" "}Ждём отзыв по встречам: { $marks }.
    }
journal =
    <b>Журнал встреч</b>
    { $count ->
        [0] Пар в работе пока нет.
       *[other] Пар в работе: { $count }. Состоялось встреч: { $held }, сорвалось: { $missed }. Сначала те, кто дольше не встречался.
    }
journal-row =
    <b>{ $mentors } – { $mentees }</b>
    Назначено { $planned }, состоялось { $held }, сорвалось { $missed }{ $disputed ->
        [0] {""}
       *[other] , спорных { $disputed }
    }{ $share ->
        [-1] {""}
       *[other] , отзывов { $share } %
    }. { $met ->
        [yes] Последняя: { SHORT($last_on) }{ $silent ->
            [0] {""}
           *[other] , дней назад: { $silent }
        }.
       *[no] Встреч ещё не было, дней: { $silent }.
    }
journal-pair =
    <b>Все встречи пары</b>
    { $count ->
        [0] Встреч ещё не было.
       *[other] Сначала последние.
    }
journal-entry = { SHORT($held_on) } { $kind }: { $status ->
    [proposed] предложена
    [planned] назначена
    [held] состоялась, { $minutes } мин
    [missed] не состоялась
    [moved] перенесена
    [disputed] спорная
   *[cancelled] отменена
}{ $why ->
    [yes] {" "}({ $reason })
   *[no] {""}
}{ $marked ->
    [yes] . Оценки: { $marks }
   *[no] {""}
}
journal-month = Календарь месяца
journal-export = Таблица .xlsx
journal-sent = Файл придёт следующим сообщением.
journal-sheet = Встречи
journal-column-mentors = Наставник
journal-column-mentees = Наставляемый
journal-column-planned = Назначено
journal-column-held = Состоялось
journal-column-missed = Сорвалось
journal-column-marks = Отзывы, %
journal-column-last = Последняя встреча
journal-caption = Встречи по парам на { DATE($day) }
journal-month-caption = Встречи, { MONTH($day) }
journal-month-title = Встречи, { MONTH($day) }
journal-week = { SHORT($start) } – { SHORT($end) }
journal-weekday = { WEEKDAY($day) }
journal-legend-held = состоялись
journal-legend-planned = назначены
journal-legend-missed = сорвались
meetings-hours = Мои часы
meetings-by-month =
    <b>Мои часы</b>
    Всего встреч: { $count }, { $hours ->
        [0] {""}
       *[other] { $hours } ч{" "}
    }{ $minutes } мин. Здесь встречи, которые состоялись с Вашим участием.
meetings-month-row = { MONTH($day) }: встреч { $count }, { $hours ->
        [0] {""}
       *[other] { $hours } ч{" "}
    }{ $minutes } мин
hours-paper = Справка о часах
hours-sent = Справка придёт отдельным сообщением.
hours-caption = Справка о часах наставничества на { DAY($day) }, встреч в ней: { $count }. Подпишите её у руководителя.
hours-none = Справка появится после первой записанной встречи, которую Вы провели как наставник.

hearing-open = Отзыв со слов
hearing = { $count ->
    [0] Все отзывы уже есть.
   *[other] Чей отзыв внести? В журнале он будет отмечен «со слов».
}
hearing-label = { SHORT($held_on) }, { $name }
hearing-mark =
    <b>{ $name }</b>, встреча { DAY($held_on) }

    Какая оценка? Можно написать её со словами: «8, решили задачу».
hearing-gone = Этот отзыв уже внесён.
hearing-mark-first = Начните с оценки от 1 до 10, потом слова. Например: 8, решили задачу
hearing-saved = { $name }: записано, оценка { $mark }.
hearing-answered = { $name }: отзыв уже есть, он не изменился.
feedback-not-held = Эта встреча не записана как состоявшаяся: сначала запишите её.
