# A representative about a child.

menu-children = My child
children =
    <b>My child</b>
    { $count ->
        [0] Nobody yet: the school will send you a link.
       *[other] Choose whom to tell of.
    }
child-card = <b>{ $child }</b>
child-pair = Mentor: { $mentors }. School: { $place }{ $paused ->
    [yes] . A pause now
   *[no] {""}
}.
child-alone = There is no pair with a mentor now.
child-meeting = A meeting on { WEEKDAY($day) }, { DAY($day) }, { $time }, { $minutes } min, { $setting ->
    [online] online
    [outside] outside the school
   *[school] at school
}{ $placed ->
    [yes] , { $place }
   *[no] {""}
}{ $consent ->
    [asked] . Waits for your consent
    [yes] . You have consented
    [no] . Without your child: there is no consent
   *[none] {""}
}
child-outing-yes = I agree: { SHORT($day) }, { $time }
child-outing-no = I do not agree: { SHORT($day) }, { $time }
child-nothing = No meetings are planned yet.
child-private = The bot does not show you notes or feedback of meetings: you can ask your child or the curator.
child-ask = Ask the curator
child-pause = Pause the meetings
child-pause-sure =
    <b>{ $child }</b>: stop the meetings with the mentor?
    They stop at once for two weeks; the curator is told and will contact you. If your child is in a group, the group goes on without them.
child-pause-yes = Pause for two weeks
child-stop-yes = Stop altogether
child-paused = The meetings are paused until { DAY($day) }; the curator has been told.
child-curator-told = The curator has been told and will contact you.
child-no-pair = There is no pair with a mentor now, nothing to stop.
child-stop =
    The legal representative ({ $child }) { $stop ->
        [yes] asks to stop the meetings with the mentor.
       *[no] pauses the meetings with the mentor.
    } The pair { $mentors } – { $mentees }.

    { $group ->
        [yes] It is a group and goes on. Decide how this child leaves it.
       *[no] The pair rests until { DAY($until) }. Talk to everybody and decide what is next.
    }
child-month = { $child }, { MONTH($day) }: meetings with the mentor { $held }{ $missed ->
    [0] {""}
   *[other] , fallen through { $missed }
}
child-open = More about the child
