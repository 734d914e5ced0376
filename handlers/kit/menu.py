"""What the main menu offers: each journey adds its own entries.

An entry may stand in a group. A group in which a person has one entry is that entry; where there is
still more than a phone shows at once, the last single entries go behind "more".
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from typing import Any

from aiogram.fsm.state import State
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.api.internal import RawKeyboard
from aiogram_dialog.widgets.kbd import Button, Group, Keyboard, Start

from handlers.kit.navigation import Home
from handlers.kit.screens import Say, button
from handlers.kit.turn import unit_of
from mentoring.consent.rules import is_minor
from mentoring.roles import Role
from mentoring.unit import Unit

# More buttons than this nobody looks through.
MOST = 8
MORE = "more"


@dataclass(frozen=True, slots=True)
class Entry:
    """A button of the main menu for people with one of `roles`; `id` also names it in callbacks."""

    id: str
    label: str
    state: State
    roles: frozenset[Role]
    group: str = ""
    # What opens it when typed with a slash; offered beside the input field.
    command: str = ""
    # Whether minors who take part see it whichever of their seats they act from.
    minors: bool = False


@dataclass(slots=True)
class Layout:
    """What one person's menu shows: ids of entries and names of groups, and what is in these."""

    top: list[str] = field(default_factory=list)
    inside: dict[str, list[str]] = field(default_factory=dict)


ENTRIES: dict[str, Entry] = {}


def entry(
    id: str,  # noqa: A002
    label: str,
    state: State,
    *roles: Role,
    group: str = "",
    command: str = "",
    minors: bool = False,
) -> None:
    """Offer a dialog on the main menu, in the order of calls.

    `group` names the entry it stands behind (the message `menu-group-<group>`): people, papers,
    or whatever the journeys agree on. No entry is called as a group is. `command` is for what is
    opened every week. `minors`: for minors who take part, whatever seat they act from.
    Raises ValueError for an id that another dialog has: it would take that one's place.
    """
    groups = {one.group for one in ENTRIES.values()} | {group, MORE}
    if id in groups or group in ENTRIES:
        raise ValueError(f"an entry and a group of the menu are both called {id!r} or {group!r}")
    # Dialogs are built anew when the bot starts again in one process.
    if id in ENTRIES and ENTRIES[id].state != state:
        raise ValueError(f"two entries of the menu are called {id!r}")
    ENTRIES[id] = Entry(id, label, state, frozenset(roles), group, command, minors)


@dataclass(frozen=True, slots=True)
class Reader:
    """For whom the menu is: the roles worn, and whether it is a minor who takes part."""

    roles: frozenset[Role]
    minor: bool = False

    def sees(self, item: Entry) -> bool:
        return bool(item.roles & self.roles) or (self.minor and item.minors)


def commands(reader: Reader) -> dict[str, Entry]:
    """The commands somebody has, in the order of the menu."""
    return {item.command: item for item in ENTRIES.values() if item.command and reader.sees(item)}


def layout(reader: Reader) -> Layout:
    """The menu as somebody sees it."""
    mine = [item for item in ENTRIES.values() if reader.sees(item)]
    sizes = {item.group: sum(1 for one in mine if one.group == item.group) for item in mine}
    found = Layout()
    for item in mine:
        if not item.group or sizes[item.group] == 1:
            found.top.append(item.id)
            continue
        found.inside.setdefault(item.group, []).append(item.id)
        if item.group not in found.top:
            found.top.append(item.group)
    _overflow(found)
    return found


def _overflow(found: Layout) -> None:
    """Put the last single entries behind "more" where there are too many; it ends the list."""
    if len(found.top) > MOST:
        singles = [name for name in found.top if name not in found.inside]
        groups = len(found.inside.keys() | {MORE})
        behind = singles[max(MOST - groups, 0) :]
        found.inside[MORE] = [*found.inside.get(MORE, []), *behind]
        found.top = [name for name in found.top if name not in behind]
    if MORE in found.inside:
        found.top = [name for name in found.top if name != MORE] + [MORE]


def reader(unit: Unit) -> Reader:
    """The seat the person acts from decides, the administrator's rights, and a minor's age."""
    actor = unit.actor
    roles = {actor.hat.role} if actor.hat else set()
    takes_part = actor.seat(Role.MENTEE, Role.MENTOR) is not None
    return Reader(
        frozenset(roles | {Role.ADMIN} if actor.is_admin else roles),
        takes_part and is_minor(actor.birth_year, unit.today()),
    )


class Menu(Group):
    """The buttons whose names are `shown` to the person; the others cost nothing.

    The main menu is drawn more often than any other screen, and most entries are somebody else's.
    """

    def __init__(
        self, buttons: dict[str, Keyboard], shown: Callable[[DialogManager], Collection[str]]
    ) -> None:
        super().__init__(*buttons.values())
        self._named = buttons
        self._shown = shown

    async def _render_keyboard(self, data: dict[str, Any], manager: DialogManager) -> RawKeyboard:
        names = self._shown(manager)
        rows: RawKeyboard = []
        for name, one in self._named.items():
            if name in names:
                rows += await one.render_keyboard(data, manager)
        return rows


def _on_top(manager: DialogManager) -> Collection[str]:
    return layout(reader(unit_of(manager))).top


def _in_group(manager: DialogManager) -> Collection[str]:
    group = manager.dialog_data.get("group", "")
    return layout(reader(unit_of(manager))).inside.get(group, ())


def buttons() -> Menu:
    """The main menu: single entries, and groups in the places of their first entries."""
    found: dict[str, Keyboard] = {}
    for item in ENTRIES.values():
        if item.group and item.group != MORE and item.group not in found:
            found[item.group] = _group_button(item.group)
        found[item.id] = _start(item)
    return Menu(found | {MORE: _group_button(MORE)}, _on_top)


def group_buttons() -> Menu:
    """What is behind the group that was chosen last."""
    return Menu({item.id: _start(item) for item in ENTRIES.values()}, _in_group)


def _start(item: Entry) -> Start:
    return Start(Say(item.label, plain=True), id=item.id, state=item.state)


def _group_button(group: str) -> Button:
    async def open_group(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
        manager.dialog_data["group"] = group
        await manager.switch_to(Home.group)

    return button(f"menu-group-{group}", f"group_{group}", open_group)
