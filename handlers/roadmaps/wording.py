"""Deadlines and terms in the reader's words."""

from datetime import date, timedelta
from typing import Any

from core.translator import Words
from mentoring.roadmaps.board import Task
from mentoring.roadmaps.deadlines import Deadline, Kind, Warn
from mentoring.roadmaps.doubts import is_dated
from mentoring.roadmaps.rules import DEFAULT
from mentoring.roadmaps.status import AssignmentStatus

# So few terms are named one by one; those without a rule behind them, so many.
_FEW = 3
_MOST_LISTED = 5


def deadline_words(words: Words, deadline: Deadline) -> str:
    """What a deadline says, without markup: "from 1 to 15 September 2026"."""
    if not is_dated(deadline):
        return words.plain("roadmap-deadline-unread")
    start, end = deadline.start, deadline.end
    if deadline.kind in (Kind.DUE, Kind.PERIOD):
        return _days(words, start, end)
    if deadline.kind is Kind.RECURRING:
        windows = deadline.occurrences
        listed = _MOST_LISTED if deadline.rrule is None else _FEW
        if 1 < len(windows) <= listed:
            return "; ".join(_days(words, first, last) for first, last in windows)
        first, last = windows[0]
        return words.plain(
            "roadmap-deadline-recurring",
            freq=str(deadline.freq),
            first=_days(words, first, last),
            more=len(deadline.occurrences) - 1,
        )
    if end is not None and deadline.kind is not Kind.NONE:
        return words.plain(f"roadmap-deadline-{deadline.kind}-until", end=end)
    return words.plain(f"roadmap-deadline-{deadline.kind}")


def _days(words: Words, start: date | None, end: date | None) -> str:
    if start is None or end is None:
        return _one_sided(words, start, end)
    if start == end:
        return words.plain("roadmap-days-one", end=end)
    if start.day == 1 and (end + timedelta(days=1)).day == 1:
        if (start.year, start.month) == (end.year, end.month):
            return words.plain("roadmap-days-month", start=start)
        if (start.month, end.month, start.year) == (1, 12, end.year):
            return words.plain("roadmap-days-year", year=str(end.year))
    same = "roadmap-days-range" if start.year == end.year else "roadmap-days-years"
    return words.plain(same, start=start, end=end)


def _one_sided(words: Words, start: date | None, end: date | None) -> str:
    if end is not None:
        return words.plain("roadmap-days-until", end=end)
    if start is not None:
        return words.plain("roadmap-days-from", start=start)
    return words.plain("roadmap-deadline-none")


def task_words(words: Words, task: Task, today: date) -> str:
    """How an assignment stands on this day, without markup: "7 days left, until 30 September"."""
    if task.status is not AssignmentStatus.OPEN:
        return words.plain(f"roadmap-stands-{task.status}")
    opens, due = task.opens_on, task.due_on
    if due is None:
        return _days(words, opens, None) if opens else words.plain("roadmap-stands-undated")
    left = (due - today).days
    if left < 0:
        return words.plain("roadmap-stands-overdue", due=due, days=-left)
    if left > DEFAULT.notice_days:
        return _days(words, opens, due)
    return words.plain("roadmap-stands-soon", due=due, days=left)


def is_pressing(task: Task, today: date) -> bool:
    """Whether an open assignment ends within a week or has ended."""
    return task.due_on is not None and (task.due_on - today).days <= DEFAULT.notice_days


def term_words(words: Words, task: Task, deadline: Deadline) -> str:
    """The days of one assignment; without any, what its activity's deadline says."""
    if task.opens_on is None and task.due_on is None:
        return deadline_words(words, deadline)
    return _days(words, task.opens_on, task.due_on)


def doubt_words(words: Words, warnings: tuple[str, ...]) -> str:
    """Why a row is doubtful, each reason once; reasons of no words of ours are left out."""
    known = [code for code in warnings if code in set(Warn)]
    if Warn.UNREAD in known:
        known = [code for code in known if code != Warn.PARTLY_READ]
    return "; ".join(words.plain(f"roadmap-doubt-{code}") for code in dict.fromkeys(known))


def task_row(words: Words, task: Task, today: date, *, repeated: bool = False) -> dict[str, Any]:
    """A task for a list: its line's arguments, and the label of its button (the number, with the
    day where several windows of one activity stand beside each other)."""
    label = task.number
    if repeated and task.due_on:
        label = words.plain("roadmap-task-label", number=task.number, due=task.due_on)
    return {
        "id": task.id,
        "label": label,
        "number": task.number,
        "stands": task_words(words, task, today),
    }
