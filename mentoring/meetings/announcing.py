"""What the others are told of a meeting to come, and what comes by itself at its time."""

from datetime import date, datetime, timedelta
from itertools import count
from typing import Any
from zoneinfo import ZoneInfo

from db.models import Meeting
from db.queries import meeting_plans as queries
from db.queries import meetings as past
from db.queries.telling import MEETING_OTHERS, PAIR_SIDE, plan_for
from mentoring.letters import day, moment
from mentoring.meetings.repeats import said
from mentoring.notices import Kind, Lane, button, notice
from mentoring.people.naming import shown
from mentoring.roles import Role
from mentoring.unit import Unit

HOUR = timedelta(hours=1)
# The wish to be reminded once more, an hour before (`db.models.Wish`).
HOUR_BEFORE = "meeting_hour"


def local(meeting: Meeting) -> datetime:
    """When it begins, in the zone it was agreed in."""
    if meeting.starts_at is None or meeting.zone is None:
        raise LookupError("a meeting without a time was taken for one with it")
    return meeting.starts_at.astimezone(ZoneInfo(meeting.zone))


def _args(unit: Unit, meeting: Meeting, **more: Any) -> dict[str, Any]:
    begins = local(meeting)
    return {
        "who": shown(unit.actor, unit.today()),
        "day": day(begins.date()),
        "time": moment(begins),
        "minutes": meeting.minutes,
        "setting": meeting.setting,
        "place": meeting.place,
        "placed": "yes" if meeting.place else "no",
        **more,
    }


async def _tell_others(unit: Unit, meeting: Meeting, row: dict[str, Any]) -> None:
    await plan_for(
        unit.session, row, MEETING_OTHERS, pair=meeting.pair_id, me=unit.me, meeting=meeting.id
    )
    unit.wakes.add("sender")


async def tell_of_time(unit: Unit, meeting: Meeting, *, moved: bool, rule: str) -> None:
    """A time is proposed, or a group is told of one."""
    asked = meeting.status == "proposed"
    buttons = [
        button("plan-accept", f"plan-yes:{meeting.id}"),
        button("plan-other-time", f"plan-other:{meeting.id}"),
        button("plan-decline", f"plan-no:{meeting.id}"),
    ]
    row = notice(
        unit,
        unique=f"plan:{meeting.id}",
        message="plan-proposed" if asked else "plan-set",
        args=_args(
            unit, meeting, moved="yes" if moved else "no", **said(rule, local(meeting).date())
        ),
        buttons=buttons if asked else [*buttons[2:], button("plan-ics", f"plan-ics:{meeting.id}")],
    )
    await _tell_others(unit, meeting, row)


async def tell_accepted(unit: Unit, meeting: Meeting, *, waits: bool) -> None:
    """`waits`: a parent is still to say yes to it."""
    row = notice(
        unit,
        unique=f"plan-accepted:{meeting.id}",
        message="plan-accepted",
        args=_args(unit, meeting, waits="yes" if waits else "no"),
        buttons=[button("plan-ics", f"plan-ics:{meeting.id}")],
    )
    await _tell_others(unit, meeting, row)


async def tell_called_off(unit: Unit, meeting: Meeting) -> None:
    row = notice(
        unit,
        unique=f"plan-off:{meeting.id}",
        message="plan-called-off",
        args=_args(
            unit,
            meeting,
            reason=meeting.reason,
            missed="yes" if meeting.status == "missed" else "no",
        ),
        buttons=[button("plan-other-time", f"plan-new:{meeting.pair_id}")],
    )
    await _tell_others(unit, meeting, row)


async def tell_stays_away(unit: Unit, meeting: Meeting, reason: str) -> None:
    """One of a group does not come: its mentors are told."""
    row = notice(
        unit,
        unique=f"plan-away:{meeting.id}:{unit.me}",
        message="plan-stays-away",
        args=_args(unit, meeting, reason=reason),
    )
    await plan_for(unit.session, row, PAIR_SIDE, pair=meeting.pair_id, side=Role.MENTOR)
    unit.wakes.add("sender")


async def put_on_calendars(unit: Unit, meeting: Meeting) -> None:
    """What comes by itself: a reminder an hour before, for who asks, and the card at the end.

    Both are made when their time has come, so that one moved or called off is in neither.
    """
    begins = local(meeting)
    ends = begins + timedelta(minutes=meeting.minutes)
    for member in await past.people_of(unit.session, meeting.pair_id):
        await queries.put_off(
            unit.session,
            _waiting(
                unit,
                f"hour:{meeting.id}:{begins:%m%d%H%M}:{member.person_id}",
                "meeting-hour",
                member.person_id,
                {"meeting": meeting.id},
                begins - HOUR,
            ),
            begins - HOUR,
        )
        if member.side == Role.MENTOR:
            await _card_after(unit, member.person_id, begins.date(), ends)


async def _card_after(unit: Unit, mentor_id: int, on: date, ends: datetime) -> None:
    """One card for all of a mentor's meetings of a day, after the last.

    Those that are agreed upon when the card is out already get another one.
    """
    args = {"day": on.isoformat()}
    for number in count():
        unique = f"after:{mentor_id}:{on}" + (f":{number}" if number else "")
        row = _waiting(unit, unique, "meeting-after", mentor_id, args, ends)
        if await queries.put_off(unit.session, row, ends):
            return


def _waiting(  # noqa: PLR0917
    unit: Unit, unique: str, message: str, person_id: int, args: dict[str, Any], until: datetime
) -> dict[str, Any]:
    return notice(
        unit,
        unique=unique,
        message=message,
        person_id=person_id,
        args=args,
        kind=Kind.BUILT,
        lane=Lane.PERSONAL,
        held_until=until,
    )
