"""The trial meeting decides: both say whether they suit, then the curator confirms the pair.

The question comes with the digest of the morning after; what is said is for the curator alone.
"""

from datetime import date, timedelta
from itertools import groupby
from typing import ClassVar

from sqlalchemy import update

from core.errors import NotAllowed
from db.models import TrialVerdict
from db.queries import care as queries
from db.queries import drafts as pair_queries
from db.types import AnyRow
from db.upsert import upserting
from mentoring.access import oneself, use_case
from mentoring.care.silence import other_people
from mentoring.daily import daily
from mentoring.digest import Line, digest_source
from mentoring.notices import button
from mentoring.people.naming import shown
from mentoring.roles import Permission
from mentoring.todo import Thing, kind
from mentoring.unit import Unit

ANSWERS = ("yes", "unsure", "no")
# Whoever has said nothing by then is decided about without them.
_LONGEST = timedelta(days=7)


@daily
async def ask(unit: Unit, organisation_id: int) -> None:
    """Ask the people of each pair whose trial meeting has taken place; once a pair."""
    for pair_id in await queries.tried(unit.session, organisation_id):
        values = [
            {
                "organisation_id": organisation_id,
                "pair_id": pair_id,
                "person_id": row.PairMember.person_id,
                "asked_on": unit.today(),
            }
            for row in await pair_queries.of_pair(unit.session, pair_id)
            if row.telegram_id is not None
        ]
        if values:
            statement = upserting(unit.session, TrialVerdict).values(values)
            await unit.session.execute(
                statement.on_conflict_do_nothing(index_elements=["pair_id", "person_id"])
            )


@digest_source(order=44)
class AskedOfTrial:
    """Whoever has had a trial meeting and has not said whether they suit."""

    async def who(self, unit: Unit, organisation_id: int, since: date, until: date) -> set[int]:
        rows = await queries.trials(unit.session, organisation_id)
        made = [row.TrialVerdict for row in rows]
        return {
            one.person_id for one in made if one.answer is None and since < one.asked_on <= until
        }

    async def lines(self, unit: Unit, person_id: int, since: date, until: date) -> list[Line]:
        lines = []
        for one in await queries.my_trials(unit.session, person_id):
            if since < one.asked_on <= until:
                rows = await pair_queries.of_pair(unit.session, one.pair_id)
                said = {"others": other_people(rows, person_id, until)}
                lines.append(Line("trial-digest", said, button("trial-open", f"trial:{one.id}")))
        return lines

    async def next_day(self, unit: Unit, organisation_id: int, after: date) -> date | None:
        waiting = await queries.tried(unit.session, organisation_id)
        return after + timedelta(days=1) if waiting else None


@use_case(Permission.TAKE_PART, target=oneself)
async def question(unit: Unit, *, verdict_id: int) -> str:
    """The other side of the pair the actor is asked about. Raises NotAllowed."""
    found = await _mine(unit, verdict_id)
    rows = await pair_queries.of_pair(unit.session, found.pair_id)
    return other_people(rows, unit.me, unit.today())


async def _mine(unit: Unit, verdict_id: int) -> TrialVerdict:
    found = await unit.session.get(TrialVerdict, verdict_id)
    if found is None or found.person_id != unit.me:
        raise NotAllowed
    return found


@use_case(Permission.TAKE_PART, target=oneself)
async def answer(unit: Unit, *, verdict_id: int, said: str) -> None:
    """Say whether the two suit; until the curator has decided, the last word holds."""
    if said not in ANSWERS:
        raise NotAllowed
    found = await _mine(unit, verdict_id)
    if found.decided_at is None:
        found.answer, found.answered_at = said, unit.now
        await unit.session.flush()


@kind("trials", order=30)
class Trials:
    """Pairs whose people have said whether they suit: approving confirms the pair."""

    refusable: ClassVar[bool] = False
    permission: ClassVar[Permission] = Permission.KEEP_PAIRS

    async def _ready(self, unit: Unit, organisation_id: int) -> dict[int, list[AnyRow]]:
        rows = await queries.trials(unit.session, organisation_id)
        groups = {
            pair: list(of) for pair, of in groupby(rows, lambda row: row.TrialVerdict.pair_id)
        }
        late = unit.today() - _LONGEST
        return {
            pair: of
            for pair, of in sorted(groups.items())
            if all(one.TrialVerdict.answer or one.TrialVerdict.asked_on <= late for one in of)
        }

    async def count(self, unit: Unit, organisation_id: int) -> int:
        return len(await self._ready(unit, organisation_id))

    async def things(
        self, unit: Unit, organisation_id: int, *, upto: int, offset: int, limit: int
    ) -> list[Thing]:
        ready = await self._ready(unit, organisation_id)
        found = [
            Thing(pair, {"said": _said(of), "names": _named(of, unit.today())})
            for pair, of in ready.items()
            if pair <= upto
        ]
        return found[offset : offset + limit]

    async def approve(
        self, unit: Unit, organisation_id: int, *, upto: int, excluded: frozenset[int]
    ) -> int:
        """Confirm these pairs; what is to be changed is changed on the pair's own card."""
        ready = await self._ready(unit, organisation_id)
        chosen = [pair for pair in ready if pair <= upto and pair not in excluded]
        await unit.session.execute(
            update(TrialVerdict)
            .where(TrialVerdict.pair_id.in_(chosen), TrialVerdict.decided_at.is_(None))
            .values(decided_at=unit.now, decided_by=unit.actor.person_id)
        )
        return len(chosen)

    async def refuse(self, unit: Unit, organisation_id: int, *, ids: frozenset[int]) -> int:
        return 0


def _said(rows: list[AnyRow]) -> str:
    """The gravest answer: one no weighs more than a yes."""
    answers = {row.TrialVerdict.answer for row in rows}
    return next(
        (one for one in ("no", "unsure") if one in answers),
        "yes" if None not in answers else "unsure",
    )


def _named(rows: list[AnyRow], today: date) -> str:
    return " \u2013 ".join(shown(row, today) for row in rows)
