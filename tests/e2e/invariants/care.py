INVARIANTS: dict[str, str] = {
    "a call that was taken has no clock, and one that was not had an adult called": """
        SELECT id FROM help_call WHERE (taken_by IS NULL) <> (taken_at IS NULL)
        OR (taken_by IS NOT NULL AND next_at IS NOT NULL)
        OR (mistaken_at IS NOT NULL AND next_at IS NOT NULL)""",
    "only people of a pair are asked about its silence": """
        SELECT q.id FROM silence_question q WHERE NOT EXISTS (
            SELECT 1 FROM pair_member m WHERE m.pair_id = q.pair_id
            AND m.person_id = q.person_id)""",
    "only people of a pair are asked after its trial meeting": """
        SELECT v.id FROM trial_verdict v WHERE NOT EXISTS (
            SELECT 1 FROM pair_member m WHERE m.pair_id = v.pair_id
            AND m.person_id = v.person_id)""",
    "only people of a pair write in it": """
        SELECT w.id FROM pair_message w WHERE NOT EXISTS (
            SELECT 1 FROM pair_member m WHERE m.pair_id = w.pair_id
            AND m.person_id = w.author_id)""",
}
