# Matching: who suits whom, and why.

pairs-match = Suggest pairs

match-programme =
    <b>Suggested pairs</b>
    { $count ->
        [0] First begin a programme: “People”, “Programmes” in the main menu.
       *[other] For which programme?
    }
match-list =
    <b>Suggested pairs</b>: { $title }
    { $made ->
        [no] The bot compares what mentees ask for with what mentors offer, and gives a reason for each choice. You decide.
       *[yes] { $count ->
            [0] Nothing waits for a decision. { $alone ->
                [0] {""}
               *[other] Without a pair: { $alone }.
            }
           *[other] Suggested: { $count }. { $alone ->
                [0] There is a mentor for everybody.
               *[other] Without a pair: { $alone }.
            } Choose a number to see the reasons.
        }
    }
match-row = { $n }. { $mentee } – { $mentor }, { $score } %
match-run = Find pairs
match-other-programme = Another programme
match-started = Working on it. A message will come when it is ready.
match-done = { $pairs ->
    [0] Ready, but no pair was found that fits.
   *[other] Ready. Suggested pairs: { $pairs }.
} { $alone ->
    [0] {""}
   *[other] Without a pair: { $alone }.
}
match-look = Look
match-nobody = { $side ->
    [mentees] Nobody needs a pair: the programme has no mentees without one.
   *[mentors] Nobody to suggest: the programme has no mentors yet.
}
match-card =
    <b>{ $mentee }</b>
    Mentor: <b>{ $mentor }</b>, { $score } % alike
match-card-none =
    <b>{ $mentee }</b>
    No mentor yet, waiting for { $days } days. Why:
match-pros = For:
match-cons = Please note:
match-reason = • { $reason }
match-accept = Make a draft
match-drafted = The draft is made. Send the invitations from the drafts.
match-another = Another mentor
match-skip = Not now
match-skipped = Put off. The next matching takes this person in again.
match-no-other = There is no other mentor who fits and has room.
match-no-room = This mentor has no room left. Choose another one.
match-decided = This suggestion has been decided already.
match-alone = Without a pair ({ $alone })
match-alone-list =
    <b>Without a pair</b>: { $count }
    Who has waited longest comes first. A number opens the card with other mentors.
match-alone-row = { $n }. { $mentee }, { $days } d.: { $why }
match-all = Make drafts of all ({ $count })
match-all-sure =
    Make drafts of all suggested pairs: { $count }? Nobody is told yet: you send the invitations.

    Those not to be made: open them first and press “Not now”.
match-all-yes = Yes, drafts of all
match-all-made = Drafts: { $count }.{ $left ->
    [0] {""}
   *[other] {" "}Not made: { $left }, the mentors have no room left. Open their cards and choose another.
}

match-request = the request “{ $request }” meets what the mentor offers: “{ $competence }”
match-key = request and experience meet: { $keys }
match-wish-both = named each other after the common meeting
match-wish-mentee = the mentee named this mentor
match-wish-mentor = the mentor named this mentee
match-subject = the same subject: { $keys }
match-time = both are free: { $keys }
match-interests = common interests: { $keys }
match-language = a common language: { $keys }
match-place = a convenient place: { $keys }
match-con-request = request and experience have no words in common
match-con-time = no free time in common
match-con-subject = different subjects
match-con-language = different languages
match-con-place = different places
match-con-named-another = another mentor was named after the common meeting
match-con-reserved = this mentor's place is suggested to somebody else, who would need another match
match-unchecked-consent = consents: not checked
match-unchecked-age = age: not checked, no year of birth
match-unchecked-adult = the check for work with minors is not ticked

match-no-consent-mentee = the mentee has not consented
match-none-no-mentors = no mentors yet
match-none-no-request = no request given
match-none-taken = those who fit ({ $count }) are taken
match-none-weak = no mentor answers the request
match-none-no-consent-mentor = mentors have not consented
match-none-no-room = mentors have no room
match-none-same-person = one and the same person
match-none-other-form = another form of mentoring
match-none-other-school = mentors of another school
match-none-barred = on the list not to be paired
match-none-relatives = relatives
match-none-declined = one of the two has declined before
match-none-class-teacher = the class teacher, who was not wanted
match-none-age = mentors wish another age
match-none-not-checked-adult = the check for work with minors is not ticked
