"""What goes on without a last day: once a month somebody says that it does."""

from db.models import Assignment
from db.queries import going as queries
from mentoring.access import organisation, owner, use_case
from mentoring.roadmaps.board import Task
from mentoring.roadmaps.holding import check_mine
from mentoring.roadmaps.status import AssignmentStatus
from mentoring.roles import Permission
from mentoring.unit import Unit


@use_case(Permission.SEE_ROADMAP, target=organisation("organisation_id"))
async def asked(unit: Unit, *, organisation_id: int) -> list[Task]:
    """The rows nobody has said of this month that they go on."""
    first = unit.today().replace(day=1)
    return [
        Task(row.id, row.number, row.title, row.opens_on, None, AssignmentStatus.OPEN)
        for row in await queries.asked(unit.session, organisation_id, first)
    ]


@use_case(Permission.CLOSE_ROW, target=owner(Assignment, "assignment_id"))
async def keep_on(unit: Unit, *, assignment_id: int) -> None:
    """Say that one goes on."""
    assignment = await unit.session.get_one(Assignment, assignment_id)
    await check_mine(unit, assignment.activity_id, assignment.organisation_id)
    assignment.kept_on = unit.today()
    await unit.session.flush()


@use_case(Permission.KEEP_ROADMAP, target=organisation("organisation_id"))
async def keep_all(unit: Unit, *, organisation_id: int) -> int:
    """Say that all of them go on. Returns how many that was."""
    today = unit.today()
    return await queries.keep_all(unit.session, organisation_id, today.replace(day=1), today)
