"""What follows when a consent is withdrawn or its term runs out."""

from datetime import timedelta

from db.models import Person
from db.queries import erasures
from db.queries.telling import HOLDERS, plan_for
from mentoring.bank import entering
from mentoring.consent.texts import REQUIRED, Purpose
from mentoring.letters import day
from mentoring.notices import notice
from mentoring.people.naming import shown
from mentoring.roles import Role
from mentoring.unit import Unit

# 152-FZ, article 21: the data are destroyed within thirty days of a withdrawal.
ERASED_AFTER = timedelta(days=30)


async def after_withdrawal(
    unit: Unit, organisation_id: int, person_id: int, purpose: Purpose
) -> None:
    """End the seats that need the purpose, plan the erasure, tell the curators."""
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
    due = unit.now + ERASED_AFTER
    if purpose is Purpose.PROGRAMME:
        await erasures.plan_erasure(
            unit.session,
            organisation_id=organisation_id,
            person_id=person_id,
            reason="withdrawn",
            by=unit.actor.person_id,
            due_at=due,
        )
    person = await unit.session.get_one(Person, person_id)
    row = notice(
        unit,
        unique=f"withdrawn:{organisation_id}:{person_id}:{purpose}:{unit.now.isoformat()}",
        message="consent-withdrawn-notice",
        args={
            "name": shown(person, unit.today()),
            "purpose": purpose,
            "until": day(unit.today() + ERASED_AFTER),
        },
    )
    await plan_for(
        unit.session, row, HOLDERS, organisation=organisation_id, roles=[str(Role.CURATOR)]
    )
    unit.wakes.add("sender")
