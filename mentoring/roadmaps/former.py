"""Plans that were replaced: what they asked, and what was done of it. They change no more."""

from dataclasses import dataclass
from datetime import date

from core.clock import local_date
from core.errors import Refusal
from db.models import Roadmap
from db.queries import roadmap_views as queries
from mentoring.access import organisation, owner, use_case
from mentoring.roadmaps.status import RoadmapStatus
from mentoring.roles import Permission
from mentoring.unit import Unit


@dataclass(frozen=True, slots=True)
class Former:
    """A plan of former days; its assignments are counted, over all it fell on."""

    id: int
    title: str
    since: date
    activities: int
    closed: int
    total: int


@dataclass(frozen=True, slots=True)
class Row:
    """A row of such a plan."""

    number: str
    title: str
    due_on: date | None
    closed: int
    total: int
    documents: int


@use_case(Permission.KEEP_ROADMAP, target=organisation("organisation_id"))
async def listed(unit: Unit, *, organisation_id: int) -> list[Former]:
    """The organisation's own, the latest first."""
    return [
        Former(
            row.id,
            row.title,
            local_date(row.confirmed_at, unit.timezone),
            row.activities,
            row.closed,
            row.total,
        )
        for row in await queries.former(unit.session, organisation_id)
    ]


@use_case(Permission.KEEP_ROADMAP, target=owner(Roadmap, "roadmap_id"))
async def rows(unit: Unit, *, roadmap_id: int, offset: int, limit: int) -> list[Row]:
    """A page of one of them. Raises Refusal for what is no former plan."""
    roadmap = await unit.session.get_one(Roadmap, roadmap_id)
    if roadmap.status != RoadmapStatus.REPLACED:
        raise Refusal("roadmap-no-former")
    return [
        Row(row.number, row.title, row.due_on, row.closed, row.total, int(row.documents))
        for row in await queries.former_rows(unit.session, roadmap_id, offset, limit)
    ]
