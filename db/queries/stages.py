"""What keeps a programme from its next stage: selects of the people and pairs behind each line."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, String, cast, exists, literal, select
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import (
    Meeting,
    MentorCheck,
    Pair,
    PairMember,
    Person,
    PersonalPlan,
    Profile,
    ProgrammePlan,
    Request,
    Response,
    Training,
)
from db.queries.running import running, taking_part
from db.types import AnyRow


def _profiles(programme_id: int, side: str, *conditions: ColumnElement[bool]) -> Any:
    return (
        select(Profile.id, Person.name, Person.given, Person.birth_year)
        .join(Person, Person.id == Profile.person_id)
        .where(Profile.programme_id == programme_id, Profile.side == side, *conditions)
        .order_by(Person.name, Profile.id)
    )


def _members(programme_id: int, *conditions: ColumnElement[bool]) -> Any:
    """A row for each member of a programme's pairs."""
    return (
        select(Pair.id, Person.name, Person.given, Person.birth_year, PairMember.side)
        .join(PairMember, PairMember.pair_id == Pair.id)
        .join(Person, Person.id == PairMember.person_id)
        .where(Pair.programme_id == programme_id, taking_part(), *conditions)
        .order_by(Pair.id, PairMember.side.desc(), Person.name)
    )


def _ticked(kind: str) -> ColumnElement[bool]:
    return exists().where(
        MentorCheck.person_id == Profile.person_id,
        MentorCheck.organisation_id == Profile.organisation_id,
        MentorCheck.kind == kind,
        MentorCheck.passed.is_(True),
    )


# In the bank and ours: neither only listed nor gone.
_PRESENT = Profile.status.not_in(("listed", "left"))
_UNMATCHED = Profile.status.in_(("new", "in_questionnaire", "ready", "waiting"))


async def behind(
    session: AsyncSession, check: str, programme_id: int, met_since: date
) -> Sequence[AnyRow]:
    """The people behind a line of the board: id, name, given, birth_year; of pairs also side, the
    members of a pair under its id. Raises KeyError for an unknown check."""
    met = exists().where(
        Meeting.pair_id == Pair.id,
        Meeting.status.in_(("held", "disputed")),
        Meeting.held_on >= met_since,
    )
    answered = exists().where(
        Response.person_id == PairMember.person_id,
        Response.occasion == f"entry:{programme_id}",
        Response.completed_at.is_not(None),
    )
    planned = exists().where(PersonalPlan.pair_id == Pair.id, PersonalPlan.status != "draft")
    reported = exists().where(
        Response.person_id == PairMember.person_id,
        Response.occasion == literal("report:") + cast(Pair.id, String),
        Response.completed_at.is_not(None),
    )
    asked = exists().where(Request.profile_id == Profile.id, Request.withdrawn_at.is_(None))
    course = exists().where(Training.profile_id == Profile.id)
    queries: dict[str, Select[*tuple[Any, ...]]] = {
        "no-consent": _profiles(programme_id, "mentee", Profile.status == "listed"),
        "mentors-no-consent": _profiles(programme_id, "mentor", Profile.status == "listed"),
        "no-request": _profiles(programme_id, "mentee", _PRESENT, ~asked),
        "untrained": _profiles(programme_id, "mentor", _PRESENT, ~course, ~_ticked("training")),
        "unchecked": _profiles(programme_id, "mentor", _PRESENT, ~_ticked("minors")),
        "unmatched": _profiles(programme_id, "mentee", _UNMATCHED),
        "no-order": _members(programme_id, Pair.status.in_(("proposed", "agreed", "ordered"))),
        "no-entry": _members(programme_id, running(), ~answered),
        "no-plan": _members(programme_id, running(), ~planned),
        "no-meeting": _members(
            programme_id, Pair.status == "active", Pair.started_on < met_since, ~met
        ),
        "no-report": _members(programme_id, Pair.status == "completed", ~reported),
        "still-running": _members(programme_id, running()),
    }
    return (await session.execute(queries[check])).all()


async def newest_plan(
    session: AsyncSession, organisation_id: int, model: str
) -> ProgrammePlan | None:
    """The plan a school changed last for this set of stages: its next season begins with it."""
    query = (
        select(ProgrammePlan)
        .where(ProgrammePlan.organisation_id == organisation_id, ProgrammePlan.model == model)
        .order_by(ProgrammePlan.changed_at.desc(), ProgrammePlan.programme_id.desc())
        .limit(1)
    )
    return (await session.scalars(query)).first()
