# "My data": what is kept of a person, by area.

menu-own-data = My data
own-data =
    I will send everything that is kept about you, or about the child you speak for: a document to read and a .json file to take along. They hold no words of other people.

    Whose data?
own-data-mine = My data
own-data-of-child = Data of { $child }
own-data-sent = The files come in the next messages.
own-data-caption = Everything that is kept about the person, to read.
own-data-json-caption = The same to be taken to another program.
own-data-file-name = data
own-data-title =
    PERSONAL DATA ON RECORD
    participant No. { $number }
own-data-about = Made on { DATE($day) } at the request of the participant or their legal representative. Words and marks of other people are left out.
own-data-table = { $title } (records: { $count })
own-data-more = Earlier records ({ $count } more) are in the .json file.
own-data-what = What
own-data-value = Value
data-yes = yes
data-no = no

data-area-person = The person
data-area-seats = Roles and organisations
data-area-bank = The bank
data-area-pairs = Pairs
data-area-meetings = Meetings
data-area-answers = Questionnaires
data-area-messages = Messages and documents
data-area-rights = Consents and rights

data-table-person = About the person
data-table-chat = The place in the talk with the bot
data-table-membership = Roles in organisations
data-table-appointment = Appointment by order
data-table-deputy = Deputising
data-table-executor = Executor of a roadmap
data-table-joining = Joining a programme
data-table-representation = Legal representation
data-table-invite = Links for legal representatives
data-table-profile = Entry in the bank
data-table-request = Requests
data-table-training = Training
data-table-match-suggestion = Suggestions in matching
data-table-pair-member = Part in pairs
data-table-pair-application = Applications
data-table-application-answer = Answers to applications
data-table-council-case = Questions about the pair to the methodical council
data-table-council-marks = Marks given in the methodical council
data-table-pair-event = History of pairs
data-table-personal-plan = Personal programmes
data-table-plan-item = Goals and activities of programmes
data-table-plan-change = Changes of programmes
data-table-meeting = Meetings
data-table-meeting-slot = Regular times of meetings
data-table-meeting-file = Files of meetings
data-table-file = Files that were sent
data-table-attendance = Attendance
data-table-lesson-release = Releases from lessons
data-table-outing-consent = Consents to meetings outside the school
data-table-feedback = Feedback on meetings
data-table-survey-response = Questionnaires
data-table-survey-answer = Answers to questions
data-table-question = Questions to the curator
data-table-outbox = Messages of the bot
data-table-mentions = The name in others' messages and notes
data-table-wished-notice = Notices asked for
data-table-parcel = Documents given by a link or the operator
data-table-job = Work on files sent
data-table-calendar-link = Calendar links
data-table-consent = Consents
data-table-erasure = Erasure of data
data-table-audit = Log of what was done with the data

