"""The stage board: where a programme is, and what is missing to go on.

The two sets of stages are data (stages.json): seven for pupils' programmes (the model of 2019), six
for teachers' (2021; information support goes along with all of them). A school renames them, dates
them, and its next season begins with what it had.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import orjson

from core.errors import NotAllowed, Refusal
from db.models import Programme, ProgrammePlan
from db.queries import stages as queries
from db.upsert import upserting
from mentoring.access import owner, use_case
from mentoring.people.naming import shown
from mentoring.programmes import kinds
from mentoring.roles import Permission
from mentoring.unit import Unit

PUPILS, TEACHERS = "pupils-2019", "teachers-2021"
TITLE_LIMIT = 80
_FILE = Path(__file__).with_name("stages.json")
# Our own guideline, which a school changes as it likes.
_RHYTHM = 14
_RHYTHMS = (3, 60)
_MOST_PAIRS = 5000


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage; without a `title` of the school's own the shipped words hold."""

    key: str
    title: str = ""
    until: date | None = None
    done_on: date | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """How a season is laid out. A pair is to meet at least once in `rhythm_days`."""

    model: str
    stages: tuple[Stage, ...]
    rhythm_days: int = _RHYTHM
    target_pairs: int | None = None


@dataclass(frozen=True, slots=True)
class Missing:
    """What is missing: how many people or pairs stand behind the line `board-<check>`."""

    check: str
    count: int


@dataclass(frozen=True, slots=True)
class Board:
    """The board; `current` is the number of the first stage not done, from 0, or all of them."""

    title: str
    plan: Plan
    current: int
    missing: tuple[Missing, ...]
    pairs: int


@cache
def shipped() -> dict[str, list[dict[str, Any]]]:
    """The shipped stages by model: key, words by language, checks."""
    found: dict[str, list[dict[str, Any]]] = orjson.loads(_FILE.read_bytes())
    return found


def title(plan: Plan, stage: Stage, language: str) -> str:
    """What a stage is called."""
    rows = {row["key"]: row for row in shipped()[plan.model]}
    return stage.title or str(rows[stage.key].get(language) or rows[stage.key]["ru"])


def _fresh(model: str) -> Plan:
    return Plan(model, tuple(Stage(row["key"]) for row in shipped()[model]))


def _read(kept: ProgrammePlan) -> Plan:
    def day(value: str | None) -> date | None:
        return date.fromisoformat(value) if value else None

    stages = (
        Stage(row["key"], row["title"], day(row["until"]), day(row["done_on"]))
        for row in kept.stages
    )
    return Plan(kept.model, tuple(stages), kept.rhythm_days, kept.target_pairs)


async def _plan(unit: Unit, programme: Programme) -> Plan:
    kept = await unit.session.get(ProgrammePlan, programme.id)
    if kept is not None:
        return _read(kept)
    form = (await kinds.all_of(unit, programme.organisation_id)).get(programme.form)
    teachers = form is not None and form.like.mentees == "teacher"
    model = TEACHERS if teachers else PUPILS
    before = await queries.newest_plan(unit.session, programme.organisation_id, model)
    if before is None:
        return _fresh(model)
    last = _read(before)
    stages = tuple(Stage(stage.key, stage.title) for stage in last.stages)
    return Plan(model, stages, last.rhythm_days)


async def _keep(unit: Unit, programme: Programme, plan: Plan) -> None:
    values = {
        "model": plan.model,
        "stages": [
            {
                "key": one.key,
                "title": one.title,
                "until": one.until.isoformat() if one.until else None,
                "done_on": one.done_on.isoformat() if one.done_on else None,
            }
            for one in plan.stages
        ],
        "rhythm_days": plan.rhythm_days,
        "target_pairs": plan.target_pairs,
        "changed_by": unit.me,
        "changed_at": unit.now,
    }
    statement = upserting(unit.session, ProgrammePlan).values(
        programme_id=programme.id, organisation_id=programme.organisation_id, **values
    )
    await unit.session.execute(
        statement.on_conflict_do_update(index_elements=["programme_id"], set_=values)
    )
    # What was read before is to be as it is now.
    await unit.session.get(ProgrammePlan, programme.id, populate_existing=True)


def _current(plan: Plan) -> int:
    return next(
        (number for number, one in enumerate(plan.stages) if one.done_on is None), len(plan.stages)
    )


def _checks(plan: Plan, number: int) -> list[str]:
    if number >= len(plan.stages):
        return []
    key = plan.stages[number].key
    return next((list(row["checks"]) for row in shipped()[plan.model] if row["key"] == key), [])


