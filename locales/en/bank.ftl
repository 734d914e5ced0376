# The banks of mentors and mentees.

menu-my-profile = My entry in the bank

bank-home =
    <b>Participants</b>

    Mentees: { $mentees }{ $mentees_free ->
        [0] {""}
       *[other] , without a pair: { $mentees_free }
    }{ $mentees_listed ->
        [0] {""}
       *[other] , only listed: { $mentees_listed }
    }
    Mentors: { $mentors }{ $mentors_free ->
        [0] {""}
       *[other] , without a pair: { $mentors_free }
    }{ $mentors_listed ->
        [0] {""}
       *[other] , only listed: { $mentors_listed }
    }
bank-no-programme =
    {""}
    To keep the banks, create a programme: it takes two taps. Those who have joined already will be in it.
bank-begin-programme = Create a programme
bank-mentees = Mentees
bank-mentors = Mentors
bank-without-pair = Without a pair
bank-export = Download the banks (.xlsx)
bank-export-coming = The file is being made: it comes as a message of its own.
bank-import = Load a list of people

bank-list =
    <b>{ $side ->
        [mentor] Mentors
       *[mentee] Mentees
    }</b>: { $count }
bank-filtered = Filter: { $filter }.
bank-searched = By the words “{ $words }”.
bank-row = { $fresh ->
    [no] <i>• { $name }, { $place }: { $status ->
        [matched] in a pair
       *[other] out of date
    }</i>
   *[yes] • { $name }, { $place }: { $status ->
        [listed] listed, no consent yet
        [new] { $days ->
            [0] joined today
           *[other] joined, days without a pair: { $days }
        }
        [in_questionnaire] filling in the questionnaire
        [ready] { $days ->
            [0] ready for a pair
           *[other] ready, days without a pair: { $days }
        }
        [matched] in a pair
        [waiting] waiting for a pair, days: { $days }
        [paused] paused
       *[left] gone
    }
}
bank-nobody = Nobody was found.
bank-search-hint =
    {""}
    <i>To search, write a name, a class, a post, or what help is needed. With a status, too: 8A waiting.</i>
bank-filter = Filter
bank-filter-hint =
    {""}
    Mark whom to show. Or write, for example: 8A waiting.
bank-filter-show = Show: { $count }
bank-filter-gone = This is in the list no more. Choose from what is shown now.
bank-forget-filter = Show everybody
bank-place-none = not stated
bank-source-none = source not stated
# Short: two stand in a row of buttons.
bank-state-free = no pair
bank-state-waiting = waiting
bank-state-ready = ready
bank-state-in_questionnaire = in the form
bank-state-new = new
bank-state-listed = listed
bank-state-matched = in a pair
bank-state-stale = outdated
bank-state-paused = paused
bank-state-left = gone
# How else one says it; with commas between.
bank-state-said-free = without a pair, without a mentor, without a mentee
bank-state-said-waiting = waits, waiting for a pair
bank-state-said-ready = ready for a pair
bank-state-said-in_questionnaire = in the questionnaire, filling in
bank-state-said-new = joined
bank-state-said-listed = only listed, without consent, without a consent
bank-state-said-matched = paired, has a pair
bank-state-said-stale = out of date
bank-state-said-paused = on pause, pause
bank-state-said-left = left
bank-source-said-pupil = pupils, student
bank-source-said-alumnus = alumna, alumni, graduate
bank-source-said-enterprise = enterprise, employer
bank-source-said-teacher = teachers
bank-ask-stale = Ask them to check
bank-stale-asked = { $count ->
    [one] { $count } person was asked and answers with one tap.
   *[other] { $count } people were asked; each answers with one tap.
}

bank-card =
    <b>{ $name }</b>, { $side ->
        [mentor] mentor
       *[mentee] mentee
    }
    { $programme }
    Status: { $status }, since { DATE($since) }
