"""One person's response to a form: put to them, begun, answered bit by bit, sent."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    Integer,
    Select,
    String,
    Text,
    bindparam,
    func,
    literal,
    select,
    update,
)
from sqlalchemy.dialects.postgresql import insert as postgres_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.ext.asyncio import AsyncSession

from db.engines import CHUNK
from db.models import Answer, Membership, Response, Survey
from db.queries.surveys import ROLES, seats
from db.types import AnyRow, BigId, UTCDateTime
from db.upsert import upserting

_ANSWERED = ("number", "text", "file_id", "answered_at")


def _answering(insert: Any) -> Any:
    source = select(
        Response.organisation_id,
        Response.id,
        bindparam("question", type_=String),
        bindparam("number", type_=Integer),
        bindparam("text", type_=Text),
        bindparam("file_id", type_=BigId),
        literal(True),
        bindparam("now", type_=UTCDateTime),
    ).where(
        Response.id == bindparam("response", type_=BigId),
        Response.person_id == bindparam("me", type_=BigId),
        Response.completed_at.is_(None),
        Response.role == bindparam("role", type_=String),
        Response.form == bindparam("form", type_=String),
    )
    table = Answer.__table__
    columns = ["organisation_id", "response_id", "question", "number", "text", "file_id"]
    statement = insert(table).from_select([*columns, "counts", "answered_at"], source)
    return statement.on_conflict_do_update(
        index_elements=["response_id", "question"],
        set_={name: statement.excluded[name] for name in _ANSWERED},
    ).returning(table.c.id)


_ANSWER = {
    "sqlite": _answering(sqlite_insert),
    "postgresql": _answering(postgres_insert),
}


async def answer(
    session: AsyncSession,
    *,
    response_id: int,
    person_id: int,
    role: str,
    form: str,
    question: str,
    value: dict[str, Any],
    now: datetime,
) -> bool:
    """Keep an answer, in place of an earlier one; False when the person has no such open response.

    `value`: number, text, file_id.
    """
    values = value | {
        "response": response_id,
        "me": person_id,
        "role": role,
        "form": form,
        "question": question,
        "now": now,
    }
    found: int | None = await session.scalar(_ANSWER[session.get_bind().dialect.name], values)
    return found is not None


async def begin(
    session: AsyncSession, *, survey_id: int, me: int, today: date, now: datetime
) -> None:
    """A response of the person, if the survey is put to them and open; one that is there stays."""
    columns = {
        "organisation_id": Survey.organisation_id,
        "occasion": literal(f"survey:{survey_id}"),
        "survey_id": Survey.id,
        "person_id": Membership.person_id,
        "role": Membership.role,
        "form": Survey.form,
        "channel": literal("chat"),
        "started_at": literal(now, UTCDateTime()),
    }
    source = (
        select(*columns.values())
        .join(Membership, seats(Survey.organisation_id))
        .where(Survey.id == survey_id, Survey.opens_on <= today, Membership.person_id == me)
        .order_by(Membership.role == ROLES[1])
        .limit(1)
    )
    statement = upserting(session, Response).from_select(list(columns), source)
    await session.execute(
        statement.on_conflict_do_nothing(
            index_elements=["organisation_id", "occasion", "person_id"]
        )
    )


async def put(session: AsyncSession, rows: list[dict[str, Any]]) -> None:
    """Put a form to people; for whom the same occasion has one already, it stays as it is.

    A row: organisation_id, occasion, survey_id, programme_id, person_id, role, form, channel.
    """
    for first in range(0, len(rows), CHUNK):
        statement = upserting(session, Response).values(rows[first : first + CHUNK])
        await session.execute(
            statement.on_conflict_do_nothing(
                index_elements=["organisation_id", "occasion", "person_id"]
            )
        )


async def start(session: AsyncSession, response_id: int, me: int, now: datetime) -> bool:
    """Note when a response that was put to the person is first looked at; whether that is now."""
    found: int | None = await session.scalar(
        update(Response)
        .where(Response.id == response_id, Response.person_id == me, Response.started_at.is_(None))
        .values(started_at=now)
        .returning(Response.id)
    )
    return found is not None


async def response(
    session: AsyncSession,
    *,
    survey_id: int | None = None,
    response_id: int | None = None,
    **of: Any,
) -> Sequence[AnyRow]:
    """A response, a row for each answer, else one; no rows when there is none.

    `of` are columns it must have (person_id=...). id, organisation_id, person_id, programme_id,
    form, role, channel, completed_at, confirmed_at, question, number, text, file_id.
    """
    wanted = Response.id == response_id if survey_id is None else Response.survey_id == survey_id
    query: Select[*tuple[Any, ...]] = (
        select(
            Response.id,
            Response.organisation_id,
            Response.person_id,
            Response.programme_id,
            Response.form,
            Response.role,
            Response.channel,
            Response.completed_at,
            Response.confirmed_at,
            Answer.question,
            Answer.number,
            Answer.text,
            Answer.file_id,
        )
        .join(Answer, Answer.response_id == Response.id, isouter=True)
        .where(wanted, *(getattr(Response, name) == value for name, value in of.items()))
    )
    return (await session.execute(query)).all()


async def waiting(session: AsyncSession, me: int) -> Sequence[AnyRow]:
    """Forms put to the person by no survey: id, form, occasion, started_at,
    channel, completed_at.

    Unfinished ones, and those that others filled in and the person has not confirmed.
    """
    query: Select[*tuple[Any, ...]] = (
        select(
            Response.id,
            Response.form,
            Response.occasion,
            Response.started_at,
            Response.channel,
            Response.completed_at,
        )
        .where(
            Response.person_id == me,
            Response.completed_at.is_(None) & Response.survey_id.is_(None)
            | Response.completed_at.is_not(None)
            & Response.channel.in_(("paper", "spoken"))
            & Response.confirmed_at.is_(None),
        )
        .order_by(Response.id)
    )
    return (await session.execute(query)).all()


async def complete(
    session: AsyncSession, response_id: int, fallen: Iterable[str], now: datetime
) -> None:
    """Send an open response; the answers to `fallen` questions are kept and do not count."""
    left_out = sorted(fallen)
    await session.execute(
        update(Response)
        .where(Response.id == response_id, Response.completed_at.is_(None))
        .values(completed_at=now)
    )
    await session.execute(
        update(Answer)
        .where(Answer.response_id == response_id)
        .values(counts=Answer.question.not_in(left_out))
    )


async def settle(session: AsyncSession, response_id: int, me: int, **values: Any) -> bool:
    """Change the person's own response; False when it is no longer theirs to change."""
    found: int | None = await session.scalar(
        update(Response)
        .where(
            Response.id == response_id,
            Response.person_id == me,
            Response.completed_at.is_not(None),
            Response.channel != "chat",
        )
        .values(values)
        .returning(Response.id)
    )
    return found is not None


