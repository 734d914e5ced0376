"""Meetings with a time as one of their sides sees them: those ahead, and any single one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby
from zoneinfo import ZoneInfo

from core.errors import NotAllowed
from db.queries import meeting_plans as queries
from db.types import AnyRow
from mentoring.access import oneself, use_case
from mentoring.meetings.repeats import within
from mentoring.meetings.status import Status
from mentoring.people.naming import shown
from mentoring.roles import Permission, Role
from mentoring.unit import Unit


@dataclass(frozen=True, slots=True)
class Plan:
    """A meeting with a time, as one of its sides sees it."""

    id: int
    pair_id: int
    organisation_id: int
    status: Status
    starts_at: datetime
    zone: str
    minutes: int
    kind: str
    place: str
    # school, online, outside (mentoring/meetings/outings.py).
    setting: str
    # Whether a parent's yes is still waited for.
    waits: bool
    side: Role
    partners: tuple[str, ...]
    # Whether the actor said the last thing of it: then the other side is to answer.
    mine: bool
    slot_id: int | None = None
    # When it comes round, to the pair's last day; empty for one that does not, or no more.
    rule: str = ""

    @property
    def local(self) -> datetime:
        return self.starts_at.astimezone(ZoneInfo(self.zone))

    @property
    def ends_at(self) -> datetime:
        return self.starts_at + timedelta(minutes=self.minutes)

    @property
    def is_group(self) -> bool:
        return self.side is Role.MENTOR and len(self.partners) > 1


@use_case(Permission.LOG_MEETING, target=oneself)
async def mine(unit: Unit) -> list[Plan]:
    """The actor's meetings ahead, and those whose time is over and of which nothing was told."""
    rows = await queries.ahead(unit.session, unit.me)
    return [_view(unit, list(group)) for _, group in groupby(rows, key=lambda row: row.id)]


@use_case(Permission.LOG_MEETING, target=oneself)
async def plan(unit: Unit, *, meeting_id: int) -> Plan:
    """One meeting with a time. Raises NotAllowed when it is not the actor's."""
    return await of(unit, meeting_id)


async def of(unit: Unit, meeting_id: int) -> Plan:
    """A meeting of the actor's, for use cases. Raises NotAllowed for another's."""
    rows = await queries.one(unit.session, unit.me, meeting_id)
    if not rows:
        raise NotAllowed
    return _view(unit, rows)


def _view(unit: Unit, rows: Sequence[AnyRow]) -> Plan:
    first, today = rows[0], unit.today()
    return Plan(
        id=first.id,
        pair_id=first.pair_id,
        organisation_id=first.organisation_id,
        status=Status(first.status),
        starts_at=first.starts_at,
        zone=first.zone,
        minutes=first.minutes,
        kind=first.kind,
        place=first.place,
        setting=first.setting,
        waits=first.status == Status.PLANNED and bool(first.waits),
        side=Role(first.side),
        partners=tuple({row.person_id: shown(row, today) for row in rows}.values()),
        mine=first.logged_by == unit.me,
        slot_id=first.slot_id,
        rule=within(first.rule, first.ends_on) if first.rule else "",
    )
