"""What the morning digest says of roadmaps: to those who have the rows, and to those above."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import groupby
from typing import Any

from db.queries import alerting as queries
from db.queries import audience
from db.types import AnyRow
from mentoring.digest import Line, digest_source
from mentoring.notices import button
from mentoring.roadmaps import held
from mentoring.roadmaps.audience import (
    KEEPERS,
    Staff,
    Told,
    places_of,
    policy_in,
    staff_of,
    term_of,
    told,
)
from mentoring.roadmaps.rules import Alert, latest_reminder, next_alert, next_reminder
from mentoring.roadmaps.wording import LINE_LIMIT, clip
from mentoring.roles import Role
from mentoring.unit import Unit

# Rows named under one heading; the rest is counted, and the button leads to the list.
_MOST_ROWS = 5
_MOST_SCHOOLS = 15
_MOST_MOVED = 8
# Results of its own that the bot offers to close rows by, each with a button.
_MOST_RESULTS = 3
_ENDS = (Alert.OVERDUE, Alert.LAST_DAY, Alert.WEEK_LEFT)
_DAY = timedelta(days=1)


@digest_source(order=10)
class RowAlerts:
    """Rows that begin, end or are overdue: to those who keep the plan and to its executors."""

    async def who(self, unit: Unit, organisation_id: int, since: date, until: date) -> set[int]:
        found = await told(unit, [organisation_id], since, until)
        return set(found.get(organisation_id, {}))

    async def lines(self, unit: Unit, person_id: int, since: date, until: date) -> list[Line]:
        places = await places_of(unit, until)
        found = await told(unit, list(places), since, until) if places else {}
        lines: list[Line] = []
        for place, name in places.items():
            one = found.get(place, {}).get(person_id)
            if one is not None:
                keeps = any(
                    seat.role in KEEPERS and seat.organisation_id == place
                    for seat in unit.actor.seats
                )
                opening = (
                    button("roadmap-digest-open", f"roadmap-list:{place}")
                    if keeps
                    else button("roadmap-new-rows-open", "roadmap-mine")
                )
                head = {"organisation": name, "places": len(places)}
                lines.append(Line("roadmap-digest", head, opening))
                lines.extend(_rows(one, place, until))
                if keeps:
                    lines.extend(await _results(unit, one, place))
        return lines

    async def next_day(self, unit: Unit, organisation_id: int, after: date) -> date | None:
        rows = await queries.open_in(unit.session, [organisation_id])
        days = (next_alert(term_of(row), after) for row in rows)
        return min((day for day in days if day is not None), default=None)


@digest_source(order=20)
class LateAlerts:
    """Rows overdue for longer than they are given: schools' to the department that issued them, a
    plan's own to its head; where a school has no head, to its department."""

    async def who(self, unit: Unit, organisation_id: int, since: date, until: date) -> set[int]:
        roles = await self._roles(unit, organisation_id, since, until)
        if not roles:
            return set()
        seats = await audience.seats(unit.session, [organisation_id], roles)
        return {seat.person_id for seat in seats}

    async def _roles(self, unit: Unit, place: int, since: date, until: date) -> set[Role]:
        rows = await queries.issued_overdue(unit.session, [place], until)
        found = {
            Role.HEAD if row.own else Role.DEPARTMENT for row in rows if _is_told(row, since, until)
        }
        headless = await audience.headless_children(unit.session, place)
        if headless:
            rows = await queries.issued_overdue(unit.session, headless, until)
            if any(row.own and _is_told(row, since, until) for row in rows):
                found.add(Role.DEPARTMENT)
        return found

    async def lines(self, unit: Unit, person_id: int, since: date, until: date) -> list[Line]:
        issuers = [
            seat.organisation_id for seat in unit.actor.seats if seat.role == Role.DEPARTMENT
        ]
        rows: list[AnyRow] = []
        for issuer in issuers:
            rows += [
                row
                for row in await queries.issued_overdue(unit.session, [issuer], until)
                if not row.own
            ]
            headless = await audience.headless_children(unit.session, issuer)
            rows += [
                row
                for row in await queries.issued_overdue(unit.session, headless, until)
                if row.own
            ]
        rows.sort(key=lambda row: (row.organisation, row.organisation_id, row.due_on))
        lines = self._of_schools(rows, since, until)
        heads = _seats(unit, Role.HEAD)
        if heads:
            staff = await staff_of(unit, heads, until)
            own = [
                row
                for row in await queries.issued_overdue(unit.session, heads, until)
                # Their own rows are named to them as executors.
                if row.own and person_id not in staff.receivers(row, Alert.OVERDUE)
            ]
            lines += self._of_head(own, since, until)
        return lines

    def _of_schools(self, rows: Sequence[AnyRow], since: date, until: date) -> list[Line]:
        schools = list(_late_schools(rows, since, until))
        if not schools:
            return []
        board = button("roadmap-digest-board", "roadmap-schools")
        days = policy_in(rows[0]).escalation_days
        lines = [Line("roadmap-digest-late", {"days": days}, board)]
        lines += [Line("roadmap-digest-school", school) for school in schools[:_MOST_SCHOOLS]]
        if len(schools) > _MOST_SCHOOLS:
            lines.append(Line("roadmap-digest-more", {"count": len(schools) - _MOST_SCHOOLS}))
        return lines

    def _of_head(self, rows: Sequence[AnyRow], since: date, until: date) -> list[Line]:
        late = [row for row in rows if _is_late(row, until)]
        if not any(_is_told(row, since, until) for row in late):
            return []
        open_list = button("roadmap-digest-open", f"roadmap-list:{late[0].organisation_id}")
        count = len({row.activity_id for row in late})
        head = Line("roadmap-digest-own-late", {"count": count}, open_list)
        return [head, *_listed("roadmap-digest-overdue", late, until)]

    async def next_day(self, unit: Unit, organisation_id: int, after: date) -> date | None:
        rows = list(await queries.issued_overdue(unit.session, [organisation_id], date.max))
        headless = await audience.headless_children(unit.session, organisation_id)
        rows += await queries.issued_overdue(unit.session, headless, date.max)
        days = (
            next_reminder(day, after, policy_in(row).week)
            for row in rows
            if (day := term_of(row).escalated_on)
        )
        return min(days, default=None)


