# Consents: to what, whose, how to withdraw; questions to the curator.

join-year =
    <b>{ $organisation }</b> invites you. Your role: { $role }.

    In which year were you born? Type it or choose it. The full date is not needed.
join-decade = { $first }s
join-which-year = Choose the year of birth, or type it.
join-year-wrong = This year will not do. Type the year of birth in four digits, from { $first } to { $last }.
join-for-child =
    <b>{ $organisation }</b> asks for the consent of a legal representative (parent, guardian).
    The child: { $child }.
join-name =
    Under what name shall we list you?

    Now: <b>{ $name }</b>
    If it is another one, type it: first name and surname.
join-phone = Find me in the school's list
join-phone-ask =
    If the school has listed you with a phone number, you can be found by it: press the button below the input field and share your own number.

    The number is compared with the list and is not kept.
join-phone-share = Share my number
join-phone-not-own = It has to be your own number: press “Share my number”.
join-phone-typed = A typed number will not do: press “Share my number”.
join-phone-not-listed = This number is not in the school's list. Type your name.
join-found = The school's list has an entry with this number. Is it you?
join-found-none = I am not here
join-given = Which word is the first name here? Other participants will see it: <b>{ $name }</b>
join-nothing-missing = All consents are there already.
join-refused = All right, nothing was recorded. Should you change your mind, open the link again.
joining-admitted = The consent has come. { $role ->
    [mentor] You are a mentor
   *[other] You take part in the programme
}: { $organisation }.
joined-for-child = Thank you, the consent is on record. Child: { $child }.
joining-onward = What comes next

home-waits = Your application is in. Only a consent is missing, see "My consents".
menu-consents = My consents

consent-summary =
    <b>{ $title }</b>

    { $summary }
consent-on-paper =
    Here consent is given on paper only: download the text, sign it and hand it to the curator. A press of a button does not replace it.
consent-parents-on-paper =
    Consent for the child is given on paper only: download the text, sign it and hand it to the school's curator. A press of a button does not replace it.
consent-parents-alone =
    Under 14 a parent or another legal representative consents. You will get a link for them in a minute.
consent-parents-too = Under 18 the consent of a parent or another legal representative is needed as well. You will get a link for them in a minute.
consent-agree = I agree
consent-refuse = I do not agree
consent-question = Ask the curator
consent-go-on = Go on
consent-text = Full text
consent-text-sent = The document comes in the next message.
consent-text-gone = This text holds no longer. Open the link again.
consent-text-caption = { $title }

consent-file-name = consent
consent-form-participant = Participant (full name)
consent-form-year = Year of birth
consent-form-representative = Legal representative (of a participant under 18)
consent-form-decision = I agree / I do not agree (strike out as needed)
consent-form-sign = The participant's signature (from 14), date
consent-form-sign-representative = The legal representative's signature, date
consent-form-until = { DATE($date) } (if signed today)
consent-form-version = Version { $version }
consent-form-code = number of the participant { $code }

consents = <b>Consents</b>: { $count ->
    [0] none yet.
   *[other] { $count }
}
consents-waiting =
    <b>{ $place }</b>: you are almost in. Only a consent is missing.
consent-purpose-programme = Taking part
consent-purpose-mentor = Being a mentor
consent-purpose-publication = Publication
consent-row = • { $purpose } ({ $whose }): { $state ->
    [given] given
    [yours] waits for your decision
    [parents] waits for a parent
    [free] not given, and need not be
   *[paper] waits for a signature on paper
}
consent-of-child = The child: <b>{ $child }</b>
consent-state = { $state ->
    [given] The consent holds until { DATE($until) }.
    [yours] The decision is yours.
    [parents] A legal representative's consent is missing: send them the link or give them the form.
    [free] This consent is a free choice, and only on paper: download the form, sign it and hand it to the curator.
   *[paper] A signature on paper is needed: download the form, sign it and hand it to the curator.
}
consent-link = Link for a parent
consent-link-text =
    Pass this link on to a parent or another legal representative (for two, 30 days):
    { $link }
