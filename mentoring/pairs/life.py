"""What happens to a pair that works: pauses, its end and the day in which that can be undone."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from sqlalchemy import select

from core.errors import Refusal
from db.models import Pair, PairEvent
from db.queries import drafts as draft_queries
from db.queries import meeting_plans, pair_orders
from db.queries import pairs as queries
from db.queries.running import PAUSE
from db.queries.telling import PAIR_MEMBERS, plan_for
from mentoring.access import owner, use_case
from mentoring.bank import pairing
from mentoring.daily import daily
from mentoring.meetings import outings
from mentoring.notices import notice
from mentoring.pairs import grounds, orders
from mentoring.pairs.moving import begin, locked, move
from mentoring.pairs.people import names
from mentoring.pairs.states import OVER, Deed, State
from mentoring.roles import Permission, Role
from mentoring.unit import Unit

UNDO_WITHIN = timedelta(days=1)
# A longer pause is an end.
LONGEST_PAUSE = timedelta(days=183)
REASON_LIMIT = 300


async def tell_pair(
    unit: Unit,
    pair_id: int,
    message: str,
    *,
    unique: str,
    buttons: Iterable[dict[str, Any]] = (),
    **args: Any,
) -> None:
    """One message for everybody who takes part in a pair."""
    row = notice(
        unit, unique=f"{message}:{pair_id}:{unique}", message=message, args=args, buttons=buttons
    )
    await plan_for(unit.session, row, PAIR_MEMBERS, pair=pair_id)
    unit.wakes.add("sender")


@use_case(Permission.KEEP_PAIRS, target=owner(Pair, "pair_id"))
async def pause(unit: Unit, *, pair_id: int, until: date, reason: str = "") -> None:
    """Let a pair rest; on the day `until` it works again by itself.

    Raises Refusal for a day that is not ahead, or too far.
    """
    await rest(unit, pair_id, until, reason)


async def rest(unit: Unit, pair_id: int, until: date, reason: str = "") -> None:
    """See `pause`; for a use case that has checked the right."""
    if not unit.today() < until <= unit.today() + LONGEST_PAUSE:
        raise Refusal("pause-day", latest=unit.today() + LONGEST_PAUSE)
    pair = await move(unit, pair_id, Deed.PAUSE, reason=reason, until=until)
    pair.paused_until = until
    # Whoever asks for a pause means the meetings that are agreed upon first of all.
    for meeting in await meeting_plans.call_off(unit.session, pair_id, unit.now, until, PAUSE):
        await outings.tell_off(unit, meeting)
    await tell_pair(
        unit, pair_id, "pair-paused", unique=f"{unit.now:%Y%m%d%H%M}", until=_plain(until)
    )


def _plain(day: date) -> dict[str, str]:
    return {"date": day.isoformat()}


@use_case(Permission.KEEP_PAIRS, target=owner(Pair, "pair_id"))
async def resume(unit: Unit, *, pair_id: int) -> None:
    """End a pause before its day."""
    await _resume(unit, pair_id)


async def _resume(unit: Unit, pair_id: int) -> None:
    await move(unit, pair_id, Deed.RESUME)
    await tell_pair(unit, pair_id, "pair-resumed", unique=f"{unit.now:%Y%m%d%H%M}")


@daily
async def end_pauses(unit: Unit, organisation_id: int) -> None:
    """Pauses whose day has come are over."""
    query = select(Pair.id).where(
        Pair.organisation_id == organisation_id,
        Pair.status == State.PAUSED,
        Pair.paused_until <= unit.today(),
    )
    for pair_id in (await unit.session.scalars(query.order_by(Pair.id))).all():
        await _resume(unit, pair_id)


@use_case(Permission.KEEP_PAIRS, target=owner(Pair, "pair_id"))
async def reasons(unit: Unit, *, pair_id: int) -> tuple[str, ...]:
    """The grounds on which this pair may end early: keys, or the school's own words."""
    pair = await unit.session.get_one(Pair, pair_id)
    return await grounds.of_school(unit, pair.organisation_id)


@use_case(Permission.KEEP_PAIRS, target=owner(Pair, "pair_id"))
async def end(unit: Unit, *, pair_id: int, ground: str, reason: str = "") -> None:
    """End a pair early on a ground of the school's list, and draft the order about it.

    Raises Refusal for another ground, or when the pair does not run.
    """
    pair = await unit.session.get_one(Pair, pair_id)
    if ground not in await grounds.of_school(unit, pair.organisation_id):
        raise Refusal("ground-unknown")
    await finish(unit, pair_id, Deed.END, ground=ground, reason=reason)
    lines = [(pair_id, {"ground": ground})]
    await orders.draft(unit, pair.organisation_id, orders.OrderKind.EARLY_END, lines)


