"""A meeting is recorded: one card, already filled in; a mark on it records and marks in one tap."""

from datetime import date, timedelta
from typing import Any

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button, Group, Row

from handlers.kit import menu
from handlers.kit.actions import action, number
from handlers.kit.dates import parse_day
from handlers.kit.labels import WHOLE, shortened
from handlers.kit.navigation import open_dialog
from handlers.kit.screens import OpenScreen, Say, Screen, button, choice, go, leave, pages, typed
from handlers.kit.turn import remark, turn_of, unit_of, words_of
from handlers.meetings import doubting, touching_up
from handlers.meetings.card import already_said, filled, on_another, propose, settle, take_text
from handlers.meetings.files import attached, packed, takes_files, unpacked
from handlers.meetings.marks import MARK_ROWS, marks
from handlers.meetings.states import Record
from mentoring.meetings import feedback, meetings
from mentoring.meetings.freetext.model import Ask
from mentoring.meetings.freetext.reading import read
from mentoring.roles import Role

# The lengths offered by buttons; any other is typed.
_LENGTHS = (30, 45, 60, 90)


async def begin(data: Any, manager: DialogManager) -> None:
    """Straight to the filled card, unless there are several pairs to choose from."""
    given = data if isinstance(data, dict) else {}
    manager.dialog_data.update(
        told=given.get("told", {}),
        among=given.get("among", []),
        album=given.get("album"),
        planned=given.get("planned", 0),
        from_plan=bool(given.get("planned")),
        pair=given.get("pair", 0),
        line=given.get("line", ""),
        ahead=given.get("ahead", {}),
    )
    if given.get("ahead"):
        await manager.switch_to(Record.held)
        return
    await _choose(manager, given.get("mark", 0))


async def _choose(manager: DialogManager, mark: int = 0) -> None:
    """To the card of the pair that is known, or the only one."""
    mine = await meetings.my_pairs(unit_of(manager))
    given = manager.dialog_data["pair"]
    chosen = next((pair for pair in mine if pair.id == given), None)
    if chosen is None and len(mine) == 1:
        chosen = mine[0]
    manager.dialog_data["several"] = len(mine) > 1
    if chosen is not None:
        await _fill(manager, chosen)
        # From the card after a planned end: a mark there is all there is to be said.
        if mark and await _save(manager):
            await _give(manager, mark)
    else:
        await manager.switch_to(Record.pair)


async def _fill(manager: DialogManager, pair: meetings.MyPair) -> None:
    unit, data = unit_of(manager), manager.dialog_data
    data.update(
        pair=pair.id,
        who=", ".join(pair.names),
        group={str(person): name for person, name in pair.partners.items()}
        if pair.is_group
        else {},
        absent=[],
        had=sorted(pair.had),
        kind=pair.next_kind,
        next_kind=pair.next_kind,
        held_on=unit.today().isoformat(),
        minutes=meetings.USUAL_MINUTES,
        note="",
        shared_note="",
        agreed="",
        before=await meetings.agreed_before(unit, pair_id=pair.id),
        files=[],
        unsure=[],
    )
    # What a typed line has said already; what it left open has to be looked at before saving.
    data.update(data["told"])
    await propose(manager)
    await manager.switch_to(Record.card)


async def pair_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    mine = await meetings.my_pairs(unit_of(dialog_manager))
    among = dialog_manager.dialog_data.get("among") or [pair.id for pair in mine]
    rows = [
        {"id": pair.id, "label": shortened(", ".join(pair.names), WHOLE + 2)}
        for pair in mine
        if pair.id in among
    ]
    mentor = unit_of(dialog_manager).actor.seat(Role.MENTOR) is not None
    return {"pairs": rows, "count": len(rows), "mentor": "yes" if mentor else "no"}


async def card_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    words = words_of(dialog_manager)
    lengths = [
        {"id": length, "label": words.plain("meeting-length", minutes=length)}
        for length in _LENGTHS
    ]
    there = await already_said(dialog_manager)
    return filled(dialog_manager) | there | {"lengths": lengths, "marks": MARK_ROWS}


async def saved_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    mark = dialog_manager.dialog_data.get("mark", 0)
    by = dialog_manager.dialog_data.get("by", "")
    # The record has somebody else's private note; one's own goes with the mark.
    noted = bool(by) and bool(dialog_manager.dialog_data["note"])
    return filled(dialog_manager) | {
        "marks": MARK_ROWS,
        "mark": mark,
        "by": by,
        "known": "yes" if by else "no",
        "noted": "yes" if noted else "no",
        "is_known": bool(by),
        "is_new": not by,
    }


