"""When a row of a roadmap is spoken of, and to whom. Civil days of the organisation, no database.

The numbers are defaults of this program, taken from no regulation.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

# How many days before the end a row is named.
NOTICE_DAYS = 7
# Working days (Monday to Friday; public holidays are not known here) a school has to settle what is
# overdue before its department hears of it.
ESCALATION_WORKING_DAYS = 5
# What stays overdue is repeated on Mondays, but not when it was named only just before.
_REPEAT_AFTER_DAYS = 3
_MONDAY = 0
_SATURDAY = 5


class Alert(StrEnum):
    """Why a curator is told of a row, the most pressing first."""

    OVERDUE = "overdue"
    LAST_DAY = "last_day"
    WEEK_LEFT = "week_left"
    OPENS = "opens"


@dataclass(frozen=True, slots=True)
class Term:
    """The days of one open assignment.

    It is watched after `watched_on`, the day it was confirmed or taken up again: what lies before
    is never spoken of. A `frequent` one comes round every week and needs no notice a week before.
    """

    opens_on: date | None
    due_on: date | None
    watched_on: date
    frequent: bool = False

    @property
    def overdue_on(self) -> date | None:
        """The first day on which it is called overdue."""
        last = self._last
        return last + timedelta(days=1) if last else None

    @property
    def escalated_on(self) -> date | None:
        """The day on which the department first hears of it."""
        last = self._last
        return working_days_after(last, ESCALATION_WORKING_DAYS) if last else None

    @property
    def _last(self) -> date | None:
        return max(self.due_on, self.watched_on) if self.due_on else None


def working_days_after(day: date, count: int) -> date:
    """The `count`-th working day after `day`."""
    while count > 0:
        day += timedelta(days=1)
        if day.weekday() < _SATURDAY:
            count -= 1
    return day


def latest_alert(term: Term, since: date, until: date) -> Alert | None:
    """The last reason to speak of a row on the days after `since` up to `until`."""
    after = max(since, term.watched_on)
    found = [(day, alert) for day, alert in _named(term) if after < day <= until]
    if term.overdue_on and latest_reminder(term.overdue_on, after, until):
        return Alert.OVERDUE
    return max(found, key=lambda pair: pair[0])[1] if found else None


def next_alert(term: Term, after: date) -> date | None:
    """The first day later than `after` on which a row is spoken of, should it stay open."""
    after = max(after, term.watched_on)
    days = [day for day, _alert in _named(term) if day > after]
    if term.overdue_on:
        days.append(next_reminder(term.overdue_on, after))
    return min(days, default=None)


def latest_reminder(first: date, since: date, until: date) -> date | None:
    """The last day after `since` up to `until` on which something said on `first` is repeated."""
    monday = until - timedelta(days=until.weekday())
    if monday < first + timedelta(days=_REPEAT_AFTER_DAYS):
        monday = first
    return monday if since < monday <= until else None


def next_reminder(first: date, after: date) -> date:
    """The first day later than `after` on which something is said, first on `first`."""
    if after < first:
        return first
    day = max(after + timedelta(days=1), first + timedelta(days=_REPEAT_AFTER_DAYS))
    return day + timedelta(days=(_MONDAY - day.weekday()) % 7)


def _named(term: Term) -> Iterator[tuple[date, Alert]]:
    opens, due = term.opens_on, term.due_on
    if opens and opens != due:
        yield opens, Alert.OPENS
    if due is None:
        return
    yield due, Alert.LAST_DAY
    notice = due - timedelta(days=NOTICE_DAYS)
    # A window shorter than that is named when it opens; a single day has no other notice.
    if not term.frequent and (opens is None or opens < notice or opens == due):
        yield notice, Alert.WEEK_LEFT
