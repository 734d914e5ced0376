"""Programmes are approved by the curator or the council: one at a time, or in lists."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import ClassVar

from core.errors import NotAllowed, Refusal
from db.models import Pair, PersonalPlan
from db.queries import drafts as pair_queries
from db.queries import plans as queries
from db.types import AnyRow
from mentoring.access import organisation, owner, use_case
from mentoring.audit import record
from mentoring.pairs.moving import locked
from mentoring.pairs.people import names
from mentoring.pairs.states import RUNNING
from mentoring.plans.holding import log
from mentoring.plans.rules import REMARK_LIMIT, Status
from mentoring.roles import Permission, Role
from mentoring.todo import Thing, kind
from mentoring.unit import Unit


@dataclass(frozen=True, slots=True)
class Row:
    """A running pair and how its programme stands; no `status`: there is none."""

    pair_id: int
    mentors: str
    mentees: str
    status: Status | None
    waits: bool


@use_case(Permission.APPROVE_PLANS, target=organisation("organisation_id"))
async def listed(unit: Unit, *, organisation_id: int) -> list[Row]:
    """The running pairs with the state of their programmes: first what waits to be approved, then
    what is not there."""
    rows = await queries.standing(unit.session, organisation_id)
    people = await _people(unit, [row.pair_id for row in rows])
    found = [
        Row(
            pair_id=row.pair_id,
            mentors=people[row.pair_id][0],
            mentees=people[row.pair_id][1],
            status=Status(row.status) if row.status else None,
            waits=row.status == Status.SENT
            or (row.status == Status.APPROVED and row.changed_at is not None),
        )
        for row in rows
    ]
    return sorted(found, key=lambda row: (not row.waits, row.status is not None, row.pair_id))


async def _people(unit: Unit, pair_ids: list[int]) -> dict[int, tuple[str, str]]:
    """Mentors and mentees by pair."""
    groups: dict[int, list[AnyRow]] = {one: [] for one in pair_ids}
    for row in await pair_queries.of_pairs(unit.session, pair_ids):
        groups[row.Pair.id].append(row)
    today = unit.today()
    return {
        pair: (names(rows, Role.MENTOR, today), names(rows, Role.MENTEE, today))
        for pair, rows in groups.items()
    }


@use_case(Permission.APPROVE_PLANS, target=owner(Pair, "pair_id"))
async def approve(unit: Unit, *, pair_id: int, version: str) -> None:
    """Approve a programme, or what was changed in it, as it was read (`Plan.version`).

    Raises Refusal when it does not wait, or was changed since it was read.
    """
    plan = await _waiting(unit, pair_id)
    if (await queries.versions(unit.session, [pair_id])).get(pair_id) != version:
        raise Refusal("plan-changed-meanwhile")
    _approve(unit, plan)


@use_case(Permission.APPROVE_PLANS, target=owner(Pair, "pair_id"))
async def give_back(unit: Unit, *, pair_id: int, remark: str) -> None:
    """Give a programme back to the mentors, who read the remark; what is in it may be worked on."""
    if len(remark) > REMARK_LIMIT:
        raise Refusal("input-too-long", limit=REMARK_LIMIT, length=len(remark))
    plan = await _waiting(unit, pair_id)
    _give_back(unit, plan, remark)


async def _waiting(unit: Unit, pair_id: int) -> PersonalPlan:
    pair = await locked(unit, pair_id)
    plan = await queries.of_pair(unit.session, pair_id)
    if plan is None:
        raise NotAllowed
    await unit.session.refresh(plan)
    if pair.status not in RUNNING or not _waits(plan):
        raise Refusal("plan-waits-no-more")
    return plan


def _waits(plan: PersonalPlan) -> bool:
    return plan.status == Status.SENT or (
        plan.status == Status.APPROVED and plan.changed_at is not None
    )


def _approve(unit: Unit, plan: PersonalPlan) -> None:
    plan.status, plan.remark, plan.changed_at = Status.APPROVED, "", None
    plan.approved_by, plan.approved_at = unit.actor.person_id, unit.now
    log(unit, plan, "approved")
    record(unit, plan.organisation_id, "plan-approved", pair=plan.pair_id)


def _give_back(unit: Unit, plan: PersonalPlan, remark: str) -> None:
    log(unit, plan, "returned", became=remark)
    plan.status, plan.remark, plan.changed_at = Status.DRAFT, remark, None
    record(unit, plan.organisation_id, "plan-returned", pair=plan.pair_id)


@kind("plans", order=40)
class Plans:
    """Programmes, and changes of them, that wait to be approved; refused ones are given back."""

    refusable: ClassVar[bool] = True
    permission: ClassVar[Permission] = Permission.APPROVE_PLANS

    async def count(self, unit: Unit, organisation_id: int) -> int:
        return await queries.count_waiting(unit.session, organisation_id)

    async def versions(
        self, unit: Unit, organisation_id: int, *, held: bool = False
    ) -> dict[int, str]:
        plans = await queries.waiting(unit.session, organisation_id, held=held)
        found = await queries.versions(unit.session, [plan.pair_id for plan in plans])
        return {plan.id: found.get(plan.pair_id, "") for plan in plans}

    async def things(
        self, unit: Unit, organisation_id: int, *, ids: Collection[int]
    ) -> list[Thing]:
        plans = await queries.waiting(unit.session, organisation_id, ids=ids)
        people = await _people(unit, [plan.pair_id for plan in plans])
        return [
            Thing(
                plan.id,
                {
                    "mentors": people[plan.pair_id][0],
                    "mentees": people[plan.pair_id][1],
                    "what": "new" if plan.status == Status.SENT else "changed",
                },
            )
            for plan in plans
        ]

    async def approve(self, unit: Unit, organisation_id: int, *, ids: Collection[int]) -> int:
        plans = await queries.waiting(unit.session, organisation_id, ids=ids)
        for plan in plans:
            _approve(unit, plan)
        return len(plans)

    async def refuse(self, unit: Unit, organisation_id: int, *, ids: frozenset[int]) -> int:
        plans = await queries.waiting(unit.session, organisation_id, ids=ids, held=True)
        for plan in plans:
            _give_back(unit, plan, "")
        return len(plans)
