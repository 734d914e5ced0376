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
board-no-consent = No consent: { $count }
board-mentors-no-consent = Mentors without: { $count }
board-no-request = No request: { $count }
board-untrained = Not trained: { $count }
board-unchecked = Not checked: { $count }
board-unmatched = No pair: { $count }
board-no-order = Pairs without order: { $count }
board-no-entry = Pairs without form: { $count }
board-no-meeting = Not met for long: { $count }
board-still-running = Pairs still at work: { $count }
board-done = Stage done
board-reopen = Reopen the last stage
board-moved = The stage has changed already: look at the screen again.
board-behind = <b>{ $line }</b>
board-name = { $n }. { $name }
board-edit = Change the stages
board-editing =
    <b>Change</b>
    Choose a stage to name it your own way or to date it. The next programme begins with these names.
    Set: { $model ->
        [teachers-2021] six stages, teachers (2021)
       *[pupils-2019] seven stages, pupils (2019)
    }. Meetings once in { $rhythm } days.
board-rhythm = Rhythm of meetings
board-target = How many pairs
board-model = The other set of stages
board-kept = Kept.
board-stage-how =
    <b>{ $stage }</b>
    Write a new name, or set a day.
board-until = Set a day
board-until-how = By which day is "{ $stage }" to be done? For example: 15 October.
board-rhythm-how = Now: at least once in { $rhythm } days. Write a number of days.
board-target-how = { $target ->
    [0] How many pairs is the programme to have?
   *[other] The target is { $target } now. How many pairs is the programme to have?
} Write a number.
board-rhythm-bounds = From { $least } to { $most } days.
board-target-bounds = From 1 to { $most } pairs.
