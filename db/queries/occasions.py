"""What forms are put to people for: a survey on a day, or a programme they are in."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select, and_, exists, literal, select
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import (
    Branch,
    Membership,
    PairMember,
    Person,
    Profile,
    Programme,
    Questionnaire,
    Response,
    Survey,
)
from db.queries.people import NAME
from db.queries.running import taking_part
from db.queries.surveys import ROLES, seats
from db.types import AnyRow

# Of a profile: out of a roster and not asked yet, or gone.
_ABSENT = ("listed", "left")


async def of_survey(session: AsyncSession, organisation_id: int, occasion: str) -> Sequence[AnyRow]:
    """Mentors and mentees of an organisation, by name: id, NAME, role, class_name, response_id,
    form, channel, completed_at; the last four of the response to this occasion."""
    query = (
        _people()
        .select_from(Membership)
        .add_columns(Membership.role, _class_of(Membership.role).label("class_name"))
        .join(Person, Person.id == Membership.person_id)
        .where(seats(organisation_id))
    )
    return await _once(session, _with_response(query, organisation_id, occasion))


async def of_programme(
    session: AsyncSession, organisation_id: int, programme_id: int, occasion: str
) -> Sequence[AnyRow]:
    """The people of a programme, listed and left ones aside; columns as of `of_survey`."""
    query = (
        _people()
        .select_from(Profile)
        .add_columns(Profile.side.label("role"), Profile.class_name)
        .join(Person, Person.id == Profile.person_id)
        .where(
            Profile.organisation_id == organisation_id,
            Profile.programme_id == programme_id,
            Profile.status.not_in(_ABSENT),
        )
    )
    return await _once(session, _with_response(query, organisation_id, occasion))


async def of_pair(
    session: AsyncSession, organisation_id: int, pair_id: int, occasion: str
) -> Sequence[AnyRow]:
    """The people of a pair, whatever its state; columns as of `of_survey`."""
    query = (
        _people()
        .select_from(PairMember)
        .add_columns(PairMember.side.label("role"), literal("").label("class_name"))
        .join(Person, Person.id == PairMember.person_id)
        .where(PairMember.pair_id == pair_id, taking_part())
    )
    return await _once(session, _with_response(query, organisation_id, occasion))


def _class_of(role: Any) -> Any:
    """The class by the newest profile on this side."""
    return (
        select(Profile.class_name)
        .where(
            Profile.organisation_id == Membership.organisation_id,
            Profile.person_id == Membership.person_id,
            Profile.side == role,
        )
        .order_by(Profile.id.desc())
        .limit(1)
        .correlate(Membership)
        .scalar_subquery()
    )


async def _once(session: AsyncSession, query: Select[*tuple[Any, ...]]) -> list[AnyRow]:
    """Each person once: somebody on both sides answers as a mentor."""
    rows = (await session.execute(query)).all()
    first: dict[int, AnyRow] = {}
    for row in sorted(rows, key=lambda row: ROLES.index(row.role)):
        first.setdefault(row.id, row)
    return [row for row in rows if first[row.id] is row]


def _people() -> Select[*tuple[Any, ...]]:
    return select(
        Person.id,
        *NAME,
        Person.telegram_id,
        Response.id.label("response_id"),
        Response.form,
        Response.channel,
        Response.completed_at,
    )


def _with_response(
    query: Select[*tuple[Any, ...]], organisation_id: int, occasion: str
) -> Select[*tuple[Any, ...]]:
    return query.join(
        Response,
        and_(
            Response.organisation_id == organisation_id,
            Response.occasion == occasion,
            Response.person_id == Person.id,
        ),
        isouter=True,
    ).order_by(Person.name, Person.id)


async def entries_due(session: AsyncSession, me: int) -> Sequence[AnyRow]:
    """Running programmes the person is in and has no entry form of: organisation_id, programme_id,
    form, side."""
    query: Select[*tuple[Any, ...]] = (
        select(
            Profile.organisation_id,
            Profile.programme_id,
            Programme.form,
            Profile.side,
        )
        .join(Programme, Programme.id == Profile.programme_id)
        .where(
            Profile.person_id == me,
            Profile.status.not_in(_ABSENT),
            Programme.status != "ended",
            ~exists().where(
                Response.organisation_id == Profile.organisation_id,
                Response.programme_id == Profile.programme_id,
                Response.person_id == me,
                Response.occasion.startswith("entry:"),
            ),
        )
        .order_by(Profile.id)
    )
    return (await session.execute(query)).all()


async def programmes(session: AsyncSession, organisation_id: int) -> Sequence[AnyRow]:
    """Programmes that have not ended, the newest first: id, form, title."""
    query: Select[*tuple[Any, ...]] = (
        select(Programme.id, Programme.form, Programme.title)
        .where(Programme.organisation_id == organisation_id, Programme.status != "ended")
        .order_by(Programme.id.desc())
    )
    return (await session.execute(query)).all()


async def surveys(session: AsyncSession, organisation_id: int, limit: int) -> Sequence[AnyRow]:
    """The latest surveys: id, form, opens_on."""
    query: Select[*tuple[Any, ...]] = (
        select(Survey.id, Survey.form, Survey.opens_on)
        .where(Survey.organisation_id == organisation_id)
        .order_by(Survey.opens_on.desc(), Survey.id.desc())
        .limit(limit)
    )
    return (await session.execute(query)).all()


async def live(session: AsyncSession, organisation_id: int) -> Sequence[Questionnaire]:
    """The live forms an organisation may use: its own, and the shared ones from above.

    The nearest organisation's first, of one organisation the newest.
    """
    query = (
        select(Questionnaire)
        .join(
            Branch,
            and_(
                Branch.ancestor_id == Questionnaire.organisation_id,
                Branch.descendant_id == organisation_id,
            ),
        )
        .where(
            Questionnaire.status == "live",
            Questionnaire.shared | (Questionnaire.organisation_id == organisation_id),
        )
        # Schools are made after their departments: the nearest has the largest id.
        .order_by(Questionnaire.organisation_id.desc(), Questionnaire.id.desc())
    )
    return (await session.scalars(query)).all()
