"""Who is on the other side of a chat."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Membership, Organisation, Person
from db.types import AnyRow
from mentoring.roles import Role
from mentoring.unit import Actor, Seat


def stranger(telegram_id: int, admin_ids: Collection[int]) -> Actor:
    """Somebody who has no record here."""
    return Actor(telegram_id=telegram_id, is_admin=telegram_id in admin_ids)


def actor(
    rows: Sequence[AnyRow],
    telegram_id: int,
    admin_ids: Collection[int],
    *,
    now: datetime,
    hat: str = "",
) -> Actor:
    """The person of a chat, from the rows of `db.queries.chats.load` (one row a seat).

    A deputy's seat whose term is over by `now` is none, even before it has been cleared away.
    """
    _data, person_id, name, locale, given, birth_year, *_seat = rows[0]
    if person_id is None:
        return stranger(telegram_id, admin_ids)
    seats = tuple(
        Seat(Role(role), organisation_id, organisation, timezone, short or "", until)
        for *_head, role, until, organisation_id, organisation, short, timezone in rows
        if role is not None and (until is None or until > now)
    )
    return Actor(
        telegram_id=telegram_id,
        person_id=person_id,
        name=name,
        locale=locale,
        given=given,
        birth_year=birth_year,
        seats=seats,
        is_admin=telegram_id in admin_ids,
        hat_key=hat,
    )


async def load_actor(session: AsyncSession, person_id: int, now: datetime) -> Actor:
    """A person with their present seats, for what is done for them in the background.

    Raises LookupError when there is no such person. Administrators get no more than their seats.
    """
    query = (
        select(
            Person.telegram_id,
            Person.id,
            Person.name,
            Person.locale,
            Person.given,
            Person.birth_year,
            Membership.role,
            Membership.until,
            Organisation.id,
            Organisation.name,
            Organisation.short_name,
            Organisation.timezone,
        )
        .join(
            Membership,
            (Membership.person_id == Person.id) & Membership.ended_at.is_(None),
            isouter=True,
        )
        .join(Organisation, Organisation.id == Membership.organisation_id, isouter=True)
        .where(Person.id == person_id)
        .order_by(Membership.id)
    )
    rows: Sequence[AnyRow] = (await session.execute(query)).all()
    if not rows:
        raise LookupError(f"no person {person_id}")
    return actor(rows, rows[0][0] or 0, (), now=now)


async def mark_unreachable(session: AsyncSession, telegram_id: int, now: datetime) -> None:
    """Telegram refuses to deliver to this person (blocked the bot, deleted the account)."""
    await session.execute(
        update(Person)
        .where(Person.telegram_id == telegram_id, Person.unreachable_since.is_(None))
        .values(unreachable_since=now)
    )


async def mark_reachable(session: AsyncSession, telegram_id: int) -> None:
    """The person is back (unblocked the bot, wrote to it)."""
    await session.execute(
        update(Person)
        .where(Person.telegram_id == telegram_id, Person.unreachable_since.is_not(None))
        .values(unreachable_since=None)
    )
