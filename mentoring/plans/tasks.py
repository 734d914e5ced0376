"""Tasks with a term that were agreed upon at a meeting land in the pair's programme."""

from db.models import PlanItem
from db.queries import plans as queries
from mentoring.pairs.moving import locked
from mentoring.pairs.states import State
from mentoring.plans.holding import log, plan_of, put
from mentoring.plans.rules import MOST, ItemStatus, Kind
from mentoring.plans.templates import Line
from mentoring.plans.terms import read_tasks
from mentoring.unit import Unit
from mentoring.words import words_in


async def land(unit: Unit, *, pair_id: int, meeting_id: int, agreed: str) -> int:
    """Put what has a term into the programme, begun by that where there is none. Returns how many.

    For who has just recorded a meeting of the pair: the right was checked there.
    """
    today, language = unit.today(), words_in(unit.actor.locale).language
    said = list(read_tasks(agreed, today=today, language=language))
    if not said:
        return 0
    pair = await locked(unit, pair_id)
    if pair.status != State.ACTIVE:
        return 0
    room = MOST - await queries.count(unit.session, pair_id)
    plan = await plan_of(unit, pair)
    landed: list[PlanItem] = []
    for one in said[: max(0, room)]:
        line = Line(Kind.TASK, one.title)
        made = await put(unit, plan, line, one.due_on, ItemStatus.OPEN)
        made.meeting_id = meeting_id
        log(unit, plan, "added", made, became=one.title)
        landed.append(made)
    return len(landed)
