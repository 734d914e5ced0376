"""Papers put on record: who has signed, number, day, a photo of a single one."""

from datetime import date
from typing import Any

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Column

from handlers.consent.states import Keeping
from handlers.kit.dates import parse_day
from handlers.kit.screens import Say, Screen, button, choice, go, typed
from handlers.kit.turn import remark, unit_of, words_of
from handlers.people.participants import my_school
from handlers.roadmaps.files import file_input, keep
from mentoring.consent import keeping
from mentoring.consent.keeping import Signed


async def signed_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    words = words_of(dialog_manager)
    return {
        "several": len(dialog_manager.dialog_data.get("people", ())) > 1,
        "count": len(dialog_manager.dialog_data.get("people", ())),
        "signers": [
            {"id": str(one), "label": words.plain("consent-paper-signed-by", who=str(one))}
            for one in Signed
        ],
    }


async def on_signed(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    if item in set(Signed):
        manager.dialog_data["signed"] = item
        await manager.switch_to(Keeping.number)


async def on_number(manager: DialogManager, text: str) -> None:
    manager.dialog_data["number"] = text
    await manager.switch_to(Keeping.day)


async def on_today(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await _day(manager, unit_of(manager).today())


async def on_day(manager: DialogManager, text: str) -> None:
    day = parse_day(text, today=unit_of(manager).today(), language=words_of(manager).language)
    if day is None or not keeping.may_be_signed(unit_of(manager), day):
        remark(manager, "consent-paper-day-wrong")
        return
    await _day(manager, day)


async def _day(manager: DialogManager, day: date) -> None:
    manager.dialog_data["day"] = day.isoformat()
    # A photo is of one paper.
    if len(manager.dialog_data.get("people", ())) > 1:
        await _record(manager)
    else:
        await manager.switch_to(Keeping.photo)


async def on_no_photo(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await _record(manager)


async def on_photo(manager: DialogManager, message: Message) -> None:
    await _record(manager, await keep(manager, message, my_school(manager)))


async def _record(manager: DialogManager, photo_id: int | None = None) -> None:
    data = manager.dialog_data
    count = await keeping.record_papers(
        unit_of(manager),
        organisation_id=my_school(manager),
        people=data.get("people", []),
        signed=Signed(data.get("signed", Signed.BOTH)),
        number=data.get("number", ""),
        given_on=date.fromisoformat(data.get("day", unit_of(manager).today().isoformat())),
        photo_id=photo_id,
    )
    remark(manager, "papers-recorded", count=count)
    await manager.switch_to(Keeping.reasons)


def screens() -> list[Screen]:
    return [
        Screen(
            Say("consent-paper-signed"),
            Say("consent-paper-several", when="several"),
            Column(choice("s", "signers", on_signed)),
            go("button-back", "back", Keeping.reasons),
            state=Keeping.signed,
            getter=signed_data,
        ),
        Screen(
            Say("consent-paper-number"),
            typed(on_number, limit=keeping.NUMBER_LIMIT),
            go("button-back", "back", Keeping.signed),
            state=Keeping.number,
        ),
        Screen(
            Say("consent-paper-day"),
            button("consent-paper-today", "today", on_today),
            typed(on_day, limit=40),
            go("button-back", "back", Keeping.number),
            state=Keeping.day,
        ),
        Screen(
            Say("consent-paper-photo"),
            button("button-skip", "skip", on_no_photo),
            file_input(on_photo),
            go("button-back", "back", Keeping.day),
            state=Keeping.photo,
        ),
    ]
