INVARIANTS: dict[str, str] = {
    "a response belongs to its survey's organisation": """
        SELECT r.id FROM survey_response r JOIN survey s ON s.id = r.survey_id
        WHERE r.organisation_id <> s.organisation_id""",
    "a response to a survey is to its form, on its occasion": """
        SELECT r.id FROM survey_response r JOIN survey s ON s.id = r.survey_id
        WHERE r.form <> s.form OR r.occasion <> 'survey:' || s.id""",
    "a response is put by a survey, a programme or a pair of its organisation": """
        SELECT r.id FROM survey_response r LEFT JOIN programme p ON p.id = r.programme_id
        WHERE (r.survey_id IS NOT NULL AND r.programme_id IS NOT NULL)
        OR (r.survey_id IS NULL AND r.programme_id IS NULL AND NOT EXISTS (
            SELECT 1 FROM pair q WHERE r.occasion = 'report:' || q.id
            AND q.organisation_id = r.organisation_id))
        OR p.organisation_id <> r.organisation_id""",
    "what others entered says who did": """
        SELECT id FROM survey_response WHERE channel <> 'chat' AND entered_by IS NULL
        AND started_at IS NOT NULL""",
    "who responds was asked": """
        SELECT r.id FROM survey_response r WHERE NOT EXISTS (
            SELECT 1 FROM membership m WHERE m.person_id = r.person_id
            AND m.organisation_id = r.organisation_id AND m.role IN ('mentor', 'mentee'))""",
    "an answer belongs to its response's organisation and is one thing or skipped": """
        SELECT a.id FROM survey_answer a JOIN survey_response r ON r.id = a.response_id
        WHERE a.organisation_id <> r.organisation_id
        OR (a.number IS NOT NULL AND a.text IS NOT NULL)
        OR (a.file_id IS NOT NULL AND (a.number IS NOT NULL OR a.text IS NOT NULL))""",
    "a kept answer is of its organisation": """
        SELECT a.id FROM survey_answer a JOIN file f ON f.id = a.file_id
        WHERE f.organisation_id <> a.organisation_id""",
}
