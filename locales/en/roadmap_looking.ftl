# The roadmap as a whole: sections, a picture, files, a calendar, an archive of documents.

roadmap-look-button = Overview and files
roadmap-look =
    <b>Overview and files</b>
    The picture shows the deadlines along the months, the document and the table what is done, the calendar file brings the deadlines to your phone.
roadmap-look-sections = By section
roadmap-look-picture = A picture of deadlines
roadmap-look-paper = Word (.docx)
roadmap-look-table = Excel (.xlsx)
roadmap-look-calendar = Calendar (.ics)
roadmap-look-archive = All documents (.zip)
roadmap-look-roll = Roll over to a new year
roadmap-coming = On its way. The file will come as a message in a few seconds.
roadmap-nothing-to-show = There is nothing to show yet: no roadmap is in force.

roadmap-sections = <b>By section</b>
roadmap-section = • { $name }: { $closed } of { $total } closed{ $overdue ->
    [0] {""}
   *[other] , { $overdue } overdue
}
roadmap-section-none = No section

roadmap-roll =
    <b>Roll over to the school year { $year }?</b>
    { $title }

    The bot writes a draft: the same activities, executors and documents, deadlines in the same months of the new year. It will ask about days off, years in titles and things done once. The present roadmap stays in force until you confirm the new one, then it goes into the archive.
roadmap-roll-draft =
    {""}
    The draft that waits to be checked will be replaced.
roadmap-roll-button = Write the draft

roadmap-picture-today = today, { DAY($day) }
roadmap-picture-done = closed
roadmap-picture-open = in progress
roadmap-picture-late = overdue
roadmap-picture-idle = no date
roadmap-picture-caption =
    { $title }
    Activities in the picture: { $shown } of { $total }.
roadmap-map-title = Schools by section, { DATE($day) }
roadmap-map-caption = Closed of all activities by section, { DATE($day) }. Schools in the picture: { $shown } of { $total }. An exclamation mark: some are overdue.
roadmap-map-done = all closed
roadmap-map-open = in progress
roadmap-map-late = some overdue
roadmap-map-idle = no activities
roadmap-map-button = A picture by section

roadmap-paper-standing = As of { DATE($day) }: { $total } activities, { $closed } closed, { $overdue } overdue
roadmap-column-number = No.
roadmap-column-section = Section
roadmap-column-title = Activity
roadmap-column-deadline = Deadline
roadmap-column-opens = From
roadmap-column-due = To
roadmap-column-people = Responsible
roadmap-column-result = Result
roadmap-column-status = Status
roadmap-column-closed = Closed
roadmap-column-proof = Status: documents
roadmap-sheet = Roadmap
roadmap-state-open = in progress
roadmap-state-overdue = overdue
roadmap-state-schools = schools: { $closed } of { $total } closed{ $overdue ->
    [0] {""}
   *[other] , { $overdue } late
}
roadmap-paper-moved = by { $due }
roadmap-paper-was = the term was moved from: { $text }
roadmap-paper-going = { $told ->
    [0] in progress
   *[other] { $count } more in progress
}
roadmap-file-caption =
    { $title }
    { DATE($day) }: { $closed } of { $total } closed, { $overdue } overdue.
roadmap-calendar-caption = { $count ->
    [one] { $count } deadline
   *[other] { $count } deadlines
} for a calendar. Open the file on a phone or computer and agree to add the events.

roadmap-archive-coming = Gathering the documents. The archive will come as a message, usually within a minute.
roadmap-archive-empty = There are no documents yet: no activity has been closed by one.
roadmap-archive-list = List of documents
roadmap-archive-missing = the file could not be fetched
roadmap-archive-gone = The archive did not last until it was sent. Ask for it again: “Overview and files”, “All documents”.
roadmap-archive-caption = Documents by section{ $parts ->
    [1] {""}
   *[other] , part { $part } of { $parts }
}. A list of all documents and links is inside.
roadmap-archive-incomplete = Files that did not get into the archive: { $count }. They are marked in the list: Telegram no longer hands them over, or they are too large.

# Former plans.
roadmap-former-button = Former roadmaps
roadmap-former = <b>Former roadmaps</b>
roadmap-former-plan = <b>{ $place }.</b> { $title } (from { FULL($since) }): closed { $closed } of { $total }
roadmap-former-none = No roadmap has been replaced.
roadmap-former-row = • { $number } { $title }: { $has_due ->
    [yes] until { FULL($due) }
   *[no] no date
}, closed { $closed } of { $total }, documents: { $documents }
roadmap-no-former = This roadmap is in force, or not confirmed yet.
