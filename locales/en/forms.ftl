# A school's forms: to whom they are put, paper, its own questions and forms, forms of mentoring.

menu-putting = Questionnaires
menu-forms = Own questions and forms
menu-kinds = Forms of mentoring

putting =
    <b>Questionnaires</b>
    { $count ->
        [0] None yet. They appear when a programme begins or a survey is set.
       *[other] Choose one: who has answered, blanks to print, answers from paper.
    }
putting-row = { $n }. { $title }
putting-upload = Load a table of answers
putting-card =
    <b>{ $title }</b>
    { $programme }

    Answered: { $answered } of { $invited }{ $paper ->
        [0] {""}
       *[other] , from paper { $paper }
    }{ $spoken ->
        [0] {""}
       *[other] , told in words { $spoken }
    }.{ $unconnected ->
        [0] {""}
       *[other] {" "}Without Telegram: { $unconnected }, paper will do for them.
    }
putting-send = Send to the unanswered
putting-sent = Sent: { $count }. Print blanks for those without Telegram.
putting-paper = On paper
putting-for = Enter what was told
putting-people = { $count ->
    [0] Everybody has answered, there is nothing to enter.
   *[other] For whom? The answers are marked as told in words; the person can check and correct them.
}
putting-paper-how =
    <b>On paper</b>
    1. Print the blanks: each has the person's code.
    2. Type the answers into the table: a row is a person.
    3. Send the table back; the bot shows what it understood and asks whether to save.
putting-blanks-mentees = Blanks for mentees
putting-blanks-mentors = Blanks for mentors
putting-sheet-mentees = Table: mentees
putting-sheet-mentors = Table: mentors
putting-file-comes = The file is being made, people in it: { $count }. It comes as a message of its own.
putting-upload-how = Send the table that the bot gave you, with the answers typed in (.xlsx or .csv).
putting-reading = Reading the file. What came of it follows as a message of its own.

form-invitation = You are asked to fill in “{ $title }”. You can stop and go on at any moment.

paper-code = Code { $code }
paper-intro = Tick or circle your answers, answer open questions in your own words. A slip does no harm: cross it out and mark another. Give the filled-in form to the curator.
paper-intro-short = Tick an answer, write the rest in your own words. Give the sheet to the curator.
paper-several = as many as fit
paper-optional = if you like
paper-condition = if the answer to { $place } is { $operator ->
    [not] not “{ $value }”
    [less] less than { $value }
    [more] more than { $value }
   *[other] “{ $value }”
}
paper-blanks-file = Blanks – { $title }
paper-blanks = Blanks to print: { $role ->
    [mentor] mentors
   *[other] mentees
}, { $count }. The code on a blank brings the answers to the right person.
paper-nobody = There is nobody here who has not answered: nothing to print.

sheet-people = Answers
sheet-options = Options
sheet-code = Code
sheet-name = Name
sheet-wrong = There is no such answer in the form.
sheet-hint-scale = from 1 to 10
sheet-hint-number = from { $least } to { $most }
sheet-hint-several = numbers with commas: 1, 3
sheet-hint-day = a day: 12.10.2026
sheet-file = Answers from paper – { $title }
sheet-caption = The table for answers from paper, people: { $count }. A row is a person, a column is a question. The second sheet has the options with their numbers. Fill it in and send it back as a file; do not move rows or columns.
sheet-not-a-document = Send the table as a file (.xlsx or .csv): the bot cannot read a photo or a voice message.
sheet-unknown = This is no table of answers: its row with the codes of questions is missing. Take the table from the bot: “Questionnaires”, a questionnaire, “On paper”.
sheet-too-long = The table is too long: { $most } people at most. Make two of it.
sheet-no-person = there is no such code in this questionnaire
sheet-twice = this person stands above already
sheet-error = Row { $row }, “{ $column }”: { $what }
sheet-read = The table is read: people { $people }, errors { $errors }. Nothing is saved yet.
sheet-look = Look and save
sheet-card =
    <b>{ $title }</b>: answers from paper

    People: { $people }, answers: { $answers }.{ $unanswered ->
        [0] {""}
       *[other] {" "}Required questions without an answer: { $unanswered }.
    } Errors: { $count }.
sheet-line = • { $what }
sheet-more = And more errors: { $more }.
sheet-mend = Mend these and send the table again, or save the rest: these answers stay empty.
sheet-save = Save
sheet-discard = Do not save
sheet-saved = Saved, marked as from paper: { $saved }.{ $kept ->
    [0] {""}
   *[other] {" "}Had answered themselves, left as they are: { $kept }.
}
sheet-saved-already = This table is saved already.
sheet-discarded = The table is not saved.

forms =
    <b>Own questions and forms</b>
    You can add questions to the forms of a programme. Mandatory ones cannot be left out, optional ones can. A whole form of your own is taken from a table.
forms-questions = Questions of the programme
forms-own = Own forms
forms-purpose = In which form?
purpose-entry = At the beginning
purpose-exit = At the end
purpose-feedback = After a meeting
purpose-preference = After the common meeting
forms-mentoring = For which form of mentoring?
forms-side = Whose form?
forms-side-mentor = The mentor's
forms-side-mentee = The mentee's
forms-card =
    <b>{ $title }</b>, { $role ->
        [mentor] mentor
       *[other] mentee
    }
    {""}
forms-row = { $n }. { $name }{ $own ->
    [yes] {" "}(own)
    [out] {" "}(left out)
   *[no] { $required ->
        [yes] {" "}(mandatory)
       *[no] {""}
    }
}
forms-card-hint =
    {""}
    Press a question to leave it out or to bring it back.
