"""What waits for the head: things that take force with a number and a date, from all areas.

An area takes part by a desk. Whatever it puts there is shown on one screen and signed the same
way; what signing means is the area's own business. The title of a thing is the message
`sign-<kind>` with the thing's arguments.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Protocol, TypeVar

from core.errors import NotAllowed, Refusal
from core.registers import enrol
from db.queries import seats
from mentoring.access import organisation, use_case
from mentoring.audit import record
from mentoring.roles import Permission
from mentoring.unit import Unit

NUMBER_LIMIT = 60


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing to be signed; `kind` and `id` name it to its desk."""

    kind: str
    id: int
    args: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Standing:
    """How the school's programme stands, in one line."""

    pairs: int
    overdue: int
    lonely: int


class Desk(Protocol):
    """One area's things to be signed."""

    async def waiting(self, unit: Unit, organisation_id: int) -> list[Thing]:
        """What is to be signed in this organisation, the oldest first."""
        ...

    async def sign(
        self, unit: Unit, organisation_id: int, thing_id: int, number: str, day: date
    ) -> None:
        """It was signed under this number on this day; called for what is waiting only."""
        ...


DESKS: dict[str, Desk] = {}

D = TypeVar("D", bound=Desk)


def desk(kind: str) -> Callable[[type[D]], type[D]]:
    """Register a class, made without arguments, for one kind of things."""

    def register(made: type[D]) -> type[D]:
        one: Desk = made()
        enrol(DESKS, kind, one)
        return made

    return register


@use_case(Permission.SIGN, target=organisation("organisation_id"))
async def waiting(unit: Unit, *, organisation_id: int) -> list[Thing]:
    """Everything that waits for a signature."""
    return [
        thing
        for present in DESKS.values()
        for thing in await present.waiting(unit, organisation_id)
    ]


@use_case(Permission.SIGN, target=organisation("organisation_id"))
async def sign(
    unit: Unit, *, organisation_id: int, kind: str, thing_id: int, number: str, day: date
) -> None:
    """Note the number and the date. Raises NotAllowed for what waits no more, Refusal for a day to
    come."""
    present = DESKS.get(kind)
    if present is None or thing_id not in {
        thing.id for thing in await present.waiting(unit, organisation_id)
    }:
        raise NotAllowed
    if day > unit.today():
        raise Refusal("sign-day-ahead")
    await present.sign(unit, organisation_id, thing_id, number[:NUMBER_LIMIT], day)
    record(unit, organisation_id, "signed", kind=kind, number=number[:NUMBER_LIMIT], day=day)


@use_case(Permission.SIGN, target=organisation("organisation_id"))
async def standing(unit: Unit, *, organisation_id: int) -> Standing:
    """Pairs at work, activities overdue, mentees without a pair."""
    row = await seats.standing(unit.session, organisation_id, unit.today())
    return Standing(*row)
