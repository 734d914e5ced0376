"""Assignments are closed by a document, by words, or by a mere word; and taken up again."""

from sqlalchemy import select

from core.errors import NotAllowed, Refusal
from db.models import Assignment, File
from db.queries import assignments as queries
from mentoring.access import owner, use_case
from mentoring.roadmaps.status import AssignmentStatus
from mentoring.roles import Permission
from mentoring.unit import Unit

NOTE_LIMIT = 1000
# An album holds ten; more at once is not a person's doing.
_MOST_FILES = 20
_CLOSED = [status for status in AssignmentStatus if status is not AssignmentStatus.OPEN]


@use_case(Permission.KEEP_ROADMAP, target=owner(Assignment, "assignment_id"))
async def close(unit: Unit, *, assignment_id: int) -> None:
    """Mark as done without a document. Raises Refusal when it is closed already."""
    await _move(unit, assignment_id, [AssignmentStatus.OPEN], AssignmentStatus.DONE)


@use_case(Permission.KEEP_ROADMAP, target=owner(Assignment, "assignment_id"))
async def not_needed(unit: Unit, *, assignment_id: int) -> None:
    """Close what turned out not to be needed. Raises Refusal when it is closed already."""
    await _move(unit, assignment_id, [AssignmentStatus.OPEN], AssignmentStatus.NOT_NEEDED)


@use_case(Permission.KEEP_ROADMAP, target=owner(Assignment, "assignment_id"))
async def attach(unit: Unit, *, assignment_id: int, file_ids: list[int]) -> bool:
    """Add kept files as evidence, and close it unless it is done. Returns whether that closed it.

    Raises NotAllowed for a file of another organisation, Refusal for a plan that was replaced.
    """
    place, status = await _standing(unit, assignment_id)
    query = select(File.id).where(File.id.in_(file_ids), File.organisation_id == place)
    known = set(await unit.session.scalars(query))
    if not 0 < len(file_ids) <= _MOST_FILES or known != set(file_ids):
        raise NotAllowed
    evidence = [_evidence(unit, place, assignment_id, file_id=file_id) for file_id in file_ids]
    await queries.add_evidence(unit.session, evidence)
    return await _prove(unit, assignment_id, status)


@use_case(Permission.KEEP_ROADMAP, target=owner(Assignment, "assignment_id"))
async def attach_note(unit: Unit, *, assignment_id: int, note: str) -> bool:
    """Add words (a link, an order's number) as evidence; otherwise as `attach`."""
    place, status = await _standing(unit, assignment_id)
    await queries.add_evidence(
        unit.session, [_evidence(unit, place, assignment_id, note=note.replace("\0", ""))]
    )
    return await _prove(unit, assignment_id, status)


@use_case(Permission.KEEP_ROADMAP, target=owner(Assignment, "assignment_id"))
async def reopen(unit: Unit, *, assignment_id: int) -> None:
    """Take a closed one up again: its evidence counts no longer, its alerts begin anew."""
    moved = await queries.move(
        unit.session,
        assignment_id,
        _CLOSED,
        status=AssignmentStatus.OPEN,
        watched_on=unit.today(),
        closed_by=None,
        closed_at=None,
    )
    if not moved:
        raise Refusal("roadmap-task-changed")
    await queries.withdraw_evidence(unit.session, assignment_id, unit.now)


async def _move(
    unit: Unit, assignment_id: int, wanted: list[AssignmentStatus], into: AssignmentStatus
) -> None:
    moved = await queries.move(
        unit.session,
        assignment_id,
        wanted,
        status=into,
        closed_by=unit.me,
        closed_at=unit.now,
    )
    if not moved:
        raise Refusal("roadmap-task-changed")


async def _standing(unit: Unit, assignment_id: int) -> tuple[int, str]:
    """Whose it is and how it stands. Raises Refusal when its plan is in force no more."""
    found = await queries.standing(unit.session, assignment_id)
    if found is None:
        raise Refusal("roadmap-task-archived")
    return found.organisation_id, found.status


async def _prove(unit: Unit, assignment_id: int, status: str) -> bool:
    """Close what is not done; what is done already only has more evidence."""
    if status == AssignmentStatus.DONE:
        return False
    await _move(unit, assignment_id, [AssignmentStatus(status)], AssignmentStatus.DONE)
    return True


def _evidence(
    unit: Unit,
    organisation_id: int,
    assignment_id: int,
    *,
    file_id: int | None = None,
    note: str = "",
) -> dict[str, object]:
    return {
        "organisation_id": organisation_id,
        "assignment_id": assignment_id,
        "file_id": file_id,
        "note": note,
        "created_by": unit.me,
        "created_at": unit.now,
        "withdrawn_at": None,
    }