consent-form = Form to sign
consent-withdraw = Withdraw
consent-withdraw-what = { $purpose ->
    [publication] Withdraw the consent to publication? What was published is taken down within three working days. You stay in the programme.
    [mentor] Step back from being a mentor ({ $place })? Meetings with mentees end, the curator learns of it. It has no influence on studies or work.
   *[programme] Withdraw the consent ({ $place })? Taking part ends at once, the curator learns of it. The data are wiped within 30 days; until then you may consent again. It has no influence on studies or work.
}
consent-withdraw-yes = Yes, withdraw
consent-withdrawn = The consent is withdrawn.
consent-none = There is nothing to withdraw: no consent was given.
consent-agreed = Thank you, the consent is recorded.
consent-agreed-half = Thank you, your consent is recorded. Now we wait for the other one.
consent-withdrawn-notice = { $name }: { $purpose ->
    [publication] the consent to publication was withdrawn. Take down what was published within three working days.
    [mentor] has stepped back from being a mentor. The seat is free, look at the pairs.
   *[programme] the consent to taking part was withdrawn. The seat is free, the data are wiped on { DAY($until) }. Look at the pairs.
}

representative-joined-notice = { $name } is a legal representative now: { $child }. The child passes the link on, so make sure that this is a parent or a guardian. Of those who open links after them today the morning's digest will tell.
representative-open = Look
representative-card = { $over ->
    [yes] <b>{ $name }</b> does not represent: { $child }.
   *[no] <b>{ $name }</b> is a legal representative since { FULL($since) }: { $child }.

    If that is a mistake, undo it: the child's data are closed to them, the consents they gave by a button are withdrawn, the links for parents made so far work no more.
}
representative-check = It is right
representative-checked = The representative is confirmed.
representative-undo = This is no representative
representatives-digest = { $count ->
    [one] { $count } new legal representative
   *[other] { $count } new legal representatives
} ({ $place }). Make sure that they are parents or guardians.
representatives-open = Check representatives
todo-kind-representatives = Legal representatives: { $count }
todo-ask-representatives = These people have opened a link that the child passed on. Confirm parents and guardians. Refuse strangers: the child's data are closed to them, the consents they gave by a button are withdrawn.
todo-thing-representatives = { $adult } – for { $name }
representative-undone = It is undone.
representative-undone-notice = The curator has undone the representation: { $child }. If that is a mistake, ask the curator for a new link.
representative-of-adult = No representative is needed here: the participant is of age.
representative-oneself = This link is for a parent or another legal representative: pass it on to them.
representative-minor = Only an adult can be a legal representative.
representative-enough = This child has two representatives already. If that is a mistake, tell the curator.

question-ask = Type your question in one message. The curator's answer will come here.
question-sent = The question is sent. The answer will come here.
question-enough = Your { $most } questions still wait for an answer. Please wait for it.
question-notice =
    <b>A question about consent</b>

    { $text }
question-answer = Answer
question-to-answer = { $answered ->
    [yes] This question was answered already.
   *[no] Type the answer in one message.
}

    { $text }
question-answer-sent = The answer is sent.
question-answered = This question was answered already.
question-answer-notice =
    <b>The curator's answer</b>

    You asked: { $question }

    { $answer }

menu-keeping = Consents
lacking-reasons = <b>Without consent</b>: { $count }
    { $count ->
        [0] All participants' consents are in order.
       *[other] Choose whom to show.
    }
lacking-reason = { $reason ->
    [year] Year of birth unknown
    [paper] Waiting for paper
    [parents] Waiting for parents
    [self] Waiting for them
   *[ends] Term ends soon
}: { $count }
lacking-list = <b>{ $reason ->
    [year] Year of birth unknown
    [paper] Waiting for a signature on paper
    [parents] Waiting for parents' consent
    [self] Waiting for participants' consent
   *[ends] The term ends within 30 days
}</b>: { $count }
lacking-remind = Remind all
lacking-record = Record papers of all
lacking-remind-one = Remind
lacking-card = <b>{ $name }</b>, { $role }, No. { $number }
lacking-year = Year of birth: { $year }
lacking-self = The participant's consent is missing.
lacking-parents = A legal representative's consent is missing.
lacking-ends = The consent holds until { DATE($until) }.
lacking-type-year = The year of birth is not known: type it.
consent-reminded = { $count ->
    [0] They have been reminded today already.
    [one] A reminder goes to { $count } person.
   *[other] Reminders go to { $count } people.
}
consent-reminder = A consent is missing for taking part in the programme. It takes a minute.
consent-reminder-open = Open consents
consents-in-order = All is in order here: the consents are there.
consent-paper-record = Record a paper
consent-paper-signed = Who signed it?
consent-paper-several = It is recorded for everybody on the list: { $count }. Their numbers follow each other.
consent-paper-signed-by = { $who ->
    [self] The participant
    [representative] A parent
    [both] Both of them
   *[alone] The participant, 18 already
}
consent-paper-number = Type the paper's number (of the register or of the file).
consent-paper-day = On which day was it signed? Type the date, for example 12.09.
consent-paper-today = Today
consent-paper-day-wrong = This day will not do. Type the day of signing, not later than today, for example 12.09.
consent-paper-photo = Send a photo of the paper if it is wanted. It is not necessary.
consent-paper-year-wrong = Type the year of birth in four digits, for example 2011.
consent-paper-year-noted = The year of birth is noted.
papers-recorded = { $count ->
    [one] Recorded for { $count } person.
   *[other] Recorded for { $count } people.
}

