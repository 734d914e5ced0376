"""How a season is laid out: its stages, the rhythm of its meetings, its target.

The two sets of stages are data (stages.json): seven for pupils' programmes (the model of 2019), six
for teachers' (2021; information support goes along with all of them). A school adds to them, takes
away, renames, moves and dates them, and its next season begins with what it had.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import orjson

from core.errors import NotAllowed, Refusal
from db.models import Programme, ProgrammePlan
from db.queries import stages as queries
from db.upsert import upserting
from mentoring.access import owner, use_case
from mentoring.programmes import kinds
from mentoring.roles import Permission
from mentoring.unit import Unit

PUPILS, TEACHERS = "pupils-2019", "teachers-2021"
TITLE_LIMIT = 80
MOST = 20
_FILE = Path(__file__).with_name("stages.json")
# Checks younger than the first stages that were kept with their checks.
_LATER = frozenset({"no-plan", "no-report"})
# Our own guideline, which a school changes as it likes.
_RHYTHM = 14
_RHYTHMS = (3, 60)
_MOST_PAIRS = 5000


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage; a shipped one without a `title` of the school's own is called as shipped."""

    key: str
    checks: tuple[str, ...]
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

    def place_of(self, key: str) -> int:
        """Where a stage stands, from 0. Raises Refusal when a colleague has removed it."""
        for place, stage in enumerate(self.stages):
            if stage.key == key:
                return place
        raise Refusal("board-moved")

    def stage_of(self, key: str) -> Stage:
        """The stage of a key. Raises Refusal when it is gone."""
        return self.stages[self.place_of(key)]


@cache
def shipped() -> dict[str, list[dict[str, Any]]]:
    """The shipped stages by model: key, words by language, checks."""
    found: dict[str, list[dict[str, Any]]] = orjson.loads(_FILE.read_bytes())
    return found


@cache
def every_check() -> tuple[str, ...]:
    """What can be asked for before a stage is left, in the order of the stages."""
    rows = (row for model in shipped().values() for row in model)
    return tuple(dict.fromkeys(check for row in rows for check in row["checks"]))


def title(plan: Plan, stage: Stage, language: str) -> str:
    """What a stage is called."""
    if stage.title:
        return stage.title
    row = _shipped_rows(plan.model)[stage.key]
    return str(row.get(language) or row["ru"])


def _shipped_rows(model: str) -> dict[str, dict[str, Any]]:
    return {row["key"]: row for row in shipped()[model]}


def _fresh(model: str) -> Plan:
    return Plan(model, tuple(Stage(row["key"], tuple(row["checks"])) for row in shipped()[model]))


def _read(kept: ProgrammePlan) -> Plan:
    def day(value: str | None) -> date | None:
        return date.fromisoformat(value) if value else None

    stages = (
        Stage(
            row["key"],
            _checks(kept.model, row),
            row["title"],
            day(row["until"]),
            day(row["done_on"]),
        )
        for row in kept.stages
    )
    return Plan(kept.model, tuple(stages), kept.rhythm_days, kept.target_pairs)


def _shipped_checks(model: str, key: str) -> frozenset[str]:
    """What a shipped stage looks for; nothing for a stage of the school's own."""
    return frozenset(_shipped_rows(model).get(key, {}).get("checks", ()))


def _checks(model: str, row: dict[str, Any]) -> tuple[str, ...]:
    """What a kept stage looks for: also what has come to the shipped one since it was kept, but
    for what the curator took off."""
    own, usual = set(row.get("checks", ())), _shipped_checks(model, row["key"])
    if "checks" not in row:
        return _in_order(usual)
    # Kept before it was noted what was taken off: what was not there yet cannot have been.
    off = row["off"] if "off" in row else usual - own - _LATER
    return _in_order(own | usual.difference(off))


def _in_order(checks: Collection[str]) -> tuple[str, ...]:
    return tuple(one for one in every_check() if one in checks)


async def plan_of(unit: Unit, programme: Programme) -> Plan:
    """The plan of a programme; one nobody has touched begins as the school's last one did."""
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
    stages = tuple(replace(stage, until=None, done_on=None) for stage in last.stages)
    return Plan(model, stages, last.rhythm_days)


