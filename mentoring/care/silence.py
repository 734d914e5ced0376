"""The silent pair, gently: each side is asked privately, and the curator alone sees the answers.

School holidays stop the clock. A question stands in the morning digest, like all that can wait.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from core.errors import NotAllowed, Refusal
from db.models import Pair, SilenceQuestion
from db.queries import care as queries
from db.queries import drafts as pair_queries
from db.queries.telling import HOLDERS, plan_for
from db.types import AnyRow
from mentoring import holidays
from mentoring.access import oneself, organisation, owner, use_case
from mentoring.care import private, rules
from mentoring.daily import daily
from mentoring.digest import Line, digest_source
from mentoring.notices import button, notice
from mentoring.pairs import life
from mentoring.pairs.people import names
from mentoring.people.naming import shown
from mentoring.roles import Permission, Role
from mentoring.unit import Unit

ANSWERS = ("busy", "ill", "unfit", "help", "well")
# The rest a curator gives with one press.
REST = timedelta(days=14)
_DAY = timedelta(days=1)
# A longer silence is not counted day by day.
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Said:
    """What one of a pair answered; None: nothing yet."""

    name: str
    answer: str | None


@dataclass(frozen=True, slots=True)
class Quiet:
    """A silent pair on the curator's list: `days` without a meeting or a word."""

    pair_id: int
    mentors: str
    mentees: str
    days: int
    asked_on: date | None
    said: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Focus:
    """What needs the curator now: calls nobody has answered (id, name), silent pairs."""

    calls: list[tuple[int, str]]
    pairs: list[Quiet]


def silent_days(since: date, today: date, free: holidays.Holidays) -> int:
    """Days after `since` up to today that are no school holidays, at most 200."""
    count = min((today - since).days, _LONGEST)
    return sum(not free.covers(today - number * _DAY) for number in range(max(count, 0)))


def _since(row: AnyRow) -> date:
    """The last day on which anything was heard of a pair."""
    days: list[date | None] = [row.started_on, row.met_on]
    days += [at.date() if at else None for at in (row.wrote_at, row.well_at)]
    return max(day for day in days if day is not None)


async def _silent(unit: Unit, organisation_id: int, today: date) -> list[tuple[AnyRow, int]]:
    least = (await rules.of(unit, organisation_id)).silent_days
    free = (await holidays.of(unit, [organisation_id]))[organisation_id]
    rows = await queries.quiet_pairs(unit.session, organisation_id)
    found = [(row, silent_days(_since(row), today, free)) for row in rows]
    return [(row, days) for row, days in found if days >= least]


@daily
async def ask(unit: Unit, organisation_id: int) -> None:
    """Ask the people of each pair that has fallen silent; again only after as long a silence."""
    today = unit.today()
    least = (await rules.of(unit, organisation_id)).silent_days
    for row, _days in await _silent(unit, organisation_id, today):
        if row.asked_on is not None and (today - row.asked_on).days < least:
            continue
        await private.put(unit, SilenceQuestion, organisation_id, row.id, once_a=["asked_on"])


@digest_source(order=45)
class Asked:
    """Whoever is in a silent pair, and has not answered how it is going."""

    async def who(self, unit: Unit, organisation_id: int, since: date, until: date) -> set[int]:
        rows = await queries.asked(unit.session, organisation_id)
        return private.silent((row.SilenceQuestion for row in rows), since, until)

    async def lines(self, unit: Unit, person_id: int, since: date, until: date) -> list[Line]:
        asked = await queries.mine(unit.session, person_id)
        return await private.lines(
            unit,
            asked,
            since,
            until,
            message="silence-digest",
            label="silence-open",
            action="silence",
        )

    async def next_day(self, unit: Unit, organisation_id: int, after: date) -> date | None:
        least = (await rules.of(unit, organisation_id)).silent_days
        free = (await holidays.of(unit, [organisation_id]))[organisation_id]
        days = []
        for row in await queries.quiet_pairs(unit.session, organisation_id):
            since = max(_since(row), row.asked_on or date.min)
            day = max(after + _DAY, since + least * _DAY)
            while silent_days(since, day, free) < least and (day - since).days < _LONGEST:
                day += _DAY
            days.append(day)
        return min(days, default=None)


@use_case(Permission.TAKE_PART, target=oneself)
async def question(unit: Unit, *, question_id: int) -> str:
    """The people on the other side of the pair the actor is asked about. Raises NotAllowed."""
    found = await private.mine(unit, SilenceQuestion, question_id)
    return await private.others(unit, found.pair_id, unit.me, unit.today())


