"""Erasure at a person's demand: by themselves, by who speaks for a child, by a curator from paper.

Everything ends at once (pairs, seats, consents); the wiping follows with the planner's next tick,
outside of the conversation that would write itself down again.
"""

from sqlalchemy import select

from core.errors import NotAllowed, Refusal
from db.models import Membership, Profile
from db.queries import consents, erasures, lacking
from mentoring.access import organisation, use_case
from mentoring.consent.rules import Giver, needed
from mentoring.consent.texts import REQUIRED
from mentoring.pairs.parting import part
from mentoring.people.naming import shown
from mentoring.privacy import erasing, own_data
from mentoring.privacy.own_data import Whose
from mentoring.roles import Permission, Role
from mentoring.unit import Unit

_PARTS = (*REQUIRED, Role.REPRESENTATIVE)


async def ask(unit: Unit, *, person_id: int) -> None:
    """Have one's own data, or those of a child of one's own, wiped wherever they take part.

    Raises NotAllowed for anybody else, Refusal for who is too young to decide or takes no part.
    """
    whose = await own_data.check(unit, person_id)
    year = await consents.birth_year(unit.session, person_id)
    if not whose.child and Giver.SELF not in needed(year, unit.today()):
        raise Refusal("erasure-by-parent")
    seats = select(Membership.organisation_id).where(
        Membership.person_id == person_id,
        Membership.role.in_(_PARTS),
        Membership.ended_at.is_(None),
    )
    places = set(await unit.session.scalars(seats))
    places |= {row.organisation_id for row in await consents.waiting(unit.session, person_id)}
    bank = select(Profile.organisation_id).where(Profile.person_id == person_id)
    places |= set(await unit.session.scalars(bank))
    if not places:
        raise Refusal("erasure-nothing")
    for place in sorted(places):
        await _begin(unit, place, person_id, "asked")


@use_case(Permission.KEEP_CONSENTS, target=organisation("organisation_id"))
async def people(unit: Unit, *, organisation_id: int) -> list[Whose]:
    """Participants of a school, to choose whose paper demand has come."""
    rows = await lacking.participants(unit.session, organisation_id)
    found = {row.person_id: Whose(row.person_id, shown(row, unit.today())) for row in rows}
    return list(found.values())


@use_case(Permission.KEEP_CONSENTS, target=organisation("organisation_id"))
async def order(unit: Unit, *, organisation_id: int, person_id: int) -> None:
    """Have a participant's data in the school wiped: they asked on paper."""
    if not await lacking.participants(unit.session, organisation_id, [person_id]):
        raise NotAllowed
    await _begin(unit, organisation_id, person_id, "paper_demand")


async def _begin(unit: Unit, organisation_id: int, person_id: int, reason: str) -> None:
    await part(unit, organisation_id, person_id)
    await erasing.leave(unit, organisation_id, person_id)
    for purpose in {purpose for purposes in REQUIRED.values() for purpose in purposes}:
        await consents.withdraw(
            unit.session,
            organisation_id=organisation_id,
            person_id=person_id,
            purpose=purpose,
            by=unit.actor.person_id,
            now=unit.now,
        )
    # One that was planned for later is replaced.
    await erasures.cancel_erasure(unit.session, organisation_id, person_id, unit.now)
    await unit.session.flush()
    await erasures.plan_erasure(
        unit.session,
        organisation_id=organisation_id,
        person_id=person_id,
        reason=reason,
        by=unit.actor.person_id,
        due_at=unit.now,
    )