async def keep(unit: Unit, programme: Programme, plan: Plan) -> None:
    """Keep a programme's plan."""
    values = {
        "model": plan.model,
        "stages": [
            {
                "key": one.key,
                "checks": list(one.checks),
                "off": sorted(_shipped_checks(plan.model, one.key).difference(one.checks)),
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


async def _opened(unit: Unit, programme_id: int) -> tuple[Programme, Plan]:
    programme = await unit.session.get_one(Programme, programme_id)
    return programme, await plan_of(unit, programme)


def _titled(text: str) -> str:
    if len(text) > TITLE_LIMIT:
        raise Refusal("input-too-long", limit=TITLE_LIMIT, length=len(text))
    if not text.strip():
        raise Refusal("input-empty")
    return text


@use_case(Permission.KEEP_PROGRAMMES, target=owner(Programme, "programme_id"))
async def read(unit: Unit, *, programme_id: int) -> Plan:
    """How a programme is laid out."""
    return (await _opened(unit, programme_id))[1]


@use_case(Permission.KEEP_PROGRAMMES, target=owner(Programme, "programme_id"))
async def change_stage(
    unit: Unit,
    *,
    programme_id: int,
    stage: str,
    title: str | None = None,
    until: date | None = None,
) -> None:
    """Rename a stage (its key), or say until when it is to be done.

    Raises Refusal for an empty or too long name, and for a stage that is gone.
    """
    programme, plan = await _opened(unit, programme_id)
    place = plan.place_of(stage)
    changed = plan.stages[place]
    if title is not None:
        changed = replace(changed, title=_titled(title))
    if until is not None:
        changed = replace(changed, until=until)
    stages = (*plan.stages[:place], changed, *plan.stages[place + 1 :])
    await keep(unit, programme, replace(plan, stages=stages))


@use_case(Permission.KEEP_PROGRAMMES, target=owner(Programme, "programme_id"))
async def check_stage(
    unit: Unit, *, programme_id: int, stage: str, check: str, wanted: bool
) -> None:
    """Say whether a stage looks for what `check` finds. Raises NotAllowed for an unknown check."""
    programme, plan = await _opened(unit, programme_id)
    if check not in every_check():
        raise NotAllowed
    place = plan.place_of(stage)
    before = set(plan.stages[place].checks)
    after = before | {check} if wanted else before - {check}
    changed = replace(plan.stages[place], checks=_in_order(after))
    stages = (*plan.stages[:place], changed, *plan.stages[place + 1 :])
    await keep(unit, programme, replace(plan, stages=stages))


@use_case(Permission.KEEP_PROGRAMMES, target=owner(Programme, "programme_id"))
async def add_stage(unit: Unit, *, programme_id: int, after: str, title: str) -> str:
    """Put a stage of the school's own behind another; returns its key.

    It has no checks yet. Raises Refusal for a bad name, or when there are MOST stages already.
    """
    programme, plan = await _opened(unit, programme_id)
    if len(plan.stages) >= MOST:
        raise Refusal("board-stages-most", most=MOST)
    place, taken = plan.place_of(after) + 1, {one.key for one in plan.stages}
    key = next(key for key in (f"own-{n}" for n in range(1, MOST + 1)) if key not in taken)
    made = Stage(key, (), _titled(title))
    stages = (*plan.stages[:place], made, *plan.stages[place:])
    await keep(unit, programme, replace(plan, stages=stages))
    return key


@use_case(Permission.KEEP_PROGRAMMES, target=owner(Programme, "programme_id"))
async def remove_stage(unit: Unit, *, programme_id: int, stage: str) -> None:
    """Take a stage away, its checks with it. Raises Refusal when it is the only one."""
    programme, plan = await _opened(unit, programme_id)
    place = plan.place_of(stage)
    if len(plan.stages) == 1:
        raise Refusal("board-stages-one")
    stages = (*plan.stages[:place], *plan.stages[place + 1 :])
    await keep(unit, programme, replace(plan, stages=stages))


@use_case(Permission.KEEP_PROGRAMMES, target=owner(Programme, "programme_id"))
async def shift_stage(unit: Unit, *, programme_id: int, stage: str, earlier: bool) -> None:
    """Move a stage one place up or down; the first stays first, the last last."""
    programme, plan = await _opened(unit, programme_id)
    place = plan.place_of(stage)
    other = place - 1 if earlier else place + 1
    if not 0 <= other < len(plan.stages):
        return
    stages = list(plan.stages)
    stages[place], stages[other] = stages[other], stages[place]
    await keep(unit, programme, replace(plan, stages=tuple(stages)))


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
    programme, plan = await _opened(unit, programme_id)
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
    await keep(unit, programme, plan)
