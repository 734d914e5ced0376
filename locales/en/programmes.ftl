# Programmes: a season of one form of mentoring in one organisation.

menu-programmes = Programmes

programmes =
    <b>Programmes</b>: { $count }
    { $count ->
        [0] There is none yet. Create the first one: it takes two taps.
       *[other] Choose a programme to change its title or dates.
    }
    {""}
programmes-row =
    <b>{ $title }</b>
    { $ended ->
        [yes] ended on { DATE($ends_on) }
       *[no] until { DATE($ends_on) }, mentors: { $mentors }, mentees: { $mentees }
    }
programmes-new = New programme

programme-form =
    <b>New programme</b>

    Which form of mentoring?
programme-title-default = { $form }, school year { $years }
programme-confirm =
    <b>{ $title }</b>

    Form: { $form }
    From { DATE($starts_on) } to { DATE($ends_on) }

    Mentors and mentees who take part in no programme yet will be in this one.
programme-create = Create
programme-created = The programme is created.
programme-title-change = Change the title
programme-starts-change = Change the first day
programme-ends-change = Change the last day
programme-card =
    <b>{ $title }</b>

    { $ended ->
        [yes] Ended on { DATE($ends_on) }.
       *[no] From { DATE($starts_on) } to { DATE($ends_on) }.
    }
    Mentors: { $mentors }, mentees: { $mentees }.
programme-title = At present: <b>{ $title }</b>. Write the new title.
programme-starts = The programme begins on { DATE($starts_on) }. Write another day, such as “1 September”.
programme-ends = The programme ends on { DATE($ends_on) }. Write another day, such as “31 May 2027”.
programme-day-unclear = This does not look like a date. Write, for instance, “1 September” or “01.09.2026”.
programme-dates-wrong = This does not work: from { DATE($starts_on) } to { DATE($ends_on) }. The last day must be later than the first, by three years at most.
programme-end = End the programme
programme-end-confirm =
    End the programme <b>{ $title }</b>?

    Nobody new will enter it. All that is recorded stays.
programme-end-yes = Yes, end it
programme-ended = The programme has ended.
