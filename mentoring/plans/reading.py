"""A personal programme as its pair, and those who approve it, see it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from core.clock import local_date
from core.errors import NotAllowed
from db.models import Pair, PersonalPlan, PlanItem
from db.queries import drafts as pair_queries
from db.queries import plans as queries
from db.types import AnyRow
from mentoring.access import oneself, owner, use_case
from mentoring.audit import record_reading
from mentoring.pairs.people import facing, names
from mentoring.pairs.states import State
from mentoring.people.naming import shown
from mentoring.plans.holding import own
from mentoring.plans.rules import ACTIVITIES, ItemStatus, Kind, Status, unusual_term
from mentoring.programmes import kinds
from mentoring.programmes.forms import shipped
from mentoring.roles import Permission, Role
from mentoring.unit import Unit

HISTORY = 20
_SHELVED = 10


@dataclass(frozen=True, slots=True)
class Item:
    """A line of a programme. `late`: its term is over and nobody says that it is done."""

    id: int
    pair_id: int
    kind: Kind
    status: ItemStatus
    title: str
    due_on: date | None
    expected: str
    actual: str
    mark: int | None
    told: bool
    late: bool
    mine: bool


@dataclass(frozen=True, slots=True)
class Plan:
    """A programme; without a `status` it was not begun. `side` is the reader's, None: no member.

    `term`: "short", "long" where a teacher's programme takes less than three months, more than a
    year; else "".
    """

    pair_id: int
    status: Status | None
    side: Role | None
    mentors: str
    mentees: str
    working: bool
    items: tuple[Item, ...]
    remark: str
    approved_on: date | None
    changed: bool
    begun_on: date | None
    term: str
    # As `approving.approve` wants it: what was read is what is approved.
    version: str

    @property
    def begun(self) -> bool:
        """Tasks of meetings and proposals alone are no programme yet."""
        return any(
            item.kind != Kind.TASK and item.status != ItemStatus.PROPOSED for item in self.items
        )


@dataclass(frozen=True, slots=True)
class Shelved:
    """A programme among one's own documents: the other side of the pair, when it was begun."""

    pair_id: int
    others: str
    on: date


@dataclass(frozen=True, slots=True)
class Change:
    """A line of history: who did what to which line, what was, what became (days as dates)."""

    on: date
    what: str
    who: str
    title: str
    was: str | date
    became: str | date


@use_case(Permission.TAKE_PART, target=oneself)
async def shelved(unit: Unit, *, organisation_id: int) -> list[Shelved]:
    """The programmes of the actor's own pairs there, for their documents."""
    rows = await queries.shelved(unit.session, organisation_id, unit.me, _SHELVED)
    members = await pair_queries.of_pairs(unit.session, [row.pair_id for row in rows])
    found = []
    for row in rows:
        pair = [one for one in members if one.Pair.id == row.pair_id]
        others = facing(pair, unit.me, unit.today())
        found.append(Shelved(row.pair_id, others, local_date(row.begun_at, unit.timezone)))
    return found


@use_case(Permission.TAKE_PART, target=oneself)
async def mine(unit: Unit, *, pair_id: int) -> Plan:
    """The programme of one's own pair, also when it rests or is over."""
    pair, member = await own(unit, pair_id)
    return await view(unit, pair, Role(member.side))


@use_case(Permission.APPROVE_PLANS, target=owner(Pair, "pair_id"))
async def of_pair(unit: Unit, *, pair_id: int) -> Plan:
    """The programme of a pair of the school, for those who approve it; the log notes it."""
    pair = await unit.session.get_one(Pair, pair_id)
    for row in await pair_queries.of_pair(unit.session, pair_id):
        if row.PairMember.side == Role.MENTEE:
            await record_reading(
                unit, pair.organisation_id, "plan-read", subject_id=row.PairMember.person_id
            )
    return await view(unit, pair, None)


async def view(unit: Unit, pair: Pair, side: Role | None) -> Plan:
    """A programme; the caller has checked the right."""
    rows = await pair_queries.of_pair(unit.session, pair.id)
    plan = await queries.of_pair(unit.session, pair.id)
    items = tuple(_item(unit, one) for one in await queries.items(unit.session, pair.id))
    begun_on = local_date(plan.begun_at, unit.timezone) if plan else None
    return Plan(
        pair_id=pair.id,
        status=Status(plan.status) if plan else None,
        side=side,
        mentors=names(rows, Role.MENTOR, unit.today()),
        mentees=names(rows, Role.MENTEE, unit.today()),
        working=pair.status == State.ACTIVE,
        items=items,
        remark=plan.remark if plan else "",
        approved_on=_approved_on(unit, plan),
        changed=plan is not None and plan.changed_at is not None,
        begun_on=begun_on,
        term=await _term(unit, pair, rows, begun_on, items),
        version=(await queries.versions(unit.session, [pair.id])).get(pair.id, ""),
    )


def _approved_on(unit: Unit, plan: PersonalPlan | None) -> date | None:
    if plan is None or plan.approved_at is None or plan.status != Status.APPROVED:
        return None
    return local_date(plan.approved_at, unit.timezone)


def _item(unit: Unit, row: PlanItem) -> Item:
    opened = row.status == ItemStatus.OPEN
    return Item(
        id=row.id,
        pair_id=row.pair_id,
        kind=Kind(row.kind),
        status=ItemStatus(row.status),
        title=row.title,
        due_on=row.due_on,
        expected=row.expected,
        actual=row.actual,
        mark=row.mark,
        told=row.told_on is not None and opened,
        late=bool(opened and row.told_on is None and row.due_on and row.due_on < unit.today()),
        mine=row.proposed_by == unit.actor.person_id,
    )


async def _term(
    unit: Unit, pair: Pair, rows: Sequence[AnyRow], begun: date | None, items: tuple[Item, ...]
) -> str:
    form = await form_of(unit, pair.organisation_id, rows)
    found = shipped().get(form)
    if begun is None or found is None or found.mentees != "teacher":
        return ""
    days = [one.due_on for one in items if one.kind in ACTIVITIES and one.due_on is not None]
    return unusual_term(begun, max(days, default=None))


async def form_of(unit: Unit, organisation_id: int, rows: Sequence[AnyRow]) -> str:
    """The shipped form of mentoring a pair's own is like; "" for a pair outside of any season."""
    form = rows[0].form if rows else None
    if not form:
        return ""
    try:
        return await kinds.like(unit, organisation_id, form)
    except NotAllowed:
        return ""


@use_case(Permission.TAKE_PART, target=oneself)
async def my_history(unit: Unit, *, pair_id: int) -> list[Change]:
    """What was changed in one's own programme since it was sent, the newest first."""
    await own(unit, pair_id)
    return await _history(unit, pair_id)


@use_case(Permission.APPROVE_PLANS, target=owner(Pair, "pair_id"))
async def history(unit: Unit, *, pair_id: int) -> list[Change]:
    """The same, for those who approve it."""
    return await _history(unit, pair_id)


async def _history(unit: Unit, pair_id: int) -> list[Change]:
    rows = await queries.history(unit.session, pair_id, HISTORY)
    return [
        Change(
            on=local_date(row.PlanChange.at, unit.timezone),
            what=row.PlanChange.what,
            who=shown(row, unit.today()) if row.side and row.name else row.name or "",
            title=row.title or "",
            was=_spoken(row.PlanChange.what, row.PlanChange.was),
            became=_spoken(row.PlanChange.what, row.PlanChange.became),
        )
        for row in rows
    ]


def _spoken(what: str, value: str) -> str | date:
    return date.fromisoformat(value) if what == "due" and value else value
