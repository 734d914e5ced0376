"""A meeting to come: one side proposes a time, the other accepts, proposes another or declines.

All times are kept as instants, agreed in the zone of the pair's school.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from core.errors import NotAllowed, Refusal
from db.models import Meeting, MeetingSlot
from db.queries import meeting_plans as queries
from db.queries import meeting_records as records
from db.queries import meeting_slots
from db.queries import meetings as past
from db.types import AnyRow
from mentoring.access import oneself, use_case
from mentoring.meetings import announcing, attendance, outings, plans
from mentoring.meetings.cycle import KINDS, next_kind
from mentoring.meetings.meetings import LONGEST_MINUTES, SHORTEST_MINUTES, USUAL_MINUTES
from mentoring.meetings.outings import Setting
from mentoring.meetings.plans import Plan
from mentoring.meetings.repeats import parse
from mentoring.meetings.status import AHEAD, Status
from mentoring.meetings.times import pair_of
from mentoring.pairs.states import RUNNING, State
from mentoring.roles import Permission, Role
from mentoring.unit import Unit

# A meeting further off is a slip of the year.
FURTHEST = timedelta(days=200)
PLACE_LIMIT = 300
REASON_LIMIT = 300
# Who came late to the card may still tell of a meeting for so long.
TOLD_FOR = timedelta(days=30)


@use_case(Permission.LOG_MEETING, target=oneself)
async def propose(
    unit: Unit,
    *,
    pair_id: int,
    starts_at: datetime,
    minutes: int = USUAL_MINUTES,
    place: str = "",
    setting: Setting = Setting.SCHOOL,
    rule: str = "",
    kind: str = "",
    instead_of: int = 0,
    reason: str = "",
) -> int:
    """Propose a time to the other side, in place of another meeting perhaps. Returns its id.

    A mentor's group is told, not asked. `rule`: when it comes round (`repeats`). `kind`: where it
    is known, else what comes next. The same time twice is one proposal. Raises Refusal for a time
    gone by or far off, and for a pair that does not run.
    """
    pair = await pair_of(unit, pair_id)
    _check(unit, pair, starts_at, minutes)
    place, reason = place.strip()[:PLACE_LIMIT], reason.strip()[:REASON_LIMIT]
    there = await queries.same(unit.session, pair_id, starts_at)
    what = (minutes, place, setting)
    if there is not None and (
        there.id != instead_of or (not rule and what == (there.minutes, there.place, there.setting))
    ):
        return int(there.id)
    zone = await queries.zone_of(unit.session, pair.organisation_id)
    local = starts_at.astimezone(ZoneInfo(zone))
    if pair.status == State.PAUSED and pair.paused_until and local.date() < pair.paused_until:
        raise Refusal("plan-paused", until=pair.paused_until)
    await outings.check_day(unit, pair_id, setting, place, local.date(), zone)
    kind = await _kind(unit, pair_id, instead_of, kind)
    people = await past.people_of(unit.session, pair_id)
    told_only = pair.side == Role.MENTOR and _mentees(people) > 1
    old = await _replace(unit, instead_of, reason) if instead_of else None
    if old is not None and old.slot_id is not None and rule:
        await _replace_round(unit, old.slot_id, reason)
    slot = await _slot(unit, pair, pair_id, local, rule, minutes, setting, place) if rule else None
    ordinal = 1
    if told_only:
        ordinal = await records.next_ordinal(unit.session, pair_id, local.date(), kind)
    meeting = Meeting(
        organisation_id=pair.organisation_id,
        pair_id=pair_id,
        status=Status.PLANNED if told_only else Status.PROPOSED,
        ordinal=ordinal,
        held_on=local.date(),
        starts_at=starts_at,
        zone=zone,
        minutes=minutes,
        kind=kind,
        setting=setting,
        place=place,
        note="",
        slot_id=slot,
        logged_by=unit.me,
        logged_at=unit.now,
    )
    unit.session.add(meeting)
    await unit.session.flush()
    await announcing.tell_of_time(unit, meeting, moved=bool(instead_of), rule=rule)
    if told_only:
        await announcing.put_on_calendars(unit, meeting)
        await outings.ask(unit, meeting, old)
    # A group's new outing says itself what was before.
    if old is not None and not (told_only and setting == Setting.OUTSIDE):
        await outings.tell_off(unit, old)
    return meeting.id


def _check(unit: Unit, pair: AnyRow, starts_at: datetime, minutes: int) -> None:
    if pair.status not in RUNNING:
        raise Refusal("meeting-pair-over" if pair.ended_on else "meeting-pair-not-begun")
    if starts_at <= unit.now:
        raise Refusal("plan-past")
    if starts_at > unit.now + FURTHEST:
        raise Refusal("plan-too-far", days=FURTHEST.days)
    if not SHORTEST_MINUTES <= minutes <= LONGEST_MINUTES:
        raise Refusal("meeting-minutes", shortest=SHORTEST_MINUTES, longest=LONGEST_MINUTES)


async def _slot(  # noqa: PLR0917
    unit: Unit,
    pair: AnyRow,
    pair_id: int,
    local: datetime,
    rule: str,
    minutes: int,
    setting: str,
    place: str,
) -> int:
    slot = MeetingSlot(
        organisation_id=pair.organisation_id,
        pair_id=pair_id,
        rule=parse(rule).rule,
        starts_on=local.date(),
        minute=local.hour * 60 + local.minute,
        zone=str(local.tzinfo),
        minutes=minutes,
        setting=setting,
        place=place,
        created_by=unit.me,
        created_at=unit.now,
    )
    unit.session.add(slot)
    await unit.session.flush()
    return slot.id


async def _kind(unit: Unit, pair_id: int, instead_of: int, told: str) -> str:
    """Of a meeting that is moved its own, else the one told, else what comes next."""
    if instead_of:
        old = await unit.session.get(Meeting, instead_of)
        if old is None or old.pair_id != pair_id:
            raise NotAllowed
        return old.kind
    if told in KINDS:
        return told
    rows = await past.pairs_of(unit.session, unit.me)
    return next_kind([row.kind for row in rows if row.id == pair_id and row.kind])


async def _replace(unit: Unit, meeting_id: int, reason: str) -> Meeting:
    changed = await records.set_status(
        unit.session,
        meeting_id,
        AHEAD,
        status=Status.MOVED,
        reason=reason,
        logged_by=unit.me,
        logged_at=unit.now,
    )
    if not changed:
        raise Refusal("plan-settled")
    return await unit.session.get_one(Meeting, meeting_id, populate_existing=True)


async def _replace_round(unit: Unit, slot_id: int, reason: str) -> None:
    """Another time to come round: what was still ahead of the one before goes with it."""
    await meeting_slots.end_slot(unit.session, slot_id, unit.now)
    for _slot, meeting in await meeting_slots.of_slots(unit.session, [slot_id]):
        begins = meeting.starts_at
        if meeting.status in AHEAD and begins is not None and begins > unit.now:
            await outings.tell_off(unit, await _replace(unit, meeting.id, reason))


@use_case(Permission.LOG_MEETING, target=oneself)
async def accept(unit: Unit, *, meeting_id: int) -> Plan:
    """Agree to a time the other side has proposed; agreed twice, it is agreed.

    Raises Refusal when it is withdrawn or gone by.
    """
    found = await plans.of(unit, meeting_id)
    if found.status is Status.PLANNED:
        return found
    if found.mine and found.status is Status.PROPOSED:
        raise Refusal("plan-own")
    if found.starts_at <= unit.now:
        raise Refusal("plan-past")
    await outings.check_day(
        unit, found.pair_id, found.setting, found.place, found.local.date(), found.zone
    )
    day, kind = found.local.date(), found.kind
    changed = await records.set_status(
        unit.session,
        meeting_id,
        [Status.PROPOSED],
        status=Status.PLANNED,
        ordinal=await records.next_ordinal(unit.session, found.pair_id, day, kind),
        logged_by=unit.me,
        logged_at=unit.now,
    )
    if not changed:
        raise Refusal("plan-settled")
    meeting = await unit.session.get_one(Meeting, meeting_id, populate_existing=True)
    waits = await outings.ask(unit, meeting)
    await announcing.tell_accepted(unit, meeting, waits=waits)
    await announcing.put_on_calendars(unit, meeting)
    return await plans.of(unit, meeting_id)


@use_case(Permission.LOG_MEETING, target=oneself)
async def call_off(unit: Unit, *, meeting_id: int, reason: str) -> None:
    """Cancel or decline a meeting ahead; one whose time is over was missed. The others are told.

    One mentee of a group only stays away: the others meet. Raises Refusal when it is settled
    already, and without a reason.
    """
    found = await plans.of(unit, meeting_id)
    reason = reason.strip()
    if not reason:
        raise Refusal("plan-reason-needed")
    over = found.starts_at <= unit.now
    if over and found.starts_at < unit.now - TOLD_FOR:
        raise Refusal("plan-settled")
    people = await past.people_of(unit.session, found.pair_id)
    if found.side is Role.MENTEE and _mentees(people) > 1:
        if found.status not in AHEAD:
            raise Refusal("plan-settled")
        await attendance.mark_myself_away(unit, meeting_id)
        meeting = await unit.session.get_one(Meeting, meeting_id)
        await announcing.tell_stays_away(unit, meeting, reason[:REASON_LIMIT])
        return
    changed = await records.set_status(
        unit.session,
        meeting_id,
        AHEAD,
        status=Status.MISSED if over else Status.CANCELLED,
        reason=reason[:REASON_LIMIT],
        logged_by=unit.me,
        logged_at=unit.now,
    )
    if not changed:
        raise Refusal("plan-settled")
    meeting = await unit.session.get_one(Meeting, meeting_id, populate_existing=True)
    await announcing.tell_called_off(unit, meeting)
    if not over:
        await outings.tell_off(unit, meeting)


@use_case(Permission.LOG_MEETING, target=oneself)
async def stop_repeating(unit: Unit, *, meeting_id: int) -> None:
    """No more meetings come of the time that this one comes from."""
    found = await plans.of(unit, meeting_id)
    if found.slot_id is not None:
        await meeting_slots.end_slot(unit.session, found.slot_id, unit.now)


def _mentees(people: Sequence[AnyRow]) -> int:
    return sum(1 for row in people if row.side == Role.MENTEE)
