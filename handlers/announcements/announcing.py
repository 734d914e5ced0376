"""To whom, the author's own message, a look at it, off it goes; then how far it has come."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from aiogram.enums import ContentType
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Column

from handlers.kit import menu
from handlers.kit.actions import number
from handlers.kit.labels import HALF, shortened
from handlers.kit.screens import Say, Screen, button, choice, go, leave, pages
from handlers.kit.starting import adopt
from handlers.kit.turn import remark, unit_of, words_of
from mentoring.announcements import announcing
from mentoring.announcements.announcing import AUDIENCES
from mentoring.roles import Role

_EXCERPT_SHOWN = 200
# Whatever a person can send that the bot can copy as it is.
_COPIED = [
    ContentType.TEXT,
    ContentType.PHOTO,
    ContentType.DOCUMENT,
    ContentType.VIDEO,
    ContentType.VOICE,
    ContentType.AUDIO,
]


class Announce(StatesGroup):
    """An announcement on its way, and those sent before."""

    audience = State()
    message = State()
    preview = State()
    sent = State()
    card = State()


def _organisation(manager: DialogManager) -> int:
    """Where the person may announce: all of a department's branch before one school."""
    actor = unit_of(manager).actor
    seat = actor.seat(Role.DEPARTMENT, Role.CURATOR)
    return seat.organisation_id if seat else 0


async def _sizes(manager: DialogManager) -> dict[str, int]:
    return dict(
        await announcing.audiences(unit_of(manager), organisation_id=_organisation(manager))
    )


def _named(manager: DialogManager, audience: str) -> str:
    return words_of(manager).plain(f"announce-to-{audience}") if audience in AUDIENCES else ""


async def audience_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    sizes = await _sizes(dialog_manager)
    rows = [
        {"id": audience, "label": f"{_named(dialog_manager, audience).capitalize()}: {size}"}
        for audience, size in sizes.items()
    ]
    return {"audiences": rows, "count": len(rows)}


async def message_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    return {"audience": _named(dialog_manager, dialog_manager.dialog_data["audience"])}


async def preview_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    data = dialog_manager.dialog_data
    return {
        "audience": _named(dialog_manager, data["audience"]),
        "count": (await _sizes(dialog_manager)).get(data["audience"], 0),
        "excerpt": data["excerpt"],
    }


async def sent_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    words = words_of(dialog_manager)
    recent = await announcing.recent(
        unit_of(dialog_manager), organisation_id=_organisation(dialog_manager)
    )
    rows = [
        {
            "id": row.id,
            "label": words.plain(
                "announce-label",
                day=_local(dialog_manager, row.confirmed_at),
                excerpt=shortened(" ".join(row.excerpt.split()), HALF + 6),
            ),
        }
        for row in recent
    ]
    return {"sent": rows, "count": len(rows)}


def _local(manager: DialogManager, instant: datetime | None) -> datetime:
    unit = unit_of(manager)
    return (instant or unit.now).astimezone(ZoneInfo(unit.timezone))


async def card_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    data = dialog_manager.dialog_data
    progress = await announcing.progress(
        unit_of(dialog_manager), announcement_id=data["announcement"]
    )
    return {
        "audience": _named(dialog_manager, data["audience"]),
        "excerpt": data["excerpt"],
        "complete": "yes" if progress.complete else "no",
        "delivered": progress.sent,
        "queued": progress.queued,
        "unreachable": progress.unreachable,
        "failed": progress.failed,
        "undelivered": bool(progress.unreachable or progress.failed),
        "going": bool(progress.queued or not progress.complete),
    }


async def on_audience(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    if item in AUDIENCES:
        manager.dialog_data["audience"] = item
        await manager.switch_to(Announce.message)


async def on_message(message: Message, _widget: Any, manager: DialogManager) -> None:
    if message.media_group_id is not None:
        remark(manager, "announce-album")
        return
    data = manager.dialog_data
    excerpt = shortened(_excerpt(message, manager), _EXCERPT_SHOWN)
    data["announcement"] = await announcing.draft(
        unit_of(manager),
        organisation_id=_organisation(manager),
        audience=data["audience"],
        source_chat_id=message.chat.id,
        source_message_id=message.message_id,
        excerpt=excerpt,
    )
    data["excerpt"] = excerpt
    await manager.switch_to(Announce.preview)


def _excerpt(message: Message, manager: DialogManager) -> str:
    named = message.document.file_name if message.document else None
    return (
        message.text
        or message.caption
        or named
        or words_of(manager).plain(f"announce-kind-{ContentType(message.content_type).value}")
    )


async def on_another(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await _drop(manager)
    await manager.switch_to(Announce.message)


async def on_cancel(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await _drop(manager)
    remark(manager, "announce-dropped")
    await manager.done()


async def _drop(manager: DialogManager) -> None:
    await announcing.cancel(unit_of(manager), announcement_id=manager.dialog_data["announcement"])


async def on_send(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await announcing.confirm(unit_of(manager), announcement_id=manager.dialog_data["announcement"])
    remark(manager, "announce-going")
    await manager.switch_to(Announce.card)


async def on_sent(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    recent = await announcing.recent(unit_of(manager), organisation_id=_organisation(manager))
    chosen = next((row for row in recent if row.id == number(item)), None)
    if chosen is not None:
        manager.dialog_data.update(
            announcement=chosen.id, audience=chosen.audience, excerpt=chosen.excerpt
        )
        await manager.switch_to(Announce.card)


async def on_refresh(_callback: CallbackQuery, _button: Button, _manager: DialogManager) -> None:
    """The screen is made anew after every press."""


def dialog() -> Dialog:
    menu.entry(
        "announce",
        "menu-announce",
        Announce.audience,
        Role.DEPARTMENT,
        Role.CURATOR,
        command="announce",
    )
    return Dialog(
        Screen(
            Say("announce-audience"),
            Column(choice("a", "audiences", on_audience)),
            go("announce-sent", "sent", Announce.sent),
            leave("button-home"),
            state=Announce.audience,
            getter=audience_data,
        ),
        Screen(
            Say("announce-message"),
            MessageInput(on_message, content_types=_COPIED),
            go("button-back", "back", Announce.audience),
            state=Announce.message,
            getter=message_data,
        ),
        Screen(
            Say("announce-preview"),
            button("announce-send", "send", on_send, when="count"),
            button("announce-another", "back", on_another),
            button("button-cancel", "cancel", on_cancel),
            state=Announce.preview,
            getter=preview_data,
        ),
        Screen(
            Say("announce-list"),
            pages(choice("s", "sent", on_sent), "sp"),
            go("button-back", "back", Announce.audience),
            state=Announce.sent,
            getter=sent_data,
        ),
        Screen(
            Say("announce-card"),
            Say("announce-undelivered", when="undelivered"),
            button("announce-refresh", "refresh", on_refresh, when="going"),
            go("announce-sent", "sent", Announce.sent),
            leave("button-home"),
            state=Announce.card,
            getter=card_data,
        ),
        on_start=adopt,
    )
