# A list of people from a file or a pasted table.

roster-programme = { $count ->
    [0] To load a list, first create a programme: “People”, “Programmes” in the main menu.
   *[other] Into which programme is the list to go?
}
roster-send =
    <b>A list of { $side ->
        [mentor] mentors
       *[mentee] mentees
    }</b>

    Send an .xlsx or .csv file, or paste a table as a message. It needs surname and given name, and better the class or post too.

    Only that is kept, and only you see it. Whoever does not join and consent within 30 days is erased.
roster-reading = “{ $name }” is being read. A message comes when it is done: nothing is saved before you confirm.
roster-read-notice =
    The list “{ $name }” was read: { $people } people{ $errors ->
        [0] {""}
       *[other] , { $errors } rows with errors
    }. Please check and confirm.
roster-look = Check the list
roster-saved-notice = The list is saved: { $added } added, { $changed } changed.

roster-preview =
    <b>Nothing is saved yet</b>

    New: { $new }
    Known, to be updated: { $updated }
    Like somebody known, left out: { $count }
    Repeated rows: { $repeated }
    Rows with errors: { $errors }
    Columns: { $columns }
    {""}
roster-person = { $row }. { $name }, { $place }
roster-more = <i>and { $more } more</i>
roster-decided = This list is decided upon already. To load another one, open “Participants”.
roster-save = Save
roster-show-alike = Similar names
roster-show-errors = Rows with errors
roster-drop = Do not save
roster-saved = The list is saved.
roster-saving = A long list: it is being saved, a message follows.
roster-dropped = The list was not saved.

roster-column-name = name
roster-column-surname = surname
roster-column-given = given name
roster-column-patronymic = patronymic
roster-column-class = class
roster-column-letter = letter of the class
roster-column-post = post
roster-column-born = year of birth (compared, not kept)
roster-column-phone = phone (compared, not kept)

roster-errors =
    <b>Rows with errors</b>: { $count }
    They will not be saved. Mend the file and send it again: nobody is doubled.
    {""}
roster-error = Row { $row }, “{ $cell }”: { $why }
roster-error-long = too long for a name
roster-error-signs = this does not look like a name: it has digits or signs
roster-error-short = surname and given name are needed

roster-alike =
    <b>Similar names</b>: { $count }
    Are they the same people? They will be left out. Tap whoever is another person in truth.
    {""}
roster-alike-row = { $other ->
    [yes] Row { $row }: { $name }, { $place }: another person, to be saved
   *[no] Row { $row }: { $name }, { $place }. Like { $known }, { $known_place }
}
roster-alike-same = The same: { $name }
roster-alike-other = Another: { $name }

roster-not-a-document = The list has to be an .xlsx or .csv document, or the text of a message.
roster-file-empty = The file “{ $name }” is empty. Please check it and send it again.
roster-file-too_large = The file “{ $name }” is too large: a bot can take 20 MB at most.
roster-file-too_long = The file “{ $name }” has too many rows. Leave only the list of one school, 3000 people at most.
roster-file-too_many = The file “{ $name }” has more than 3000 people. Divide it, for instance by years.
roster-file-no_roster = No list of people was found in “{ $name }”. It needs a table with surname and given name in one column or in two.
roster-file-bomb = The file “{ $name }” is built in a dangerous way and cannot be read. Save the table anew and send it.
roster-file-damaged = The file “{ $name }” is damaged. Open it, save it anew as .xlsx and send it.
roster-file-encrypted = The file “{ $name }” has a password. Take it off and send it again.
roster-file-entities = The file “{ $name }” is built in a dangerous way and cannot be read. Save the table anew and send it.
roster-file-old_word = The file “{ $name }” is of an old format. Save it as .xlsx and send it.
roster-file-open_document = The file “{ $name }” is an OpenDocument. Save it as .xlsx and send it.
roster-file-rich_text = The file “{ $name }” is RTF. Save it as .xlsx and send it.
roster-file-image = “{ $name }” is a picture. Send an .xlsx or .csv table.
roster-file-scan = “{ $name }” is a scan without text. Send an .xlsx or .csv table.
roster-file-unknown_format = The file “{ $name }” cannot be read. Send an .xlsx or .csv table.
