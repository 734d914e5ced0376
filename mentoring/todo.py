"""What waits for a yes, from all areas: lists with "all but these", nothing one by one.

An area takes part by a kind of thing. People see how many there are, look through them, leave out
whom they do not mean, and approve the rest. Approved is what was seen and nothing else: what came
meanwhile waits for the next time, and what has changed meanwhile is named and stays.
"""

from collections.abc import Callable, Collection, Mapping
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


@dataclass(frozen=True, slots=True)
class Approved:
    """How many were approved; `changed` are not any more what was seen, and still wait."""

    count: int
    changed: list[Thing]


class Kind(Protocol):
    """One kind of things; its words are `todo-kind-<name>`, `todo-ask-<name>`."""

    # Whose yes it is: another's list has no such kind.
    permission: ClassVar[Permission]
    # Whether what was left out can be refused for good (`refuse`).
    refusable: ClassVar[bool]

    async def count(self, unit: Unit, organisation_id: int) -> int: ...

    async def versions(
        self, unit: Unit, organisation_id: int, *, held: bool = False
    ) -> dict[int, str]:
        """What waits, by id in the order of ids: its version, "" where what waits never changes.

        `held`: nobody changes them till the commit.
        """
        ...

    async def things(
        self, unit: Unit, organisation_id: int, *, ids: Collection[int]
    ) -> list[Thing]:
        """Those of these that wait, in the order of ids."""
        ...

    async def approve(self, unit: Unit, organisation_id: int, *, ids: Collection[int]) -> int:
        """Approve these. Returns how many of them still waited."""
        ...

    async def refuse(self, unit: Unit, organisation_id: int, *, ids: frozenset[int]) -> int:
        """Refuse these. Returns how many of them still waited."""
        ...


class OneByOne:
    """A kind of which each thing wants words or marks of its own: it is counted among the others,
    and its list opens a journey of its own."""

    refusable: ClassVar[bool] = False

    async def versions(
        self, unit: Unit, organisation_id: int, *, held: bool = False
    ) -> dict[int, str]:
        return {}

    async def things(
        self, unit: Unit, organisation_id: int, *, ids: Collection[int]
    ) -> list[Thing]:
        return []

    async def approve(self, unit: Unit, organisation_id: int, *, ids: Collection[int]) -> int:
        raise NotAllowed

    async def refuse(self, unit: Unit, organisation_id: int, *, ids: frozenset[int]) -> int:
        raise NotAllowed


Registered = TypeVar("Registered", bound=Kind)

_KINDS: dict[str, tuple[int, Kind]] = {}


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
async def versions(unit: Unit, *, organisation_id: int, kind: str) -> dict[int, str]:
    """All that waits of one kind: the version of each by its id, as `approve` wants them."""
    return await (await _kind(unit, organisation_id, kind)).versions(unit, organisation_id)


@use_case(Permission.DECIDE, target=organisation("organisation_id"))
async def things(
    unit: Unit, *, organisation_id: int, kind: str, ids: Collection[int]
) -> list[Thing]:
    """Those of these that still wait."""
    chosen = await _kind(unit, organisation_id, kind)
    return await chosen.things(unit, organisation_id, ids=ids)


@use_case(Permission.DECIDE, target=organisation("organisation_id"))
async def approve(
    unit: Unit, *, organisation_id: int, kind: str, seen: Mapping[int, str]
) -> Approved:
    """Approve these, each in the version that was seen; what waits no more is passed over."""
    chosen = await _kind(unit, organisation_id, kind)
    now = await chosen.versions(unit, organisation_id, held=True)
    same = [one for one, version in seen.items() if now.get(one) == version]
    other = [one for one in seen if one in now and one not in same]
    count = await chosen.approve(unit, organisation_id, ids=same) if same else 0
    changed = await chosen.things(unit, organisation_id, ids=other) if other else []
    return Approved(count, changed)


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
