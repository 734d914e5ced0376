# Drafts of pairs: from the proposal to the order.

pairs-drafts = Drafts ({ $drafts })
pair-propose = Ask both first
drafts =
    <b>Drafts of pairs</b>: { $count }
    { $count ->
        [0] Pairs gather here before the order: out of the matching, and made by hand.
       *[other] Call off what you do not want, send the others their invitations. What is agreed goes to the head in one order.
    }
    {""}
draft-row = { $n }. <b>{ $mentors } – { $mentees }</b>
    { $standing ->
        [new] invitations have not been sent
        [waiting] waiting for { $waits }
        [ask] there is a question: { $waits }
        [agreed] all agree
       *[ordered] on the head's desk
    }
drafts-ask-all = Send invitations ({ $fresh })
drafts-put-up = To be signed ({ $agreed })
draft-card =
    <b>{ $mentors } – { $mentees }</b>
    { $standing ->
        [new] A draft. Its people do not know of it yet.
        [waiting] The invitations went out { $days ->
            [0] today
           *[other] { $days } d ago
        }.
        [ask] There is a question. Answer it under the message with the question.
        [agreed] All agree. What is left is the order.
        [ordered] The draft order is on the head's desk.
       *[other] This is no draft any more.
    }
    {""}
draft-place = { $side ->
    [mentor] Mentor
   *[mentee] Mentee
} { $name }: { $answer ->
    [yes] agrees
    [no] has refused
    [ask] has a question
    [asked] no answer yet
   *[unasked] does not know yet
}{ $has_reason ->
    [yes] {" "}(“{ $reason }”)
   *[no] {""}
}
draft-ask = Send invitations
draft-asked = { $count ->
    [1] The invitations are sent.
   *[other] The invitations are sent, pairs: { $count }.
}
draft-asked-already = The invitations are out already.
draft-spoken = Note a consent
draft-whose-yes =
    <b>{ $mentors } – { $mentees }</b>
    Who has agreed in person or on paper?
draft-yes-noted = The consent is noted.
draft-put-up = To be signed
draft-recall = Take back from the desk
draft-order = The order is there
draft-order-ask =
    <b>{ $mentors } – { $mentees }</b>
    Write the number and the day of the order: “12-o of 5 September”. Without a day it is today's, { DAY($day) }.

    The pair begins at once, its people get a message.{ $standing ->
        [ordered] {" "}The other pairs of the same order begin with it.
       *[other] {""}
    }
draft-cancel = Call off
draft-cancel-sure =
    Call off the draft <b>{ $mentors } – { $mentees }</b>?
    Whoever has got an invitation learns that there will be no such pair. No reason is given.
draft-cancel-yes = Yes, call it off
draft-cancelled = The draft is called off.
draft-list = To the drafts
draft-off = There will be no pair with { $others }. The curator will propose something else.
draft-no-next = The last matching has no other mentor with room. Start the matching anew.
draft-next = Propose { $mentor }
drafts-open = Drafts
draft-refused =
    { $who } has refused a pair with { $others }.
    The reason (only curators see it): “{ $reason }”.
    { $score ->
        [0] The last matching has no other candidate.
       *[other] Next in the matching: <b>{ $next }</b>, { $score } %.
    }
draft-expired =
    The pair { $who } – { $others } came to nothing: { $days } days without an answer.
    { $score ->
        [0] The last matching has no other candidate.
       *[other] Next in the matching: <b>{ $next }</b>, { $score } %.
    }
drafts-agreed = Pairs that are agreed and wait for the order: { $count }.

pair-invite-mentor =
    You are asked to be a mentor. The mentee: <b>{ $others }</b>.{ $has_about ->
        [yes] {" "}{ $about }.
       *[no] {""}
    }{ $has_form ->
        [yes] {" "}Form: { $form }, till { DATE($until) }.
       *[no] {""}
    }

    Do you agree? If not, only the curator sees why.
pair-invite-mentee =
    A mentor is proposed to you: <b>{ $others }</b>.{ $has_about ->
        [yes] {" "}{ $about }.
       *[no] {""}
    }{ $has_form ->
        [yes] {" "}Form: { $form }, till { DATE($until) }.
       *[no] {""}
    }

    Do you agree? If not, only the curator sees why.
pair-invite-yes = Yes
pair-invite-no = No
pair-invite-ask = Ask first
pair-invite-parent = { $side ->
    [mentor] { $child }: a pair is proposed, with { $others } as the mentor. If you object, write to the curator.
   *[mentee] { $child }: a pair is proposed, with { $others } as the mentee. If you object, write to the curator.
}
pair-invite-object = I object
invited-agreed = { $everybody ->
    [yes] Thank you! All agree, what is left is the order.
   *[no] Thank you! You will be told when the others have answered.
}
invited-over = This invitation needs no answer any more.
invited-reason =
    You refuse a pair with { $others }. Why?
    Only the curator sees the reason. You may write it in your own words.
invited-reason-time = Not enough time
invited-reason-topic = Not my subject
invited-reason-person = Not in this very pair
invited-reason-other = I would rather not say
invited-refused = All right, there will be no such pair. The curator will propose something else.
invited-question =
    What should the curator make clear about the pair with { $others }? Write it in one message.
    The answer comes here, the invitation stays.
invited-question-sent = The question went to the curator. Answer the invitation when you are ready.
invited-object = Write what troubles you. The curator gets it and answers here.
invited-objection-sent = Sent to the curator, who answers here.
invited-reminder = You are invited into a pair with { $others } and have not answered yet.
invited-reminder-open = Answer

order-nothing = No pair is agreed yet.
order-gone = This order does not wait for a signature any more.
order-put-up = The draft order went to the head and to you, pairs in it: { $count }.
order-recalled = The order is taken back, pairs in it: { $count }.
order-entered = The order is noted, the pair is at work. Its people get a message.
pair-order-caption = { $kind ->
    [pairs] Order on pairs
    [replacement] Order on the replacement of mentors
    [early_end] Order on an early end
    [extension] Order on an extension
   *[relief] Order on the relief of a mentor
}, pairs: { $count }.{ $status ->
    [waiting] {" "}The head notes its number and day under “To sign”.
   *[other] {""}
}
sign-pairs = { $kind ->
    [pairs] Order on pairs
    [replacement] Order on replacements
    [early_end] Order on an early end
    [extension] Order on an extension
   *[relief] Order on a relief
}: { $count }
paper-day = { DATE($date) }
paper-template-wrong = The document could not be made: its template has a mistake ({ $problem }). Show this message to the administrator.
paper-order-pairs = order-pairs
paper-order-replacement = order-replacement
paper-order-early_end = order-early-end
paper-order-extension = order-extension
paper-order-relief = order-relief

ground-done = the aim is reached early
ground-mutual = a mutual decision
ground-mentor = the mentor's decision
ground-mentee = the mentee's decision
ground-not-held = meetings are not held
ground-beyond = outer circumstances
