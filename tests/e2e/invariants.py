"""What must hold in the database whatever anybody did: each query finds the rows that break it.

A later area adds its own lines here; the monkey checks them all.
"""

from sqlalchemy import text

from db.engines import Database

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
    "a link is counted once a seat": """
        SELECT i.organisation_id FROM invite i GROUP BY i.organisation_id, i.role
        HAVING SUM(i.used) < 0""",
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
    "a meeting belongs to its pair's organisation and time": """
        SELECT m.id FROM meeting m JOIN pair p ON p.id = m.pair_id
        WHERE m.organisation_id <> p.organisation_id OR m.held_on < p.started_on
        OR m.minutes <= 0""",
    "a meeting is logged by a member of the pair": """
        SELECT m.id FROM meeting m WHERE NOT EXISTS (
            SELECT 1 FROM pair_member s
            WHERE s.pair_id = m.pair_id AND s.person_id = m.logged_by)""",
    "feedback is of a member and of the meeting's organisation": """
        SELECT f.id FROM feedback f JOIN meeting m ON m.id = f.meeting_id
        WHERE f.organisation_id <> m.organisation_id OR NOT EXISTS (
            SELECT 1 FROM pair_member s
            WHERE s.pair_id = m.pair_id AND s.person_id = f.person_id)""",
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
    "an activity belongs to its roadmap's organisation": """
        SELECT a.id FROM activity a JOIN roadmap r ON r.id = a.roadmap_id
        WHERE a.organisation_id <> r.organisation_id""",
    "an activity does not end before it starts": """
        SELECT id FROM activity WHERE "end" < start""",
    "an assignment belongs to a confirmed roadmap": """
        SELECT s.id FROM assignment s JOIN activity a ON a.id = s.activity_id
        JOIN roadmap r ON r.id = a.roadmap_id WHERE r.confirmed_at IS NULL""",
    "an open assignment is not closed, a closed one says by whom": """
        SELECT id FROM assignment WHERE (status = 'open') <> (closed_at IS NULL)""",
    "evidence is of its assignment's organisation": """
        SELECT e.id FROM evidence e JOIN assignment a ON a.id = e.assignment_id
        LEFT JOIN file f ON f.id = e.file_id
        WHERE e.organisation_id <> a.organisation_id
        OR f.organisation_id <> a.organisation_id""",
    "a section is never assigned": """
        SELECT s.id FROM assignment s JOIN activity a ON a.id = s.activity_id
        WHERE a.is_section""",
    "a message goes to somebody": """
        SELECT id FROM outbox WHERE person_id IS NULL AND chat_id IS NULL""",
    "what was sent has its number, what has a number was sent": """
        SELECT id FROM outbox WHERE (status = 'sent') <> (sent_at IS NOT NULL)""",
    "nothing is left half sent": """
        SELECT id FROM outbox WHERE status = 'sending'""",
    "no message is dead": """
        SELECT id FROM outbox WHERE status = 'dead'""",
    "no job failed": """
        SELECT id FROM job WHERE status IN ('failed', 'running')""",
    "an announcement reaches its own branch": """
        SELECT o.id FROM outbox o JOIN announcement a ON a.id = o.announcement_id
        WHERE NOT EXISTS (
            SELECT 1 FROM membership m
            JOIN organisation_branch b ON b.descendant_id = m.organisation_id
            WHERE m.person_id = o.person_id AND b.ancestor_id = a.organisation_id)""",
    "a dialog's state stays small": """
        SELECT chat_id FROM chat WHERE length(data) > 16000""",
}


async def broken(database: Database) -> dict[str, list[object]]:
    """Invariant -> keys of the rows that break it; empty when all is well."""
    found: dict[str, list[object]] = {}
    async with database.reading() as session:
        for name, query in INVARIANTS.items():
            rows = (await session.execute(text(query))).scalars().all()
            if rows:
                found[name] = list(rows[:5])
    return found
