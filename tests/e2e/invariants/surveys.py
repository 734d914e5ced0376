INVARIANTS: dict[str, str] = {
    "a response belongs to its survey's organisation": """
        SELECT r.id FROM survey_response r JOIN survey s ON s.id = r.survey_id
        WHERE r.organisation_id <> s.organisation_id""",
    "who responds was asked": """
        SELECT r.id FROM survey_response r WHERE NOT EXISTS (
            SELECT 1 FROM membership m WHERE m.person_id = r.person_id
            AND m.organisation_id = r.organisation_id AND m.role IN ('mentor', 'mentee'))""",
    "an answer belongs to its response's organisation and is one thing or skipped": """
        SELECT a.id FROM survey_answer a JOIN survey_response r ON r.id = a.response_id
        WHERE a.organisation_id <> r.organisation_id
        OR (a.number IS NOT NULL AND a.text IS NOT NULL)""",
}
