"""What was handed in is accepted or given back.

By whoever issued the plan: the department for its schools, the head for the school's own plan.
What nobody looks at counts as accepted after some working days, without any message.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import select

from core.clock import local_date
from core.errors import Refusal
from db.models import Activity, Assignment, Organisation
from db.queries import accepting as queries
from db.queries import assignments, closing
from mentoring.access import organisation, owner, use_case
from mentoring.files import Made, file_maker, send_file
from mentoring.roadmaps import twins
from mentoring.roadmaps.answering import tell_school
from mentoring.roadmaps.board import Proof
from mentoring.roadmaps.closing import take_up
from mentoring.roadmaps.status import UNDO, AssignmentStatus, RoadmapStatus
from mentoring.roadmaps.wording import LINE_LIMIT, clip
from mentoring.roles import Permission
from mentoring.unit import Unit

# As many as an album holds.
_MOST_DOCUMENTS = 10


@dataclass(frozen=True, slots=True)
class Handed:
    """A row that was closed and waits to be accepted; `by_itself_on` tells till when."""

    id: int
    school: str
    number: str
    title: str
    closed_on: datetime
    by_itself_on: date | None
    documents: int


def _issuer(argument: str) -> Any:
    """The assignment's plan: whose it is decides."""

    async def find(unit: Unit, arguments: dict[str, Any]) -> int | None:
        query = (
            select(Activity.organisation_id)
            .join(Assignment, Assignment.activity_id == Activity.id)
            .where(Assignment.id == arguments[argument])
        )
        found: int | None = await unit.session.scalar(query)
        return found

    return find


@use_case(Permission.DECIDE_ROWS, target=organisation("organisation_id"))
async def waiting(
    unit: Unit, *, organisation_id: int, offset: int, limit: int
) -> tuple[list[Handed], int]:
    """A page of what waits to be accepted, what must be looked at first; and how many there are."""
    rows, total = await queries.waiting(unit.session, organisation_id, unit.today(), offset, limit)
    return [
        Handed(
            row.id,
            row.organisation,
            row.number,
            row.title,
            row.closed_at,
            None if row.accept_on == date.max else row.accept_on,
            row.documents,
        )
        for row in rows
    ], total


@use_case(Permission.DECIDE_ROWS, target=_issuer("assignment_id"))
async def one(unit: Unit, *, assignment_id: int) -> Handed:
    """One of them. Raises Refusal when it is open again or its plan was replaced."""
    found = await assignments.card(unit.session, assignment_id)
    if found is None or found[2].status != RoadmapStatus.CONFIRMED:
        raise Refusal("roadmap-task-archived")
    assignment, activity, _roadmap, _closed_by, _issuer_name = found
    if assignment.closed_at is None:
        raise Refusal("roadmap-task-changed")
    school = await unit.session.get_one(Organisation, assignment.organisation_id)
    return Handed(
        assignment.id,
        school.name,
        activity.number,
        activity.title,
        assignment.closed_at,
        assignment.accept_on,
        0,
    )


@use_case(Permission.DECIDE_ROWS, target=_issuer("assignment_id"))
async def proofs(unit: Unit, *, assignment_id: int) -> list[Proof]:
    """What one of them was closed by."""
    return [
        Proof(row.name or "", row.sent_as, row.note, local_date(row.created_at, unit.timezone))
        for row in await assignments.evidence(unit.session, assignment_id)
    ]


@use_case(Permission.DECIDE_ROWS, target=_issuer("assignment_id"))
async def send_documents(unit: Unit, *, assignment_id: int) -> int:
    """Send the actor the files one of them was closed by. Returns how many; what is more than an
    album is in the archive. Raises Refusal where there is none."""
    found = await assignments.evidence_files(unit.session, assignment_id, _MOST_DOCUMENTS)
    if not found:
        raise Refusal("roadmap-no-documents")
    for row in found:
        await send_file(unit, "roadmap-evidence", assignment=assignment_id, file=row.id)
    return len(found)


@use_case(Permission.DECIDE_ROWS, target=_issuer("assignment_id"))
async def document(unit: Unit, *, assignment_id: int, file_id: int) -> Made | None:
    """One of these files as it came: the messenger has it, nothing is downloaded."""
    found = await assignments.evidence_files(unit.session, assignment_id, _MOST_DOCUMENTS)
    file = next((row for row in found if row.id == file_id), None)
    if file is None:
        return None
    return Made(
        name=file.name,
        data=b"",
        caption="roadmap-evidence-caption",
        args={
            "school": file.school,
            "number": file.number,
            "title": clip(file.title, LINE_LIMIT),
        },
        picture=file.sent_as == "photo",
        file_id=file.file_id,
        sent_as=file.sent_as if file.sent_as not in {"document", "photo"} else "",
    )


@file_maker("roadmap-evidence")
async def make_document(unit: Unit, _person_id: int, args: dict[str, Any]) -> Made | None:
    return await document(unit, assignment_id=args["assignment"], file_id=args["file"])


@use_case(Permission.DECIDE_ROWS, target=organisation("organisation_id"))
async def accept(unit: Unit, *, organisation_id: int, but: Collection[int] = ()) -> int:
    """Accept all that waits, but for these. Returns how many that was."""
    return await queries.accept(
        unit.session, organisation_id, unit.today(), list(but), unit.me, unit.now
    )


@use_case(Permission.DECIDE_ROWS, target=_issuer("assignment_id"))
async def accept_one(unit: Unit, *, assignment_id: int) -> None:
    """Accept one of them. Raises Refusal when it waits no more."""
    row = await closing.standing(unit.session, assignment_id)
    if row is None:
        raise Refusal("roadmap-task-archived")
    accepted = await queries.accept(
        unit.session, row.issuer_id, unit.today(), [], unit.me, unit.now, only=assignment_id
    )
    if not accepted:
        raise Refusal("roadmap-task-changed")


@use_case(Permission.DECIDE_ROWS, target=organisation("organisation_id"))
async def undo(unit: Unit, *, organisation_id: int) -> int:
    """Take back what the actor has accepted last, within a day. Returns how many that was."""
    return await queries.undo(unit.session, organisation_id, unit.me, unit.now - UNDO)


@use_case(Permission.DECIDE_ROWS, target=_issuer("assignment_id"))
async def give_back(unit: Unit, *, assignment_id: int, note: str) -> None:
    """Return what was handed in, saying what has to be mended: it is open again.

    Raises Refusal for what is open already, or was accepted more than a day ago.
    """
    row = await closing.standing(unit.session, assignment_id)
    if row is None:
        raise Refusal("roadmap-task-archived")
    accepted = row.accepted_at is not None and unit.now - row.accepted_at > UNDO
    if row.status == AssignmentStatus.OPEN or accepted:
        raise Refusal("roadmap-task-changed")
    returned = {"returned_at": unit.now, "return_note": note.replace("\0", "")}
    for twin in await twins.closed_along(unit, row):
        await take_up(unit, twin.id, **returned)
    await take_up(unit, assignment_id, **returned)
    await tell_school(
        unit,
        assignment_id,
        "roadmap-given-back",
        f"back:{assignment_id}:{unit.now}",
        waits=row.closed_by,
        note=note,
    )


@use_case(Permission.DECIDE_ROWS, target=owner(Activity, "activity_id"))
async def check(unit: Unit, *, activity_id: int, checked: bool) -> None:
    """Have an activity's evidence looked at by a person, or let it be accepted by itself."""
    await queries.set_checked(unit.session, activity_id, checked)