forms-add = Add a question
forms-share-added = Give them to the schools
forms-text = Type the question as people will read it.
forms-kind =
    “{ $text }”

    How is it answered?
kind-yes_no = Yes or no
kind-choice = One option
kind-several = Several options
kind-scale = A mark from 1 to 10
kind-number = A number
kind-date = Date
kind-media = Voice or photo
kind-contact = Phone
kind-short = One line
kind-text = Free text
forms-options = Type the options, each on a line.
forms-added = The question is added. Those who have not begun yet will see it.
forms-back = Bring back:
forms-changed = The form is changed. Earlier answers are kept.
forms-shared = The schools now get the form with your questions.
forms-own-list =
    <b>Own forms</b>
    { $count ->
        [0] None yet. Press “New form”: the bot sends a table with an example.
       *[other] Choose a form.
    }
forms-own-row = • { $title }: { $status ->
    [draft] a draft
   *[other] { $mine ->
        [yes] can be set
       *[no] from the department, can be set
    }
}
forms-new = New form
forms-form =
    <b>{ $title }</b>
    { $status ->
        [draft] A draft: try it out and switch it on.
        [live] Switched on: it can be set under “Surveys”.
       *[other] Put away.
    }
    Questions: for mentors { $mentors }, for mentees { $mentees }.{ $shared ->
        [yes] {" "}Open to the schools.
       *[no] {""}
    }
forms-try-mentee = Try as a mentee
forms-try-mentor = Try as a mentor
forms-publish = Switch on
forms-published = The form is switched on: it can be set under “Surveys”.
forms-share = For schools: on or off
forms-retire = Put away
forms-retired = The form is put away. The answers to it are kept.
forms-title = What is the form called? People will see this title.
forms-table = Fill in the table, one row a question, and send it here as a file. For the table with an example press “Send the table”.
forms-template = Send the table
forms-template-comes = The table comes as a message of its own. Fill it in and send it here.

template-sheet = Form
template-example = Example
template-help = What may be written
template-file = Own form
template-caption = The table for a form of your own. Fill in the first sheet, one row a question; the second has an example, the third the words the bot knows. Put semicolons between options. Send the table here: “Own forms”, “New form”.
template-read = The form “{ $title }” is read, questions: { $questions }. Try it out, then switch it on.
template-look = Check the form
template-fault = Row { $row }: { $what }
template-faults =
    The form is not read, errors: { $count }. Mend them and send the table again.

    { $lines }{ $more ->
        [0] {""}
       *[other] {" "}And more errors: { $more }.
    }
template-empty = There is no question in the table. Fill in the first sheet: one row a question.
template-too-long = The form has more than { $most } questions. Keep the most important ones.
template-no-head = The file has no row with the headings “Question” and “Kind of answer”. Take the table from the bot: “New form”, “Send the table”.
template-question = the column “Question” needs a text of at most { $limit } characters.
template-kind = the kind of answer “{ $said }” is not clear. Take a word from the sheet “What may be written”.
template-role = “{ $said }” in the column “Whom” is not clear. Write: mentor, mentee or both.
template-required = “{ $said }” in the column “Required” is not clear. Write “yes” or “no”.
template-options-idle = options belong to the kinds “one option” and “several options”. Clear them or change the kind.
template-condition = the condition “{ $said }” is not clear. Write the number of an earlier question and its answer: “2 = yes”, “3 > 5”.

kinds =
    <b>Forms of mentoring</b>
    What the department sets holds in its schools, until a school sets its own.
    {""}
kinds-row = • { $title }{ $hidden ->
    [yes] {" "}(hidden)
   *[no] {""}
}
kinds-new = Add a form
kinds-card =
    <b>{ $title }</b>{ $hidden ->
        [yes] {" "}(hidden)
       *[no] {""}
    }
    Questionnaires as of “{ $like }”. Role models:
kinds-model = • { $model }
kinds-rename = Rename
kinds-models-change = Change the role models
kinds-hide = Hide
kinds-show = Show
kinds-name = Type the new name, for example “pupil – pupil”.
kinds-models-how = Type the role models, each on a line.
kinds-new-how = What is the form of mentoring called? For example “alumnus – pupil”.
kinds-like = Which form is “{ $title }” like? Its questionnaires will be the same.
kinds-added = The form of mentoring is added.
kinds-kept = Saved.

own-section = Questions of the school
own-question = A question may have { $limit } characters and has to be asked of at least one side.
own-options = There have to be two to { $most } different options of at most { $limit } characters. Type them, each on a line.
own-mandatory = This question is mandatory, it cannot be left out.
own-depended = That cannot be: other questions depend on this one, or there are more than { $most }.
own-nothing-added = There are no questions of your own here yet, nothing to share.
kinds-too-many = There can be { $most } forms of mentoring of your own.
kinds-models = There can be { $most } role models of at most { $limit } characters.

putting-card-meetings = <i>Feedback on the meetings of the last 60 days, blanks also for those of the coming week. Whoever has a phone answers themselves.</i>
putting-classes =
    Which class is to be printed? Blanks in all: { $count }.
putting-classes-all = All classes
putting-class = { $named ->
    [yes] { $name }: { $count }
   *[no] Without a class: { $count }
}
paper-meeting = meeting of { SHORT($held_on) }
sheet-no-meeting = there is no such meeting, or it is not on record as held
