"""A mentor records a meeting: one card, already filled in, two taps from the menu."""

from datetime import date, timedelta
from typing import Any

from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button, Column, Group, Row

from handlers.kit import menu
from handlers.kit.actions import action, number
from handlers.kit.dates import parse_day
from handlers.kit.labels import WHOLE, shortened
from handlers.kit.navigation import open_dialog
from handlers.kit.screens import Say, Screen, button, choice, go, leave, pages, typed
from handlers.kit.turn import remark, unit_of, words_of
from handlers.meetings.marks import MARK_ROWS, marks
from mentoring.meetings import feedback, meetings
from mentoring.meetings.cycle import KINDS
from mentoring.roles import Role

# The lengths offered by buttons; any other is typed.
_LENGTHS = (30, 45, 60, 90)
# What of a note the card shows.
_NOTE_SHOWN = 200


class Record(StatesGroup):
    """A meeting on its way into the records."""

    pair = State()
    card = State()
    kind = State()
    saved = State()


async def begin(data: Any, manager: DialogManager) -> None:
    """Straight to the filled card, unless there are several pairs to choose from."""
    given = data if isinstance(data, dict) else {}
    manager.dialog_data["told"] = given.get("told", {})
    mine = await meetings.my_pairs(unit_of(manager))
    chosen = next((pair for pair in mine if pair.id == given.get("pair")), None)
    if chosen is None and len(mine) == 1:
        chosen = mine[0]
    manager.dialog_data["several"] = len(mine) > 1
    if chosen is not None:
        await _fill(manager, chosen)


async def _fill(manager: DialogManager, pair: meetings.MyPair) -> None:
    manager.dialog_data.update(
        pair=pair.id,
        who=", ".join(pair.mentees),
        kind=pair.next_kind,
        held_on=unit_of(manager).today().isoformat(),
        minutes=meetings.USUAL_MINUTES,
        note="",
        unsure=[],
    )
    # What a typed line has said already; what it left open has to be looked at before saving.
    manager.dialog_data.update(manager.dialog_data["told"])
    await manager.switch_to(Record.card)


async def pair_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    mine = await meetings.my_pairs(unit_of(dialog_manager))
    rows = [
        {"id": pair.id, "label": shortened(", ".join(pair.mentees), WHOLE + 2)} for pair in mine
    ]
    return {"pairs": rows, "count": len(rows)}


def _filled(manager: DialogManager) -> dict[str, Any]:
    """What the card and the saved record say of the meeting."""
    data, words = manager.dialog_data, words_of(manager)
    held_on, today = date.fromisoformat(data["held_on"]), unit_of(manager).today()
    return {
        "who": data["who"],
        "held_on": held_on,
        "when": {0: "today", 1: "yesterday"}.get((today - held_on).days, "other"),
        "minutes": data["minutes"],
        "kind": words.plain(f"meeting-kind-{data['kind']}"),
        "noted": "yes" if data["note"] else "no",
        "note": shortened(data["note"], _NOTE_SHOWN),
        "several": data["several"],
        "unsure": ", ".join(words.plain(f"meeting-unsure-{what}") for what in data["unsure"]),
        "is_unsure": bool(data["unsure"]),
    }


def _settle(manager: DialogManager, what: str) -> None:
    """The person has said it: it is no longer to be asked."""
    data = manager.dialog_data
    data["unsure"] = [one for one in data["unsure"] if one != what]


async def card_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    words = words_of(dialog_manager)
    lengths = [
        {"id": length, "label": words.plain("meeting-length", minutes=length)}
        for length in _LENGTHS
    ]
    return _filled(dialog_manager) | {"lengths": lengths}


async def kind_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    words = words_of(dialog_manager)
    rows = [
        {"id": kind, "label": words.plain(f"meeting-kind-{kind}").capitalize()} for kind in KINDS
    ]
    return {"kinds": rows}


async def saved_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    mark = dialog_manager.dialog_data.get("mark", 0)
    return _filled(dialog_manager) | {"marks": MARK_ROWS, "mark": mark}


