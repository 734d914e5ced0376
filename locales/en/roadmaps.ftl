# Roadmaps: sending, checking, deadlines, documents; what the department sees.

menu-roadmap = Roadmap
menu-board = Schools' deadlines

roadmap-upload =
    <b>A new roadmap</b>
    Send the file: Word (.docx), Excel (.xlsx) or a PDF with text, up to 20 MB. A table can also be pasted as a message: a line for an activity, columns parted by tabs or "|".

    The bot reads the activities, deadlines, executors and documents and shows what it understood. Nothing takes effect until you confirm it.
roadmap-reading-file = The file “{ $name }” has arrived, the bot is reading it.
roadmap-reading-year = School year { $year }: the bot is reading the document again to find the dates.
roadmap-reading = This usually takes a few seconds. The result will come as a message here.

roadmap-read =
    <b>The roadmap has been read</b>
    { $title }

    { $activities ->
        [one] { $activities } activity
       *[other] { $activities } activities
    }, { $questions ->
        [0] no questions
        [one] { $questions } question
       *[other] { $questions } questions
    }. { $questions ->
        [0] Look through it and confirm
        [one] Answer it and confirm
       *[other] Answer them and confirm
    }: reminders begin only after that.
roadmap-read-yearless =
    <b>The roadmap has been read</b>
    { $title }

    { $activities ->
        [one] { $activities } activity
       *[other] { $activities } activities
    }. The document does not say which school year it is for, and the dates depend on that. Choose the year:
roadmap-check = Check it
roadmap-year = { $year }
roadmap-year-other = Another year

roadmap-file-empty = The file “{ $name }” is empty. Check it and send it again.
roadmap-file-too_large = The file “{ $name }” is too large: Telegram gives a bot 20 MB at most. Remove the pictures or send the table alone.
roadmap-file-too_long = The file “{ $name }” has too many pages, rows or dates for one roadmap. Send the table of activities alone.
roadmap-file-bomb = The file “{ $name }” grows too large when unpacked, reading it is not safe. Save the document again and send it once more.
roadmap-file-damaged = The file “{ $name }” is damaged: it does not open. Save the document again and send it once more.
roadmap-file-encrypted = The file “{ $name }” is protected by a password. Remove the protection and send it again.
roadmap-file-entities = The file “{ $name }” has insertions that are not safe to read. Save it in Word anew (.docx) and send it again.
roadmap-file-old_word = “{ $name }” is in the old format of Word or Excel. Open it, choose Save as .docx or .xlsx and send it again.
roadmap-file-open_document = “{ $name }”: the bot does not read OpenDocument. Choose Save as .docx or .xlsx and send it again.
roadmap-file-rich_text = “{ $name }”: the bot does not read RTF. Choose Save as .docx and send it again.
roadmap-file-image = “{ $name }” is a picture, there is no text in it. Send a Word or Excel document or a PDF with text.
roadmap-file-scan = “{ $name }” is a scan, there is no text in it. Send the original Word or Excel document or a PDF with text.
roadmap-file-unknown_format = “{ $name }”: the bot does not read this format. Send a Word (.docx) or Excel (.xlsx) document or a PDF with text.
roadmap-file-no_roadmap = The file “{ $name }” has no table of activities with deadlines. Send a roadmap or a plan of activities.
roadmap-text-none = No table of activities and terms was found in this text. Paste it with the headings of its columns, or send it as a file.
roadmap-no-template = There is no such template of a roadmap. Choose one from the list.
roadmap-has-draft = There is a draft of a roadmap already. Check and confirm it, or discard it; then another can be begun.
roadmap-not-a-document = A roadmap has to come as a file: Word (.docx), Excel (.xlsx) or a PDF with text. A photo or a recording cannot be read.
roadmap-file-nowhere = There is nothing to attach this file to yet: a roadmap is needed first. Send it as a Word, Excel or PDF file.

