# A draft of a roadmap is agreed upon: remarks to rows, the head's signature, the order.

agreeing-button = { $remarks ->
    [0] Have it agreed upon
   *[other] Remarks: { $remarks }
}
agreeing =
    <b>Have it agreed upon</b>
    Who should look at the draft? The bot sends them the rows; their remarks come back to you in the morning digest.
agreeing-nobody =
    <b>Have it agreed upon</b>
    Nobody in the bot could look at the draft: no head, no methodical council, no department. Invite them from the main menu.
agreeing-circle = { $role ->
    [head] Head
    [council] Methodical council
    [methodologist] Methodologists
   *[department] Department
} ({ $people }){ $asked ->
    [yes] {" "}· asked
   *[no] {""}
}
agreeing-asked = { $count ->
    [one] Asked.
   *[other] Asked, people: { $count }.
}
agreeing-remarks = Answer remarks: { $remarks }
agreeing-withdraw = Take back from the head
agreeing-withdrawn = The draft is yours again and can be changed.
agreeing-remark =
    <b>{ $number } { $title }</b>
    Remark ({ $by }): { $text }

    Remarks left: { $count }. Mend the row and press "Taken into account", or type an answer.
agreeing-remark-none = No remark waits for an answer.
agreeing-taken = Taken into account
agreeing-row = Open the row
agreeing-answered = The answer will be in the morning digest.

remarks-wanted =
    <b>Please look at a draft</b>
    { $curator }, { $school }: the draft of the roadmap "{ $title }". Send remarks to its rows if you have any.
remarks-open = Look at the rows
remarks-nobody = Nobody in the bot has this role yet.
remarks-over = This draft is approved or replaced by now: remarks are taken no longer.
remarks-not-asked = The curator has not asked for remarks to this draft yet.
remarks-digest = { $count ->
    [one] A new remark to the draft "{ $title }"
   *[other] New remarks to the draft "{ $title }": { $count }
}
remarks-digest-open = Remarks
remarks-digest-answer = { $how ->
    [words] Answer to your remark to row { $number } ({ $school }): { $answer }
   *[taken] Your remark to row { $number } was taken into account ({ $school }).
}

remarking =
    <b>Draft of a roadmap</b>
    { $title }
    Activities: { $total }. Press the number of a row to write a remark.

    { $list }
remarking-row =
    <b>{ $number }</b> { $title }
    Term: { $deadline }. Executors: { $people }{ $remarks ->
        [0] {""}
       *[other] . Remarks: { $remarks }
    }
remarking-card =
    <b>{ $number } { $title }</b>
    Term: { $deadline }
    Executors: { $people }
    Result: { $result }
remarking-said = • { $by }: { $text }{ $state ->
    [waits] {""}
    [words] {" "}— answer: { $answer }
   *[taken] {" "}— taken into account
}
remarking-ask =
    {""}
    Type a remark to this row.
remarking-done = The remark is kept. The curator will see it in the morning digest.
remarking-sign = Sign: number and date
remarking-give-back = Give back to the curator
remarking-back-ask =
    <b>Give back to the curator</b>
    What should be mended? The curator gets your words at once.
remarking-given-back = The draft is given back to the curator.

sign-roadmap = { $title }, activities: { $count }
signing-look = Look at it
roadmap-to-sign =
    <b>To be signed</b>
    { $curator } lays before you the roadmap "{ $title }". Signed, it comes into force.
roadmap-to-sign-look = Look and sign
roadmap-unsigned =
    <b>The roadmap is not signed</b>
    "{ $title }" is yours again: { $note }
roadmap-signed =
    <b>The roadmap is approved</b>
    "{ $title }" is in force: order No. { $number } of { FULL($day) }.
roadmap-with-head = The draft lies with the head to be signed. To change it, take it back first: "Have it agreed upon".
roadmap-not-with-head = This draft does not lie with the head: it is signed or taken back by now.
roadmap-no-head = There is no head in the bot. Confirm the roadmap yourself and note the order.
roadmap-draft-lies =
    {""}
    The draft lies with the head to be signed. Signed, the roadmap comes into force by itself.
roadmap-sent-to-head = The draft lies with the head now.
roadmap-sign =
    <b>Who approves it?</b>
    The head can sign the roadmap in the bot. If there is an order on paper already, note its number and date.
roadmap-sign-send = Lay it before the head
roadmap-sign-paper = There is an order
roadmap-order-ask =
    <b>The order that approves it</b>
    Type its number and date, for example: 12-o of 05.09.2026. Without a date it is today's.
roadmap-look-order = Approved by order No. { $number } of { FULL($day) }.
roadmap-look-order-button = Note the order

roadmap-new-rows = <b>The roadmap is in force: { $organisation }</b>
roadmap-new-rows-mine = { $count ->
    [one] { $count } activity is yours
   *[other] { $count } activities are yours
}, the nearest term: { $has_due ->
    [yes] { DAY($due) }
   *[no] none yet
}.
roadmap-new-rows-open = My assignments

roadmap-start-button = Begin with a template
roadmap-start =
    <b>Begin with a template</b>
    Choose one. Every row can be changed later, and nothing takes effect before you confirm.
roadmap-start-year =
    <b>{ $name }</b>
    For which school year are the terms? Choose or type it, for example: { $year }.
roadmap-started = The draft is ready: look through its rows.
