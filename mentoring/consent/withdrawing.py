"""What follows when a consent is withdrawn or its term runs out."""

from datetime import timedelta
from enum import StrEnum

from db.models import Person
from db.queries import consents, erasures
from db.queries import lacking as lists
from db.queries.telling import HOLDERS, plan_for
from mentoring.bank import entering
from mentoring.consent.texts import REQUIRED, Purpose
from mentoring.letters import day
from mentoring.notices import button, notice, plan
from mentoring.pairs.parting import part
from mentoring.people.naming import shown
from mentoring.roles import Role
from mentoring.unit import Unit

# 152-FZ, article 21: the data are destroyed within thirty days of a withdrawal.
ERASED_AFTER = timedelta(days=30)


class After(StrEnum):
    """Which consent will not do any more, the weightiest first."""

    PROGRAMME = Purpose.PROGRAMME.value
    # From a year of age on their own is needed: as an adult's, or beside the representative's.
    ADULT = "adult"
    SIGNS = "signs"
    # Whoever agreed for them does not speak for them.
    PARENT = "parent"
    MENTOR = Purpose.MENTOR.value


async def after_withdrawal(
    unit: Unit, organisation_id: int, person_id: int, purpose: Purpose
) -> None:
    """End the seats that need the purpose, and the pairs, plan the erasure, tell the curators."""
    ended = await _end_seats(unit, organisation_id, person_id, purpose, reason="withdrawn")
    await part(unit, organisation_id, person_id, ended)
    await _tell_curators(
        unit,
        organisation_id,
        person_id,
        "consent-withdrawn-notice",
        unique=f"withdrawn:{organisation_id}:{person_id}:{purpose}:{unit.now.isoformat()}",
        purpose=purpose,
    )


async def after_term(unit: Unit, organisation_id: int, person_id: int, why: After) -> None:
    """A consent will not do any more: as after a withdrawal, but a new one (to the programme within
    the thirty days) gives the seats back. The person, who speaks for them and the curators are
    told."""
    purpose = Purpose.MENTOR if why is After.MENTOR else Purpose.PROGRAMME
    ended = await _end_seats(unit, organisation_id, person_id, purpose, reason="expired")
    for role in ended:
        await consents.expect(
            unit.session,
            organisation_id=organisation_id,
            person_id=person_id,
            role=role,
            invite_id=None,
            programme_id=None,
            now=unit.now,
        )
    unique = f"consent-over:{organisation_id}:{person_id}:{unit.today().isoformat()}"
    await _tell_curators(
        unit, organisation_id, person_id, "consent-over-notice", unique=f"{unique}:office", what=why
    )
    person = await unit.session.get_one(Person, person_id)
    rows = [
        notice(
            unit,
            unique=f"{unique}:{receiver}",
            message="consent-over",
            person_id=receiver,
            args={
                "own": "yes" if receiver == person_id else "no",
                "name": shown(person, unit.today()),
                "until": day(unit.today() + ERASED_AFTER),
                "what": why,
            },
            buttons=[button("consent-reminder-open", "consents")],
        )
        for receiver in await lists.reminded(unit.session, [person_id])
    ]
    await plan(unit, rows)


async def _end_seats(
    unit: Unit, organisation_id: int, person_id: int, purpose: Purpose, *, reason: str
) -> list[str]:
    """End the seats that need the purpose, plan the erasure. Returns the roles that ended."""
    roles = [role for role, purposes in REQUIRED.items() if purpose in purposes]
    ended = await erasures.end_seats(
        unit.session,
        organisation_id=organisation_id,
        person_id=person_id,
        roles=roles,
        now=unit.now,
    )
    for role in ended:
        await entering.leave(unit, organisation_id, person_id, role)
    if purpose is Purpose.PROGRAMME:
        await erasures.plan_erasure(
            unit.session,
            organisation_id=organisation_id,
            person_id=person_id,
            reason=reason,
            by=unit.actor.person_id,
            due_at=unit.now + ERASED_AFTER,
        )
    return ended


async def _tell_curators(
    unit: Unit, organisation_id: int, person_id: int, message: str, *, unique: str, **args: str
) -> None:
    person = await unit.session.get_one(Person, person_id)
    told = {
        "name": shown(person, unit.today()),
        "until": day(unit.today() + ERASED_AFTER),
        **args,
    }
    row = notice(unit, unique=unique, message=message, args=told)
    await plan_for(
        unit.session, row, HOLDERS, organisation=organisation_id, roles=[str(Role.CURATOR)]
    )
    unit.wakes.add("sender")
