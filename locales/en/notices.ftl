# Notices: what a person switches off, who stands in on leave, an organisation's rules.

menu-notices = Notices and leave

notices =
    <b>Notices about the roadmap</b>
    Everything comes in one morning digest on working days. The last day of a term, what is overdue and answers to your requests cannot be switched off; the rest is switched by the buttons.
notices-away = <b>Leave</b>: from { DAY($from) } to { DAY($until) } the digests go to { $deputy }.
notices-switch = { $kind ->
    [week_left] A week before the term
    [this_week] On Mondays for the week
    [opens] When an activity begins
    [goes_on] Once a month: does it go on
   *[other] { $kind }
}: { $on ->
    [yes] on
   *[no] off
}
leave-button = Go on leave
leave-end = Come back from leave
leave-ended = Welcome back: the digests come to you again.
leave-begun = Noted: the deputy gets the digests on these days.
leave-deputy =
    <b>Leave</b>
    Who gets the digests instead of you? They can close activities if they keep the roadmap themselves or are named as executors.
leave-nobody = Nobody else of the organisation is in the bot yet: there is nobody to hand the digests to.
leave-first = The first day of the leave:
leave-last = Leave from { DATE($from) }. The last day:
leave-days-order = The last day of a leave cannot be before the first one, nor be past.
notices-rules-button = Rules of the organisation
notices-rules =
    <b>Rules of the organisation</b>
    They hold for organisations below as well unless these have set their own. Tap to change.
notices-rule-notice = Remind before the term, days: { $notice }
notices-rule-escalation = Overdue is seen above after, working days: { $escalation }
notices-rule-acceptance = Accepted by itself after, working days: { $acceptance }
notices-rule-week = { $six ->
    [yes] Working week: six days
   *[no] Working week: five days
}
alerts-days-range = That many days cannot be set: from 1 to { $most }.
