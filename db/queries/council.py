"""What is passed to the methodical council about pairs, and what its members say."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Select, and_, exists, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from db.models import CouncilCase, CouncilMarks, Membership, Pair, PairMember, Person
from db.queries.running import running
from db.types import AnyRow


async def members(session: AsyncSession, organisation_id: int) -> int:
    """How many sit in a school's council."""
    query = select(func.count()).where(
        Membership.organisation_id == organisation_id,
        Membership.role == "council",
        Membership.ended_at.is_(None),
    )
    return await session.scalar(query) or 0


def _cases() -> Select[*tuple[Any, ...]]:
    """CouncilCase, asked (the curator's name), advised (the adviser's; None: no advice yet)."""
    asked, advised = aliased(Person), aliased(Person)
    return (
        select(CouncilCase, asked.name.label("asked"), advised.name.label("advised"))
        .join(Pair, Pair.id == CouncilCase.pair_id)
        .join(asked, asked.id == CouncilCase.asked_by)
        .join(advised, advised.id == CouncilCase.advised_by, isouter=True)
        .where(CouncilCase.withdrawn_at.is_(None))
    )


async def of_pair(session: AsyncSession, pair_id: int, limit: int) -> Sequence[AnyRow]:
    """What was passed about a pair, the newest first (see `_cases`)."""
    query = _cases().where(CouncilCase.pair_id == pair_id).order_by(CouncilCase.id.desc())
    return (await session.execute(query.limit(limit))).all()


def _of_others(person_id: int) -> Any:
    """Of pairs the person has no part in: nobody judges their own."""
    return ~exists().where(
        PairMember.pair_id == CouncilCase.pair_id, PairMember.person_id == person_id
    )


async def for_member(
    session: AsyncSession,
    organisation_id: int,
    kind: str,
    person_id: int,
    since: datetime,
    *,
    judged: bool = False,
) -> Sequence[AnyRow]:
    """Cases of a kind for one of the council, the oldest first (see `_cases`): difficulties without
    advice; results passed after `since` that the person has not judged yet, or has (`judged`)."""
    marked = exists().where(
        CouncilMarks.case_id == CouncilCase.id, CouncilMarks.person_id == person_id
    )
    query = _cases().where(
        CouncilCase.organisation_id == organisation_id,
        CouncilCase.kind == kind,
        _of_others(person_id),
        or_(
            and_(CouncilCase.kind == "difficulty", CouncilCase.advised_at.is_(None), running()),
            and_(
                CouncilCase.kind == "results",
                CouncilCase.asked_at > since,
                Pair.status == "completed",
                marked if judged else ~marked,
            ),
        ),
    )
    return (await session.execute(query.order_by(CouncilCase.id))).all()


async def may_look(session: AsyncSession, case_id: int, person_id: int) -> bool:
    """Whether it is a case of a pair the person has no part in."""
    query = select(CouncilCase.id).where(CouncilCase.id == case_id, _of_others(person_id))
    return await session.scalar(query) is not None


async def marks(session: AsyncSession, case_ids: Collection[int]) -> Sequence[CouncilMarks]:
    query = select(CouncilMarks).where(CouncilMarks.case_id.in_(case_ids))
    return (await session.scalars(query.order_by(CouncilMarks.person_id))).all()


async def passed_since(
    session: AsyncSession, organisation_id: int, since: datetime
) -> Sequence[CouncilCase]:
    """What was passed to a school's council since then."""
    query = select(CouncilCase).where(
        CouncilCase.organisation_id == organisation_id,
        CouncilCase.asked_at >= since,
        CouncilCase.withdrawn_at.is_(None),
    )
    return (await session.scalars(query.order_by(CouncilCase.id))).all()
