"""A row of a draft, for what corrects it."""

from core.errors import Refusal
from db.models import Activity, Roadmap
from db.queries import approvals
from db.queries import roadmaps as queries
from mentoring.roadmaps.status import RoadmapStatus
from mentoring.unit import Unit


async def drafted(
    unit: Unit, activity_id: int, *, lock: bool = False
) -> tuple[Activity, Roadmap, int]:
    """A row, its roadmap and how many questions are left. Raises Refusal when it is no draft.

    With `lock`, for a change: nobody confirms or replaces the draft till the end of the
    transaction, and what lies with the head is refused.
    """
    found = await queries.row(unit.session, activity_id, lock=lock)
    if found is None or found[1].status != RoadmapStatus.DRAFT:
        raise Refusal("roadmap-draft-gone")
    if lock:
        await check_mine_yet(unit, found[1].id)
    return found


async def check_mine_yet(unit: Unit, roadmap_id: int) -> None:
    """Nobody changes what the head is about to sign. Raises Refusal."""
    if await approvals.approval(unit.session, roadmap_id) is not None:
        raise Refusal("roadmap-with-head")


def asks(activity: Activity) -> bool:
    """Whether a person has yet to say what the row means."""
    return activity.doubtful and activity.settled_at is None and activity.removed_at is None
