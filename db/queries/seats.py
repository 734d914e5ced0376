"""Who sits where among the staff, who stands in for whom, and what the register says of them."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Select, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from db.models import (
    Appointment,
    Assignment,
    Branch,
    Deputy,
    Invite,
    Membership,
    Organisation,
    Pair,
    Person,
    Profile,
    Programme,
)
from db.queries.running import running
from db.types import AnyRow


def _seats() -> Select[*tuple[Any, ...]]:
    return (
        select(
            Membership.id,
            Membership.organisation_id,
            Membership.person_id,
            Membership.role,
            Membership.since,
            Membership.until,
            Person.name,
            Organisation.name.label("place"),
            Organisation.timezone,
            Appointment.order_number,
            Appointment.ordered_on,
            Appointment.contact,
            Appointment.training,
        )
        .join(Person, Person.id == Membership.person_id)
        .join(Organisation, Organisation.id == Membership.organisation_id)
        .join(Appointment, Appointment.membership_id == Membership.id, isouter=True)
        .where(Membership.ended_at.is_(None))
    )


async def one(session: AsyncSession, membership_id: int) -> AnyRow | None:
    """An open seat: id, organisation_id, person_id, role, since, until, name, place, timezone,
    order_number, ordered_on, contact, training."""
    return (await session.execute(_seats().where(Membership.id == membership_id))).first()


async def of_organisation(
    session: AsyncSession, organisation_id: int, roles: Collection[str]
) -> Sequence[AnyRow]:
    """Open seats of these roles by name, as `one` gives them."""
    query = _seats().where(
        Membership.organisation_id == organisation_id, Membership.role.in_(roles)
    )
    return (await session.execute(query.order_by(Person.name, Membership.id))).all()


async def in_branch(session: AsyncSession, organisation_id: int, role: str) -> Sequence[AnyRow]:
    """Open seats of a role below an organisation, by place and name; deputies are not counted."""
    query = (
        _seats()
        .join(Branch, Branch.descendant_id == Membership.organisation_id)
        .where(
            Branch.ancestor_id == organisation_id,
            Membership.role == role,
            Membership.until.is_(None),
        )
        .order_by(Organisation.name, Person.name)
    )
    return (await session.execute(query)).all()


async def unfilled(session: AsyncSession, organisation_id: int, role: str) -> Sequence[AnyRow]:
    """Schools below an organisation in which nobody has this role: id, name."""
    taken = select(Membership.organisation_id).where(
        Membership.role == role, Membership.ended_at.is_(None), Membership.until.is_(None)
    )
    query: Select[*tuple[Any, ...]] = (
        select(Organisation.id, Organisation.name)
        .join(Branch, Branch.descendant_id == Organisation.id)
        .where(
            Branch.ancestor_id == organisation_id,
            Organisation.kind == "school",
            Organisation.id.not_in(taken),
        )
        .order_by(Organisation.name, Organisation.id)
    )
    return (await session.execute(query)).all()


async def others(session: AsyncSession, organisation_id: int, role: str) -> int:
    """How many people hold a role in an organisation for good."""
    query = select(Membership.id).where(
        Membership.organisation_id == organisation_id,
        Membership.role == role,
        Membership.ended_at.is_(None),
        Membership.until.is_(None),
    )
    return len((await session.scalars(query)).all())


async def colleagues(
    session: AsyncSession, organisation_id: int, roles: Collection[str], besides: int, role: str
) -> Sequence[AnyRow]:
    """People with one of the roles in an organisation who have not `role` there: id, name."""
    have = select(Membership.person_id).where(
        Membership.organisation_id == organisation_id,
        Membership.role == role,
        Membership.ended_at.is_(None),
    )
    query: Select[*tuple[Any, ...]] = (
        select(Person.id, Person.name)
        .join(Membership, Membership.person_id == Person.id)
        .where(
            Membership.organisation_id == organisation_id,
            Membership.role.in_(roles),
            Membership.ended_at.is_(None),
            Person.id != besides,
            Person.id.not_in(have),
            Person.telegram_id.is_not(None),
        )
        .group_by(Person.id, Person.name)
        .order_by(Person.name, Person.id)
    )
    return (await session.execute(query)).all()


async def pending(session: AsyncSession) -> Sequence[AnyRow]:
    """Terms of deputies that are not over: Deputy, timezone."""
    query = (
        select(Deputy, Organisation.timezone)
        .join(Organisation, Organisation.id == Deputy.organisation_id)
        .where(Deputy.over_at.is_(None))
        .order_by(Deputy.id)
    )
    return (await session.execute(query)).all()


async def deputies_of(
    session: AsyncSession, organisation_id: int, role: str, absent_id: int
) -> Sequence[AnyRow]:
    """Who stands in, or will, for somebody: id, name, starts_on, ends_on."""
    stand_in = aliased(Person)
    query: Select[*tuple[Any, ...]] = (
        select(Deputy.id, stand_in.name, Deputy.starts_on, Deputy.ends_on)
        .join(stand_in, stand_in.id == Deputy.person_id)
        .where(
            Deputy.organisation_id == organisation_id,
            Deputy.role == role,
            Deputy.absent_id == absent_id,
            Deputy.over_at.is_(None),
        )
        .order_by(Deputy.starts_on, Deputy.id)
    )
    return (await session.execute(query)).all()


async def close_term(session: AsyncSession, deputy: Deputy, now: datetime) -> None:
    """Take back the seat a deputy has for a while; one they have for good stays."""
    await session.execute(
        update(Membership)
        .where(
            Membership.organisation_id == deputy.organisation_id,
            Membership.role == deputy.role,
            Membership.person_id == deputy.person_id,
            Membership.until.is_not(None),
            Membership.ended_at.is_(None),
        )
        .values(ended_at=now, until=None)
    )


async def working_links(
    session: AsyncSession, parent_id: int, role: str, now: datetime
) -> Sequence[AnyRow]:
    """The plain links for a role that work, below an organisation: organisation_id, token,
    expires_at, the newest last."""
    query: Select[*tuple[Any, ...]] = (
        select(Invite.organisation_id, Invite.token, Invite.expires_at)
        .join(Organisation, Organisation.id == Invite.organisation_id)
        .where(
            Organisation.parent_id == parent_id,
            Invite.role == role,
            Invite.revoked_at.is_(None),
            Invite.label.is_(None),
            Invite.succeeds_id.is_(None),
            Invite.uses_left > 0,
            Invite.expires_at > now,
        )
        .order_by(Invite.id)
    )
    return (await session.execute(query)).all()


async def participants(session: AsyncSession, organisation_id: int) -> Sequence[AnyRow]:
    """Everybody in a programme below an organisation, by place and name: place, name, birth_year,
    side, form, title, post, since. Who is adult, the caller decides."""
    query: Select[*tuple[Any, ...]] = (
        select(
            Organisation.name.label("place"),
            Person.name,
            Person.birth_year,
            Profile.side,
            Programme.form,
            Programme.title,
            Profile.post,
            Profile.created_at.label("since"),
        )
        .join(Person, Person.id == Profile.person_id)
        .join(Programme, Programme.id == Profile.programme_id)
        .join(Organisation, Organisation.id == Profile.organisation_id)
        .join(Branch, Branch.descendant_id == Profile.organisation_id)
        .where(
            Branch.ancestor_id == organisation_id,
            Profile.status.not_in(("left", "listed")),
            Person.erased_at.is_(None),
        )
        .order_by(Organisation.name, Person.name, Profile.id)
    )
    return (await session.execute(query)).all()


async def without_order(session: AsyncSession, organisation_id: int, role: str) -> Sequence[AnyRow]:
    """Open seats of a role for which no order is noted, as `one` gives them."""
    query = _seats().where(
        Membership.organisation_id == organisation_id,
        Membership.role == role,
        Membership.until.is_(None),
        Appointment.order_number.is_(None),
    )
    return (await session.execute(query.order_by(Membership.id))).all()


async def standing(
    session: AsyncSession, organisation_id: int, today: date
) -> tuple[int, int, int]:
    """Running pairs, overdue assignments, mentees with nobody beside them."""
    counts = [
        select(func.count()).where(Pair.organisation_id == organisation_id, running()),
        select(func.count()).where(
            Assignment.organisation_id == organisation_id,
            Assignment.status == "open",
            Assignment.due_on < today,
        ),
        select(func.count()).where(
            Profile.organisation_id == organisation_id,
            Profile.side == "mentee",
            Profile.unmatched_since.is_not(None),
            Profile.status != "listed",
        ),
    ]
    row = (await session.execute(select(*(one.scalar_subquery() for one in counts)))).one()
    return int(row[0]), int(row[1]), int(row[2])
