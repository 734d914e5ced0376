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
board-line = { $what }: { $count }
board-no-consent = Без согласия
board-mentors-no-consent = Наставники без согласия
board-no-request = Без запроса
board-untrained = Без обучения
board-unchecked = Без проверки
board-unmatched = Без пары
board-no-order = Пары без приказа
board-no-plan = Пары без программы
board-no-entry = Пары без анкеты
board-no-meeting = Давно не встречались
board-still-running = Пары ещё работают
board-no-report = Пары без отчётов
board-done = Этап пройден
board-reopen = Вернуть прошлый этап
board-moved = Этап уже сменился: посмотрите на экран ещё раз.
board-behind = <b>{ $line }</b>
board-name = { $n }. { $name }
board-edit = Изменить этапы
board-editing =
    <b>Изменить</b>
    Выберите этап: его можно назвать по-своему, передвинуть, убрать, поставить срок, добавить новый. Следующая программа начнётся с этих этапов.
    Набор: { $model ->
        [teachers-2021] шесть этапов, педагоги (2021)
       *[pupils-2019] семь этапов, обучающиеся (2019)
    }. Встречи раз в { $rhythm } дн.
board-rhythm = Ритм встреч
board-target = Сколько пар нужно
board-model = Другой набор этапов
board-model-ask = { $model ->
        [teachers-2021] Взять семь этапов программ обучающихся (2019)?
       *[pupils-2019] Взять шесть этапов программ педагогов (2021)?
    } Свои названия, добавленные этапы и отметки о пройденном в этой программе пропадут.
board-model-yes = Взять другой набор
board-kept = Сохранено.
board-stage-how =
    <b>{ $n }. { $stage }</b>
    Этап { $n } из { $of }. { $wanted ->
        [0] Ничего не проверяет.
        [one] Проверяет { $wanted } условие.
        [few] Проверяет { $wanted } условия.
       *[other] Проверяет { $wanted } условий.
    }
    Напишите новое название или выберите, что изменить.
board-checks = Что проверять
board-checks-how =
    Что должно быть сделано, чтобы закончить этап «{ $stage }»? Отмеченное покажет экран «Этапы», пока кто-то в списке остаётся.
board-check-mark = { $on ->
    [yes] {"✓ "}
   *[no] {""}
}{ $what }
board-up = Раньше
board-down = Позже
board-new = Новый этап после этого
board-new-how = Как назвать новый этап после «{ $stage }»?
board-remove = Убрать этап
board-remove-ask = Убрать этап «{ $stage }»? Уйдут и его проверки, остальные этапы останутся как есть.
board-remove-yes = Да, убрать
board-stages-most = Больше { $most } этапов быть не может.
board-stages-one = Это единственный этап: без него программа останется без этапов.
board-until = Поставить срок
board-until-how = До какого дня завершить этап «{ $stage }»? Например: 15 октября.
board-rhythm-how = Сейчас: не реже раза в { $rhythm } дн. Напишите число дней.
board-target-how = { $target ->
    [0] Сколько пар должно быть в программе?
   *[other] Сейчас цель – { $target }. Сколько пар должно быть в программе?
} Напишите число.
board-rhythm-bounds = Можно от { $least } до { $most } дней.
board-target-bounds = Можно от 1 до { $most } пар.
