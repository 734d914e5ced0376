"""The log of what is done with personal data: changes, reads, exports (152-FZ, article 19).

One row in the same commit as the deed. Its words are the message `audit-<what>`.
"""

from datetime import timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import select

from db.models import Audit
from mentoring.letters import plain
from mentoring.unit import Unit


class Topic(StrEnum):
    """What kind of deed it was."""

    CHANGE = "change"
    EXPORT = "export"
    READ = "read"


# Everything that is ever noted, by topic.
DEEDS = {
    Topic.CHANGE: (
        "answers-entered", "consent-given", "consent-withdrawn", "council-advised",
        "council-asked", "council-judged", "deputy-appointed", "deputy-over", "erased",
        "erasure-asked", "erasure-confirmed", "erasure-refused",
        "feedback-entered", "invite-revoked", "listed-forgotten",
        "match-bar", "match-pin", "match-rule-undone", "match-weights", "mentor-check",
        "loan-ended", "mentor-lent",
        "mentor-selection", "mentors-selected", "outing-answered", "person-refused", "phone-given",
        "plan-approved", "plan-returned", "plan-shared", "plan-unshared", "profile-changed",
        "record-claimed", "record-released", "records-merged", "representative-checked",
        "representative-undone", "request-voiced", "roster-imported",
        "schools-imported", "seat-ended", "seat-handed-over", "signed", "support",
    ),
    Topic.EXPORT: (
        "bank-exported", "forms-printed", "journal", "log-exported", "meetings-exported",
        "model-paper", "own-data-sent", "plan-taken-out",
        "register-adults", "register-curators", "roadmap-archive",
    ),
    Topic.READ: ("card-read", "pair-report-read", "phones-seen", "plan-read", "thread-read"),
}  # fmt: skip
TOPICS = {what: topic for topic, names in DEEDS.items() for what in names}
# Looking at the same card again and again is one reading.
_ONE_READING = timedelta(hours=12)


def record(
    unit: Unit,
    organisation_id: int,
    what: str,
    *,
    subject_id: int | None = None,
    actor_id: int | None = None,
    **args: Any,
) -> None:
    """Note what the actor does. `args` are numbers, dates and names of things, never of answers.

    `actor_id` is given where the actor has become a person within this very step.
    """
    unit.session.add(
        Audit(
            organisation_id=organisation_id,
            actor_id=actor_id or unit.actor.person_id,
            subject_id=subject_id,
            what=what,
            args=plain(args),
            at=unit.now,
        )
    )


async def record_reading(unit: Unit, organisation_id: int, what: str, *, subject_id: int) -> None:
    """Note that the actor looked at somebody's data, unless it was noted within half a day."""
    noted = select(Audit.id).where(
        Audit.organisation_id == organisation_id,
        Audit.subject_id == subject_id,
        Audit.actor_id == unit.actor.person_id,
        Audit.what == what,
        Audit.at > unit.now - _ONE_READING,
    )
    if await unit.session.scalar(noted.limit(1)) is None:
        record(unit, organisation_id, what, subject_id=subject_id)
