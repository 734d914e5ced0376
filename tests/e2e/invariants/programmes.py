INVARIANTS: dict[str, str] = {
    "the stages of a programme are kept in its own organisation": """
        SELECT l.programme_id FROM programme_plan l JOIN programme p ON p.id = l.programme_id
        WHERE l.organisation_id <> p.organisation_id""",
}
