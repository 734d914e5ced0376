"""Surveys put to an organisation: to whom, how they go, who is to be told of them."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    and_,
    exists,
    func,
    or_,
    select,
)
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Answer, Membership, Organisation, Person, Response, Survey
from db.queries.people import NAME
from db.types import AnyRow
from db.upsert import upserting

# Who answers surveys. Somebody with both seats answers as a mentor: the first by this order.
ROLES = ("mentor", "mentee")


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


def seats(organisation_id: Any) -> ColumnElement[bool]:
    """Memberships of those who answer surveys in an organisation."""
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
        .where(seats(organisation_id))
        .group_by(Membership.role)
    )
    return {role: count for role, count in (await session.execute(query)).all()}


async def of_organisation(session: AsyncSession, organisation_id: int) -> Sequence[AnyRow]:
    """Surveys, the latest first: id, form, opens_on, invited, answered (people of today)."""
    invited = select(func.count(Membership.person_id.distinct())).where(
        seats(Survey.organisation_id)
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
    """Everybody the survey is put to, by name: id, NAME, completed_at (None: not yet)."""
    query: Select[*tuple[Any, ...]] = (
        select(Person.id, *NAME, Response.completed_at)
        .select_from(Survey)
        .join(Membership, seats(Survey.organisation_id))
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
            Answer.counts,
        )
        .group_by(Response.role, Answer.question)
    )
    return (await session.execute(query)).all()


async def open_for(session: AsyncSession, me: int, until: date) -> Sequence[AnyRow]:
    """Surveys a person has to answer, the oldest first: id, form, opens_on, begun."""
    begun = exists().where(Response.survey_id == Survey.id, Response.person_id == me)
    query: Select[*tuple[Any, ...]] = (
        select(Survey.id, Survey.form, Survey.opens_on, begun.label("begun"))
        .join(Membership, seats(Survey.organisation_id))
        .where(Membership.person_id == me, Survey.opens_on <= until, ~_completed(me))
        .order_by(Survey.opens_on, Survey.id)
        .distinct()
    )
    return (await session.execute(query)).all()


async def to_tell(
    session: AsyncSession, organisation_id: int, since: date, until: date, later: timedelta
) -> set[int]:
    """People with an unanswered survey that opened in `since` < day <= `until`, or `later` ago."""
    query = (
        select(Membership.person_id)
        .join(Survey, Survey.organisation_id == Membership.organisation_id)
        .where(
            seats(organisation_id),
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
