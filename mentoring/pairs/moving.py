"""The only place where a pair's state changes: by the table, with a line of history."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select

from core.errors import NotAllowed, Refusal
from db.models import Pair, PairEvent
from db.queries import pairs as queries
from mentoring.letters import plain
from mentoring.pairs.states import OVER, RUNNING, Deed, State, after
from mentoring.unit import Unit


async def locked(unit: Unit, pair_id: int) -> Pair:
    """The pair as it is now; whoever else changes it waits. Raises NotAllowed without one."""
    query = select(Pair).where(Pair.id == pair_id).with_for_update()
    pair = await unit.session.scalar(query.execution_options(populate_existing=True))
    if pair is None:
        raise NotAllowed
    return pair


async def begin(
    unit: Unit,
    deed: Deed,
    *,
    organisation_id: int,
    sides: Sequence[tuple[int, str]],
    programme_id: int | None = None,
    follows_id: int | None = None,
    primary_id: int | None = None,
    **args: Any,
) -> int | None:
    """A new pair of these (person id, side); None when the same people have one that is not over.

    `primary_id` names the mentor who answers for it, else the first one does.
    """
    state = after(None, deed)
    pair_id = await queries.insert_pair(
        unit.session,
        organisation_id=organisation_id,
        sides=sides,
        status=state,
        programme_id=programme_id,
        follows_id=follows_id,
        primary_id=primary_id,
        created_by=unit.me,
        started_on=unit.today(),
        now=unit.now,
    )
    if pair_id is not None:
        pair = await unit.session.get_one(Pair, pair_id)
        note(unit, pair, deed, before=None, **args)
        await unit.session.flush()
    return pair_id


async def move(
    unit: Unit, pair_id: int, deed: Deed, *, ground: str = "", reason: str = "", **args: Any
) -> Pair:
    """Do a deed to a pair. Raises Refusal when it is in no state for that."""
    pair = await locked(unit, pair_id)
    before = State(pair.status)
    pair.status = now = after(before, deed)
    if now not in {State.PAUSED, *OVER}:
        pair.paused_until = None
    if now in RUNNING and before not in {*RUNNING, *OVER}:
        pair.started_on = unit.today()
    if now in OVER:
        pair.ended_on, pair.members_key = unit.today(), None
    elif before in OVER:
        pair.ended_on = None
        await rekey(unit, pair)
    note(unit, pair, deed, before=before, ground=ground, reason=reason, **args)
    await unit.session.flush()
    return pair


async def rekey(unit: Unit, pair: Pair) -> None:
    """Who is in it has changed. Raises Refusal where the same people have another pair."""
    await unit.session.flush()
    key = await queries.key_of(unit.session, pair.id)
    if key is None:
        raise Refusal("pair-same-people")
    pair.members_key = key


def note(
    unit: Unit,
    pair: Pair,
    what: str,
    *,
    before: str | None,
    member_id: int | None = None,
    ground: str = "",
    reason: str = "",
    **args: Any,
) -> None:
    """A line of the pair's history; `before` is its state till now."""
    unit.session.add(
        PairEvent(
            organisation_id=pair.organisation_id,
            pair_id=pair.id,
            what=what,
            before=before,
            after=pair.status,
            actor_id=unit.actor.person_id,
            member_id=member_id,
            ground=ground,
            reason=reason,
            args=plain(args),
            at=unit.now,
        )
    )