async def finish(
    unit: Unit, pair_id: int, deed: Deed, *, message: str | None = "pair-ended", **why: Any
) -> Pair:
    """The pair is over: everybody in it is told (unless `message` is None), who has no other one
    looks for one again."""
    rows = await draft_queries.of_pair(unit.session, pair_id)
    pair = await move(unit, pair_id, deed, **why)
    people = [(row.PairMember.person_id, row.PairMember.side) for row in rows]
    await pairing.parted(unit, pair.organisation_id, people)
    if message is None:
        return pair
    await tell_pair(
        unit,
        pair_id,
        message,
        unique=f"{unit.now:%Y%m%d%H%M}",
        mentors=names(rows, Role.MENTOR, unit.today()),
        mentees=names(rows, Role.MENTEE, unit.today()),
    )
    return pair


async def last_end(unit: Unit, pair_id: int) -> PairEvent | None:
    """The event that ended a pair, while it can be undone."""
    pair = await unit.session.get_one(Pair, pair_id)
    if pair.status not in OVER - {State.CANCELLED}:
        return None
    query = (
        select(PairEvent)
        .where(PairEvent.pair_id == pair_id, PairEvent.what.in_((Deed.END, Deed.COMPLETE)))
        .order_by(PairEvent.id.desc())
    )
    event: PairEvent | None = await unit.session.scalar(query.limit(1))
    return event if event is not None and event.at > unit.now - UNDO_WITHIN else None


@use_case(Permission.KEEP_PAIRS, target=owner(Pair, "pair_id"))
async def may_undo(unit: Unit, *, pair_id: int) -> bool:
    """Whether the pair is over by what can still be undone."""
    return await last_end(unit, pair_id) is not None


@use_case(Permission.KEEP_PAIRS, target=owner(Pair, "pair_id"))
async def undo_end(unit: Unit, *, pair_id: int) -> None:
    """An end that was a mistake: within a day the pair works again as it did.

    Raises Refusal later than that, and when its people have another pair together by now.
    """
    before = await locked(unit, pair_id)
    if await last_end(unit, pair_id) is None:
        raise Refusal("undo-late")
    until = before.paused_until
    pair = await move(unit, pair_id, Deed.UNDO)
    order_id = await pair_orders.waiting_with(
        unit.session, pair_id, (orders.OrderKind.EARLY_END, orders.OrderKind.RELIEF)
    )
    if order_id is not None and len(await pair_orders.lines(unit.session, order_id)) == 1:
        await pair_orders.settle(unit.session, order_id, orders.WITHDRAWN, by=unit.me, now=unit.now)
    people = [(one.person_id, one.side) for one in await queries.members(unit.session, pair_id)]
    await pairing.paired(unit, pair.organisation_id, people)
    if until is not None and until > unit.today():
        await move(unit, pair_id, Deed.PAUSE, until=until)
        pair.paused_until = until
    await tell_pair(unit, pair_id, "pair-undone", unique=f"{unit.now:%Y%m%d%H%M}")


@use_case(Permission.KEEP_PAIRS, target=owner(Pair, "pair_id"))
async def new_cycle(unit: Unit, *, pair_id: int) -> int:
    """A draft of the same people, going on from a pair that is over. Returns its id.

    Raises Refusal while it runs, when somebody has left the school, or they are a pair again.
    """
    pair = await unit.session.get_one(Pair, pair_id)
    if pair.status not in OVER:
        raise Refusal("pair-not-now", status=pair.status)
    present = await queries.members(unit.session, pair_id)
    sides = [(one.person_id, one.side) for one in present]
    seated = await queries.seated(unit.session, pair.organisation_id, sides)
    if len(seated) < len(sides):
        raise Refusal("cycle-gone")
    primary = next((one.person_id for one in present if one.is_primary), None)
    made = await begin(
        unit,
        Deed.PROPOSE,
        organisation_id=pair.organisation_id,
        sides=sides,
        programme_id=await queries.programme_of(unit.session, pair.organisation_id, sides),
        follows_id=pair_id,
        primary_id=primary,
    )
    if made is None:
        raise Refusal("pair-same-people")
    await pairing.paired(unit, pair.organisation_id, sides)
    return made
