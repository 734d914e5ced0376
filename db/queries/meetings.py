"""Meetings that took place and what was said of them."""

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
    func,
    literal,
    or_,
    select,
    update,
)
from sqlalchemy.dialects.postgresql import insert as postgres_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from db.models import Attendance, Feedback, Meeting, Membership, Pair, PairMember, Person, Programme
from db.models.meetings import LIVE_MEETING
from db.queries.people import NAME
from db.queries.running import running, taking_part
from db.types import AnyRow, BigId, UTCDateTime

_HELD = "held"
_PAST = ("held", "disputed")


def seated(member: Any, organisation_id: Any) -> Any:
    """The member of a pair still has that seat in its organisation."""
    return exists().where(
        Membership.organisation_id == organisation_id,
        Membership.role == member.side,
        Membership.person_id == member.person_id,
        Membership.ended_at.is_(None),
    )


def _recording(insert: Any) -> Any:
    day = bindparam("held_on", type_=Date)
    source = (
        select(
            Pair.organisation_id,
            Pair.id,
            PairMember.person_id,
            day,
            bindparam("minutes", type_=Integer),
            bindparam("kind", type_=String),
            bindparam("note", type_=Text),
            bindparam("shared_note", type_=Text),
            bindparam("agreed", type_=Text),
            bindparam("now", type_=UTCDateTime),
        )
        .join(PairMember, PairMember.pair_id == Pair.id)
        .join(Programme, Programme.id == Pair.programme_id, isouter=True)
        .where(
            Pair.id == bindparam("pair", type_=BigId),
            running(),
            taking_part(),
            # Pairs are often put down later than they begin: within their season.
            or_(Pair.started_on <= day, Programme.starts_on <= day),
            PairMember.person_id == bindparam("me", type_=BigId),
            seated(PairMember, Pair.organisation_id),
        )
    )
    said = ["minutes", "note", "shared_note", "agreed", "logged_by", "logged_at"]
    columns = ["organisation_id", "pair_id", "logged_by", "held_on", "minutes", "kind"]
    columns += ["note", "shared_note", "agreed", "logged_at"]
    table = Meeting.__table__
    statement = insert(table).from_select(columns, source)
    # One that was planned for that day has taken place; one that is recorded stays as it is.
    return statement.on_conflict_do_update(
        index_elements=["pair_id", "held_on", "kind"],
        index_where=LIVE_MEETING,
        set_={"status": _HELD} | {name: statement.excluded[name] for name in said},
        where=table.c.status == "planned",
    ).returning(table.c.id)


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
            Meeting.status.in_(_PAST),
            PairMember.person_id == bindparam("me", type_=BigId),
            seated(PairMember, Meeting.organisation_id),
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


async def record(session: AsyncSession, *, pair_id: int, me: int, **said: Any) -> int | None:
    """The meeting's id; None when the pair is not mine to record for on that day, or has it.

    `said`: held_on, minutes, kind, note, shared_note, agreed, now.
    """
    values = {"pair": pair_id, "me": me, **said}
    found: int | None = await session.scalar(_RECORD[session.get_bind().dialect.name], values)
    return found


async def settle_planned(  # noqa: PLR0917
    session: AsyncSession, meeting_id: int, pair_id: int, me: int, held_on: date, kind: str
) -> None:
    """Let a planned meeting be the one about to be recorded, unless there is one already."""
    other = aliased(Meeting)
    await session.execute(
        update(Meeting)
        .where(
            Meeting.id == meeting_id,
            Meeting.pair_id == pair_id,
            Meeting.status == "planned",
            exists().where(PairMember.pair_id == pair_id, PairMember.person_id == me),
            ~exists().where(
                other.id != meeting_id,
                other.pair_id == pair_id,
                other.held_on == held_on,
                other.kind == kind,
                other.status.in_(("planned", *_PAST)),
            ),
        )
        .values(held_on=held_on, kind=kind)
        .execution_options(synchronize_session=False)
    )


