# Surveys: setting them, answering, results. The questions themselves are in questionnaires/.

menu-surveys = Surveys
menu-my-surveys = My surveys

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
    [0] No survey waits for your answers now. You will get a message about a new one.
   *[other] These surveys wait for your answers. Choose any.
}
survey-intro =
    Every answer is kept at once; you can stop and go on whenever you like. The curator sees who has answered and the averages, not single answers.
    {""}
survey-question =
    <b>{ $title }</b>, question { $n } of { $total }

    { $question }
survey-given =
    {""}
    Your answer: { $given }
survey-type = Type your answer.
survey-no-mark = A mark is from { $least } to { $most }. Press a button or type the number.
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
