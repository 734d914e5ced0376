"""Somebody takes part no longer: their pairs end, or go on without them where they are groups."""

from collections.abc import Collection

from sqlalchemy import select

from db.models import Pair, PairMember
from mentoring.pairs import groups, life, orders
from mentoring.pairs.drafts import call_off
from mentoring.pairs.states import DRAFTS, RUNNING, Deed, State
from mentoring.roles import Role
from mentoring.unit import Unit

PAIRED = (Role.MENTOR, Role.MENTEE)


async def part(
    unit: Unit, organisation_id: int, person_id: int, sides: Collection[str] = PAIRED
) -> None:
    """End what somebody is in, on the ground that it was that side's decision.

    Part of deeds that have checked the rights. Drafts are called off; an order that waits with
    one is taken back first.
    """
    query = (
        select(Pair.id, Pair.status, PairMember.side)
        .join(PairMember, PairMember.pair_id == Pair.id)
        .where(
            Pair.organisation_id == organisation_id,
            Pair.status.in_([*DRAFTS, *RUNNING]),
            PairMember.person_id == person_id,
            PairMember.left_on.is_(None),
            PairMember.side.in_(sides),
        )
        .order_by(Pair.id)
    )
    for pair_id, status, side in (await unit.session.execute(query)).all():
        if await _goes_on(unit, pair_id, person_id, side) and status != State.ORDERED:
            await groups.let_go(unit, pair_id, person_id, ground=side)
        elif status in RUNNING:
            await life.finish(unit, pair_id, Deed.END, ground=side)
            # Without anybody who acts (a term is over) the curator drafts it.
            lines = [(pair_id, {"ground": side})] if unit.actor.person_id is not None else []
            if lines:
                await orders.draft(unit, organisation_id, orders.OrderKind.EARLY_END, lines)
        else:
            if status == State.ORDERED:
                await orders.take_back(unit, pair_id)
            await call_off(unit, pair_id, ground=side, but=person_id)


async def _goes_on(unit: Unit, pair_id: int, person_id: int, side: str) -> bool:
    """Whether somebody else of that side stays."""
    query = select(PairMember.person_id).where(
        PairMember.pair_id == pair_id,
        PairMember.side == Role(side),
        PairMember.left_on.is_(None),
        PairMember.person_id != person_id,
    )
    return await unit.session.scalar(query.limit(1)) is not None
