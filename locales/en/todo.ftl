# What waits for the curator's decision.

menu-todo = To decide

todo-kinds =
    <b>To decide</b>
    { $count ->
        [0] Nothing waits for your decision.
       *[other] Waiting: { $count }
    }
todo-kind-people = Came by a link: { $count }
todo-kind-selection = Choice of mentors: { $count }
todo-ask-people = These people have joined by the common link. Do all of them take part?
todo-ask-selection = These mentors have filled in the questionnaire. Are they taken into the bank?
todo-thing-people = { $name }, { $placed ->
    [no] { $side ->
        [mentor] mentor
       *[mentee] mentee
    }
   *[other] { $place }
}
todo-thing-selection = { $name }{ $placed ->
    [no] {""}
   *[other] , { $place }
}
todo-things =
    { $ask }
    {""}
todo-row = { $n }. { $out ->
    [yes] <s>{ $thing }</s> – left out
   *[no] { $thing }
}
todo-how =
    {""}
    Press the number of what is not to be decided yet. The others: { $count }, left out: { $out }.{ $later ->
        [0] {""}
       *[other] {" "}{ $later } more come once these are decided.
    }
todo-approve = { $kind ->
    [verdicts] Pass the others on
    [representatives] Confirm the others
   *[other] Approve the others
}
todo-refuse = Refuse the marked ones
todo-approved = { $kind ->
    [verdicts] Passed to the council
    [representatives] Confirmed
   *[other] Approved
}: { $count }.{ $changed ->
    [0] {""}
   *[other] {" "}Changed while you looked, and still in the list ({ $changed }): { $names }
}
todo-refused = Refused: { $count }.
person-refused-notice = The school's curator has not confirmed that you take part. If this is a mistake, ask them for a new link.
