INVARIANTS: dict[str, str] = {
    "a meeting belongs to its pair's organisation and time": """
        SELECT m.id FROM meeting m JOIN pair p ON p.id = m.pair_id
        WHERE m.organisation_id <> p.organisation_id OR m.held_on < p.started_on
        OR m.minutes <= 0""",
    "a meeting is logged by a member of the pair": """
        SELECT m.id FROM meeting m WHERE NOT EXISTS (
            SELECT 1 FROM pair_member s
            WHERE s.pair_id = m.pair_id AND s.person_id = m.logged_by)""",
    "feedback is of a member and of the meeting's organisation": """
        SELECT f.id FROM feedback f JOIN meeting m ON m.id = f.meeting_id
        WHERE f.organisation_id <> m.organisation_id OR NOT EXISTS (
            SELECT 1 FROM pair_member s
            WHERE s.pair_id = m.pair_id AND s.person_id = f.person_id)""",
}
