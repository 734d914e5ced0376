"""What the card of a meeting says while it is filled in; kept in the dialog's data."""

from datetime import date
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button

from handlers.kit.labels import shortened
from handlers.kit.turn import unit_of, words_of
from mentoring.meetings import meetings
from mentoring.meetings.cycle import skipped

# What of a text a card shows.
SHOWN = 200
# A text that begins with one of these words (a message each) is not the writer's own note.
_BEGINNINGS = {"agreed": "meeting-word-agreed", "shared_note": "meeting-word-shared"}


def filled(manager: DialogManager) -> dict[str, Any]:
    """What the card and the saved record say of the meeting."""
    data, words = manager.dialog_data, words_of(manager)
    held_on, today = date.fromisoformat(data["held_on"]), unit_of(manager).today()
    missing = skipped(data["had"], data["kind"])
    texts = {name: shortened(data[name], SHOWN) for name in ("note", "shared_note", "agreed")}
    absent = [data["group"].get(str(person), "") for person in data["absent"]]
    return {
        "who": data["who"],
        "held_on": held_on,
        "when": {0: "today", 1: "yesterday"}.get((today - held_on).days, "other"),
        "minutes": data["minutes"],
        "kind": words.plain(f"meeting-kind-{data['kind']}"),
        "skipped": ", ".join(words.plain(f"meeting-kind-{kind}") for kind in missing),
        "is_skipped": bool(missing),
        **texts,
        "is_note": bool(data["note"]),
        "is_shared": bool(data["shared_note"]),
        "is_agreed": bool(data["agreed"]),
        "before": shortened(data["before"], SHOWN),
        "is_before": bool(data["before"]),
        "absent": ", ".join(absent),
        "is_absent": bool(absent),
        "is_group": bool(data["group"]),
        "several": data["several"],
        "files": len(data["files"]),
        "is_files": bool(data["files"]),
        "unsure": ", ".join(words.plain(f"meeting-unsure-{what}") for what in data["unsure"]),
        "is_unsure": bool(data["unsure"]),
    }


async def already_said(manager: DialogManager) -> dict[str, Any]:
    """What the card says of it."""
    there = await already(manager)
    begins = there.begins if there else None
    return {
        "is_there": there is not None,
        "there": "later" if begins else "theirs" if there and there.by else "mine",
        "there_by": there.by if there else "",
        "there_minutes": there.minutes if there else 0,
        "there_time": f"{begins:%H:%M}" if begins else "",
        "is_another": manager.dialog_data["another"],
    }


async def already(manager: DialogManager) -> meetings.Already | None:
    """The meeting recorded, or planned for later, that this one would be taken for."""
    data = manager.dialog_data
    return await meetings.already(
        unit_of(manager),
        pair_id=data["pair"],
        held_on=date.fromisoformat(data["held_on"]),
        kind=data["kind"],
        planned_id=data["planned"],
        beyond=data["beyond"],
    )


async def propose(manager: DialogManager) -> None:
    """The kind of a meeting that was told of without it, and which planned one it may be."""
    data = manager.dialog_data
    data.update(beyond=0, another=False)
    if "kind" in data["told"] or data["from_plan"]:
        return
    data["kind"], data["planned"] = await meetings.proposed(
        unit_of(manager),
        pair_id=data["pair"],
        held_on=date.fromisoformat(data["held_on"]),
        kind=data["next_kind"],
    )


async def on_another(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """It is not that one: of what kind it is, the cycle says again."""
    data = manager.dialog_data
    data.update(another=True, planned=0)
    if "kind" not in data["told"]:
        data["kind"] = data["next_kind"]
    there = await already(manager)
    data["beyond"] = there.ordinal if there else 0


def settle(manager: DialogManager, what: str) -> None:
    """The person has said it: it is no longer to be asked."""
    data = manager.dialog_data
    data["unsure"] = [one for one in data["unsure"] if one != what]


def take_text(manager: DialogManager, text: str) -> None:
    """A text typed at the card: what was agreed, the note for both, else the writer's own."""
    words = words_of(manager)
    for name, key in _BEGINNINGS.items():
        word = words.plain(key)
        if text.casefold().startswith(word.casefold()):
            manager.dialog_data[name] = text[len(word) :].lstrip(" :,-\u2013\u2014")
            return
    manager.dialog_data["note"] = text
