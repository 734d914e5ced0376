"""Two records of one person made one: entered twice, or listed and then joined by a link.

The one with a chat stays. All that refers to the other refers to it afterwards (`db.merging`);
where both have the same thing, `merging_rules` says what stays.
"""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from sqlalchemy import and_, or_, select, update

from core.errors import NotAllowed, Refusal
from db import merging as rows
from db.models import (
    Base,
    Erasure,
    Invite,
    Joining,
    Membership,
    Pair,
    PairMember,
    Person,
    Profile,
    Representation,
)
from db.queries import bank as queries
from db.queries.pairs import exchanged
from mentoring import audit
from mentoring.access import owner, use_case
from mentoring.bank.entering import move
from mentoring.bank.indexing import reindex
from mentoring.bank.merging_rules import RULES
from mentoring.bank.roster_matching import likeness
from mentoring.bank.status import Status
from mentoring.bank.words import folded, wanted
from mentoring.people.naming import shown
from mentoring.privacy.disclosing import SHOWN
from mentoring.roles import Permission
from mentoring.unit import Unit

OFFERED = 8
_ALIKE = 70
_FIELDS = ("given", "phone", "birth_year")


class Why(StrEnum):
    """Why two records cannot be made one: the keys of `merge-no-<...>`."""

    CHATS = "chats"
    PAIR = "pair"
    # Each is in a running pair with the same people.
    PARTNER = "partner"
    FAMILY = "family"
    ELSEWHERE = "elsewhere"
    ERASURE = "erasure"


@dataclass(frozen=True, slots=True)
class Record:
    """One of the records, as a chat shows it."""

    profile_id: int
    name: str
    place: str
    connected: bool
    born: int | None


@dataclass(frozen=True, slots=True)
class Merging:
    """What would be done: `moved` is how many rows of each area (`data-area-<...>`) go over,
    `doubled` how many of each table both have, `filled` which fields are taken over."""

    stays: Record
    goes: Record
    moved: dict[str, int] = field(default_factory=dict)
    doubled: dict[str, int] = field(default_factory=dict)
    filled: tuple[str, ...] = ()
    why: Why | None = None


@use_case(Permission.KEEP_BANK, target=owner(Profile, "profile_id"))
async def alike(unit: Unit, *, profile_id: int, words: str = "") -> list[Record]:
    """Who of the school's banks may be the same person: by the words, else by name and year."""
    me = await unit.session.get_one(Profile, profile_id)
    person = await unit.session.get_one(Person, me.person_id)
    found = await queries.others(unit.session, me.organisation_id, me.person_id, wanted(words))
    scored = []
    for row in found:
        years = {person.birth_year, row.birth_year} - {None}
        score = likeness(person.name, row.name)
        if words or (score >= _ALIKE and len(years) < 2):
            scored.append((-score, row.id, row))
    people: dict[int, Record] = {}
    for _score, _id, row in sorted(scored, key=lambda one: one[:2]):
        people.setdefault(row.person_id, _record(unit, row.id, row, row.class_name or row.post))
    return list(people.values())[:OFFERED]


def _record(unit: Unit, profile_id: int, person: Any, place: str) -> Record:
    return Record(
        profile_id,
        shown(person, unit.today()),
        place,
        person.telegram_id is not None,
        person.birth_year,
    )


@use_case(Permission.KEEP_BANK, target=owner(Profile, "profile_id"))
async def preview(unit: Unit, *, profile_id: int, other_id: int) -> Merging:
    """What merging would do. Raises NotAllowed for somebody of another school, Refusal for a
    record that is no more, or that is this person's already."""
    (stays, keep), (goes, gone) = await _both(unit, profile_id, other_id)
    moved: dict[str, int] = {}
    for model, said in SHOWN.items():
        count = await rows.counted(unit.session, model.__table__, "person", gone.id)
        if count:
            moved[said.area] = moved.get(said.area, 0) + count
    doubled: dict[str, int] = {}
    for column in rows.referring("person"):
        pairs = await rows.doubled(unit.session, column, keep.id, gone.id)
        if pairs:
            doubled[column.table.name] = doubled.get(column.table.name, 0) + len(pairs)
    return Merging(
        stays=_record(unit, stays.id, keep, stays.class_name or stays.post),
        goes=_record(unit, goes.id, gone, goes.class_name or goes.post),
        moved=moved,
        doubled=doubled,
        filled=_filled(keep, gone),
        why=await _why_not(unit, stays.organisation_id, keep, gone),
    )


