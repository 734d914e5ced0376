"""Who may be called for help, which pairs are silent, what a pair wrote."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Select, exists, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import (
    HelpCall,
    Meeting,
    Membership,
    Pair,
    PairMember,
    PairMessage,
    Person,
    SilenceQuestion,
    TrialVerdict,
)
from db.queries.people import NAME
from db.queries.running import running, taking_part
from db.types import AnyRow

# Adults of a school who may be named for calls, and in which order they are where nobody is.
ADULTS = ("curator", "head", "council", "executor")


async def adults(session: AsyncSession, organisation_id: int) -> Sequence[AnyRow]:
    """The staff of a school whom the bot reaches: id, name, role; curators first, then heads."""
    query: Select[*tuple[Any, ...]] = (
        select(Person.id, Person.name, Membership.role)
        .join(Membership, Membership.person_id == Person.id)
        .where(
            Membership.organisation_id == organisation_id,
            Membership.role.in_(ADULTS),
            Membership.ended_at.is_(None),
            Person.telegram_id.is_not(None),
        )
        .order_by(Membership.id)
    )
    rows = (await session.execute(query)).all()
    return sorted(rows, key=lambda row: ADULTS.index(row.role))


async def open_call(session: AsyncSession, person_id: int) -> HelpCall | None:
    """The person's newest call that nobody has taken, or was taken since `after`."""
    query = (
        select(HelpCall)
        .where(HelpCall.person_id == person_id, HelpCall.mistaken_at.is_(None))
        .order_by(HelpCall.id.desc())
        .limit(1)
    )
    return (await session.scalars(query)).first()


async def due_calls(session: AsyncSession, now: datetime) -> Sequence[int]:
    """Calls whose next adult is to be called by now."""
    query = select(HelpCall.id).where(HelpCall.next_at <= now).order_by(HelpCall.id)
    return (await session.scalars(query)).all()


async def next_call(session: AsyncSession) -> datetime | None:
    """When the next adult is to be called, of all calls."""
    found: datetime | None = await session.scalar(select(func.min(HelpCall.next_at)))
    return found


async def take(session: AsyncSession, call_id: int, by: int, now: datetime) -> bool:
    """Take a call; False when somebody has, or it was a mistake."""
    found = await session.scalar(
        update(HelpCall)
        .where(HelpCall.id == call_id, HelpCall.taken_by.is_(None), HelpCall.mistaken_at.is_(None))
        .values(taken_by=by, taken_at=now, next_at=None)
        .returning(HelpCall.id)
    )
    return found is not None


async def open_calls(session: AsyncSession, organisation_id: int) -> Sequence[AnyRow]:
    """Calls nobody has taken yet: id, name, given, birth_year, called_at."""
    query: Select[*tuple[Any, ...]] = (
        select(HelpCall.id, Person.name, Person.given, Person.birth_year, HelpCall.called_at)
        .join(Person, Person.id == HelpCall.person_id)
        .where(
            HelpCall.organisation_id == organisation_id,
            HelpCall.taken_by.is_(None),
            HelpCall.mistaken_at.is_(None),
        )
        .order_by(HelpCall.id)
    )
    return (await session.execute(query)).all()


async def quiet_pairs(session: AsyncSession, organisation_id: int) -> Sequence[AnyRow]:
    """The pairs at work: id, started_on, met_on, wrote_at, well_at, asked_on (the last of each)."""

    def last(column: Any, *conditions: Any) -> Any:
        return select(func.max(column)).where(*conditions).scalar_subquery()

    query: Select[*tuple[Any, ...]] = (
        select(
            Pair.id,
            Pair.started_on,
            last(
                Meeting.held_on,
                Meeting.pair_id == Pair.id,
                Meeting.status.in_(("held", "disputed")),
            ).label("met_on"),
            last(PairMessage.sent_at, PairMessage.pair_id == Pair.id).label("wrote_at"),
            last(
                SilenceQuestion.answered_at,
                SilenceQuestion.pair_id == Pair.id,
                SilenceQuestion.answer == "well",
            ).label("well_at"),
            last(SilenceQuestion.asked_on, SilenceQuestion.pair_id == Pair.id).label("asked_on"),
        )
        .where(Pair.organisation_id == organisation_id, Pair.status == "active")
        .order_by(Pair.id)
    )
    return (await session.execute(query)).all()


