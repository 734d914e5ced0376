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
} { $refused ->
    [0] {""}
   *[other] Pins that did not work: { $refused }. Why: "Settings", "Always and never".
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
    Who has waited longest comes first. Open a card to note support or to choose a mentor.
match-alone-row = { $n }. { $mentee }, waits since { DAY($since) }: { $why }{ $supports ->
    [0] {""}
   *[other] ; support: { DAY($supported_on) }
}
match-waiting =
    <b>{ $mentee }</b>
    Waits for a pair since { DAY($since) }. Why: { $why }.
    { $supports ->
        [0] No support has been noted yet.
       *[other] Support noted: { $supports }, the last on { DAY($supported_on) }.
    }
match-not-yet = no matching yet, or the decision was put off
match-others = Other mentors
support-note = Note support
support-how =
    What was done for the one who waits ({ $mentee })? Write a line or press the button.

    For example: "talked to the psychologist, offered a club".
support-usual = A talk and support
support-kept = Noted.
match-pin = Always together
match-bar = Never together
match-pinned = Pinned. The next matching keeps these two together.
match-barred = Noted: these two will not be suggested again.
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
match-con-relatives = relatives are noted on a card: see whether it is these two
match-con-reserved = this mentor's place is suggested to somebody else, who would need another match
match-unchecked = not checked: { $what }
match-unchecked-consent = consents
match-unchecked-age = age (no year of birth)
match-unchecked-training = training of the mentor
match-unchecked-adult = clearance of an adult for work with minors
match-unchecked-relatives = relatives (none are on the cards)
match-unchecked-class-teacher = the class teacher (not on the card)

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
match-none-not-checked-adult = the check for work with minors was not passed
match-none-not-trained = the mentor has not passed the training

# Settings of the matching: weights, pins, ticks, what is missing.

tune = Settings
tune-menu =
    <b>Settings of the matching</b>
    What matters more, who is to be together always or never, which ticks mentors have, and who is missing.
tune-weights = What matters more
tune-rules = Always and never
tune-checks = Training and checks
tune-lacking = Who is missing
tune-weights-title =
    <b>What matters more in the matching</b>
    0 does not count, 5 counts most. Press a line to change it.
tune-label = { $term }: { $weight }
tune-term-request = Request and skills
tune-term-preference = Whom they named
tune-term-subject = Subject
tune-term-time = Free time
tune-term-interests = Interests
tune-term-language = Language
tune-term-place = Place
tune-effect =
    { $other ->
        [0] Matched anew, the pairs would stay the same: { $pairs }.
       *[other] If matched anew: { $pairs } pairs, of which { $other } would be different.
    }{ $gain ->
        [0] {""}
       *[other] {" "}By the new weights they suit { $gain } % better.
    }
tune-large = There are many people: what changes is seen after the next matching.
tune-weight =
    <b>{ $term }</b>
    Now { $weight }. How much does it matter?
tune-keep = Keep
tune-usual = Back to the usual ones
tune-kept = Kept. The next matching goes by the new weights.

rules-title =
    <b>Always and never</b>
    { $count ->
        [0] Nothing yet. Two people can be pinned together, or never paired.
       *[other] To undo one, open it.
    }
rule-row = { $mentee } – { $mentor }: { $kind ->
    [pin] always together
   *[bar] never together
}{ $stands ->
    [yes] {""}
   *[no] . Will not work: { $why }
}
rule-new = Add
rule-mentee = Which mentee?
rule-mentor = With which mentor?
rule-kind = { $mentee } – { $mentor }. What about these two?
rule-undo = Undo
rule-undone = Undone.
rule-kept = Noted. It holds in the next matching.

checks-title =
    <b>Training and checks of mentors</b>
    { $count ->
        [0] There are no mentors in the programme yet.
       *[other] These are ticks only: when and by whom. The documents themselves are not kept. Where there is no tick, the matching says "not checked".
    }
check-row = { $name }. Training: { $training ->
    [yes] passed
    [no] not passed
   *[unknown] not checked
}; check for work with minors: { $minors ->
    [yes] passed
    [no] not passed
   *[unknown] not checked
}
check-note = { $check ->
    [training] Training
   *[minors] Check
}: ticked on { FULL($noted_on) } by { $by }
check-training-yes = Training passed
check-training-no = Training not passed
check-training-gone = Remove the training tick
check-minors-yes = Check passed
check-minors-no = Check not passed
check-minors-gone = Remove the check tick
check-kept = Ticked.

lack-title =
    <b>Who is missing</b>
    { $count ->
        [0] There are free mentors for all who wait. Requests in words only are not counted here.
       *[other] How many wait for help, and how many places mentors have:
    }
lack-row = • { $topic }: { $asked } wait, { $room } places
lack-call = Draft an announcement
lack-nothing = There are mentors enough now: no announcement is needed.
lack-drafted = The draft comes as the next message.
mentor-call =
    We look for mentors: { $programme }

    We need people who can help with:
    { $topics }

    If you would share your experience, or know somebody who would, write to me. { $curator }
mentor-call-send = Announce this

# Mentors of other schools.

loans-open = Mentors of other schools
loans-title =
    <b>Mentors of other schools</b>
    { $count ->
        [0] A mentor can help in another school too, if both curators and the mentor agree. Offer a mentor of yours, or ask another school for one.
       *[other] What you offered and what you were offered. What waits for your decision is in "To do".
    }
loan-row = • { $mentor }: { $given ->
    [yes] offered by you, { $school }
   *[no] offered by { $school }
}, { $status ->
    [offered] waits for an answer
    [agreed] agreed
    [ended] ended
    [withdrawn] taken back
   *[declined] declined
}
loan-offer = Offer one of ours
loan-ask = Ask another school
loan-mentor =
    <b>Whom to offer to another school?</b>
    { $count ->
        [0] There is nobody to offer: it takes adult mentors with a year of birth who use the bot.
       *[other] The other school sees the name and what the mentor can help with. The mentor gets a message once the curator there agrees.
    }
loan-to = To which school? { $count ->
    [0] Your department has no other school with a curator yet.
   *[other] Its curator will answer.
}
loan-school-ask = Which school to ask? { $count ->
    [0] Your department has no other school with a curator yet.
   *[other] Its curator gets the message.
}
loan-school = { $n }. { $name }
loan-words =
    Who is needed? Write one line, without names of children. For example: "chemistry, for an exam, 9th form".
    The curator gets the message: { $school }.
loan-offered = Offered. The curator of that school will answer.
loan-offered-already = This mentor is offered to that school already.
loan-asked-done = Sent. An offer, if there is one, will stand in "To do".
loan-asked =
    { $school } looks for a mentor: "{ $text }".
    You can offer one of yours: the curator there and the mentor will decide.
loan-answer = Offer a mentor
loan-agreed =
    You are invited to be a mentor in one more school: { $school }. The curators of both schools agree, it is up to you.
    To begin, consent to the processing of your data by that school. If you do not want to, just do not answer.
loan-end = End one
loan-end-which = Which one? What follows is said before the last step.
loan-end-sure =
    <b>{ $mentor }, { $school }</b>
    { $status ->
        [offered] { $given ->
            [yes] Take the offer back? That school's curator will not see it any more.
           *[no] Remove the offer? The mentor does not know of it.
        }
        [agreed] End the agreement? There will be no new pairs with this mentor { $given ->
            [yes] there
           *[no] at your school
        }; the other school's curator and the mentor are told. { $pairs ->
            [0] There are no pairs: the role of a mentor { $given ->
                [yes] there
               *[no] at your school
            } ends.
           *[other] { $given ->
                [yes] Pairs at work or being prepared ({ $pairs }) stay: that school's curator keeps them.
               *[no] Pairs at work or being prepared stay: { $mentees }. End them or replace the mentor on the pair's card.
            }
        }
       *[other] It is over already.
    }
loan-end-yes = Yes, end it
loan-ended = Ended.
loan-over-already = It is over already: another curator has answered.
loan-ended-notice =
    The agreement about a mentor is over. The mentor: { $mentor }, { $given ->
        [yes] the school they helped
       *[no] their school
    }: { $school }. { $pairs ->
        [0] They have no pairs there.
       *[other] { $given ->
            [yes] Their pairs there ({ $pairs }) go on until they end.
           *[no] Their pairs at your school ({ $pairs }) go on; end them or replace the mentor on the pair's card.
        }
    }
loan-ended-mentor =
    The curators have ended the agreement about your help at a school: { $school }. { $pairs ->
        [0] There will be no new pairs. Thank you for being ready to help.
       *[other] Your pairs there go on, there will be no new ones. If anything is unclear, ask the curator.
    }
todo-kind-loans = Mentors of other schools: { $count }
todo-ask-loans = Other schools offer mentors. Once you agree the bot asks the mentor; matching takes them when they have agreed:
todo-thing-loans = { $mentor }, { $school }{ $known ->
    [yes] : { $about }
   *[no] {""}
}
