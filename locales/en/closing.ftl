# Closing assignments, acceptance, petitions about terms, twin rows, one's own assignments.

menu-deciding = Acceptance and requests
menu-mine = My assignments

roadmap-card-wanted = Documents: { $given } of { $count } handed in
roadmap-card-document = { $given ->
    [yes] • { $name }: here
   *[no] • { $name }
}
roadmap-card-returned = <b>Given back</b>: { $remark }
roadmap-card-asked = { $asked ->
    [not_needed] You have asked to close it as not needed. There is no answer yet, the activity stays open.
   *[term] You have asked for another term. There is no answer yet, the old one holds.
}
roadmap-card-accepting = { $by_itself ->
    [yes] Waits to be accepted. Without remarks it is accepted by itself on { DAY($until) }.
   *[no] Waits to be accepted: the documents of this activity are looked at by a person.
}
roadmap-card-held = The bot has already: { $held }.
roadmap-close-held = Close by the bot's figures
roadmap-held-pairs = { $count ->
    [one] { $count } running pair
   *[other] { $count } running pairs
}
roadmap-held-surveys = { $count ->
    [one] { $count } completed form
   *[other] { $count } completed forms
}
roadmap-held-banks = { $count ->
    [one] { $count } person in the banks
   *[other] { $count } people in the banks
}
roadmap-held-mentors = { $count ->
    [one] { $count } mentor in the bank
   *[other] { $count } mentors in the bank
}
roadmap-held-mentees = { $count ->
    [one] { $count } mentee in the bank
   *[other] { $count } mentees in the bank
}
roadmap-held-training = { $count ->
    [one] { $count } mentor with training noted
   *[other] { $count } mentors with training noted
}
roadmap-partly = Taken: { $given } of { $wanted }. When all documents are here, the activity closes by itself.
roadmap-which =
    <b>{ $number } { $short }</b>
    Which document is it?
roadmap-which-other = Another document
roadmap-unneeded-ask =
    <b>{ $number } { $short }</b>
    Why is it not needed? Write it in one message.{ $agrees ->
        [department] {" "}It was assigned to you, so it closes when the department agrees.
        [head] {" "}It closes when the head agrees.
       *[nobody] {""}
    }
roadmap-another-term = { $agrees ->
    [nobody] Move the term
   *[other] Ask for another term
}
roadmap-term-ask =
    <b>{ $number } { $short }</b>
    Now: { $deadline }. Choose a new term or write it, for example: 15 October.
roadmap-term-unread = The date could not be read. Write, for example: 15 October or 15.10.2026.
roadmap-term-past = That day is past. Choose today or a later one.
roadmap-reason-ask =
    <b>{ $number } { $short }</b>
    New term: { DATE($until) }. Why? Write it in one message: all concerned will see the reason.
roadmap-asked = The request is sent. The answer will come as a message.
roadmap-asked-already = There is a request about this activity without an answer. Wait for the answer.
roadmap-asked-decided = This request has been answered already.
roadmap-term-moved = The term is moved. The morning digest tells the others concerned.
roadmap-undo-late = More than a day has passed, or it was accepted: only those who accept it can open it again.
roadmap-keep-on = It goes on
roadmap-kept-on = Noted: it goes on. The next question comes in a month.

roadmap-mine =
    <b>My assignments</b>
    Activities whose executor you are. Tap a number to send a document.
roadmap-mine-recent =
    {""}
    What was closed within a day can be taken up again.
roadmap-mine-empty = There are no open assignments.
roadmap-going =
    <b>Does it go on?</b>
    { $count ->
        [0] All activities without a last day have been answered for.
       *[other] Activities without a last day: { $count }. If they are being worked on, tap one button.
    }

roadmap-all-go-on = Yes, all go on
roadmap-goes-on = Answer: does it go on

roadmap-twins-button = Similar activities: { $twins }
roadmap-twins =
    <b>Are these one and the same?</b>
    Your roadmap: { $number } { $title }
    { $issuer }: { $other_number } { $other_title }

    If so, one document closes both.{ $more ->
        [0] {""}
       *[other] {" "}More such pairs: { $more }.
    }
roadmap-twins-none = There are no more similar activities.
roadmap-twins-yes = One and the same
roadmap-twins-no = Different
roadmap-twins-linked = Linked: one document closes both.
roadmap-twins-apart = Noted: these are different activities.

