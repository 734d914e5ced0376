"""A new pair: the mentor, the mentee, a look at both, done."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button

from handlers.kit.actions import number
from handlers.kit.labels import WHOLE, shortened
from handlers.kit.screens import Say, Screen, button, choice, go, pages
from handlers.kit.turn import remark, unit_of
from handlers.pairs.states import Drafts, Pairs
from handlers.people.participants import my_school
from mentoring.pairs import drafts, pairs
from mentoring.roles import Role


def _candidates(side: Role) -> Any:
    async def data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
        people = await pairs.candidates(
            unit_of(dialog_manager), organisation_id=my_school(dialog_manager), side=side
        )
        rows = [
            {
                "id": person.id,
                "label": shortened(person.name, WHOLE)
                + (f" ({person.pairs})" if person.pairs else ""),
            }
            for person in people
        ]
        return {"people": rows, "count": len(rows)}

    return data


def _chosen(manager: DialogManager) -> dict[str, int]:
    data = manager.dialog_data
    return {
        "organisation_id": my_school(manager),
        "mentor_id": data.get("mentor", 0),
        "mentee_id": data.get("mentee", 0),
    }


async def confirm_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    chosen = _chosen(dialog_manager)
    mentor, mentee = await pairs.proposed(unit_of(dialog_manager), **chosen)
    return {"mentor": mentor, "mentee": mentee}


async def on_mentor(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    manager.dialog_data["mentor"] = number(item)
    await manager.switch_to(Pairs.mentee)


async def on_mentee(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    manager.dialog_data["mentee"] = number(item)
    await manager.switch_to(Pairs.confirm)


async def on_propose(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Both are asked first."""
    unit = unit_of(manager)
    made = await drafts.propose(unit, **_chosen(manager))
    await drafts.ask(unit, pair_id=made)
    remark(manager, "draft-asked", count=1)
    await manager.switch_to(Pairs.list)
    await manager.start(Drafts.card, {"pair": made})


async def on_create(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    manager.dialog_data["pair"] = await pairs.create(unit_of(manager), **_chosen(manager))
    remark(manager, "pair-created")
    await manager.switch_to(Pairs.card)


def screens() -> list[Screen]:
    return [
        Screen(
            Say("pair-mentor"),
            pages(choice("m", "people", on_mentor), "mp"),
            go("button-back", "back", Pairs.list),
            state=Pairs.mentor,
            getter=_candidates(Role.MENTOR),
        ),
        Screen(
            Say("pair-mentee"),
            pages(choice("e", "people", on_mentee), "ep"),
            go("button-back", "back", Pairs.mentor),
            state=Pairs.mentee,
            getter=_candidates(Role.MENTEE),
        ),
        Screen(
            Say("pair-confirm"),
            button("pair-propose", "ask", on_propose),
            button("pair-create", "yes", on_create),
            go("button-back", "back", Pairs.mentee),
            go("button-cancel", "list", Pairs.list),
            state=Pairs.confirm,
            getter=confirm_data,
        ),
    ]
