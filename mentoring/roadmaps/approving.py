"""A draft is approved by an order: it lies with the head till it is signed or given back.

Who has no head in the bot brings the plan into force alone, and notes the order of the paper.
"""

from dataclasses import dataclass
from datetime import date

from core.errors import Refusal
from core.tokens import new_token
from db.models import Approval, Roadmap
from db.queries import approvals as queries
from db.queries import roadmaps
from mentoring.access import owner, use_case
from mentoring.letters import day as spoken_day
from mentoring.notices import button, notice, plan
from mentoring.roadmaps import confirming
from mentoring.roadmaps.confirming import Past
from mentoring.roadmaps.status import RoadmapStatus
from mentoring.roadmaps.wording import LINE_LIMIT, clip
from mentoring.roles import Permission, Role
from mentoring.signing import NUMBER_LIMIT, Thing, desk
from mentoring.unit import Unit

NOTE_LIMIT = 1000


@dataclass(frozen=True, slots=True)
class Standing:
    """How far the approval of a roadmap is."""

    with_head: bool
    number: str
    ordered_on: date | None


@use_case(Permission.KEEP_ROADMAP, target=owner(Roadmap, "roadmap_id"))
async def standing(unit: Unit, *, roadmap_id: int) -> Standing:
    """Whether it lies with the head, and the order that approved it."""
    found = await queries.approval(unit.session, roadmap_id)
    if found is None:
        return Standing(with_head=False, number="", ordered_on=None)
    return Standing(found.signed_at is None, found.number or "", found.ordered_on)


@use_case(Permission.KEEP_ROADMAP, target=owner(Roadmap, "roadmap_id"))
async def has_head(unit: Unit, *, roadmap_id: int) -> bool:
    """Whether somebody other than the actor is there to sign."""
    roadmap = await unit.session.get_one(Roadmap, roadmap_id)
    return any(head != unit.me for head in await _heads(unit, roadmap.organisation_id))


@use_case(Permission.KEEP_ROADMAP, target=owner(Roadmap, "roadmap_id"))
async def send(
    unit: Unit, *, roadmap_id: int, past: Past | None, day: date | None = None, keep: bool = False
) -> None:
    """Lay a draft before the head; what is settled here holds once it is signed.

    Sent again, it stays as it was. Refused as `confirming.confirm` is, and where there is no head.
    """
    roadmap = await roadmaps.locked(unit.session, roadmap_id)
    if await queries.approval(unit.session, roadmap_id) is not None:
        return
    await confirming.check(unit, roadmap, past=past, day=day, keep=keep)
    heads = await _heads(unit, roadmap.organisation_id)
    if not heads:
        raise Refusal("roadmap-no-head")
    unit.session.add(_approval(unit, roadmap, past, day, keep=keep))
    await unit.session.flush()
    rows = [
        notice(
            unit,
            unique=f"roadmap-sign:{roadmap_id}:{head}:{new_token()}",
            message="roadmap-to-sign",
            person_id=head,
            args={"title": clip(roadmap.title, LINE_LIMIT), "curator": unit.actor.name},
            buttons=[button("roadmap-to-sign-look", f"roadmap-remarking:{roadmap_id}")],
        )
        for head in heads
    ]
    await plan(unit, rows)


@use_case(Permission.KEEP_ROADMAP, target=owner(Roadmap, "roadmap_id"))
async def withdraw(unit: Unit, *, roadmap_id: int) -> None:
    """Take a draft back from the head, to go on with it."""
    await roadmaps.locked(unit.session, roadmap_id)
    await _take_back(unit, roadmap_id)


