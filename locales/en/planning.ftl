# Meetings to come: planned, moved, called off; the card after the end.

menu-plans = Meetings ahead

plan-pair =
    <b>Plan a meeting</b>
    { $count ->
        [0] You have no pair yet. Your curator makes it; a message will tell you.
       *[other] With whom?
    }
plan-chip = { WEEKDAY($day) }, { SHORT($day) }, { $time }
plan-chip-own = The same time: { SHORT($day) }, { $time }
plan-when =
    <b>{ $moves ->
        [yes] Another time or place
       *[no] Plan a meeting
    }</b>
    With: { $who }

    Choose a time or type it: “tomorrow 15:30”, “12.10 16:00”.
plan-another-day = Another day
plan-day = Choose a day or type: “fri 16:00”.
plan-time =
    { DATE($day) }. { $count ->
        [0] No time outside of lessons is left on this day. Type one, such as “15:30”, or choose another day.
       *[other] At what time? It can be typed: “15:40”.
    }
plan-not-read = That time could not be understood. Type, for example, “tomorrow 15:30”.
plan-past = That time is over. Choose another one.
plan-too-far = A meeting can be planned at most { $days } days ahead.
plan-own = You have proposed this time yourself: the other side will answer.
plan-settled = This meeting is settled already.
plan-reason-needed = Say why: choose a reason or type it.
plan-why = Why is it moved? Choose or type; the other side will be told.
meeting-reason-ill = Illness
meeting-reason-busy = Other things, or lessons
meeting-reason-absent = The other side did not come
meeting-reason-road = Road, weather, connection
meeting-reason-pause = The pair is on a pause
plan-paused = The pair is on a pause till { DAY($until) }. Choose that day or a later one.
plan-card =
    <b>Meeting: { $who }</b>
    { WEEKDAY($day) }, { DAY($day) }, { $time }{ $zones ->
        [yes] {" "}({ $city }); for you ({ $own_city }) that is { DAY($own_day) }, { $own_time }
       *[no] {""}
    }
    Length: { $minutes } min
    Where: { $setting ->
        [online] online
        [outside] outside the school
       *[school] at school
    }{ $placed ->
        [yes] , { $place }
       *[no] {""}
    }
plan-kind = Kind: { $kind }
plan-collision = <b>At the same time:</b> { $name } has another meeting, beginning at { $time }.
plan-in-lessons = <b>These are lesson hours.</b> Once it is sent, a release from the lesson can be asked for.
plan-card-how =
    {""}
    Another time or place can be typed.
plan-send = Send the invitation
plan-repeat = Repeat: { $repeat ->
    [no] no
   *[other] { repeat-words }
}
plan-change-time = Another time
plan-sent = The invitation is sent. You will be told as soon as there is an answer.
plan-told = The meeting is planned; everybody in the group will be told.
plan-proposed =
    { $moved ->
        [yes] { $who } proposes to move the meeting.
       *[no] { $who } invites you to a meeting.
    }
    { WEEKDAY($day) }, { DAY($day) }, { $time }, { $minutes } min{ $repeat ->
        [no] {""}
       *[other] , from then on { repeat-words }
    }
    Where: { $setting ->
        [online] online
        [outside] outside the school
       *[school] at school
    }{ $placed ->
        [yes] , { $place }
       *[no] {""}
    }
plan-set =
    { $moved ->
        [yes] The group’s meeting is moved ({ $who }).
       *[no] A meeting of the group is planned ({ $who }).
    }
    { WEEKDAY($day) }, { DAY($day) }, { $time }, { $minutes } min{ $repeat ->
        [no] {""}
       *[other] , from then on { repeat-words }
    }
    Where: { $setting ->
        [online] online
        [outside] outside the school
       *[school] at school
    }{ $placed ->
        [yes] , { $place }
       *[no] {""}
    }
