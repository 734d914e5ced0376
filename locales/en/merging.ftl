# Two records of one person become one.

merge-open = It is the same person
merge-ask =
    <b>{ $name }</b>

    Is this person entered twice? Choose the other record, or write a name.
merge-none = There are no records alike.
merge-not-found = Nobody was found by the words “{ $words }”. Check the name and write again.
merge-chat = in Telegram
merge-preview =
    <b>Is it one person?</b>

    Stays: { $stays }
    Joins it and is gone: { $goes }
merge-moved = Rows that go over: { $moved }.
merge-filled = Taken over: { $filled }.
merge-doubled = { $doubled }
merge-doubled-membership = Both have the role: one stays, from the earlier day.
merge-doubled-profile = Both have a card in the programme: they become one; where both are filled in, the one that stays is right.
merge-doubled-survey-response = One questionnaire was filled in twice: the later one stays.
merge-doubled-mentor-check = One check was noted twice: the later one stays.
merge-differ = Please check: the years of birth differ, { $first } and { $second }. { $first } stays.
merge-final =
    {""}
    The records cannot be parted again.
merge-refused =
    {""}
    { $why }
merge-yes = Yes, it is one person
merge-done = The two records are one now.
merge-field-name = the full name
merge-field-given = which word is the given name
merge-field-phone = the phone
merge-field-birth_year = the year of birth
merge-no-chats = Each record has a Telegram account, so they cannot be one. If one is not needed, its owner erases it under “My data”.
merge-no-pair = Both records are in one pair, now or earlier. They cannot be made one: its history would have one person as two members. Take the spare record out of the pair and note that the person has left.
merge-no-partner = Each record is in a running pair with the same people. End one of the pairs, then make the records one.
merge-no-family = One record represents the other: they are different people.
merge-no-elsewhere = The record that would be gone is in another organisation, too. Only a school that has it alone can do this.
merge-no-erasure = One of the records is being erased, so they cannot be one.
merge-no-record = This record is no more: it was made one with another, or erased. Go back to the list.
merge-no-same = This is the very same record. Choose another one.
