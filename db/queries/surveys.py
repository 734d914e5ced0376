"""Surveys put to an organisation, responses to them, answers."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import (
    ColumnElement,
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

from db.models import Answer, Membership, Organisation, Person, Response, Survey
from db.types import AnyRow, BigId, UTCDateTime
from db.upsert import upserting

# Who answers surveys. Somebody with both seats answers as a mentor: the first by this order.
ROLES = ("mentor", "mentee")


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


async def insert_survey(
    session: AsyncSession,
    *,
    organisation_id: int,
    form: str,
    opens_on: date,
    created_by: int,
    now: datetime,
) -> int | None:
    """A new survey's id; None when that form is set for that day already."""
    statement = upserting(session, Survey).values(
        organisation_id=organisation_id,
        form=form,
        opens_on=opens_on,
        created_by=created_by,
        created_at=now,
    )
    found: int | None = await session.scalar(
        statement.on_conflict_do_nothing(
            index_elements=["organisation_id", "opens_on", "form"]
        ).returning(Survey.id)
    )
    return found


async def planned_on(session: AsyncSession, organisation_id: int) -> date | None:
    """The last day for which the organisation's digests were planned."""
    query = select(Organisation.planned_on).where(Organisation.id == organisation_id)
    found: date | None = await session.scalar(query)
    return found


def _seats(organisation_id: Any) -> ColumnElement[bool]:
    return and_(
        Membership.organisation_id == organisation_id,
        Membership.role.in_(ROLES),
        Membership.ended_at.is_(None),
    )


def _completed(person_id: Any) -> ColumnElement[bool]:
    return exists().where(
        Response.survey_id == Survey.id,
        Response.person_id == person_id,
        Response.completed_at.is_not(None),
    )


async def receivers(session: AsyncSession, organisation_id: int) -> dict[str, int]:
    """By role, how many people a survey would go to."""
    query: Select[*tuple[Any, ...]] = (
        select(Membership.role, func.count())
        .where(_seats(organisation_id))
        .group_by(Membership.role)
    )
    return {role: count for role, count in (await session.execute(query)).all()}


async def of_organisation(session: AsyncSession, organisation_id: int) -> Sequence[AnyRow]:
    """Surveys, the latest first: id, form, opens_on, invited, answered (people of today)."""
    invited = select(func.count(Membership.person_id.distinct())).where(
        _seats(Survey.organisation_id)
    )
    query: Select[*tuple[Any, ...]] = (
        select(
            Survey.id,
            Survey.form,
            Survey.opens_on,
            invited.scalar_subquery().label("invited"),
            invited.where(_completed(Membership.person_id)).scalar_subquery().label("answered"),
        )
        .where(Survey.organisation_id == organisation_id)
        .order_by(Survey.opens_on.desc(), Survey.id.desc())
    )
    return (await session.execute(query)).all()


async def one(session: AsyncSession, survey_id: int) -> AnyRow | None:
    """form and opens_on."""
    query: Select[*tuple[Any, ...]] = select(Survey.form, Survey.opens_on).where(
        Survey.id == survey_id
    )
    return (await session.execute(query)).first()


async def invited(session: AsyncSession, survey_id: int) -> Sequence[AnyRow]:
    """Everybody the survey is put to, by name: id, name, completed_at (None: not yet)."""
    query: Select[*tuple[Any, ...]] = (
        select(Person.id, Person.name, Response.completed_at)
        .select_from(Survey)
        .join(Membership, _seats(Survey.organisation_id))
        .join(Person, Person.id == Membership.person_id)
        .join(
            Response,
            and_(Response.survey_id == Survey.id, Response.person_id == Person.id),
            isouter=True,
        )
        .where(Survey.id == survey_id)
        .order_by(Person.name, Person.id)
        .distinct()
    )
    return (await session.execute(query)).all()


async def averages(session: AsyncSession, survey_id: int) -> Sequence[AnyRow]:
    """Of finished responses, for each role and scale: role, question, answers, average."""
    query: Select[*tuple[Any, ...]] = (
        select(
            Response.role,
            Answer.question,
            func.count(Answer.number).label("answers"),
            func.avg(Answer.number).label("average"),
        )
        .join(Answer, Answer.response_id == Response.id)
        .where(
            Response.survey_id == survey_id,
            Response.completed_at.is_not(None),
            Answer.number.is_not(None),
        )
        .group_by(Response.role, Answer.question)
    )
    return (await session.execute(query)).all()


async def open_for(session: AsyncSession, me: int, until: date) -> Sequence[AnyRow]:
    """Surveys a person has to answer, the oldest first: id, form, opens_on, begun."""
    begun = exists().where(Response.survey_id == Survey.id, Response.person_id == me)
    query: Select[*tuple[Any, ...]] = (
        select(Survey.id, Survey.form, Survey.opens_on, begun.label("begun"))
        .join(Membership, _seats(Survey.organisation_id))
        .where(Membership.person_id == me, Survey.opens_on <= until, ~_completed(me))
        .order_by(Survey.opens_on, Survey.id)
        .distinct()
    )
    return (await session.execute(query)).all()


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
        .join(Membership, _seats(Survey.organisation_id))
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
        .where(
            Response.person_id == me,
            Response.survey_id == survey_id if survey_id else Response.id == response_id,
        )
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


async def to_tell(
    session: AsyncSession, organisation_id: int, since: date, until: date, later: timedelta
) -> set[int]:
    """People with an unanswered survey that opened in `since` < day <= `until`, or `later` ago."""
    query = (
        select(Membership.person_id)
        .join(Survey, Survey.organisation_id == Membership.organisation_id)
        .where(
            _seats(organisation_id),
            or_(
                and_(Survey.opens_on > since, Survey.opens_on <= until),
                and_(Survey.opens_on > since - later, Survey.opens_on <= until - later),
            ),
            ~_completed(Membership.person_id),
        )
        .distinct()
    )
    return set(await session.scalars(query))


async def opening_days(session: AsyncSession, organisation_id: int, after: date) -> Sequence[date]:
    query = (
        select(Survey.opens_on)
        .where(Survey.organisation_id == organisation_id, Survey.opens_on > after)
        .distinct()
    )
    return (await session.scalars(query)).all()
