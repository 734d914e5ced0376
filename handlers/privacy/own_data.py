"""Everything held about oneself, or about one's child, as files."""

from typing import Any

from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button, Column

from core.translator import Words
from handlers.kit import menu
from handlers.kit.actions import number
from handlers.kit.labels import WHOLE, shortened
from handlers.kit.screens import Say, SayEach, Screen, button, choice, go, leave
from handlers.kit.turn import remark, unit_of, words_of
from mentoring.privacy import asking, own_data
from mentoring.roles import Role


class OwnData(StatesGroup):
    """Whose data are to be sent, or wiped."""

    whose = State()
    erase_whose = State()
    erase_where = State()
    erase = State()


async def whose_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    words = words_of(dialog_manager)
    rows = [
        {
            "id": one.person_id,
            "label": words.plain("own-data-of-child", child=one.child)
            if one.child
            else words.plain("own-data-mine"),
        }
        for one in await own_data.people(unit_of(dialog_manager))
    ]
    return {"people": rows}


async def on_person(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    await own_data.send(unit_of(manager), person_id=number(item))
    remark(manager, "own-data-sent")


async def on_erase(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    found = await own_data.people(unit_of(manager))
    if len(found) == 1:
        await _choose(manager, found[0].person_id)
    else:
        await manager.switch_to(OwnData.erase_whose)


async def on_whom(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    await _choose(manager, number(item))


async def _choose(manager: DialogManager, person_id: int) -> None:
    """On to what follows; with several places, which of them is meant comes first."""
    found = await asking.prospect(unit_of(manager), person_id=person_id)
    manager.dialog_data.update(person=person_id, place=0)
    several = len(found.places) > 1
    await manager.switch_to(OwnData.erase_where if several else OwnData.erase)


async def _prospect(manager: DialogManager) -> asking.Prospect:
    return await asking.prospect(unit_of(manager), person_id=manager.dialog_data.get("person", 0))


async def where_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    words, found = words_of(dialog_manager), await _prospect(dialog_manager)
    places = [
        {"id": place.organisation_id, "label": shortened(_told(words, place), WHOLE)}
        for place in found.places
    ]
    return {"places": places, "child": found.child, "for_child": bool(found.child)}


def _told(words: Words, place: asking.Place) -> str:
    roles = [words.plain(f"role-as-{role}") for role in place.roles]
    return words.plain(
        "erasure-place", place=place.name, roles=", ".join(roles) or words.plain("erasure-in-bank")
    )


async def on_where(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    manager.dialog_data["place"] = number(item)
    await manager.switch_to(OwnData.erase)


async def on_everywhere(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    manager.dialog_data["place"] = 0
    await manager.switch_to(OwnData.erase)


async def erase_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    words, found = words_of(dialog_manager), await _prospect(dialog_manager)
    chosen = dialog_manager.dialog_data.get("place", 0)
    goes = [one for one in found.places if chosen in {0, one.organisation_id}]
    stays = [*(one for one in found.places if one not in goes and one.roles), *found.stays]
    return {
        "child": found.child,
        "for_child": bool(found.child),
        "goes": [{"place": _told(words, one)} for one in goes],
        "stays": "yes" if stays else "no",
        "left": [{"place": _told(words, one)} for one in stays],
        "waits": found.decided_by is not None,
        "until": found.decided_by or unit_of(dialog_manager).today(),
        "several": len(found.places) > 1,
        "one": len(found.places) <= 1,
    }


async def on_yes(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    promised = await asking.ask(
        unit_of(manager),
        person_id=manager.dialog_data.get("person", 0),
        organisation_id=manager.dialog_data.get("place") or None,
    )
    remark(manager, "erasure-put-before" if promised.decided_by else "erasure-begun")
    await manager.middleware_data["reseat"](manager.middleware_data["turn"])
    await manager.done()


def dialog() -> Dialog:
    menu.entry(
        "own_data",
        "menu-own-data",
        OwnData.whose,
        Role.MENTOR,
        Role.MENTEE,
        Role.REPRESENTATIVE,
    )
    return Dialog(
        Screen(
            Say("own-data"),
            Column(choice("w", "people", on_person)),
            button("own-data-erase", "erase", on_erase),
            leave("button-home"),
            state=OwnData.whose,
            getter=whose_data,
        ),
        Screen(
            Say("erasure-whose"),
            Column(choice("e", "people", on_whom)),
            go("button-back", "back", OwnData.whose),
            state=OwnData.erase_whose,
            getter=whose_data,
        ),
        Screen(
            Say("consent-of-child", when="for_child"),
            Say("erasure-where"),
            Column(choice("p", "places", on_where)),
            button("erasure-everywhere", "all", on_everywhere),
            go("button-back", "back", OwnData.whose),
            state=OwnData.erase_where,
            getter=where_data,
        ),
        Screen(
            Say("consent-of-child", when="for_child"),
            Say("erasure-goes"),
            SayEach("erasure-line", "goes"),
            Say("erasure-what-follows"),
            Say("erasure-stays", when="left"),
            SayEach("erasure-line", "left", when="left"),
            Say("erasure-waits", when="waits"),
            button("erasure-yes", "yes", on_yes),
            go("button-back", "where", OwnData.erase_where, when="several"),
            go("button-back", "back", OwnData.whose, when="one"),
            state=OwnData.erase,
            getter=erase_data,
        ),
    )
