"""Who of a group was there: the mentor calls the roll, and whoever was left out may object."""

from collections.abc import Collection

from core.errors import NotAllowed
from db.models import Meeting
from db.queries import meetings as queries
from db.queries import roll
from mentoring.access import oneself, use_case
from mentoring.letters import day
from mentoring.meetings import plans
from mentoring.notices import button, tell
from mentoring.people.naming import shown
from mentoring.roles import Permission, Role
from mentoring.unit import Unit


async def call_roll(unit: Unit, meeting_id: int, absent: Collection[int]) -> None:
    """Note who of the mentees was there, for a use case that has checked the right.

    Those who were not are told, so that they can say that they were. Raises NotAllowed for somebody
    who is not in the group.
    """
    members = await roll.members(unit.session, meeting_id)
    group = [row.person_id for row in members if row.side == Role.MENTEE]
    if not set(absent) <= set(group):
        raise NotAllowed
    meeting = await unit.session.get_one(Meeting, meeting_id)
    await roll.attend(
        unit.session,
        [_row(unit, meeting, person, present=person not in absent) for person in group],
    )
    for person in absent:
        await tell(
            unit,
            person,
            "meeting-you-were-absent",
            unique=f"absent:{meeting_id}:{person}",
            args={"day": day(meeting.held_on)},
            buttons=[button("meeting-i-was-there", f"meeting-here:{meeting_id}")],
        )


@use_case(Permission.GIVE_FEEDBACK, target=oneself)
async def mark_myself(unit: Unit, *, meeting_id: int, present: bool) -> None:
    """Say of oneself whether one was there. Raises NotAllowed for another's meeting."""
    if not await queries.one_of_person(unit.session, unit.me, meeting_id):
        raise NotAllowed
    meeting = await unit.session.get_one(Meeting, meeting_id)
    await roll.attend(unit.session, [_row(unit, meeting, unit.me, present=present)])


@use_case(Permission.LOG_MEETING, target=oneself)
async def away(unit: Unit, *, meeting_id: int) -> dict[int, str]:
    """Who of a group will not come, or did not, by person. Raises NotAllowed for another's."""
    await plans.of(unit, meeting_id)
    return {
        row.person_id: shown(row, unit.today())
        for row in await roll.members(unit.session, meeting_id)
        if row.present is False
    }


async def mark_myself_away(unit: Unit, meeting_id: int) -> None:
    """Note that the actor will not be there, for a use case that has checked the right."""
    meeting = await unit.session.get_one(Meeting, meeting_id)
    await roll.attend(unit.session, [_row(unit, meeting, unit.me, present=False)])


@use_case(Permission.GIVE_FEEDBACK, target=oneself)
async def is_group(unit: Unit, *, meeting_id: int) -> bool:
    """Whether several mentees could have been there. Raises NotAllowed for another's meeting."""
    members = await roll.members(unit.session, meeting_id)
    if unit.me not in {row.person_id for row in members}:
        raise NotAllowed
    return sum(1 for row in members if row.side == Role.MENTEE) > 1


def _row(unit: Unit, meeting: Meeting, person: int, *, present: bool) -> dict[str, object]:
    return {
        "meeting_id": meeting.id,
        "person_id": person,
        "organisation_id": meeting.organisation_id,
        "present": present,
        "marked_by": unit.me,
        "marked_at": unit.now,
    }
