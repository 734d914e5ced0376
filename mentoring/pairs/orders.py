"""Orders about pairs: drafted by the curator, signed by the head, or entered from the paper."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from core.errors import NotAllowed, Refusal
from db.models import Pair, PairOrder
from db.queries import drafts as draft_queries
from db.queries import pair_orders as queries
from mentoring.access import organisation, owner, use_case
from mentoring.audit import record
from mentoring.bank import pairing
from mentoring.files import send_file
from mentoring.notices import Kind, notice, plan
from mentoring.pairs.introducing import introduce
from mentoring.pairs.moving import move
from mentoring.pairs.states import Deed, State
from mentoring.roles import Permission, Role
from mentoring.signing import NUMBER_LIMIT, Thing, desk
from mentoring.unit import Unit

WAITING, SIGNED, WITHDRAWN = "waiting", "signed", "withdrawn"


class OrderKind(StrEnum):
    """What an order does. The first two make drafts work; the others confirm what was done."""

    PAIRS = "pairs"
    REPLACEMENT = "replacement"
    EARLY_END = "early_end"
    EXTENSION = "extension"
    RELIEF = "relief"


BEGINNING = (OrderKind.PAIRS, OrderKind.REPLACEMENT)


@use_case(Permission.KEEP_PAIRS, target=organisation("organisation_id"))
async def put_up(unit: Unit, *, organisation_id: int) -> int:
    """Put all agreed drafts on the head's desk. Returns how many.

    Drafts that replace a pair go into an order of their own. Raises Refusal without any.
    """
    rows = await draft_queries.of_organisation(unit.session, organisation_id)
    agreed = {row.Pair.id: row.Pair for row in rows if row.Pair.status == State.AGREED}
    if not agreed:
        raise Refusal("order-nothing")
    kinds: dict[OrderKind, list[int]] = {}
    for pair in agreed.values():
        await move(unit, pair.id, Deed.ORDER)
        replaces = pair.follows_id is not None and await _has_worked(unit, pair.follows_id)
        kind = OrderKind.REPLACEMENT if replaces else OrderKind.PAIRS
        kinds.setdefault(kind, []).append(pair.id)
    for kind, ids in kinds.items():
        await draft(unit, organisation_id, kind, [(pair_id, {}) for pair_id in ids])
    return len(agreed)


async def _has_worked(unit: Unit, pair_id: int) -> bool:
    before = await unit.session.get_one(Pair, pair_id)
    return before.status == State.ENDED_EARLY


async def draft(
    unit: Unit, organisation_id: int, kind: OrderKind, lines: Sequence[tuple[int, dict[str, Any]]]
) -> int:
    """Write an order: the heads and the curator get the document. Returns its id.

    Part of deeds that have checked the rights.
    """
    order = PairOrder(
        organisation_id=organisation_id,
        kind=kind,
        status=WAITING,
        prepared_by=unit.me,
        prepared_at=unit.now,
    )
    order_id = await queries.add(unit.session, order, lines)
    heads = await queries.holders(unit.session, organisation_id, Role.HEAD)
    curators = await queries.holders(unit.session, organisation_id, Role.CURATOR)
    # A consent of the last to be asked drafts an order too: then it is for all curators.
    mine = [one for one in curators if one.id == unit.me] or curators
    readers = dict.fromkeys(one.id for one in [*heads, *mine])
    rows = [
        notice(
            unit,
            unique=f"pair-order:{order_id}:{person_id}",
            message="pair-order",
            person_id=person_id,
            args={"order": order_id},
            kind=Kind.FILE,
        )
        for person_id in readers
    ]
    await plan(unit, rows)
    return order_id


@use_case(Permission.KEEP_PAIRS, target=owner(Pair, "pair_id"))
async def recall(unit: Unit, *, pair_id: int) -> int:
    """Take the order with this draft back from the desk. Returns how many drafts were in it."""
    return await take_back(unit, pair_id)


async def take_back(unit: Unit, pair_id: int) -> int:
    """`recall` without the door. Raises Refusal when the order waits no more."""
    order_id = await queries.waiting_with(unit.session, pair_id, BEGINNING)
    if order_id is None or not await queries.settle(
        unit.session, order_id, WITHDRAWN, by=unit.actor.person_id, now=unit.now
    ):
        raise Refusal("order-gone")
    lines = await queries.lines(unit.session, order_id)
    for line in lines:
        pair = await unit.session.get_one(Pair, line.pair_id)
        if pair.status == State.ORDERED:
            await move(unit, line.pair_id, Deed.RECALL)
    return len(lines)


@use_case(Permission.KEEP_PAIRS, target=owner(Pair, "pair_id"))
async def enter(unit: Unit, *, pair_id: int, number: str, day: date) -> None:
    """The order is there already: the draft works from today.

    A draft that stands in an order takes all of that order with it. Raises Refusal for a day to
    come, and for what is no draft.
    """
    check_day(unit, day)
    number = number[:NUMBER_LIMIT]
    pair = await unit.session.get_one(Pair, pair_id)
    order_id = await queries.waiting_with(unit.session, pair_id, BEGINNING)
    if order_id is not None:
        await _sign(unit, order_id, number, day)
    else:
        await begin_work(unit, pair_id, Deed.ACTIVATE)
        order = PairOrder(
            organisation_id=pair.organisation_id,
            kind=OrderKind.PAIRS,
            status=SIGNED,
            number=number,
            day=day,
            prepared_by=unit.me,
            prepared_at=unit.now,
            signed_by=unit.me,
            signed_at=unit.now,
        )
        await queries.add(unit.session, order, [(pair_id, {})])
    record(unit, pair.organisation_id, "signed", kind="pairs", number=number, day=day)


def check_day(unit: Unit, day: date) -> None:
    if day > unit.today():
        raise Refusal("sign-day-ahead")


async def _sign(unit: Unit, order_id: int, number: str, day: date) -> None:
    signed = await queries.settle(
        unit.session, order_id, SIGNED, by=unit.me, now=unit.now, number=number, day=day
    )
    if not signed:
        raise NotAllowed
    order = await unit.session.get_one(PairOrder, order_id)
    if order.kind not in BEGINNING:
        return
    for line in await queries.lines(unit.session, order_id):
        pair = await unit.session.get_one(Pair, line.pair_id)
        # One that was called off meanwhile stays so.
        if pair.status == State.ORDERED:
            await begin_work(unit, line.pair_id, Deed.SIGN)


async def begin_work(unit: Unit, pair_id: int, deed: Deed) -> None:
    """The pair works from today, and everybody in it is told."""
    pair = await move(unit, pair_id, deed)
    rows = await draft_queries.of_pair(unit.session, pair_id)
    people = [(row.PairMember.person_id, row.PairMember.side) for row in rows]
    await pairing.paired(unit, pair.organisation_id, people)
    await introduce(unit, pair_id)


@dataclass(frozen=True, slots=True)
class Order:
    """An order without a number."""

    id: int
    kind: OrderKind
    pairs: int


@use_case(Permission.KEEP_PAIRS, target=organisation("organisation_id"))
async def listed(unit: Unit, *, organisation_id: int) -> list[Order]:
    """The orders that wait for a number, for a curator who copies it from the paper."""
    rows = await queries.waiting(unit.session, organisation_id)
    return [Order(row.id, OrderKind(row.kind), row.pairs) for row in rows]


@use_case(Permission.KEEP_PAIRS, target=owner(PairOrder, "order_id"))
async def number(unit: Unit, *, order_id: int, number: str, day: date) -> None:
    """Copy the number and the day from the signed paper."""
    check_day(unit, day)
    order = await unit.session.get_one(PairOrder, order_id)
    await _sign(unit, order_id, number[:NUMBER_LIMIT], day)
    record(
        unit, order.organisation_id, "signed", kind="pairs", number=number[:NUMBER_LIMIT], day=day
    )


@use_case(Permission.SEE_ORDERS, target=owner(PairOrder, "order_id"))
async def send(unit: Unit, *, order_id: int) -> None:
    """Send the actor the document of an order."""
    await send_file(unit, "pair-order", order=order_id)


@desk("pairs")
class Orders:
    """Orders about pairs that have no number yet."""

    async def waiting(self, unit: Unit, organisation_id: int) -> list[Thing]:
        rows = await queries.waiting(unit.session, organisation_id)
        return [Thing("pairs", row.id, {"kind": row.kind, "count": row.pairs}) for row in rows]

    async def sign(
        self, unit: Unit, organisation_id: int, thing_id: int, number: str, day: date
    ) -> None:
        await _sign(unit, thing_id, number, day)
