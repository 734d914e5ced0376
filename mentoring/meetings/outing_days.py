"""What the days before an outing bring: a reminder that a parent's yes is missing, and its end.

See `outings`: without a yes a meeting is called in on the morning of its day.
"""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from db.models import Meeting
from db.queries import outings as queries
from db.types import AnyRow
from mentoring.digest import DIGEST_HOUR, Line, at_hour, digest_source
from mentoring.meetings import outings
from mentoring.notices import button
from mentoring.people.naming import shown
from mentoring.roles import Role
from mentoring.unit import Unit
from mentoring.workdays import Week

_DAY = timedelta(days=1)
_WEEK = Week()


def _called_in_at(row: AnyRow) -> datetime:
    """The morning of its day, a day off too: outings are held on Saturdays most of all."""
    morning = at_hour(row.held_on, DIGEST_HOUR, row.zone)
    begins: datetime = row.starts_at
    return min(morning, begins)


async def next_due(unit: Unit) -> datetime | None:
    """When the next outing without a yes is called in, over all schools."""
    rows = await queries.unanswered(unit.session)
    return min((_called_in_at(row) for row in rows), default=None)


async def due(unit: Unit) -> list[int]:
    """The schools with outings that are to be called in."""
    rows = await queries.unanswered(unit.session)
    return sorted({row.organisation_id for row in rows if _called_in_at(row) <= unit.now})


async def call_in(unit: Unit, organisation_id: int) -> None:
    """Outings of today without a yes do not take place out there. For the planner."""
    for row in await queries.unanswered(unit.session, organisation_id):
        if row.held_on > unit.today(row.zone):
            continue
        # A parent may have said yes this very moment.
        if await queries.answer(
            unit.session, row.id, row.child_id, [None], answer=outings.NO, answered_at=unit.now
        ):
            meeting = await unit.session.get_one(Meeting, row.id)
            await outings.without(unit, meeting, row.child_id, by=meeting.logged_by)


@digest_source(order=31)
class Outings:
    """A yes that is missing: once, on the last working morning, to the parent and the curator."""

    async def who(self, unit: Unit, organisation_id: int, since: date, until: date) -> set[int]:
        rows = await queries.to_remind(unit.session, organisation_id=organisation_id)
        return {row.who for row in rows if since < _reminded_on(row) <= until}

    async def lines(self, unit: Unit, person_id: int, since: date, until: date) -> list[Line]:
        rows = await queries.to_remind(unit.session, person_id=person_id)
        return [
            self._line(unit, row)
            for row in rows
            if since < _reminded_on(row) <= until and row.starts_at > unit.now
        ]

    async def next_day(self, unit: Unit, organisation_id: int, after: date) -> date | None:
        rows = await queries.to_remind(unit.session, organisation_id=organisation_id)
        return min((_reminded_on(row) for row in rows if _reminded_on(row) > after), default=None)

    @staticmethod
    def _line(unit: Unit, row: AnyRow) -> Line:
        begins = row.starts_at.astimezone(ZoneInfo(row.zone))
        args = {
            "child": shown(row, unit.today()),
            "day": begins.date(),
            "time": f"{begins:%H:%M}",
        }
        key = f"{row.id}:{row.child_id}"
        if row.role == Role.CURATOR:
            paper = button("outing-on-paper", f"outing-paper:{key}")
            return Line("digest-outing-curator", args, paper)
        buttons = (
            button("outing-yes", f"outing-yes:{key}"),
            button("outing-no", f"outing-no:{key}"),
        )
        return Line("digest-outing-parent", args, buttons=buttons)


def _reminded_on(row: AnyRow) -> date:
    """The last working day before the outing, unless it was asked about on that very day."""
    before: date = _WEEK.on_or_before(row.held_on - _DAY)
    asked: date = row.asked_at.astimezone(ZoneInfo(row.zone)).date()
    return before if before > asked else date.min