bank-card-waits = Days without a pair: { $days }
bank-card-stale = <i>The entry has not been checked for over a year.</i>
bank-card-paired = In a pair with: { $partners }
bank-fact = { $field }: { $value }
bank-request = { $voice ->
    [self] Request
    [class_teacher] Request, told by the class teacher
    [psychologist] Request, told by the psychologist
   *[parent] Request, told by a parent
}, { DATE($on) }: { $request }
bank-selection = { $selection ->
    [selected] Selection: taken into the bank on { DATE($selected_on) }
    [interviewed] Selection: interviewed on { DATE($selected_on) }
    [declined] Selection: declined on { DATE($selected_on) }, ground: { $ground }
   *[potential] Selection: candidate since { DATE($selected_on) }
}{ $decided ->
    [yes] , decided by { $by }
   *[no] {""}
}
bank-training = { $outside ->
    [yes] Training outside
   *[no] Training in the school
}: { $course }, { DATE($finished_on) }{ $hours ->
    [0] {""}
   *[other] , { $hours } h
}{ $certified ->
    [no] {""}
   *[other] , certificate { $certificate }
}
bank-next =
    {""}
    { $next ->
        [listed] Next: pass on the invitation link. Without a consent the entry is erased 30 days after it was loaded.
        [accept] Next: confirm that they take part.
        [request] Next: find out and record the request.
        [select] Next: decide on the selection.
        [declined] Not selected, no pair is looked for.
        [matched] The pair is at work; its meetings are under “Pairs”.
        [paused] Paused: no pair is looked for.
        [left] Has left the programme.
       *[pair] Next: find a pair.
    }
bank-edit = Change the entry
bank-add-request = Record a request
bank-select = Selection
bank-add-training = Record training
bank-pause = Pause
bank-resume = Look for a pair again
bank-listed-only = This person is only listed: before a consent nothing but the name and the class or post is kept.

bank-status-listed = listed
bank-status-new = joined
bank-status-in_questionnaire = filling in the questionnaire
bank-status-ready = ready for a pair
bank-status-matched = in a pair
bank-status-waiting = waiting for a pair
bank-status-paused = paused
bank-status-left = gone

bank-voice-self = told by the participant
bank-voice-class_teacher = told by the class teacher
bank-voice-psychologist = told by the psychologist
bank-voice-parent = told by a parent
bank-voice-ask =
    <b>{ $name }</b>

    Who has told of the request?
bank-voice-button-self = Themselves
bank-voice-button-class_teacher = Class teacher
bank-voice-button-psychologist = Psychologist
bank-voice-button-parent = A parent
bank-request-ask =
    <b>{ $name }</b>

    Tick what the request is about: { $picked } chosen. Or write it in your own words; what is ticked is kept as well.
bank-request-saved = The request is recorded.

bank-select-ask =
    <b>{ $name }</b>

    What was decided? Today's date and your name are recorded.
bank-select-interviewed = Interviewed
bank-select-selected = Take into the bank
bank-select-declined = Decline
bank-ground-ask =
    <b>{ $name }</b>

    Write the ground for declining in one sentence. Only the curator sees it.
bank-ground-needed = Declining needs a ground: write it in one sentence.
bank-selection-saved = The decision is recorded.

bank-training-ask =
    <b>{ $name }</b>

    Write on one line, apart by semicolons: the course and, if there are any, hours, certificate and date. For instance:
    Basics of mentoring; 36 h; No. 1024; 12.10.2026
bank-training-unclear = No course is named. Write, for instance: Basics of mentoring; 36 h; 12.10.2026
bank-training-where =
    <b>{ $course }</b>
    { $hours ->
        [0] {""}
       *[other] Hours: { $hours }
    }
    Certificate: { $certificate }
    Date: { DATE($finished_on) }

    Where did it take place?
bank-training-inside = In the school
bank-training-outside = Outside
bank-training-saved = The training is recorded.
bank-training-ahead = This day is still ahead. Write when the training ended.

bank-edit-fields =
    <b>{ $name }</b>

    { $own ->
        [yes] What is to be changed?
       *[no] What is to be changed? They get a message that the curator has changed their entry.
    }
bank-edit-words =
    <b>{ $field }</b>
    At present: { $value }

    { $hint }
bank-edit-one =
    <b>{ $field }</b>
    At present: { $value }

    { $hint }
bank-edit-keys =
    <b>{ $field }</b>
    Chosen: { $picked }

    { $hint }
bank-clear = Clear
bank-saved = Saved.
bank-nothing = not filled in
bank-number-wrong = A whole number from 1 to { $most } is needed.

