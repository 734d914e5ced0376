"""A meeting outside the school with an adult who is not of its staff needs a parent's yes.

It is asked for when the two sides have agreed, reminded of once, and can be given on paper. On the
morning of the day a meeting without it is called in: it stays, but not out there. In a group the
child without a yes stays away, the others go.
"""

from datetime import date
from enum import StrEnum

from core.errors import NotAllowed, Refusal
from db.models import Meeting, OutingConsent
from db.queries import meetings as past
from db.queries import outings as queries
from db.queries import representation, roll
from db.queries.telling import PAIR_MEMBERS, PAIR_SIDE, plan_for
from db.upsert import upserting
from mentoring import audit
from mentoring.access import oneself, owner, use_case
from mentoring.consent.rules import is_minor
from mentoring.meetings import outing_news
from mentoring.meetings.outing_news import said
from mentoring.meetings.status import Status
from mentoring.meetings.times import pair_of
from mentoring.notices import button, notice, plan
from mentoring.people.naming import shown
from mentoring.roles import Permission, Role
from mentoring.unit import Unit

YES, NO = "yes", "no"


class Setting(StrEnum):
    """Where a meeting is held."""

    SCHOOL = "school"
    ONLINE = "online"
    OUTSIDE = "outside"


class Channel(StrEnum):
    """How a yes was given."""

    CHAT = "chat"
    PAPER = "paper"


async def minors(unit: Unit, pair_id: int) -> list[int]:
    """The mentees of a pair who need a yes to be taken outside, for use cases; often nobody."""
    today = unit.today()
    rows = await queries.outsiders(unit.session, pair_id)
    # Of an unknown year a mentee is taken for a minor, a mentor for an adult: the careful ends.
    if not any(row.birth_year is None or not is_minor(row.birth_year, today) for row in rows):
        return []
    people = await past.people_of(unit.session, pair_id)
    return [
        row.person_id
        for row in people
        if row.side == Role.MENTEE and is_minor(row.birth_year, today)
    ]


@use_case(Permission.LOG_MEETING, target=oneself)
async def wanted(unit: Unit, *, pair_id: int) -> bool:
    """Whether a pair of the actor's needs a yes to meet outside. Raises NotAllowed for another."""
    await pair_of(unit, pair_id)
    return bool(await minors(unit, pair_id))


async def check_day(  # noqa: PLR0917
    unit: Unit, pair_id: int, setting: str, place: str, local_day: date, zone: str
) -> None:
    """Raises Refusal for an outing of this very day: nobody could be asked any more."""
    if setting != Setting.OUTSIDE or local_day > unit.today(zone):
        return
    children = await minors(unit, pair_id)
    if set(children) - (await queries.given(unit.session, pair_id, local_day, place)).keys():
        raise Refusal("outing-too-soon")


async def ask(unit: Unit, meeting: Meeting, was: Meeting | None = None) -> bool:
    """Ask whoever speaks for the minors of an outing that is agreed upon, for use cases.

    Whether there is an answer to wait for. A yes stands when only the hour was moved; another day
    or place is another outing. `was`: what a group's one was before.
    """
    children = await minors(unit, meeting.pair_id) if meeting.setting == Setting.OUTSIDE else []
    if not children:
        return False
    stands = await queries.given(unit.session, meeting.pair_id, meeting.held_on, meeting.place)
    rows = []
    for child in children:
        yes = stands.get(child)
        rows.append(
            {
                "organisation_id": meeting.organisation_id,
                "meeting_id": meeting.id,
                "child_id": child,
                "asked_at": unit.now,
                "channel": yes.channel if yes else Channel.CHAT,
                "answer": YES if yes else None,
                "answered_by": yes.answered_by if yes else None,
                "answered_at": yes.answered_at if yes else None,
            }
        )
    statement = upserting(unit.session, OutingConsent).values(rows)
    await unit.session.execute(
        statement.on_conflict_do_nothing(index_elements=["meeting_id", "child_id"])
    )
    asked = [child for child in children if child not in stands]
    await outing_news.ask(unit, meeting, asked, was)
    await outing_news.tell(
        unit, meeting, [child for child in children if child in stands], "outing-new-time"
    )
    return bool(asked)