@use_case(Permission.KEEP_PROGRAMMES, target=owner(Programme, "programme_id"))
async def read(unit: Unit, *, programme_id: int) -> Board:
    """Where a programme is, and what its present stage lacks."""
    programme = await unit.session.get_one(Programme, programme_id)
    plan = await _plan(unit, programme)
    current = _current(plan)
    missing = []
    for check in _checks(plan, current):
        count = len(await _behind(unit, check, programme_id, plan))
        missing.append(Missing(check, count))
    pairs = len(await _behind(unit, "still-running", programme_id, plan))
    found = tuple(one for one in missing if one.count)
    return Board(programme.title, plan, current, found, pairs)


async def _behind(unit: Unit, check: str, programme_id: int, plan: Plan) -> list[str]:
    """A line for each person, or for each pair."""
    since = unit.today() - timedelta(days=plan.rhythm_days)
    lines: dict[int, list[str]] = {}
    for row in await queries.behind(unit.session, check, programme_id, since):
        lines.setdefault(row.id, []).append(shown(row, unit.today()))
    return [" \u2013 ".join(names) for names in lines.values()]


@use_case(Permission.KEEP_PROGRAMMES, target=owner(Programme, "programme_id"))
async def behind(unit: Unit, *, programme_id: int, check: str) -> list[str]:
    """Who stands behind a line of the board: people, or the members of each pair."""
    programme = await unit.session.get_one(Programme, programme_id)
    plan = await _plan(unit, programme)
    if check not in {one for row in shipped()[plan.model] for one in row["checks"]}:
        raise NotAllowed
    return await _behind(unit, check, programme_id, plan)


@use_case(Permission.KEEP_PROGRAMMES, target=owner(Programme, "programme_id"))
async def move(unit: Unit, *, programme_id: int, number: int, done: bool) -> None:
    """Mark the present stage done, or open the last done one again.

    `number` is the stage that was shown: pressed again, or by a colleague, nothing else moves.
    What is missing is no bar: the curator knows better.
    """
    programme = await unit.session.get_one(Programme, programme_id)
    plan = await _plan(unit, programme)
    wanted = _current(plan) if done else _current(plan) - 1
    if number != wanted or not 0 <= number < len(plan.stages):
        raise Refusal("board-moved")
    stages = list(plan.stages)
    stages[number] = replace(stages[number], done_on=unit.today() if done else None)
    await _keep(unit, programme, replace(plan, stages=tuple(stages)))


@use_case(Permission.KEEP_PROGRAMMES, target=owner(Programme, "programme_id"))
async def change_stage(
    unit: Unit,
    *,
    programme_id: int,
    number: int,
    title: str | None = None,
    until: date | None = None,
) -> None:
    """Rename a stage, or say until when it is to be done. Raises Refusal for too long a name."""
    programme = await unit.session.get_one(Programme, programme_id)
    plan = await _plan(unit, programme)
    if not 0 <= number < len(plan.stages):
        raise NotAllowed
    if title is not None and len(title) > TITLE_LIMIT:
        raise Refusal("input-too-long", limit=TITLE_LIMIT, length=len(title))
    stages, old = list(plan.stages), plan.stages[number]
    stages[number] = replace(
        old,
        title=old.title if title is None else title,
        until=old.until if until is None else until,
    )
    await _keep(unit, programme, replace(plan, stages=tuple(stages)))


@use_case(Permission.KEEP_PROGRAMMES, target=owner(Programme, "programme_id"))
async def change(
    unit: Unit,
    *,
    programme_id: int,
    rhythm_days: int | None = None,
    target_pairs: int | None = None,
    model: str | None = None,
) -> None:
    """Change the rhythm of meetings, the target, or the set of stages, which begins anew.

    Raises Refusal for numbers out of bounds, NotAllowed for an unknown set.
    """
    programme = await unit.session.get_one(Programme, programme_id)
    plan = await _plan(unit, programme)
    if rhythm_days is not None:
        if not _RHYTHMS[0] <= rhythm_days <= _RHYTHMS[1]:
            raise Refusal("board-rhythm-bounds", least=_RHYTHMS[0], most=_RHYTHMS[1])
        plan = replace(plan, rhythm_days=rhythm_days)
    if target_pairs is not None:
        if not 1 <= target_pairs <= _MOST_PAIRS:
            raise Refusal("board-target-bounds", most=_MOST_PAIRS)
        plan = replace(plan, target_pairs=target_pairs)
    if model is not None and model != plan.model:
        if model not in shipped():
            raise NotAllowed
        plan = replace(plan, model=model, stages=_fresh(model).stages)
    await _keep(unit, programme, plan)
