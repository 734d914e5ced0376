### Stages of a programme.

programme-board = Stages
board-title =
    <b>Stages</b>: { $title }
    Pairs now: { $pairs }{ $target ->
        [0] {""}
       *[other] {" "}of { $target }
    }. Meetings at least once in { $rhythm } days.
board-stage = { $where ->
    [done] ✓ { $n }. { $stage }
    [now] ▸ <b>{ $n }. { $stage }</b>
   *[ahead] { $n }. { $stage }
}{ $dated ->
    [yes] { $where ->
        [done] {", "}{ DAY($day) }
       *[ahead] {", "}by { DAY($day) }
    }
   *[no] {""}
}
board-missing =
    {""}
    { $over ->
        [yes] All stages are done.
       *[no] { $count ->
            [0] All is ready for the next stage.
           *[other] What is missing to go on (press a line to see the list):
        }
    }
board-line = { $what }: { $count }
board-no-consent = No consent
board-mentors-no-consent = Mentors without
board-no-request = No request
board-untrained = Not trained
board-unchecked = Not checked
board-unmatched = No pair
board-no-order = Pairs without order
board-no-plan = Pairs, no programme
board-no-entry = Pairs without form
board-no-meeting = Not met for long
board-still-running = Pairs still at work
board-no-report = Pairs without reports
board-done = Stage done
board-reopen = Reopen the last stage
board-moved = The stage has changed already: look at the screen again.
board-behind = <b>{ $line }</b>
board-name = { $n }. { $name }
board-edit = Change the stages
board-editing =
    <b>Change</b>
    Choose a stage: name it your own way, move it, remove it, date it, add a new one. The next programme begins with these stages.
    Set: { $model ->
        [teachers-2021] six stages, teachers (2021)
       *[pupils-2019] seven stages, pupils (2019)
    }. Meetings once in { $rhythm } days.
board-rhythm = Rhythm of meetings
board-target = How many pairs
board-model = The other set of stages
board-model-ask = { $model ->
        [teachers-2021] Take the seven stages of pupils' programmes (2019)?
       *[pupils-2019] Take the six stages of teachers' programmes (2021)?
    } Your own names, the stages you added and what is marked done in this programme will be lost.
board-model-yes = Take the other set
board-kept = Kept.
board-stage-how =
    <b>{ $n }. { $stage }</b>
    Stage { $n } of { $of }. { $wanted ->
        [0] It checks nothing.
        [one] It checks { $wanted } condition.
       *[other] It checks { $wanted } conditions.
    }
    Write a new name, or choose what to change.
board-checks = What to check
board-checks-how =
    What is to be done to finish the stage "{ $stage }"? What you mark is shown on the screen "Stages" while anybody is left in its list.
board-check-mark = { $on ->
    [yes] {"✓ "}
   *[no] {""}
}{ $what }
board-up = Earlier
board-down = Later
board-new = New stage after this one
board-new-how = What is the new stage after "{ $stage }" called?
board-remove = Remove the stage
board-remove-ask = Remove the stage "{ $stage }"? Its checks go with it, the other stages stay as they are.
board-remove-yes = Yes, remove
board-stages-most = There cannot be more than { $most } stages.
board-stages-one = It is the only stage: the programme would have none without it.
board-until = Set a day
board-until-how = By which day is "{ $stage }" to be done? For example: 15 October.
board-rhythm-how = Now: at least once in { $rhythm } days. Write a number of days.
board-target-how = { $target ->
    [0] How many pairs is the programme to have?
   *[other] The target is { $target } now. How many pairs is the programme to have?
} Write a number.
board-rhythm-bounds = From { $least } to { $most } days.
board-target-bounds = From 1 to { $most } pairs.
