"""When a row of a roadmap is spoken of, and to whom. Civil days of the organisation, no database.

The numbers are defaults of this program, taken from no regulation.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from mentoring.workdays import Week

_DAY = timedelta(days=1)
# What stays overdue is repeated at the beginning of the week, but not just after it was named.
_REPEAT_AFTER_DAYS = 3
_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Policy:
    """What an organisation has settled about its alerts."""

    # How many days before the end a row is named.
    notice_days: int = 7
    # Working days a row may be overdue before those above hear of it.
    escalation_days: int = 5
    # Working days after which what was handed in counts as accepted.
    acceptance_days: int = 5
    six_day_week: bool = False

    @property
    def week(self) -> Week:
        return Week(six_days=self.six_day_week)


DEFAULT = Policy()


class Alert(StrEnum):
    """Why somebody is told of a row, the most pressing first."""

    OVERDUE = "overdue"
    LAST_DAY = "last_day"
    WEEK_LEFT = "week_left"
    THIS_WEEK = "this_week"
    OPENS = "opens"
    # Something that never ends: is it going on?
    GOES_ON = "goes_on"


# What cannot be switched off: who misses these misses the term.
ALWAYS = frozenset({Alert.OVERDUE, Alert.LAST_DAY})
_PRESSING = {alert: number for number, alert in enumerate(Alert)}


@dataclass(frozen=True, slots=True)
class Term:
    """The days of one open assignment.

    It is watched after `watched_on`, the day it was confirmed or taken up again: what lies before
    is never spoken of. A `frequent` one comes round every week and needs no notice before its last
    day. A `continuous` one is asked about once a month, unless it was said to go on this month.
    """

    opens_on: date | None
    due_on: date | None
    watched_on: date
    frequent: bool = False
    continuous: bool = False
    kept_on: date | None = None
    policy: Policy = DEFAULT

    @property
    def overdue_on(self) -> date | None:
        """The first day on which it is called overdue: a working day."""
        last = self._last
        return self.policy.week.on_or_after(last + _DAY) if last else None

    @property
    def escalated_on(self) -> date | None:
        """The day on which those above first hear of it."""
        last = self._last
        return self.policy.week.after(last, self.policy.escalation_days) if last else None

    @property
    def _last(self) -> date | None:
        return max(self.due_on, self.watched_on) if self.due_on else None


def latest_alert(term: Term, since: date, until: date) -> Alert | None:
    """The last reason to speak of a row on the days after `since` up to `until`."""
    after, week = max(since, term.watched_on), term.policy.week
    if term.overdue_on and latest_reminder(term.overdue_on, after, until, week):
        return Alert.OVERDUE
    found = [(day, -_PRESSING[alert], alert) for day, alert in _named(term) if after < day <= until]
    if found:
        return max(found)[2]
    if term.continuous:
        day = _asked_on(term, until)
        return Alert.GOES_ON if after < day <= until else None
    return None


def next_alert(term: Term, after: date) -> date | None:
    """The first day later than `after` on which a row is spoken of, should it stay open."""
    after, week = max(after, term.watched_on), term.policy.week
    days = [day for day, _alert in _named(term) if day > after]
    if term.overdue_on:
        days.append(next_reminder(term.overdue_on, after, week))
    if term.continuous:
        days.append(_next_asked(term, after))
    return min(days, default=None)


def latest_reminder(first: date, since: date, until: date, week: Week) -> date | None:
    """The last day after `since` up to `until` on which something said on `first` is repeated."""
    monday = until
    # Of two weeks that begin off, as after a New Year's Day on a Monday, neither may have opened.
    while (day := week.opening(monday)) > until:
        monday -= _WEEK
    if day < first + timedelta(days=_REPEAT_AFTER_DAYS):
        day = first
    return day if since < day <= until else None


def next_reminder(first: date, after: date, week: Week) -> date:
    """The first day later than `after` on which something is said, first on `first`."""
    if after < first:
        return first
    least = max(after + _DAY, first + timedelta(days=_REPEAT_AFTER_DAYS))
    monday = least
    while (day := week.opening(monday)) < least:
        monday += _WEEK
    return day


def _named(term: Term) -> Iterator[tuple[date, Alert]]:
    """Days and reasons; a last day off is announced on the last working day before it."""
    opens, due, week = term.opens_on, term.due_on, term.policy.week
    if opens and opens != due:
        yield week.on_or_after(opens), Alert.OPENS
    if due is None:
        return
    last = week.on_or_before(due)
    yield last, Alert.LAST_DAY
    if term.frequent:
        return
    notice = due - timedelta(days=term.policy.notice_days)
    # A window shorter than that is named when it opens; a single day has no other notice.
    if opens is None or opens < notice or opens == due:
        yield week.on_or_before(notice), Alert.WEEK_LEFT
    monday = week.opening(due)
    if monday < last and (opens is None or opens < monday or opens == due):
        yield monday, Alert.THIS_WEEK


def _asked_on(term: Term, day: date) -> date:
    """The day of a month on which a continuous row is asked about; `date.min` if it is not."""
    first = day.replace(day=1)
    asked = term.policy.week.on_or_after(first)
    if asked > day:
        first = (first - _DAY).replace(day=1)
        asked = term.policy.week.on_or_after(first)
    said = term.kept_on is not None and term.kept_on >= first
    return date.min if said or asked <= term.watched_on else asked


def _next_asked(term: Term, after: date) -> date:
    first = after.replace(day=1)
    while True:
        asked = term.policy.week.on_or_after(first)
        said = term.kept_on is not None and term.kept_on >= first
        if asked > after and asked > term.watched_on and not said:
            return asked
        first = (first + timedelta(days=32)).replace(day=1)
