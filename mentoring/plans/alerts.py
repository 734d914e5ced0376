"""What the morning digest says of programmes: late terms, what waits for a mark or a yes, answers.

Nothing of it is a message of its own. What happened on a day is told on the morning after.
"""

from datetime import date, datetime, timedelta

from core.clock import local_date
from db.queries import drafts as pair_queries
from db.queries import plans as queries
from db.queries.pair_orders import holders
from mentoring.digest import Line, at_hour, digest_source
from mentoring.notices import button
from mentoring.pairs.people import facing
from mentoring.roles import GRANTS, Permission, Role
from mentoring.unit import Unit

_DAY = timedelta(days=1)
# Days behind a term on which it is told that it is over; then it is for the two to know.
REMINDED = (1, 8)
_APPROVERS = tuple(role for role in Role if Permission.APPROVE_PLANS in GRANTS[role])


def _reminded(due_on: date, since: date, until: date) -> bool:
    return any(since < due_on + days * _DAY <= until for days in REMINDED)


def _midnight(unit: Unit, day: date) -> datetime:
    return at_hour(day, 0, unit.timezone)


def _within(unit: Unit, at: datetime, since: date, until: date) -> bool:
    """Whether it happened on a day that this digest tells of."""
    return since <= local_date(at, unit.timezone) < until


async def _others(unit: Unit, pair_id: int, person_id: int, day: date) -> str:
    return facing(await pair_queries.of_pair(unit.session, pair_id), person_id, day)


def _open(pair_id: int) -> dict[str, object]:
    return button("personal-open", f"plan:{pair_id}")


@digest_source(order=34)
class LateLines:
    """To everybody of a pair: terms of its programme that are over."""

    async def who(self, unit: Unit, organisation_id: int, since: date, until: date) -> set[int]:
        rows = await queries.due(unit.session, organisation_id, since - max(REMINDED) * _DAY)
        return {row.person_id for row in rows if _reminded(row.due_on, since, until)}

    async def lines(self, unit: Unit, person_id: int, since: date, until: date) -> list[Line]:
        found = await queries.late_of(unit.session, person_id, until)
        lines = []
        for pair_id in dict.fromkeys(item.pair_id for item in found):
            late = [item for item in found if item.pair_id == pair_id]
            if any(item.due_on and _reminded(item.due_on, since, until) for item in late):
                others = await _others(unit, pair_id, person_id, until)
                said = {"others": others, "count": len(late), "title": late[-1].title}
                lines.append(Line("personal-digest-late", said, _open(pair_id)))
        return lines

    async def next_day(self, unit: Unit, organisation_id: int, after: date) -> date | None:
        rows = await queries.due(unit.session, organisation_id, after - max(REMINDED) * _DAY)
        days = (row.due_on + days * _DAY for row in rows for days in REMINDED)
        return min((day for day in days if day > after), default=None)


@digest_source(order=35)
class ToMark:
    """To mentors: what mentees say is done, and what they propose."""

    async def who(self, unit: Unit, organisation_id: int, since: date, until: date) -> set[int]:
        rows = await queries.to_mark(unit.session, since, organisation_id=organisation_id)
        return {
            row.person_id
            for row in rows
            if _told(row.told_on, since, until)
            or (row.told_on is None and _within(unit, row.created_at, since, until))
        }

    async def lines(self, unit: Unit, person_id: int, since: date, until: date) -> list[Line]:
        rows = await queries.to_mark(unit.session, since, person_id=person_id)
        lines = []
        for pair_id in dict.fromkeys(row.pair_id for row in rows):
            mine = [row for row in rows if row.pair_id == pair_id]
            told = sum(_told(row.told_on, since, until) for row in mine)
            proposed = sum(
                row.told_on is None and _within(unit, row.created_at, since, until) for row in mine
            )
            if told or proposed:
                others = await _others(unit, pair_id, person_id, until)
                said = {"others": others, "told": told, "proposed": proposed}
                lines.append(Line("personal-digest-mark", said, _open(pair_id)))
        return lines

    async def next_day(self, unit: Unit, organisation_id: int, after: date) -> date | None:
        rows = await queries.to_mark(unit.session, after, organisation_id=organisation_id)
        fresh = any(
            row.told_on is not None or local_date(row.created_at, unit.timezone) >= after
            for row in rows
        )
        return after + _DAY if fresh else None


def _told(told_on: date | None, since: date, until: date) -> bool:
    return told_on is not None and since <= told_on < until


@digest_source(order=36)
class Answers:
    """To everybody of a pair: its programme was approved, or given back."""

    async def who(self, unit: Unit, organisation_id: int, since: date, until: date) -> set[int]:
        first = _midnight(unit, since)
        rows = await queries.decisions(unit.session, first, organisation_id=organisation_id)
        return {row.person_id for row in rows if _within(unit, row.at, since, until)}

    async def lines(self, unit: Unit, person_id: int, since: date, until: date) -> list[Line]:
        rows = await queries.decisions(unit.session, _midnight(unit, since), person_id=person_id)
        # Of each pair the last word.
        last = {row.pair_id: row for row in rows if _within(unit, row.at, since, until)}
        return [
            Line(
                "personal-digest-answer",
                {
                    "others": await _others(unit, pair_id, person_id, until),
                    "what": row.what,
                    "remarked": "yes" if row.became else "no",
                    "remark": row.became,
                },
                _open(pair_id),
            )
            for pair_id, row in last.items()
        ]

    async def next_day(self, unit: Unit, organisation_id: int, after: date) -> date | None:
        first = _midnight(unit, after)
        rows = await queries.decisions(unit.session, first, organisation_id=organisation_id)
        return after + _DAY if rows else None


@digest_source(order=42)
class ToApprove:
    """To curators and the council: programmes that have come to wait for their yes."""

    async def who(self, unit: Unit, organisation_id: int, since: date, until: date) -> set[int]:
        came = await queries.came(unit.session, [organisation_id], _midnight(unit, since))
        if not any(_within(unit, at, since, until) for at in came):
            return set()
        people: set[int] = set()
        for role in _APPROVERS:
            people |= {row.id for row in await holders(unit.session, organisation_id, role)}
        return people

    async def lines(self, unit: Unit, person_id: int, since: date, until: date) -> list[Line]:
        places = sorted(
            {seat.organisation_id for seat in unit.actor.seats if seat.role in _APPROVERS}
        )
        came = await queries.came(unit.session, places, _midnight(unit, since))
        count = sum(_within(unit, at, since, until) for at in came)
        if not count:
            return []
        return [
            Line("personal-digest-waits", {"count": count}, button("personal-read", "programmes"))
        ]

    async def next_day(self, unit: Unit, organisation_id: int, after: date) -> date | None:
        came = await queries.came(unit.session, [organisation_id], _midnight(unit, after))
        return after + _DAY if came else None
