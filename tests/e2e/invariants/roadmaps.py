INVARIANTS: dict[str, str] = {
    "an activity belongs to its roadmap's organisation": """
        SELECT a.id FROM activity a JOIN roadmap r ON r.id = a.roadmap_id
        WHERE a.organisation_id <> r.organisation_id""",
    "an activity does not end before it starts": """
        SELECT id FROM activity WHERE "end" < start""",
    "an assignment belongs to a confirmed roadmap": """
        SELECT s.id FROM assignment s JOIN activity a ON a.id = s.activity_id
        JOIN roadmap r ON r.id = a.roadmap_id WHERE r.confirmed_at IS NULL""",
    "an open assignment is not closed, a closed one says by whom": """
        SELECT id FROM assignment WHERE (status = 'open') <> (closed_at IS NULL)""",
    "evidence is of its assignment's organisation": """
        SELECT e.id FROM evidence e JOIN assignment a ON a.id = e.assignment_id
        LEFT JOIN file f ON f.id = e.file_id
        WHERE e.organisation_id <> a.organisation_id
        OR f.organisation_id <> a.organisation_id""",
    "a section is never assigned": """
        SELECT s.id FROM assignment s JOIN activity a ON a.id = s.activity_id
        WHERE a.is_section""",
}
