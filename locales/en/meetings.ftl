# Meetings: recording, the list, marks.

menu-record = Record a meeting
menu-meetings = My meetings

meeting-kind-acquaintance = getting acquainted
meeting-kind-trial = trial meeting
meeting-kind-planning = planning
meeting-kind-working = working meeting
meeting-kind-final = final meeting

meeting-pair =
    <b>Recording a meeting</b>
    { $count ->
        [0] You have no pair yet. The curator makes it; as soon as it is there you will get a message.
       *[other] With whom was the meeting?
    }
meeting-card =
    <b>Recording a meeting</b>
    With: { $who }
    When: { $when ->
        [today] today, { DAY($held_on) }
        [yesterday] yesterday, { DAY($held_on) }
       *[other] { DATE($held_on) }
    }
    Length: { $minutes } min
    Kind: { $kind }
    { $noted ->
        [yes] Note: { $note }
       *[no] All correct? Press “Record”.
    }

    Another day, length or a note can be typed: “12.10”, “50” or “Made a plan”.
meeting-card-unsure = <b>Please make sure of: { $unsure }.</b> Press a button or type it.
meeting-unsure-when = the day
meeting-unsure-minutes = the length
meeting-unsure-kind = the kind of meeting
meeting-unsure = First make sure of what is marked on the card.
meeting-told-not-held = This meeting seems to be still to come, or did not take place. Only one that did can be recorded.
meeting-save = Record
meeting-today = Today
meeting-yesterday = Yesterday
meeting-length = { $minutes } min
meeting-other-kind = Another kind of meeting
meeting-other-pair = Another pair
meeting-kind = What kind of meeting was it?
meeting-saved =
    <b>The meeting is recorded</b>
    { $who }: { $kind }, { DAY($held_on) }, { $minutes } min

    { $mark ->
        [0] The mentee will be asked how useful it was. And what do you think? 1 – not at all useful, 10 – very. You need not answer; only the curator sees it.
       *[other] Your mark: { $mark }. Only the curator sees it. You can change it within a week.
    }
meeting-again = Record one more

meeting-future = { DAY($day) } has not come yet. Only a meeting that took place can be recorded.
meeting-before-pair = The pair was made on { DATE($day) }; no meeting can be recorded before that day.
meeting-minutes = A meeting lasts from { $shortest } to { $longest } minutes.
meeting-exists = A meeting of this kind is recorded for { DAY($day) } already. If there were two, choose another kind.
meeting-pair-over = This pair has ended, no new meeting can be recorded. If that is a mistake, tell your curator.
meeting-pair-not-begun = This pair has not begun yet: meetings are recorded once it is approved.

meetings-mine =
    <b>My meetings</b>: { $count }
    { $count ->
        [0] { $mentor ->
            [yes] None yet. After the first one press “Record a meeting” in the menu.
           *[no] None yet. After the first one the bot will ask how useful it was.
        }
       *[other] { $hours ->
            [0] { $minutes } min
           *[other] { $hours } h { $minutes } min
        } in all. { $unmarked ->
            [0] All have your mark.
           *[other] Without your mark: { $unmarked }. Choose a meeting to give one.
        }
    }
meeting-label = { SHORT($held_on) }, { $partner }
meeting-mine =
    <b>{ DATE($held_on) }, { $kind }</b>
    With: { $who }
    Length: { $minutes } min
meeting-mine-note =
    Your note (you and the curator see it): { $note }
meeting-mine-mark =
    { $mark ->
        [0] How useful was the meeting? 1 – not at all, 10 – very. Only the curator sees the answer.
       *[other] Your mark: { $mark }{ $open ->
            [yes] . You can still change it.
           *[no] {""}
        }
    }
meeting-mine-words = Your comment: { $words }

feedback-prompt =
    How was the meeting on { DAY($day) }? Mentor: { $mentor }.

    How useful was it: 1 – not at all, 10 – very. Only the curator sees the answer.
feedback-mark = { $mark }
feedback-thanks =
    Thank you! Your mark: { $mark } of 10.

    Would you like to add a few words? Type them; only the curator will read them.
feedback-words-saved = Noted, thank you!
feedback-late = More than { $days } days have passed, the mark cannot be changed any more. If it matters, tell your curator.
feedback-mark-first = Choose a mark from 1 to 10 first.
feedback-low =
    A low mark for a meeting: { $mark } of 10.
    { DAY($day) }, the pair { $mentors } – { $mentees }. Given by the { $side ->
        [mentor] mentor
       *[mentee] mentee
    }.

    The other side does not see this mark. Talk to each of them while there is time to change something.
feedback-open-pair = Open the pair
