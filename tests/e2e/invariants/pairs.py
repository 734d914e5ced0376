INVARIANTS: dict[str, str] = {
    "a pair has a mentor and a mentee": """
        SELECT p.id FROM pair p WHERE NOT EXISTS (
            SELECT 1 FROM pair_member m WHERE m.pair_id = p.id AND m.side = 'mentor')
        OR NOT EXISTS (
            SELECT 1 FROM pair_member m WHERE m.pair_id = p.id AND m.side = 'mentee')""",
    "nobody is both sides of a pair": """
        SELECT p.id FROM pair p JOIN pair_member a ON a.pair_id = p.id
        JOIN pair_member b ON b.pair_id = p.id
        WHERE a.side = 'mentor' AND b.side = 'mentee' AND a.person_id = b.person_id""",
    "members of a pair had a seat in its organisation": """
        SELECT m.pair_id FROM pair_member m JOIN pair p ON p.id = m.pair_id
        WHERE NOT EXISTS (
            SELECT 1 FROM membership s WHERE s.person_id = m.person_id
            AND s.organisation_id = p.organisation_id AND s.role = m.side)""",
    "a pair does not end before it begins": """
        SELECT id FROM pair WHERE ended_on < started_on""",
    "a pair's state is the last of its history": """
        SELECT p.id FROM pair p WHERE p.status <> COALESCE((
            SELECT e.after FROM pair_event e WHERE e.pair_id = p.id
            ORDER BY e.id DESC LIMIT 1), '')""",
    "a line of history goes on from the one before": """
        SELECT e.id FROM pair_event e WHERE COALESCE(e.before, '') <> COALESCE((
            SELECT o.after FROM pair_event o WHERE o.pair_id = e.pair_id AND o.id < e.id
            ORDER BY o.id DESC LIMIT 1), '')""",
    "what is over has a day, what is not has none": """
        SELECT id FROM pair WHERE (ended_on IS NULL)
        = (status IN ('completed', 'ended_early', 'cancelled'))""",
    "a running pair has one mentor who answers for it": """
        SELECT p.id FROM pair p WHERE p.status IN ('active', 'paused') AND 1 <> (
            SELECT COUNT(*) FROM pair_member m WHERE m.pair_id = p.id
            AND m.side = 'mentor' AND m.left_on IS NULL AND m.is_primary)""",
}