async def on_held(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await _choose(manager)


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
        await _set_day(manager, today - timedelta(days=days), today)

    return set_day


async def on_length(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    _set_minutes(manager, number(item))


async def on_text(manager: DialogManager, text: str) -> None:
    """A day, a length, or else a note; the card shows which it was taken for."""
    words, today = words_of(manager), unit_of(manager).today()
    held_on = parse_day(text, today=today, language=words.language)
    minutes = number(text.split(maxsplit=1)[0])
    if held_on is not None:
        await _set_day(manager, held_on, today)
    elif minutes and text in (str(minutes), words.plain("meeting-length", minutes=minutes)):
        _set_minutes(manager, minutes)
    elif not (told := read(text, today=today, mentees=[])).note and told.minutes:
        _set_minutes(manager, told.minutes)
    elif not told.note and Ask.MINUTES in told.asks:
        _set_minutes(manager, 0)
    else:
        take_text(manager, text)


async def on_file(manager: DialogManager, message: Message) -> None:
    manager.dialog_data["files"] = [*manager.dialog_data["files"], packed(attached(message))]


async def _set_day(manager: DialogManager, held_on: date, today: date) -> None:
    if held_on > today:
        remark(manager, "meeting-future", day=held_on)
    else:
        manager.dialog_data["held_on"] = held_on.isoformat()
        settle(manager, "when")
        await propose(manager)


def _set_minutes(manager: DialogManager, minutes: int) -> None:
    shortest, longest = meetings.SHORTEST_MINUTES, meetings.LONGEST_MINUTES
    if shortest <= minutes <= longest:
        manager.dialog_data["minutes"] = minutes
        settle(manager, "minutes")
    else:
        remark(manager, "meeting-minutes", shortest=shortest, longest=longest)


async def _save(manager: DialogManager) -> bool:
    """Record what the card says; False when something on it is still to be made sure of."""
    data = manager.dialog_data
    if data["unsure"]:
        remark(manager, "meeting-unsure")
        return False
    recorded = await meetings.record(
        unit_of(manager),
        pair_id=data["pair"],
        held_on=date.fromisoformat(data["held_on"]),
        minutes=data["minutes"],
        kind=data["kind"],
        note=data["note"],
        shared_note=data["shared_note"],
        agreed=data["agreed"],
        absent=data["absent"],
        files=unpacked(data["files"]),
        planned_id=data["planned"],
        beyond=data["beyond"],
    )
    data.update(meeting=recorded.id, mark=0, by=recorded.known_by)
    if recorded.known_by:
        data["minutes"] = recorded.minutes
        # The question that came meanwhile is answered on this screen.
        if recorded.asked_in:
            turn_of(manager).drop_keyboards.add(recorded.asked_in)
    if recorded.tasks:
        remark(manager, "meeting-tasks", count=recorded.tasks)
    await manager.switch_to(Record.saved)
    return True


async def on_save(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await _save(manager)


async def on_save_marked(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    if await _save(manager):
        await _give(manager, number(item))


async def on_mark(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    await _give(manager, number(item))


async def _give(manager: DialogManager, mark: int) -> None:
    unit, data = unit_of(manager), manager.dialog_data
    await feedback.give(unit, meeting_id=data["meeting"], mark=mark)
    data["mark"] = mark
    if data.get("by") and data["note"]:
        await feedback.comment(unit, meeting_id=data["meeting"], text=data["note"])


async def on_again(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await manager.switch_to(Record.pair)
    await begin(None, manager)


@action("meeting")
async def record_with(manager: DialogManager, argument: str) -> None:
    """Under the message about a new pair: the card for that pair."""
    await open_dialog(manager, Record.pair, {"pair": number(argument)})


def dialog() -> Dialog:
    menu.entry("record", "menu-record", Record.pair, Role.MENTOR, command="record")
    return Dialog(
        OpenScreen(
            Say("meeting-pair"),
            pages(choice("p", "pairs", on_pair), "pp"),
            leave("button-home"),
            state=Record.pair,
            getter=pair_data,
        ),
        doubting.screen(on_held),
        Screen(
            Say("meeting-card"),
            Say("meeting-card-skipped", when="is_skipped"),
            Say("meeting-card-before", when="is_before"),
            Say("meeting-card-absent", when="is_absent"),
            Say("meeting-card-note", when="is_note"),
            Say("meeting-card-shared", when="is_shared"),
            Say("meeting-card-agreed", when="is_agreed"),
            Say("meeting-card-files", when="is_files"),
            Say("meeting-card-there", when="is_there"),
            Say("meeting-card-another", when="is_another"),
            Say("meeting-card-unsure", when="is_unsure"),
            Say("meeting-card-how"),
            marks(on_save_marked),
            button("meeting-another", "another", on_another, when="is_there"),
            button("meeting-save", "save", on_save),
            Row(
                button("meeting-today", "d0", _days_ago(0)),
                button("meeting-yesterday", "d1", _days_ago(1)),
            ),
            Group(choice("l", "lengths", on_length), width=len(_LENGTHS)),
            go("meeting-roll", "roll", Record.roll, when="is_group"),
            go("meeting-more", "more", Record.more),
            go("meeting-other-pair", "pair", Record.pair, when="several"),
            leave("button-cancel"),
            typed(on_text, limit=meetings.NOTE_LIMIT),
            takes_files(on_file),
            state=Record.card,
            getter=card_data,
        ),
        *touching_up.screens(),
        OpenScreen(
            Say("meeting-saved", when="is_new"),
            Say("meeting-known", when="is_known"),
            Say("meeting-card-absent", when="is_absent"),
            Say("meeting-card-agreed", when="is_agreed"),
            Say("meeting-saved-mark"),
            marks(on_mark),
            button("meeting-again", "again", on_again, when="several"),
            leave("button-home"),
            state=Record.saved,
            getter=saved_data,
        ),
        on_start=begin,
    )
