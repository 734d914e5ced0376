# Дорожная карта: новая редакция, перенос на следующий год.

roadmap-confirm-keeps =
    Это новая редакция действующей карты. { $kept ->
        [one] { $kept } мероприятие сохранит
        [few] { $kept } мероприятия сохранят
       *[many] { $kept } мероприятий сохранят
    } отметки о выполнении и документы. Добавлено: { $added }, убрано: { $removed }, срок изменён: { $moved }, слова изменены: { $reworded }.
roadmap-changes-button = Что изменится
roadmap-keep-button = Это новая редакция
roadmap-anew-button = Это карта на другой год
roadmap-changes =
    <b>Что изменится</b>

    { $list }
roadmap-changes-none = Отличий от действующей карты нет.
roadmap-change-added =
    <b>Добавлено:</b> { $number } { $title }
    <i>{ $after }</i>
roadmap-change-removed =
    <b>Убрано:</b> { $number } { $title }
    <i>{ $before }</i>
roadmap-change-moved =
    <b>Новый срок:</b> { $number } { $title }
    <i>было { $before }, стало { $after }</i>{ $renamed ->
        [yes] . Раньше называлось: { $old }
       *[no] {""}
    }
roadmap-change-reworded =
    <b>Другие слова:</b> { $number } { $title }{ $renamed ->
        [yes] . Раньше называлось: { $old }
       *[no] {""}
    }
roadmap-version-moved =
    <b>Изменились сроки</b>
    { $title }

    { $lines }{ $more ->
        [0] {""}
       *[other] {" "}и ещё { $more }
    }

    Новую редакцию подтвердил(а) { $by }. Отметки и документы сохранены.

roadmap-doubt-day_off = последний день приходится на выходной
roadmap-doubt-year_in_title = в названии сдвинут год, проверьте его
roadmap-doubt-only_once = похоже на разовое мероприятие: нужно ли оно снова?
roadmap-roll-backwards = Перенести карту можно только на следующие годы.
