"""A meeting for the calendar on somebody's phone, and the wish to be reminded an hour before."""

from collections.abc import Sequence

from sqlalchemy import delete

from db.models import Wish
from db.queries import meeting_plans as queries
from db.upsert import upserting
from documents.calendar_file import Appointment, appointments
from mentoring.access import oneself, use_case
from mentoring.files import Made, file_maker, send_file
from mentoring.letters import spoken
from mentoring.meetings import plans, series
from mentoring.meetings.announcing import HOUR_BEFORE
from mentoring.meetings.repeats import said
from mentoring.meetings.status import AHEAD, Status
from mentoring.roles import GRANTS, Permission
from mentoring.unit import Unit
from mentoring.words import words_in


@use_case(Permission.LOG_MEETING, target=oneself)
async def send(unit: Unit, *, meeting_id: int) -> None:
    """Send the actor the .ics file of a meeting of theirs."""
    await plans.plan(unit, meeting_id=meeting_id)
    await send_file(unit, "meeting-ics", meeting=meeting_id)


@file_maker("meeting-ics")
async def make(unit: Unit, _person_id: int, args: dict[str, int]) -> Made | None:
    plan = await plans.plan(unit, meeting_id=args["meeting"])
    if plan.status not in AHEAD:
        return None
    titles = _titles(unit, [plan])
    found = await series.entries(unit, [plan], titles)
    data = appointments(titles[plan.id], found, made_at=unit.now)
    day = plan.local.date()
    if plan.rule:
        return Made("meetings.ics", data, "ics-caption-round", spoken(said(plan.rule, day)))
    return Made("meeting.ics", data, "ics-caption", {"day": day})


async def agreed(unit: Unit) -> list[Appointment]:
    """The actor's meetings that both sides have agreed to; nobody else's, and no partner's reason
    or note: a calendar is read by the phone's other programs too."""
    if not any(Permission.LOG_MEETING in GRANTS[seat.role] for seat in unit.actor.seats):
        return []
    mine = [plan for plan in await plans.mine(unit) if plan.status is Status.PLANNED]
    return await series.entries(unit, mine, _titles(unit, mine))


def _titles(unit: Unit, mine: Sequence[plans.Plan]) -> dict[int, str]:
    words = words_in(unit.actor.locale)
    return {plan.id: words.plain("ics-meeting", who=", ".join(plan.partners)) for plan in mine}


@use_case(Permission.LOG_MEETING, target=oneself)
async def hour_before(unit: Unit) -> bool:
    """Whether the actor has asked to be reminded an hour before."""
    return HOUR_BEFORE in await queries.wishes(unit.session, unit.me)


@use_case(Permission.LOG_MEETING, target=oneself)
async def wish_hour_before(unit: Unit, *, on: bool) -> None:
    """Ask for it, or do without."""
    if on:
        statement = upserting(unit.session, Wish).values(person_id=unit.me, kind=HOUR_BEFORE)
        await unit.session.execute(statement.on_conflict_do_nothing())
        return
    await unit.session.execute(
        delete(Wish).where(Wish.person_id == unit.me, Wish.kind == HOUR_BEFORE)
    )
