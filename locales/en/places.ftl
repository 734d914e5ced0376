# Particulars of organisations, lists of schools, registers, signatures.

menu-place = Particulars
menu-registers = Registers
menu-signing = To sign
calendar-five = Five-day week
calendar-six = Six-day week
place =
    <b>{ $name }</b>
    Short name: { $short }
    Time: { $city } (UTC{ $hours })
    { $calendar }
place-name-button = Name
place-short-button = Short name
place-zone-button = Time zone
place-calendar-button = Week
place-name = Now: { $name }. Type the new full name.
place-short = The short name stands on buttons and in lists. Now: { $short }. Type the new one, for example: School 5.
place-no-short = No short name
place-zone = Now: { $city } (UTC{ $hours }). Choose, or type a city or a difference: MSK+2, UTC+5.
place-calendar = Which week does the organisation work by? Deadlines in working days depend on it.
place-saved = Saved.
zone-not-understood = I do not know this city. Choose a zone or type the difference: MSK+2, UTC+5.
schools-load = Load a list
school-links-button = Links for all curators
school-head-button = Link for the head
school-head-link =
    <b>{ $organisation }</b>

    The link for the school's head (three people, 30 days):
    { $link }
school-list-ask =
    Send the list of schools as an .xlsx or .csv file. Headings in the first row: name, short name, city. Only the name is needed.

    You will see first what comes of it. Nothing is saved unconfirmed.
school-list-taken = The file is here and being read. The result comes as a message.
school-list-no-document = This is no table. Send an .xlsx or .csv as a document.
school-list-unreadable = There is no list of schools in the file. An .xlsx or .csv table (up to { $most } rows) with a school in each row is needed.
school-list-too-long = There are more than { $most } schools in the file. Split it.
school-list-preview =
    <b>The list of schools was read</b>
    New: { $fresh }
    { $known ->
        [0] None of them is connected yet.
       *[other] Connected already: { $known } ({ $names }). Their data will be brought up to date, none is doubled.
    }
    { $faults ->
        [0] No errors.
       *[other] Rows left out: { $rows }. Without a name: { $nameless }, repeated: { $twice }, too long: { $long }, unknown city: { $zone }.
    }
school-list-save = Save
school-list-saving = Being saved. The result comes as a message.
school-list-saved = Schools saved: { $added } added, { $updated } brought up to date. Now pass the links on to the curators.
register-curators =
    <b>Register of curators</b>
    Appointed: { $count }. Without an order: { $unordered }. Without training: { $untrained }.
    { $without ->
        [0] Every school has a curator.
       *[other] Schools without a curator: { $without }
    }
register-adults =
    <b>Mentors and young teachers</b>
    Adult mentors: { $mentors }. Teachers who have a mentor: { $teachers }.
register-person = • { $name }, { $role } ({ $place })
register-sheet = Table .xlsx
register-adults-button = Mentors, teachers
register-caption = { $title }. Rows: { $count }.
register-title-curators = Register of curators
register-title-adults = Register of mentors and teachers
register-title-links = Links for curators
register-nobody = nobody yet
register-school = School
register-link = Link for the curator
register-until = Works until
register-name = Name
register-order = Order
register-ordered = Date of the order
register-contact = Contact
register-training = Training
register-since = Since
register-role = Role
register-post = Post, subject
register-programme = Programme
signing =
    <b>To sign</b>: { $count }
    { $count ->
        [0] There is nothing to sign now.
       *[other] Choose a document to note its number and date.
    }
signing-row = • { $title }
signing-standing = How the programme stands: { $pairs } pairs, { $overdue } activities overdue, { $alone } waiting for a mentor.
signing-order =
    { $title }

    Type the number and the date of the order, for example: 12-o of { FULL($day) }. Without a date it is today's.
sign-appointment = Order appointing the curator: { $name }
sign-done = The number and the date are noted.
sign-day-ahead = The date of the order is still to come. Type today or an earlier day.
register-line = • { $name }
register-more = <i>The first { $named } are shown, the rest is in the table.</i>

partners-button = Partner organisations
partners =
    <b>Partner organisations</b>: { $count }
    { $count ->
        [0] An employer, a college or a university that mentors come from. Add the first one.
       *[other] Choose one: its particulars and a link for its mentors.
    }
partner-row = • { $name }: { $kind }{ $mentors ->
    [0] {""}
   *[other] , mentors { $mentors }
}
partners-add = Add a partner
partner-kind = What kind of organisation is it?
partner-kind-employer = Employer
partner-kind-college = College
partner-kind-university = University
partner-kind-other = Another organisation
partner-name = Type the organisation's name as reports are to have it.
partner-exists = There is an organisation called “{ $name }” here already. Type another name.
partner-added = The partner is added.
partner-gone = This organisation is here no more.
partner-card =
    <b>{ $name }</b>
    { $kind }{ $own ->
        [yes] {""}
       *[no] , the department's partner
    }
    Mentors from here: { $mentors }
partner-link-button = Link for mentors
partner-particulars = Name and time zone
partner-link =
    <b>{ $name }</b>

    By this link the partner's people become mentors of the school, their workplace is noted by itself (90 days):
    { $link }
bank-partner = Partner organisation
bank-partner-ask = { $count ->
    [0] The school has no partners yet. Add them: “People”, “Particulars”, “Partner organisations”.
   *[other] Which organisation does this mentor come from?
}
bank-partner-none = From none
