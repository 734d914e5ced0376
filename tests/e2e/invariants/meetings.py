INVARIANTS: dict[str, str] = {
    "a meeting belongs to its pair's organisation and time": """
        SELECT m.id FROM meeting m JOIN pair p ON p.id = m.pair_id
        LEFT JOIN programme s ON s.id = p.programme_id
        WHERE m.organisation_id <> p.organisation_id OR m.minutes <= 0
        OR (m.held_on < p.started_on AND m.held_on < COALESCE(s.starts_on, p.started_on))""",
    "a meeting is logged by a member of the pair": """
        SELECT m.id FROM meeting m WHERE NOT EXISTS (
            SELECT 1 FROM pair_member s
            WHERE s.pair_id = m.pair_id AND s.person_id = m.logged_by)""",
    "whoever is noted as there or absent is a member": """
        SELECT a.meeting_id FROM attendance a JOIN meeting m ON m.id = a.meeting_id
        WHERE a.organisation_id <> m.organisation_id OR NOT EXISTS (
            SELECT 1 FROM pair_member s
            WHERE s.pair_id = m.pair_id AND s.person_id = a.person_id)""",
    "a file of a meeting is its organisation's": """
        SELECT f.meeting_id FROM meeting_file f JOIN meeting m ON m.id = f.meeting_id
        JOIN file o ON o.id = f.file_id
        WHERE f.organisation_id <> m.organisation_id
        OR o.organisation_id <> m.organisation_id""",
    "what has taken place or fallen through waits for nobody": """
        SELECT m.id FROM meeting m
        WHERE m.confirmed_at IS NOT NULL AND m.status <> 'held'""",
    "feedback is of a member and of the meeting's organisation": """
        SELECT f.id FROM feedback f JOIN meeting m ON m.id = f.meeting_id
        WHERE f.organisation_id <> m.organisation_id OR NOT EXISTS (
            SELECT 1 FROM pair_member s
            WHERE s.pair_id = m.pair_id AND s.person_id = f.person_id)""",
}