@digest_source(order=15)
class MovedTerms:
    """Last days that were moved, to all who have the row: the old one, the new one, who, why.

    Not to whoever moved it, nor to whoever asked for it: they have had their answer.
    """

    async def who(self, unit: Unit, organisation_id: int, since: date, until: date) -> set[int]:
        # Moved yesterday after the digest, or today before it: a day counts once it is over.
        rows = await queries.moved(unit.session, [organisation_id], since - _DAY, until - _DAY)
        if not rows:
            return set()
        staff = await staff_of(unit, [organisation_id], until)
        return set().union(*(_news_for(staff, row) for row in rows))

    async def lines(self, unit: Unit, person_id: int, since: date, until: date) -> list[Line]:
        places = await places_of(unit, until)
        rows = await queries.moved(unit.session, list(places), since - _DAY, until - _DAY)
        if not rows:
            return []
        staff = await staff_of(unit, list(places), until)
        mine = [row for row in rows if person_id in _news_for(staff, row)]
        if not mine:
            return []
        lines = [Line("roadmap-digest-moved-head")]
        lines += [Line("roadmap-digest-moved", _moved(row)) for row in mine[:_MOST_MOVED]]
        if len(mine) > _MOST_MOVED:
            lines.append(Line("roadmap-digest-more", {"count": len(mine) - _MOST_MOVED}))
        return lines

    async def next_day(self, unit: Unit, organisation_id: int, after: date) -> date | None:
        days = await queries.moved_days(unit.session, organisation_id, after - 2 * _DAY)
        return min((day + _DAY for day in days if day + _DAY > after), default=None)


