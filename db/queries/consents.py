"""Consents on record, and people on the way in."""

from collections.abc import Collection, Sequence
from datetime import date, datetime

from sqlalchemy import literal, or_, select, union_all, update
from sqlalchemy.ext.asyncio import AsyncSession

from db.engines import CHUNK
from db.models import (
    Consent,
    Joining,
    Membership,
    Organisation,
    Person,
)
from db.types import AnyRow
from db.upsert import upserting


async def given(
    session: AsyncSession, organisation_id: int, people: Collection[int]
) -> Sequence[AnyRow]:
    """Consents of these people that nobody has withdrawn, with all their columns."""
    rows: list[AnyRow] = []
    known = sorted(people)
    for first in range(0, len(known), CHUNK):
        query = (
            select(*Consent.__table__.c)
            .where(
                Consent.organisation_id == organisation_id,
                Consent.person_id.in_(known[first : first + CHUNK]),
                Consent.withdrawn_at.is_(None),
            )
            .order_by(Consent.id)
        )
        rows += (await session.execute(query)).all()
    return rows


async def birth_year(session: AsyncSession, person_id: int) -> int | None:
    found: int | None = await session.scalar(
        select(Person.birth_year).where(Person.id == person_id)
    )
    return found


async def set_birth_year(session: AsyncSession, person_id: int, year: int) -> None:
    """Note the year; one that is known already stays."""
    await session.execute(
        update(Person)
        .where(Person.id == person_id, Person.birth_year.is_(None))
        .values(birth_year=year)
    )


async def expect(
    session: AsyncSession,
    *,
    organisation_id: int,
    person_id: int,
    role: str,
    invite_id: int | None,
    programme_id: int | None,
    now: datetime,
) -> bool:
    """Put somebody on the way in, again if they have left. Whether it is for the first time."""
    statement = upserting(session, Joining).values(
        organisation_id=organisation_id,
        person_id=person_id,
        role=role,
        invite_id=invite_id,
        programme_id=programme_id,
        since=now,
    )
    unique = ["organisation_id", "role", "person_id"]
    created: int | None = await session.scalar(
        statement.on_conflict_do_nothing(index_elements=unique).returning(Joining.id)
    )
    if created is not None:
        return True
    seated = select(Membership.id).where(
        Membership.organisation_id == organisation_id,
        Membership.person_id == person_id,
        Membership.role == role,
        Membership.ended_at.is_(None),
    )
    await session.execute(
        update(Joining)
        .where(
            Joining.organisation_id == organisation_id,
            Joining.person_id == person_id,
            Joining.role == role,
            ~seated.exists(),
        )
        .values(invite_id=invite_id, programme_id=programme_id, admitted_at=None)
    )
    return False


async def waiting(
    session: AsyncSession, person_id: int, organisation_id: int | None = None
) -> Sequence[AnyRow]:
    """Where somebody waits for consents: all columns of joining, and the place's name."""
    query = (
        select(*Joining.__table__.c, Organisation.name.label("place"))
        .join(Organisation, Organisation.id == Joining.organisation_id)
        .where(Joining.person_id == person_id, Joining.admitted_at.is_(None))
        .order_by(Joining.id)
    )
    if organisation_id is not None:
        query = query.where(Joining.organisation_id == organisation_id)
    return (await session.execute(query)).all()


async def take_seat(
    session: AsyncSession, *, organisation_id: int, person_id: int, role: str, now: datetime
) -> int | None:
    """Give a seat, or take up one that was given up. The new row's id, None for an old one."""
    unique = ["organisation_id", "role", "person_id"]
    statement = upserting(session, Membership).values(
        organisation_id=organisation_id, person_id=person_id, role=role, since=now
    )
    created: int | None = await session.scalar(
        statement.on_conflict_do_nothing(index_elements=unique).returning(Membership.id)
    )
    if created is None:
        await session.execute(
            update(Membership)
            .where(
                Membership.organisation_id == organisation_id,
                Membership.person_id == person_id,
                Membership.role == role,
                # Given up earlier, or a deputy's so far: from now on it is theirs for good.
                or_(Membership.ended_at.is_not(None), Membership.until.is_not(None)),
            )
            .values(ended_at=None, until=None, since=now)
        )
    return created


async def admitted(session: AsyncSession, joining_id: int, now: datetime) -> bool:
    """Mark somebody as in; False when another transaction was first."""
    done = await session.scalar(
        update(Joining)
        .where(Joining.id == joining_id, Joining.admitted_at.is_(None))
        .values(admitted_at=now)
        .returning(Joining.id)
    )
    return done is not None


async def withdraw(
    session: AsyncSession,
    *,
    organisation_id: int,
    person_id: int,
    purpose: str,
    by: int | None,
    now: datetime,
) -> int:
    """Withdraw all of somebody's consents to one purpose. Returns how many there were."""
    done = await session.scalars(
        update(Consent)
        .where(
            Consent.organisation_id == organisation_id,
            Consent.person_id == person_id,
            Consent.purpose == purpose,
            Consent.withdrawn_at.is_(None),
        )
        .values(withdrawn_at=now, withdrawn_by=by)
        .returning(Consent.id)
    )
    return len(done.all())


async def already(
    session: AsyncSession,
    *,
    organisation_id: int,
    person_id: int,
    purpose: str,
    version: int,
    giver: str,
    today: date,
) -> bool:
    """Whether this very consent was given today and holds: a second press."""
    query = select(Consent.id).where(
        Consent.organisation_id == organisation_id,
        Consent.person_id == person_id,
        Consent.purpose == purpose,
        Consent.version == version,
        Consent.giver == giver,
        Consent.given_on == today,
        Consent.withdrawn_at.is_(None),
    )
    return await session.scalar(query.limit(1)) is not None


async def places(session: AsyncSession, people: Collection[int]) -> Sequence[AnyRow]:
    """Where people take part or wait to: person_id, organisation_id, place, role, waits (0, 1)."""
    seated = (
        select(
            Membership.person_id,
            Membership.organisation_id,
            Organisation.name.label("place"),
            Membership.role,
            literal(0).label("waits"),
        )
        .join(Organisation, Organisation.id == Membership.organisation_id)
        .where(
            Membership.person_id.in_(people),
            Membership.role.in_(("mentor", "mentee")),
            Membership.ended_at.is_(None),
        )
    )
    waiting = (
        select(
            Joining.person_id,
            Joining.organisation_id,
            Organisation.name.label("place"),
            Joining.role,
            literal(1).label("waits"),
        )
        .join(Organisation, Organisation.id == Joining.organisation_id)
        .where(Joining.person_id.in_(people), Joining.admitted_at.is_(None))
    )
    query = union_all(seated, waiting).order_by("person_id", "organisation_id", "role", "waits")
    return (await session.execute(query)).all()
