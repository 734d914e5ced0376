### The log of what is done with personal data.

menu-journal = Data access log
log-title = Data access log
log-file-name = Data access log
log-caption = Log of access to personal data. Entries: { $count }.
log-number = participant no. { $number }
log-bot = the bot
log-list =
    <b>Log of access to personal data</b>
    { $topic ->
        [change] Changes
        [export] Exports
        [read] Readings
       *[all] All entries
    } of { $days ->
        [7] 7 days
        [30] 30 days
       *[other] a year
    }{ $named ->
        [yes] , with “{ $name }” in them
       *[no] {""}
    }: { $count }.
    { $count ->
        [0] There are none. To find what concerns one person, write their surname.
       *[other] Write a surname to see what concerns one person.
    }

log-line =
    { SHORT($at) } { TIME($at) } { $who }: { $deed }{ $has ->
        [name] . Whose: { $whose }
        [number] . Whose: participant no. { $number }
       *[none] {""}
    }.
log-topic-all = All entries
log-topic-change = Changes
log-topic-export = Exports
log-topic-read = Readings
log-period = { $days ->
        [7] 7 days
        [30] 30 days
       *[other] A year
    }
log-everybody = Everybody's
log-column-when = When
log-column-place = Organisation
log-column-who = Who
log-column-what = What was done
log-column-whose = Whose

## What was done (no full stop at the end)

audit-answers-entered = questionnaires entered (from paper or from somebody's words): { $count }
audit-bank-exported = the banks of mentors and mentees taken out
audit-card-read = a card of the bank opened
audit-consent-given = a consent recorded
audit-consent-withdrawn = a consent withdrawn
audit-deputy-appointed = a deputy appointed, role: { $role }
audit-deputy-over = a deputy's term over, role: { $role }
audit-erasure-asked = a demand to erase the data has come
audit-erasure-confirmed = a demand to erase the data was confirmed
audit-erasure-refused = a demand to erase the data was refused
audit-erased = the data erased
audit-feedback-entered = feedback of a meeting entered (from paper or from somebody's words)
audit-forms-printed = questionnaires printed, people: { $count }
audit-invite-revoked = an invitation link revoked, role: { $role }
audit-journal = the journal of a pair taken out
audit-listed-forgotten = entries without consent erased after 30 days: { $count }
audit-log-exported = this log taken out
audit-match-bar = noted: these two are not to be a pair
audit-match-pin = noted: these two are to be a pair
audit-match-rule-undone = a note about two people taken back
audit-match-weights = what matters in matching changed
audit-mentor-check = training or check of a mentor noted
audit-loan-ended = an agreement about a mentor of another school was ended
audit-mentor-lent = a mentor was offered to another school
audit-mentor-selection = a mentor's selection decided
audit-mentors-selected = mentors selected: { $count }
audit-meetings-exported = the journal of meetings was exported
audit-model-paper = a paper of a programme made
audit-outing-answered = an answer about a meeting outside the school: { $answer ->
    [yes] consent
   *[no] refusal
}
audit-own-data-sent = everything held about a person exported at their request
audit-person-refused = taking part refused
audit-phone-given = the telephone may be shown to the pair
audit-council-advised = advice of the methodical council
audit-council-asked = a difficulty or the results of a pair passed to the methodical council
audit-council-judged = the results of a pair judged by the methodical council
audit-plan-approved = the programme of a pair approved
audit-plan-returned = the programme of a pair given back
audit-plan-shared = a programme shared with the bank of the department
audit-plan-unshared = a programme taken out of the bank of the department
audit-plan-read = the programme of a pair read
audit-plan-taken-out = the programme of a pair taken out
audit-phones-seen = the telephones of a pair shown
audit-profile-changed = an entry of the bank changed
audit-register-adults = the register of mentors and teachers taken out
audit-register-curators = the register of curators taken out
audit-record-claimed = a participant took their record over by a personal link
audit-records-merged = two records of one person became one
audit-record-released = a chat was taken off a participant's record
audit-representative-checked = a legal representation confirmed
audit-representative-undone = a legal representation undone
audit-request-voiced = a request entered
audit-roadmap-archive = the archive of a roadmap's documents taken out
audit-roster-imported = a list of people loaded: { $added } new, { $changed } changed
audit-schools-imported = a list of schools loaded, new: { $count }
audit-seat-ended = a role ended: { $role }
audit-seat-handed-over = the powers handed over, role: { $role }
audit-signed = order no. { $number } of { FULL($day) } noted
audit-support = support of somebody who waits for a pair noted
audit-thread-read = what a pair wrote was read
audit-pair-report-read = a report on the work of a pair was read
