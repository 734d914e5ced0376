"""Meetings and what was said of them."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    Date,
    Integer,
    Select,
    String,
    Text,
    and_,
    bindparam,
    exists,
    literal,
    select,
    update,
)
from sqlalchemy.dialects.postgresql import insert as postgres_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from db.models import Feedback, Meeting, Membership, Pair, PairMember, Person
from db.queries.running import running, taking_part
from db.types import AnyRow, BigId, UTCDateTime

_MENTOR = "mentor"


def _seated(member: Any, organisation_id: Any) -> Any:
    """The member of a pair still has that seat in its organisation."""
    return exists().where(
        Membership.organisation_id == organisation_id,
        Membership.role == member.side,
        Membership.person_id == member.person_id,
        Membership.ended_at.is_(None),
    )


def _recording(insert: Any) -> Any:
    source = (
        select(
            Pair.organisation_id,
            Pair.id,
            PairMember.person_id,
            bindparam("held_on", type_=Date),
            bindparam("minutes", type_=Integer),
            bindparam("kind", type_=String),
            bindparam("note", type_=Text),
            bindparam("now", type_=UTCDateTime),
        )
        .join(PairMember, PairMember.pair_id == Pair.id)
        .where(
            Pair.id == bindparam("pair", type_=BigId),
            running(),
            taking_part(),
            Pair.started_on <= bindparam("held_on", type_=Date),
            PairMember.person_id == bindparam("me", type_=BigId),
            PairMember.side == _MENTOR,
            _seated(PairMember, Pair.organisation_id),
        )
    )
    columns = [
        "organisation_id",
        "pair_id",
        "logged_by",
        "held_on",
        "minutes",
        "kind",
        "note",
        "logged_at",
    ]
    table = Meeting.__table__
    return (
        insert(table)
        .from_select(columns, source)
        .on_conflict_do_nothing(index_elements=["pair_id", "held_on", "kind"])
        .returning(table.c.id)
    )


def _marking(insert: Any) -> Any:
    source = (
        select(
            Meeting.organisation_id,
            Meeting.id,
            PairMember.person_id,
            bindparam("mark", type_=Integer),
            literal("", Text),
            bindparam("now", type_=UTCDateTime),
        )
        .join(PairMember, PairMember.pair_id == Meeting.pair_id)
        .where(
            Meeting.id == bindparam("meeting", type_=BigId),
            PairMember.person_id == bindparam("me", type_=BigId),
            _seated(PairMember, Meeting.organisation_id),
        )
    )
    table = Feedback.__table__
    statement = insert(table).from_select(
        ["organisation_id", "meeting_id", "person_id", "mark", "note", "given_at"], source
    )
    return statement.on_conflict_do_update(
        index_elements=["meeting_id", "person_id"],
        set_={"mark": statement.excluded.mark},
        where=table.c.given_at > bindparam("since", type_=UTCDateTime),
    ).returning(table.c.id)


_INSERTS = {"sqlite": sqlite_insert, "postgresql": postgres_insert}
_RECORD = {dialect: _recording(insert) for dialect, insert in _INSERTS.items()}
_MARK = {dialect: _marking(insert) for dialect, insert in _INSERTS.items()}


async def record(
    session: AsyncSession,
    *,
    pair_id: int,
    me: int,
    held_on: date,
    minutes: int,
    kind: str,
    note: str,
    now: datetime,
) -> int | None:
    """The new meeting's id; None when the pair is not mine to record for on that day, or has it."""
    values = {
        "pair": pair_id,
        "me": me,
        "held_on": held_on,
        "minutes": minutes,
        "kind": kind,
        "note": note,
        "now": now,
    }
    found: int | None = await session.scalar(_RECORD[session.get_bind().dialect.name], values)
    return found


