INVARIANTS: dict[str, str] = {
    "a rule of matching is about a mentee and a mentor of one programme": """
        SELECT r.id FROM match_rule r JOIN profile a ON a.id = r.mentee_id
        JOIN profile b ON b.id = r.mentor_id WHERE a.side <> 'mentee' OR b.side <> 'mentor'
        OR a.programme_id <> r.programme_id OR b.programme_id <> r.programme_id""",
    "a mentor is lent by their own school to another one": """
        SELECT l.id FROM mentor_loan l JOIN profile p ON p.id = l.profile_id
        WHERE p.organisation_id <> l.lender_id OR l.lender_id = l.organisation_id
        OR p.side <> 'mentor'""",
    "a tick about a mentor is of a day that has been noted by somebody of the staff": """
        SELECT c.id FROM mentor_check c WHERE NOT EXISTS (
            SELECT 1 FROM membership s WHERE s.person_id = c.noted_by AND s.role = 'curator')""",
}
