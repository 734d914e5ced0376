"""What waits for a yes, from all areas: lists with "all but these", nothing one by one.

An area takes part by a kind of thing. People see how many there are, look through them, leave out
whom they do not mean, and approve the rest; `upto` keeps what came meanwhile for the next time.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, ClassVar, Protocol, TypeVar

from core.errors import NotAllowed
from core.registers import enrol
from mentoring.access import check_reach, organisation, use_case
from mentoring.roles import Permission
from mentoring.unit import Unit


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing that waits: the arguments of the message `todo-thing-<kind>`."""

    id: int
    args: dict[str, Any] = field(default_factory=dict)


class Kind(Protocol):
    """One kind of things; its words are `todo-kind-<name>`, `todo-ask-<name>`."""

    # Whose yes it is: another's list has no such kind.
    permission: ClassVar[Permission]
    # Whether what was left out can be refused for good (`refuse`).
    refusable: ClassVar[bool]

    async def count(self, unit: Unit, organisation_id: int) -> int: ...

    async def things(
        self, unit: Unit, organisation_id: int, *, upto: int, offset: int, limit: int
    ) -> list[Thing]:
        """Those with an id of at most `upto`, in the order of ids."""
        ...

    async def approve(
        self, unit: Unit, organisation_id: int, *, upto: int, excluded: frozenset[int]
    ) -> int:
        """Approve all up to `upto` but the excluded ones. Returns how many there were."""
        ...

    async def refuse(self, unit: Unit, organisation_id: int, *, ids: frozenset[int]) -> int:
        """Refuse these. Returns how many of them still waited."""
        ...


class OneByOne:
    """A kind of which each thing wants words or marks of its own: it is counted among the others,
    and its list opens a journey of its own."""

    refusable: ClassVar[bool] = False

    async def things(
        self, unit: Unit, organisation_id: int, *, upto: int, offset: int, limit: int
    ) -> list[Thing]:
        return []

    async def approve(
        self, unit: Unit, organisation_id: int, *, upto: int, excluded: frozenset[int]
    ) -> int:
        raise NotAllowed

    async def refuse(self, unit: Unit, organisation_id: int, *, ids: frozenset[int]) -> int:
        raise NotAllowed


Registered = TypeVar("Registered", bound=Kind)

_KINDS: dict[str, tuple[int, Kind]] = {}
# No list is longer: what waits behind it comes when these are decided.
MOST = 10**15


def kind(name: str, order: int) -> Callable[[type[Registered]], type[Registered]]:
    """Register a class, made without arguments; kinds stand by `order`, least first."""

    def register(made: type[Registered]) -> type[Registered]:
        one: Kind = made()
        enrol(_KINDS, name, (order, one))
        return made

    return register


@dataclass(frozen=True, slots=True)
class Waiting:
    """How many things of a kind wait."""

    kind: str
    count: int


@use_case(Permission.DECIDE, target=organisation("organisation_id"))
async def waiting(unit: Unit, *, organisation_id: int) -> list[Waiting]:
    """The kinds of which anything waits, in their order."""
    names = sorted(_KINDS, key=lambda name: _KINDS[name][0])
    mine = [name for name in names if await _is_mine(unit, organisation_id, name)]
    counts = [Waiting(name, await _KINDS[name][1].count(unit, organisation_id)) for name in mine]
    return [one for one in counts if one.count]


@use_case(Permission.DECIDE, target=organisation("organisation_id"))
async def things(
    unit: Unit, *, organisation_id: int, kind: str, upto: int = MOST, offset: int = 0, limit: int
) -> list[Thing]:
    """A stretch of what waits of one kind."""
    chosen = await _kind(unit, organisation_id, kind)
    return await chosen.things(unit, organisation_id, upto=upto, offset=offset, limit=limit)


@use_case(Permission.DECIDE, target=organisation("organisation_id"))
async def approve(
    unit: Unit, *, organisation_id: int, kind: str, upto: int, excluded: frozenset[int]
) -> int:
    """Approve all that was shown but the excluded ones. Returns how many."""
    chosen = await _kind(unit, organisation_id, kind)
    return await chosen.approve(unit, organisation_id, upto=upto, excluded=excluded)


@use_case(Permission.DECIDE, target=organisation("organisation_id"))
async def refuse(unit: Unit, *, organisation_id: int, kind: str, ids: frozenset[int]) -> int:
    """Refuse these for good. Raises NotAllowed for a kind that is only approved."""
    chosen = await _kind(unit, organisation_id, kind)
    if not chosen.refusable:
        raise NotAllowed
    return await chosen.refuse(unit, organisation_id, ids=ids)


def refusable(kind: str) -> bool:
    return kind in _KINDS and _KINDS[kind][1].refusable


async def _is_mine(unit: Unit, organisation_id: int, name: str) -> bool:
    try:
        await check_reach(unit, _KINDS[name][1].permission, organisation_id)
    except NotAllowed:
        return False
    return True


async def _kind(unit: Unit, organisation_id: int, name: str) -> Kind:
    if name not in _KINDS or not await _is_mine(unit, organisation_id, name):
        raise NotAllowed
    return _KINDS[name][1]