async def asked(session: AsyncSession, organisation_id: int) -> Sequence[AnyRow]:
    """Questions about silence not seen to: SilenceQuestion, side, name, given, birth_year."""
    query: Select[*tuple[Any, ...]] = (
        select(SilenceQuestion, PairMember.side, Person.name, Person.given, Person.birth_year)
        .join(
            PairMember,
            (PairMember.pair_id == SilenceQuestion.pair_id)
            & (PairMember.person_id == SilenceQuestion.person_id),
        )
        .join(Person, Person.id == SilenceQuestion.person_id)
        .join(Pair, Pair.id == SilenceQuestion.pair_id)
        .where(
            SilenceQuestion.organisation_id == organisation_id,
            SilenceQuestion.settled_at.is_(None),
            running(),
        )
        .order_by(SilenceQuestion.id)
    )
    return (await session.execute(query)).all()


async def mine(session: AsyncSession, person_id: int) -> Sequence[SilenceQuestion]:
    """What a person was asked and has not answered, of pairs that still run."""
    query = (
        select(SilenceQuestion)
        .join(Pair, Pair.id == SilenceQuestion.pair_id)
        .where(
            SilenceQuestion.person_id == person_id,
            SilenceQuestion.answer.is_(None),
            SilenceQuestion.settled_at.is_(None),
            running(),
        )
        .order_by(SilenceQuestion.id)
    )
    return (await session.scalars(query)).all()


async def pair_of(session: AsyncSession, pair_id: int, person_id: int) -> AnyRow | None:
    """A running pair of somebody's: Pair, side."""
    query: Select[*tuple[Any, ...]] = (
        select(Pair, PairMember.side)
        .join(PairMember, PairMember.pair_id == Pair.id)
        .where(Pair.id == pair_id, PairMember.person_id == person_id, taking_part(), running())
    )
    return (await session.execute(query)).first()


async def messages(session: AsyncSession, pair_id: int, limit: int) -> Sequence[AnyRow]:
    """What a pair wrote, the newest first: PairMessage, side, NAME and telegram_id of who did."""
    query: Select[*tuple[Any, ...]] = (
        select(PairMessage, PairMember.side, *NAME, Person.telegram_id)
        .join(Person, Person.id == PairMessage.author_id)
        .join(
            PairMember,
            (PairMember.pair_id == PairMessage.pair_id)
            & (PairMember.person_id == PairMessage.author_id),
        )
        .where(PairMessage.pair_id == pair_id)
        .order_by(PairMessage.id.desc())
        .limit(limit)
    )
    return (await session.execute(query)).all()


async def tried(session: AsyncSession, organisation_id: int) -> Sequence[int]:
    """Pairs at work that have held a trial meeting and were not asked about it yet."""
    held = exists().where(
        Meeting.pair_id == Pair.id,
        Meeting.kind == "trial",
        Meeting.status.in_(("held", "disputed")),
    )
    asked_already = exists().where(TrialVerdict.pair_id == Pair.id)
    query = (
        select(Pair.id)
        .where(Pair.organisation_id == organisation_id, running(), held, ~asked_already)
        .order_by(Pair.id)
    )
    return (await session.scalars(query)).all()


async def trials(session: AsyncSession, organisation_id: int) -> Sequence[AnyRow]:
    """What was said after trial meetings and is not decided, of pairs that run: TrialVerdict, side,
    name, given, birth_year."""
    query: Select[*tuple[Any, ...]] = (
        select(TrialVerdict, PairMember.side, Person.name, Person.given, Person.birth_year)
        .join(
            PairMember,
            (PairMember.pair_id == TrialVerdict.pair_id)
            & (PairMember.person_id == TrialVerdict.person_id),
        )
        .join(Person, Person.id == TrialVerdict.person_id)
        .join(Pair, Pair.id == TrialVerdict.pair_id)
        .where(
            TrialVerdict.organisation_id == organisation_id,
            TrialVerdict.decided_at.is_(None),
            running(),
        )
        .order_by(TrialVerdict.pair_id, PairMember.side.desc(), TrialVerdict.id)
    )
    return (await session.execute(query)).all()


async def hold_trials(session: AsyncSession, organisation_id: int) -> None:
    """Nobody changes what they said before the commit."""
    query = (
        select(TrialVerdict)
        .where(TrialVerdict.organisation_id == organisation_id, TrialVerdict.decided_at.is_(None))
        .order_by(TrialVerdict.id)
        .with_for_update()
    )
    await session.scalars(query.execution_options(populate_existing=True))


async def my_trials(session: AsyncSession, person_id: int) -> Sequence[TrialVerdict]:
    """What a person was asked after a trial meeting and has not said."""
    query = (
        select(TrialVerdict)
        .join(Pair, Pair.id == TrialVerdict.pair_id)
        .where(
            TrialVerdict.person_id == person_id,
            TrialVerdict.answer.is_(None),
            TrialVerdict.decided_at.is_(None),
            running(),
        )
        .order_by(TrialVerdict.id)
    )
    return (await session.scalars(query)).all()
