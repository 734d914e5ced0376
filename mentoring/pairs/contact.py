"""How the people of a pair reach each other: phones only when both sides agree, a video link."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from core.errors import Refusal
from db.models import Pair, Person
from db.queries import applications, pair_orders
from db.queries import drafts as queries
from db.types import AnyRow
from mentoring.access import oneself, use_case
from mentoring.audit import record
from mentoring.notices import button
from mentoring.pairs.applications import mine
from mentoring.pairs.life import tell_pair
from mentoring.pairs.moving import note
from mentoring.pairs.people import names, other_side
from mentoring.pairs.states import State
from mentoring.people.naming import shown
from mentoring.roles import Permission, Role
from mentoring.surveys import parsing
from mentoring.unit import Unit

LINK_LIMIT = 300


@dataclass(frozen=True, slots=True)
class MyPair:
    """A running pair as one of its people sees it."""

    id: int
    status: State
    side: Role
    is_primary: bool
    others: str
    beside: str
    started_on: date
    ends_on: date | None
    paused_until: date | None
    order: str
    order_on: date | None


@dataclass(frozen=True, slots=True)
class Contact:
    """What a member may know to reach the others."""

    others: str
    video_link: str
    shares: bool
    # The actor's own number; empty: none is known.
    phone: str
    # "name: number" of the others, once both sides share.
    phones: tuple[str, ...]


@use_case(Permission.TAKE_PART, target=oneself)
async def my_pairs(unit: Unit) -> list[tuple[int, str]]:
    """The running pairs of the actor: id, the people of the other side."""
    found = []
    for row in await applications.pairs_of(unit.session, unit.me):
        rows = await queries.of_pair(unit.session, row.Pair.id)
        found.append((row.Pair.id, names(rows, other_side(row.side), unit.today())))
    return found


@use_case(Permission.TAKE_PART, target=oneself)
async def card(unit: Unit, *, pair_id: int) -> MyPair:
    """One's own pair. Raises NotAllowed for somebody else's, Refusal when it does not run."""
    pair, member = await mine(unit, pair_id)
    rows = await queries.of_pair(unit.session, pair_id)
    signed = await pair_orders.of_pair(unit.session, pair_id)
    beside = [
        shown(row, unit.today())
        for row in rows
        if row.PairMember.side == member.side and row.PairMember.person_id != unit.me
    ]
    return MyPair(
        id=pair_id,
        status=State(pair.status),
        side=Role(member.side),
        is_primary=member.is_primary,
        others=names(rows, other_side(member.side), unit.today()),
        beside=", ".join(beside),
        started_on=pair.started_on,
        ends_on=pair.ends_on or rows[0].season_ends_on,
        paused_until=pair.paused_until,
        order=(signed[0].number or "") if signed else "",
        order_on=signed[0].day if signed else None,
    )


@use_case(Permission.TAKE_PART, target=oneself)
async def reach(unit: Unit, *, pair_id: int) -> Contact:
    """How to reach the others of one's pair."""
    pair, member = await mine(unit, pair_id)
    rows = await queries.of_pair(unit.session, pair_id)
    others = [row for row in rows if row.PairMember.side != member.side]
    phones = await _phones(unit, others) if member.shares_phone else ()
    if phones:
        record(unit, pair.organisation_id, "phones-seen", pair=pair_id)
    me = await unit.session.get_one(Person, unit.me)
    return Contact(
        others=names(rows, other_side(member.side), unit.today()),
        video_link=pair.video_link,
        shares=member.shares_phone,
        phone=me.phone or "",
        phones=phones,
    )


async def _phones(unit: Unit, others: list[AnyRow]) -> tuple[str, ...]:
    found = []
    for row in others:
        person = await unit.session.get_one(Person, row.PairMember.person_id)
        if row.PairMember.shares_phone and person.phone:
            found.append(f"{shown(row, unit.today())}: {person.phone}")
    return tuple(found)


@use_case(Permission.TAKE_PART, target=oneself)
async def share(unit: Unit, *, pair_id: int, agrees: bool) -> None:
    """Let the other side see one's phone once they do the same, or take that back.

    Raises Refusal while no number is known.
    """
    pair, member = await mine(unit, pair_id)
    me = await unit.session.get_one(Person, unit.me)
    if agrees and not me.phone:
        raise Refusal("contact-no-phone")
    if member.shares_phone == agrees:
        return
    member.shares_phone = agrees
    note(unit, pair, "phone", before=pair.status, member_id=unit.me, shares=agrees)
    rows = await queries.of_pair(unit.session, pair_id)
    sides = {row.PairMember.side for row in rows if row.PairMember.shares_phone}
    if agrees and len(sides) == 2:
        unique = f"{unit.now:%Y%m%d%H%M%S}"
        look = button("pair-contact", f"contact:{pair_id}")
        await tell_pair(unit, pair_id, "contact-both", unique=unique, buttons=[look])


@use_case(Permission.TAKE_PART, target=oneself)
async def put(unit: Unit, *, pair_id: int, text: str) -> str:
    """Keep what was typed: a link for video calls, or one's own number. Returns which it was.

    Raises Refusal for anything else.
    """
    pair, _member = await mine(unit, pair_id)
    if _is_link(text):
        await _link(unit, pair, text)
        return "link"
    try:
        number = parsing.phone(text)
    except Refusal as error:
        raise Refusal("contact-what") from error
    me = await unit.session.get_one(Person, unit.me)
    me.phone = number
    record(unit, pair.organisation_id, "phone-given", subject_id=unit.me)
    return "phone"


def _is_link(text: str) -> bool:
    found = urlsplit(text)
    return found.scheme == "https" and bool(found.hostname) and " " not in text


async def _link(unit: Unit, pair: Pair, text: str) -> None:
    if len(text) > LINK_LIMIT:
        raise Refusal("input-too-long", limit=LINK_LIMIT, length=len(text))
    pair.video_link = text
    note(unit, pair, "link", before=pair.status, member_id=unit.me)
    await tell_pair(
        unit, pair.id, "contact-link-told", unique=f"{unit.now:%Y%m%d%H%M%S}", link=text
    )