roadmap-home = <b>Roadmap</b>
roadmap-home-plan =
    { $title }

    Closed { $closed } of { $total }{ $overdue ->
        [0] {""}
       *[other] , overdue { $overdue }
    }.{ $repeats ->
        [yes] {" "}Recurring activities count once for each of their terms.
       *[no] {""}
    }
    A document for an activity can be sent at any time: the bot asks which one it is for.
roadmap-home-none =
    There is none yet. Send the file to this chat: Word (.docx), Excel (.xlsx) or a PDF with text.
roadmap-home-draft =
    <b>A draft</b> waits to be checked: { $draft_title }
    { $activities ->
        [one] { $activities } activity
       *[other] { $activities } activities
    }, { $questions ->
        [0] no questions
        [one] { $questions } question
       *[other] { $questions } questions
    }.
roadmap-part-overdue = Overdue: { $count }
roadmap-part-week = Next 7 days: { $count }
roadmap-part-month = Next 30 days: { $count }
roadmap-part-undated = Without a date: { $count }
roadmap-part-closed = Closed: { $count }
roadmap-part-given = Assigned by the department: { $count }
roadmap-part-all = All: { $count }
roadmap-go-on = Go on checking
roadmap-new = Send a new one
roadmap-list = <b>{ $part }</b>
roadmap-list-near = What matters now
roadmap-list-overdue = Overdue
roadmap-list-week = Next 7 days
roadmap-list-month = Next 30 days
roadmap-list-undated = Without a date
roadmap-list-closed = Closed
roadmap-list-given = Assigned by the department
roadmap-list-all = All activities
roadmap-list-empty = There is nothing here.
roadmap-task =
    <b>{ $number }</b> { $title }
    <i>{ $stands }</i>
roadmap-task-label = { $number }: { FULL($due) }
roadmap-to-home = The whole roadmap
roadmap-to-list = To the list

roadmap-card = <b>{ $number } { $title }</b>
roadmap-card-term = Deadline: { $deadline }
roadmap-card-stands = Now: { $stands }
roadmap-card-source = In the document: “{ $source }”
roadmap-card-people = Executors: { $people }
roadmap-card-result = Result: { $result }
roadmap-card-closed = Marked by { $by }, { DATE($closed_on) }
roadmap-card-proof = • { $text } ({ DAY($given_on) })
roadmap-card-bare = Without a document.
roadmap-card-hint =
    {""}
    To close the activity, send a document, a photo, a voice message or a link here.
roadmap-attach-button = Attach a document
roadmap-attach =
    <b>{ $number } { $short }</b>
    Send a document, a photo, a video or a voice message; forwarding from another chat will do. Or type where the document is: a link or the order's number.
roadmap-done = Done without a document
roadmap-unneeded = Not needed
roadmap-reopen = Take up again
roadmap-closed = Marked as done, without a document.
roadmap-closed-by-file = The document is attached, the activity is closed.
roadmap-closed-by-note = Noted, the activity is closed.
roadmap-file-added = The document is added.
roadmap-file-large = The file is over 20 MB: the archive will not have it, keep it yourself too.
roadmap-note-added = The note is added.
roadmap-closed-unneeded = Marked as not needed.
roadmap-reopened = The activity is open again.
roadmap-task-changed = This activity has changed meanwhile: the screen shows how it stands now.
roadmap-task-archived = This activity belongs to a former roadmap: it was replaced and no longer changes.
roadmap-sent-document = a document
roadmap-sent-photo = a photo
roadmap-sent-voice = a voice message
roadmap-sent-audio = a sound recording
roadmap-sent-video = a video
roadmap-sent-video_note = a video message
roadmap-sent-animation = an animation

roadmap-stands-done = done
roadmap-stands-done_earlier = done earlier, before the roadmap was confirmed
roadmap-stands-not_needed = not needed
roadmap-stands-undated = without a date
roadmap-stands-overdue = was due { DAY($due) }, { $days ->
    [one] { $days } day
   *[other] { $days } days
} overdue
roadmap-stands-soon = { $days ->
    [0] today is the last day
    [one] { $days } day left, until { DAY($due) }
   *[other] { $days } days left, until { DAY($due) }
}

