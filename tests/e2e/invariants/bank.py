INVARIANTS: dict[str, str] = {
    "whoever is only listed has no chat with the bot": """
        SELECT p.id FROM profile p JOIN person x ON x.id = p.person_id
        WHERE p.status = 'listed' AND x.telegram_id IS NOT NULL""",
    "days without a pair are counted for those who look for one": """
        SELECT id FROM profile
        WHERE unmatched_since IS NOT NULL
        AND status NOT IN ('new', 'in_questionnaire', 'ready', 'waiting')""",
    "a list that was decided upon is empty": """
        SELECT id FROM roster WHERE status IN ('saved', 'dropped') AND data <> '{}'""",
    "nothing is asked for a person who is only listed": """
        SELECT r.id FROM request r JOIN profile p ON p.id = r.profile_id
        WHERE p.status = 'listed'""",
}
