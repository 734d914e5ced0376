# The personal programme of a pair.

todo-kind-plans = Programmes of pairs: { $count }
todo-ask-plans = These programmes of pairs wait to be approved. Approve them?
todo-thing-plans = { $mentors } – { $mentees }{ $what ->
    [changed] , changes
   *[new] {""}
}
plan-readonly = { $status ->
    [paused] The pair rests: its programme can only be read now.
   *[other] The pair does not work any more: its programme can only be read.
}
plan-item-gone = This line is not in the programme any more.
plan-item-moved = This line has changed meanwhile: please look at the screen again.
plan-begun = The programme was begun already. You can change it line by line.
plan-full = A programme can have at most { $most } lines.
plan-day-bounds = The term can be no earlier than a year ago and no later than in two years.
plan-sent-already = The programme was sent for approval already.
plan-empty = Please add at least one goal and one activity, then send it.
plan-changed-meanwhile = The programme was changed while you were reading. Read it again: only what you have seen is approved.
plan-waits-no-more = This programme does not wait for approval any more.

menu-personal = Pairs' programmes
my-pair-plan = Programme
pair-plan = Programme
todo-read-plans = Read one by one
personal-status-none = no programme
personal-status-draft = draft
personal-status-sent = waits to be approved
personal-status-approved = approved
personal-kind-goal = Goal
personal-kind-difficulty = Activity: against a difficulty
personal-kind-growth = Activity: for a strength
personal-kind-task = Agreed upon at a meeting
personal-stands-proposed = proposed
personal-stands-open = under way
personal-stands-done = done
personal-stands-dropped = taken out

personal-plan =
    <b>Programme: { $mentors } – { $mentees }</b>
    { $status ->
        [none] Not begun yet.
        [draft] A draft: not sent for approval yet.
        [sent] With the curator and the council for approval.
       *[approved] Approved on { DATE($day) }.{ $changed ->
            [yes] {" "}What was changed since waits to be approved.
           *[no] {""}
        }
    }{ $remarked ->
        [yes] {"\u000A"}Given back with a remark: { $remark }
       *[no] {""}
    }{ $term ->
        [short] {"\u000A"}The programme takes less than three months. For teachers it is usually from 3 months to a year: please check the terms.
        [long] {"\u000A"}The programme takes more than a year. For teachers it is usually from 3 months to a year: please check the terms.
       *[usual] {""}
    }
personal-line = { $head ->
    [goal] {"\u000A"}<b>Goals</b>{"\u000A"}
    [difficulty] {"\u000A"}<b>Against difficulties</b>{"\u000A"}
    [growth] {"\u000A"}<b>For strengths</b>{"\u000A"}
    [task] {"\u000A"}<b>Agreed upon at meetings</b>{"\u000A"}
   *[none] {""}
}{ $n }. { $title }{ $has_due ->
    [yes] {" "}(by { DAY($due_on) })
   *[no] {""}
}{ $state ->
    [late] {" "}<b>overdue</b>
    [told] {" "}<b>done, waits for the mentor's mark</b>
    [done] {" "}<b>done</b>{ $mark ->
        [0] {""}
       *[other] {" "}({ $mark } of 10)
    }
    [proposed] {" "}<b>proposed</b>
   *[open] {""}
}
personal-how = { $working ->
    [no]
        {""}
        The pair does not work now: the programme can only be read.
   *[yes] { $fresh ->
        [no]
            {""}
            A number opens its line. A new one can simply be written: "An open lesson by 12.12".
       *[yes] { $side ->
            [mentor]
                {""}
                Choose what to begin with: lines and terms can be changed later. Or write the first goal.
           *[mentee]
                {""}
                The mentor begins the programme. Write what you want to reach: the mentor will see it.
        }
    }
}
personal-level-light = One question: { $months } mo.
personal-level-usual = Usual: { $months } mo.
personal-level-deep = Many difficulties: { $months } mo.
personal-send = Send for approval
personal-add = Add a line
personal-history = What was changed
personal-begun = The programme is begun. Please check its lines and send it for approval.
personal-sent = Sent. The morning digest will tell you the answer.
personal-add-how = Write a goal or an activity in one line, with the term at its end: "An open lesson by 12.12".
personal-kind-ask =
    <b>{ $title }</b>{ $has_due ->
        [yes] {" "}(by { DAY($due_on) })
       *[no] {""}
    }
    What is it?
personal-is-goal = A goal
personal-is-difficulty = Against a difficulty
personal-is-growth = For a strength
personal-added = Added.
personal-item =
    <b>{ $kind }</b>
    { $title }
    { $has_due ->
        [yes] Due: { DATE($due_on) }{ $state ->
            [late] {" "}(overdue)
           *[other] {""}
        }
       *[no] No term given.
    }
    Now: { $state ->
        [told] the mentee says it is done
       *[other] { $stands }
    }{ $mark ->
        [0] {""}
       *[other] , mark { $mark } of 10
    }{ $has_expected ->
        [yes] {"\u000A"}Expected: { $expected }
       *[no] {""}
    }{ $has_actual ->
        [yes] {"\u000A"}Came of it: { $actual }
       *[no] {""}
    }
personal-take = Take it in
personal-decline = Do not take it
personal-finish = Done
personal-reopen = Open it again
personal-result = Result and mark
personal-tell = I have done it
personal-untell = Not done yet
personal-due = Term
personal-title = Change the text
personal-expected = Expected result
personal-drop = Take out
personal-taken = Taken in.
personal-declined = Not taken.
personal-told = Noted. The mentor will see it and say what came of it.
personal-untold = The note is gone.
personal-kept = Saved.
personal-dropped = Taken out of the programme.
personal-title-ask =
    <b>{ $title }</b>
    Write the new text.
