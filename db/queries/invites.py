"""Links that bring people in."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Select, case, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Invite, Membership, Organisation, Person, Profile, Programme
from db.types import AnyRow

Found = tuple[Invite, str, str | None]
# Older links than these nobody looks for.
_LISTED = 100


async def working_token(
    session: AsyncSession, organisation_id: int, role: str, until: datetime
) -> str | None:
    """The token of the newest plain link for this role that still works at `until`."""
    query = (
        select(Invite.token)
        .where(
            Invite.organisation_id == organisation_id,
            Invite.role == role,
            Invite.revoked_at.is_(None),
            Invite.label.is_(None),
            Invite.programme_id.is_(None),
            Invite.succeeds_id.is_(None),
            Invite.claims_id.is_(None),
            Invite.uses_left > 0,
            Invite.expires_at > until,
        )
        .order_by(Invite.id.desc())
        .limit(1)
    )
    found: str | None = await session.scalar(query)
    return found


def _links() -> Select[*tuple[Any, ...]]:
    return (
        select(Invite, Organisation.name, Programme.title)
        .join(Organisation, Organisation.id == Invite.organisation_id)
        .join(Programme, Programme.id == Invite.programme_id, isouter=True)
    )


async def one(session: AsyncSession, invite_id: int) -> Found | None:
    """A link, its organisation's name, its programme's title."""
    row = (await session.execute(_links().where(Invite.id == invite_id))).first()
    return (row[0], row[1], row[2]) if row else None


async def of_organisation(
    session: AsyncSession, organisation_id: int, roles: Collection[str], now: datetime
) -> Sequence[Found]:
    """The newest links for these roles, those that work before the others; as `one` gives them."""
    works = Invite.revoked_at.is_(None) & (Invite.uses_left > 0) & (Invite.expires_at > now)
    query = (
        _links()
        .where(
            Invite.organisation_id == organisation_id,
            Invite.role.in_(roles),
            # A link made for one person is shown to nobody but them.
            Invite.succeeds_id.is_(None),
            Invite.claims_id.is_(None),
        )
        .order_by(works.desc(), Invite.id.desc())
        .limit(_LISTED)
    )
    return [(row[0], row[1], row[2]) for row in await session.execute(query)]


async def classes(session: AsyncSession, organisation_id: int) -> Sequence[AnyRow]:
    """The classes of the bank of mentees as they are written: class_name, people, arrived (of
    them, no longer only on a list)."""
    query: Select[*tuple[Any, ...]] = (
        select(
            Profile.class_name,
            func.count().label("people"),
            func.count(case((Profile.status != "listed", 1))).label("arrived"),
        )
        .where(
            Profile.organisation_id == organisation_id,
            Profile.side == "mentee",
            Profile.status != "left",
            Profile.class_name != "",
        )
        .group_by(Profile.class_name)
        .order_by(Profile.class_name)
    )
    return (await session.execute(query)).all()


async def maker(session: AsyncSession, invite_id: int) -> str | None:
    """The name of whoever made the link, while they still have a seat where it leads or above."""
    query = (
        select(Person.name)
        .join(Invite, Invite.created_by == Person.id)
        .join(Membership, (Membership.person_id == Person.id) & Membership.ended_at.is_(None))
        .where(Invite.id == invite_id)
        .limit(1)
    )
    found: str | None = await session.scalar(query)
    return found


async def open_programmes(session: AsyncSession, organisation_id: int) -> Sequence[AnyRow]:
    """Programmes that have not ended, the newest first: id, title."""
    query: Select[*tuple[Any, ...]] = (
        select(Programme.id, Programme.title)
        .where(Programme.organisation_id == organisation_id, Programme.status != "ended")
        .order_by(Programme.id.desc())
    )
    return (await session.execute(query)).all()