async def recorded(session: AsyncSession, pair_id: int, held_on: date, kind: str) -> AnyRow | None:
    """The meeting of that kind on that day that is recorded already: id, logged_by."""
    query: Select[*tuple[Any, ...]] = select(Meeting.id, Meeting.logged_by).where(
        Meeting.pair_id == pair_id,
        Meeting.held_on == held_on,
        Meeting.kind == kind,
        Meeting.status.in_(_PAST),
    )
    return (await session.execute(query)).first()


async def confirm(session: AsyncSession, meeting_id: int, me: int, now: datetime) -> None:
    """Somebody else than who recorded it says that it took place."""
    await session.execute(
        update(Meeting)
        .where(
            Meeting.id == meeting_id,
            Meeting.status == _HELD,
            Meeting.logged_by != me,
            Meeting.confirmed_at.is_(None),
        )
        .values(confirmed_at=now)
        .execution_options(synchronize_session=False)
    )


async def confirm_silent(
    session: AsyncSession, organisation_id: int, before: datetime, now: datetime
) -> None:
    """What nobody has disputed since `before` took place."""
    await session.execute(
        update(Meeting)
        .where(
            Meeting.organisation_id == organisation_id,
            Meeting.status == _HELD,
            Meeting.confirmed_at.is_(None),
            Meeting.logged_at <= before,
        )
        .values(confirmed_at=now)
        .execution_options(synchronize_session=False)
    )


async def mark(
    session: AsyncSession, *, meeting_id: int, me: int, mark: int, now: datetime, since: datetime
) -> bool:
    """Give a mark, or change one given after `since`; False when it is older or not my meeting."""
    values = {"meeting": meeting_id, "me": me, "mark": mark, "now": now, "since": since}
    found: int | None = await session.scalar(_MARK[session.get_bind().dialect.name], values)
    return found is not None


async def add_to_feedback(
    session: AsyncSession, *, meeting_id: int, me: int, since: datetime, **what: Any
) -> bool:
    """Put something (columns of Feedback) to one's mark given after `since`; False without one."""
    member = exists().where(
        PairMember.pair_id == Meeting.pair_id,
        PairMember.person_id == me,
        Meeting.id == Feedback.meeting_id,
        seated(PairMember, Meeting.organisation_id),
    )
    found: int | None = await session.scalar(
        update(Feedback)
        .where(
            Feedback.meeting_id == meeting_id,
            Feedback.person_id == me,
            Feedback.given_at > since,
            member,
        )
        .values(**what)
        .returning(Feedback.id)
    )
    return found is not None


async def pairs_of(session: AsyncSession, me: int) -> Sequence[AnyRow]:
    """Running pairs with a row for each partner and kind had.

    id, organisation_id, side (mine), of the partner person_id, telegram_id and NAME, kind (or
    None), video_link.
    """
    partner = aliased(PairMember)
    query: Select[*tuple[Any, ...]] = (
        select(
            Pair.id,
            Pair.organisation_id,
            PairMember.side,
            Person.id.label("person_id"),
            Person.telegram_id,
            *NAME,
            Meeting.kind,
            Pair.video_link,
        )
        .join(PairMember, PairMember.pair_id == Pair.id)
        .join(
            partner,
            and_(partner.pair_id == Pair.id, partner.side != PairMember.side, taking_part(partner)),
        )
        .join(Person, Person.id == partner.person_id)
        .join(Meeting, and_(Meeting.pair_id == Pair.id, Meeting.status == _HELD), isouter=True)
        .where(
            PairMember.person_id == me,
            running(),
            taking_part(),
            seated(PairMember, Pair.organisation_id),
        )
        .order_by(Pair.id, Person.name, Person.id)
        .distinct()
    )
    return (await session.execute(query)).all()