def _news_for(staff: Staff, row: AnyRow) -> set[int]:
    return staff.receivers(row, None) - {row.moved_by, row.asked_by}


def _seats(unit: Unit, role: Role) -> list[int]:
    return [seat.organisation_id for seat in unit.actor.seats if seat.role == role]


def _rows(one: Told, place: int, today: date) -> Iterator[Line]:
    for alert in Alert:
        rows = one.named.get(alert)
        if not rows:
            continue
        if alert is Alert.GOES_ON:
            ask = button("roadmap-goes-on", f"roadmap-going:{place}")
            yield Line("roadmap-digest-goes-on", {"count": len(rows)}, ask)
            continue
        yield Line(f"roadmap-digest-{alert}-head")
        yield from _listed(f"roadmap-digest-{alert}", rows, today)
    if one.overdue_more:
        yield Line("roadmap-digest-overdue-more", {"count": one.overdue_more})


async def _results(unit: Unit, one: Told, place: int) -> list[Line]:
    """Of rows that end: what the bot itself holds of their results, and the way to close them."""
    ending = _by_activity(row for alert in _ENDS for row in one.named.get(alert, ()))
    lines: list[Line] = []
    for first, *_others in ending:
        found = await held.held(unit, place, first.title)
        if found is None:
            continue
        opens = button("roadmap-digest-result", f"roadmap-task:{first.id}", number=first.number)
        said = {"number": first.number, "kind": found.kind, "count": found.count}
        lines.append(Line("roadmap-digest-held", said, opens))
        if len(lines) == _MOST_RESULTS:
            break
    return [Line("roadmap-digest-held-head"), *lines] if lines else []


def _by_activity(rows: Iterable[AnyRow]) -> list[list[AnyRow]]:
    """The terms of each activity together, in the order of the first ones."""
    terms: dict[int, list[AnyRow]] = {}
    for row in rows:
        terms.setdefault(row.activity_id, []).append(row)
    return list(terms.values())


def _listed(message: str, rows: Sequence[AnyRow], today: date) -> Iterator[Line]:
    """A line for each activity, however many of its terms are meant: the first is named."""
    terms = _by_activity(rows)
    for first, *others in terms[:_MOST_ROWS]:
        yield Line(message, {**_arguments(first, today), "times": len(others)})
    if len(terms) > _MOST_ROWS:
        yield Line("roadmap-digest-more", {"count": len(terms) - _MOST_ROWS})


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


def _moved(row: AnyRow) -> dict[str, Any]:
    return {
        "number": row.number,
        "title": clip(row.title, LINE_LIMIT),
        "has_old": "yes" if row.old_due else "no",
        "from": row.old_due or row.new_due,
        "to": row.new_due,
        "by": row.by,
        "reason": clip(row.reason, LINE_LIMIT),
    }


def _is_late(row: AnyRow, until: date) -> bool:
    day = term_of(row).escalated_on
    return day is not None and day <= until


def _is_told(row: AnyRow, since: date, until: date) -> bool:
    term = term_of(row)
    day, after = term.escalated_on, max(since, term.watched_on)
    return day is not None and latest_reminder(day, after, until, term.policy.week) is not None


def _late_schools(rows: Sequence[AnyRow], since: date, until: date) -> Iterator[dict[str, Any]]:
    """Each school with a row to be told of now: all its rows beyond the line, and the oldest."""
    for _school, group in groupby(rows, key=lambda row: row.organisation_id):
        late = [row for row in group if _is_late(row, until)]
        if any(_is_told(row, since, until) for row in late):
            oldest = min(late, key=lambda row: row.due_on)
            yield {
                "school": oldest.organisation,
                "count": len(late),
                "number": oldest.number,
                "due": oldest.due_on,
            }