async def mark(
    session: AsyncSession, *, meeting_id: int, me: int, mark: int, now: datetime, since: datetime
) -> bool:
    """Give a mark, or change one given after `since`; False when it is older or not my meeting."""
    values = {"meeting": meeting_id, "me": me, "mark": mark, "now": now, "since": since}
    found: int | None = await session.scalar(_MARK[session.get_bind().dialect.name], values)
    return found is not None


async def comment(
    session: AsyncSession, *, meeting_id: int, me: int, text: str, since: datetime
) -> bool:
    """Put words to a mark given after `since`; False when there is none."""
    found: int | None = await session.scalar(
        update(Feedback)
        .where(
            Feedback.meeting_id == meeting_id,
            Feedback.person_id == me,
            Feedback.given_at > since,
        )
        .values(note=text)
        .returning(Feedback.id)
    )
    return found is not None


async def pairs_of_mentor(session: AsyncSession, me: int) -> Sequence[AnyRow]:
    """Running pairs with a row for each mentee and kind had: id, mentee, kind (or None)."""
    mentee = aliased(PairMember)
    query: Select[*tuple[Any, ...]] = (
        select(Pair.id, Person.name.label("mentee"), Person.id.label("person_id"), Meeting.kind)
        .join(PairMember, PairMember.pair_id == Pair.id)
        .join(
            mentee,
            and_(mentee.pair_id == Pair.id, mentee.side != _MENTOR, taking_part(mentee)),
        )
        .join(Person, Person.id == mentee.person_id)
        .join(Meeting, Meeting.pair_id == Pair.id, isouter=True)
        .where(
            PairMember.person_id == me,
            PairMember.side == _MENTOR,
            running(),
            taking_part(),
            _seated(PairMember, Pair.organisation_id),
        )
        .order_by(Pair.id, Person.name, Person.id)
        .distinct()
    )
    return (await session.execute(query)).all()


async def pair_of_mentor(session: AsyncSession, pair_id: int, me: int) -> AnyRow | None:
    """started_on, ended_on and status of a pair in which the person is a mentor."""
    query: Select[*tuple[Any, ...]] = (
        select(Pair.started_on, Pair.ended_on, Pair.status)
        .join(PairMember, PairMember.pair_id == Pair.id)
        .where(
            Pair.id == pair_id,
            PairMember.person_id == me,
            PairMember.side == _MENTOR,
            taking_part(),
            _seated(PairMember, Pair.organisation_id),
        )
    )
    return (await session.execute(query)).first()


def _of_person(me: int) -> Select[*tuple[Any, ...]]:
    own, other = aliased(PairMember), aliased(PairMember)
    return (
        select(
            Meeting.id,
            Meeting.organisation_id,
            Meeting.pair_id,
            Meeting.held_on,
            Meeting.kind,
            Meeting.minutes,
            Meeting.note,
            own.side,
            Person.name.label("partner"),
            Feedback.mark,
            Feedback.note.label("words"),
            Feedback.given_at,
        )
        .join(own, and_(own.pair_id == Meeting.pair_id, own.person_id == me))
        .join(other, and_(other.pair_id == Meeting.pair_id, other.side != own.side))
        .join(Person, Person.id == other.person_id)
        .join(
            Feedback,
            and_(Feedback.meeting_id == Meeting.id, Feedback.person_id == me),
            isouter=True,
        )
        .where(_seated(own, Meeting.organisation_id))
        .order_by(Meeting.held_on.desc(), Meeting.id.desc(), Person.name, Person.id)
    )


async def of_person(session: AsyncSession, me: int) -> Sequence[AnyRow]:
    """A person's meetings with their own mark, the newest first, a row for each partner."""
    return (await session.execute(_of_person(me))).all()


async def one_of_person(session: AsyncSession, me: int, meeting_id: int) -> Sequence[AnyRow]:
    """One meeting of the person (see `of_person`); no rows when it is not theirs."""
    return (await session.execute(_of_person(me).where(Meeting.id == meeting_id))).all()
