# Notices: what a person switches off, an organisation's rules.

menu-notices = Notices

notices =
    <b>Notices about the roadmap</b>
    Everything comes in one morning digest on working days. The last day of a term, what is overdue and answers to your requests cannot be switched off; the rest is switched by the buttons.
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

# School holidays.
holidays-button = School holidays
holidays =
    <b>School holidays</b>
    During them the bot does not write to pairs; digests of the staff come as usual.
holidays-row = • { $name }: from { DATE($from) } to { DATE($to) }
holidays-unnamed = Holidays
holidays-none = None are set yet.
holidays-above = These are the holidays set by the department. Type your own, and they will hold.
holidays-ask = To add some, type the dates, several lines if you like: "Autumn: 26.10 - 04.11".
holidays-remove = Remove: { $name }
holidays-added = { $count ->
    [one] Added.
   *[other] Added lines: { $count }.
}
holidays-removed = Removed.
holidays-not-read = I see no two dates in the line "{ $line }". Type it like this: "Autumn: 26.10 - 04.11".
holidays-overlap = These days are taken by the holidays from { DATE($start) } to { DATE($end) }. Remove those first.

# A calendar by subscription.
calendar-name = Mentoring: terms and meetings
calendar-button = Calendar in the phone
calendar =
    <b>Calendar in the phone</b>
    Your terms and agreed meetings come into the calendar and stay up to date by themselves.
calendar-address =
    {""}
    Open the address on the phone, or add it to a calendar as a subscription:
    { $subscribe }

    If a program does not open it, this one will do: { $address }
    Whoever has the address sees terms and meetings, so give it to nobody. A new address ends the old one.
calendar-make = Get an address
calendar-renew = A new address
calendar-stop = Stop
calendar-renewed = The address is ready. The former one, if any, works no longer.
calendar-stopped = Stopped: nothing can be seen at the former address.