bank-field-class_name = Class
bank-field-class_teacher = Class teacher
bank-field-own_teacher = The own class teacher
bank-field-post = Post
bank-field-source = Where the mentor is from
bank-field-workplace = Place of work or study
bank-field-topics = Can help with
bank-field-competences = Competences
bank-field-achievements = Achievements
bank-field-capacity = How many mentees
bank-field-wished_ages = Wished age
bank-field-free_time = Free time
bank-field-hours = Hours a month
bank-field-places = Where to meet
bank-field-formats = Format
bank-field-languages = Languages
bank-field-interests = Interests
bank-field-conditions = Conditions
bank-field-relatives = Relatives in the programme

bank-hint-class_name = Write the class, such as 7A.
bank-hint-class_teacher = Write the class teacher's name.
bank-hint-own_teacher = May the own class teacher be the mentor?
bank-hint-post = Write the post or subject, such as “teacher of chemistry”.
bank-hint-source = Who is this mentor?
bank-hint-workplace = Write the organisation in which they work or study.
bank-hint-topics = Tick what the mentor can help with.
bank-hint-competences = Write in your own words what the mentor is good at.
bank-hint-achievements = Write what they have achieved.
bank-hint-capacity = Write how many mentees they can have at once.
bank-hint-wished_ages = Tick whom they would rather work with.
bank-hint-free_time = Tick when it suits to meet.
bank-hint-hours = Write how many hours a month there are for meetings.
bank-hint-places = Tick where it suits to meet.
bank-hint-formats = Tick the format that suits.
bank-hint-languages = Tick the languages it suits to speak.
bank-hint-interests = Tick interests.
bank-hint-conditions = Tick what would help. No diagnoses and no medical papers: only what makes it easier matters.
bank-hint-relatives = Write which relatives take part or work in the school: they are not put into one pair.

bank-source-pupil = Pupil
bank-source-alumnus = Alumnus
bank-source-enterprise = From an enterprise
bank-source-teacher = Teacher

bank-own_teacher-avoid = Better not
bank-own_teacher-any = Why not

my-profiles =
    <b>My entry in the bank</b>
    { $count ->
        [0] Nothing yet: it appears when the curator begins a programme.
       *[other] Choose a programme.
    }
my-profile =
    <b>{ $programme }</b>
    You are a { $side ->
        [mentor] mentor
       *[mentee] mentee
    }, status: { $status }
my-profile-stale = <i>The entry has not been checked for over a year. If it holds, press “All is right”.</i>
my-profile-gone = This entry is no more.
my-profile-ok = All is right
my-profile-edit = Change
my-profile-request = My request
my-request-ask =
    <b>My request</b>

    Tick what you need help with: { $picked } chosen. Or write it in your own words. A new request takes the place of the former one.
bank-confirmed = Thank you, the entry holds for a year.
bank-changed-notice = The curator has changed your entry. Please see whether it is right.
bank-changed-look = Look
bank-yearly = A year has passed: does your entry in the programme “{ $programme }” still hold? If anything has changed, mend it under “My entry in the bank”.
bank-yearly-yes = All is right

bank-export-file = Banks
bank-export-caption = The banks of mentees and mentors on { DATE($day) }. The file holds personal data: keep it by the rules of the school. People who are only listed are not in it.
bank-sheet-mentee = Mentees
bank-sheet-mentor = Mentors
bank-column-number = No.
bank-column-name = Name
bank-column-contact = Contact
bank-column-birth-year = Year of birth
bank-column-request = Main request
bank-column-entered = Entered on
bank-column-mentor = Mentor
bank-column-form = Form of mentoring
bank-column-mentor-place = Mentor's place of work (study)
bank-column-ended = Ended on
bank-column-results = Results
bank-column-link = Link to the case (review)
bank-column-done = Completed
bank-column-place = Place of work (study)
bank-column-competences = Competences
bank-column-achievements = Achievements
bank-column-interests = Interests
bank-column-ages = Wished age of mentees
bank-column-time = Time available
bank-column-mentees = Mentees
bank-column-mentee-place = Mentees' place of study (work)
bank-done = completed
bank-hours = { $hours } h a month
bank-result = { $status ->
    [completed] completed, meetings: { $count }
    [ended_early] ended early, meetings: { $count }
   *[other] at work, meetings: { $count }
}
bank-changed = <i>Changed by the curator on { DATE($changed_on) }, the owner has not confirmed it yet.</i>
bank-accept = Confirm participation
bank-accepted = Participation confirmed.
bank-find-pair = Find a pair
my-profile-changed = <i>The curator changed the data on { DATE($changed_on) }. If they are right, press “All is right”.</i>
