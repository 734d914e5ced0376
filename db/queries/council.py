"""What is passed to the methodical council about pairs, and what its members say."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
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


async def judgeable(
    session: AsyncSession,
    organisation_id: int,
    first: date,
    ids: Collection[int] | None = None,
    *,
    held: bool = False,
) -> Sequence[Pair]:
    """The pairs completed since then whose results were never passed, where there is a council;
    of these ids alone, where given. `held`: locked, as whoever passes one does."""
    passed = exists().where(CouncilCase.pair_id == Pair.id, CouncilCase.kind == "results")
    council = exists().where(
        Membership.organisation_id == organisation_id,
        Membership.role == "council",
        Membership.ended_at.is_(None),
    )
    query = (
        select(Pair)
        .where(
            Pair.organisation_id == organisation_id,
            Pair.status == "completed",
            Pair.ended_on >= first,
            ~passed,
            council,
        )
        .order_by(Pair.id)
    )
    if ids is not None:
        query = query.where(Pair.id.in_(ids))
    if held:
        query = query.with_for_update(of=Pair)
    return (await session.scalars(query)).all()


async def votes(session: AsyncSession, organisation_id: int, since: datetime) -> Sequence[AnyRow]:
    """Results passed since then that were judged: CouncilCase, last (when the last mark was given),
    left (how many of the council may judge and have not)."""
    last = select(func.max(CouncilMarks.given_at)).where(CouncilMarks.case_id == CouncilCase.id)
    voted = exists().where(
        CouncilMarks.case_id == CouncilCase.id, CouncilMarks.person_id == Membership.person_id
    )
    own = exists().where(
        PairMember.pair_id == CouncilCase.pair_id, PairMember.person_id == Membership.person_id
    )
    left = select(func.count(Membership.id)).where(
        Membership.organisation_id == CouncilCase.organisation_id,
        Membership.role == "council",
        Membership.ended_at.is_(None),
        ~voted.correlate(CouncilCase, Membership),
        ~own.correlate(CouncilCase, Membership),
    )
    query: Select[*tuple[Any, ...]] = select(
        CouncilCase,
        last.correlate(CouncilCase).scalar_subquery().label("last"),
        left.correlate(CouncilCase).scalar_subquery().label("left"),
    ).where(
        CouncilCase.organisation_id == organisation_id,
        CouncilCase.kind == "results",
        CouncilCase.withdrawn_at.is_(None),
        CouncilCase.asked_at >= since,
        exists().where(CouncilMarks.case_id == CouncilCase.id),
    )
    return (await session.execute(query.order_by(CouncilCase.id))).all()
