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
        [0] You have no pair yet. Your curator makes it; a message will tell you.
       *[other] Whom did you meet?{ $mentor ->
            [yes] {" "}Next time you can simply write it in Russian: “вчера с Машей 45 минут, разобрали план урока”.
           *[no] {""}
        }
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
meeting-card-skipped = <i>These steps have not been yet: { $skipped }.</i>
meeting-card-before = Agreed last time: { $before }
meeting-card-absent = Absent: { $absent }
meeting-card-note = 🔒 Note: { $note }
meeting-card-shared = Note for both: { $shared_note }
meeting-card-agreed = Agreed: { $agreed }
meeting-card-files = Files attached: { $files }
meeting-card-how =
    {""}
    All correct? Give a mark from 1 to 10: the meeting is recorded with it at once. Only the curator sees the mark.

    A day, a length or a note can be typed: “12.10”, “50”, “Went through the plan”. 🔒 You and the curator see the note; begin with “Agreed:” and both sides will.
meeting-word-agreed = Agreed
meeting-word-shared = For both
meeting-more = Notes and kind of meeting
meeting-more-text = What would you add to the meeting? First choose who will see it.
meeting-text-note = 🔒 A note for yourself
meeting-text-shared_note = A note for both
meeting-text-agreed = What was agreed
meeting-text =
    { $what ->
        [note] 🔒 <b>A note for yourself.</b> You and the curator see it, the other side does not.
        [shared_note] <b>A note for both.</b> Everybody of the meeting and the curator will see it.
       *[agreed] <b>What was agreed.</b> Everybody of the meeting and the curator will see it; the card of the next meeting reminds of it.
    }
    Type the text.
meeting-text-written = Written now: { $written }
meeting-text-clear = Remove this text
meeting-roll = Who was absent?
meeting-roll-call =
    <b>Present: { $here } of { $count }</b>
    Press the name of whoever was absent. They get a message and can object.
meeting-roll-name = { $name }: { $here ->
    [yes] present
   *[no] absent
}
meeting-voice-long = A voice message longer than { $minutes } minutes is not put to a meeting. Say the main thing shorter, or type it.
meeting-card-there = <b>{ $there ->
        [mine] You have recorded a meeting of that day already ({ $there_minutes } min).
        [later] A meeting is planned for { $there_time } of that day; this records it.
       *[theirs] { $there_by } has recorded a meeting of that day already ({ $there_minutes } min). Your mark confirms it.
    }</b> If this is not it, press “That is another meeting”.
meeting-card-another = <i>One more meeting of that day is being recorded.</i>
meeting-another = That is another meeting
meeting-card-unsure = <b>Please make sure of: { $unsure }.</b> Press a button or type it.
meeting-unsure-when = the day
meeting-unsure-minutes = the length
meeting-unsure-kind = the kind of meeting
meeting-unsure = First make sure of what is marked on the card.
meeting-held =
    <b>Has this meeting been held?</b>
    “{ $line }”

    Plans, letters and other people’s meetings do not go into the records.
meeting-held-yes = Yes, it was held
meeting-held-ahead = It is still to come
meeting-held-no = Do not record it
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
meeting-known =
    <b>This meeting is recorded already</b>
    Recorded by: { $by }. { $kind }, { DAY($held_on) }, { $minutes } min. There is no second record; you have confirmed this one.{ $noted ->
        [yes] {" "}Your note is kept with your mark; only the curator reads it.
       *[no] {""}
    }
meeting-saved-mark =
    {""}
    { $mark ->
        [0] { $known ->
            [yes] What do you think of the meeting?
           *[no] The other side will be asked how the meeting was. And what do you think?
        } 1 – not at all useful, 10 – very. Only the curator sees it.
       *[other] Your mark: { $mark }. Only the curator sees it. You can change it within a week.
    }
meeting-again = Record one more