@use_case(Permission.KEEP_BANK, target=owner(Profile, "profile_id"))
async def merge(unit: Unit, *, profile_id: int, other_id: int) -> int:
    """Make both one. Returns the profile that stays. Raises what `preview` does, and Refusal where
    it says why not."""
    (stays, keep), (goes, gone) = await _both(unit, profile_id, other_id)
    place, keep_id, gone_id = stays.organisation_id, keep.id, gone.id
    why = await _why_not(unit, place, keep, gone)
    if why is not None:
        raise Refusal(f"merge-no-{why}")
    stays_id, goes_id = stays.id, goes.id
    taken = {name: getattr(gone, name) for name in _filled(keep, gone)}
    # A link of their own to a record that is no more.
    await unit.session.execute(
        update(Invite)
        .where(Invite.claims_id == gone_id, Invite.revoked_at.is_(None))
        .values(revoked_at=unit.now)
    )
    await _exchange_keys(unit, keep_id, gone_id)
    await unit.session.flush()
    table = Base.metadata.tables["person"]
    try:
        await rows.merge(unit.session, table, keep_id, gone_id, RULES)
    except rows.CannotMerge as both:
        raise Refusal(f"merge-no-{Why.PAIR}") from both
    if taken:
        await unit.session.execute(update(table).where(table.c.id == keep_id).values(taken))
    unit.session.expire_all()
    await _settle(unit, keep_id)
    audit.record(unit, place, "records-merged", subject_id=keep_id, gone=gone_id, profile=goes_id)
    return stays_id


def _filled(keep: Person, gone: Person) -> tuple[str, ...]:
    """What is taken over of the person: what is not known yet, and the fuller name."""
    fuller = set(folded(keep.name).split()) < set(folded(gone.name).split())
    return (
        *(("name",) if fuller else ()),
        *(name for name in _FIELDS if getattr(keep, name) is None and getattr(gone, name)),
    )


async def _both(
    unit: Unit, profile_id: int, other_id: int
) -> tuple[tuple[Profile, Person], tuple[Profile, Person]]:
    """The record that stays and the one that goes, both locked: the one with a chat stays, else
    the one that is open."""
    one = await unit.session.get_one(Profile, profile_id)
    other = await unit.session.get(Profile, other_id)
    if other is None:
        raise Refusal("merge-no-record")
    if other.organisation_id != one.organisation_id:
        raise NotAllowed
    if other.person_id == one.person_id:
        raise Refusal("merge-no-same")
    people = {
        person.id: person
        for person in await unit.session.scalars(
            select(Person)
            .where(Person.id.in_((one.person_id, other.person_id)))
            .order_by(Person.id)
            .with_for_update()
            .execution_options(populate_existing=True)
        )
    }
    if len(people) < 2:
        raise Refusal("merge-no-record")
    both = [(one, people[one.person_id]), (other, people[other.person_id])]
    both.sort(key=lambda pair: pair[1].telegram_id is None)
    return both[0], both[1]


async def _why_not(unit: Unit, organisation_id: int, keep: Person, gone: Person) -> Why | None:
    ids = (keep.id, gone.id)
    if keep.telegram_id is not None and gone.telegram_id is not None:
        return Why.CHATS
    planned = select(Erasure.id).where(
        Erasure.person_id.in_(ids), Erasure.done_at.is_(None), Erasure.cancelled_at.is_(None)
    )
    if keep.erased_at or gone.erased_at or await unit.session.scalar(planned.limit(1)):
        return Why.ERASURE
    for table in (Membership, Profile, Joining):
        there = select(table.id).where(
            table.person_id == gone.id, table.organisation_id != organisation_id
        )
        if await unit.session.scalar(there.limit(1)):
            return Why.ELSEWHERE
    family = or_(
        *(
            and_(Representation.representative_id == one, Representation.child_id == two)
            for one, two in (ids, ids[::-1])
        )
    )
    if await unit.session.scalar(select(Representation.id).where(family).limit(1)):
        return Why.FAMILY
    mine = select(PairMember.pair_id).where(PairMember.person_id == keep.id)
    common = select(PairMember.pair_id).where(
        PairMember.person_id == gone.id, PairMember.pair_id.in_(mine)
    )
    if await unit.session.scalar(common.limit(1)):
        return Why.PAIR
    pairs = await _pairs(unit, *ids)
    keys = [(pair.organisation_id, exchanged(pair.members_key or "", *ids)) for pair in pairs]
    return Why.PARTNER if len(set(keys)) < len(keys) else None


async def _pairs(unit: Unit, *people: int) -> list[Pair]:
    """The pairs of these people that are not over."""
    inside = select(PairMember.pair_id).where(PairMember.person_id.in_(people))
    query = select(Pair).where(Pair.id.in_(inside), Pair.members_key.is_not(None))
    return list(await unit.session.scalars(query))


async def _exchange_keys(unit: Unit, keep_id: int, gone_id: int) -> None:
    for pair in await _pairs(unit, gone_id):
        pair.members_key = exchanged(pair.members_key or "", keep_id, gone_id)


async def _settle(unit: Unit, person_id: int) -> None:
    """Whoever has a seat is only listed no more; the words that are searched are written anew."""
    profiles = await unit.session.scalars(select(Profile).where(Profile.person_id == person_id))
    seats = await unit.session.execute(
        select(Membership.organisation_id, Membership.role).where(
            Membership.person_id == person_id, Membership.ended_at.is_(None)
        )
    )
    held = {tuple(row) for row in seats}
    for profile in profiles.all():
        await reindex(unit, profile)
        if profile.status == Status.LISTED and (profile.organisation_id, profile.side) in held:
            await move(unit, [profile.id], Status.NEW)
