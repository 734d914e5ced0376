"""A meeting in lesson hours: the head is asked to let the pupil off, and signs that."""

import asyncio
from datetime import date, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from core.errors import NotAllowed, Refusal
from db.models import Meeting, Release
from db.queries import meetings as past
from db.queries import releases
from db.queries.telling import HOLDERS, plan_for
from db.upsert import upserting
from documents.paper import Paper
from mentoring.access import oneself, organisation, owner, use_case
from mentoring.consent.rules import is_minor
from mentoring.files import Made, file_maker, send_file
from mentoring.letters import day
from mentoring.meetings import habit, plans
from mentoring.meetings.lessons import timetable
from mentoring.meetings.status import Status
from mentoring.notices import Kind, button, notice, tell
from mentoring.people.naming import shown
from mentoring.roles import Permission, Role
from mentoring.signing import Thing, desk
from mentoring.unit import Unit
from mentoring.words import words_in


async def _pupils(unit: Unit, pair_id: int) -> list[Any]:
    people = await past.people_of(unit.session, pair_id)
    today = unit.today()
    return [row for row in people if row.side == Role.MENTEE and is_minor(row.birth_year, today)]


@use_case(Permission.LOG_MEETING, target=oneself)
async def wanted(unit: Unit, *, meeting_id: int) -> bool:
    """Whether a planned meeting of the actor's runs into lessons and no release was asked for."""
    plan = await plans.plan(unit, meeting_id=meeting_id)
    if plan.status is not Status.PLANNED or plan.starts_at <= unit.now:
        return False
    hours = (await timetable(unit, plan.organisation_id)).on(plan.local.date())
    minute = plan.local.hour * 60 + plan.local.minute
    if hours is None or habit.free_minute(minute, plan.minutes, hours) == minute:
        return False
    asked = await releases.of_meeting(unit.session, meeting_id)
    return not asked and bool(await _pupils(unit, plan.pair_id))


@use_case(Permission.LOG_MEETING, target=oneself)
async def ask(unit: Unit, *, meeting_id: int) -> None:
    """Ask the head to let the pupils of the meeting off their lessons; asked twice, it is asked.

    Raises Refusal where the meeting is not in lessons, or nobody can be asked.
    """
    if not await wanted(unit, meeting_id=meeting_id):
        if await releases.of_meeting(unit.session, meeting_id):
            return
        raise Refusal("release-not-needed")
    plan = await plans.plan(unit, meeting_id=meeting_id)
    values = [
        {
            "organisation_id": plan.organisation_id,
            "meeting_id": meeting_id,
            "person_id": pupil.person_id,
            "asked_by": unit.me,
            "asked_at": unit.now,
        }
        for pupil in await _pupils(unit, plan.pair_id)
    ]
    statement = upserting(unit.session, Release).values(values)
    await unit.session.execute(
        statement.on_conflict_do_nothing(index_elements=["meeting_id", "person_id"])
    )
    row = notice(
        unit,
        unique=f"release:{meeting_id}",
        message="release-doc",
        args={"meeting": meeting_id, "organisation": plan.organisation_id},
        kind=Kind.FILE,
        buttons=[button("release-open-desk", "release-desk")],
    )
    await plan_for(unit.session, row, HOLDERS, organisation=plan.organisation_id, roles=[Role.HEAD])
    unit.wakes.add("sender")


@use_case(Permission.SIGN, target=owner(Release, "release_id"))
async def look(unit: Unit, *, release_id: int) -> None:
    """Send the head the request."""
    row = await unit.session.get_one(Release, release_id)
    await send_file(unit, "release-doc", meeting=row.meeting_id, organisation=row.organisation_id)


@use_case(Permission.SIGN, target=organisation("organisation_id"))
async def written(unit: Unit, *, organisation_id: int, meeting_id: int) -> bytes | None:
    """The request as a .docx; None when the meeting is off by now."""
    meeting = await unit.session.get(Meeting, meeting_id)
    if meeting is None or meeting.organisation_id != organisation_id or meeting.starts_at is None:
        raise NotAllowed
    if meeting.status != Status.PLANNED:
        return None
    words = words_in(unit.actor.locale)
    rows = await releases.details(unit.session, meeting_id)
    mentors = [
        row.name
        for row in await past.people_of(unit.session, meeting.pair_id)
        if row.side == Role.MENTOR
    ]
    begins = meeting.starts_at.astimezone(ZoneInfo(meeting.zone or unit.timezone))
    ends = begins + timedelta(minutes=meeting.minutes)
    first = rows[0]
    told = {
        "day": begins.date(),
        "start_time": f"{begins:%H:%M}",
        "end_time": f"{ends:%H:%M}",
        "mentors": ", ".join(mentors),
        "place": meeting.place or words.plain("release-no-place"),
        "asked": first.asked_by_name,
        "asked_on": first.asked_at.astimezone(ZoneInfo(unit.timezone)).date(),
    }
    pupils = [(str(number), row.name) for number, row in enumerate(rows, start=1)]
    return await asyncio.to_thread(_paper, words, first.organisation, told, pupils)


def _paper(words: Any, place: str, told: dict[str, Any], pupils: list[tuple[str, str]]) -> bytes:
    paper = Paper()
    paper.text(words.plain("release-to", organisation=place))
    paper.heading(words.plain("release-title"))
    paper.text(words.plain("release-text", **told))
    paper.table(
        [words.plain("release-number"), words.plain("release-pupil")], pupils, widths=(1.5, 15)
    )
    paper.text("")
    paper.text(words.plain("release-signed", **told))
    paper.text(words.plain("release-head"))
    return paper.done()


@file_maker("release-doc")
async def make(unit: Unit, _person_id: int, args: dict[str, Any]) -> Made | None:
    data = await written(
        unit, organisation_id=int(args["organisation"]), meeting_id=int(args["meeting"])
    )
    if data is None:
        return None
    meeting = await unit.session.get_one(Meeting, int(args["meeting"]))
    return Made(f"release-{meeting.id}.docx", data, "release-caption", {"day": meeting.held_on})


@desk("release")
class Releases:
    """Requests that no head has signed yet, for meetings still to come."""

    async def waiting(self, unit: Unit, organisation_id: int) -> list[Thing]:
        rows = await releases.waiting(unit.session, organisation_id, unit.now)
        today = unit.today()
        return [
            Thing("release", row.id, {"name": shown(row, today), "day": row.held_on})
            for row in rows
        ]

    async def sign(
        self, unit: Unit, organisation_id: int, thing_id: int, number: str, day: date
    ) -> None:
        row = await unit.session.get_one(Release, thing_id)
        row.number, row.signed_on = number, day
        await unit.session.flush()
        await self._tell(unit, row)

    @staticmethod
    async def _tell(unit: Unit, row: Release) -> None:
        meeting = await unit.session.get_one(Meeting, row.meeting_id)
        for person in {row.asked_by, row.person_id}:
            await tell(
                unit,
                person,
                "release-granted",
                unique=f"release-granted:{row.id}:{person}",
                args={"day": day(meeting.held_on)},
            )
