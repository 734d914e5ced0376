INVARIANTS: dict[str, str] = {
    "every organisation reaches itself": """
        SELECT o.id FROM organisation o WHERE NOT EXISTS (
            SELECT 1 FROM organisation_branch b
            WHERE b.ancestor_id = o.id AND b.descendant_id = o.id)""",
    "what reaches a parent reaches its children": """
        SELECT o.id FROM organisation o
        JOIN organisation_branch up ON up.descendant_id = o.parent_id
        WHERE NOT EXISTS (
            SELECT 1 FROM organisation_branch b
            WHERE b.ancestor_id = up.ancestor_id AND b.descendant_id = o.id)""",
    "no link is used more often than it allows": """
        SELECT id FROM invite WHERE uses_left < 0 OR used < 0""",
    "whoever has come by a link of their own has a chat": """
        SELECT i.id FROM invite i JOIN person p ON p.id = i.claims_id
        WHERE i.used > 0 AND i.revoked_at IS NULL
        AND p.telegram_id IS NULL AND p.erased_at IS NULL""",
    "a link is counted once a seat": """
        SELECT i.organisation_id FROM invite i GROUP BY i.organisation_id, i.role
        HAVING SUM(i.used) < 0""",
}