meeting-future = { DAY($day) } has not come yet. Only a meeting that took place can be recorded.
meeting-before-pair = The pair was made on { DATE($day) }; no meeting can be recorded before that day.
meeting-minutes = A meeting lasts from { $shortest } to { $longest } minutes.
meeting-exists = You have recorded a meeting of this kind for { DAY($day) } already. If there were two, press “That is another meeting”.
meeting-pair-left = You are no longer in this pair, so its meetings cannot be recorded. If that is a mistake, write to the curator.
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
meetings-fell-through = Did not take place: { $missed }, cancelled: { $cancelled }.
meeting-label = { SHORT($held_on) }{ $status ->
    [missed] {" "}did not take place
    [cancelled] {" "}cancelled
   *[held] {""}
}, { $partner }
meeting-mine =
    <b>{ DATE($held_on) }, { $kind }</b>
    With: { $who }
    { $status ->
        [missed] <b>The meeting did not take place.</b>
        [cancelled] <b>The meeting was cancelled.</b>
       *[held] Length: { $minutes } min
    }{ $why ->
        [yes] {" "}Reason: { $reason ->
            [ill] illness
            [busy] other things, or lessons
            [absent] somebody did not come
            [road] road, weather, connection
            [pause] the pair is on a pause
           *[other] { $reason }
        }.
       *[no] {""}
    }
meeting-mine-note = 🔒 Your note (you and the curator see it): { $note }
meeting-mine-shared = Note for both: { $shared_note }
meeting-mine-said = Words of { $name }: { $text }
meeting-mine-mood = Feeling after the meeting: { $mood }
meeting-mine-disputed = <b>One side says there was no meeting.</b> The curator decides.
meeting-mine-absent = You are noted as absent.
meeting-mine-mark =
    { $mark ->
        [0] How useful was the meeting? 1 – not at all, 10 – very. Only the curator sees the answer.
       *[other] Your mark: { $mark }{ $open ->
            [yes] . You can still change it.
           *[no] {""}
        }
    }
meeting-mine-words = { $whose ->
    [both] Your words (the curator and the other side see them)
   *[curator] 🔒 Your words (the curator sees them)
}: { $words }

feedback-prompt =
    The meeting on { DAY($day) }, { $minutes } min. Recorded by { $who }.

    How useful was it? 1 – not at all, 10 – very. A mark confirms the meeting; only the curator sees it.
feedback-was-none = There was no meeting
feedback-mark = { $mark }
feedback-thanks =
    Thank you! Your mark: { $mark } of 10.

    With what feeling did you leave? You need not answer.

    { $whose ->
        [both] Your words will be read by the curator and the other side of the meeting. Type them.
       *[curator] 🔒 You can add words, typed or spoken: only the curator will read them.
    }
feedback-whose = { $whose ->
    [both] Only the curator may read it
   *[curator] Show it to my partner too
}
feedback-mood-1 = bad
feedback-mood-2 = so-so
feedback-mood-3 = good
feedback-mood-label = { $mood }
feedback-mood-chosen = [{ $mood }]
feedback-need-curator = I need the curator
feedback-curator-told = The curator has got your request and will contact you.
feedback-add = Feeling and words
feedback-curator-wanted =
    After the meeting on { DAY($day) } the { $side ->
        [mentor] mentor
       *[mentee] mentee
    } asks for the curator’s help. The pair { $mentors } – { $mentees }.

    The other side is not told.
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

# A meeting in dispute, the roll.

meeting-none =
    The group may have met without you. How was it?
meeting-none-at-all = Nobody met
meeting-without-me = They met without me
meeting-denied = Noted: there was no meeting. The curator will look into it; the bot does not pass your answer on to the other side.
meeting-absence-noted = Noted: you were not at the meeting.
meeting-presence-noted = Noted: you were at the meeting.
meeting-own-record = You have recorded this meeting yourself. If that is a mistake, tell your curator.
meeting-you-were-absent = The group’s meeting on { DAY($day) } is recorded, and you are noted as absent. If that is wrong, press the button.
meeting-i-was-there = I was at the meeting
meeting-disputed =
    A meeting in dispute: { DAY($day) }, the pair { $mentors } – { $mentees }. The { $side ->
        [mentor] mentor
       *[mentee] mentee
    } says there was none.

    Ask both, and decide whether it counts.
meeting-not-disputed = This meeting is settled already.
meeting-settled = { $held ->
    [yes] The curator has counted the meeting on { DAY($day) }.
   *[no] The curator has decided: there was no meeting on { DAY($day) }, it does not count.
}
meeting-count = Count the meeting
meeting-discount = Do not count it
meeting-settled-done = Noted; both sides will be told.

# Files and voice messages.

meeting-files = Files and voice messages: { $files }
meeting-files-sent = The files come in the next messages.
meeting-file-caption = Meeting of { DAY($day) }, { $what ->
    [feedback] { $side ->
        [mentor] the mentor’s feedback
       *[mentee] the mentee’s feedback
    }
   *[record] { $side ->
        [mentor] put there by the mentor
       *[mentee] put there by the mentee
    }
}