@use_case(Permission.SIGN, target=owner(Roadmap, "roadmap_id"))
async def give_back(unit: Unit, *, roadmap_id: int, note: str) -> None:
    """The head does not sign: the curators hear why."""
    roadmap = await roadmaps.locked(unit.session, roadmap_id)
    await _take_back(unit, roadmap_id)
    curators = await queries.holders(unit.session, roadmap.organisation_id, [Role.CURATOR], [])
    rows = [
        notice(
            unit,
            unique=f"roadmap-unsigned:{roadmap_id}:{one.person_id}:{new_token()}",
            message="roadmap-unsigned",
            person_id=one.person_id,
            args={"title": clip(roadmap.title, LINE_LIMIT), "note": note[:NOTE_LIMIT]},
            buttons=[button("roadmap-check", f"roadmap-review:{roadmap_id}")],
        )
        for one in curators
    ]
    await plan(unit, rows)


@use_case(Permission.KEEP_ROADMAP, target=owner(Roadmap, "roadmap_id"))
async def note_order(unit: Unit, *, roadmap_id: int, number: str, day: date) -> None:
    """Note the order on paper that approved a plan in force. Raises Refusal for a day to come."""
    roadmap = await roadmaps.locked(unit.session, roadmap_id)
    if roadmap.status != RoadmapStatus.CONFIRMED:
        raise Refusal("roadmap-draft-gone")
    if day > unit.today():
        raise Refusal("sign-day-ahead")
    found = await queries.approval(unit.session, roadmap_id)
    if found is None:
        found = _approval(unit, roadmap, None, None, keep=False)
        unit.session.add(found)
    _signed(unit, found, number, day)
    await unit.session.flush()


@desk("roadmap")
class Roadmaps:
    """Drafts that were laid before the head."""

    async def waiting(self, unit: Unit, organisation_id: int) -> list[Thing]:
        rows = await queries.waiting(unit.session, organisation_id)
        return [
            Thing(
                "roadmap",
                row.id,
                {"title": clip(row.title, LINE_LIMIT), "count": row.activities},
            )
            for row in rows
        ]

    async def sign(
        self, unit: Unit, organisation_id: int, thing_id: int, number: str, day: date
    ) -> None:
        """It comes into force; what passed while it lay there stays open, for it is overdue."""
        roadmap = await roadmaps.locked(unit.session, thing_id)
        found = await queries.approval(unit.session, thing_id)
        if found is None or roadmap.status != RoadmapStatus.DRAFT:
            raise Refusal("roadmap-draft-gone")
        past = Past(found.past) if found.past else Past.OPEN
        moved = max(found.past_day, unit.today()) if found.past_day else None
        await confirming.bring_into_force(unit, roadmap, past=past, day=moved, keep=found.keep)
        _signed(unit, found, number, day)
        await unit.session.flush()
        curators = await queries.holders(unit.session, organisation_id, [Role.CURATOR], [])
        rows = [
            notice(
                unit,
                unique=f"roadmap-signed:{thing_id}:{one.person_id}",
                message="roadmap-signed",
                person_id=one.person_id,
                args={
                    "title": clip(roadmap.title, LINE_LIMIT),
                    "number": number,
                    "day": spoken_day(day),
                },
                buttons=[button("roadmap-digest-open", f"roadmap-list:{organisation_id}")],
            )
            for one in curators
        ]
        await plan(unit, rows)


async def _heads(unit: Unit, organisation_id: int) -> list[int]:
    found = await queries.holders(unit.session, organisation_id, [Role.HEAD], [])
    return [one.person_id for one in found]


async def _take_back(unit: Unit, roadmap_id: int) -> None:
    found = await queries.approval(unit.session, roadmap_id)
    if found is None or found.signed_at is not None:
        raise Refusal("roadmap-not-with-head")
    await unit.session.delete(found)
    await unit.session.flush()


def _approval(
    unit: Unit, roadmap: Roadmap, past: Past | None, day: date | None, *, keep: bool
) -> Approval:
    return Approval(
        roadmap_id=roadmap.id,
        organisation_id=roadmap.organisation_id,
        past=past,
        past_day=day,
        keep=keep,
        sent_by=unit.me,
        sent_at=unit.now,
    )


def _signed(unit: Unit, found: Approval, number: str, day: date) -> None:
    found.number, found.ordered_on = number[:NUMBER_LIMIT], day
    found.signed_by, found.signed_at = unit.me, unit.now
