"""A meeting for the calendar on somebody's phone, and the wish to be reminded an hour before."""

from sqlalchemy import delete

from db.models import Wish
from db.queries import meeting_plans as queries
from db.upsert import upserting
from documents.calendar_file import Appointment, appointments
from mentoring.access import oneself, use_case
from mentoring.files import Made, file_maker, send_file
from mentoring.meetings import plans
from mentoring.meetings.announcing import HOUR_BEFORE
from mentoring.meetings.status import Status
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
    if plan.status not in {Status.PLANNED, Status.PROPOSED}:
        return None
    entry = _entry(unit, plan)
    data = appointments(entry.title, [entry], made_at=unit.now)
    return Made("meeting.ics", data, "ics-caption", {"day": plan.local.date()})


async def agreed(unit: Unit) -> list[Appointment]:
    """The actor's meetings that both sides have agreed to; nobody else's, and no partner's reason
    or note: a calendar is read by the phone's other programs too."""
    if not any(Permission.LOG_MEETING in GRANTS[seat.role] for seat in unit.actor.seats):
        return []
    mine = await plans.mine(unit)
    return [_entry(unit, plan) for plan in mine if plan.status is Status.PLANNED]


def _entry(unit: Unit, plan: plans.Plan) -> Appointment:
    title = words_in(unit.actor.locale).plain("ics-meeting", who=", ".join(plan.partners))
    return Appointment(
        f"meeting-{plan.id}@mentoring", title, plan.starts_at, plan.minutes, plan.place
    )


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
