"""Whose programme it is: one's own pair, to look at or to work in; and its history's one pen."""

from datetime import date

from core.errors import NotAllowed, Refusal
from db.models import Pair, PairMember, PersonalPlan, PlanChange, PlanItem
from db.queries import pairs as pair_queries
from db.queries import plans as queries
from mentoring.pairs.moving import locked
from mentoring.pairs.states import OVER, RUNNING, State
from mentoring.plans.rules import ItemStatus, Kind, Status
from mentoring.plans.templates import Line
from mentoring.roles import Role
from mentoring.unit import Unit

_READABLE = RUNNING | OVER - {State.CANCELLED}


async def own(unit: Unit, pair_id: int) -> tuple[Pair, PairMember]:
    """A pair of the actor's, to look at: running or over. Raises NotAllowed."""
    pair = await unit.session.get(Pair, pair_id)
    member = await unit.session.get(PairMember, (pair_id, unit.me))
    if pair is None or member is None or member.left_on is not None:
        raise NotAllowed
    if pair.status not in _READABLE:
        raise NotAllowed
    return pair, member


async def at_work(unit: Unit, pair_id: int) -> tuple[Pair, PairMember]:
    """A pair of the actor's, locked, to change something of its programme.

    Raises NotAllowed for another's, Refusal while it rests or when it is over.
    """
    await own(unit, pair_id)
    pair = await locked(unit, pair_id)
    pair, member = await own(unit, pair_id)
    sides = [(unit.me, member.side)]
    if not await pair_queries.seated(unit.session, pair.organisation_id, sides):
        raise NotAllowed
    if pair.status != State.ACTIVE:
        raise Refusal("plan-readonly", status=pair.status)
    return pair, member


async def as_mentor(unit: Unit, pair_id: int) -> Pair:
    """The same, for its mentors alone."""
    pair, member = await at_work(unit, pair_id)
    if member.side != Role.MENTOR:
        raise NotAllowed
    return pair


async def item_at_work(unit: Unit, item_id: int) -> tuple[PlanItem, PairMember]:
    """A line of a programme of the actor's, to change it."""
    found = await unit.session.get(PlanItem, item_id)
    if found is None:
        raise NotAllowed
    _pair, member = await at_work(unit, found.pair_id)
    await unit.session.refresh(found)
    if found.status == "dropped":
        raise Refusal("plan-item-gone")
    return found, member


async def plan_of(unit: Unit, pair: Pair) -> PersonalPlan:
    """The pair's programme; begun where there is none yet. The pair is locked."""
    found = await queries.of_pair(unit.session, pair.id)
    if found is None:
        found = PersonalPlan(
            organisation_id=pair.organisation_id,
            pair_id=pair.id,
            status=Status.DRAFT,
            begun_by=unit.me,
            begun_at=unit.now,
        )
        unit.session.add(found)
        await unit.session.flush()
    return found


async def put(
    unit: Unit, plan: PersonalPlan, line: Line, due_on: date | None, status: ItemStatus
) -> PlanItem:
    """A new line of a programme."""
    made = PlanItem(
        organisation_id=plan.organisation_id,
        pair_id=plan.pair_id,
        kind=line.kind,
        status=status,
        title=line.title,
        due_on=due_on,
        expected=line.expected,
        actual="",
        proposed_by=unit.me,
        created_at=unit.now,
    )
    unit.session.add(made)
    await unit.session.flush()
    return made


def log(
    unit: Unit,
    plan: PersonalPlan,
    what: str,
    item: PlanItem | None = None,
    *,
    was: object = "",
    became: object = "",
) -> None:
    """A line of history. A draft has none till it is sent: nobody relies on it."""
    if plan.status == Status.DRAFT and plan.approved_at is None:
        return
    unit.session.add(
        PlanChange(
            organisation_id=plan.organisation_id,
            pair_id=plan.pair_id,
            item_id=item.id if item else None,
            what=what,
            was=_kept(was),
            became=_kept(became),
            actor_id=unit.actor.person_id,
            at=unit.now,
        )
    )


def _kept(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    return "" if value is None else str(value)


def changed(unit: Unit, plan: PersonalPlan, item: PlanItem) -> None:
    """An approved programme is not the one any more that was approved; a task is no change."""
    if plan.status == Status.APPROVED and item.kind != Kind.TASK:
        plan.changed_at = unit.now
