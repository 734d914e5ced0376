# The journal of a school's meetings, hours, the line of the main menu.

journal-open = Journal of meetings
home-meetings =
    {""}
    { $today ->
        [0] No meetings today.
        [one] { $today } meeting today.
       *[other] { $today } meetings today.
    }{ $proposed ->
        [0] {""}
       *[other] {" "}Waiting for your answer: { $proposed }.
    }{ $marks ->
        [0] {""}
       *[other] {" "}Meetings that wait for a mark: { $marks }.
    }
journal =
    <b>Journal of meetings</b>
    { $count ->
        [0] No pair is at work yet.
       *[other] Pairs at work: { $count }. Meetings held: { $held }, fallen through: { $missed }. Those who met longest ago come first.
    }
journal-row =
    <b>{ $mentors } – { $mentees }</b>
    Planned { $planned }, held { $held }, fallen through { $missed }{ $disputed ->
        [0] {""}
       *[other] , in dispute { $disputed }
    }{ $share ->
        [-1] {""}
       *[other] , marks { $share } %
    }. { $met ->
        [yes] The last one: { SHORT($last_on) }{ $silent ->
            [0] {""}
           *[other] , days ago: { $silent }
        }.
       *[no] No meeting yet, for days: { $silent }.
    }
journal-pair =
    <b>All meetings of the pair</b>
    { $count ->
        [0] None yet.
       *[other] The latest come first.
    }
journal-entry = { SHORT($held_on) } { $kind }: { $status ->
    [proposed] proposed
    [planned] planned
    [held] held, { $minutes } min
    [missed] did not take place
    [moved] moved
    [disputed] in dispute
   *[cancelled] cancelled
}{ $why ->
    [yes] {" "}({ $reason })
   *[no] {""}
}{ $marked ->
    [yes] . Marks: { $marks }
   *[no] {""}
}
journal-month = Calendar of the month
journal-export = Table, .xlsx
journal-sent = The file comes in the next message.
journal-sheet = Meetings
journal-column-mentors = Mentor
journal-column-mentees = Mentee
journal-column-planned = Planned
journal-column-held = Held
journal-column-missed = Fallen through
journal-column-marks = Marks, %
journal-column-last = Last meeting
journal-caption = Meetings by pair on { DATE($day) }
journal-month-caption = Meetings, { MONTH($day) }
journal-month-title = Meetings, { MONTH($day) }
journal-week = { SHORT($start) } – { SHORT($end) }
journal-weekday = { WEEKDAY($day) }
journal-legend-held = held
journal-legend-planned = planned
journal-legend-missed = fallen through
meetings-hours = My hours
meetings-by-month =
    <b>My hours</b>
    Meetings in all: { $count }, { $hours ->
        [0] {""}
       *[other] { $hours } h{" "}
    }{ $minutes } min. These are the meetings that took place with you.
meetings-month-row = { MONTH($day) }: meetings { $count }, { $hours ->
        [0] {""}
       *[other] { $hours } h{" "}
    }{ $minutes } min
hours-paper = Statement of hours
hours-sent = The statement comes in a message of its own.
hours-caption = The statement of mentoring hours as of { DAY($day) }, meetings in it: { $count }. Have it signed by the head.
hours-none = There will be a statement after the first recorded meeting that you held as a mentor.

hearing-open = Spoken feedback
hearing = { $count ->
    [0] All feedback is there.
   *[other] Whose feedback? The journal will have it as spoken.
}
hearing-label = { SHORT($held_on) }, { $name }
hearing-mark =
    <b>{ $name }</b>, meeting of { DAY($held_on) }

    Which mark? It may be typed with words: “8, solved the problem”.
hearing-gone = This feedback is there already.
hearing-mark-first = Begin with a mark from 1 to 10, then the words. For example: 8, solved the problem
hearing-saved = { $name }: saved, mark { $mark }.
hearing-answered = { $name }: there is feedback already, it stays.
feedback-not-held = This meeting is not on record as held: record it first.
