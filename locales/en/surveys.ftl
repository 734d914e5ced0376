# Surveys: setting them, answering, results. The questions themselves are in questionnaires/.

menu-surveys = Surveys
menu-my-surveys = My questionnaires

surveys =
    <b>Surveys</b>: { $count }
    { $count ->
        [0] None yet. Set the first one: all mentors and mentees will get it.
       *[other] Choose a survey to see who has answered.
    }
survey-row = • { $title }, { DAY($opens_on) }: { $answered } of { $invited } have answered
survey-label = { $title }, { SHORT($opens_on) }
survey-new = Set a survey
survey-list = All surveys

survey-card =
    <b>{ $title }</b>
    { $open ->
        [yes] Open since { DATE($opens_on) }
       *[no] Opens on { DATE($opens_on) }
    }. Answered: { $answered } of { $invited }.
survey-waiting =
    Not yet: { $names }{ $more ->
        [0] {""}
       *[other] {" "}and { $more } more
    }.
survey-average = { $role ->
    [mentor] Mentors
   *[mentee] Mentees
}, { $question }: { $average } of 10 on average (answers: { $answers })
survey-few = Averages appear when at least { $least } mentors or { $least } mentees have answered, so that nobody can be known by an answer.

survey-form = Which survey? Mentors and mentees are asked different questions.
survey-on = When should it go out? Choose a day or type it: “12.10”.
survey-today = Today
survey-tomorrow = Tomorrow
survey-in-a-week = In a week
survey-day = A survey can be set for today or a day within the next year. Type another day.
survey-day-unclear = I could not understand the day. Type, for example, “12.10” or “12 October”.
survey-confirm =
    <b>{ $title }</b>
    Will get it: mentors { $mentors }, mentees { $mentees }.
    When: { $today ->
        [yes] today
       *[no] on the morning of { DATE($opens_on) }
    }. Three days later the bot reminds those who have not answered, once.

    Set it?
survey-assign = Set it
survey-assigned = The survey is set.
survey-exists = This survey is set for { DAY($day) } already.

survey-digest = A new survey: “{ $title }”. It takes two or three minutes.
survey-reminder = You have not answered the survey “{ $title }” yet. It takes two or three minutes.
survey-invitation = You are asked to answer the survey “{ $title }”. It takes two or three minutes; you can stop at any moment.
survey-open = Answer: { $title }

my-surveys = { $count ->
    [0] Nothing waits for your answers now. You will get a message about a new one.
   *[other] These wait for your answers. Choose any.
}
survey-intro =
    Every answer is kept at once; you can stop and go on whenever you like.{ $read ->
        [match] {" "}The curator sees your answers: a pair is chosen by them.
        [report] {" "}The curator reads the report; the other side of the pair does not see it.
       *[nobody] {" "}The curator sees who has answered and the averages, not single answers.
    }
    {""}
survey-question =
    <b>{ $title }</b>, question { $n } of { $total }

    { $question }
survey-section =
    {""}
    <i>{ $section }</i>
    {""}
survey-known =
    Known already: { $known }. It can be changed at the end.
    {""}
survey-known-line = { $name } – { $said }
survey-given =
    {""}
    Your answer: { $given }
survey-type = { $kind ->
    [number] From { $least } to { $most }.
    [date] Type the day: “12.10.2026” or “12 October”.
    [short] Type your answer in one line.
    [contact] Type a phone number or send your own contact: the paper clip, “Contact”.
   *[other] Type your answer.
}
survey-several = Press all that fit, then “Done”. You can type numbers: “1, 3”.
survey-record = Send a voice message or a photo.
survey-choose = Choose at least one.
survey-trial = <i>A trial: answers are not kept.</i>
survey-for = <i>In the words of { $name }</i>
survey-trial-end = End the trial
survey-sent-for = The answers are kept, marked as told in words.
survey-sent-already-theirs = This person has answered already.
survey-filled =
    <b>{ $title }</b>
    { $channel ->
        [paper] These answers were entered from your paper form.
       *[other] These answers were entered by the curator, in your words.
    } Please check them.
    {""}
survey-filled-right = All is right
survey-confirmed-answers = Thank you, noted: all is right.

answer-recorded = received
answer-no-mark = A mark is from { $least } to { $most }. Press a button or type the number.
answer-no-number = A number from { $least } to { $most } is needed. Type it in digits.
answer-no-option = There is no such option. Press a button or type its number from 1 to { $count }.
answer-no-options = Not all of that is clear. Type the numbers from 1 to { $count } with commas, like “1, 3”, or press buttons.
answer-no-day = I could not understand the day. Type, for example, “12.10.2026” or “12 October”.
answer-no-phone = That does not look like a phone number. Type it like “+7 999 123-45-67”.
answer-no-media = A voice message or a photo is needed. Send one of them.
answer-not-own-contact = Send your own contact, or type the number.
survey-keep = Keep this answer
survey-later = Go on later
survey-required = This question has to be answered, it cannot be skipped.
survey-value = That answer does not fit. Choose one of those offered.
survey-review =
    <b>{ $title }</b>: check your answers
    {""}
survey-review-hint =
    {""}
    To change an answer, press the number of its question.
survey-answer = { $n }. { $name }: { $answered ->
    [yes] { $said }
   *[no] no answer
}
survey-send = Send
survey-sent = Thank you! Your answers are sent.
survey-sent-already = You have sent your answers to this survey already, thank you.
survey-incomplete = Question { $number } has no answer. Answer it, and the survey can be sent.
