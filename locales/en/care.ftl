### Care: help, silent pairs, words between meetings.

## Help

menu-help-me = 🆘 I need help
# With commas between, without punctuation: what may be typed instead of the button.
help-words = help me, i need help, need help, sos
help-lines =
    If there is danger right now, ring 112.
    Children's help line: 8-800-2000-122. The call is free, and no name is needed.
help-now =
    <b>You are not alone.</b>
    { $lines }

    { $taken ->
        [yes] { $who } is answering you.
       *[no] { $someone ->
            [yes] Your call is with an adult of the school now: <b>{ $who }</b>. Without an answer in { $minutes } min it goes to the next adult.
           *[no] Tell an adult you trust, or ring a number above.
        }
    }

    You can write here what has happened: it is passed on at once. You need not.
help-mistake = Pressed by mistake
help-mistake-told = Good. The adult knows that all is well.
help-passed-on = Passed on.
help-called =
    <b>🆘 Help is needed: { $who }</b>
    Press the button to answer. After { $minutes } min without an answer the next adult is called.
help-take = I answer
help-said =
    <b>{ $who }</b> writes:
    { $text }
help-reply = Answer
help-mistaken = { $who }: the help button was pressed by mistake. So they say; it is for you to decide whether to have a talk all the same.
help-answered = { $who } is answering you. You can write what has happened.
help-write = Write
help-replied =
    <b>{ $who }</b>:
    { $text }
help-taken = Another adult is answering this call already.
help-to-reply =
    You are answering <b>{ $who }</b>. They know your name.
    Write a message: it is passed on at once. A talk in person is best.
help-reply-sent = Passed on.

## The silent pair

silence-digest = How is your pair doing ({ $others })? No meetings have been seen for a while.
silence-open = Tell
silence-ask =
    How is the pair doing: { $others }?
    No meetings or messages have been seen for a while. Only the curator sees the answer, the other side does not.
silence-busy = A lot to do
silence-ill = I am ill
silence-unfit = We do not suit each other
silence-help = The curator should help
silence-well = All is well, not recorded
silence-thanks = Thank you. Only the curator sees the answer.
silence-thanks-well = Thank you, good to hear. Meetings can be recorded afterwards too.
silence-said = { $said ->
    [help] { $who }: your help is needed in the pair.
   *[unfit] { $who } answers: we do not suit each other.
} The other side does not know of it.
silence-look = Open the list
silence-encourage = No meetings have been seen for a while. If all goes well, record them; if something is in the way, write to the curator or to each other: "Write in the pair" in the menu.

menu-focus = Who needs attention
focus-list =
    <b>Who needs attention</b>
    { $called ->
        [0] {""}
       *[other] 🆘 Calls without an answer: { $called }. Press a name to answer.
    }{ $count ->
        [0] There are no silent pairs.
       *[other] Pairs not heard of for a while (holidays do not count):
    }
focus-row = • { $mentees } – { $mentors }: { $days } d. { $said }
focus-said = { $name }: { $said ->
    [busy] a lot to do
    [ill] ill
    [unfit] do not suit
    [help] needs help
    [well] all is well
   *[nothing] no answer yet
}
focus-not-asked = not asked yet
focus-card =
    <b>{ $mentees } – { $mentors }</b>
    Silence: { $days } d. Answers: { $said }.
    Only you see the answers.
focus-encourage = Encourage both
focus-encouraged = Both have got a friendly reminder.
focus-rest = Pause for two weeks
focus-rested = A pause of two weeks; the pair is told.
focus-open = Replacement and more
focus-thread = What they wrote
focus-settle = I see to it myself
focus-settled = Noted. They are asked again if the silence goes on.
focus-thread-title =
    <b>What the pair wrote</b>
    { $count ->
        [0] Nothing yet.
       *[other] The last messages. The pair knows that you can read them; the reading is in the log.
    }
focus-thread-row = { SHORT($at) } <b>{ $who }</b>: { $kind ->
    [voice] voice message
    [photo] photo ({ $text })
    [file] file ({ $text })
   *[text] { $text }
}
thread-attached = Send me what is attached
thread-attached-sent = { $count ->
    [0] Nothing is left: those who sent it use the bot no more.
   *[other] Attached: { $count }. They come as the next messages.
}
care-not-active = The pair is not at work now.

## Rules of the school

care-rules-open = Whom to call for help
care-rules =
    <b>Whom to call for help</b>
    The first of the list gets the call; without an answer in { $minutes } min the next one does. Press a name to put it first.
    A pair is silent after { $days } days without meetings and messages.

    What a child reads at once:
    { $lines }
care-turn = { $place }. { $name }
care-minutes = Time to answer
care-minutes-how = Now { $minutes } min. How many minutes are there for an answer? Write a number.
care-days = Days of silence
care-days-how = Now { $days } days. After how many days of silence is a pair asked? Write a number.
care-lines = Numbers for a child
care-lines-how =
    A child reads now:
    { $lines }

    Write a new text. Check the numbers: a child rings them at once.
care-lines-usual = Back to the usual
care-kept = Kept.
care-number = A whole number is needed, for example 30.
care-minutes-bounds = From { $least } to { $most } minutes.
care-days-bounds = From { $least } to { $most } days.

## Words between meetings

menu-words = Write in the pair
pair-word-pair = { $count ->
    [0] There is no pair yet, nobody to write to. The curator can be asked at school.
   *[other] To whom?
}
pair-word-how =
    { $side ->
        [mentee] <b>A question to the mentor</b> ({ $others })
       *[mentor] <b>A message to the mentee</b> ({ $others })
    }
    Write a text, record a voice message, send a photo or a file. The other side sees neither your phone nor your Telegram name.{ $watched ->
        [yes] {" "}The curator can read this: so it is where somebody in the pair is under 18. Both sides know it.
       *[no] {""}
    }
    It does not arrive at night or during lessons.
pair-word = { $kind ->
    [voice] <b>{ $who }</b>: voice message above.
    [photo] <b>{ $who }</b>: photo above.
    [file] <b>{ $who }</b>: file above.
   *[text]
    { $side ->
        [mentee] A question of the mentee, { $who }:
       *[mentor] The mentor writes, { $who }:
    }
    { $text }
}
pair-word-answer = Answer
pair-word-sent = Passed on. The answer comes here.
pair-word-nobody = The other side does not use the bot yet: there is nobody to pass it to.
pair-thread-private = Everybody in this pair is of age: what they write is theirs alone.

## The trial meeting decides

trial-digest = The trial meeting is over ({ $others }). Do you suit each other?
trial-open = Tell
trial-ask =
    The trial meeting is over: { $others }. Do you suit each other?
    Only the curator sees the answer, and confirms the pair or offers another one.
trial-answer-yes = We do
trial-answer-unsure = Not sure
trial-answer-no = No
todo-kind-trials = After the trial meeting: { $count }
todo-ask-trials = The trial meetings are over, both sides were asked whether they suit. Confirm the pairs; leave out those you want to change, and open them later in the list of pairs.
todo-thing-trials = { $names }: { $said ->
    [yes] they suit
    [no] they do not
   *[unsure] not sure
}
