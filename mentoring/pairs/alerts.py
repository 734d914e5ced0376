"""What time does to drafts: silence is reminded in the digest, then it ends them."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from db.queries import drafts as queries
from mentoring.daily import daily
from mentoring.digest import Line, digest_source
from mentoring.notices import button
from mentoring.pairs import drafts, invitations
from mentoring.pairs.people import names, other_side
from mentoring.people.naming import shown
from mentoring.roles import Role
from mentoring.unit import Unit

# Days behind the invitation on which silence is reminded, and on which it counts as an answer.
REMINDED = (2, 5)
EXPIRES = 7


@daily
async def expire(unit: Unit, organisation_id: int) -> None:
    """Drafts nobody answers for a week are over; the curators get the next candidate."""
    day = unit.today() - timedelta(days=EXPIRES)
    for pair_id in await queries.asked_before(unit.session, organisation_id, day):
        rows = await queries.of_pair(unit.session, pair_id)
        silent = next(row for row in rows if row.PairMember.answer is None)
        side = silent.PairMember.side
        args = {
            "who": shown(silent, unit.today()),
            "others": names(rows, other_side(side), unit.today()),
            "days": EXPIRES,
        }
        await drafts.call_off(unit, pair_id, ground="silence")
        await invitations.propose_another(unit, rows[0].Pair, "draft-expired", args)


@digest_source(order=40)
class Invited:
    """Whoever was invited into a pair and has said nothing."""

    async def who(self, unit: Unit, organisation_id: int, since: date, until: date) -> set[int]:
        rows = await queries.unanswered(unit.session, organisation_id)
        return {row.person_id for row in rows if _due(row.asked_on, since, until)}

    async def lines(self, unit: Unit, person_id: int, since: date, until: date) -> list[Line]:
        rows = await queries.invited(unit.session, person_id)
        lines = []
        for pair_id in dict.fromkeys(row.Pair.id for row in rows):
            group = [row for row in rows if row.Pair.id == pair_id]
            mine = next(row for row in group if row.PairMember.person_id == person_id)
            if mine.PairMember.answer is None and _due(mine.Pair.asked_on, since, until):
                others = names(group, other_side(mine.PairMember.side), until)
                answer = button("invited-reminder-open", f"invitation:{pair_id}")
                lines.append(Line("invited-reminder", {"others": others}, answer))
        return lines

    async def next_day(self, unit: Unit, organisation_id: int, after: date) -> date | None:
        rows = await queries.unanswered(unit.session, organisation_id)
        days = (row.asked_on + timedelta(days=days) for row in rows for days in REMINDED)
        return min((day for day in days if day > after), default=None)


def _due(asked_on: date, since: date, until: date) -> bool:
    return any(since < asked_on + timedelta(days=days) <= until for days in REMINDED)


@digest_source(order=41)
class Agreed:
    """To curators: drafts that everybody has said yes to since the last digest."""

    async def who(self, unit: Unit, organisation_id: int, since: date, until: date) -> set[int]:
        rows = await queries.agreed_since(unit.session, [organisation_id], *_span(unit, since))
        if not rows:
            return set()
        return set(await queries.curators(unit.session, organisation_id))

    async def lines(self, unit: Unit, person_id: int, since: date, until: date) -> list[Line]:
        places = {seat.organisation_id for seat in unit.actor.seats if seat.role == Role.CURATOR}
        rows = await queries.agreed_since(unit.session, sorted(places), *_span(unit, since))
        count = sum(row.ready for row in rows)
        if not count:
            return []
        return [Line("drafts-agreed", {"count": count}, button("drafts-open", "drafts"))]

    async def next_day(self, unit: Unit, organisation_id: int, after: date) -> date | None:
        rows = await queries.agreed_since(unit.session, [organisation_id], *_span(unit, after))
        return after + timedelta(days=1) if rows else None


def _span(unit: Unit, since: date) -> tuple[datetime, datetime]:
    """From the digest of the day `since` on, till now."""
    begun = datetime.combine(since, time(8), ZoneInfo(unit.timezone)).astimezone(UTC)
    return begun, unit.now