@use_case(Permission.TAKE_PART, target=oneself)
async def answer(unit: Unit, *, question_id: int, said: str) -> None:
    """Say how it is going; a second answer takes the place of the first. The curator is told at
    once of "help" and "unfit"; the others stand in the list."""
    if said not in ANSWERS:
        raise NotAllowed
    found = await private.mine(unit, SilenceQuestion, question_id)
    found.answer, found.answered_at = said, unit.now
    await unit.session.flush()
    if said not in {"help", "unfit"}:
        return
    rows = await pair_queries.of_pair(unit.session, found.pair_id)
    me = next((one for one in rows if one.PairMember.person_id == unit.me), None)
    if me is None:
        return
    row = notice(
        unit,
        unique=f"silence-said:{question_id}:{said}",
        message="silence-said",
        args={"who": shown(me, unit.today()), "said": said},
        buttons=[button("silence-look", "care-focus")],
    )
    place = found.organisation_id
    await plan_for(unit.session, row, HOLDERS, organisation=place, roles=[str(Role.CURATOR)])
    unit.wakes.add("sender")


@use_case(Permission.KEEP_PAIRS, target=organisation("organisation_id"))
async def focus(unit: Unit, *, organisation_id: int) -> Focus:
    """Calls without an answer, then silent pairs: those who ask for help first, then by days."""
    calls = [
        (row.id, shown(row, unit.today()))
        for row in await queries.open_calls(unit.session, organisation_id)
    ]
    answers: dict[int, list[AnyRow]] = {}
    for row in await queries.asked(unit.session, organisation_id):
        answers.setdefault(row.SilenceQuestion.pair_id, []).append(row)
    silent = dict(
        (row.id, days) for row, days in await _silent(unit, organisation_id, unit.today())
    )
    pairs = [
        await _quiet(unit, pair_id, silent.get(pair_id, 0), answers.get(pair_id, []))
        for pair_id in dict.fromkeys([*silent, *answers])
    ]
    return Focus(calls, sorted(pairs, key=_urgency))


async def _quiet(unit: Unit, pair_id: int, days: int, asked: list[AnyRow]) -> Quiet:
    rows, today = await pair_queries.of_pair(unit.session, pair_id), unit.today()
    last = max((row.SilenceQuestion.asked_on for row in asked), default=None)
    said = tuple(
        Said(shown(row, today), row.SilenceQuestion.answer)
        for row in asked
        if row.SilenceQuestion.asked_on == last
    )
    mentors, mentees = (names(rows, side, today) for side in (Role.MENTOR, Role.MENTEE))
    return Quiet(pair_id, mentors, mentees, days, last, said)


def _urgency(one: Quiet) -> tuple[int, int, int]:
    asks = any(said.answer in {"help", "unfit"} for said in one.said)
    return (0 if asks else 1, -one.days, one.pair_id)


@use_case(Permission.KEEP_PAIRS, target=owner(Pair, "pair_id"))
async def settle(unit: Unit, *, pair_id: int) -> None:
    """The curator sees to it: what was asked is over, and begins anew with the next silence."""
    await _settle(unit, pair_id)


async def _settle(unit: Unit, pair_id: int) -> None:
    pair = await unit.session.get_one(Pair, pair_id)
    for row in await queries.asked(unit.session, pair.organisation_id):
        if row.SilenceQuestion.pair_id == pair_id:
            row.SilenceQuestion.settled_at = unit.now
    await unit.session.flush()


@use_case(Permission.KEEP_PAIRS, target=owner(Pair, "pair_id"))
async def rest(unit: Unit, *, pair_id: int) -> None:
    """A pause of two weeks with one press. Raises Refusal for a pair that does not work."""
    await life.pause(unit, pair_id=pair_id, until=unit.today() + REST)
    await _settle(unit, pair_id)


@use_case(Permission.KEEP_PAIRS, target=owner(Pair, "pair_id"))
async def encourage(unit: Unit, *, pair_id: int) -> None:
    """A friendly line to both sides, which blames nobody. Raises Refusal when it went today."""
    pair = await unit.session.get_one(Pair, pair_id)
    if pair.status != "active":
        raise Refusal("care-not-active")
    await life.tell_pair(unit, pair_id, "silence-encourage", unique=unit.today().isoformat())
    await _settle(unit, pair_id)
