# Who is who, invitations, organisations.

role-department = Department staff
role-curator = Curator
role-mentor = Mentor
role-mentee = Mentee
role-methodologist = Methodologist
role-head = Head
role-council = Methodical council
role-executor = Executor
role-representative = Representative

role-as-department = department staff
role-as-curator = curator
role-as-mentor = mentor
role-as-mentee = mentee
role-as-methodologist = methodologist
role-as-head = head
role-as-council = member of the methodical council
role-as-executor = executor
role-as-representative = representative

home-hello = Hello, { $name }!
home-seat = { $role }: { $organisation }
home-deputy = You stand in for somebody else.
home-hat = { $role }: { $place }
home-hats = Another role
home-which-hat = Which role do you want to act from?
home-group = <b>{ $title }</b>
home-admin = Administrator of the bot
home-choose = What would you like to do?
home-stranger =
    Hello! This bot runs mentoring programmes at school.

    To begin, open your invitation link: the school's curator gives it, and the curator gets theirs from the education department.

menu-group-more = More
menu-group-people = People
menu-group-papers = Documents

menu-departments = Education departments
menu-schools = Schools
menu-participants = Participants

join =
    <b>{ $organisation }</b> invites you. Your role: { $role }.

    You will be listed as: <b>{ $name }</b>
    If your name is another, type it as a message.
join-confirm = That is right
join-refuse = Not now
joined = Done. Your role: { $role }.
joined-already = You have joined by this link already.
joined-notice = { $role ->
    [mentor] New mentor: { $name }, { $organisation }. No message comes of those who follow today: they are counted under "Invitations".
    [mentee] New mentee: { $name }, { $organisation }. No message comes of those who follow today: they are counted under "Invitations".
    [curator] New curator: { $name }, { $organisation }.
   *[other] New member of staff: { $name }, { $organisation }.
}
invite-unknown = This link does not work: check that it was copied whole, or ask whoever sent it for a new one.
invite-over = This link no longer works. Ask for a new one where it came from: { $organisation }.

departments =
    <b>Education departments</b>: { $count }
    { $count ->
        [0] None yet. Add the first one.
       *[other] Choose a department to get the link for its staff.
    }
departments-add = Add a department
department-name = Type the full name of the education department.
department-link =
    <b>{ $organisation }</b>

    The link for the department's staff (three people, 14 days):
    { $link }

schools =
    <b>Schools</b>: { $count }
    { $count ->
        [0] None yet. Add the first one.
       *[other] { $lonely ->
            [0] Every school has a curator.
           *[other] Without a curator: { $lonely }. Choose a school to get its link.
        }
    }
schools-add = Add a school
school-name = Type the school's name as reports should show it.
school-exists = There is a school called “{ $name }” already. Type another name.
school-link =
    <b>{ $organisation }</b>

    The link for the school's curator (three people, 30 days):
    { $link }

participants-invite-mentor = Invite a mentor
participants-invite-mentee = Invite a mentee
participants-link-mentor =
    Pass this link on to mentors (90 days):
    { $link }
participants-link-mentee =
    Pass this link on to mentees (90 days):
    { $link }

claim-connected = This person has joined the bot already and needs no personal link.
claim-link-ask =
    <b>{ $name }</b>

    A personal link: by it the person sees what is held about them, confirms it and goes on in the bot with the same profile, pair and consents. It works once, until { DATE($until) }. Give it to nobody else:
    { $link }
claim-link = Personal link
claim-link-code = Show the QR code
claim-link-revoke = Revoke the link
claim-link-revoked = The link works no more.
claim-held =
    <b>{ $organisation }</b>

    You are in the programme already, from your words or from paper:
    { $name }{ $placed ->
        [yes] , { $place }
       *[no] {""}
    }, { $role }.
claim-paired = { $side ->
    [mentor] You have a mentee.
   *[other] You have a mentor.
}
claim-consents = Consents on record: { $consents }.
claim-form = The questionnaire “{ $title }” is filled in: its answers come next.
claim-ask =
    {""}
    Is everything right?
claim-ask-child = <i>The link is for the participant alone. A parent needs their own, from the curator.</i>
claim-right = All is right
claim-fix = It is me, correct it
claim-not-me = It is not me
claim-not-me-done = Thank you for saying so. Nothing is kept about you, the curator knows.
claim-other = This link is for the record “{ $name }”, and you are in the bot already as { $mine }: only the curator can join two records, we have told them.
claim-done-notice = { $name }: now in Telegram, by the personal link. Record, pair and answers are as before.
claim-not-me-notice = The personal link for { $name } was opened by somebody else, who pressed “It is not me”. The link is revoked. Their card gives a new one.
claim-other-notice = { $known ->
    [yes] The personal link for { $name } was opened by { $other }, who has a record in the bot already.
   *[no] The personal link for { $name } was opened by somebody who has a record in the bot already.
} If they are one person, erase the record too many (“People”, “Consents”, “Erasure of data”), and let them open the link again.

departments-region = Region: { $name }
departments-add-region = Add a region
region-name = Type the name of the regional education authority, for example: Ministry of Education of the region.
department-region = { $within ->
    [yes] Region: { $region }
   *[no] In no region.
}
department-region-button = Region
department-which-region =
    <b>{ $organisation }</b>

    Which region is the department in? The region's staff will see its schools as the department does: adults by name, children as numbers.
department-no-region = In none
claim-release-no = This person came by themselves, not by a personal link, or has other roles too: they cannot be taken off here.
claim-release = Take the chat off
claim-release-ask =
    <b>{ $name }</b>

    Is somebody else using this record? Their Telegram will be taken off: record, pair and answers stay, and it opens nothing any more. Then give a new personal link.
claim-release-yes = Take it off
claim-released = The chat is taken off. The card gives a new personal link.
