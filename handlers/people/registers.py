"""The department's registers: appointed curators, adult mentors and young teachers."""

from typing import Any

from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button, Row

from handlers.kit import menu
from handlers.kit.screens import Say, SayEach, Screen, button, go, leave
from handlers.kit.turn import remark, unit_of, words_of
from mentoring.people import registers
from mentoring.roles import Role

# So many names are said; the rest is in the spreadsheet.
NAMED = 10


class Registers(StatesGroup):
    """Who works in the programme, by name."""

    curators = State()
    adults = State()


def _department(manager: DialogManager) -> int:
    seat = unit_of(manager).actor.seat(Role.DEPARTMENT, Role.METHODOLOGIST)
    return seat.organisation_id if seat else 0


async def curators_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    register = await registers.curators(
        unit_of(dialog_manager), department_id=_department(dialog_manager)
    )
    return {
        "count": len(register.rows),
        "unordered": register.no_order,
        "untrained": register.untrained,
        "without": len(register.without),
        "schools": [{"name": name} for name in register.without[:NAMED]],
        "more": len(register.without) > NAMED,
        "named": NAMED,
    }


async def adults_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    found = await registers.adults(
        unit_of(dialog_manager), department_id=_department(dialog_manager)
    )
    words = words_of(dialog_manager)
    return {
        "mentors": sum(1 for one in found if one.side == Role.MENTOR),
        "teachers": sum(1 for one in found if one.side == Role.MENTEE),
        "people": [
            {
                "name": one.name,
                "place": one.place,
                "role": words.plain(f"role-as-{one.side}"),
            }
            for one in found[:NAMED]
        ],
        "more": len(found) > NAMED,
        "named": NAMED,
    }


def _sends(register: str) -> Any:
    async def send(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
        await registers.send(
            unit_of(manager), department_id=_department(manager), register=register
        )
        remark(manager, "file-coming")

    return send


def dialog() -> Dialog:
    readers = (Role.DEPARTMENT, Role.METHODOLOGIST)
    menu.entry("registers", "menu-registers", Registers.curators, *readers, group="people")
    return Dialog(
        Screen(
            Say("register-curators"),
            SayEach("register-line", "schools"),
            Say("register-more", when="more"),
            button("register-sheet", "sheet", _sends("curators")),
            go("register-adults-button", "adults", Registers.adults),
            leave("button-back"),
            state=Registers.curators,
            getter=curators_data,
        ),
        Screen(
            Say("register-adults"),
            SayEach("register-person", "people"),
            Say("register-more", when="more"),
            Row(
                button("register-sheet", "sheet", _sends("adults")),
                go("button-back", "back", Registers.curators),
            ),
            state=Registers.adults,
            getter=adults_data,
        ),
    )
