"""Messages. One that was sent may have lost its address since: whoever got it was erased."""

INVARIANTS: dict[str, str] = {
    "a message goes to somebody": """
        SELECT id FROM outbox WHERE person_id IS NULL AND chat_id IS NULL
        AND status <> 'sent'""",
    "what was sent has its number, what has a number was sent": """
        SELECT id FROM outbox WHERE (status = 'sent') <> (sent_at IS NOT NULL)""",
    "nothing is left half sent": """
        SELECT id FROM outbox WHERE status = 'sending'""",
    "no message is dead": """
        SELECT id FROM outbox WHERE status = 'dead'""",
    "no job failed": """
        SELECT id FROM job WHERE status IN ('failed', 'running')""",
    "a dialog's state stays small": """
        SELECT chat_id FROM chat WHERE length(data) > 16000""",
}
