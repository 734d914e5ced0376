# Meetings outside the school: the representative's consent.

outing-where = { $setting ->
    [online] online
    [outside] outside the school
   *[school] at school
}{ $placed ->
    [yes] , { $place }
   *[no] {""}
}
outing-setting = Where: { $setting ->
    [online] online
    [outside] outside the school
   *[school] at school
}
outing-needed = <b>A parent's consent is needed.</b> As soon as the other side agrees, the bot will ask the representative. Without it the meeting will not be held outside.
outing-too-soon = A meeting outside the school needs the representative's consent: choose tomorrow or a later day.
outing-ask =
    <b>Your consent is needed</b>
    { $moved ->
        [yes] { $child } and the mentor ({ $mentors }) are moving the meeting outside the school of { DAY($was_day) }, { $was_time }. The answer of before no longer holds. Now:
       *[no] { $child } and the mentor ({ $mentors }) have agreed to meet outside the school.
    }
    { WEEKDAY($day) }, { DAY($day) }, { $time }, { $minutes } min
    { $placed ->
        [yes] Where: { $place }
       *[no] No place is given; the curator knows.
    }

    The mentor does not work at the school, so without your consent the meeting will not be held there.
outing-yes = I agree
outing-no = I do not agree
outing-answered-yes = Your consent is recorded. Until the meeting begins it can be taken back with “I do not agree”.
outing-answered-no = Recorded: there will be no meeting outside. Those who take part will be told.
outing-settled = This meeting needs no answer any more.
outing-nobody =
    <b>Consent on paper is needed</b>
    { $child } and the mentor ({ $mentors }) have agreed to meet outside the school on { DAY($day) } at { $time }{ $placed ->
        [yes] {" "}({ $place })
       *[no] {""}
    }. The representative is not in the bot: get their consent and mark it here. Without it the meeting will not be held there.
outing-on-paper = There is consent on paper
outing-paper-kept = The consent on paper is recorded.
outing-agreed = The representative agrees: the meeting on { DAY($day) } at { $time } is outside the school{ $placed ->
    [yes] {" "}({ $place })
   *[no] {""}
}.
outing-called-in = There is no consent of the representative, so the meeting on { DAY($day) } at { $time } is held at school. It can be moved or cancelled.
outing-away = { $child } does not take part in the meeting outside the school on { DAY($day) } at { $time }: there is no consent of the representative. The others meet.
outing-off = { $child }: the meeting outside the school on { DAY($day) } at { $time } { $moved ->
    [yes] is being moved and does not take place then. If your consent is needed again, the bot will ask.
   *[no] is cancelled.
}
outing-new-time =
    { $child }: the meeting outside the school on { DAY($day) } is now at { $time }{ $placed ->
        [yes] , { $place }
       *[no] {""}
    }.
    The day and the place are the same, so your consent holds. It can be taken back until the meeting begins.
digest-outing-parent = A meeting outside the school waits for your consent: { $child }, { WEEKDAY($day) }, { DAY($day) }, { $time }
digest-outing-curator = No representative's consent to a meeting outside the school: { $child }, { WEEKDAY($day) }, { DAY($day) }, { $time }
