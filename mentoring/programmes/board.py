"""The stage board: where a programme is, and what is missing to go on."""

from dataclasses import dataclass, replace
from datetime import timedelta

from core.errors import NotAllowed, Refusal
from db.models import Programme
from db.queries import stages as queries
from mentoring.access import owner, use_case
from mentoring.people.naming import shown
from mentoring.programmes import stages
from mentoring.programmes.stages import Plan
from mentoring.roles import Permission
from mentoring.unit import Unit


@dataclass(frozen=True, slots=True)
class Missing:
    """What is missing: how many people or pairs stand behind the line `board-<check>`."""

    check: str
    count: int


@dataclass(frozen=True, slots=True)
class Board:
    """The board; `current` is the place of the first stage not done, from 0, or all of them."""

    title: str
    plan: Plan
    current: int
    missing: tuple[Missing, ...]
    pairs: int

    @property
    def last_done(self) -> int | None:
        """The place of the done stage that stands last: the one that is opened again."""
        done = [place for place, one in enumerate(self.plan.stages) if one.done_on]
        return max(done, default=None)


def _current(plan: Plan) -> int:
    return next(
        (place for place, one in enumerate(plan.stages) if one.done_on is None), len(plan.stages)
    )


@use_case(Permission.KEEP_PROGRAMMES, target=owner(Programme, "programme_id"))
async def read(unit: Unit, *, programme_id: int) -> Board:
    """Where a programme is, and what its present stage lacks."""
    programme = await unit.session.get_one(Programme, programme_id)
    plan = await stages.plan_of(unit, programme)
    current = _current(plan)
    checks = plan.stages[current].checks if current < len(plan.stages) else ()
    missing = [
        Missing(check, len(await _behind(unit, check, programme_id, plan))) for check in checks
    ]
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
    if check not in stages.every_check():
        raise NotAllowed
    plan = await stages.plan_of(unit, programme)
    return await _behind(unit, check, programme_id, plan)


@use_case(Permission.KEEP_PROGRAMMES, target=owner(Programme, "programme_id"))
async def move(unit: Unit, *, programme_id: int, stage: str, done: bool) -> None:
    """Mark a stage done, or open it again.

    `stage` is the key of the one that was shown: pressed again, or by a colleague, nothing else
    moves. What is missing is no bar: the curator knows better. Raises Refusal when it is so
    already, or gone.
    """
    programme = await unit.session.get_one(Programme, programme_id)
    plan = await stages.plan_of(unit, programme)
    place = plan.place_of(stage)
    if (plan.stages[place].done_on is not None) == done:
        raise Refusal("board-moved")
    after = list(plan.stages)
    after[place] = replace(after[place], done_on=unit.today() if done else None)
    await stages.keep(unit, programme, replace(plan, stages=tuple(after)))
