# Pairs: who works with whom.

menu-pairs = Pairs

pairs =
    <b>Pairs</b>: { $running }
    { $running ->
        [0] { $missing ->
            [mentors] Invite mentors first: “Participants” in the main menu.
            [mentees] Invite mentees first: “Participants” in the main menu.
            [running] No pair is running now. Make a new one.
           *[nobody] There is none yet. Make the first one.
        }
       *[other] Choose a pair to see its meetings.
    }
    {""}
pairs-ended =
    <b>Ended pairs</b>: { $ended }
    Their meetings and marks are kept.
    {""}
pairs-row =
    <b>{ $mentors } – { $mentees }</b>
    { $paused ->
        [yes] on a pause till { DAY($until) },{" "}
       *[no] {""}
    }{ $held ->
        [0] no meetings yet
        [one] { $held } meeting, { DAY($last_on) }
       *[other] { $held } meetings, the last on { DAY($last_on) }
    }
pairs-label = { $mentor } – { $mentee }
pairs-create = Make a pair
pairs-show-ended = Ended ({ $ended })
pairs-show-running = Running

pair-mentor =
    <b>New pair, step 1 of 3</b>
    { $count ->
        [0] There are no mentors yet. Invite them: “Participants” in the main menu.
       *[other] Who is the mentor? In brackets: how many pairs they have.
    }
pair-mentee =
    <b>New pair, step 2 of 3</b>
    { $count ->
        [0] There are no mentees yet. Invite them: “Participants” in the main menu.
       *[other] Who is the mentee? Those without a pair come first; in brackets: how many pairs the others have.
    }
pair-confirm =
    <b>New pair, step 3 of 3</b>
    Mentor: { $mentor }
    Mentee: { $mentee }

    Both will get a message. Make the pair?
pair-create = Make the pair
pair-created = The pair is made. Both will get a message.
pair-of-one = That is one and the same person. Choose two different people.
pair-exists = There is such a pair already: { $mentor } – { $mentee }.

pair-card =
    <b>{ $mentors } – { $mentees }</b>
    { $ended ->
        [yes] From { DATE($started_on) } to { DATE($ended_on) }, the pair has ended.
       *[no] Together since { DATE($started_on) }.{ $paused ->
            [yes] {" "}A pause till { DATE($until) }.
           *[no] {""}
        }
    }{ $has_order ->
        [yes] {" "}Order No. { $order } of { DATE($order_on) }.
       *[no] {""}
    }
    { $held ->
        [0] { $ended ->
            [yes] There were no meetings.
           *[no] No meetings yet. The mentor records the first one.
        }
        [one] { $held } meeting:
       *[other] { $held } meetings, the latest first:
    }
pair-meeting = • { DAY($held_on) }, { $kind }, { $minutes } min{ $marked ->
        [yes] . Marks: { $marks }
       *[no] {""}
    }
pair-marks-mentor = mentor { $marks }
pair-marks-mentee = mentee { $marks }
pair-earlier = Earlier ones: { $count }
pair-texts-button = Notes and comments
pair-end = End the pair
pair-list = All pairs

pair-texts =
    <b>{ $mentors } – { $mentees }</b>
    Notes and comments are seen by their authors and the curator only.
pair-text = <b>{ DAY($held_on) }</b>, { $by ->
    [note] mentor's note
    [mentor] mentor's comment
   *[mentee] mentee's comment
}: { $text }

pair-end-confirm =
    End the pair <b>{ $mentors } – { $mentees }</b>? The ground: { $ground }.
    Meetings and marks are kept; no new meeting can be recorded. Both sides will get a message.
pair-end-yes = Yes, end it
pair-ended-done = The pair has ended. Both sides will get a message.
pair-ended-already = This pair has ended already.

pair-made-mentor =
    You have a new pair. You are the mentor of <b>{ $mentee }</b>.

    Begin by getting acquainted: agree where and how often to meet. To begin a talk:
    • { $talk1 }
    • { $talk2 }
    • { $talk3 }

    After a meeting record it here, it takes two taps.
pair-made-mentee =
    Your mentor is <b>{ $mentor }</b>.

    Your mentor will propose a time to get acquainted. To begin a talk:
    • { $talk1 }
    • { $talk2 }
    • { $talk3 }

    After each meeting the bot will ask how useful it was.
pair-record = Record a meeting
pair-meetings = My meetings
pair-ended = The work of the pair { $mentors } – { $mentees } has ended. Thank you for your meetings!

pair-not-now = This cannot be done now: the pair { $status ->
    [proposed] is still being agreed
    [agreed] is agreed but not approved
    [ordered] waits for the order
    [active] is at work already
    [paused] is on a pause
   *[other] is over
    }.
pair-same-people = These people have another pair already.
