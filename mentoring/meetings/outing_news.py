"""What parents hear of an outing: a question, another hour, that it is off."""

from collections.abc import Sequence
from typing import Any
from zoneinfo import ZoneInfo

from db.models import Meeting
from db.queries import meetings as past
from db.queries import outings as queries
from db.queries.telling import HOLDERS, plan_for
from mentoring.letters import day
from mentoring.notices import button, notice, plan
from mentoring.people.naming import shown
from mentoring.roles import Role
from mentoring.unit import Unit


def said(meeting: Meeting, **more: Any) -> dict[str, Any]:
    """The arguments of all messages about an outing."""
    if meeting.starts_at is None or meeting.zone is None:
        raise LookupError("an outing without a time")
    begins = meeting.starts_at.astimezone(ZoneInfo(meeting.zone))
    return {
        "day": day(begins.date()),
        "time": f"{begins:%H:%M}",
        "minutes": meeting.minutes,
        "place": meeting.place,
        "placed": "yes" if meeting.place else "no",
        **more,
    }


async def ask(
    unit: Unit, meeting: Meeting, children: Sequence[int], was: Meeting | None = None
) -> None:
    """Ask who speaks for the children; of whom nobody does in the chat, the curators on paper."""
    people = {row.person_id: row for row in await past.people_of(unit.session, meeting.pair_id)}
    mentors = ", ".join(
        shown(row, unit.today()) for row in people.values() if row.side == Role.MENTOR
    )
    before = said(was or meeting)
    speakers = await queries.reachable(unit.session, children)
    for child in children:
        args = said(
            meeting,
            child=shown(people[child], unit.today()),
            mentors=mentors,
            moved="yes" if was else "no",
            was_day=before["day"],
            was_time=before["time"],
        )
        asked = [row.person_id for row in speakers if row.child_id == child]
        key = f"{meeting.id}:{child}"
        rows = [
            notice(
                unit,
                unique=f"outing:{key}:{person}",
                message="outing-ask",
                person_id=person,
                args=args,
                buttons=[
                    button("outing-yes", f"outing-yes:{key}"),
                    button("outing-no", f"outing-no:{key}"),
                ],
            )
            for person in asked
        ]
        await plan(unit, rows)
        if not asked:
            row = notice(
                unit,
                unique=f"outing-paper:{key}",
                message="outing-nobody",
                args=args,
                buttons=[button("outing-on-paper", f"outing-paper:{key}")],
            )
            await plan_for(
                unit.session,
                row,
                HOLDERS,
                organisation=meeting.organisation_id,
                roles=[Role.CURATOR],
            )
    unit.wakes.add("sender")


async def tell(
    unit: Unit, meeting: Meeting, children: Sequence[int], message: str, **more: Any
) -> None:
    """Tell who speaks for the children what has become of an outing.

    One that takes place can still be refused.
    """
    people = {row.person_id: row for row in await past.people_of(unit.session, meeting.pair_id)}
    rows = [
        notice(
            unit,
            unique=f"{message}:{meeting.id}:{row.child_id}:{row.person_id}",
            message=message,
            person_id=row.person_id,
            args=said(meeting, child=shown(people[row.child_id], unit.today()), **more),
            buttons=[button("outing-no", f"outing-no:{meeting.id}:{row.child_id}")]
            if message == "outing-new-time"
            else [],
        )
        for row in await queries.reachable(unit.session, children)
        if row.child_id in people
    ]
    await plan(unit, rows)
    unit.wakes.add("sender")
