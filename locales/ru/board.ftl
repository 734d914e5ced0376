### Этапы программы.

programme-board = Этапы
board-title =
    <b>Этапы</b>: { $title }
    Пар сейчас: { $pairs }{ $target ->
        [0] {""}
       *[other] {" "}из { $target }
    }. Встречи – не реже раза в { $rhythm } дн.
board-stage = { $where ->
    [done] ✓ { $n }. { $stage }
    [now] ▸ <b>{ $n }. { $stage }</b>
   *[ahead] { $n }. { $stage }
}{ $dated ->
    [yes] { $where ->
        [done] {", "}{ DAY($day) }
       *[ahead] {", "}до { DAY($day) }
    }
   *[no] {""}
}
board-missing =
    {""}
    { $over ->
        [yes] Все этапы пройдены.
       *[no] { $count ->
            [0] Для следующего этапа всё готово.
           *[other] Чего не хватает, чтобы идти дальше (нажмите строку, чтобы увидеть список):
        }
    }
board-no-consent = Без согласия: { $count }
board-mentors-no-consent = Наставники без согласия: { $count }
board-no-request = Без запроса: { $count }
board-untrained = Без обучения: { $count }
board-unchecked = Без проверки: { $count }
board-unmatched = Без пары: { $count }
board-no-order = Пары без приказа: { $count }
board-no-entry = Пары без анкеты: { $count }
board-no-meeting = Давно не встречались: { $count }
board-still-running = Пары ещё работают: { $count }
board-done = Этап пройден
board-reopen = Вернуть прошлый этап
board-moved = Этап уже сменился: посмотрите на экран ещё раз.
board-behind = <b>{ $line }</b>
board-name = { $n }. { $name }
board-edit = Изменить этапы
board-editing =
    <b>Изменить</b>
    Выберите этап, чтобы назвать его по-своему или поставить срок. Следующая программа начнётся с этих названий.
    Набор: { $model ->
        [teachers-2021] шесть этапов, педагоги (2021)
       *[pupils-2019] семь этапов, обучающиеся (2019)
    }. Встречи раз в { $rhythm } дн.
board-rhythm = Ритм встреч
board-target = Сколько пар нужно
board-model = Другой набор этапов
board-kept = Сохранено.
board-stage-how =
    <b>{ $stage }</b>
    Напишите новое название или поставьте срок.
board-until = Поставить срок
board-until-how = До какого дня завершить этап «{ $stage }»? Например: 15 октября.
board-rhythm-how = Сейчас: не реже раза в { $rhythm } дн. Напишите число дней.
board-target-how = { $target ->
    [0] Сколько пар должно быть в программе?
   *[other] Сейчас цель – { $target }. Сколько пар должно быть в программе?
} Напишите число.
board-rhythm-bounds = Можно от { $least } до { $most } дней.
board-target-bounds = Можно от 1 до { $most } пар.
