# Erasure at a demand, its act.

own-data-erase = Erase data
erasure-whose = Whose data are to be erased?
erasure-what-follows =
    <b>Erase the data?</b>

    Taking part ends at once: pairs end, roles are given up, consents are withdrawn. The name, the entry in the bank, answers in own words, notes and files are wiped within an hour. A row with a number and no name is left.

    What is wiped cannot be brought back. The act of erasure comes as the last message. If you need the data yourself, have them sent first.
erasure-yes = Yes, erase
erasure-begun = Taking part is over, the data are wiped within an hour.
erasure-by-parent = Up to the age of 14 a parent or another legal representative asks for that.
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
    [withdrawn] withdrawal of the consent
    [expired] the term of the consent is over
   *[other] no consent was given
}
erasure-act-asked-is = { $reason ->
    [asked] the participant or their legal representative, in the bot
    [paper_demand] curator { $curator }
    [withdrawn] the participant or their legal representative, in the bot
   *[other] automatically, by term
}