erasure-notice = The data of participant No. { $number } are wiped, a number is left in place of the name. The log has a record of it.

consent-ends = { $what ->
    [mentor] Your consent to be a mentor holds through { DAY($day) }. Renew it to stay a mentor.
    [adult] { $ripe ->
        [yes] You take part as an adult now, so a new consent of yours is needed. Without it taking part stops after { DAY($last_on) }.
       *[no] From { FULL($day) } you take part as an adult: a new consent of yours will be needed. It can be given from that day on; you will be reminded here.
    }
    [signs] { $ripe ->
        [yes] You turn 14 this year: beside your parent's consent yours is needed. Without it taking part stops after { DAY($last_on) }.
       *[no] You turn 14: from { FULL($day) } your own consent is needed beside your parent's. You will be reminded here.
    }
   *[programme] Your consent to take part holds through { DAY($day) }. Renew it to stay in the programme.
}
consent-ends-child = { $child }: { $what ->
    [mentor] the consent to be a mentor holds through { DAY($day) }. Renew it for the child to stay a mentor.
    [adult] from { FULL($day) } a new consent is needed, of the participant as an adult; yours is needed no more. Without it taking part stops after { DAY($last_on) }.
    [signs] from { FULL($day) } the child's own consent is needed beside yours. Without it taking part stops after { DAY($last_on) }.
   *[programme] the consent to take part holds through { DAY($day) }. Renew it for the child to stay in the programme.
}
consents-age = From { FULL($day) } a consent of their own is needed (turned 18 or 14): { $count ->
    [one] { $count } person
   *[other] { $count } people
}. { $ripe ->
    [yes] Without it taking part stops after { DAY($last_on) }.
   *[no] It cannot be given before; without it taking part stops after { DAY($last_on) }.
}
consents-ending = Consents that end soon: { $count ->
    [one] { $count } person
   *[other] { $count } people
}.
consents-ending-open = Who are they
consent-over = { $own ->
    [yes] { $what ->
        [mentor] The term of your consent to be a mentor is over, you are no mentor any more. A new consent brings everything back.
        [programme] The term of your consent is over, taking part has stopped. A new consent brings everything back; without it the data are wiped on { DAY($until) }.
        [parent] The consent given for you is undone: it was given by the wrong person. You take no part in the programme meanwhile. A parent's consent brings everything back; without it your data are erased on { DAY($until) }.
       *[age] There is no consent of your own, taking part has stopped. A consent brings everything back; without it the data are wiped on { DAY($until) }.
    }
   *[no] { $name }: { $what ->
        [mentor] the term of the consent to be a mentor is over, the place is free. A new consent brings everything back.
        [programme] the term of the consent is over, taking part has stopped. A new consent brings everything back; without it the data are wiped on { DAY($until) }.
        [parent] the consent given for the participant is undone, they take no part in the programme meanwhile. A parent's consent brings everything back; without it the data are erased on { DAY($until) }.
       *[age] there is no consent of the participant's own, taking part has stopped. A consent brings everything back; without it the data are wiped on { DAY($until) }.
    }
}
consent-over-notice = { $name }: { $what ->
    [mentor] the term of the consent to be a mentor is over. The place is free until there is a new one. Look at the pairs.
    [programme] the term of the consent is over. The place is free, the data are wiped on { DAY($until) } unless a consent comes. Look at the pairs.
    [parent] the consent given for the participant is undone: it was given by the wrong person. The seat is free, the data are erased on { DAY($until) } if no parent consents. Check the pairs.
   *[age] there is no consent of their own (turned 18 or 14). The place is free, the data are wiped on { DAY($until) } unless a consent comes. Look at the pairs.
}
