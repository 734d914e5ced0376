"""Orders about pairs and what stands in them."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Select, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Membership, Organisation, PairOrder, PairOrderLine, Person
from db.types import AnyRow


async def add(
    session: AsyncSession, order: PairOrder, lines: Sequence[tuple[int, dict[str, Any]]]
) -> int:
    """Keep an order with its lines (pair id, what it says of it). Returns its id."""
    session.add(order)
    await session.flush()
    rows = [{"order_id": order.id, "pair_id": pair, "args": args} for pair, args in lines]
    await session.execute(insert(PairOrderLine), rows)
    return order.id


async def lines(session: AsyncSession, order_id: int) -> Sequence[PairOrderLine]:
    query = select(PairOrderLine).where(PairOrderLine.order_id == order_id)
    return (await session.scalars(query.order_by(PairOrderLine.pair_id))).all()


async def waiting(session: AsyncSession, organisation_id: int) -> Sequence[AnyRow]:
    """Orders without a number, the oldest first: id, kind, pairs (how many)."""
    query: Select[*tuple[Any, ...]] = (
        select(PairOrder.id, PairOrder.kind, func.count().label("pairs"))
        .join(PairOrderLine, PairOrderLine.order_id == PairOrder.id)
        .where(PairOrder.organisation_id == organisation_id, PairOrder.status == "waiting")
        .group_by(PairOrder.id, PairOrder.kind)
        .order_by(PairOrder.id)
    )
    return (await session.execute(query)).all()


async def waiting_with(session: AsyncSession, pair_id: int, kinds: Sequence[str]) -> int | None:
    """The order of these kinds that waits with this pair in it."""
    query = (
        select(PairOrder.id)
        .join(PairOrderLine, PairOrderLine.order_id == PairOrder.id)
        .where(
            PairOrderLine.pair_id == pair_id,
            PairOrder.status == "waiting",
            PairOrder.kind.in_(kinds),
        )
    )
    found: int | None = await session.scalar(query)
    return found


async def settle(
    session: AsyncSession,
    order_id: int,
    status: str,
    *,
    by: int | None,
    now: datetime,
    number: str | None = None,
    day: date | None = None,
) -> bool:
    """Sign or withdraw an order that waits; False when it does not any more."""
    found = await session.scalar(
        update(PairOrder)
        .where(PairOrder.id == order_id, PairOrder.status == "waiting")
        .values(status=status, number=number, day=day, signed_by=by, signed_at=now)
        .returning(PairOrder.id)
    )
    return found is not None


async def of_pair(session: AsyncSession, pair_id: int) -> Sequence[PairOrder]:
    """The signed orders about a pair, the oldest first."""
    query = (
        select(PairOrder)
        .join(PairOrderLine, PairOrderLine.order_id == PairOrder.id)
        .where(PairOrderLine.pair_id == pair_id, PairOrder.status == "signed")
        .order_by(PairOrder.day, PairOrder.id)
    )
    return (await session.scalars(query)).all()


async def holders(session: AsyncSession, organisation_id: int, role: str) -> Sequence[AnyRow]:
    """Who has a seat in an organisation, the first appointed first: id, name."""
    query: Select[*tuple[Any, ...]] = (
        select(Person.id, Person.name)
        .join(Membership, Membership.person_id == Person.id)
        .where(
            Membership.organisation_id == organisation_id,
            Membership.role == role,
            Membership.ended_at.is_(None),
        )
        .order_by(Membership.since, Person.id)
    )
    return (await session.execute(query)).all()


async def organisation(session: AsyncSession, organisation_id: int) -> Organisation:
    return await session.get_one(Organisation, organisation_id)
