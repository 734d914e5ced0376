"""The log of what is done with personal data: changes, reads, exports (152-FZ, article 19).

One row in the same commit as the deed. Its words are the message `audit-<what>`.
"""

from typing import Any

from db.models import Audit
from mentoring.letters import plain
from mentoring.unit import Unit


def record(
    unit: Unit, organisation_id: int, what: str, *, subject_id: int | None = None, **args: Any
) -> None:
    """Note what the actor does. `args` are numbers, dates and names of things, never of answers."""
    unit.session.add(
        Audit(
            organisation_id=organisation_id,
            actor_id=unit.actor.person_id,
            subject_id=subject_id,
            what=what,
            args=plain(args),
            at=unit.now,
        )
    )
