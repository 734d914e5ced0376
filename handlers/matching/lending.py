"""Mentors of other schools: ours offered, theirs asked for; the yes is given in the to-do list."""

from typing import Any

from aiogram.fsm.state import State
from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button

from handlers.kit.actions import action, number
from handlers.kit.labels import WHOLE, shortened
from handlers.kit.navigation import open_dialog
from handlers.kit.paging import shown
from handlers.kit.screens import Say, SayEach, Screen, button, choice, go, leave, pages, typed
from handlers.kit.starting import adopt
from handlers.kit.turn import remark, unit_of
from handlers.matching.states import Lending
from handlers.people.participants import my_school
from mentoring.matching import giving_back, lending

_PAGE = 6
_NAMES = 300


async def list_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    found = await lending.listed(unit_of(dialog_manager), organisation_id=my_school(dialog_manager))
    rows = [
        {
            "mentor": one.mentor,
            "school": shortened(one.school, 2 * WHOLE),
            "given": "yes" if one.given else "no",
            "status": one.status,
        }
        for one in found
    ]
    going = [
        {"id": one.id, "label": shortened(f"{one.mentor}, {one.school}", WHOLE)}
        for one in found
        if one.open
    ]
    return {"loans": rows[-_PAGE:], "count": len(rows), "going": going}


async def ending_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    loan_id = dialog_manager.dialog_data.get("loan", 0)
    found = await giving_back.ending(unit_of(dialog_manager), loan_id=loan_id)
    return {
        "mentor": found.loan.mentor,
        "school": shortened(found.loan.school, 2 * WHOLE),
        "given": "yes" if found.loan.given else "no",
        "status": found.loan.status,
        "pairs": found.pairs,
        "mentees": shortened(found.mentees, _NAMES) or "-",
        "open": found.loan.open,
    }


async def on_loan(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    manager.dialog_data["loan"] = number(item)
    await manager.switch_to(Lending.sure)


async def on_end(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await giving_back.end(unit_of(manager), loan_id=manager.dialog_data.get("loan", 0))
    remark(manager, "loan-ended")
    await manager.switch_to(Lending.list)


async def mentors_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    found = await lending.mentors(
        unit_of(dialog_manager), organisation_id=my_school(dialog_manager)
    )
    rows = [{"id": one.id, "label": shortened(one.name, WHOLE)} for one in found]
    return {"people": rows, "count": len(rows)}


async def schools_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    found = await lending.schools(
        unit_of(dialog_manager), organisation_id=my_school(dialog_manager)
    )
    rows = [
        {
            "id": one.id,
            "n": place,
            "label": f"{place}. {shortened(one.name, WHOLE - 4)}",
            "name": one.name,
        }
        for place, one in enumerate(found, start=1)
    ]
    return {
        "schools": rows,
        "shown": await shown(dialog_manager, "sp", rows, _PAGE),
        "count": len(rows),
        "school": next(
            (row["name"] for row in rows if row["id"] == dialog_manager.dialog_data.get("school")),
            "-",
        ),
    }


async def on_mentor(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    manager.dialog_data["mentor"] = number(item)
    asked = manager.dialog_data.pop("for", None)
    if asked is None:
        await manager.switch_to(Lending.to)
    else:
        await _offer(manager, asked)


async def on_school(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    await _offer(manager, number(item))


async def _offer(manager: DialogManager, school_id: int) -> None:
    profile = manager.dialog_data.get("mentor", 0)
    await lending.offer(unit_of(manager), profile_id=profile, school_id=school_id)
    remark(manager, "loan-offered")
    await manager.switch_to(Lending.list)


async def on_asked_school(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    manager.dialog_data["school"] = number(item)
    await manager.switch_to(Lending.words)


async def on_words(manager: DialogManager, text: str) -> None:
    await lending.ask(
        unit_of(manager),
        organisation_id=my_school(manager),
        school_id=manager.dialog_data.get("school", 0),
        text=text,
    )
    remark(manager, "loan-asked-done")
    await manager.switch_to(Lending.list)


@action("lend")
async def lend(manager: DialogManager, argument: str) -> None:
    """Under what another school asks for."""
    await open_dialog(manager, Lending.mentor, {"for": number(argument)})


def _schools(key: str, state: State, on_choice: Any) -> Screen:
    return Screen(
        Say(key),
        SayEach("loan-school", "shown"),
        pages(choice("s", "schools", on_choice), "sp", height=_PAGE),
        go("button-back", "back", Lending.list),
        state=state,
        getter=schools_data,
    )


def dialog() -> Dialog:
    return Dialog(
        Screen(
            Say("loans-title"),
            SayEach("loan-row", "loans"),
            go("loan-offer", "offer", Lending.mentor),
            go("loan-ask", "ask", Lending.school),
            go("loan-end", "end", Lending.ending, when="going"),
            leave("button-back"),
            state=Lending.list,
            getter=list_data,
        ),
        Screen(
            Say("loan-end-which"),
            pages(choice("l", "going", on_loan), "lp", height=_PAGE),
            go("button-back", "back", Lending.list),
            state=Lending.ending,
            getter=list_data,
        ),
        Screen(
            Say("loan-end-sure"),
            button("loan-end-yes", "yes", on_end, when="open"),
            go("button-back", "back", Lending.list),
            state=Lending.sure,
            getter=ending_data,
        ),
        Screen(
            Say("loan-mentor"),
            pages(choice("m", "people", on_mentor), "mp", height=_PAGE),
            go("button-back", "back", Lending.list),
            state=Lending.mentor,
            getter=mentors_data,
        ),
        _schools("loan-to", Lending.to, on_school),
        _schools("loan-school-ask", Lending.school, on_asked_school),
        Screen(
            Say("loan-words"),
            typed(on_words, limit=lending.TEXT_LIMIT),
            go("button-back", "back", Lending.school),
            state=Lending.words,
            getter=schools_data,
        ),
        on_start=adopt,
    )
