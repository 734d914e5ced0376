"""The trial meeting decides: both say whether they suit, then the curator confirms the pair.

The question comes with the digest of the morning after; what is said is for the curator alone.
"""

from collections.abc import Collection
from datetime import date, timedelta
from itertools import groupby
from typing import ClassVar

from sqlalchemy import update

from core.errors import NotAllowed
from db.models import TrialVerdict
from db.queries import care as queries
from db.types import AnyRow
from mentoring.access import oneself, use_case
from mentoring.care import private
from mentoring.daily import daily
from mentoring.digest import Line, digest_source
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
        await private.put(unit, TrialVerdict, organisation_id, pair_id, once_a=[])


@digest_source(order=44)
class AskedOfTrial:
    """Whoever has had a trial meeting and has not said whether they suit."""

    async def who(self, unit: Unit, organisation_id: int, since: date, until: date) -> set[int]:
        rows = await queries.trials(unit.session, organisation_id)
        return private.silent((row.TrialVerdict for row in rows), since, until)

    async def lines(self, unit: Unit, person_id: int, since: date, until: date) -> list[Line]:
        asked = await queries.my_trials(unit.session, person_id)
        return await private.lines(
            unit,
            asked,
            since,
            until,
            message="trial-digest",
            label="trial-open",
            action="trial",
        )

    async def next_day(self, unit: Unit, organisation_id: int, after: date) -> date | None:
        waiting = await queries.tried(unit.session, organisation_id)
        return after + timedelta(days=1) if waiting else None


@use_case(Permission.TAKE_PART, target=oneself)
async def question(unit: Unit, *, verdict_id: int) -> str:
    """The other side of the pair the actor is asked about. Raises NotAllowed."""
    found = await private.mine(unit, TrialVerdict, verdict_id)
    return await private.others(unit, found.pair_id, unit.me, unit.today())


@use_case(Permission.TAKE_PART, target=oneself)
async def answer(unit: Unit, *, verdict_id: int, said: str) -> None:
    """Say whether the two suit; until the curator has decided, the last word holds."""
    if said not in ANSWERS:
        raise NotAllowed
    found = await private.mine(unit, TrialVerdict, verdict_id)
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

    async def versions(
        self, unit: Unit, organisation_id: int, *, held: bool = False
    ) -> dict[int, str]:
        """Until the curator has decided, people may change their minds."""
        if held:
            await queries.hold_trials(unit.session, organisation_id)
        ready = await self._ready(unit, organisation_id)
        return {pair: _said(of) for pair, of in ready.items()}

    async def things(
        self, unit: Unit, organisation_id: int, *, ids: Collection[int]
    ) -> list[Thing]:
        ready = await self._ready(unit, organisation_id)
        return [
            Thing(pair, {"said": _said(of), "names": _named(of, unit.today())})
            for pair, of in ready.items()
            if pair in ids
        ]

    async def approve(self, unit: Unit, organisation_id: int, *, ids: Collection[int]) -> int:
        """Confirm these pairs; what is to be changed is changed on the pair's own card."""
        ready = await self._ready(unit, organisation_id)
        chosen = [pair for pair in ready if pair in ids]
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
