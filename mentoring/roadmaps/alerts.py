"""What the morning digest says of roadmaps: curators hear of rows, departments of schools."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import Any

from db.queries import assignments as queries
from db.queries import people
from db.types import AnyRow
from mentoring.digest import Line, digest_source
from mentoring.notices import button
from mentoring.roadmaps.deadlines import Freq
from mentoring.roadmaps.rules import (
    ESCALATION_WORKING_DAYS,
    Alert,
    Term,
    latest_alert,
    latest_reminder,
    next_alert,
    next_reminder,
)
from mentoring.roadmaps.wording import LINE_LIMIT, clip
from mentoring.roles import Role
from mentoring.unit import Unit

# Rows named under one heading; the rest is counted, and the button leads to the list.
_MOST_ROWS = 5
_MOST_SCHOOLS = 15


@digest_source(order=10)
class CuratorAlerts:
    """Rows that begin, end or are overdue in the schools a person is the curator of."""

    async def who(self, unit: Unit, organisation_id: int, since: date, until: date) -> set[int]:
        rows = await queries.open_in(unit.session, [organisation_id])
        if not any(latest_alert(_term(row), since, until) for row in rows):
            return set()
        members = await people.members(unit.session, organisation_id, Role.CURATOR)
        return {member.id for member in members}

    async def lines(self, unit: Unit, person_id: int, since: date, until: date) -> list[Line]:
        places = {
            seat.organisation_id: seat.organisation
            for seat in unit.actor.seats
            if seat.role == Role.CURATOR
        }
        rows = await queries.open_in(unit.session, places) if places else []
        found: list[Line] = []
        for place, name in places.items():
            alerts = _by_alert([row for row in rows if row.organisation_id == place], since, until)
            if alerts:
                open_list = button("roadmap-digest-open", f"roadmap-list:{place}")
                head = {"organisation": name, "places": len(places)}
                found.append(Line("roadmap-digest", head, open_list))
                found.extend(_rows(alerts, until))
        return found

    async def next_day(self, unit: Unit, organisation_id: int, after: date) -> date | None:
        rows = await queries.open_in(unit.session, [organisation_id])
        days = (next_alert(_term(row), after) for row in rows)
        return min((day for day in days if day is not None), default=None)


@digest_source(order=20)
class DepartmentAlerts:
    """Schools whose rows have been overdue for longer than they are given to settle them."""

    async def who(self, unit: Unit, organisation_id: int, since: date, until: date) -> set[int]:
        rows = await queries.overdue_below(unit.session, [organisation_id], until)
        if not any(_told(row, since, until) for row in rows):
            return set()
        members = await people.members(unit.session, organisation_id, Role.DEPARTMENT)
        return {member.id for member in members}

    async def lines(self, unit: Unit, person_id: int, since: date, until: date) -> list[Line]:
        departments = [
            seat.organisation_id for seat in unit.actor.seats if seat.role == Role.DEPARTMENT
        ]
        rows = await queries.overdue_below(unit.session, departments, until) if departments else []
        schools = list(_late_schools(rows, since, until))
        if not schools:
            return []
        board = button("roadmap-digest-board", "roadmap-schools")
        lines = [Line("roadmap-digest-late", {"days": ESCALATION_WORKING_DAYS}, board)]
        lines += [Line("roadmap-digest-school", school) for school in schools[:_MOST_SCHOOLS]]
        if len(schools) > _MOST_SCHOOLS:
            lines.append(Line("roadmap-digest-more", {"count": len(schools) - _MOST_SCHOOLS}))
        return lines

    async def next_day(self, unit: Unit, organisation_id: int, after: date) -> date | None:
        rows = await queries.overdue_below(unit.session, [organisation_id], date.max)
        days = (next_reminder(day, after) for row in rows if (day := _term(row).escalated_on))
        return min(days, default=None)


def _term(row: AnyRow) -> Term:
    return Term(
        opens_on=row.opens_on,
        due_on=row.due_on,
        watched_on=row.watched_on,
        frequent=row.freq == Freq.WEEKLY,
    )


def _by_alert(rows: Iterable[AnyRow], since: date, until: date) -> dict[Alert, list[AnyRow]]:
    """The rows to be named, by the reason, the most pressing reason first."""
    found: dict[Alert, list[AnyRow]] = {alert: [] for alert in Alert}
    for row in rows:
        alert = latest_alert(_term(row), since, until)
        if alert is not None:
            found[alert].append(row)
    return {alert: named for alert, named in found.items() if named}


def _rows(alerts: dict[Alert, list[AnyRow]], today: date) -> Iterator[Line]:
    for alert, rows in alerts.items():
        yield Line(f"roadmap-digest-{alert}-head")
        for row in rows[:_MOST_ROWS]:
            yield Line(f"roadmap-digest-{alert}", _arguments(row, today))
        if len(rows) > _MOST_ROWS:
            yield Line("roadmap-digest-more", {"count": len(rows) - _MOST_ROWS})


def _arguments(row: AnyRow, today: date) -> dict[str, Any]:
    due = row.due_on
    return {
        "number": row.number,
        "title": clip(row.title, LINE_LIMIT),
        # A window that opens may have no last day.
        "due": due or row.opens_on,
        "days": abs((due - today).days) if due else 0,
        "has_due": "yes" if due else "no",
    }


def _told(row: AnyRow, since: date, until: date) -> bool:
    term = _term(row)
    day = term.escalated_on
    return day is not None and latest_reminder(day, max(since, term.watched_on), until) is not None


def _late_schools(rows: Sequence[AnyRow], since: date, until: date) -> Iterator[dict[str, Any]]:
    """Each school with a row to be told of now: all its rows beyond the line, and the oldest."""
    for _school, group in groupby(rows, key=lambda row: row.organisation_id):
        late = [
            row for row in group if (day := _term(row).escalated_on) is not None and day <= until
        ]
        if any(_told(row, since, until) for row in late):
            oldest = min(late, key=lambda row: row.due_on)
            yield {
                "school": oldest.organisation,
                "count": len(late),
                "number": oldest.number,
                "due": oldest.due_on,
            }