personal-due-ask =
    <b>{ $title }</b>
    By which day? Choose or write: 12.12.
personal-expected-ask =
    <b>{ $title }</b>
    Which result do you expect? A sentence or two.
personal-drop-sure =
    <b>{ $title }</b>
    Take it out of the programme?
personal-drop-yes = Yes, take it out
personal-done =
    <b>{ $title }</b>
    Marked as done.{ $has_actual ->
        [yes] {"\u000A"}Came of it: { $actual }
       *[no] {"\u000A"}What came of it? Write a sentence.
    }{ $mark ->
        [0] {"\u000A"}Your mark from 1 to 10, if you like:
       *[other] {"\u000A"}Your mark: { $mark } of 10
    }
personal-done-back = Ready
personal-changes =
    <b>What was changed in the programme</b>
    { $count ->
        [0] Nothing was changed.
       *[other] The newest first.
    }
personal-change = { DAY($on) }, { $who }: { $what }{ $titled ->
    [yes] {" "}"{ $title }"
   *[no] {""}
}{ $moved ->
    [both] {"\u000A"}was: { $was }{"\u000A"}became: { $became }
    [became] : { $became }
   *[none] {""}
}
personal-change-day = { DATE($day) }
personal-change-added = added
personal-change-proposed = proposed
personal-change-taken = a proposal taken in
personal-change-declined = a proposal not taken
personal-change-dropped = taken out
personal-change-title = new text
personal-change-expected = new expected result
personal-change-due = new term
personal-change-done = done
personal-change-reopened = open again
personal-change-sent = sent for approval
personal-change-approved = approved
personal-change-returned = given back
personal-office =
    <b>Pairs' programmes</b>
    { $waits ->
        [0] Nothing waits to be approved.
       *[other] Waiting to be approved: { $waits }.
    } { $without ->
        [0] {""}
       *[other] Without a programme: { $without }.
    }
personal-office-row = { $mentors } – { $mentees }: { $status }{ $changed ->
    [yes] , changes wait
   *[no] {""}
}
personal-approve = Approve
personal-give-back = Give back with a remark
personal-all = All programmes
personal-approved = Approved. The morning digest will tell the pair.
personal-given-back = Given back. The mentor will see your remark.
personal-give-back-ask = What is to be changed? The mentor and the mentee will see your remark.
personal-open = Open the programme
personal-read = Pairs' programmes
personal-digest-late = { $count ->
    [one] Programme ({ $others }): "{ $title }" is overdue.
   *[other] Programme ({ $others }): { $count } lines are overdue, among them "{ $title }".
}
personal-digest-mark = Programme ({ $others }): { $told ->
    [0] {""}
   *[other] said to be done: { $told }{ $proposed ->
        [0] {""}
       *[other] ,{" "}
    }
}{ $proposed ->
    [0] {""}
   *[other] proposed: { $proposed }
}. It waits for you.
personal-digest-answer = { $what ->
    [approved] The programme ({ $others }) was approved.
   *[returned] The programme ({ $others }) was given back{ $remarked ->
        [yes] : { $remark }
       *[no] .
    }
}
personal-digest-waits = Programmes of pairs that wait for your approval: { $count }.
pair-plan-caption = The personal programme of a pair.
personal-document = Document (.docx)
personal-block-difficulty = Against difficulties
personal-block-growth = For strengths
personal-block-task = Agreed upon at meetings
menu-plan-bank = Bank of programmes
personal-no-name = [name]
personal-bank-open = Bank of programmes
personal-bank =
    <b>Bank of programmes</b>
    { $count ->
        [0] Programmes kept as templates will stand here: without names and results.
       *[other] Programmes without names and results. Others can be begun from them.
    }
personal-schools-open = By school
personal-schools =
    <b>Programmes of pairs by school</b>
    { $count ->
        [0] There are no schools yet.
       *[other] { $pairs ->
            [0] No pair is at work yet.
           *[other] Programmes approved: { $approved } of { $pairs }. With a term gone by: { $late }.
        }
    }

personal-school = { $school }: { $pairs ->
    [0] no pairs
   *[other] { $approved } of { $pairs } approved{ $waiting ->
        [0] {""}
       *[other] , { $waiting } to approve
    }{ $drafts ->
        [0] {""}
       *[other] , { $drafts } in draft
    }{ $late ->
        [0] {""}
       *[other] , <b>{ $late } overdue</b>
    }
}
personal-bank-card =
    <b>{ $title }</b>
    { $organisation }{ $shared ->
        [yes] , shared with the department
       *[no] , seen in the school alone
    }
personal-kept-line = • { $kind }. { $title }{ $timed ->
    [yes] {" "}(week { $week })
   *[no] {""}
}
personal-keep = Keep as a template
personal-keep-how =
    So the programme will be kept for other pairs: names are replaced, results and marks are not in it. Please check that nobody can be recognised, and write a name for the template.
    {""}
personal-kept-done = The template is kept. It is seen in your school.
personal-share = Share upward
personal-unshare = Take back from bank
personal-shared = Shared: the department and the schools beside see it.
personal-unshared = Taken back: only your school sees it.
personal-remove = Delete the template
personal-remove-sure =
    <b>{ $title }</b>
    Delete the template? Programmes begun from it stay.
personal-remove-yes = Yes, delete it
personal-removed = The template is deleted.
plan-bank-full = The school's bank has { $most } programmes already: delete some first.
meeting-tasks = Recorded. Tasks with a term added to the programme: { $count }.
