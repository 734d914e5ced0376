"""Which assignments the activities of a plan make, and on which days. No database."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from db.models import Activity
from mentoring.roadmaps.deadlines import Kind
from mentoring.roadmaps.drafts import asks
from mentoring.roadmaps.records import deadline_of


@dataclass(frozen=True, slots=True)
class Window:
    """One assignment to be: which window of its activity, and its days."""

    activity: Activity
    number: int
    opens_on: date | None
    due_on: date | None


def planned(activities: Sequence[Activity]) -> Iterator[Window]:
    """The assignments a plan's activities make.

    One for each window of a recurring activity, else one. A doubtful row nobody has answered for
    gets no days: an alert on a wrong day is worse than none.
    """
    for activity in activities:
        deadline = deadline_of(activity)
        if asks(activity):
            yield Window(activity, 0, None, None)
        elif deadline.kind is Kind.RECURRING and deadline.occurrences:
            for number, (first, last) in enumerate(deadline.occurrences):
                yield Window(activity, number, first, last)
        elif deadline.kind in (Kind.DUE, Kind.PERIOD):
            yield Window(activity, 0, deadline.start, deadline.end)
        elif deadline.kind is Kind.RELATIVE:
            yield Window(activity, 0, None, deadline.end)
        else:
            yield Window(activity, 0, None, None)
