INVARIANTS: dict[str, str] = {
    "an announcement reaches its own branch": """
        SELECT o.id FROM outbox o JOIN announcement a ON a.id = o.announcement_id
        WHERE NOT EXISTS (
            SELECT 1 FROM membership m
            JOIN organisation_branch b ON b.descendant_id = m.organisation_id
            WHERE m.person_id = o.person_id AND b.ancestor_id = a.organisation_id)""",
}
