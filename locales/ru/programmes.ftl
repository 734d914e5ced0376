# Программы: сезон одной формы наставничества в одной организации.

menu-programmes = Программы

programmes =
    <b>Программы</b>: { $count }
    { $count ->
        [0] Пока нет ни одной. Создайте первую: это два нажатия.
       *[other] Выберите программу, чтобы изменить название или даты.
    }
    {""}
programmes-row =
    <b>{ $title }</b>
    { $ended ->
        [yes] завершена { DATE($ends_on) }
       *[no] до { DATE($ends_on) }, наставников: { $mentors }, наставляемых: { $mentees }
    }
programmes-new = Новая программа

programme-form =
    <b>Новая программа</b>

    По какой форме наставничества?
programme-title-default = { $form }, { $years } учебный год
programme-confirm =
    <b>{ $title }</b>

    Форма: { $form }
    С { DATE($starts_on) } по { DATE($ends_on) }

    Наставники и наставляемые, которые пока ни в одной программе не участвуют, войдут в эту.
programme-create = Создать
programme-created = Программа создана.
programme-title-change = Изменить название
programme-starts-change = Изменить начало
programme-ends-change = Изменить окончание
programme-card =
    <b>{ $title }</b>

    { $ended ->
        [yes] Завершена { DATE($ends_on) }.
       *[no] С { DATE($starts_on) } по { DATE($ends_on) }.
    }
    Наставников: { $mentors }, наставляемых: { $mentees }.
programme-title = Сейчас: <b>{ $title }</b>. Напишите новое название.
programme-starts = Сейчас программа начинается { DATE($starts_on) }. Напишите другой день, например «1 сентября».
programme-ends = Сейчас программа заканчивается { DATE($ends_on) }. Напишите другой день, например «31 мая 2027».
programme-day-unclear = Это не похоже на дату. Напишите, например, «1 сентября» или «01.09.2026».
programme-dates-wrong = Так не получится: с { DATE($starts_on) } по { DATE($ends_on) }. Окончание должно быть позже начала, но не больше чем на три года.
programme-end = Завершить программу
programme-end-confirm =
    Завершить программу <b>{ $title }</b>?

    Новые участники в неё больше не попадут. Всё записанное сохранится.
programme-end-yes = Да, завершить
programme-ended = Программа завершена.
