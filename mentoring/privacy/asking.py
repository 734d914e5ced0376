"""Erasure at a person's demand: by themselves, by who speaks for a child, by a curator from paper.

Everything ends at once (pairs, seats, consents); the wiping follows with the planner's next tick,
outside of the conversation that would write itself down again. For a minor, at whose demand ever, a
curator says yes first (`deciding`), for nothing brings the data back.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select

from core.errors import NotAllowed, Refusal
from db.models import Membership, Organisation, Person, Profile
from db.queries import consents, erasures, lacking
from db.queries.telling import HOLDERS, plan_for
from mentoring.access import organisation, use_case
from mentoring.audit import record
from mentoring.consent.rules import is_minor, signs
from mentoring.letters import day
from mentoring.notices import button, notice
from mentoring.people.naming import shown
from mentoring.privacy import erasing, own_data
from mentoring.privacy.erasing import PARTS, Reason
from mentoring.privacy.own_data import Whose
from mentoring.roles import Permission, Role
from mentoring.unit import Unit

# What a curator has to look at a demand; then it is carried out without them. (152-FZ, article 21,
# gives the operator ten working days.)
DECIDED_WITHIN = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Place:
    """One place somebody is in, with what they are there; without a role: in its bank alone."""

    organisation_id: int
    name: str
    roles: tuple[Role, ...]


@dataclass(frozen=True, slots=True)
class Prospect:
    """What an erasure would take, place by place, and the seats it would leave."""

    child: str
    places: tuple[Place, ...]
    stays: tuple[Place, ...]
    # The day by which a curator looks at it; empty where it is done at once.
    decided_by: date | None


async def prospect(unit: Unit, *, person_id: int) -> Prospect:
    """What follows if the actor asks for this. Raises NotAllowed for anybody else's data, Refusal
    for who is too young to decide or takes no part anywhere."""
    whose = await own_data.check(unit, person_id)
    year = await consents.birth_year(unit.session, person_id)
    if not whose.child and not signs(year, unit.today()):
        raise Refusal("erasure-by-parent")
    found, stays = await _places(unit, person_id)
    if not found:
        raise Refusal("erasure-nothing")
    minor = is_minor(year, unit.today())
    return Prospect(whose.child, found, stays, unit.today() + DECIDED_WITHIN if minor else None)


async def _places(unit: Unit, person_id: int) -> tuple[tuple[Place, ...], tuple[Place, ...]]:
    seats = (
        await unit.session.execute(
            select(Membership.organisation_id, Membership.role)
            .where(Membership.person_id == person_id, Membership.ended_at.is_(None))
            .order_by(Membership.id)
        )
    ).all()
    part: dict[int, list[Role]] = {}
    office: dict[int, list[Role]] = {}
    for place, role in seats:
        (part if role in PARTS else office).setdefault(place, []).append(Role(role))
    for row in await consents.waiting(unit.session, person_id):
        part.setdefault(row.organisation_id, []).append(Role(row.role))
    bank = select(Profile.organisation_id).where(Profile.person_id == person_id)
    for place in await unit.session.scalars(bank):
        part.setdefault(place, [])
    names = select(Organisation.id, Organisation.name).where(Organisation.id.in_([*part, *office]))
    named = {row.id: row.name for row in (await unit.session.execute(names)).all()}

    def told(of: dict[int, list[Role]]) -> tuple[Place, ...]:
        return tuple(
            Place(place, named[place], tuple(dict.fromkeys(roles)))
            for place, roles in sorted(of.items())
        )

    return told(part), told(office)


async def ask(unit: Unit, *, person_id: int, organisation_id: int | None = None) -> Prospect:
    """Have one's own data, or those of a child of one's own, wiped: in one place, or everywhere.

    Returns what was promised. Raises as `prospect`, NotAllowed for a place they are not in.
    """
    promised = await prospect(unit, person_id=person_id)
    places = [one.organisation_id for one in promised.places]
    if organisation_id is not None:
        if organisation_id not in places:
            raise NotAllowed
        places = [organisation_id]
    for place in places:
        record(unit, place, "erasure-asked", subject_id=person_id)
        if promised.decided_by is None:
            await begin(unit, place, person_id, Reason.ASKED, asked_by=unit.me)
        else:
            await _put_before(unit, place, person_id, promised.decided_by)
    return promised


async def _put_before(unit: Unit, organisation_id: int, person_id: int, decided_by: date) -> None:
    """Put a demand before the curators; one that waits already is enough."""
    if await erasures.demand(unit.session, organisation_id, person_id) is not None:
        return
    demand = erasures.add(
        unit.session,
        organisation_id=organisation_id,
        person_id=person_id,
        reason=Reason.MINOR,
        by=unit.me,
        due_at=unit.now + DECIDED_WITHIN,
    )
    await unit.session.flush()
    person = await unit.session.get_one(Person, person_id)
    row = notice(
        unit,
        unique=f"erasure-asked:{demand.id}",
        message="erasure-asked-notice",
        args={
            "name": shown(person, unit.today()),
            "own": "yes" if person_id == unit.me else "no",
            # A child is shown no further than others see them.
            "by": "-" if person_id == unit.me else unit.actor.name,
            "until": day(decided_by),
        },
        buttons=[button("erasure-asked-open", f"todo:erasures-{organisation_id}")],
    )
    await plan_for(
        unit.session, row, HOLDERS, organisation=organisation_id, roles=[str(Role.CURATOR)]
    )
    unit.wakes.add("sender")


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
    await begin(unit, organisation_id, person_id, Reason.PAPER, asked_by=unit.me)


async def begin(
    unit: Unit, organisation_id: int, person_id: int, reason: Reason, *, asked_by: int | None
) -> None:
    """End everything and plan the wiping. Part of deeds that have checked the rights."""
    await erasing.stop(unit, organisation_id, person_id, withdrawn=True)
    # One that was planned for later is replaced.
    await erasures.cancel_erasure(unit.session, organisation_id, person_id, unit.now)
    erasures.add(
        unit.session,
        organisation_id=organisation_id,
        person_id=person_id,
        reason=reason,
        by=asked_by,
        due_at=unit.now,
    )
    await unit.session.flush()
