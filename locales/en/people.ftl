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
    [mentor] { $name } has joined { $organisation } as a mentor. Those who come after are counted under "Invitations".
    [mentee] { $name } has joined { $organisation } as a mentee. Those who come after are counted under "Invitations".
    [curator] { $name } has joined { $organisation } as a curator.
   *[other] { $name } has joined the staff of { $organisation }.
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
