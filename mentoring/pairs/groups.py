"""Groups: several mentees or several mentors; who joins, who leaves, who answers for the pair."""

from dataclasses import dataclass
from typing import Any

from core.errors import NotAllowed, Refusal
from db.models import Pair, PairMember
from db.queries import drafts as queries
from db.queries import pairs as pair_queries
from mentoring.access import owner, use_case
from mentoring.bank import pairing
from mentoring.notices import tell
from mentoring.pairs import inviting
from mentoring.pairs.introducing import introduce
from mentoring.pairs.moving import locked, move, note, rekey
from mentoring.pairs.people import names
from mentoring.pairs.states import DRAFTS, OVER, RUNNING, Deed, State
from mentoring.people.naming import shown
from mentoring.roles import Permission, Role
from mentoring.unit import Unit

# More than these are a class, not a group, and no card would hold them.
MOST = 20


@dataclass(frozen=True, slots=True)
class Member:
    """One of those in a pair now."""

    id: int
    name: str
    side: Role
    is_primary: bool


@dataclass(frozen=True, slots=True)
class Group:
    """Who is in a pair; `over` when nobody can come or go any more."""

    status: State
    members: tuple[Member, ...]

    @property
    def over(self) -> bool:
        return self.status in OVER


@use_case(Permission.KEEP_PAIRS, target=owner(Pair, "pair_id"))
async def members(unit: Unit, *, pair_id: int) -> Group:
    """Who takes part, mentors first."""
    rows = await queries.of_pair(unit.session, pair_id)
    found = [
        Member(
            row.PairMember.person_id,
            shown(row, unit.today()),
            Role(row.PairMember.side),
            row.PairMember.is_primary,
        )
        for row in rows
    ]
    pair = await unit.session.get_one(Pair, pair_id)
    found.sort(key=lambda one: one.side != Role.MENTOR)
    return Group(State(pair.status), tuple(found))


@use_case(Permission.KEEP_PAIRS, target=owner(Pair, "pair_id"))
async def may_join(unit: Unit, *, pair_id: int, side: Role) -> list[tuple[int, str, int]]:
    """Who could join on a side: id, name, pairs; those with the fewest pairs first."""
    pair = await unit.session.get_one(Pair, pair_id)
    inside = {one.person_id for one in await pair_queries.members(unit.session, pair_id)}
    rows = await pair_queries.candidates(unit.session, pair.organisation_id, side)
    return [(row.id, shown(row, unit.today()), row.pairs) for row in rows if row.id not in inside]


@use_case(Permission.KEEP_PAIRS, target=owner(Pair, "pair_id"))
async def join(unit: Unit, *, pair_id: int, person_id: int, side: Role) -> None:
    """Take somebody into a group that runs, or into a draft, where they are asked like the others.

    Raises NotAllowed for somebody without that seat in the school, Refusal when they are in it, or
    nobody can come any more.
    """
    await add(unit, pair_id, person_id, side)


async def add(unit: Unit, pair_id: int, person_id: int, side: Role) -> None:
    """`join` without the door: for those who were invited and agreed."""
    pair = await locked(unit, pair_id)
    if pair.status in OVER or pair.status == State.ORDERED:
        raise Refusal("pair-not-now", status=pair.status)
    sides = [(person_id, str(side))]
    if not await pair_queries.seated(unit.session, pair.organisation_id, sides):
        raise NotAllowed
    present = await pair_queries.members(unit.session, pair_id)
    if any(one.person_id == person_id for one in present):
        raise Refusal("group-inside")
    if len(present) >= MOST:
        raise Refusal("group-full", most=MOST)
    await _put_in(unit, pair, person_id, side)
    await rekey(unit, pair)
    await pairing.paired(unit, pair.organisation_id, sides)
    note(unit, pair, "join", before=pair.status, member_id=person_id, side=str(side))
    await unit.session.flush()
    if pair.status in DRAFTS:
        await _ask_newcomer(unit, pair, person_id)
        return
    await introduce(unit, pair_id, only=person_id)
    await _tell_others(unit, pair, person_id, "group-joined")


