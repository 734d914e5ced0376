# The life of a pair: who is in it, pauses, extension, replacement, end.

pairs-applications = Applications ({ $applications })
pairs-orders = Orders to number ({ $orders })
pair-members = Members and history
pair-change-button = Change
pair-change =
    <b>{ $mentors } – { $mentees }</b>
    What should change?
pair-pause = Pause till a day
pair-resume = End the pause
pair-extend = Extend
pair-replace = Replace the mentor
pair-undo = Undo: ended by mistake
pair-again = A new cycle, the same people
pair-undo-done = The pair is at work again. Its people get a message.
pair-pause-ask =
    <b>{ $mentors } – { $mentees }</b>
    Till which day? On it the pair begins again by itself. You may write the day: 12.10.
pair-pause-done = The pair is on a pause. Its people get a message.
pair-resume-done = The pair is at work again.
pair-paused = Your pair is on a pause till { DATE($until) }. Meetings planned for that time are cancelled.
pair-resumed = The pause is over: your pair is at work again.
pair-undone = Your pair is at work again: its end was a mistake.
pause-day = A pause ends tomorrow at the earliest and on { DATE($latest) } at the latest.
pair-extend-ask =
    <b>{ $mentors } – { $mentees }</b>
    Till which day? It holds once everybody in the pair agrees. You may write the day: 31.08.
extension-asked = Everybody in the pair is asked about the extension.
extension-day = The new term has to be later than the present one ({ DATE($day) }), by no more than a year.
pair-replace-sure =
    <b>{ $mentors } – { $mentees }</b>
    Replace the mentor? The pair ends, and the next mentor and the mentee get invitations. They do not learn the reason.
pair-replace-yes = Yes, replace
replace-done = The pair has ended. The next mentor is invited.
replace-done-nobody = The pair has ended. The matching has no other mentor: choose by hand, “New pair”.
replace-group = This group has one mentor for all: open “Members and history”, add another mentor, let the former one go.
replace-nobody = The last matching has no other mentor for { $mentees }. Start the matching anew, or make a pair by hand.
pair-ground =
    <b>{ $mentors } – { $mentees }</b>
    If the work is done, complete it as planned. If the pair parts before its term, choose the ground: it stands in the draft order.
ground-unknown = This ground is not in the school's list any more. Choose from the list.
undo-late = An end can be undone for a day. Make a new cycle with the same people.
cycle-gone = Somebody of the pair is not in the school any more. Make the pair anew.

group-members = <b>Who is in the pair</b>
group-member = { $side ->
    [mentor] Mentor
   *[mentee] Mentee
} { $name }{ $primary ->
    [yes] , answers for the pair
   *[no] {""}
}
group-history =
    {""}
    <b>What happened</b>
group-event = { DAY($day) }: { $what } { $who }
group-add-mentee = Add a mentee
group-add-mentor = Add a mentor
group-leave = Who leaves
group-primary = Who answers for the pair
group-add =
    { $count ->
        [0] There is nobody to add.
       *[other] Who is to be added ({ $side ->
            [mentor] a mentor
           *[mentee] a mentee
        })? In brackets, how many pairs they have.
    }
group-who-leaves = Who leaves the group? Their meetings and the history stay.
group-who-answers = Which of the mentors answers for the pair?
group-join-done = Done. The others get a message.
group-leave-done = Done. The others get a message.
group-primary-done = Noted.
group-inside = This person is in the pair already.
group-full = A group has at most { $most } people.
group-last = This is the last one of that side. To let them go, end the pair.
group-joined = { $who } has joined your group.
group-left = { $who } has left your group.
group-left-self = You are not in the group of { $others } any more. Thank you for your meetings!

pair-event-propose = draft
pair-event-ask = invitations sent
pair-event-answer = answer
pair-event-agree = all agree
pair-event-reopen = consent is needed again
pair-event-order = draft order
pair-event-recall = order taken back
pair-event-sign = order signed
pair-event-activate = beginning
pair-event-pause = pause
pair-event-resume = end of the pause
pair-event-complete = completed
pair-event-end = ended early
pair-event-cancel = called off
pair-event-undo = the end undone
pair-event-join = joined
pair-event-leave = left
pair-event-primary = answers for the pair
pair-event-extend = extended
pair-event-award = proposed for an award
pair-event-phone = phone
pair-event-link = video link

orders =
    <b>Orders to number</b>: { $count }
    { $count ->
        [0] All orders are signed.
       *[other] The head notes number and day under “To sign”, or you copy them from the signed paper.
    }
