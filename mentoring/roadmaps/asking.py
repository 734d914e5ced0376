"""Another term, or none at all: asked of whoever accepts the row; who keeps a plan just does it."""

from datetime import date

from sqlalchemy.exc import IntegrityError

from core.errors import Refusal
from db.models import Activity, Assignment
from db.queries import asking as queries
from db.queries import closing as rows
from db.types import AnyRow
from mentoring.access import owner, use_case
from mentoring.roadmaps import closing
from mentoring.roadmaps.holding import check_mine, keeps
from mentoring.roadmaps.status import AssignmentStatus, Plea
from mentoring.roles import Permission, Role
from mentoring.unit import Unit

REASON_LIMIT = 500


@use_case(Permission.CLOSE_ROW, target=owner(Assignment, "assignment_id"))
async def not_needed(unit: Unit, *, assignment_id: int, reason: str) -> bool:
    """Say that a row is not needed, and why. Returns whether that has closed it; otherwise it
    waits for the answer of whoever issued it, and stays open till then."""
    row = await _open(unit, assignment_id)
    if await asked_of(unit, row.issuer_id, row.organisation_id) is None:
        await closing.spare(unit, assignment_id, reason)
        return True
    await _ask(unit, row, Plea.NOT_NEEDED, None, reason)
    return False


@use_case(Permission.CLOSE_ROW, target=owner(Assignment, "assignment_id"))
async def another_term(unit: Unit, *, assignment_id: int, until: date, reason: str) -> bool:
    """Ask for another last day. Returns whether it is moved already (see `asked_of`).

    Raises Refusal for a day that is past.
    """
    row = await _open(unit, assignment_id)
    check_day(unit, until)
    if await asked_of(unit, row.issuer_id, row.organisation_id) is None:
        await move_term(unit, row, until, reason)
        return True
    await _ask(unit, row, Plea.TERM, until, reason)
    return False


async def asked_of(unit: Unit, issuer_id: int, organisation_id: int) -> Role | None:
    """Who has to agree: whoever issued the row, and of a place's own plan its head where an
    executor asks. None where nobody has to: who keeps a plan, or there is no head to ask."""
    if issuer_id != organisation_id:
        return Role.DEPARTMENT
    if keeps(unit, organisation_id):
        return None
    has_head = await rows.has_role(unit.session, organisation_id, Role.HEAD)
    return Role.HEAD if has_head else None


@use_case(Permission.DECIDE_ROWS, target=owner(Activity, "activity_id"))
async def move_for_all(
    unit: Unit, *, activity_id: int, window: int, until: date, reason: str
) -> int:
    """Move the last day of one window of an activity wherever it is open; the digests tell all
    concerned. Returns in how many organisations that was."""
    check_day(unit, until)
    found = await queries.open_of(unit.session, activity_id, window)
    for row in found:
        await move_term(unit, row, until, reason.replace("\0", ""))
    return len(found)


def check_day(unit: Unit, until: date) -> None:
    if until < unit.today():
        raise Refusal("roadmap-term-past")


async def move_term(unit: Unit, row: AnyRow, until: date, reason: str) -> None:
    """Move an open row's last day; the digests tell all concerned. Raises Refusal if it is not
    open any more."""
    today = unit.today()
    if not await queries.move_due(unit.session, row.id, until, today):
        raise Refusal("roadmap-task-changed")
    await queries.add_change(
        unit.session,
        {
            "organisation_id": row.organisation_id,
            "assignment_id": row.id,
            "old_due": row.due_on,
            "new_due": until,
            "reason": reason,
            "moved_by": unit.me,
            "moved_on": today,
        },
    )


async def _open(unit: Unit, assignment_id: int) -> AnyRow:
    row = await rows.standing(unit.session, assignment_id)
    if row is None:
        raise Refusal("roadmap-task-archived")
    await check_mine(unit, row.activity_id, row.organisation_id)
    if row.status != AssignmentStatus.OPEN:
        raise Refusal("roadmap-task-changed")
    return row


async def _ask(unit: Unit, row: AnyRow, kind: Plea, until: date | None, reason: str) -> None:
    try:
        async with unit.session.begin_nested():
            await queries.ask(
                unit.session,
                {
                    "organisation_id": row.organisation_id,
                    "assignment_id": row.id,
                    "kind": kind,
                    "until": until,
                    "reason": reason.replace("\0", ""),
                    "asked_by": unit.me,
                    "asked_at": unit.now,
                },
            )
    except IntegrityError:
        raise Refusal("roadmap-asked-already") from None
