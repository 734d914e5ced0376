"""Leave: between two days a person's digests about roadmaps go to a deputy."""

from dataclasses import dataclass
from datetime import date

from core.errors import NotAllowed, Refusal
from db.queries import executors
from db.queries import notices as queries
from mentoring.access import oneself, organisation, use_case
from mentoring.roadmaps.audience import STAFF
from mentoring.roles import Permission
from mentoring.unit import Unit


@dataclass(frozen=True, slots=True)
class Away:
    """A leave that is not over: who stands in from when to when."""

    id: int
    organisation: str
    deputy: str
    first_day: date
    last_day: date


@use_case(Permission.CHOOSE_NOTICES, target=organisation("organisation_id"))
async def deputies(unit: Unit, *, organisation_id: int) -> list[tuple[int, str]]:
    """Who can stand in: the staff of the same organisation but the person, by name."""
    staff = await executors.staff(unit.session, organisation_id, STAFF)
    return [(row.id, row.name) for row in staff if row.id != unit.me]


@use_case(Permission.CHOOSE_NOTICES, target=organisation("organisation_id"))
async def begin(
    unit: Unit, *, organisation_id: int, deputy_id: int, first_day: date, last_day: date
) -> None:
    """Have a deputy told instead. It takes the place of a leave there may be.

    Raises NotAllowed for somebody who cannot stand in, Refusal for days in the wrong order.
    """
    if deputy_id not in {
        person for person, _name in await deputies(unit, organisation_id=organisation_id)
    }:
        raise NotAllowed
    if last_day < max(first_day, unit.today()):
        raise Refusal("leave-days-order")
    await queries.end_leaves(unit.session, unit.me, unit.now, organisation_id)
    await queries.add_leave(
        unit.session,
        {
            "organisation_id": organisation_id,
            "person_id": unit.me,
            "deputy_id": deputy_id,
            "first_day": first_day,
            "last_day": last_day,
            "created_at": unit.now,
        },
    )


@use_case(Permission.CHOOSE_NOTICES, target=oneself)
async def mine(unit: Unit) -> list[Away]:
    """The actor's leaves that are not over."""
    return [
        Away(row.id, row.organisation, row.deputy, row.first_day, row.last_day)
        for row in await queries.leaves(unit.session, unit.me, unit.today())
    ]


@use_case(Permission.CHOOSE_NOTICES, target=oneself)
async def end(unit: Unit) -> None:
    """Be back: digests come to the actor again."""
    await queries.end_leaves(unit.session, unit.me, unit.now)