# The time of a meeting for a reader in another zone.
time-in-both = { $time } ({ $city }), for you { $same ->
    [yes] {""}
   *[no] { DAY($own_on) },{" "}
}{ $own_time } ({ $own_city })
plan-accept = That suits me
plan-other-time = Another time or place
plan-decline = I cannot come
plan-clash =
    { $clashes ->
        [yes] <b>Overlap:</b> you have a meeting on { DAY($other_on) } already, beginning at { $other_time }. The new one ({ $who }) is on { DAY($day) } at { $time }.
       *[no] { DAY($day) } at { $time } ({ $who }) overlaps with nothing.
    }
plan-accept-anyway = It suits me all the same
plan-offer-other = Propose another time
plan-agreed =
    Agreed.{ $reminded ->
        [yes] {" "}The bot will remind you the day before.
       *[no] {""}
    }
plan-accepted =
    { $who } agrees to meet on { WEEKDAY($day) }, { DAY($day) }, { $time }, { $minutes } min.
    Where: { $setting ->
        [online] online
        [outside] outside the school
       *[school] at school
    }{ $placed ->
        [yes] , { $place }
       *[no] {""}
    }
    { $waits ->
        [yes] Waiting for the representative’s consent to a meeting outside the school: you will be told.
       *[no] {""}
    }
plan-called-off =
    { $missed ->
        [yes] { $who } notes: there was no meeting on { DAY($day) } at { $time }.
       *[no] { $who } cannot come to the meeting on { DAY($day) } at { $time }; it is cancelled.
    } Reason: { $reason ->
        [ill] illness
        [busy] other things, or lessons
        [absent] the other side did not come
        [road] road, weather, connection
       *[other] { $reason }
    }.
plan-stays-away =
    { $who } cannot come to the group’s meeting on { DAY($day) } at { $time }; the others meet. Reason: { $reason ->
        [ill] illness
        [busy] other things, or lessons
        [absent] the other side did not come
        [road] road, weather, connection
       *[other] { $reason }
    }.
plan-called-off-done = Noted. The other side will be told the reason.
plan-ics = Into my own calendar
plan-ics-sent = The calendar file comes in the next message.
ics-meeting = Meeting: { $who }
ics-caption-round = Meetings { repeat-words }: open the file and your phone adds them to its calendar.
ics-caption = The meeting on { DAY($day) }: open the file, and the phone puts it into its calendar.

plans =
    <b>Meetings ahead</b>: { $count }
    { $count ->
        [0] Nothing is planned yet.
       *[other] { $waits ->
            [0] Press a meeting to move or cancel it.
           *[other] Waiting for your answer: { $waits }.
        }
    }
plans-label = { SHORT($day) } { $time }, { $who }
plans-new = Plan a meeting
plans-hour = Remind an hour before: { $on ->
    [yes] yes
   *[no] no
}
plan-one =
    <b>Meeting: { $who }</b>
    { WEEKDAY($day) }, { DAY($day) }, { $time }{ $zones ->
        [yes] {" "}({ $city }); for you ({ $own_city }) that is { DAY($own_day) }, { $own_time }
       *[no] {""}
    }
    Length: { $minutes } min
    Where: { $setting ->
        [online] online
        [outside] outside the school
       *[school] at school
    }{ $placed ->
        [yes] , { $place }
       *[no] {""}
    }
    { $state ->
        [proposed] { $mine ->
            [yes] Waiting for the other side’s answer.
           *[no] Waiting for your answer.
        }
        [planned] Agreed.{ $waits ->
            [yes] {" "}Waiting for the representative’s consent to a meeting outside the school.
           *[no] {""}
        }
        [over] Its time is over. How was it?
        [held] It is recorded.
        [missed] There was no meeting.
        [moved] Moved to another time.
        [disputed] The curator decides.
       *[cancelled] Cancelled.
    }
plan-rounds = Comes round: { repeat-words }
plan-me-away = You have declined: the group meets without you this time.
plan-others-away = Will not come: { $away }
plan-only-this = Only this meeting changes; the others stay as they are.
plan-cancel = Cancel the meeting
plan-stop-repeating = No more repeats
plan-repeats-no-more = No new meetings will come of this timetable.
plan-reason = { $over ->
    [yes] Why was there no meeting? Choose or type.
   *[no] Why can it not be? Choose or type; the other side will be told.
}

