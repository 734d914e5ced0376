# Erasure at a demand, its act.

own-data-erase = Erase data
erasure-whose = Whose data are to be erased?
erasure-where = Where are the data to be erased?
erasure-everywhere = Everywhere
erasure-place = { $place }: { $roles }
erasure-in-bank = an entry in the bank
erasure-line = • { $place }
erasure-goes = <b>Erase the data?</b>
erasure-what-follows =
    Taking part ends: pairs end, groups go on without this participant, consents are withdrawn. The entry in the bank, answers in own words, notes and files are wiped within an hour. { $stays ->
        [yes] The name and the link to the bot stay while there are other roles.
       *[no] The name is wiped out of others' messages and notes too, a row with a number is left.
    }

    What is wiped cannot be brought back. The act of erasure comes at the end. If you need the data yourself, have them sent first.
erasure-stays = What stays:
erasure-waits =
    A demand about a minor's data is confirmed by a curator. Without an answer by { DAY($until) } the data are wiped all the same.
erasure-yes = Yes, erase
erasure-begun = Taking part is over, the data are wiped within an hour.
erasure-put-before = The curator has been asked. When the data are wiped, the act comes.
erasure-by-parent = Up to the age of 14 a parent or another legal representative asks for that: in their own bot (“My data”, “Erase data”) or on paper, from the curator.
# Stands in place of the name; the number comes last, after "No.".
erased-record = Erased record No. { $number }
erasure-somebody = participant
erasure-asked-notice = { $name }: { $own ->
    [yes] the participant asks
   *[no] { $by } (legal representative) asks
} for the data to be erased. Confirm it by { $until }: then they are wiped without you.
erasure-asked-open = Decide
erasure-digest = Demands to erase data wait for your decision: { $count }. Without it the data will be erased, the first on { DAY($first_on) }.
erasure-last-day = The last day: the data of { $name } will be erased on { DAY($until) } at { $time } without your decision. If the demand is a mistake, refuse it.
erasure-refused-notice = The curator has not confirmed the demand to erase { $own ->
    [yes] your data
   *[no] the data of the child ({ $name })
}. If that is a mistake, turn to the curator.
todo-kind-erasures = Erasure asked for: { $count }
todo-ask-erasures = These demands are about minors' data. To approve means to end taking part and to wipe the data for good; only a mistaken demand is refused.
todo-thing-erasures = { $name }, { $own ->
    [yes] asked for by themselves
   *[no] asked for by the representative: { $by }
}
erasure-nothing = There is no part in any programme, so there is nothing to erase.
erasure-last = The data are wiped. This is the act of erasure, without a name. There will be no more messages.
menu-erasing = Erasure of data
erasing-list = Has a participant or a legal representative asked on paper for erasure? Choose the participant ({ $count }).
erasing-confirm = <b>{ $name }</b>, No. { $number }
erasing-done = Taking part is over, the data are wiped within an hour. The act comes here.
erasure-act-file-name = act
erasure-act-title =
    ACT No. { $number }
    of the erasure of personal data
erasure-act-operator = Organisation
erasure-act-subject = Whose data
erasure-act-subject-is = participant No. { $number }
erasure-act-ground = Ground
erasure-act-asked = Ordered by
erasure-act-system = Information system
erasure-act-system-is = the bot of the mentoring programme
erasure-act-way = Way
erasure-act-way-is = the content was wiped by the program, nameless rows are left
erasure-act-when = Date and time
erasure-act-log = Entry in the log
erasure-act-log-is = "data wiped", erasure No. { $number }
erasure-act-categories = Data erased
erasure-act-category = Category
erasure-act-rows = Records
erasure-act-sign = Responsible for the data
erasure-act-ground-is = { $reason ->
    [asked] demand of the participant or their legal representative
    [paper_demand] written demand of the participant or their legal representative
    [minor_demand] demand of the legal representative or the participant
    [minor_confirmed] demand of the legal representative or the participant
    [withdrawn] withdrawal of the consent
    [expired] the term of the consent is over
   *[other] no consent was given
}
erasure-act-asked-is = { $reason ->
    [asked] the participant or their legal representative, in the bot
    [paper_demand] curator { $curator }
    [minor_demand] the legal representative or the participant, in the bot
    [minor_confirmed] the legal representative or the participant, in the bot; confirmed by a curator
    [withdrawn] the participant or their legal representative, in the bot
   *[other] automatically, by term
}
