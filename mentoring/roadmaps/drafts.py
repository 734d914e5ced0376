"""A row of a draft, for what corrects it."""

from core.errors import Refusal
from db.models import Activity, Roadmap
from db.queries import roadmaps as queries
from mentoring.roadmaps.status import RoadmapStatus
from mentoring.unit import Unit


async def drafted(
    unit: Unit, activity_id: int, *, lock: bool = False
) -> tuple[Activity, Roadmap, int]:
    """A row, its roadmap and how many questions are left. Raises Refusal when it is no draft.

    With `lock` nobody confirms or replaces the draft till the end of the transaction.
    """
    found = await queries.row(unit.session, activity_id, lock=lock)
    if found is None or found[1].status != RoadmapStatus.DRAFT:
        raise Refusal("roadmap-draft-gone")
    return found


def asks(activity: Activity) -> bool:
    """Whether a person has yet to say what the row means."""
    return activity.doubtful and activity.settled_at is None and activity.removed_at is None