roadmap-days-one = { DATE($end) }
roadmap-days-month = { MONTH($start) }
roadmap-days-year = the year { $year }
roadmap-days-range = { DAY($start) } to { DATE($end) }
roadmap-days-years = { DATE($start) } to { DATE($end) }
roadmap-days-until = by { DATE($end) }
roadmap-days-from = from { DATE($start) }
roadmap-deadline-unread = not understood
roadmap-deadline-recurring = { $freq ->
    [weekly] every week
    [monthly] every month
    [quarterly] every quarter
    [half-yearly] every half-year
   *[yearly] every year
}, first { $first }{ $more ->
    [0] {""}
    [one] , then { $more } more time
   *[other] , then { $more } more times
}
roadmap-deadline-continuous = all the time
roadmap-deadline-continuous-until = all the time, until { DATE($end) }
roadmap-deadline-relative = as the programme goes
roadmap-deadline-relative-until = as the programme goes, by { DATE($end) } at the latest
roadmap-deadline-none = none

roadmap-doubt-unread = the deadline could not be read
roadmap-doubt-partly_read = only a part of the deadline was read
roadmap-doubt-impossible_date = the calendar has no such day
roadmap-doubt-year_unknown = no year is given
roadmap-doubt-year_doubtful = the year was taken from other rows
roadmap-doubt-spelling = a slip of the pen in the deadline
roadmap-doubt-ambiguous = the deadline can be read in several ways
roadmap-doubt-approximate = the deadline is only approximate
roadmap-doubt-school_calendar = the dates depend on the school's calendar
roadmap-doubt-alternatives = several deadlines are named
roadmap-doubt-open_end = the end is not said
roadmap-doubt-ends_before_it_starts = the end lies before the beginning
roadmap-doubt-before_document_date = earlier than the document's own date
roadmap-doubt-before_plan_start = earlier than the plan begins
roadmap-doubt-outside_plan_period = outside the period the plan is for
roadmap-doubt-outside_section = outside the section's own term
roadmap-doubt-deadline_inherited = the deadline is a neighbouring row's or a heading's
roadmap-doubt-number_repeated = the number is repeated
roadmap-doubt-document_dates_differ = the document names different dates
roadmap-doubt-title_periods_differ = the titles name different years

roadmap-draft =
    <b>Draft of the roadmap</b>
    { $title }

    { $activities ->
        [one] { $activities } activity
       *[other] { $activities } activities
    }, { $questions ->
        [0] no questions
        [one] { $questions } question
       *[other] { $questions } questions
    }.
roadmap-draft-section = • { $name }: { $activities }{ $questions ->
    [0] {""}
   *[other] , questions { $questions }
}
roadmap-draft-more = And more sections: { $more }
roadmap-draft-next =
    {""}
    { $questions ->
        [0] Look through the activities and confirm. There are no reminders before that.
       *[other] Answer the questions, correct any row you like, then confirm. There are no reminders before that.
    }
roadmap-ask = Answer questions: { $questions }
roadmap-rows-button = All activities
roadmap-year-button = School year: { $year }
roadmap-confirm-button = Confirm
roadmap-later = Later
roadmap-draft-gone = This draft has been confirmed already or replaced by a new file. Open “Roadmap” in the main menu.

roadmap-year-ask =
    <b>School year</b>
    { $title }

    { $changing ->
        [yes] The document will be read again, corrections in the draft will be lost.
       *[no] The document does not say which year it is for, and the dates depend on that.
    } Choose the school year or type it, for example: 2026/27.
roadmap-year-unread = I could not understand the year. Type it like this: 2026/27.

roadmap-rows =
    <b>Activities</b>, page { $page } of { $pages }
    To correct a row, press its number.

    { $list }
