"""Consents: no seat, no answer and no phone without one.

Only the year of birth is known, and a seat is judged by the year it was taken in: whoever comes of
age keeps it (mentoring/consent/ending.py). 14 and 18 are mentoring/consent/rules.py's.
"""

INVARIANTS: dict[str, str] = {
    "whoever has a seat has agreed to what it needs": """
        SELECT m.id FROM membership m JOIN person p ON p.id = m.person_id
        JOIN (SELECT 'mentee' AS role, 'programme' AS purpose
              UNION ALL SELECT 'mentor', 'programme'
              UNION ALL SELECT 'mentor', 'mentor') n ON n.role = m.role
        WHERE m.ended_at IS NULL
        AND (p.birth_year IS NULL
             OR CAST(SUBSTR(CAST(m.since AS TEXT), 1, 4) AS INTEGER) >= p.birth_year + 14)
        AND NOT EXISTS (
            SELECT 1 FROM consent c WHERE c.organisation_id = m.organisation_id
            AND c.person_id = m.person_id AND c.purpose = n.purpose
            AND c.withdrawn_at IS NULL AND (c.giver = 'self' OR c.alone))""",
    "for a minor who has a seat somebody has agreed": """
        SELECT m.id FROM membership m JOIN person p ON p.id = m.person_id
        JOIN (SELECT 'mentee' AS role, 'programme' AS purpose
              UNION ALL SELECT 'mentor', 'programme'
              UNION ALL SELECT 'mentor', 'mentor') n ON n.role = m.role
        WHERE m.ended_at IS NULL
        AND (p.birth_year IS NULL
             OR CAST(SUBSTR(CAST(m.since AS TEXT), 1, 4) AS INTEGER) <= p.birth_year + 18)
        AND NOT EXISTS (
            SELECT 1 FROM consent c WHERE c.organisation_id = m.organisation_id
            AND c.person_id = m.person_id AND c.purpose = n.purpose
            AND c.withdrawn_at IS NULL AND (c.giver = 'representative' OR c.alone))""",
    "what was withdrawn and not given again holds no seat": """
        SELECT m.id FROM membership m JOIN consent w
        ON w.organisation_id = m.organisation_id AND w.person_id = m.person_id
        WHERE m.ended_at IS NULL AND w.withdrawn_at IS NOT NULL
        AND (m.role = 'mentor' OR (m.role = 'mentee' AND w.purpose = 'programme'))
        AND w.purpose IN ('programme', 'mentor')
        AND NOT EXISTS (
            SELECT 1 FROM consent c WHERE c.organisation_id = w.organisation_id
            AND c.person_id = w.person_id AND c.purpose = w.purpose
            AND c.withdrawn_at IS NULL)""",
    "by a button one agrees for oneself, or for a child one speaks for": """
        SELECT c.id FROM consent c WHERE c.channel = 'button'
        AND (c.given_by IS NULL
             OR (c.giver = 'self' AND c.given_by <> c.person_id)
             OR (c.giver = 'representative' AND NOT EXISTS (
                 SELECT 1 FROM representation r
                 WHERE r.representative_id = c.given_by AND r.child_id = c.person_id)))""",
    "nobody speaks for themselves": """
        SELECT id FROM representation WHERE representative_id = child_id""",
    "a paper has its number": """
        SELECT id FROM consent WHERE channel = 'paper' AND COALESCE(number, '') = ''""",
    "nobody's answers are kept without their consent": """
        SELECT a.id FROM survey_answer a JOIN survey_response r ON r.id = a.response_id
        WHERE NOT EXISTS (
            SELECT 1 FROM consent c WHERE c.organisation_id = r.organisation_id
            AND c.person_id = r.person_id AND c.purpose = 'programme'
            AND (c.withdrawn_at IS NULL OR c.withdrawn_at >= a.answered_at))""",
    "a minor's answers are kept when somebody has agreed for them": """
        SELECT a.id FROM survey_answer a JOIN survey_response r ON r.id = a.response_id
        JOIN person p ON p.id = r.person_id
        WHERE CAST(SUBSTR(CAST(a.answered_at AS TEXT), 1, 4) AS INTEGER) <= p.birth_year + 18
        AND NOT EXISTS (
            SELECT 1 FROM consent c WHERE c.organisation_id = r.organisation_id
            AND c.person_id = r.person_id AND c.purpose = 'programme'
            AND (c.giver = 'representative' OR c.alone)
            AND (c.withdrawn_at IS NULL OR c.withdrawn_at >= a.answered_at))""",
    "nothing but a line of a list is kept of who has had no seat": """
        SELECT f.id FROM profile f
        WHERE f.status NOT IN ('listed', 'left') AND NOT EXISTS (
            SELECT 1 FROM membership m WHERE m.person_id = f.person_id
            AND m.organisation_id = f.organisation_id AND m.role = f.side)""",
    "who has withdrawn is in no pair that goes on": """
        SELECT s.pair_id FROM pair_member s JOIN pair q ON q.id = s.pair_id
        JOIN consent w ON w.person_id = s.person_id AND w.organisation_id = q.organisation_id
        WHERE s.left_on IS NULL AND q.ended_on IS NULL AND w.withdrawn_at IS NOT NULL
        AND NOT EXISTS (
            SELECT 1 FROM membership m WHERE m.person_id = s.person_id
            AND m.organisation_id = q.organisation_id AND m.role = s.side
            AND m.ended_at IS NULL)""",
    "who has withdrawn and left is asked and reminded of nothing": """
        SELECT o.id FROM outbox o JOIN (
            SELECT person_id, MAX(withdrawn_at) AS at FROM consent
            WHERE purpose = 'programme' GROUP BY person_id) w ON w.person_id = o.person_id
        WHERE o.created_at > w.at
        AND (o.message IN ('consent-reminder', 'feedback-prompt', 'form-invitation',
                           'survey-invitation', 'bank-yearly', 'introduction-nudge')
             OR o.message LIKE 'meeting-%' OR o.message LIKE 'pair-%'
             OR (o.message = 'digest' AND o.message_id IS NOT NULL))
        AND NOT EXISTS (
            SELECT 1 FROM membership m WHERE m.person_id = o.person_id
            AND (m.ended_at IS NULL OR m.ended_at > w.at))
        AND NOT EXISTS (
            SELECT 1 FROM joining j WHERE j.person_id = o.person_id AND j.admitted_at IS NULL)""",
    "a phone is kept of those who have agreed": """
        SELECT p.id FROM person p WHERE p.phone IS NOT NULL AND NOT EXISTS (
            SELECT 1 FROM consent c WHERE c.person_id = p.id AND c.purpose = 'programme')""",
}