async def speak_for(
    session: AsyncSession,
    organisation_id: int,
    occasion: str,
    person_id: int,
    *,
    by: int,
    now: datetime,
) -> int:
    """Note who fills in a person's open response. Returns its id."""
    found = await session.scalar(
        update(Response)
        .where(
            Response.organisation_id == organisation_id,
            Response.occasion == occasion,
            Response.person_id == person_id,
            Response.completed_at.is_(None),
        )
        .values(channel="spoken", entered_by=by, started_at=now)
        .returning(Response.id)
    )
    return int(found or 0)


async def given(session: AsyncSession, organisation_id: int, occasion: str) -> int:
    """How many have answered an occasion."""
    query = select(func.count()).where(
        Response.organisation_id == organisation_id,
        Response.occasion == occasion,
        Response.completed_at.is_not(None),
    )
    found: int | None = await session.scalar(query)
    return found or 0


async def keep_all(session: AsyncSession, rows: list[dict[str, Any]]) -> None:
    """Keep many answers at once, in place of earlier ones to the same questions."""
    for first in range(0, len(rows), CHUNK):
        statement = upserting(session, Answer).values(rows[first : first + CHUNK])
        kept = {name: statement.excluded[name] for name in (*_ANSWERED, "counts")}
        await session.execute(
            statement.on_conflict_do_update(index_elements=["response_id", "question"], set_=kept)
        )