order-card =
    <b>{ $title }</b>
    Write the number and the day: “12-o of 5 September”. Without a day it is today's, { DAY($day) }.
order-send = Send the document
order-sent = The document comes in a message of its own.
order-noted = The number and the day are noted.

applications =
    <b>Applications</b>: { $count }
    { $count ->
        [0] There is nothing to decide.
       *[other] Only curators and the head see them.
    }
application-row = { $n }. { $kind }: { $who }, { DAY($day) }
application-kind-extension = extension
application-kind-replacement = replacement
application-kind-relief = relief from mentoring
application-kind-helper = helper
application-kind-award = award
application-replacement = { $who } asks for another partner. The reason: “{ $reason }”. The partner does not know of it.
application-relief = { $who } asks to be relieved of mentoring. The reason: “{ $reason }”.
application-award = { $who } proposes an award for the mentor: “{ $reason }”.
application-look = Open
application-card =
    <b>Application: { $kind }</b>
    { $who } ({ $side ->
        [mentor] mentor
       *[mentee] mentee
    }), { DATE($day) }.
    The reason: “{ $reason }”
    { $what ->
        [award] For: { $subject }.
        [relief] It concerns all pairs of this mentor.
       *[other] The pair: { $mentors } – { $mentees }. The partner does not know who asks.
    }
    { $status ->
        [open] {""}
        [granted] Granted.
       *[declined] Left as it is.
    }
application-grant = Grant
application-decline = Leave it as it is
application-sure = { $what ->
    [replacement] The pair { $mentors } – { $mentees } ends, the next mentor of the matching is invited. Nobody learns who asked. Go on?
    [relief] All pairs of { $who } end, for each mentee the next mentor is proposed, and an order is drafted. Go on?
   *[award] Note that { $subject } is proposed for an award?
}
application-grant-yes = Yes
application-granted = Done.
application-declined-done = Noted, the person gets an answer.
application-declined = { $kind ->
    [replacement] The curator has considered your request for another partner and proposes to go on for now. Write to them if you want to talk.
    [relief] The curator has considered your request to be relieved and would like to talk it over. They will get in touch.
   *[award] The proposal of an award was considered, without a decision so far.
}
application-open = There is such an application already, it is being considered.
application-over = This application has been decided already.
award-oneself = You cannot propose yourself.

consent-extension = { $who } proposes to extend your pair till { DATE($until) }. Do you agree?
consent-helper = { $who } invites you to help with { $mentees }. Do you agree to be one more mentor of this pair?
consented-extension = { $answer ->
    [yes] All agree: the pair is extended.
   *[no] The extension came to nothing: not everybody agreed.
}
consented-helper = { $answer ->
    [yes] Your colleague agreed to help and is in the pair now.
   *[no] Your colleague cannot help at present.
}
consent-kept = { $answer ->
    [yes] { $holds ->
        [yes] Thank you! All agree.
       *[no] Thank you! The others have not answered yet.
    }
   *[no] All right, everything stays as it is.
}

menu-my-pair = My pair
my-pairs = { $count ->
    [0] You have no pair at work yet. You will be told when there is one.
   *[other] <b>Your pairs</b>
}
my-pair =
    { $side ->
        [mentor] You are the mentor of <b>{ $others }</b>.
       *[mentee] Your mentor is <b>{ $others }</b>.
    }{ $with_others ->
        [yes] {" "}Beside you: { $beside }.
       *[no] {""}
    }
    Together since { DATE($started_on) }{ $has_end ->
        [yes] {" "}till { DATE($ends_on) }
       *[no] {""}
    }.{ $paused ->
        [yes] {" "}A pause till { DATE($until) }.
       *[no] {""}
    }{ $has_order ->
        [yes] {" "}Order No. { $order } of { DATE($order_on) }.
       *[no] {""}
    }
my-pair-extend = Extend
my-pair-helper = Ask a colleague to help
my-pair-award = Propose an award
my-pair-replace = Ask for another partner
my-pair-relief = Relieve me of mentoring
my-pair-extend-ask = Till which day? The others of the pair are asked. You may write the day: 31.08.
my-pair-replace-ask =
    Write why you need another partner. Only the curator and the head see it.
    Your partner learns nothing, neither now nor who asked.
my-pair-relief-ask = Write why you ask to be relieved of mentoring. The curator and the head see it. It concerns all your pairs.
my-pair-helper-ask = { $count ->
    [0] There are no other mentors in the school yet.
   *[other] Whom do you ask? With their consent they are one more mentor of the pair.
}
my-pair-award-ask = What should the mentor be thanked for? Write one message, the curator and the head get it.
application-sent = Sent to the curator and the head.
helper-asked = Your colleague is invited.

