"""A person's own meetings, and the marks they give: from the list, or under the bot's question."""

from typing import Any

from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager

from handlers.kit import menu
from handlers.kit.actions import action, number
from handlers.kit.labels import HALF, shortened
from handlers.kit.navigation import go_home, open_dialog
from handlers.kit.screens import Say, Screen, choice, go, leave, pages, typed
from handlers.kit.starting import adopt
from handlers.kit.turn import remark, unit_of, words_of
from handlers.meetings.marks import MARK_ROWS, marks
from mentoring.meetings import feedback, meetings
from mentoring.roles import Role

_TEXT_SHOWN = 1000


class MyMeetings(StatesGroup):
    """What has been, and what one thinks of it."""

    list = State()
    card = State()
    thanks = State()


async def list_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    words = words_of(dialog_manager)
    mine = await meetings.mine(unit_of(dialog_manager))
    rows = [
        {
            "id": meeting.id,
            "label": words.plain(
                "meeting-label",
                held_on=meeting.held_on,
                partner=shortened(", ".join(meeting.partners), HALF + 4),
            ),
        }
        for meeting in mine
    ]
    minutes = sum(meeting.minutes for meeting in mine)
    return {
        "meetings": rows,
        "count": len(rows),
        "hours": minutes // 60,
        "minutes": minutes % 60,
        "unmarked": sum(1 for meeting in mine if meeting.mark is None),
        "mentor": "yes" if unit_of(dialog_manager).actor.seat(Role.MENTOR) else "no",
    }


async def card_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    words = words_of(dialog_manager)
    meeting = await meetings.my_meeting(
        unit_of(dialog_manager), meeting_id=_meeting(dialog_manager)
    )
    return {
        "held_on": meeting.held_on,
        "who": ", ".join(meeting.partners),
        "kind": words.plain(f"meeting-kind-{meeting.kind}"),
        "minutes": meeting.minutes,
        "note": meeting.note,
        "has_note": bool(meeting.note),
        "mark": meeting.mark or 0,
        "words": meeting.words,
        "has_words": bool(meeting.words),
        "open": "yes" if meeting.is_open else "no",
        "is_open": meeting.is_open,
        "marks": MARK_ROWS if meeting.is_open else [],
    }


async def thanks_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    return {"mark": dialog_manager.dialog_data.get("mark", 0)}


def _meeting(manager: DialogManager) -> int:
    return int(manager.dialog_data.get("meeting", 0))


async def on_meeting(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    manager.dialog_data["meeting"] = number(item)
    await manager.switch_to(MyMeetings.card)


async def on_mark(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    mark = number(item)
    await feedback.give(unit_of(manager), meeting_id=_meeting(manager), mark=mark)
    manager.dialog_data["mark"] = mark
    await manager.switch_to(MyMeetings.thanks)


async def on_words(manager: DialogManager, text: str) -> None:
    await feedback.comment(unit_of(manager), meeting_id=_meeting(manager), text=text)
    remark(manager, "feedback-words-saved")
    await go_home(manager)


@action("feedback")
async def mark_given(manager: DialogManager, argument: str) -> None:
    """Under the question about a meeting: "<meeting>:<mark>", saved at once."""
    meeting, _, mark = argument.partition(":")
    given = {"meeting": number(meeting), "mark": number(mark)}
    await feedback.give(unit_of(manager), meeting_id=given["meeting"], mark=given["mark"])
    await open_dialog(manager, MyMeetings.thanks, given)


@action("meetings")
async def open_list(manager: DialogManager, _argument: str) -> None:
    """Under the message to a new mentee."""
    await open_dialog(manager, MyMeetings.list)


def dialog() -> Dialog:
    menu.entry("meetings", "menu-meetings", MyMeetings.list, Role.MENTOR, Role.MENTEE)
    return Dialog(
        Screen(
            Say("meetings-mine"),
            pages(choice("m", "meetings", on_meeting), "mp"),
            leave("button-home"),
            state=MyMeetings.list,
            getter=list_data,
        ),
        Screen(
            Say("meeting-mine"),
            Say("meeting-mine-note", when="has_note"),
            Say("meeting-mine-mark"),
            Say("meeting-mine-words", when="has_words"),
            marks(on_mark, when="is_open"),
            go("button-back", "back", MyMeetings.list),
            leave("button-home"),
            state=MyMeetings.card,
            getter=card_data,
        ),
        Screen(
            Say("feedback-thanks"),
            leave("button-done"),
            typed(on_words, limit=feedback.WORDS_LIMIT),
            state=MyMeetings.thanks,
            getter=thanks_data,
        ),
        on_start=adopt,
    )
