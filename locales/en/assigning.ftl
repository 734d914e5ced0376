# Executors in words and who stands behind them; assignments for schools; activities over schools.

roadmap-card-issuer = Assigned by: { $issuer }

roadmap-executors-button = { $unnamed ->
    [0] Executors
   *[other] Executors: { $unnamed } to confirm
}
roadmap-executors =
    <b>Executors</b>
    { $waiting ->
        [0] Who carries out what in the roadmap. Tap a name to change it.
       *[other] The bot suggests who carries out the activities. Check and confirm all at once, or correct one by one: tap a name. The answer is remembered for later roadmaps.
    }

roadmap-executor = • { $words } ({ $activities ->
    [one] { $activities } activity
   *[other] { $activities } activities
}): { $decided ->
    [yes] { $holder }
   *[no] <i>{ $holder }?</i>
}{ $gone ->
    [yes] {" "}(has stopped the bot, you are told of the terms)
   *[no] {""}
}
roadmap-executors-none = The roadmap in force names no executors: all activities are with those who keep it.
roadmap-executors-accept = All correct: { $waiting }
roadmap-executors-accepted = { $count ->
    [0] There was nothing to confirm.
   *[other] Confirmed: { $count }.
}
roadmap-executor-ask =
    <b>{ $words }</b>
    Who is it? Now: { $holder }.

    Choose a role or a person. Whoever is not on the list has to be invited to the bot first.
roadmap-executor-saved = Saved.
roadmap-holder-keepers = ourselves, who keep the roadmap
roadmap-holder-schools = every school
roadmap-holder-head = the head
roadmap-holder-council = the methodical council
roadmap-holder-methodologist = the methodologist
roadmap-holder-undecided = not decided

roadmap-spread =
    <b>The schools have their assignments</b>
    Schools: { $schools }. Assignments for a school: { $count ->
        [one] { $count }
       *[other] up to { $count }
    }. The morning digest will remind curators of the terms. A school you connect later gets the open ones by itself.
roadmap-spread-open = Open the activities

roadmap-to-activities = By activity
roadmap-to-schools = By school
roadmap-columns =
    <b>Activities over the schools</b>
    Those not closed and due soonest come first. Tap a number to see the schools.

roadmap-column =
    <b>{ $number }</b> { $title }
    <i>{ $has_due ->
        [yes] by { DAY($due) }, closed by
       *[no] no date, closed by
    } { $closed } of { $total }{ $overdue ->
        [0] {""}
       *[other] , overdue in { $overdue }
    }</i>
roadmap-columns-none = Nothing is assigned to schools yet. Open “Roadmap”, “Executors” and mark which executors mean the schools.
roadmap-column-card =
    <b>{ $number } { $title }</b>
    { $has_due ->
        [yes] Due by { DATE($due) }
       *[no] No date
    }. Closed by { $closed } of { $total }.

roadmap-column-group = <b>{ $state ->
    [late] Overdue
    [going] In work
   *[closed] Closed
}: { $count }</b>
    { $names }{ $more ->
        [0] {""}
       *[other] {" "}and { $more } more
    }
roadmap-remind-all = Remind those who have not closed it: { $waiting }
roadmap-remind-school = Remind the school's curators
roadmap-reminded = { $told ->
    [0] No new reminders.
   *[other] Reminder sent, schools: { $told }.
}{ $before ->
    [0] {""}
   *[other] {" "}Already reminded today: { $before }.
}{ $nobody ->
    [0] {""}
   *[other] {" "}Nobody to remind in { $nobody }: there is no curator, or the bot was stopped.
}
roadmap-reminded-school = { $nobody ->
    [0] { $told ->
        [0] This school was reminded today already.
       *[other] Reminder sent.
    }
   *[other] Nobody to remind: there is no curator in the bot, or the bot was stopped.
}
roadmap-nothing-late = Nothing is overdue any more: there is nothing to remind of.
roadmap-nudge =
    <b>The education department reminds you</b>
    { $number } { $title }{ $has_due ->
        [yes] : due { DAY($due) }
       *[no] {""}
    }
roadmap-nudge-open = Open the activity
roadmap-nudge-late =
    <b>The education department reminds you</b>
    Overdue: { $count }
    { $rows }
roadmap-move-for-all = Move the term
roadmap-checked = { $checked ->
    [yes] Checked: a person looks at the documents
   *[no] Not checked: accepted by itself
}
roadmap-move-ask =
    <b>{ $number } { $title }</b>
    Choose a new term for all who have not closed it ({ $waiting }), or write it, for example: 15 October.
roadmap-move-reason =
    <b>{ $number } { $title }</b>
    New term: { DATE($until) }. Why? The curators of the schools see the reason in the morning digest.
roadmap-moved-for-all = The term is moved for { $count } organisations. The morning digest will tell of it.
