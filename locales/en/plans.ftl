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
plan-waits-no-more = This programme does not wait for approval any more.