data-table-match-rule = Marks of the curator for matching
data-table-support = Support while waiting for a pair
data-table-mentor-check = Checks and training of a mentor
data-table-mentor-loan = Offers to other schools
data-table-silence-question = Questions how it is going
data-table-trial-verdict = Decisions after the trial meeting
data-table-pair-message = Messages in the pair
data-table-help-call = Calls for help
data-column-offered-at = Offered
data-column-passed = Passed
data-column-noted-on = Noted on
data-column-asked-on = Asked on
data-column-advised-at = When advice was given
data-column-called-at = Called at
data-column-mistaken-at = Marked as a mistake
data-column-id = Number
data-column-name = Name
data-column-given = Given name
data-column-birth-year = Year of birth
data-column-phone = Phone
data-column-telegram-id = Number in Telegram
data-column-locale = Language
data-column-created-at = Entered at
data-column-organisation-id = Organisation
data-column-role = Role
data-column-since = Since
data-column-until = Until
data-column-ended-at = Ended at
data-column-order-number = Number of the order
data-column-ordered-on = Day of the order
data-column-contact = Contact
data-column-training = Training
data-column-starts-on = First day
data-column-ends-on = Last day
data-column-words = As the document says
data-column-decided-at = Decided at
data-column-programme-id = Programme
data-column-admitted-at = Admitted at
data-column-expires-at = Valid till
data-column-used = Times used
data-column-side = Side
data-column-status = Status
data-column-status-since = In this status since
data-column-class-name = Class
data-column-post = Post
data-column-workplace = Place of work or study
data-column-class-teacher = Class teacher
data-column-relatives = Relatives in the organisation
data-column-conditions = Conditions
data-column-source = Where the mentor comes from
data-column-competences = Competences
data-column-topics = Topics
data-column-achievements = Achievements
data-column-capacity = Mentees at once
data-column-wished-ages = Wished ages
data-column-free-time = Free time
data-column-free-time-note = About free time
data-column-selection = Selection
data-column-selected-on = Day of selection
data-column-selection-ground = Ground of selection
data-column-traits = From questionnaires
data-column-accepted-at = Accepted by the curator
data-column-checked-at = Last checked
data-column-text = Text
data-column-voiced-by = Voiced by
data-column-withdrawn-at = Withdrawn at
data-column-course = Course
data-column-outside = Outside
data-column-hours = Hours
data-column-certificate = Certificate
data-column-finished-on = Finished on
data-column-made-at = Made at
data-column-pair-id = Number of the pair
data-column-is-primary = Main mentor
data-column-joined-on = Joined on
data-column-left-on = Left on
data-column-answer = Answer
data-column-answered-at = Answered at
data-column-reason = Reason
data-column-shares-phone = Phone shown to the pair
data-column-kind = Kind
data-column-what = What was done
data-column-after = State of the pair after it
data-column-at = When
data-column-title = Title
data-column-due-on = Due
data-column-expected = Expected result
data-column-actual = What came of it
data-column-told-on = Ticked by the mentee
data-column-done-on = Done
data-column-begun-at = Begun
data-column-approved-at = Approved
data-column-was = Was
data-column-became = Became
data-column-held-on = Day of the meeting
data-column-starts-at = Begins at
data-column-minutes = Minutes
data-column-place = Place
data-column-shared-note = Shared note
data-column-agreed = Agreed
data-column-note = Note
data-column-rule = Rule of repeating
data-column-file-id = File
data-column-present = Present
data-column-marked-at = Marked at
data-column-asked-at = Asked at
data-column-number = Number
data-column-signed-on = Signed on
data-column-mark = Mark
data-column-mood = Mood (1 bad, 3 good)
data-column-voice-id = Voice message
data-column-shared = Words open to the partner
data-column-channel = How it came
data-column-given-at = Given at
data-column-form = Questionnaire
data-column-started-at = Started at
data-column-completed-at = Sent at
data-column-question = Question
data-column-sent-at = Sent at
data-column-taken-at = Taken at
data-column-done-at = Done at
data-column-revoked-at = Revoked at
data-column-purpose = Purpose
data-column-version = Version of the text
data-column-giver = Given by
data-column-photo-id = Photo of the paper
data-column-given-on = Day
data-column-recorded-at = Recorded at
data-column-due-at = Due at
data-column-cancelled-at = Called off at
data-column-response-id = Number of the questionnaire
data-column-args = Details

data-word = { $word ->
    [mentor] mentor
    [mentee] mentee
    [curator] curator
    [department] department
    [methodologist] methodologist
    [head] head
    [council] council
    [executor] executor
    [representative] legal representative
    [self] the participant
    [button] by a button
    [paper] on paper
    [chat] in the bot
    [spoken] by word of mouth
    [proposed] proposed
    [agreed] agreed
    [ordered] in an order
    [active] active
    [paused] paused
    [completed] completed
    [ended_early] ended early
    [cancelled] cancelled
    [planned] planned
    [held] held
    [missed] missed
    [moved] moved
    [disputed] disputed
    [skipped] skipped
    [accepted] accepted
    [open] open
    [granted] granted
    [declined] declined
    [difficulty] difficulty
    [results] results
    [council-difficulty] a difficulty passed to the council
    [council-results] results passed to the council
    [council-advised] advice of the council
    [council-shared] advice handed on to the pair
    [extension] extension
    [replacement] replacement
    [relief] relief
    [helper] helper
    [award] award
    [yes] yes
    [no] no
    [ask] has a question
    [propose] proposed
    [agree] all agreed
    [reopen] reopened
    [order] put into an order
    [recall] recalled
    [sign] order signed
    [activate] began
    [pause] pause
    [resume] resumed
    [complete] completed
    [end] ended early
    [cancel] cancelled
    [undo] end undone
    [extend] extended
    [join] joined
    [leave] left
    [primary] main mentor changed
    [phone] phone shared
    [link] video link
    [class_teacher] class teacher
    [psychologist] psychologist
    [parent] parent
    [pupil] pupil
    [alumnus] alumnus
    [enterprise] enterprise
    [teacher] teacher
    [potential] potential
    [interviewed] interviewed
    [selected] selected
    [meeting] introduction
    [acquaintance] introduction
    [trial] trial
    [planning] planning
    [work] working
    [final] final
    [withdrawn] consent withdrawn
    [asked] the person asked
    [paper_demand] written demand
    [expired] consent expired
    [never] no consent came
    [ru] Russian
    [en] English
    [minors] work with minors
    [training] training
    [busy] busy
    [ill] ill
    [unfit] we do not fit
    [help] help is needed
    [well] all is well
    [text] text
    [voice] voice
    [photo] photo
   *[other] { $word }
}
