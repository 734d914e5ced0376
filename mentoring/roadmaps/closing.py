"""Assignments are closed by documents, by words, or by a mere word; and taken up again."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from sqlalchemy import select

from core.errors import NotAllowed, Refusal
from db.models import Assignment, File
from db.queries import assignments as queries
from db.queries import closing as rows
from db.types import AnyRow
from documents.limits import FILE_BYTES
from mentoring.access import owner, use_case
from mentoring.roadmaps import twins
from mentoring.roadmaps.expected import documents, likeliest
from mentoring.roadmaps.holding import check_mine
from mentoring.roadmaps.policies import policy_of
from mentoring.roadmaps.status import UNDO, AssignmentStatus
from mentoring.roles import Permission, Role
from mentoring.unit import Unit

NOTE_LIMIT = 1000
# An album holds ten; more at once is not a person's doing.
_MOST_FILES = 20
_CLOSED = [status for status in AssignmentStatus if status is not AssignmentStatus.OPEN]


class Outcome(StrEnum):
    """What sending evidence has done: closed it, brought a part of it, added to what is done."""

    CLOSED = "closed"
    PARTLY = "partly"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Given:
    """The outcome, and how many of the documents asked for are there (0 of 0: one is asked).

    `large`: a file that came is more than the messenger hands over, so no archive will have it.
    """

    outcome: Outcome
    given: int = 0
    wanted: int = 0
    large: bool = False


@use_case(Permission.CLOSE_ROW, target=owner(Assignment, "assignment_id"))
async def close(unit: Unit, *, assignment_id: int) -> None:
    """Mark as done without (another) document. Raises Refusal when it is closed already."""
    row = await _standing(unit, assignment_id)
    if row.status != AssignmentStatus.OPEN:
        raise Refusal("roadmap-task-changed")
    await _done(unit, row)


@use_case(Permission.CLOSE_ROW, target=owner(Assignment, "assignment_id"))
async def attach(unit: Unit, *, assignment_id: int, file_ids: list[int], item: str = "") -> Given:
    """Add kept files as evidence, as the document `item` of those asked for (else as the one that
    the file's name tells of); close it when no document is missing.

    Raises NotAllowed for a file of another organisation or an unknown item, Refusal for a plan
    that was replaced.
    """
    row = await _standing(unit, assignment_id)
    place = row.organisation_id
    query = select(File.id, File.name, File.size).where(
        File.id.in_(file_ids), File.organisation_id == place
    )
    found = (await unit.session.execute(query)).all()
    known = {file.id: file.name for file in found}
    if not 0 < len(file_ids) <= _MOST_FILES or set(known) != set(file_ids):
        raise NotAllowed
    wanted = documents(row.result, row.title)
    if item and item not in wanted:
        raise NotAllowed
    if not item and len(file_ids) == 1:
        given = await rows.items(unit.session, assignment_id)
        left = [name for name in wanted if name not in given]
        item = likeliest(known[file_ids[0]], left)
    evidence = [
        _evidence(unit, place, assignment_id, file_id=file_id, item=item) for file_id in file_ids
    ]
    await queries.add_evidence(unit.session, evidence)
    large = any(file.size > FILE_BYTES for file in found)
    return replace(await _prove(unit, row), large=large)


@use_case(Permission.CLOSE_ROW, target=owner(Assignment, "assignment_id"))
async def attach_note(unit: Unit, *, assignment_id: int, note: str, item: str = "") -> Given:
    """Add words (a link, an order's number) as evidence; otherwise as `attach`."""
    row = await _standing(unit, assignment_id)
    if item and item not in documents(row.result, row.title):
        raise NotAllowed
    evidence = _evidence(
        unit, row.organisation_id, assignment_id, note=note.replace("\0", ""), item=item
    )
    await queries.add_evidence(unit.session, [evidence])
    return await _prove(unit, row)


@use_case(Permission.CLOSE_ROW, target=owner(Assignment, "assignment_id"))
async def reopen(unit: Unit, *, assignment_id: int) -> None:
    """Take a closed one up again: its evidence counts no longer, its alerts begin anew.

    Raises Refusal for what a department asked for, a day after it was closed or once accepted.
    """
    row = await _standing(unit, assignment_id)
    if _is_late(unit, row) or (_is_given(row) and row.accepted_at is not None):
        raise Refusal("roadmap-undo-late")
    along = [twin for twin in await twins.closed_along(unit, row) if not _is_late(unit, twin)]
    if not await take_up(unit, row.id):
        raise Refusal("roadmap-task-changed")
    await queries.withdraw_evidence(unit.session, row.id, unit.now)
    for twin in along:
        await take_up(unit, twin.id)
        await queries.withdraw_evidence(unit.session, twin.id, unit.now)


def _is_given(row: AnyRow) -> bool:
    return bool(row.issuer_id != row.organisation_id)


def _is_late(unit: Unit, row: AnyRow) -> bool:
    """Whether it was handed in too long ago to be taken back."""
    return _is_given(row) and row.closed_at is not None and unit.now - row.closed_at > UNDO


async def take_up(unit: Unit, assignment_id: int, **more: object) -> bool:
    """Open a closed one again, its alerts begin anew. Whether it was closed."""
    return await queries.move(
        unit.session,
        assignment_id,
        _CLOSED,
        status=AssignmentStatus.OPEN,
        watched_on=unit.today(),
        closed_by=None,
        closed_at=None,
        accept_on=None,
        accepted_by=None,
        accepted_at=None,
        **more,
    )


async def spare(unit: Unit, assignment_id: int, note: str) -> None:
    """Close what turned out not to be needed, with the reason. Raises Refusal when it is closed."""
    row = await _standing(unit, assignment_id)
    evidence = _evidence(unit, row.organisation_id, assignment_id, note=note)
    await queries.add_evidence(unit.session, [evidence])
    await _move(unit, assignment_id, [AssignmentStatus.OPEN], AssignmentStatus.NOT_NEEDED, None)


async def _standing(unit: Unit, assignment_id: int) -> AnyRow:
    """How it stands (see `db.queries.closing.standing`).

    Raises Refusal when its plan is in force no more, NotAllowed when it is another executor's.
    """
    found = await rows.standing(unit.session, assignment_id)
    if found is None:
        raise Refusal("roadmap-task-archived")
    await check_mine(unit, found.activity_id, found.organisation_id)
    return found


async def _prove(unit: Unit, row: AnyRow) -> Given:
    """Close what is not done once all is there; what is done already only has more evidence."""
    wanted = documents(row.result, row.title)
    given = len(await rows.items(unit.session, row.id) & set(wanted))
    if row.status == AssignmentStatus.DONE:
        return Given(Outcome.ADDED, given, len(wanted))
    if given < len(wanted):
        return Given(Outcome.PARTLY, given, len(wanted))
    await _done(unit, row)
    return Given(Outcome.CLOSED, given, len(wanted))


async def _done(unit: Unit, row: AnyRow) -> None:
    wanted = AssignmentStatus(row.status)
    accept_on = await _accept_on(unit, row)
    await _move(unit, row.id, [wanted], AssignmentStatus.DONE, accept_on)
    for twin in await twins.linked_open(unit, row):
        await rows.copy_evidence(unit.session, row.id, twin.id, twin.organisation_id)
        await _move(
            unit,
            twin.id,
            [AssignmentStatus.OPEN],
            AssignmentStatus.DONE,
            await _accept_on(unit, twin),
        )


async def _accept_on(unit: Unit, row: AnyRow) -> date | None:
    """The day on which it is accepted by itself; none where there is nobody to accept it.

    What a person must look at is never accepted by itself.
    """
    if row.issuer_id == row.organisation_id and not await rows.has_role(
        unit.session, row.organisation_id, Role.HEAD
    ):
        return None
    if row.checked:
        return date.max
    policy = await policy_of(unit, row.issuer_id)
    return policy.week.after(unit.today(), policy.acceptance_days)


async def _move(
    unit: Unit,
    assignment_id: int,
    wanted: list[AssignmentStatus],
    into: AssignmentStatus,
    accept_on: date | None,
) -> None:
    moved = await queries.move(
        unit.session,
        assignment_id,
        wanted,
        status=into,
        closed_by=unit.me,
        closed_at=unit.now,
        accept_on=accept_on,
        accepted_by=None,
        accepted_at=None,
        returned_at=None,
        return_note=None,
    )
    if not moved:
        raise Refusal("roadmap-task-changed")


def _evidence(
    unit: Unit,
    organisation_id: int,
    assignment_id: int,
    *,
    file_id: int | None = None,
    note: str = "",
    item: str = "",
) -> dict[str, object]:
    return {
        "organisation_id": organisation_id,
        "assignment_id": assignment_id,
        "file_id": file_id,
        "note": note,
        "item": item,
        "created_by": unit.me,
        "created_at": unit.now,
        "withdrawn_at": None,
    }
