"""What schools ask for about their rows, another term or to be spared one, is agreed to or not.

By whoever issued the plan, as in `mentoring.roadmaps.accepting`.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select

from core.errors import Refusal
from db.models import Activity, Assignment, Petition
from db.queries import accepting as queries
from db.queries import asking, assignments, closing
from mentoring.access import organisation, use_case
from mentoring.letters import plain
from mentoring.notices import button, notice, plan
from mentoring.roadmaps.asking import move_term
from mentoring.roadmaps.status import AssignmentStatus, Plea
from mentoring.roadmaps.wording import LINE_LIMIT, clip
from mentoring.roles import Permission
from mentoring.unit import Unit


@dataclass(frozen=True, slots=True)
class Asked:
    """Somebody asks for another term (`until`), or to be spared the row."""

    id: int
    school: str
    number: str
    title: str
    kind: Plea
    due_on: date | None
    until: date | None
    reason: str
    # Who asks.
    by: str


async def _asked_of(unit: Unit, arguments: dict[str, Any]) -> int | None:
    query = (
        select(Activity.organisation_id)
        .join(Assignment, Assignment.activity_id == Activity.id)
        .join(Petition, Petition.assignment_id == Assignment.id)
        .where(Petition.id == arguments["petition_id"])
    )
    found: int | None = await unit.session.scalar(query)
    return found


@use_case(Permission.DECIDE_ROWS, target=organisation("organisation_id"))
async def asked(unit: Unit, *, organisation_id: int) -> list[Asked]:
    """What is asked and not answered, the oldest first."""
    return [
        Asked(
            row.id,
            row.organisation,
            row.number,
            row.title,
            Plea(row.kind),
            row.due_on,
            row.until,
            row.reason,
            row.by,
        )
        for row in await queries.asked(unit.session, organisation_id)
    ]


@use_case(Permission.DECIDE_ROWS, target=_asked_of)
async def decide(unit: Unit, *, petition_id: int, agreed: bool) -> None:
    """Agree to what is asked, or do not. Raises Refusal when it was answered meanwhile."""
    petition = await unit.session.get_one(Petition, petition_id)
    if not await asking.decide(unit.session, petition_id, agreed, unit.me, unit.now):
        raise Refusal("roadmap-asked-decided")
    row = await closing.standing(unit.session, petition.assignment_id)
    if row is None:
        raise Refusal("roadmap-task-archived")
    if agreed and row.status == AssignmentStatus.OPEN:
        if petition.kind == Plea.TERM and petition.until:
            await move_term(unit, row, petition.until, petition.reason)
        else:
            await assignments.add_evidence(
                unit.session,
                [
                    {
                        "organisation_id": row.organisation_id,
                        "assignment_id": row.id,
                        "file_id": None,
                        "note": petition.reason,
                        "item": "",
                        "created_by": petition.asked_by,
                        "created_at": petition.asked_at,
                        "withdrawn_at": None,
                    }
                ],
            )
            await assignments.move(
                unit.session,
                row.id,
                [AssignmentStatus.OPEN],
                status=AssignmentStatus.NOT_NEEDED,
                closed_by=unit.me,
                closed_at=unit.now,
            )
    # A term that was moved is told to the others by the digest, with the reason.
    await tell_school(
        unit,
        row.id,
        f"roadmap-answer-{petition.kind}",
        f"answer:{petition_id}",
        waits=petition.asked_by,
        only=agreed and petition.kind == Plea.TERM,
        agreed="yes" if agreed else "no",
        until=petition.until or unit.today(),
    )


async def tell_school(
    unit: Unit,
    assignment_id: int,
    message: str,
    key: str,
    *,
    waits: int | None,
    only: bool = False,
    **args: Any,
) -> None:
    """At once: whoever `waits` for it as long as they have a seat there, and unless it is `only`
    theirs, those who keep the plan."""
    rows = await queries.concerned(unit.session, assignment_id, waits, only=only)
    notices = [
        notice(
            unit,
            unique=f"{key}:{row.person_id}",
            message=message,
            person_id=row.person_id,
            args=plain({"number": row.number, "title": clip(row.title, LINE_LIMIT), **args}),
            buttons=[button("roadmap-nudge-open", f"roadmap-task:{assignment_id}")],
        )
        for row in rows
    ]
    await plan(unit, notices)
