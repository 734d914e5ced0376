# Model papers of a programme.

menu-model-papers = Model papers
model-programme = { $count ->
    [0] First create a programme: “People”, “Programmes” on the main menu.
   *[other] For which programme?
}
model-papers =
    <b>Model papers</b>
    They are filled from the programme's data. Look through them before they are signed: these are drafts in Word.
model-paper-introduction = Order on the introduction
model-paper-appointment = Order on curator and mentors
model-paper-plan = Order on the plan
model-paper-minutes = Minutes of the council
model-paper-consent_mentor = Consents of mentors
model-paper-consent_mentee = Consents of mentees
model-paper-agreement = Agreements of pairs
model-paper-programme = Personal programmes
model-paper-final = Order on the final event
model-paper-caption = { $paper }: a draft, look through it before it is signed.
model-file-introduction = order-introduction
model-file-appointment = order-curator-mentors
model-file-plan = order-plan
model-file-minutes = minutes
model-file-consent_mentor = consents-of-mentors
model-file-consent_mentee = consents-of-mentees
model-file-agreement = agreements
model-file-programme = personal-programmes
model-file-final = order-final-event
