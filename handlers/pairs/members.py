"""Who is in a pair: the curator takes people in, lets them go, names who answers for it."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button

from handlers.kit.actions import number
from handlers.kit.labels import WHOLE, shortened
from handlers.kit.screens import Say, SayEach, Screen, button, choice, go, leave, pages
from handlers.kit.starting import adopt
from handlers.kit.turn import remark, unit_of, words_of
from handlers.pairs.states import Members
from mentoring.pairs import groups, history
from mentoring.roles import Role


def _pair(manager: DialogManager) -> int:
    return int(manager.dialog_data.get("pair", 0))


async def list_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    words, unit = words_of(dialog_manager), unit_of(dialog_manager)
    group = await groups.members(unit, pair_id=_pair(dialog_manager))
    rows = [
        {
            "id": one.id,
            "label": shortened(one.name, WHOLE),
            "name": one.name,
            "side": str(one.side),
            "primary": "yes" if one.is_primary and one.side == Role.MENTOR else "no",
        }
        for one in group.members
    ]
    mentors = [row for row in rows if row["side"] == Role.MENTOR]
    lines = await history.of_pair(unit, pair_id=_pair(dialog_manager))
    return {
        "members": rows,
        "mentors": mentors,
        "events": [
            {"day": line.on, "what": words.plain(f"pair-event-{line.what}"), "who": line.who}
            for line in lines
        ],
        "open": not group.over,
        "several": len(rows) > 2 and not group.over,
        "several_mentors": len(mentors) > 1 and not group.over,
    }


async def add_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    side = _side(dialog_manager)
    found = await groups.may_join(unit_of(dialog_manager), pair_id=_pair(dialog_manager), side=side)
    rows = [
        {"id": one, "label": shortened(name, WHOLE) + (f" ({count})" if count else "")}
        for one, name, count in found
    ]
    return {"people": rows, "count": len(rows), "side": str(side)}


def _side(manager: DialogManager) -> Role:
    return Role.MENTOR if manager.dialog_data.get("side") == Role.MENTOR else Role.MENTEE


async def on_add_mentee(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    manager.dialog_data["side"] = str(Role.MENTEE)
    await manager.switch_to(Members.add)


async def on_add_mentor(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    manager.dialog_data["side"] = str(Role.MENTOR)
    await manager.switch_to(Members.add)


async def on_join(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    await groups.join(
        unit_of(manager), pair_id=_pair(manager), person_id=number(item), side=_side(manager)
    )
    remark(manager, "group-join-done")
    await manager.switch_to(Members.list)


async def on_leave(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    await groups.leave(unit_of(manager), pair_id=_pair(manager), person_id=number(item))
    remark(manager, "group-leave-done")
    await manager.switch_to(Members.list)


async def on_primary(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    await groups.make_primary(unit_of(manager), pair_id=_pair(manager), person_id=number(item))
    remark(manager, "group-primary-done")
    await manager.switch_to(Members.list)


def dialog() -> Dialog:
    return Dialog(
        Screen(
            Say("group-members"),
            SayEach("group-member", "members"),
            Say("group-history"),
            SayEach("group-event", "events"),
            button("group-add-mentee", "mentee", on_add_mentee, when="open"),
            button("group-add-mentor", "mentor", on_add_mentor, when="open"),
            go("group-leave", "leaving", Members.leaving, when="several"),
            go("group-primary", "primary", Members.primary, when="several_mentors"),
            leave("button-back"),
            state=Members.list,
            getter=list_data,
        ),
        Screen(
            Say("group-add"),
            pages(choice("a", "people", on_join), "ap"),
            go("button-back", "back", Members.list),
            state=Members.add,
            getter=add_data,
        ),
        Screen(
            Say("group-who-leaves"),
            pages(choice("l", "members", on_leave), "lp"),
            go("button-back", "back", Members.list),
            state=Members.leaving,
            getter=list_data,
        ),
        Screen(
            Say("group-who-answers"),
            pages(choice("m", "mentors", on_primary), "mp"),
            go("button-back", "back", Members.list),
            state=Members.primary,
            getter=list_data,
        ),
        on_start=adopt,
    )
