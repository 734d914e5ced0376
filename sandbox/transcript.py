"""A chat as its person saw it, as text: what came, what it became, what was pressed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, tzinfo

from sandbox.model import Attachment, Event, Rows
from sandbox.reading import Reading

WORDS: Mapping[str, str] = {
    "bot": "Bot",
    "edited": "edited",
    "deleted": "message deleted",
    "pressed": "→ pressed: «{}»",
    "opened": "→ opened: {}",
    "toast": "[toast: {}]",
    "alert": "[window: {}]",
    "blocked": "→ blocked the bot",
    "unblocked": "→ unblocked the bot",
    "pinned": "[pinned: {}]",
    "reaction": "[reaction: {}]",
    "keyboard": "keyboard:",
    "document": "document",
    "photo": "photo",
    "voice": "voice message",
    "video": "video",
    "audio": "audio",
    "sticker": "sticker",
    "animation": "animation",
    "contact": "contact",
    "location": "location",
    "poll": "poll",
    "B": "B",
    "KB": "KB",
    "MB": "MB",
    "date": "%d.%m.%Y",
}


def transcript(
    person: Reading,
    *,
    since: int | datetime | None = None,
    tz: tzinfo = UTC,
    words: Mapping[str, str] | None = None,
) -> str:
    """The history of a participant's chat, from event number or civil time ``since`` on.

    ``words`` overrides entries of WORDS, so that it can be in another language.
    """
    table = {**WORDS, **(words or {})}
    lines: list[str] = []
    day = ""
    texts: dict[int, str] = {}
    for event in _after(person.events, since):
        # Buttons that only go away are nothing a person would read again.
        same = event.kind == "edited" and texts.get(event.message_id) == event.text
        texts[event.message_id] = event.text
        if same and not event.buttons:
            continue
        moment = event.at.astimezone(tz)
        today = moment.strftime(table["date"])
        if today != day:
            day = today
            lines.append(f"--- {today} ---")
        lines += _lines(event, f"{moment:%H:%M}", table)
    return "\n".join(lines)


def _after(events: Iterable[Event], since: int | datetime | None) -> Iterable[Event]:
    if since is None:
        return events
    if isinstance(since, datetime):
        return (event for event in events if event.at >= since)
    return (event for event in events if event.number > since)


def _lines(event: Event, time: str, words: Mapping[str, str]) -> list[str]:
    who = words["bot"] if event.from_bot else event.who
    if event.kind == "deleted":
        first_line = event.text.partition("\n")[0][:40]
        return [f"{time}  {who}: [{words['deleted']}: {first_line}]"]
    if event.kind not in {"message", "edited"}:
        return [f"{time}  {who} {words[event.kind].format(event.text)}"]
    edited = f" ({words['edited']})" if event.kind == "edited" else ""
    body = event.text.split("\n") if event.text else []
    if event.attachment is not None:
        body.insert(0, _attached(event.attachment, words))
    head = f"{time}  {who}{edited}: "
    indent = " " * 7
    shown = [head + (body[0] if body else "")]
    shown += [indent + line for line in body[1:]]
    shown += [indent + line for line in _rows(event.buttons)]
    if event.keyboard:
        shown.append(indent + words["keyboard"])
        shown += [indent + line for line in _rows(event.keyboard)]
    return shown


def _rows(rows: Rows) -> list[str]:
    return [" ".join(f"[ {label} ]" for label in row) for row in rows]


def _attached(attachment: Attachment, words: Mapping[str, str]) -> str:
    parts = [f"{words[attachment.kind]}: {attachment.name}" if attachment.name else ""]
    parts[0] = parts[0] or words[attachment.kind]
    if attachment.size and attachment.kind != "sticker":
        parts.append(size_text(attachment.size, words))
    return f"[{', '.join(parts)}]"


def size_text(size: int, words: Mapping[str, str] = WORDS) -> str:
    """A size in bytes as a phone shows it."""
    if size < 1024:
        return f"{size} {words['B']}"
    if size < 1024 * 1024:
        return f"{size / 1024:.0f} {words['KB']}"
    return f"{size / 1024 / 1024:.1f} {words['MB']}"