meeting-after-card =
    The meeting at { $time } ({ $who }, { $minutes } min): how was it?

    { $group ->
        [yes] Press “It took place”: you can note who was absent.
       *[no] Your mark from 1 to 10 records it at once. Only the curator sees it.
    }
meeting-after-several = Meetings that have ended today: { $count }. Tell how they were.
meeting-after-one = { $time }, { $who }
meeting-after-button = The one at { $time }
meeting-after-held = It took place
meeting-after-move = Move it
meeting-after-missed = It did not
meeting-hour-before =
    A meeting in an hour: { $who }, { $time }.{ $placed ->
        [yes] {" "}Where: { $place }
       *[no] {""}
    }
digest-meeting-ahead = A meeting on { WEEKDAY($held_on) }, { DAY($held_on) }, { $time }: { $who }{ $placed ->
    [yes] , { $place }
   *[no] {""}
}{ $waits ->
    [yes] . Waiting for the representative’s consent to meet outside the school
   *[no] {""}
}
digest-meeting-untold = Not told yet whether there was a meeting on { DAY($held_on) } at { $time }: { $who }
digest-meeting-unmarked = The meeting on { DAY($held_on) } has no mark of yours: { $who }{ $confirmed ->
    [yes] {""}
   *[no] . Without an answer it counts from tomorrow
}
digest-open-plan = Meetings ahead
digest-tell = Tell of the meeting
digest-give-mark = Mark the meeting

# Lessons and releases from them.

lessons-button = Lesson hours
lessons =
    <b>Lesson hours: { $starts }–{ $ends }</b>
    On school days the bot does not write to pupils at that time and offers no meetings. To change it, type for example “8:30-15:00”.
lessons-set = The lesson hours are noted.
lessons-not-read = That could not be understood. Type when the first lesson begins and the last one ends: “8:30-14:30”.
release-ask = Release from the lesson
release-asked = The request has gone to the head. You will be told when it is signed.
release-not-needed = This meeting is not in lesson hours, no release is needed.
release-open-desk = Open what is to be signed
release-caption = A request for release from lessons on { DAY($day) }. Note its number and date on the screen of documents.
release-granted = The release from lessons for the meeting on { DAY($day) } is signed.
sign-release = Release from lessons { SHORT($day) }: { $name }
release-to = To the head of { $organisation }
release-title = Request for release from lessons
release-text =
    Please release from lessons on { DATE($day) } from { $start_time } to { $end_time } for a meeting with a mentor within the mentoring programme.
    Mentor: { $mentors }.
    Place of the meeting: { $place }.
release-no-place = not given
release-number = No.
release-pupil = Name of the pupil
release-signed =
    Asked by: { $asked }, { DATE($asked_on) }
    Signature ____________________
release-head = Decision of the head: ____________________      No. ________ of ______________
plan-repeat-unclear = That can be read in two ways. Write “every two weeks on Monday”, or choose the day and press “Repeat”.

# How often a meeting comes round.

repeat-words = { $repeat ->
    [weekly] every { $several ->
        [yes] week ({ DAYS($days) })
       *[no] { $weekday ->
            [0] Monday
            [1] Tuesday
            [2] Wednesday
            [3] Thursday
            [4] Friday
            [5] Saturday
           *[other] Sunday
        }
    }
    [fortnightly] every two weeks on { $several ->
        [yes] { DAYS($days) }
       *[no] { $weekday ->
            [0] Monday
            [1] Tuesday
            [2] Wednesday
            [3] Thursday
            [4] Friday
            [5] Saturday
           *[other] Sunday
        }
    }
   *[monthly] every { repeat-nth } of the month
}{ $ends ->
    [yes] {" "}until { DAY($until) }
   *[no] {""}
}
repeat-nth = { repeat-nth-her } { $weekday ->
    [0] Monday
    [1] Tuesday
    [2] Wednesday
    [3] Thursday
    [4] Friday
    [5] Saturday
   *[other] Sunday
}
repeat-nth-her = { $nth ->
    [1] first
    [2] second
    [3] third
    [4] fourth
   *[other] last
}
