"""What becomes of rows that two records of one person both have: a rule for each such table."""

from datetime import datetime
from typing import Any

from db.merging import Row, Rule, Stays
from mentoring.bank.status import UNMATCHED, Status

# How far somebody has come; of two profiles the one that is further tells.
_FURTHER = (
    Status.LISTED,
    Status.LEFT,
    Status.NEW,
    Status.IN_QUESTIONNAIRE,
    Status.READY,
    Status.WAITING,
    Status.PAUSED,
    Status.MATCHED,
)
# Of a profile, what is not filled in from the other one.
_OWN = {"id", "organisation_id", "programme_id", "person_id", "side", "search", "phone_print"}
_BLANK: tuple[Any, ...] = (None, "", [], {})


def _filled(ours: Row, theirs: Row) -> dict[str, Any]:
    """What ours leaves blank and theirs does not."""
    return {
        name: value
        for name, value in theirs.items()
        if ours[name] in _BLANK and value not in _BLANK
    }


def _lasting(ours: Row, theirs: Row) -> dict[str, Any]:
    """Since the earlier day, and over only if both are."""
    ends = {
        name: None if None in (ours[name], theirs[name]) else max(ours[name], theirs[name])
        for name in ("until", "ended_at")
        if name in ours
    }
    return {"since": min(ours["since"], theirs["since"])} | ends


def _profiles(ours: Row, theirs: Row) -> dict[str, Any]:
    taken = {name: value for name, value in _filled(ours, theirs).items() if name not in _OWN}
    taken["traits"] = {**theirs["traits"], **ours["traits"]}
    if ours["capacity"] == 1:
        taken["capacity"] = theirs["capacity"]
    taken["created_at"] = min(ours["created_at"], theirs["created_at"])
    further = max(ours, theirs, key=lambda row: _rank(row["status"]))
    for name in ("status", "status_since", "unmatched_since"):
        taken[name] = further[name]
    if further["status"] in UNMATCHED:
        taken["unmatched_since"] = _earlier(ours["unmatched_since"], theirs["unmatched_since"])
    return taken


def _rank(status: str) -> int:
    return _FURTHER.index(Status(status)) if status in set(Status) else -1


def _earlier(*instants: datetime | None) -> datetime | None:
    return min((one for one in instants if one is not None), default=None)


_OURS, _BOTH = Rule(Stays.OURS, _filled), Rule(Stays.BOTH)

RULES: dict[str, Rule] = {
    "membership": Rule(Stays.OURS, _lasting),
    "representation": Rule(Stays.OURS, _lasting),
    "profile": Rule(Stays.OURS, _profiles),
    "joining": _OURS,
    "appointment": _OURS,
    # The address that is in use already.
    "calendar_link": Rule(Stays.OURS),
    "muted_notice": Rule(Stays.OURS),
    "wished_notice": Rule(Stays.OURS),
    "match_rule": Rule(Stays.OURS),
    # Worked out anew when it is wanted.
    "match_suggestion": Rule(Stays.OURS),
    "council_marks": Rule(Stays.LATER, later=("given_at",)),
    "mentor_loan": Rule(Stays.LATER, later=("offered_at",)),
    "mentor_check": Rule(Stays.LATER, later=("noted_on",)),
    "survey_response": Rule(Stays.LATER, later=("completed_at", "started_at")),
    # Rows of one pair that has both records in it: see `merging.Why.PAIR`.
    "pair_member": _BOTH,
    "application_answer": _BOTH,
    "attendance": _BOTH,
    "feedback": _BOTH,
    "lesson_release": _BOTH,
    "outing_consent": _BOTH,
    "silence_question": _BOTH,
    "trial_verdict": _BOTH,
}
