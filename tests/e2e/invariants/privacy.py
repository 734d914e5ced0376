INVARIANTS: dict[str, str] = {
    "who was erased has no name and no address": """
        SELECT id FROM person WHERE erased_at IS NOT NULL AND (
            name NOT LIKE '% ' || id OR given IS NOT NULL OR phone IS NOT NULL
            OR birth_year IS NOT NULL OR telegram_id IS NOT NULL)""",
    "who was erased is in no pair that is not over": """
        SELECT pm.pair_id FROM pair_member pm
        JOIN person p ON p.id = pm.person_id AND p.erased_at IS NOT NULL
        JOIN pair ON pair.id = pm.pair_id
        WHERE pm.left_on IS NULL AND pair.members_key IS NOT NULL""",
    "who was erased speaks for nobody": """
        SELECT r.id FROM representation r
        JOIN person p ON p.id = r.representative_id AND p.erased_at IS NOT NULL
        WHERE r.ended_at IS NULL""",
}