async def pair_of(session: AsyncSession, pair_id: int, me: int) -> AnyRow | None:
    """started_on, ended_on, status, side and organisation_id of a pair the person is in."""
    query: Select[*tuple[Any, ...]] = (
        select(
            Pair.started_on,
            Pair.ended_on,
            Pair.status,
            PairMember.side,
            Pair.organisation_id,
            Programme.starts_on.label("season_on"),
        )
        .join(PairMember, PairMember.pair_id == Pair.id)
        .join(Programme, Programme.id == Pair.programme_id, isouter=True)
        .where(
            Pair.id == pair_id,
            PairMember.person_id == me,
            taking_part(),
            seated(PairMember, Pair.organisation_id),
        )
    )
    return (await session.execute(query)).first()


async def people_of(session: AsyncSession, pair_id: int) -> Sequence[AnyRow]:
    """Who is in a pair: person_id, side, NAME."""
    query: Select[*tuple[Any, ...]] = (
        select(PairMember.person_id, PairMember.side, *NAME)
        .join(Person, Person.id == PairMember.person_id)
        .where(PairMember.pair_id == pair_id, taking_part())
        .order_by(Person.name, Person.id)
    )
    return (await session.execute(query)).all()


async def agreed_before(session: AsyncSession, pair_id: int) -> str:
    """What was agreed upon at the last meeting."""
    query = (
        select(Meeting.agreed)
        .where(Meeting.pair_id == pair_id, Meeting.status == _HELD)
        .order_by(Meeting.held_on.desc(), Meeting.id.desc())
        .limit(1)
    )
    return await session.scalar(query) or ""


def _of_person(me: int) -> Select[*tuple[Any, ...]]:
    own, other = aliased(PairMember), aliased(PairMember)
    theirs, there = aliased(Feedback), aliased(Attendance)
    return (
        select(
            Meeting.id,
            Meeting.organisation_id,
            Meeting.pair_id,
            Meeting.status,
            Meeting.held_on,
            Meeting.kind,
            Meeting.minutes,
            Meeting.note,
            Meeting.shared_note,
            Meeting.agreed,
            Meeting.logged_by,
            own.side,
            *NAME,
            Feedback.mark,
            Feedback.mood,
            Feedback.note.label("words"),
            Feedback.shared,
            Feedback.given_at,
            theirs.note.label("said"),
            func.coalesce(there.present, True).label("present"),
        )
        .join(own, and_(own.pair_id == Meeting.pair_id, own.person_id == me))
        .join(other, and_(other.pair_id == Meeting.pair_id, other.side != own.side))
        .join(Person, Person.id == other.person_id)
        .join(
            Feedback,
            and_(Feedback.meeting_id == Meeting.id, Feedback.person_id == me),
            isouter=True,
        )
        .join(
            theirs,
            and_(
                theirs.meeting_id == Meeting.id,
                theirs.person_id == other.person_id,
                theirs.shared,
            ),
            isouter=True,
        )
        .join(there, and_(there.meeting_id == Meeting.id, there.person_id == me), isouter=True)
        .where(seated(own, Meeting.organisation_id), Meeting.status.in_(_PAST))
        .order_by(Meeting.held_on.desc(), Meeting.id.desc(), Person.name, Person.id)
    )


async def of_person(session: AsyncSession, me: int) -> Sequence[AnyRow]:
    """A person's past meetings, the newest first, a row for each partner.

    With their own mark, mood and words; `said` is what the partner has written for them to read.
    """
    return (await session.execute(_of_person(me))).all()


async def one_of_person(session: AsyncSession, me: int, meeting_id: int) -> Sequence[AnyRow]:
    """One meeting of the person (see `of_person`); no rows when it is not theirs."""
    return (await session.execute(_of_person(me).where(Meeting.id == meeting_id))).all()


async def set_status(
    session: AsyncSession, meeting_id: int, was: Sequence[str], **what: Any
) -> bool:
    """Change a meeting (columns of Meeting) that is still in one of these statuses."""
    found: int | None = await session.scalar(
        update(Meeting)
        .where(Meeting.id == meeting_id, Meeting.status.in_(was))
        .values(**what)
        .returning(Meeting.id)
    )
    return found is not None
