"""Erasure: the content is wiped, an anonymous row stays, with how many rows of what were wiped."""

from collections.abc import Collection
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import delete, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Erasure, Membership, Person, Representation
from db.queries import consents as queries
from db.queries import erasures
from mentoring.audit import record as note
from mentoring.bank import entering
from mentoring.consent.texts import REQUIRED, Purpose
from mentoring.pairs.parting import part
from mentoring.people.nameless import forget_names
from mentoring.privacy import acts, mentions
from mentoring.privacy.registry import HELD, KEYS, Held
from mentoring.roles import Role
from mentoring.unit import Unit

# What ends with an erasure; offices that somebody holds beside these stay.
PARTS = (*REQUIRED, Role.REPRESENTATIVE)


class Reason(StrEnum):
    """Why somebody's data are wiped."""

    # By the person of age, in the chat.
    ASKED = "asked"
    PAPER = "paper_demand"
    # By a minor or who speaks for them: waits for a curator, or was confirmed by one.
    MINOR = "minor_demand"
    CONFIRMED = "minor_confirmed"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"


_DEMANDED = frozenset({Reason.ASKED, Reason.PAPER, Reason.MINOR, Reason.CONFIRMED})


async def stop(unit: Unit, organisation_id: int, person_id: int, *, withdrawn: bool) -> None:
    """End somebody's pairs and seats in a place, and, where they were `withdrawn`, consents."""
    await part(unit, organisation_id, person_id)
    await leave(unit, organisation_id, person_id)
    for purpose in Purpose if withdrawn else ():
        await queries.withdraw(
            unit.session,
            organisation_id=organisation_id,
            person_id=person_id,
            purpose=purpose,
            by=unit.actor.person_id,
            now=unit.now,
        )


async def leave(unit: Unit, organisation_id: int, person_id: int) -> None:
    """Somebody takes part no longer, speaks for nobody in this place; links to them are over."""
    await erasures.revoke_links(unit.session, organisation_id, person_id, unit.now)
    ended = await erasures.end_seats(
        unit.session,
        organisation_id=organisation_id,
        person_id=person_id,
        roles=PARTS,
        now=unit.now,
    )
    for role in ended:
        await entering.leave(unit, organisation_id, person_id, role)
    await unit.session.execute(
        update(Representation)
        .where(
            Representation.organisation_id == organisation_id,
            or_(
                Representation.representative_id == person_id,
                Representation.child_id == person_id,
            ),
            Representation.ended_at.is_(None),
        )
        .values(ended_at=unit.now)
    )


async def due(unit: Unit, limit: int = 20) -> list[int]:
    """Ids of the erasures whose day has come."""
    query = (
        select(Erasure.id)
        .where(
            Erasure.due_at <= unit.now, Erasure.done_at.is_(None), Erasure.cancelled_at.is_(None)
        )
        .order_by(Erasure.id)
        .limit(limit)
    )
    return list(await unit.session.scalars(query))


async def next_due(unit: Unit) -> datetime | None:
    """The instant of the first erasure that is planned."""
    query = select(func.min(Erasure.due_at)).where(
        Erasure.done_at.is_(None), Erasure.cancelled_at.is_(None)
    )
    found: datetime | None = await unit.session.scalar(query)
    return found


async def erase(unit: Unit, erasure_id: int) -> None:
    """Carry out one erasure, once; the curators are told."""
    erasure = await unit.session.get_one(Erasure, erasure_id, with_for_update=True)
    if erasure.done_at is not None or erasure.cancelled_at is not None:
        return
    place, person_id = erasure.organisation_id, erasure.person_id
    await stop(unit, place, person_id, withdrawn=erasure.reason in _DEMANDED)
    elsewhere = await _elsewhere(unit.session, place, person_id)
    query = select(Person.telegram_id).where(Person.id == person_id)
    chat_id = None if elsewhere else await unit.session.scalar(query)
    counts: dict[str, int] = {}
    if not elsewhere and (said := await mentions.take_out(unit.session, person_id)):
        counts["mentions"] = said
    for held in HELD:
        name = held.table.__tablename__
        here = "organisation_id" in held.table.__table__.c and not held.office
        # What belongs to no place is wiped with the last place.
        if here or not elsewhere:
            count = await _wipe(unit, held, person_id, [place] if here else [])
            if count:
                counts[name] = count
    if not elsewhere:
        await forget_names(unit, [person_id])
    erasure.done_at, erasure.wiped = unit.now, counts
    await unit.session.flush()
    # What else was planned for them here has been done by this.
    await erasures.cancel_erasure(unit.session, place, person_id, unit.now)
    note(unit, place, "erased", subject_id=person_id, reason=erasure.reason)
    await acts.send(unit, erasure, chat_id)


async def _elsewhere(session: AsyncSession, organisation_id: int, person_id: int) -> bool:
    """Whether the person has a seat, or is on the way to one, in another place or office."""
    seats = select(func.count()).where(
        Membership.person_id == person_id, Membership.ended_at.is_(None)
    )
    if await session.scalar(seats):
        return True
    waiting = await queries.waiting(session, person_id)
    return any(row.organisation_id != organisation_id for row in waiting)


async def _wipe(unit: Unit, held: Held, person_id: int, places: Collection[int]) -> int:
    """Wipe one table. Returns how many rows were touched."""
    table, where = held.table, [held.of(person_id)]
    if places:
        where.append(table.organisation_id.in_(places))
    count = await unit.session.scalar(select(func.count()).select_from(table).where(*where)) or 0
    if not count:
        return 0
    if held.deleted:
        await _run(unit, delete(table).where(*where))
        return count
    if held.words:
        await _wipe_words(unit, held, where)
    if held.wiped:
        await _run(unit, update(table).where(*where).values(held.wiped))
    return count if held.wiped or held.words else 0


async def _wipe_words(unit: Unit, held: Held, where: list[Any]) -> None:
    column = getattr(held.table, held.words)
    rows = (await unit.session.execute(select(held.table.id, column).where(*where))).all()
    told = [row[0] for row in rows if row[1] and not KEYS.fullmatch(row[1])]
    for first in range(0, len(told), 500):
        part = told[first : first + 500]
        values = {held.words: None}
        await _run(unit, update(held.table).where(held.table.id.in_(part)).values(values))


async def _run(unit: Unit, statement: Any) -> None:
    await unit.session.execute(statement.execution_options(synchronize_session=False))