async def _put_in(unit: Unit, pair: Pair, person_id: int, side: Role) -> None:
    """Whoever has been in it before comes back to their own row."""
    member = await unit.session.get(PairMember, (pair.id, person_id))
    if member is None:
        member = PairMember(pair_id=pair.id, person_id=person_id)
        unit.session.add(member)
    member.side, member.is_primary = side, False
    member.joined_on, member.left_on = unit.today(), None
    member.answer, member.answered_at, member.reason = None, None, ""
    await unit.session.flush()


async def _ask_newcomer(unit: Unit, pair: Pair, person_id: int) -> None:
    if pair.status == State.AGREED:
        await move(unit, pair.id, Deed.REOPEN)
    if pair.asked_on is not None:
        await inviting.send(unit, pair, only=person_id)


async def _tell_others(unit: Unit, pair: Pair, person_id: int, message: str) -> None:
    rows = await queries.of_pair(unit.session, pair.id)
    who = await _named(unit, pair.id, person_id)
    for row in rows:
        other = row.PairMember.person_id
        if other != person_id:
            await tell(
                unit,
                other,
                message,
                unique=f"{message}:{pair.id}:{person_id}:{other}:{unit.now:%Y%m%d%H%M%S}",
                args={"who": who},
            )


async def _named(unit: Unit, pair_id: int, person_id: int) -> str:
    rows = await pair_queries.one(unit.session, pair_id)
    row = next(row for row in rows if row.person_id == person_id)
    return shown(row, unit.today())


@use_case(Permission.KEEP_PAIRS, target=owner(Pair, "pair_id"))
async def leave(unit: Unit, *, pair_id: int, person_id: int) -> None:
    """Let somebody out of a group; their meetings and the history stay.

    Raises Refusal for the last of a side: that is the end of the pair, and has a ground.
    """
    await let_go(unit, pair_id, person_id)


async def let_go(unit: Unit, pair_id: int, person_id: int, **why: Any) -> None:
    """`leave` without the door; `why` goes into the history (ground, reason)."""
    pair = await locked(unit, pair_id)
    present = await pair_queries.members(unit.session, pair_id)
    member = next((one for one in present if one.person_id == person_id), None)
    if member is None:
        raise NotAllowed
    if pair.status in OVER or pair.status == State.ORDERED:
        raise Refusal("pair-not-now", status=pair.status)
    staying = [one for one in present if one.side == member.side and one is not member]
    if not staying:
        raise Refusal("group-last")
    member.left_on = unit.today()
    if member.is_primary:
        member.is_primary, staying[0].is_primary = False, True
    note(unit, pair, "leave", before=pair.status, member_id=person_id, **why)
    await rekey(unit, pair)
    await pairing.parted(unit, pair.organisation_id, [(person_id, member.side)])
    if pair.status in RUNNING:
        rows = await queries.of_pair(unit.session, pair_id)
        await tell(
            unit,
            person_id,
            "group-left-self",
            unique=f"group-left-self:{pair_id}:{unit.now:%Y%m%d%H%M%S}",
            args={"others": names(rows, Role.MENTOR, unit.today())},
        )
        await _tell_others(unit, pair, person_id, "group-left")
    elif pair.status == State.PROPOSED and pair.asked_on is not None:
        await inviting.check_all(unit, pair_id)


@use_case(Permission.KEEP_PAIRS, target=owner(Pair, "pair_id"))
async def make_primary(unit: Unit, *, pair_id: int, person_id: int) -> None:
    """Of several mentors, this one answers for the pair. Raises NotAllowed for anybody else."""
    pair = await locked(unit, pair_id)
    present = await pair_queries.members(unit.session, pair_id)
    mentors = [one for one in present if one.side == Role.MENTOR]
    if person_id not in {one.person_id for one in mentors} or pair.status in OVER:
        raise NotAllowed
    for one in mentors:
        one.is_primary = one.person_id == person_id
    note(unit, pair, "primary", before=pair.status, member_id=person_id)
    await unit.session.flush()