@use_case(Permission.SEE_CHILD, target=oneself)
async def answer(unit: Unit, *, meeting_id: int, child_id: int, yes: bool) -> None:
    """A parent's word on an outing. A yes may be taken back till it begins, a no may not.

    Raises NotAllowed for somebody else's child, Refusal when there is nothing to answer any more.
    """
    if not await representation.speaks_for(unit.session, unit.me, child_id):
        raise NotAllowed
    await _settle(unit, meeting_id, child_id, yes=yes, channel=Channel.CHAT)


@use_case(Permission.KEEP_CONSENTS, target=owner(Meeting, "meeting_id"))
async def on_paper(unit: Unit, *, meeting_id: int, child_id: int) -> None:
    """The curator has the parent's yes on paper. Raises Refusal when it is not asked for."""
    await _settle(unit, meeting_id, child_id, yes=True, channel=Channel.PAPER)


async def _settle(
    unit: Unit, meeting_id: int, child_id: int, *, yes: bool, channel: Channel
) -> None:
    begins = await queries.of_child(unit.session, meeting_id, child_id)
    if begins is None or begins <= unit.now:
        raise Refusal("outing-settled")
    given = YES if yes else NO
    changed = await queries.answer(
        unit.session,
        meeting_id,
        child_id,
        [None] if yes else [None, YES],
        answer=given,
        answered_by=unit.me,
        answered_at=unit.now,
        channel=channel,
    )
    if not changed:
        # The same once more is no other word.
        if not any(
            row.child_id == child_id and row.answer == given
            for row in await queries.asked(unit.session, meeting_id)
        ):
            raise Refusal("outing-settled")
        return
    meeting = await unit.session.get_one(Meeting, meeting_id)
    audit.record(
        unit, meeting.organisation_id, "outing-answered", subject_id=child_id, answer=given
    )
    if not yes:
        await queries.withdraw(unit.session, meeting, child_id)
        await without(unit, meeting, child_id, by=unit.me)
    elif all(row.answer == YES for row in await queries.asked(unit.session, meeting_id)):
        row = notice(
            unit, unique=f"outing-agreed:{meeting_id}", message="outing-agreed", args=said(meeting)
        )
        await plan_for(unit.session, row, PAIR_SIDE, pair=meeting.pair_id, side=Role.MENTOR)
        unit.wakes.add("sender")


async def without(unit: Unit, meeting: Meeting, child_id: int, *, by: int) -> None:
    """No yes for a child: of a group they stay away, a meeting of two is called in. No check."""
    people = await past.people_of(unit.session, meeting.pair_id)
    group = [row for row in people if row.side == Role.MENTEE]
    if len(group) > 1:
        await roll.attend(
            unit.session,
            [
                {
                    "meeting_id": meeting.id,
                    "person_id": child_id,
                    "organisation_id": meeting.organisation_id,
                    "present": False,
                    "marked_by": by,
                    "marked_at": unit.now,
                }
            ],
        )
        [child] = [shown(row, unit.today()) for row in group if row.person_id == child_id]
        row = notice(
            unit,
            unique=f"outing-away:{meeting.id}:{child_id}",
            message="outing-away",
            args=said(meeting, child=child),
        )
        await plan_for(unit.session, row, PAIR_SIDE, pair=meeting.pair_id, side=Role.MENTOR)
        await plan(unit, [row | {"person_id": child_id, "unique_key": f"{row['unique_key']}:own"}])
    else:
        await queries.called_in(unit.session, meeting.id)
        row = notice(
            unit,
            unique=f"outing-in:{meeting.id}",
            message="outing-called-in",
            args=said(meeting),
            buttons=[
                button("plan-other-time", f"plan-other:{meeting.id}"),
                button("plan-decline", f"plan-no:{meeting.id}"),
            ],
        )
        await plan_for(unit.session, row, PAIR_MEMBERS, pair=meeting.pair_id)
    unit.wakes.add("sender")


async def tell_off(unit: Unit, meeting: Meeting) -> None:
    """Whoever expects the child to go hears that the outing is off or put off, for use cases."""
    rows = await queries.asked(unit.session, meeting.id)
    children = [row.child_id for row in rows if row.answer != NO]
    moved = "yes" if meeting.status == Status.MOVED else "no"
    await outing_news.tell(unit, meeting, children, "outing-off", moved=moved)
