"""Deadlines between the reader's form and the table's."""

from datetime import date
from typing import Any

from db.models import Activity, Roadmap
from mentoring.roadmaps.deadlines import Basis, Deadline, Freq, Kind, Span, YearContext
from mentoring.roadmaps.years import school_year_of


def deadline_columns(deadline: Deadline) -> dict[str, Any]:
    """The columns of an activity that hold its deadline."""
    return {
        "kind": str(deadline.kind),
        "start": deadline.start,
        "end": deadline.end,
        "freq": str(deadline.freq) if deadline.freq else None,
        "rrule": deadline.rrule,
        "windows": [
            [first.isoformat() if first else None, last.isoformat()]
            for first, last in deadline.occurrences
        ],
        "basis": str(deadline.basis) if deadline.basis else None,
    }


def deadline_of(activity: Activity) -> Deadline:
    """The deadline in an activity's columns."""
    return Deadline(
        kind=Kind(activity.kind),
        start=activity.start,
        end=activity.end,
        freq=Freq(activity.freq) if activity.freq else None,
        rrule=activity.rrule,
        occurrences=tuple(
            (date.fromisoformat(first) if first else None, date.fromisoformat(last or ""))
            for first, last in activity.windows
        ),
        basis=Basis(activity.basis) if activity.basis else None,
        warnings=tuple(activity.warnings),
    )


def context_of(roadmap: Roadmap, today: date) -> YearContext:
    """Where the year of a deadline typed later comes from: the document, else the present."""
    period = (
        Span(roadmap.period_start, roadmap.period_end)
        if roadmap.period_start and roadmap.period_end
        else None
    )
    year = roadmap.school_year
    if year is None and period is None and roadmap.document_date is None:
        year = school_year_of(today)
    return YearContext(
        period=period, document_date=roadmap.document_date, school_year=year, today=today
    )
