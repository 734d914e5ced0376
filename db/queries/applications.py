"""What people of pairs ask for, and what those say whose consent it needs."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from db.models import ApplicationAnswer, Pair, PairApplication, PairMember, Person
from db.queries.people import NAME, naming
from db.queries.running import running, taking_part
from db.types import AnyRow


def _with_names() -> Select[*tuple[Any, ...]]:
    """PairApplication; name, given, birth_year of who asks; subject (NAME)."""
    subject = aliased(Person)
    return (
        select(
            PairApplication,
            *NAME,
            naming("subject", subject),
        )
        .join(Person, Person.id == PairApplication.asked_by)
        .join(subject, subject.id == PairApplication.subject_id, isouter=True)
        .order_by(PairApplication.id)
    )


async def open_in(session: AsyncSession, organisation_id: int) -> Sequence[AnyRow]:
    """Those to be decided, the oldest first (see `_with_names`)."""
    query = (
        _with_names()
        .join(Pair, Pair.id == PairApplication.pair_id, isouter=True)
        .where(
            PairApplication.organisation_id == organisation_id,
            PairApplication.status == "open",
            # What was asked of a pair that is over by now needs no decision, but for a thanks.
            or_(PairApplication.pair_id.is_(None), PairApplication.kind == "award", running()),
        )
    )
    return (await session.execute(query)).all()


async def one(session: AsyncSession, application_id: int) -> AnyRow | None:
    """See `_with_names`."""
    query = _with_names().where(PairApplication.id == application_id)
    return (await session.execute(query)).first()


async def is_open(
    session: AsyncSession, organisation_id: int, kind: str, asked_by: int, pair_id: int | None
) -> bool:
    """Whether the same is asked for already."""
    query = select(func.count()).where(
        PairApplication.organisation_id == organisation_id,
        PairApplication.kind == kind,
        PairApplication.asked_by == asked_by,
        PairApplication.pair_id == pair_id,
        PairApplication.status == "open",
    )
    return bool(await session.scalar(query))


async def answers(session: AsyncSession, application_id: int) -> Sequence[ApplicationAnswer]:
    query = select(ApplicationAnswer).where(ApplicationAnswer.application_id == application_id)
    return (await session.scalars(query.order_by(ApplicationAnswer.person_id))).all()


async def pairs_of(
    session: AsyncSession, person_id: int, side: str | None = None
) -> Sequence[AnyRow]:
    """The running pairs of a person: Pair, side; the oldest first."""
    query: Select[*tuple[Any, ...]] = (
        select(Pair, PairMember.side)
        .join(PairMember, PairMember.pair_id == Pair.id)
        .where(PairMember.person_id == person_id, taking_part(), running())
        .order_by(Pair.id)
    )
    if side is not None:
        query = query.where(PairMember.side == side)
    return (await session.execute(query)).all()