async def on_pair(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    mine = await meetings.my_pairs(unit_of(manager))
    chosen = next((pair for pair in mine if pair.id == number(item)), None)
    if chosen is not None:
        await _fill(manager, chosen)


def _days_ago(days: int) -> Any:
    async def set_day(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
        today = unit_of(manager).today()
        _set_day(manager, today - timedelta(days=days), today)

    return set_day


async def on_length(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    _set_minutes(manager, number(item))


async def on_kind(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    if item in KINDS:
        manager.dialog_data["kind"] = item
        _settle(manager, "kind")
    await manager.switch_to(Record.card)


async def on_text(manager: DialogManager, text: str) -> None:
    """A day, a length, or else a note; the card shows which it was taken for."""
    words, today = words_of(manager), unit_of(manager).today()
    held_on = parse_day(text, today=today, language=words.language)
    minutes = number(text.split(maxsplit=1)[0])
    if held_on is not None:
        _set_day(manager, held_on, today)
    elif minutes and text in (str(minutes), words.plain("meeting-length", minutes=minutes)):
        _set_minutes(manager, minutes)
    else:
        manager.dialog_data["note"] = text


def _set_day(manager: DialogManager, held_on: date, today: date) -> None:
    if held_on > today:
        remark(manager, "meeting-future", day=held_on)
    else:
        manager.dialog_data["held_on"] = held_on.isoformat()
        _settle(manager, "when")


def _set_minutes(manager: DialogManager, minutes: int) -> None:
    shortest, longest = meetings.SHORTEST_MINUTES, meetings.LONGEST_MINUTES
    if shortest <= minutes <= longest:
        manager.dialog_data["minutes"] = minutes
        _settle(manager, "minutes")
    else:
        remark(manager, "meeting-minutes", shortest=shortest, longest=longest)


async def on_save(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    data = manager.dialog_data
    if data["unsure"]:
        remark(manager, "meeting-unsure")
        return
    data["meeting"] = await meetings.record(
        unit_of(manager),
        pair_id=data["pair"],
        held_on=date.fromisoformat(data["held_on"]),
        minutes=data["minutes"],
        kind=data["kind"],
        note=data["note"],
    )
    data["mark"] = 0
    await manager.switch_to(Record.saved)


async def on_mark(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    data, mark = manager.dialog_data, number(item)
    await feedback.give(unit_of(manager), meeting_id=data["meeting"], mark=mark)
    data["mark"] = mark


async def on_again(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await manager.switch_to(Record.pair)
    await begin(None, manager)


@action("meeting")
async def record_with(manager: DialogManager, argument: str) -> None:
    """Under the message about a new pair: the card for that pair."""
    await open_dialog(manager, Record.pair, {"pair": number(argument)})


def dialog() -> Dialog:
    menu.entry("record", "menu-record", Record.pair, Role.MENTOR)
    return Dialog(
        Screen(
            Say("meeting-pair"),
            pages(choice("p", "pairs", on_pair), "pp"),
            leave("button-home"),
            state=Record.pair,
            getter=pair_data,
        ),
        Screen(
            Say("meeting-card"),
            Say("meeting-card-unsure", when="is_unsure"),
            button("meeting-save", "save", on_save),
            Row(
                button("meeting-today", "d0", _days_ago(0)),
                button("meeting-yesterday", "d1", _days_ago(1)),
            ),
            Group(choice("l", "lengths", on_length), width=len(_LENGTHS)),
            go("meeting-other-kind", "kind", Record.kind),
            go("meeting-other-pair", "pair", Record.pair, when="several"),
            leave("button-cancel"),
            typed(on_text, limit=meetings.NOTE_LIMIT),
            state=Record.card,
            getter=card_data,
        ),
        Screen(
            Say("meeting-kind"),
            Column(choice("k", "kinds", on_kind)),
            go("button-back", "back", Record.card),
            state=Record.kind,
            getter=kind_data,
        ),
        Screen(
            Say("meeting-saved"),
            marks(on_mark),
            button("meeting-again", "again", on_again, when="several"),
            leave("button-home"),
            state=Record.saved,
            getter=saved_data,
        ),
        on_start=begin,
    )