roadmap-row = <b>{ $number }</b> { $title }
roadmap-row-deadline = Deadline: { $deadline }
roadmap-row-people = Executors: { $people }
roadmap-row-result = Result: { $result }
roadmap-row-asks = <b>Needs an answer</b>: { $doubt }
roadmap-row-note = <i>Please note: { $doubt }</i>
roadmap-row-removed = <i>Taken out of the plan</i>
roadmap-to-draft = To the draft

roadmap-question = { $left ->
    [one] <b>The last question</b>
   *[other] <b>Questions left: { $left }</b>
}
roadmap-row-card = <b>{ $number } { $title }</b>
roadmap-row-read = Deadline: <b>{ $deadline }</b>
roadmap-row-doubt = Doubt: { $doubt }
roadmap-row-choose =
    {""}
    Press an answer, or type the deadline in Russian as documents do, for example: до 20 сентября, с 1 по 15 октября.
roadmap-row-hint =
    {""}
    To correct the deadline, type it in Russian as documents do, for example: до 20 сентября, с 1 по 15 октября.
roadmap-answer-right = The deadline is right
roadmap-answer-none = No deadline
roadmap-answer-year = All year round
roadmap-title-button = Title
roadmap-result-button = Document
roadmap-add-after-button = Add a row
roadmap-up-button = Move up
roadmap-down-button = Move down
roadmap-edit-button = Correct it
roadmap-day-button = Calendar
roadmap-add-button = Add an activity
roadmap-people-none = No executors
roadmap-result-none = No document needed
roadmap-people-button = Executors
roadmap-remove = Take out of the plan
roadmap-restore = Put back in
roadmap-skip = Next question
roadmap-settled = Noted: { $deadline }.
roadmap-saved = Corrected.
roadmap-added = Added. Now type its deadline, if it has one.
roadmap-moved-up = The row has been moved up.
roadmap-moved-down = The row has been moved down.
roadmap-edge = It cannot go any further.
roadmap-draft-full = The roadmap has { $limit } rows already and takes no more. Remove some.
roadmap-edit-ask =
    {""}
    What should be corrected?
roadmap-day-ask =
    <b>{ $number } { $title }</b>
    Press the last day. If it is not a single day, type it, for example: from 1 to 15 October.
roadmap-result-ask =
    { $result_known ->
        [yes] Now: { $result }
       *[no] No document is named.
    }

    Type what should come of it: an order, a regulation, a report. If there are several documents, put each on a line of its own.
roadmap-add-ask = Type the title of the new activity. Its deadline, executors and document can be added later.
roadmap-typed-unread = I could not understand the deadline “{ $text }”. Type it in Russian, for example: до 20 сентября, с 1 по 15 октября, ежемесячно.
roadmap-typed-impossible = The calendar has no such day: “{ $text }”. Type the deadline again.
roadmap-title-ask =
    Now: { $title }

    Type the activity's new title.
roadmap-people-ask =
    { $has_people ->
        [yes] Now: { $people }
       *[no] No executors are named.
    }

    Type the executors, separated by commas.

roadmap-confirm =
    <b>Confirm the roadmap?</b>
    Activities: { $activities }, with dates: { $dated }.
    The bot reminds in the morning: on the first day, 7 days before the end, on the last day and when it has passed.
roadmap-confirm-due = The next deadline: { DATE($due) }.
roadmap-confirm-unanswered = Questions without an answer: { $unanswered }. These activities go in without dates and without reminders.
roadmap-confirm-replaces = It takes the place of the roadmap in force, which goes to the archive with all that was marked there.
roadmap-confirm-past =
    {""}
    { $count ->
        [one] { $count } activity is
       *[other] { $count } activities are
    } past the deadline: { $numbers }{ $more ->
        [0] {""}
       *[other] {" "}and { $more } more
    }. Have they been done?
roadmap-replace = Replace
roadmap-past-done = Yes, they are done
roadmap-past-open = No, leave them open
roadmap-past-moved = Set a new deadline
roadmap-past-day =
    <b>A new deadline</b>
    It will apply to { $count ->
        [one] { $count } activity
       *[other] { $count } activities
    } whose deadline has passed: { $numbers }{ $more ->
        [0] {""}
       *[other] {" "}and { $more } more
    }. Press a day or type a date.
