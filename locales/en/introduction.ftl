# Monitoring of introduction, and addressed recommendations.

introduction-button = Monitoring of introduction
introduction-title = Monitoring of introduction
introduction =
    <b>Monitoring of introduction</b>
    Schools: { $count }, complete: { $complete }. The table fills itself: from documents, seats, banks and the words of curators.
introduction-row = • { $name }: { $there } of { $all }{ $missing ->
    [0] {""}
   *[other] , missing: { $gaps }
}
introduction-mark-curator = Curator
introduction-mark-order = Order
introduction-mark-regulation = Regulation
introduction-mark-roadmap = Roadmap
introduction-mark-site = Link to the site
introduction-mark-mentors = Bank of mentors
introduction-mark-mentees = Bank of mentees
introduction-mark-targets = Target indicators
introduction-ordered = order No. { $number } of { FULL($day) }
introduction-in-force = in force, no order noted
introduction-nudge-all = Remind all with gaps
introduction-xlsx = Table (.xlsx)
introduction-school = <b>{ $name }</b>
introduction-said = { $there ->
    [yes] ✓ { $mark }: { $said }
   *[no] – { $mark }: missing
}
introduction-nudge-button = Remind of the gaps
introduction-no-gaps = Everything is there, nothing to remind of.
introduction-no-link = An address of a page is needed, for example: school5.ru/mentoring
introduction-open = Look and fill in
introduction-nudge =
    <b>Monitoring of introduction</b>
    The department does not see some things of the school "{ $school }": { $count }. A line or a document is enough.
introduction-mine-button = What the department sees
introduction-mine =
    <b>What the department sees</b>
    { $name }
introduction-mine-ask =
    {""}
    The order, the regulation, the link and the indicators can be noted here, the rest the bot knows itself.
introduction-say = { $there ->
    [yes] Change: { $mark }
   *[no] Note: { $mark }
}
introduction-say-ask =
    <b>{ $mark }</b>
    { $kind ->
        [site] Type the address of the page about mentoring on the school's site.
        [targets] Type the indicators in one line or send a document.
       *[other] Type the number and date or send a document.
    }
introduction-noted = Noted, the department will see it.

advice-list-button = Recommendations
advice-list = <b>Recommendations</b>
advice-none = There are no recommendations.
advice-row = <b>{ $place }.</b> { $school }: { $text } ({ $state ->
    [accepted] done
    [answered] answered
   *[asked] until { DAY($due) }
})
advice-new-button = Recommend something
advice-text-ask =
    <b>Recommendation: { $name }</b>
    Type what the school should do.
advice-term-ask =
    <b>Recommendation: { $name }</b>
    { $text }

    By which day is the answer due? Choose or type the date.
advice-made = Noted. The curator will see it in the morning digest.
advice-card =
    <b>{ $school }</b>
    { $text }

    { $state ->
        [accepted] Done.
        [answered] Answered, the department is to decide.
       *[asked] The answer is due by { DATE($due) }.
    } Recommended by: { $issuer }.
advice-card-more = To be added: { $more }
advice-card-answer = Answer: { $answer }
advice-card-file = Document: { $file }
advice-accept = Accept
advice-return = Ask for more
advice-file-button = Send me the document
advice-accepted = The recommendation is done.
advice-more-ask =
    <b>{ $school }</b>
    What is missing in the answer? The school gets another week.
advice-returned = Noted. The curator will see it in the morning digest.
advice-unanswered = This recommendation has no answer yet.
advice-settled = This recommendation is done already.
advice-document = Document of a recommendation: { $school }
advice-answer-ask =
    {""}
    { $state ->
        [answered] To change the answer, type it again or send another document.
       *[asked] To answer, type what was done or send a document.
    }
advice-answered = { $kept ->
    [replaced] The former answer is replaced.
    [added] Added to the former answer.
   *[new] The answer is noted.
} The department will see it in the morning digest.
advice-open = Open recommendations
advice-digest = <b>Recommendations</b> ({ $issuer }): { $count }
advice-digest-row = • { $text }: { $late ->
    [yes] was due { DAY($due) }
   *[no] until { DAY($due) }
}
advice-digest-answered = Recommendations answered by: { $names }{ $more ->
    [0] {""}
   *[other] {" "}and more schools: { $more }
}