roadmap-deciding =
    <b>Acceptance and requests</b>
    { $total ->
        [0] Nothing waits to be accepted.
       *[other] Handed in and waiting: { $total }. What nobody gives back is accepted by itself after some working days. Tap a number to look, to give back or to leave for later.
    }

roadmap-handed =
    <b>{ $place }.</b> { $school }: { $number } { $title }
    <i>documents: { $documents }{ $checked ->
        [yes] , to be checked
       *[no] {""}
    }{ $left ->
        [yes] , left for later
       *[no] {""}
    }</i>
roadmap-accept = { $left ->
    [0] Accept all: { $total }
   *[other] Accept all but those left: { $left }
}
roadmap-accept-one = Accept
roadmap-accepted = { $count ->
    [0] There was nothing to accept.
   *[other] Accepted: { $count }. It can be undone within a day.
}
roadmap-accept-undo = Undo the acceptance
roadmap-accepted-undone = { $count ->
    [0] Nothing to undo: nothing was accepted within a day.
   *[other] The acceptance is undone: { $count }.
}
roadmap-asked-button = Requests: { $asked }
roadmap-handed-card =
    <b>{ $school }</b>
    { $number } { $title }
roadmap-give-back = Give back with a remark
roadmap-leave-out = { $accept ->
    [yes] Accept along with the rest
   *[no] Leave for later
}
roadmap-give-back-ask =
    <b>{ $school }</b>
    { $number } { $title }

    What has to be mended? Write it in one message; the curator and whoever handed it in get it at once.
roadmap-gave-back = Given back, the remark is sent.
roadmap-given-back =
    <b>Given back to be mended</b>
    { $number } { $title }
    Remark: { $note }
roadmap-asked-card =
    <b>{ $kind ->
        [not_needed] Asked to close as not needed
       *[term] Asked for another term
    }</b>
    { $school }: { $number } { $title }
    { $kind ->
        [not_needed] {""}
       *[term] { $has_due ->
            [yes] The term now: { DATE($due) }, asked for: { DATE($until) }.
           *[no] No date now, asked for: { DATE($until) }.
        }
    }
    Reason: { $reason }
    Asked by: { $by }
roadmap-asked-none = There are no requests without an answer.
roadmap-agree = Agree
roadmap-disagree = Refuse
roadmap-answered = The answer is sent.
roadmap-answer-term = { $agreed ->
    [yes] <b>The term is moved</b>
   *[no] <b>The term is not moved</b>
}
    { $number } { $title }
    { $agreed ->
        [yes] The new term: { DATE($until) }.
       *[no] { DATE($until) } was not agreed to: the old term holds.
    }
roadmap-answer-not_needed = { $agreed ->
    [yes] <b>Closed as not needed</b>
   *[no] <b>The activity stays</b>
}
    { $number } { $title }

roadmap-digest-this_week-head = <b>This week</b>
roadmap-digest-this_week = • { $number } { $title }: by { DAY($due) }
roadmap-digest-goes-on = Activities without a last day, say whether they go on: { $count }
roadmap-digest-overdue-more = Also overdue, named before: { $count }
roadmap-digest-own-late =
    <b>Overdue in your organisation</b>
    Activities of its own roadmap: { $count }
roadmap-digest-moved-head = <b>Terms that were moved</b>
roadmap-digest-moved = • { $number } { $title }: { $has_old ->
    [yes] was { DAY($from) }, is now { DAY($to) }
   *[no] now by { DAY($to) }
}. { $by }: { $reason }
roadmap-digest-decisions = <b>Your decision is waited for</b>{ $asked ->
    [0] {""}
   *[other] , requests: { $asked }
}{ $handed ->
    [0] {""}
   *[other] , handed in and waiting: { $handed }
}
roadmap-digest-decide = Open the acceptance
roadmap-home-given = There is no roadmap of your own yet; below are the department's assignments.

# The documents an activity was closed by, to whoever accepts it.
roadmap-documents = Send me the documents
roadmap-documents-coming = { $count ->
    [one] The document comes as a message in a few seconds.
   *[other] The documents ({ $count }) come as messages in a few seconds.
}
roadmap-no-documents = There are no files here, only a mark or a note.
roadmap-evidence-caption = { $school }: { $number } { $title }
roadmap-link = the link { $link }
roadmap-survey = Set the survey for { DAY($day) }