roadmap-past-day-past = That day has passed. Choose today or a later one.
roadmap-past-unanswered = While you were looking, some activities passed their deadline. Please say whether they are done.
roadmap-confirmed = The roadmap is confirmed. The bot reminds of deadlines in the morning.
roadmap-confirmed-already = This roadmap has been confirmed already.

roadmap-stray =
    { $count ->
        [one] Received: { $name }. Which activity is it for?
       *[other] Received { $count } files. Which activity are they for?
    }
roadmap-file-named = “{ $name }”
roadmap-stray-other = Another activity
roadmap-stray-new = This is a new roadmap
roadmap-stray-pick = <b>Which activity is it for?</b>

roadmap-digest = { $places ->
    [1] <b>Roadmap</b>
   *[other] <b>Roadmap, { $organisation }</b>
}
roadmap-digest-overdue-head = <b>Overdue</b>
roadmap-digest-overdue = • { $number } { $title }: was due { DAY($due) }{ $times ->
    [0] {""}
    [one] , and once more since
   *[other] , and { $times } times more since
}
roadmap-digest-last_day-head = <b>Today is the last day</b>
roadmap-digest-last_day = • { $number } { $title }
roadmap-digest-week_left-head = <b>Due soon</b>
roadmap-digest-week_left = • { $number } { $title }: { $days ->
    [one] { $days } day left
   *[other] { $days } days left
}, until { DAY($due) }
roadmap-digest-opens-head = <b>Begins</b>
roadmap-digest-opens = • { $number } { $title }{ $has_due ->
    [yes] : by { DAY($due) }
   *[no] {""}
}
roadmap-digest-held-head = <b>The bot has already</b>
roadmap-digest-held = • { $number }: { $kind ->
    [pairs] { roadmap-held-pairs }
    [surveys] { roadmap-held-surveys }
    [banks] { roadmap-held-banks }
    [mentors] { roadmap-held-mentors }
    [mentees] { roadmap-held-mentees }
   *[training] { roadmap-held-training }
}. If that is the whole result, close the activity.
roadmap-digest-result = Open { $number }
roadmap-digest-more = and { $count } more
roadmap-digest-open = Open the roadmap
roadmap-digest-late =
    <b>Schools' deadlines</b>
    Overdue by { $days } working days or more:
roadmap-digest-school = • { $school }: overdue { $count }, the oldest: { $number } by { DAY($due) }
roadmap-digest-board = Open schools' deadlines

roadmap-schools =
    <b>Schools' deadlines</b>
    { $count ->
        [0] There are no schools yet. Add them: “Schools” in the main menu.
       *[other] { $late ->
            [0] Schools: { $count }, none has an overdue activity.
           *[other] Schools: { $count }, with overdue activities: { $late }. Choose a school to see them.
        }
    }
roadmap-school = • { $name }: { $state ->
    [kept] closed { $closed } of { $total }, overdue { $overdue }; own roadmap: { $own ->
        [approved] approved, { $share } %
        [kept] in force, { $share } %, no order noted
        [lies] to be signed
        [draft] a draft
       *[none] none
    }
   *[none] { $own ->
        [lies] own roadmap lies with the head
        [draft] own roadmap is a draft
       *[none] no roadmap yet
    }
}
roadmap-school-card =
    <b>{ $name }</b>
    { $state ->
        [kept] Closed { $closed } of { $total }. { $overdue ->
            [0] Nothing is overdue.
           *[other] Overdue: { $overdue }.
        }
       *[none] There is no roadmap in force yet.
    }
    Own roadmap: { $own ->
        [approved] approved by order No. { $order } of { FULL($day) }, { $share } % done.
        [kept] in force, { $share } % done, no order of approval noted.
        [lies] the draft lies with the head to be signed.
        [draft] a draft is being made.
       *[none] none.
    }
roadmap-school-more = and { $more } more