contact =
    <b>Contact</b>: { $others }
    { $has_link ->
        [yes] Video meetings: { $link }
       *[no] There is no link for video meetings yet. To add one, send it here.
    }
    { $standing ->
        [hidden] Phones are hidden. { $has_phone ->
            [yes] They are shown only if both sides allow it.
           *[no] To exchange them, send your number here.
        }
        [waiting] You allow your phone ({ $phone }) to be seen. It will be, once the other side allows theirs.
       *[both] The phones:
    }
contact-phone = { $phone }
contact-share = Show my phone
contact-hide = Hide my phone
contact-shared = Your phone will be seen once the other side allows theirs.
contact-hidden = Your phone is hidden.
contact-both = Both sides allow their phones to be seen.
contact-link-told = The link for your pair's video meetings: { $link }
contact-kept-link = The link is kept, the others get it.
contact-kept-phone = The number is kept. Nobody sees it till you allow that.
contact-no-phone = First send your number here.
contact-what = Send a link that begins with https://, or a phone number.

draft-relieved =
    A mentor is relieved of mentoring. Without a pair now: { $mentees }.
    { $score ->
        [0] The last matching has no other candidate.
       *[other] Next in the matching: <b>{ $next }</b>, { $score } %.
    }

pair-contact = Phone and video

pair-complete = Complete as planned
pair-grounds-change = Change the grounds
pair-grounds =
    <b>Grounds of an early end</b>
    Send a new list, one a line: it takes the place of this one.
    {""}
rules-line = • { $line }
rules-usual = The usual list again
rules-kept = Noted.
rules-lines = Send one to { $most } lines.
rules-line-long = The line “{ $line }…” is longer than { $limit } characters. Shorten it.
rules-three = It has to be { $count } lines, a question each.
talk-button = What to talk of first
talk-forms = What can a pair begin a talk with? Choose the form of mentoring.
talk-lines =
    <b>What to begin a talk with</b>
    Every new pair gets it. To change it, send three questions, one a line.
    {""}
pair-complete-sure =
    Complete the pair <b>{ $mentors } – { $mentees }</b>? Meetings: { $meetings }.
    { $final ->
        [yes] The final meeting is recorded.
       *[no] The final meeting is not recorded yet. It is better to hold and record it first.
    }
    Mentor and mentee get thanks and the journal, the mentor a certificate besides. Each is asked for a short report on the work, which only you read{ $asks ->
        [yes] , and for the exit form.
       *[no] .
    }
pair-complete-yes = Yes, complete it
pair-complete-done = Done. The people get thanks and papers; the reports will stand on the card of the pair.
pair-completed-mentor =
    The work of your pair is done. The mentee: { $others }. Meetings: { $meetings }, hours: { $hours }.
    Thank you for your time and attention! If you want to go on, tell the curator.
pair-completed-mentee =
    The work of your pair is done. The mentor: { $others }. Meetings: { $meetings }, hours: { $hours }.
    Thank you for taking part! If you want to go on, or to be a mentor yourself, tell the curator.
reports-open = Reports
reports-title =
    <b>Reports on the work of the pair</b>
    Mentor and mentee write one each: three questions. Only you see the reports.
report-row = { $side ->
    [mentor] Mentor's report
   *[mentee] Mentee's report
}, { $name }: { $sent ->
    [yes] handed in { DAY($sent_on) }
   *[no] not yet handed in
}
report-read = { $side ->
    [mentor] Mentor
   *[mentee] Mentee
}: { $name }
reports-ask = Remind or fill in
report-card =
    <b>{ $side ->
        [mentor] Mentor's report
       *[mentee] Mentee's report
    }</b>, { $name }, { DAY($sent_on) }
    {""}
report-answer =
    <i>{ $question }</i>
    { $said }
report-not-sent = This report has not been handed in yet.
pair-certificate = The mentor's certificate
pair-certificate-caption = Certificate: { $mentor }.
certificate-early = The certificate is ready when the pair has completed its work.
pair-journal = Journal of meetings
pair-journal-caption = The pair's journal, meetings in it: { $count }. There are no marks, comments or private notes in it.
paper-short-day = { FULL($date) }
paper-month = { MONTH($date) }
paper-certificate = certificate
paper-hours = mentoring-hours
paper-journal = journal
