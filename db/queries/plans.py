"""Personal programmes: their lines, what waits for approval, what is late."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import (
    Branch,
    Organisation,
    Pair,
    PairMember,
    Person,
    PersonalPlan,
    PlanChange,
    PlanItem,
)
from db.queries.people import NAME
from db.queries.running import running, taking_part
from db.types import AnyRow


async def of_pair(session: AsyncSession, pair_id: int) -> PersonalPlan | None:
    query = select(PersonalPlan).where(PersonalPlan.pair_id == pair_id)
    return await session.scalar(query)


async def items(session: AsyncSession, pair_id: int) -> Sequence[PlanItem]:
    """What stands in a programme, in the order in which it was put there."""
    query = select(PlanItem).where(PlanItem.pair_id == pair_id, PlanItem.status != "dropped")
    return (await session.scalars(query.order_by(PlanItem.id))).all()


async def count(session: AsyncSession, pair_id: int) -> int:
    query = select(func.count()).where(PlanItem.pair_id == pair_id, PlanItem.status != "dropped")
    return await session.scalar(query) or 0


def _waits() -> ColumnElement[bool]:
    """Sent, or changed since it was approved; of a pair that runs."""
    return and_(
        or_(
            PersonalPlan.status == "sent",
            and_(PersonalPlan.status == "approved", PersonalPlan.changed_at.is_not(None)),
        ),
        running(),
    )


def _waiting(what: Any, organisation_id: int) -> Select[*tuple[Any, ...]]:
    return (
        select(what)
        .join(Pair, Pair.id == PersonalPlan.pair_id)
        .where(PersonalPlan.organisation_id == organisation_id, _waits())
    )


async def count_waiting(session: AsyncSession, organisation_id: int) -> int:
    query = _waiting(func.count(PersonalPlan.id), organisation_id)
    return await session.scalar(query) or 0


async def waiting(
    session: AsyncSession,
    organisation_id: int,
    *,
    ids: Collection[int] | None = None,
    held: bool = False,
) -> Sequence[PersonalPlan]:
    """Those that wait for approval, by id; of these ids alone, where given.

    `held`: their pairs are locked first, as everybody does who changes a programme.
    """
    if held:
        pairs = _waiting(PersonalPlan.pair_id, organisation_id).order_by(PersonalPlan.pair_id)
        await session.execute(pairs.with_for_update(of=Pair))
    query = _waiting(PersonalPlan, organisation_id).order_by(PersonalPlan.id)
    if ids is not None:
        query = query.where(PersonalPlan.id.in_(ids))
    query = query.execution_options(populate_existing=True)
    return (await session.scalars(query)).all()


# What is approved: that a line is done, or that a mentee proposes one, is no part of it.
_SUBSTANCE = ("sent", "added", "taken", "dropped", "title", "expected", "due")


async def versions(session: AsyncSession, pair_ids: Collection[int]) -> dict[int, str]:
    """By pair, what its programme is told by from what it was: another with each change of what is
    approved. A task agreed upon at a meeting is none."""
    query: Select[*tuple[Any, ...]] = (
        select(PlanChange.pair_id, func.max(PlanChange.id))
        .join(PlanItem, PlanItem.id == PlanChange.item_id, isouter=True)
        .where(
            PlanChange.pair_id.in_(pair_ids),
            PlanChange.what.in_(_SUBSTANCE),
            func.coalesce(PlanItem.kind, "") != "task",
        )
        .group_by(PlanChange.pair_id)
    )
    return {row[0]: str(row[1]) for row in (await session.execute(query)).all()}


async def standing(session: AsyncSession, organisation_id: int) -> Sequence[AnyRow]:
    """Each running pair with what its programme is: pair_id, status (None: there is none),
    changed_at."""
    query: Select[*tuple[Any, ...]] = (
        select(Pair.id.label("pair_id"), PersonalPlan.status, PersonalPlan.changed_at)
        .join(PersonalPlan, PersonalPlan.pair_id == Pair.id, isouter=True)
        .where(Pair.organisation_id == organisation_id, running())
        .order_by(Pair.id)
    )
    return (await session.execute(query)).all()


async def by_school(session: AsyncSession, organisation_id: int, today: date) -> Sequence[AnyRow]:
    """The schools below an organisation (or itself), by name: id, name; of their running pairs,
    how many there are, and how many with a programme approved, waiting, in draft, late."""
    late = (
        select(PlanItem.pair_id)
        .join(Pair, Pair.id == PlanItem.pair_id)
        .where(PlanItem.due_on < today, *_unsaid())
    )
    query: Select[*tuple[Any, ...]] = (
        select(
            Organisation.id,
            Organisation.name,
            func.count(Pair.id).label("pairs"),
            func.count().filter(PersonalPlan.status == "approved").label("approved"),
            func.count().filter(_waits()).label("waiting"),
            func.count().filter(PersonalPlan.status == "draft").label("drafts"),
            func.count().filter(PersonalPlan.pair_id.in_(late)).label("late"),
        )
        .join(Branch, Branch.descendant_id == Organisation.id)
        .join(Pair, and_(Pair.organisation_id == Organisation.id, running()), isouter=True)
        .join(PersonalPlan, PersonalPlan.pair_id == Pair.id, isouter=True)
        .where(Branch.ancestor_id == organisation_id, Organisation.kind == "school")
        .group_by(Organisation.id, Organisation.name)
        .order_by(Organisation.name, Organisation.id)
    )
    return (await session.execute(query)).all()


async def history(session: AsyncSession, pair_id: int, limit: int) -> Sequence[AnyRow]:
    """The newest changes: PlanChange, title of the item, NAME of who did it, side (None for an
    office)."""
    query: Select[*tuple[Any, ...]] = (
        select(PlanChange, PlanItem.title, PairMember.side, *NAME)
        .join(PlanItem, PlanItem.id == PlanChange.item_id, isouter=True)
        .join(Person, Person.id == PlanChange.actor_id, isouter=True)
        .join(
            PairMember,
            and_(
                PairMember.pair_id == PlanChange.pair_id,
                PairMember.person_id == PlanChange.actor_id,
            ),
            isouter=True,
        )
        .where(PlanChange.pair_id == pair_id)
        .order_by(PlanChange.id.desc())
        .limit(limit)
    )
    return (await session.execute(query)).all()


def _unsaid() -> tuple[ColumnElement[bool], ...]:
    """Lines with a term that nobody says are done, of pairs at work; what rests has no terms."""
    return (
        PlanItem.status == "open",
        PlanItem.told_on.is_(None),
        PlanItem.due_on.is_not(None),
        Pair.status == "active",
    )


def _open() -> ColumnElement[bool]:
    """Such lines, for whoever takes part in their pairs."""
    return and_(*_unsaid(), taking_part())


def _of_members(what: Any, *more: Any) -> Select[*tuple[Any, ...]]:
    """Lines with whoever takes part in their pairs."""
    return (
        select(what, *more)
        .join(Pair, Pair.id == PlanItem.pair_id)
        .join(PairMember, PairMember.pair_id == Pair.id)
    )


async def due(session: AsyncSession, organisation_id: int, first: date) -> Sequence[AnyRow]:
    """Terms from this day on: person_id of everybody of the pair, due_on."""
    query = _of_members(PairMember.person_id, PlanItem.due_on).where(
        PlanItem.organisation_id == organisation_id, PlanItem.due_on >= first, _open()
    )
    return (await session.execute(query.distinct())).all()


async def late_of(session: AsyncSession, person_id: int, today: date) -> Sequence[PlanItem]:
    """What is late in a person's pairs, by pair, the oldest term first."""
    query = _of_members(PlanItem).where(
        PairMember.person_id == person_id, PlanItem.due_on < today, _open()
    )
    query = query.order_by(PlanItem.pair_id, PlanItem.due_on, PlanItem.id)
    return (await session.scalars(query)).all()


