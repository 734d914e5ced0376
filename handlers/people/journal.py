"""The log of what was done with personal data, for curators and departments."""

from typing import Any

from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button, Group, Row

from handlers.kit import menu
from handlers.kit.screens import Say, SayEach, Screen, button, choice, leave, typed
from handlers.kit.turn import remark, unit_of, words_of
from handlers.kit.turning import page_buttons, page_of, to_first_page, turning
from mentoring.audit import Topic
from mentoring.privacy import log
from mentoring.roles import Role

_PAGE = 8
_WORDS_LIMIT = 60
# Days that can be chosen; the first is taken till then.
_PERIODS = (30, 7, 365)


class Journal(StatesGroup):
    """Who did what with whose data."""

    list = State()


def _place(manager: DialogManager) -> int:
    seat = unit_of(manager).actor.seat(Role.CURATOR, Role.DEPARTMENT)
    return seat.organisation_id if seat else 0


def _days(manager: DialogManager) -> int:
    days = manager.dialog_data.get("days")
    return days if days in _PERIODS else _PERIODS[0]


async def list_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    words, data, page = (
        words_of(dialog_manager),
        dialog_manager.dialog_data,
        page_of(dialog_manager),
    )
    days, topic, name = _days(dialog_manager), data.get("topic", ""), data.get("name", "")
    found = await log.page(
        unit_of(dialog_manager),
        organisation_id=_place(dialog_manager),
        days=days,
        topic=Topic(topic) if topic else None,
        words=name,
        offset=page * _PAGE,
        limit=_PAGE,
    )
    return {
        "days": days,
        "count": found.total,
        "topic": topic or "all",
        "named": "yes" if name else "no",
        "name": name or "-",
        "searched": bool(name),
        "some": found.total > 0,
        "entries": [_line(words, one) for one in found.entries],
        "topics": [
            {"id": one, "label": words.plain(f"log-topic-{one}")}
            for one in ("all", *Topic)
            if one != (topic or "all")
        ],
        "periods": [
            {"id": one, "label": words.plain("log-period", days=one)}
            for one in _PERIODS
            if one != days
        ],
        **turning(page, more=(page + 1) * _PAGE < found.total),
    }


def _line(words: Any, entry: log.Entry) -> dict[str, Any]:
    return {
        "at": entry.at,
        "who": entry.actor or words.plain("log-bot"),
        "deed": log.deed(words, entry),
        "has": "name" if entry.subject else "number" if entry.number else "none",
        "whose": entry.subject or "-",
        "number": entry.number,
    }


async def on_topic(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    manager.dialog_data["topic"] = item if item in set(Topic) else ""
    to_first_page(manager)


async def on_period(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    manager.dialog_data["days"] = int(item) if item.isdecimal() else _PERIODS[0]
    to_first_page(manager)


async def on_name(manager: DialogManager, text: str) -> None:
    manager.dialog_data["name"] = text
    to_first_page(manager)


async def on_forget(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    manager.dialog_data["name"] = ""
    to_first_page(manager)


async def on_sheet(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await log.send(unit_of(manager), organisation_id=_place(manager), days=_days(manager))
    remark(manager, "file-coming")


def dialog() -> Dialog:
    menu.entry("journal", "menu-journal", Journal.list, Role.CURATOR, Role.DEPARTMENT,
               group="papers")  # fmt: skip
    return Dialog(
        Screen(
            Say("log-list"),
            SayEach("log-line", "entries", when="some"),
            Group(choice("topic", "topics", on_topic), width=2),
            Group(choice("period", "periods", on_period), width=2),
            page_buttons(),
            button("log-everybody", "everybody", on_forget, when="searched"),
            Row(button("register-sheet", "sheet", on_sheet, when="some"), leave("button-back")),
            typed(on_name, limit=_WORDS_LIMIT),
            state=Journal.list,
            getter=list_data,
        ),
    )
