INVARIANTS: dict[str, str] = {
    "an activity falls on its own organisation or on one below it": """
        SELECT s.id FROM assignment s JOIN activity a ON a.id = s.activity_id
        WHERE NOT EXISTS (
            SELECT 1 FROM organisation_branch b
            WHERE b.ancestor_id = a.organisation_id AND b.descendant_id = s.organisation_id)""",
    "an executor is named by its own organisation's activities": """
        SELECT n.activity_id FROM activity_executor n
        JOIN activity a ON a.id = n.activity_id JOIN executor e ON e.id = n.executor_id
        WHERE n.organisation_id <> a.organisation_id
        OR n.organisation_id <> e.organisation_id""",
    "an executor who is a person is one, a role is one": """
        SELECT id FROM executor WHERE (holder = 'person') <> (person_id IS NOT NULL)
        OR (holder = 'role') <> (role IS NOT NULL)""",
}
