"""One person's response to a survey: begun, answered bit by bit, sent."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Integer, Select, String, Text, bindparam, literal, select, update
from sqlalchemy.dialects.postgresql import insert as postgres_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Answer, Membership, Response, Survey
from db.queries.surveys import ROLES, seats
from db.types import AnyRow, BigId, UTCDateTime
from db.upsert import upserting


def _answering(insert: Any) -> Any:
    source = (
        select(
            Response.organisation_id,
            Response.id,
            bindparam("question", type_=String),
            bindparam("number", type_=Integer),
            bindparam("text", type_=Text),
            bindparam("now", type_=UTCDateTime),
        )
        .join(Survey, Survey.id == Response.survey_id)
        .where(
            Response.id == bindparam("response", type_=BigId),
            Response.person_id == bindparam("me", type_=BigId),
            Response.completed_at.is_(None),
            Response.role == bindparam("role", type_=String),
            Survey.form == bindparam("form", type_=String),
        )
    )
    table = Answer.__table__
    statement = insert(table).from_select(
        ["organisation_id", "response_id", "question", "number", "text", "answered_at"], source
    )
    return statement.on_conflict_do_update(
        index_elements=["response_id", "question"],
        set_={name: statement.excluded[name] for name in ("number", "text", "answered_at")},
    ).returning(table.c.id)


_ANSWER = {
    "sqlite": _answering(sqlite_insert),
    "postgresql": _answering(postgres_insert),
}


async def answer(
    session: AsyncSession,
    *,
    response_id: int,
    me: int,
    role: str,
    form: str,
    question: str,
    number: int | None,
    text: str | None,
    now: datetime,
) -> bool:
    """Keep an answer, in place of an earlier one; False when no such open response is mine."""
    values = {
        "response": response_id,
        "me": me,
        "role": role,
        "form": form,
        "question": question,
        "number": number,
        "text": text,
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
        "survey_id": Survey.id,
        "person_id": Membership.person_id,
        "role": Membership.role,
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
        statement.on_conflict_do_nothing(index_elements=["survey_id", "person_id"])
    )


async def response(
    session: AsyncSession, me: int, *, survey_id: int | None = None, response_id: int | None = None
) -> Sequence[AnyRow]:
    """The person's response, a row for each answer, else one; no rows when there is none.

    id, form, role, completed_at, question, number, text.
    """
    wanted = Response.id == response_id if survey_id is None else Response.survey_id == survey_id
    query: Select[*tuple[Any, ...]] = (
        select(
            Response.id,
            Survey.form,
            Response.role,
            Response.completed_at,
            Answer.question,
            Answer.number,
            Answer.text,
        )
        .join(Survey, Survey.id == Response.survey_id)
        .join(Answer, Answer.response_id == Response.id, isouter=True)
        .where(Response.person_id == me, wanted)
    )
    return (await session.execute(query)).all()


async def complete(session: AsyncSession, response_id: int, me: int, now: datetime) -> None:
    await session.execute(
        update(Response)
        .where(
            Response.id == response_id, Response.person_id == me, Response.completed_at.is_(None)
        )
        .values(completed_at=now)
    )
