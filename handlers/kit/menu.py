"""What the main menu offers: each journey adds its own entries."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from aiogram.fsm.state import State
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Start

from handlers.kit.screens import Say
from handlers.kit.turn import unit_of
from mentoring.roles import Role


@dataclass(frozen=True, slots=True)
class Entry:
    """A button of the main menu for people with one of `roles`; `id` also names it in callbacks."""

    id: str
    label: str
    state: State
    roles: frozenset[Role]


ENTRIES: dict[str, Entry] = {}


def entry(id: str, label: str, state: State, *roles: Role) -> None:  # noqa: A002
    """Offer a dialog on the main menu, in the order of calls."""
    ENTRIES[id] = Entry(id, label, state, frozenset(roles))


def roles_of(manager: DialogManager) -> set[Role]:
    actor = unit_of(manager).actor
    roles = {seat.role for seat in actor.seats}
    return roles | {Role.ADMIN} if actor.is_admin else roles


def for_roles(roles: frozenset[Role]) -> Callable[[dict[str, Any], Any, DialogManager], bool]:
    """A `when` condition: the person has one of the roles."""

    def has(_data: dict[str, Any], _widget: Any, manager: DialogManager) -> bool:
        return bool(roles & roles_of(manager))

    return has


def buttons() -> list[Start]:
    return [
        Start(Say(item.label, plain=True), id=item.id, state=item.state, when=for_roles(item.roles))
        for item in ENTRIES.values()
    ]