async def to_mark(
    session: AsyncSession, since: date, *, organisation_id: int | None = None, person_id: int = 0
) -> Sequence[AnyRow]:
    """What mentees say is done since this day, or have proposed, and waits for a mentor of the
    pair: person_id, pair_id, told_on, created_at. Of an organisation, or of one mentor."""
    query = _of_members(
        PairMember.person_id, PlanItem.pair_id, PlanItem.told_on, PlanItem.created_at
    ).where(
        PairMember.side == "mentor",
        taking_part(),
        Pair.status == "active",
        or_(
            and_(PlanItem.status == "open", PlanItem.told_on >= since),
            PlanItem.status == "proposed",
        ),
    )
    if organisation_id is not None:
        query = query.where(PlanItem.organisation_id == organisation_id)
    else:
        query = query.where(PairMember.person_id == person_id)
    return (await session.execute(query.order_by(PlanItem.pair_id, PlanItem.id))).all()


async def decisions(
    session: AsyncSession,
    first: datetime,
    *,
    organisation_id: int | None = None,
    person_id: int = 0,
) -> Sequence[AnyRow]:
    """What was decided on programmes since then: person_id of everybody of the pair, pair_id,
    what, became (the remark), at; the oldest first. Of an organisation, or of one person."""
    query: Select[*tuple[Any, ...]] = (
        select(
            PairMember.person_id,
            PlanChange.pair_id,
            PlanChange.what,
            PlanChange.became,
            PlanChange.at,
        )
        .join(PairMember, PairMember.pair_id == PlanChange.pair_id)
        .join(Pair, Pair.id == PlanChange.pair_id)
        .where(
            PlanChange.what.in_(("approved", "returned")),
            PlanChange.at >= first,
            taking_part(),
            running(),
        )
    )
    if organisation_id is not None:
        query = query.where(PlanChange.organisation_id == organisation_id)
    else:
        query = query.where(PairMember.person_id == person_id)
    return (await session.execute(query.order_by(PlanChange.id))).all()


async def came(session: AsyncSession, places: Sequence[int], first: datetime) -> Sequence[datetime]:
    """Since when those programmes of organisations wait that came to wait since then."""
    since = func.coalesce(PersonalPlan.changed_at, PersonalPlan.sent_at)
    query = (
        select(since)
        .join(Pair, Pair.id == PersonalPlan.pair_id)
        .where(PersonalPlan.organisation_id.in_(places), _waits(), since >= first)
    )
    return (await session.scalars(query)).all()


async def shelved(
    session: AsyncSession, organisation_id: int, person_id: int, limit: int
) -> Sequence[AnyRow]:
    """The programmes of a person's pairs in an organisation, also of pairs that are over, the
    newest first: pair_id, begun_at."""
    query: Select[*tuple[Any, ...]] = (
        select(PersonalPlan.pair_id, PersonalPlan.begun_at)
        .join(PairMember, PairMember.pair_id == PersonalPlan.pair_id)
        .where(
            PersonalPlan.organisation_id == organisation_id,
            PairMember.person_id == person_id,
            taking_part(),
        )
        .order_by(PersonalPlan.id.desc())
        .limit(limit)
    )
    return (await session.execute(query)).all()
