"""Three times to propose, from when a pair is used to meeting. Pure; local times of the school."""

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date, datetime, time, timedelta

_DAY = timedelta(days=1)
_SEARCHED = 60
HOW_MANY = 3
_STEP = 30
# Meetings are offered till the evening.
LATEST = 19 * 60

# The lessons of a day as minutes since midnight, None on a day without any.
LessonsOn = Callable[[date], tuple[int, int] | None]


def free_minute(minute: int, length: int, lessons: tuple[int, int] | None) -> int:
    """The nearest half hour from `minute` on that does not run into lessons."""
    if lessons is None:
        return minute
    starts, ends = lessons
    if minute >= ends or minute + length <= starts:
        return minute
    return -(-ends // _STEP) * _STEP


def proposals(
    now: datetime, past: Iterable[datetime], length: int, lessons_on: LessonsOn
) -> list[datetime]:
    """Three local instants (naive) after today: of the usual day first, then of the days nearby.

    `past`: local beginnings of meetings there were. Without any it is the next days after lessons.
    """
    usual = Counter((one.weekday(), one.hour * 60 + one.minute) for one in past)
    habits = [habit for habit, _ in usual.most_common(2)]
    minute = habits[0][1] if habits else 15 * 60
    today = now.date()
    found: list[datetime] = []
    for weekday, its in habits:
        ahead = (weekday - today.weekday() - 1) % 7 + 1
        found.append(at(today + ahead * _DAY, its))
    found += [
        at(day, minute)
        for day in (today + number * _DAY for number in range(1, _SEARCHED))
        if lessons_on(day) is not None
    ][: HOW_MANY + 1]
    moved = dict.fromkeys(_out_of_lessons(one, length, lessons_on) for one in found)
    return sorted(list(moved)[:HOW_MANY])


def _out_of_lessons(one: datetime, length: int, lessons_on: LessonsOn) -> datetime:
    minute = free_minute(one.hour * 60 + one.minute, length, lessons_on(one.date()))
    return at(one.date(), minute)


def at(day: date, minute: int) -> datetime:
    return datetime.combine(day, time(minute // 60 % 24, minute % 60))


def half_hours(length: int, lessons: tuple[int, int] | None) -> list[int]:
    """Minutes since midnight to begin at, from 8:00 to the evening, lessons left out."""
    return [
        minute
        for minute in range(8 * 60, LATEST + 1, _STEP)
        if free_minute(minute, length, lessons) == minute
    ]
