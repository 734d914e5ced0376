"""What waits for a yes of the curator or the council: each kind as a list with "all but these"."""

from typing import Any

from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button, Start

from handlers.council.states import Advising, Judging
from handlers.kit import menu
from handlers.kit.actions import action, number
from handlers.kit.labels import shortened
from handlers.kit.navigation import open_dialog
from handlers.kit.screens import Say, SayEach, Screen, button, choice, go, leave, pages
from handlers.kit.starting import adopt
from handlers.kit.turn import remark, turn_of, unit_of, words_of
from handlers.kit.turning import labelled, numbers, page_buttons, page_of, to_first_page, turning
from handlers.plans.office import deciding_school
from handlers.plans.states import PlanOffice
from mentoring import todo
from mentoring.roles import Role

_PAGE = 10
# So many are decided at once; the rest comes with the next list.
_MOST = 300
# So many that have changed meanwhile are named.
_NAMED, _NAMES = 3, 120
_THING = 160
# Kinds whose things are answered one by one have windows of their own.
_JOURNEYS = {"difficulties": Advising.list, "results": Judging.list}


class Todo(StatesGroup):
    """A curator's things to decide, or the council's."""

    kinds = State()
    things = State()


async def kinds_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    words = words_of(dialog_manager)
    found = await todo.waiting(
        unit_of(dialog_manager), organisation_id=deciding_school(dialog_manager)
    )
    kinds = [
        {"id": one.kind, "label": words.plain(f"todo-kind-{one.kind}", count=one.count)}
        for one in found
    ]
    return {"kinds": kinds, "count": sum(one.count for one in found)}


def _left_out(manager: DialogManager) -> list[int]:
    return [int(one) for one in manager.dialog_data.get("out", ())]


def _seen(manager: DialogManager) -> dict[int, str]:
    """What the list was opened with: versions by id."""
    return {int(one): version for one, version in manager.dialog_data.get("seen", {}).items()}


async def things_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    words, page = words_of(dialog_manager), page_of(dialog_manager)
    kind, out = dialog_manager.dialog_data.get("kind", ""), _left_out(dialog_manager)
    seen = list(_seen(dialog_manager))
    found = await todo.things(
        unit_of(dialog_manager),
        organisation_id=deciding_school(dialog_manager),
        kind=kind,
        ids=seen[page * _PAGE : (page + 1) * _PAGE],
    )
    rows = [
        {
            "id": thing.id,
            "label": str(n),
            "n": n,
            "out": "yes" if thing.id in out else "no",
            "thing": shortened(words.plain(f"todo-thing-{kind}", **thing.args), _THING),
        }
        for n, thing in enumerate(found, start=page * _PAGE + 1)
    ]
    count = len(seen) - len(out)
    return {
        "kind": kind,
        "ask": words.plain(f"todo-ask-{kind}"),
        "things": rows,
        **labelled(rows),
        "count": max(0, count),
        "out": len(out),
        "later": dialog_manager.dialog_data.get("later", 0),
        "some": count > 0,
        "of_plans": kind == "plans",
        "can_refuse": bool(out) and todo.refusable(kind),
        **turning(page, more=len(seen) > (page + 1) * _PAGE),
    }


async def on_kind(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    """What is there now is what is decided upon; what comes meanwhile waits for the next time."""
    if item in _JOURNEYS:
        await manager.start(_JOURNEYS[item])
        return
    found = await _waiting(manager, item)
    if found:
        manager.dialog_data.update(found)
        to_first_page(manager)
        await manager.switch_to(Todo.things)


async def _waiting(manager: DialogManager, kind: str) -> dict[str, Any]:
    """What the list of a kind begins with; nothing when nothing waits."""
    found = await todo.versions(
        unit_of(manager), organisation_id=deciding_school(manager), kind=kind
    )
    seen = {str(one): version for one, version in list(found.items())[:_MOST]}
    return {"kind": kind, "out": [], "seen": seen, "later": len(found) - len(seen)} if seen else {}


async def on_thing(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    out, thing = _left_out(manager), number(item)
    if thing in out:
        out.remove(thing)
    elif thing in _seen(manager):
        out.append(thing)
    manager.dialog_data["out"] = out


async def on_approve(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    words, kind, out = words_of(manager), manager.dialog_data.get("kind", ""), _left_out(manager)
    done = await todo.approve(
        unit_of(manager),
        organisation_id=deciding_school(manager),
        kind=kind,
        seen={one: version for one, version in _seen(manager).items() if one not in out},
    )
    changed = [words.plain(f"todo-thing-{kind}", **one.args) for one in done.changed[:_NAMED]]
    remark(
        manager,
        "todo-approved",
        kind=kind,
        count=done.count,
        changed=len(done.changed),
        names=shortened("; ".join(changed) or "-", _NAMES),
    )
    await manager.switch_to(Todo.kinds)


async def on_refuse(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    done = await todo.refuse(
        unit_of(manager),
        organisation_id=deciding_school(manager),
        kind=manager.dialog_data.get("kind", ""),
        ids=frozenset(_left_out(manager)),
    )
    remark(manager, "todo-refused", count=done)
    await manager.switch_to(Todo.kinds)


@action("todo")
async def open_todo(manager: DialogManager, argument: str) -> None:
    """Under a notice about something to decide: the list it is in, of the place it is about."""
    kind, _, place = argument.partition("-")
    for seat in unit_of(manager).actor.seats:
        if seat.role == Role.CURATOR and seat.organisation_id == number(place):
            turn_of(manager).wear(seat)
    found = await _waiting(manager, kind)
    await open_dialog(manager, Todo.things if found else Todo.kinds, found)


def dialog() -> Dialog:
    menu.entry("todo", "menu-todo", Todo.kinds, Role.CURATOR, Role.COUNCIL, command="todo")
    return Dialog(
        Screen(
            Say("todo-kinds"),
            pages(choice("k", "kinds", on_kind), "kp"),
            leave("button-home"),
            state=Todo.kinds,
            getter=kinds_data,
        ),
        Screen(
            Say("todo-things"),
            SayEach("todo-row", "things"),
            Say("todo-how"),
            *numbers("t", on_thing),
            page_buttons(),
            button("todo-approve", "yes", on_approve, when="some"),
            button("todo-refuse", "no", on_refuse, when="can_refuse"),
            Start(
                Say("todo-read-plans", plain=True),
                id="plans",
                state=PlanOffice.list,
                when="of_plans",
            ),
            go("button-back", "back", Todo.kinds),
            state=Todo.things,
            getter=things_data,
        ),
        on_start=adopt,
    )
