# Invitations, staff, deputies, successors.

menu-links = Invitations
menu-staff = Staff

file-coming = The file is being made and will come as a message below.
day-not-understood = That is no date I know. Type it like 12.10 or 12 October, or choose it in the calendar.

invite-expired = This link has expired. Ask for a new one: { $whom }.
invite-used = Everybody this link was meant for has come by it. Ask for a new one: { $whom }.
invite-revoked = This link was revoked. Ask for a new one: { $whom }.

links =
    <b>Invitations</b>
    { $count ->
        [0] No links yet. Create the first one: whoever opens it joins by themselves.
       *[other] Choose a link to pass it on, print it or revoke it.
    }
links-row = • { $name }: { $works ->
        [yes] { $used } came, { $left } places left, until { SHORT($until) }
       *[other] { $used } came, works no longer
    }
links-new = New link
link-role = Whom do you invite?
link-programme = Into which programme?
link-label = Which class is the link for? Choose it or type it, for example: 8B. It is noted for everybody who comes by the link.
link-no-label = For all classes
link-class = { $name }: { $arrived } of { $people }
link-class-counts = { $class }: { $arrived } of { $people } have come.
link-card = <b>Invitation</b>: { $role }
    { $organisation }
link-detail = { $detail }
link-text = The link to pass on:
    { $link }
link-counts = { $works ->
        [yes] Came by it: { $used }. Places left: { $left }. Works until { DAY($until) }.
       *[other] Came by it: { $used }. It works no longer.
    }
link-code = QR code
link-poster = Poster
link-limits = Places and term
link-limits-ask =
    How many more people may come by the link, and until which day? Now: { $left } places, until { DAY($until) }.

    The number of places can be typed.
link-uses = { $count } ppl
link-days = { $count } days
link-uses-wrong = Type a number of places from 1 to { $most }.
link-revoke = Revoke the link
link-revoke-ask = Revoke the invitation “{ $name }”? Nobody new will come by it; those who came ({ $used }) stay.
link-revoked = The link is revoked.

invite-code-caption = { $organisation }: { $role }. The code works until { DAY($until) }.
invite-poster-caption = A poster with the code: { $organisation }. Print it on A4 and put it where it is seen.
poster-file-name = poster
poster-title = Mentoring
poster-call = { $role ->
        [mentor] Become a mentor
        [mentee] Find a mentor
        [executor] Join the programme
       *[other] You are invited to the programme
    }
poster-how = Point your phone's camera at the code and open the link in Telegram. The bot tells you what comes next.
poster-class = Class { $name }
poster-until = The code works until { DATE($until) }.

staff =
    <b>Staff</b>: { $count }
    { $count ->
        [0] Nobody yet. Invite people by a link under “Invitations”.
       *[other] Choose a person to note the order, name a deputy or hand over.
    }
staff-row = • { $name }, { $role }{ $acting ->
        [yes] { " " }(acting)
       *[no] {""}
    }
staff-card =
    <b>{ $name }</b>
    { $role }, { $organisation }
    Since { DATE($since) }
staff-until = Stands in until { DATE($until) } inclusive.
staff-order = Order No. { $order } of { FULL($order_on) }
staff-contact = Contact: { $contact }
staff-training = Training: { $training }
staff-term = { $name } stands in: { FULL($from) } to { FULL($to) }
staff-order-button = Order
staff-contact-button = Contact
staff-training-button = Training
staff-deputy-button = Name a deputy
staff-dismiss-button = End a deputy's term
staff-dismiss = Whose term is to end? The deputy's rights are gone at once.
staff-successor-button = Hand over
staff-end-button = End the role
staff-end =
    End the role of <b>{ $name }</b>, { $role }?

    The person loses access at once. What they have done stays. If somebody takes over, press “Back” and choose “Hand over”.
staff-successor =
    Send this link to the successor. When they open it and agree, the role and the open work go over to them, and the role of { $name } ends:
    { $link }

    The link is for one person and works for 30 days.
staff-deputy =
    { $count ->
        [0] There is nobody to choose from. First invite staff or an executor under “Invitations”.
       *[other] Who is to stand in?
    }
staff-first-day = From which day? Choose it in the calendar or type it, for example: 12 October.
staff-from-today = From today
staff-last-day = Stands in from { DAY($from) }. Until which day, inclusive?
staff-order-ask = Type the number and the date of the order, for example: 12-o of 05.09.2026
order-not-understood = A number and a date are needed, for example: 12-o of 05.09.2026
staff-contact-ask = Type the work contact: a phone or an e-mail.
staff-training-ask = Type what training was taken: the course, hours, year.
seat-ended-done = The role has ended.
seat-ended = Your role has ended: { $role ->
        [department] department staff
        [methodologist] methodologist
        [head] head
        [curator] curator
        [council] member of the methodical council
       *[other] executor
    }, { $organisation }.
seat-last = This is the department's only member of staff. Invite another one first, or everybody loses access.
deputy-appointed = The deputy is named and has been told.
deputy-dismissed = The term has ended.
deputy-days = The first day is today at the earliest, the last one not before the first and within a year.
deputy-already = This person is a deputy already. End the earlier term first.
deputy-of-deputy = A deputy cannot have a deputy.
deputy-told = You stand in for { $name }, { $role ->
        [department] department staff
        [methodologist] methodologist
        [head] head
        [curator] curator
        [council] member of the methodical council
       *[other] executor
    }, { $organisation }, from { DAY($from) } to { DAY($to) } inclusive. On these days the role is in your main menu.
deputy-begins = From today you stand in for { $name } ({ $role ->
        [department] department staff
        [methodologist] methodologist
        [head] head
        [curator] curator
        [council] member of the methodical council
       *[other] executor
    }), until { DAY($to) } inclusive.
succession-done = { $name } has taken over from you. Your role has ended. Thank you for your work!
