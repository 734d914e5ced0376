"""Those without a pair: why, since when, and what was done for them."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button

from handlers.kit.actions import number
from handlers.kit.labels import WHOLE, shortened
from handlers.kit.paging import shown
from handlers.kit.screens import Say, SayEach, Screen, button, choice, go, pages, typed
from handlers.kit.turn import remark, unit_of, words_of
from handlers.matching import reasons
from handlers.matching.states import Matching
from mentoring.matching import lacking

_PAGE = 6


async def alone(manager: DialogManager) -> list[lacking.Alone]:
    """Whoever waits and has no mentor proposed."""
    found = await lacking.without_pair(
        unit_of(manager), programme_id=int(manager.dialog_data.get("programme", 0))
    )
    return [one for one in found if not one.proposed]


def _row(manager: DialogManager, place: int, one: lacking.Alone) -> dict[str, Any]:
    words = words_of(manager)
    why = "; ".join(line["reason"] for line in reasons.lines(words, one.why))
    return {
        "id": one.profile_id,
        "label": shortened(f"{place}. {one.name}", WHOLE),
        "n": place,
        "mentee": one.name,
        "since": one.since or unit_of(manager).today(),
        "why": why or words.plain("match-not-yet"),
        "supports": one.supports,
        "supported_on": one.supported_on or unit_of(manager).today(),
    }


async def list_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    found = await alone(dialog_manager)
    rows = [_row(dialog_manager, place, one) for place, one in enumerate(found, start=1)]
    page = await shown(dialog_manager, "ap", rows, _PAGE)
    return {"people": rows, "shown": page, "count": len(rows)}


async def card_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    wanted = dialog_manager.dialog_data.get("waiting", 0)
    found = {one.profile_id: one for one in await alone(dialog_manager)}
    one = found.get(wanted) or lacking.Alone(0, "-", None, (), 0, False, 0, None)
    # Opens the card with other mentors, where a matching has left any.
    dialog_manager.dialog_data["suggestion"] = one.suggestion_id
    return _row(dialog_manager, 1, one) | {"others": one.suggestion_id > 0}


async def on_person(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    manager.dialog_data["waiting"] = number(item)
    await manager.switch_to(Matching.waiting)


async def on_note(manager: DialogManager, text: str) -> None:
    await lacking.support(
        unit_of(manager), profile_id=manager.dialog_data.get("waiting", 0), note=text
    )
    remark(manager, "support-kept")
    await manager.switch_to(Matching.waiting)


async def on_usual(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await on_note(manager, words_of(manager).plain("support-usual"))


def screens() -> list[Screen]:
    return [
        Screen(
            Say("match-alone-list"),
            SayEach("match-alone-row", "shown"),
            pages(choice("a", "people", on_person), "ap", height=_PAGE),
            go("button-back", "back", Matching.list),
            state=Matching.alone,
            getter=list_data,
        ),
        Screen(
            Say("match-waiting"),
            go("support-note", "support", Matching.support),
            go("match-others", "others", Matching.card, when="others"),
            go("button-back", "back", Matching.alone),
            state=Matching.waiting,
            getter=card_data,
        ),
        Screen(
            Say("support-how"),
            typed(on_note, limit=lacking.NOTE_LIMIT),
            button("support-usual", "usual", on_usual),
            go("button-back", "back", Matching.waiting),
            state=Matching.support,
            getter=card_data,
        ),
    ]
