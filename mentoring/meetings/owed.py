"""Feedback that is still owed for meetings that were held, as a curator enters it by word."""

from dataclasses import dataclass
from datetime import date, timedelta

from db.queries import feedbacks
from mentoring.access import organisation, use_case
from mentoring.people.naming import shown
from mentoring.roles import Permission
from mentoring.unit import Unit

# What is older nobody remembers.
_BACK = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class Owed:
    """One person's feedback on one meeting."""

    meeting_id: int
    person_id: int
    name: str
    class_name: str
    held_on: date


@use_case(Permission.SEE_MEETINGS, target=organisation("organisation_id"))
async def listed(unit: Unit, *, organisation_id: int, pair_id: int | None = None) -> list[Owed]:
    """Of whom and of which meetings feedback is owed, the newest meetings first.

    Those whom the bot cannot reach come before the others of a day.
    """
    rows = await feedbacks.expected(
        unit.session, organisation_id, since=unit.today() - _BACK, pair_id=pair_id
    )
    waiting = [row for row in rows if row.given_at is None]
    waiting.sort(key=lambda row: (-row.held_on.toordinal(), row.telegram_id is not None))
    return [
        Owed(row.meeting_id, row.id, shown(row, unit.today()), row.class_name or "", row.held_on)
        for row in waiting
    ]
