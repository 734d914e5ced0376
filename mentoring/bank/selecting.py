"""How mentors are chosen and trained."""

from datetime import date

from core.errors import NotAllowed, Refusal
from db.models import Profile, Training
from mentoring import audit
from mentoring.access import owner, use_case
from mentoring.bank.status import Selection, Side, Status
from mentoring.roles import Permission
from mentoring.unit import Unit

GROUND_LIMIT = 300
COURSE_LIMIT = 200
MOST_HOURS = 1000


@use_case(Permission.KEEP_BANK, target=owner(Profile, "profile_id"))
async def decide(
    unit: Unit, *, profile_id: int, selection: Selection, ground: str = "", on: date | None = None
) -> None:
    """Record how far a mentor's selection is: when, by whom, on what ground."""
    profile = await _mentor(unit, profile_id)
    if selection == Selection.DECLINED and not ground:
        raise Refusal("bank-ground-needed")
    settle(unit, profile, selection, ground, on)


def settle(
    unit: Unit, profile: Profile, selection: Selection, ground: str = "", on: date | None = None
) -> None:
    """The same for a profile at hand, whose side and reach are checked."""
    profile.selection = selection
    profile.selected_on = on or unit.today()
    profile.selected_by = unit.actor.person_id
    profile.selection_ground = ground
    audit.record(
        unit,
        profile.organisation_id,
        "mentor-selection",
        subject_id=profile.person_id,
        selection=selection,
    )


@use_case(Permission.KEEP_BANK, target=owner(Profile, "profile_id"))
async def trained(
    unit: Unit,
    *,
    profile_id: int,
    course: str,
    finished_on: date,
    outside: bool = False,
    hours: int | None = None,
    certificate: str = "",
) -> int:
    """Record a course, inside the school or outside. Returns its id."""
    profile = await _mentor(unit, profile_id)
    if finished_on > unit.today():
        raise Refusal("bank-training-ahead")
    created = Training(
        organisation_id=profile.organisation_id,
        profile_id=profile_id,
        course=course,
        outside=outside,
        hours=hours,
        certificate=certificate,
        finished_on=finished_on,
        created_by=unit.me,
        created_at=unit.now,
    )
    unit.session.add(created)
    await unit.session.flush()
    return created.id


async def _mentor(unit: Unit, profile_id: int) -> Profile:
    profile = await unit.session.get_one(Profile, profile_id)
    if profile.side != Side.MENTOR:
        raise NotAllowed
    if profile.status == Status.LISTED:
        raise Refusal("bank-listed-only")
    return profile
