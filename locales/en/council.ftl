# The methodical council: difficulties of pairs, results judged.

council-open = Methodical council
council-pair =
    <b>Methodical council: { $mentors } – { $mentees }</b>
council-passed = { $kind ->
    [results] <b>{ DATE($asked_on) }, results of the programme</b>{ $worded ->
        [yes] {"\u000A"}Your words: { $question }
       *[no] {""}
    }{ $votes ->
        [0] {"\u000A"}No marks yet.
       *[other] {"\u000A"}{ $average } of 10 on average, judged by: { $votes }.{"\u000A"}{ $marks }
    }
   *[difficulty] <b>{ DATE($asked_on) }, a difficulty</b>{"\u000A"}Your words: { $question }{ $advised ->
        [yes] {"\u000A"}Advice ({ DATE($advised_on) }, { $adviser }): { $advice }{ $shared ->
            [yes] {"\u000A"}Handed on to the pair.
           *[no] {""}
        }
       *[no] {"\u000A"}No advice yet.
    }
}
council-may = { $may ->
    [difficulty] {"\u000A"}Write in your own words what the difficulty is and what you ask the council. It will see your text and the names of the pair, nothing else. Do not write what was entrusted to you personally.
    [results] {"\u000A"}The council can judge the results of this pair's programme. You and the council see the marks, the pair does not. To add a few words, just write them.
   *[nothing] { $council ->
        [yes] {""}
       *[no] {"\u000A"}The school has no methodical council. Invite people to it under "People", "Invitations".
    }
}
council-pass-results = Have the results judged
council-share = Hand the advice on to the pair
council-withdraw = Take it back
council-criteria = Criteria
council-criteria-how =
    <b>By what the council judges results</b>, from 1 to 10
    To change the list, write it: a criterion on each line, six at most. Marks that were given stay.
council-passed-difficulty = Passed on to the council. Its advice will come to you as a message.
council-passed-results = The results are with the council. Its marks will stand on the card of the pair.
council-withdrawn = Taken back: the council does not see it any more.
council-shared = The advice was handed on to the pair.
council-nobody = The school has no methodical council.
council-has-it = The council has this already.
council-answered = The council has answered already.
council-no-advice = There is no advice of the council yet.
council-pair-marks = Marks of the methodical council: { $average } of 10 (judged by: { $votes }).
council-mark = { $criterion } – { $mark }
criterion-goals = The goals of the programme were reached
criterion-work = The work went as planned
criterion-growth = The mentee has made progress
criterion-practice = Others can learn from the pair
council-advised =
    <b>Advice of the methodical council</b>
    Pair: { $mentors } – { $mentees }

    { $advice }

    Written by { $who }. The pair knows nothing yet: hand the advice on if you find it right.
council-open-pair = Card of the pair
council-to-pair =
    <b>Advice of the methodical council for your pair</b>

    { $advice }
council-digest = Passed to the methodical council: { $difficulty ->
    [0] {""}
   *[other] difficulties of pairs – { $difficulty }{ $results ->
        [0] {""}
       *[other] {", "}
    }
}{ $results ->
    [0] {""}
   *[other] results to judge – { $results }
}.
council-digest-open = Open the list

todo-kind-verdicts = Results of pairs for the council: { $count }
todo-ask-verdicts = These pairs are completed. Pass their results to the methodical council to be judged? You and the council see the marks, the pair does not. Refused ones are not offered again, but can be passed later from the pair's card.
todo-thing-verdicts = { $mentors } – { $mentees }
council-judged-digest = { $count ->
    [1] The methodical council has judged the results of the pair { $mentors } – { $mentees }.
   *[other] The methodical council has judged the results of pairs: { $count }, among them { $mentors } – { $mentees }. The marks are on the pairs' cards.
}
todo-kind-difficulties = Difficulties of pairs: { $count }
todo-kind-results = Results to judge: { $count }
council-difficulties =
    <b>Difficulties of pairs</b>
    { $count ->
        [0] Nobody waits for advice now.
       *[other] Waiting for the council's advice: { $count }. One of the council answers.
    }
council-difficulty = { $waits ->
    [yes] <b>{ $mentors } – { $mentees }</b>
        Passed on by the curator ({ $asked_by }) on { DATE($asked_on) }:
        { $question }

        { $written ->
            [yes] <b>Your advice:</b>
                { $text }

                Send it or write it anew. Once sent it cannot be changed.
           *[no] Write your advice in one message. The curator will read it and decide whether the pair gets it.
        }
   *[no] No advice is needed any more: it was given, or the question was taken back.
}
council-send = Send to the curator
council-advice-sent = The advice was sent to the curator.
council-results =
    <b>Results of pairs</b>
    { $count ->
        [0] Everything is judged.
       *[other] Waiting for your marks: { $count }. It takes half a minute each.
    }
council-judged-row = { $mentors } – { $mentees }: { $average } of 10 (judged by: { $votes })
council-result =
    <b>{ $mentors } – { $mentees }</b>{ $worded ->
        [yes] {"\u000A"}Curator: { $question }
       *[no] {""}
    }

    { $place } of { $count }. <b>{ $criterion }</b>
    From 1 (not at all) to 10 (fully).
council-read-plan = Programme of the pair
council-again = Anew
council-sure =
    <b>{ $mentors } – { $mentees }</b>
    Look at the marks. Once sent they cannot be changed.
council-send-marks = Send
council-judged-done = Your marks are noted.
council-judged-already = You have judged the results of this pair already.
council-sheet-changed = The criteria have changed: please give your marks anew.

pair-event-council-difficulty = a difficulty passed to the council
pair-event-council-results = results passed to the council
pair-event-council-advised = advice of the council
pair-event-council-shared = advice handed on to the pair
