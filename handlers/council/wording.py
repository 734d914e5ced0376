"""What windows of and about the council say of cases and marks."""

from datetime import date
from typing import Any

from core.translator import Words
from handlers.kit.labels import HALF, WHOLE, shortened
from mentoring.council import answering, sheet


def marks_of(words: Words, result: sheet.Result | None) -> dict[str, Any]:
    """Arguments of messages that tell of marks; `votes` of 0: there are none yet."""
    if result is None:
        return {"votes": 0, "average": 0, "marks": ""}
    marks = (
        words.plain("council-mark", criterion=sheet.said(words, one), mark=mark)
        for one, mark in result.by_criterion
    )
    return {"votes": result.votes, "average": result.average, "marks": "; ".join(marks)}


def row_of(case: answering.Case) -> dict[str, Any]:
    """A button of a list."""
    label = f"{shortened(case.mentees, HALF)} \u2013 {shortened(case.mentors, HALF)}"
    return {"id": case.id, "label": shortened(label, WHOLE)}


def of_pair(case: answering.Case | None, today: date) -> dict[str, Any]:
    """Whom a case is about and what the curator asks; nobody where it does not wait any more."""
    if case is None:
        return {
            "mentors": "-", "mentees": "-", "question": "-", "worded": "no", "asked_by": "-",
            "asked_on": today,
        }  # fmt: skip
    return {
        "mentors": case.mentors,
        "mentees": case.mentees,
        "question": case.question or "-",
        "worded": "yes" if case.question else "no",
        "asked_by": case.asked_by,
        "asked_on": case.asked_on,
    }
