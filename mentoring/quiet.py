"""When somebody is not written to by themselves: pupils in lessons, nobody at night. Pure.

Answers to what the person has just done are never delayed; whatever else comes at such an hour
waits. The hours are defaults of this program; a school's lessons are its own data.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from mentoring.workdays import Week

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Lessons:
    """From the first bell to the last, on working days; minutes since midnight."""

    starts: int = 8 * 60 + 30
    ends: int = 14 * 60 + 30


USUAL = Lessons()
# Minutes since midnight between which people are written to.
_ADULT = (8 * 60, 21 * 60)
_PUPIL = (9 * 60, 20 * 60)


def _never(_day: date) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Reader:
    """Who is to get a message: their zone, and the lessons of a pupil (None: somebody of age)."""

    zone: str
    lessons: Lessons | None = None
    six_days: bool = False
    # Whether a day lies in the holidays of their school.
    on_holiday: Callable[[date], bool] = _never


def at_minute(day: date, minute: int, zone: str) -> datetime:
    """The instant of a minute of a local day; one that the clocks skip is that of the jump."""
    local = datetime.combine(day, time(minute // 60, minute % 60), ZoneInfo(zone))
    return local.astimezone(UTC)


def _open(reader: Reader, day: date) -> tuple[int, int]:
    if reader.lessons is None:
        return _ADULT
    if has_lessons(day, six_days=reader.six_days) and not reader.on_holiday(day):
        return min(reader.lessons.ends, _PUPIL[1]), _PUPIL[1]
    return _PUPIL


def has_lessons(day: date, *, six_days: bool = False) -> bool:
    """Whether there is school on a day."""
    return Week(six_days=six_days).works(day)


def hold(reader: Reader, now: datetime) -> datetime | None:
    """Until when a message for this reader has to wait; None when it may go now."""
    day = now.astimezone(ZoneInfo(reader.zone)).date()
    for later in range(3):
        first, last = _open(reader, day + later * _DAY)
        opens, closes = (at_minute(day + later * _DAY, one, reader.zone) for one in (first, last))
        if now < opens:
            return opens
        if now < closes:
            return None
    return None


def in_lessons(starts_at: datetime, minutes: int, zone: str, lessons: Lessons) -> bool:
    """Whether a meeting falls into a pupil's lessons."""
    local = starts_at.astimezone(ZoneInfo(zone))
    if not has_lessons(local.date()):
        return False
    begins = local.hour * 60 + local.minute
    return begins < lessons.ends and begins + minutes > lessons.starts
