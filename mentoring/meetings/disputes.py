"""One side says that a meeting took place, the other that it did not: the curator hears of it."""

from datetime import timedelta

from core.errors import NotAllowed, Refusal
from db.models import Meeting
from db.queries import meeting_records as records
from db.queries import meetings as queries
from db.queries.telling import PAIR_MEMBERS, plan_for
from mentoring.access import oneself, owner, use_case
from mentoring.daily import daily
from mentoring.letters import day
from mentoring.meetings.feedback import OPEN_FOR, tell_curators
from mentoring.meetings.status import Status
from mentoring.notices import button, notice
from mentoring.roles import Permission
from mentoring.unit import Unit

# Whoever has not objected for so long agrees.
SILENCE = timedelta(days=3)


@use_case(Permission.GIVE_FEEDBACK, target=oneself)
async def deny(unit: Unit, *, meeting_id: int) -> None:
    """Say that the meeting did not take place. Raises Refusal when it is too late or one's own."""
    rows = await queries.one_of_person(unit.session, unit.me, meeting_id)
    if not rows:
        raise NotAllowed
    meeting = await unit.session.get_one(Meeting, meeting_id)
    if meeting.logged_by == unit.me:
        raise Refusal("meeting-own-record")
    if meeting.logged_at <= unit.now - OPEN_FOR:
        raise Refusal("feedback-late", days=OPEN_FOR.days)
    if await records.set_status(
        unit.session, meeting_id, [Status.HELD], status=Status.DISPUTED, confirmed_at=None
    ):
        await tell_curators(
            unit,
            pair_id=meeting.pair_id,
            organisation_id=meeting.organisation_id,
            unique=f"dispute:{meeting_id}",
            message="meeting-disputed",
            args={"day": day(meeting.held_on), "side": rows[0].side},
            buttons=[
                button("meeting-count", f"meeting-settle:{meeting_id}:yes"),
                button("meeting-discount", f"meeting-settle:{meeting_id}:no"),
            ],
        )


@use_case(Permission.SEE_MEETINGS, target=owner(Meeting, "meeting_id"))
async def settle(unit: Unit, *, meeting_id: int, held: bool) -> None:
    """Decide a dispute, and tell both sides. Raises Refusal when it is none any more."""
    status = Status.HELD if held else Status.MISSED
    if not await records.set_status(
        unit.session,
        meeting_id,
        [Status.DISPUTED],
        status=status,
        confirmed_at=unit.now if held else None,
    ):
        raise Refusal("meeting-not-disputed")
    meeting = await unit.session.get_one(Meeting, meeting_id)
    row = notice(
        unit,
        unique=f"settled:{meeting_id}",
        message="meeting-settled",
        args={"day": day(meeting.held_on), "held": "yes" if held else "no"},
    )
    await plan_for(unit.session, row, PAIR_MEMBERS, pair=meeting.pair_id)
    unit.wakes.add("sender")


@daily
async def confirm_silent(unit: Unit, organisation_id: int) -> None:
    await records.confirm_silent(unit.session, organisation_id, unit.now - SILENCE, unit.now)
