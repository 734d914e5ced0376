"""When a pair may meet: times to propose, half hours of a day, and what speaks against a time."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from core.errors import NotAllowed
from db.queries import meeting_plans as queries
from db.queries import meetings as past
from db.types import AnyRow
from mentoring.access import oneself, use_case
from mentoring.consent.rules import is_minor
from mentoring.meetings import habit
from mentoring.meetings.lessons import Timetable, timetable
from mentoring.meetings.meetings import USUAL_MINUTES
from mentoring.people.naming import shown
from mentoring.quiet import has_lessons
from mentoring.roles import Permission, Role
from mentoring.unit import Unit


@dataclass(frozen=True, slots=True)
class Choice:
    """What there is to choose from for a pair's next meeting."""

    zone: str
    minutes: int
    # Local, naive: three times from the pair's habit.
    chips: tuple[datetime, ...]
    place: str


@dataclass(frozen=True, slots=True)
class Doubts:
    """What speaks against a time: said, never forbidden."""

    # Whose other meeting it runs into, with its local beginning.
    collisions: tuple[tuple[str, datetime], ...]
    in_lessons: bool
    # When the actor's own meeting begins, where it is one of theirs.
    own: datetime | None = None


@use_case(Permission.LOG_MEETING, target=oneself)
async def choice(unit: Unit, *, pair_id: int) -> Choice:
    """Times to propose to a pair of the actor's. Raises NotAllowed for another's."""
    pair = await pair_of(unit, pair_id)
    zone = await queries.zone_of(unit.session, pair.organisation_id)
    here = ZoneInfo(zone)
    began = [one.astimezone(here) for one in await queries.beginnings(unit.session, pair_id)]
    lessons = await _lessons(unit, pair.organisation_id, pair_id)
    chips = habit.proposals(
        unit.now.astimezone(here).replace(tzinfo=None),
        [one.replace(tzinfo=None) for one in began],
        USUAL_MINUTES,
        lessons.on if lessons else _free_day,
    )
    return Choice(zone, USUAL_MINUTES, tuple(chips), await _usual_place(unit, pair_id))


@use_case(Permission.LOG_MEETING, target=oneself)
async def times(unit: Unit, *, pair_id: int, day: date) -> list[int]:
    """Minutes since midnight at which a meeting may begin on a day: half hours out of lessons."""
    pair = await pair_of(unit, pair_id)
    lessons = await _lessons(unit, pair.organisation_id, pair_id)
    zone = ZoneInfo(await queries.zone_of(unit.session, pair.organisation_id))
    now = unit.now.astimezone(zone)
    first = now.hour * 60 + now.minute if day == now.date() else -1
    found = habit.half_hours(USUAL_MINUTES, lessons.on(day) if lessons else None)
    return [minute for minute in found if minute > first]


@use_case(Permission.LOG_MEETING, target=oneself)
async def doubts(
    unit: Unit, *, pair_id: int, starts_at: datetime, minutes: int, but: int = 0
) -> Doubts:
    """What there is against a time."""
    pair = await pair_of(unit, pair_id)
    zone = await queries.zone_of(unit.session, pair.organisation_id)
    ends_at = starts_at + timedelta(minutes=minutes)
    rows = await queries.colliding(unit.session, pair_id, starts_at, ends_at, but=but)
    rows = [row for row in rows if row.starts_at + timedelta(minutes=row.minutes) > starts_at]
    here = ZoneInfo(zone)
    found = [(shown(row, unit.today()), row.starts_at.astimezone(here)) for row in rows]
    own = [row.starts_at.astimezone(here) for row in rows if row.person_id == unit.me]
    lessons = await _lessons(unit, pair.organisation_id, pair_id)
    local = starts_at.astimezone(here)
    hours = lessons.on(local.date()) if lessons else None
    minute = local.hour * 60 + local.minute
    clash = hours is not None and habit.free_minute(minute, minutes, hours) != minute
    return Doubts(tuple(found), clash, own[0] if own else None)


async def pair_of(unit: Unit, pair_id: int) -> AnyRow:
    """A pair the actor is in. Raises NotAllowed for another."""
    pair = await past.pair_of(unit.session, pair_id, unit.me)
    if pair is None:
        raise NotAllowed
    return pair


async def _usual_place(unit: Unit, pair_id: int) -> str:
    rows = [row for row in await past.pairs_of(unit.session, unit.me) if row.id == pair_id]
    return rows[0].video_link if rows else ""


def _free_day(day: date) -> tuple[int, int] | None:
    """For people of age: any hour of a working day."""
    return (0, 0) if has_lessons(day) else None


async def _lessons(unit: Unit, organisation_id: int, pair_id: int) -> Timetable | None:
    """The school's lessons, where a pupil is in the pair."""
    people = await past.people_of(unit.session, pair_id)
    if not any(_is_pupil(row, unit.today()) for row in people):
        return None
    return await timetable(unit, organisation_id)


def _is_pupil(row: AnyRow, today: date) -> bool:
    return row.side == Role.MENTEE and is_minor(row.birth_year, today)
