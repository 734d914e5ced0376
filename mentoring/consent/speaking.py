"""Who speaks for a child here: curators learn of it, say that it is right or undo it.

The link for parents goes through the child's own hands, so whoever opens it has to be looked at.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select, update

from core.errors import NotAllowed
from db.models import Consent, Invite, Membership, Organisation, Person, Representation
from db.queries import erasures, representation
from db.queries import lacking as lists
from db.queries.telling import HOLDERS, plan_for
from mentoring.access import owner, use_case
from mentoring.audit import record
from mentoring.consent.giving import lack
from mentoring.consent.texts import Purpose
from mentoring.consent.withdrawing import After, after_term
from mentoring.notices import button, notice, tell
from mentoring.people.naming import shown
from mentoring.roles import Permission, Role
from mentoring.unit import Unit


@dataclass(frozen=True, slots=True)
class Speaks:
    """One adult and one child; `checked` when a curator has looked, `over` when it has ended."""

    name: str
    child: str
    since: datetime
    checked: bool
    over: bool


async def tell_curators(
    unit: Unit, place: Organisation, representative_id: int, child_id: int
) -> None:
    """Tell the curators who speaks for a child of theirs from now on: at once of the first of a
    day, of the others with the morning's digest (`mentoring.consent.checking`)."""
    found = (
        await unit.session.scalars(
            select(Representation).where(
                Representation.representative_id == representative_id,
                Representation.child_id == child_id,
            )
        )
    ).one()
    adult = await unit.session.get_one(Person, representative_id)
    child = await unit.session.get_one(Person, child_id)
    row = notice(
        unit,
        unique=f"speaks:{place.id}:{unit.today(place.timezone).isoformat()}",
        message="representative-joined-notice",
        args={"name": adult.name, "child": shown(child, unit.today())},
        buttons=[button("representative-open", f"speaks:{found.id}")],
    )
    await plan_for(unit.session, row, HOLDERS, organisation=place.id, roles=[str(Role.CURATOR)])
    unit.wakes.add("sender")


@use_case(Permission.KEEP_CONSENTS, target=owner(Representation, "representation_id"))
async def card(unit: Unit, *, representation_id: int) -> Speaks:
    """Who speaks for whom."""
    found = await _one(unit, representation_id)
    adult = await unit.session.get_one(Person, found.representative_id)
    child = await unit.session.get_one(Person, found.child_id)
    return Speaks(
        adult.name,
        shown(child, unit.today()),
        found.since,
        checked=found.checked_at is not None,
        over=found.ended_at is not None,
    )


@use_case(Permission.KEEP_CONSENTS, target=owner(Representation, "representation_id"))
async def check(unit: Unit, *, representation_id: int) -> None:
    """They are a parent or a guardian indeed. A second time changes nothing."""
    found = await _one(unit, representation_id)
    if found.checked_at is None and found.ended_at is None:
        found.checked_at = unit.now
        record(unit, found.organisation_id, "representative-checked", subject_id=found.child_id)


@use_case(Permission.KEEP_CONSENTS, target=owner(Representation, "representation_id"))
async def undo(unit: Unit, *, representation_id: int) -> None:
    """They do not speak for the child: what they gave by a button is withdrawn, the links that the
    child has passed on work no more, the seat ends with the last child. The child's own seats wait
    until somebody else agrees. A second time changes nothing."""
    await end(unit, await _one(unit, representation_id))


async def end(unit: Unit, found: Representation) -> None:
    """What `undo` does, for use cases."""
    if found.ended_at is not None:
        return
    adult, child, place = found.representative_id, found.child_id, found.organisation_id
    found.ended_at = unit.now
    await unit.session.flush()
    await unit.session.execute(
        update(Consent)
        .where(
            Consent.person_id == child,
            Consent.given_by == adult,
            Consent.giver == "representative",
            Consent.withdrawn_at.is_(None),
        )
        .values(withdrawn_at=unit.now, withdrawn_by=unit.me)
    )
    await unit.session.execute(
        update(Invite)
        .where(Invite.child_id == child, Invite.revoked_at.is_(None))
        .values(revoked_at=unit.now)
    )
    # What they have asked for in the child's name is nobody's demand.
    asked = await erasures.demands_by(unit.session, place, child, adult)
    await erasures.call_off(unit.session, asked, unit.now)
    if not any(
        one.organisation_id == place for one in await representation.children(unit.session, adult)
    ):
        await unit.session.execute(
            update(Membership)
            .where(
                Membership.organisation_id == place,
                Membership.person_id == adult,
                Membership.role == Role.REPRESENTATIVE,
                Membership.ended_at.is_(None),
            )
            .values(ended_at=unit.now)
        )
    rows = await lists.participants(unit.session, place, [child])
    takes_part = any(not row.waits for row in rows)
    if takes_part and await lack(unit, place, child, (Purpose.PROGRAMME,)):
        await after_term(unit, place, child, After.PARENT)
    record(unit, place, "representative-undone", subject_id=child)
    person = await unit.session.get_one(Person, child)
    await tell(
        unit,
        adult,
        "representative-undone-notice",
        unique=f"speaks-no-more:{found.id}:{unit.now.isoformat()}",
        args={"child": shown(person, unit.today())},
    )


async def _one(unit: Unit, representation_id: int) -> Representation:
    found = await unit.session.get(Representation, representation_id)
    if found is None:
        raise NotAllowed
    return found
