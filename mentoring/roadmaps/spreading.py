"""A department's activities fall on the schools below it: an assignment for each school."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from core.clock import local_date
from core.errors import NotAllowed
from db.models import Activity
from db.queries import executors as queries
from mentoring.access import organisation, use_case
from mentoring.jobs import JobContext, job
from mentoring.notices import button, tell
from mentoring.roadmaps.executing import Holder
from mentoring.roadmaps.planning import Window, planned
from mentoring.roadmaps.status import AssignmentStatus
from mentoring.roles import Permission
from mentoring.unit import Unit


@dataclass(frozen=True, slots=True)
class Spread:
    """The activities of a plan in force by whom they fall on; one may fall on both."""

    all: list[Activity]
    on_schools: list[Activity]
    on_itself: list[Activity]


@job("roadmap.spread")
async def spread(context: JobContext) -> None:
    """School by school, each in a short transaction; done again, it adds nothing."""
    place = context.args["organisation"]
    async with context.unit() as unit:
        schools = await take_own(unit, organisation_id=place)
    added = [0]
    for school in schools:
        async with context.unit() as unit:
            added.append(await hand_out(unit, organisation_id=place, school_id=school))
    if any(added):
        async with context.unit() as unit:
            await tell(
                unit,
                context.person_id,
                "roadmap-spread",
                unique=f"roadmap-spread:{context.job_id}",
                args={"schools": sum(1 for count in added if count), "count": max(added)},
                buttons=[button("roadmap-spread-open", "roadmap-rows")],
            )


@use_case(Permission.KEEP_ROADMAP, target=organisation("organisation_id"))
async def take_own(unit: Unit, *, organisation_id: int) -> list[int]:
    """Give the department what is its own to do, take from it what only schools do.

    Returns the schools below.
    """
    found = await _in_force(unit, organisation_id)
    today = unit.today()
    own = {activity.id for activity in found.on_itself}
    others = [activity.id for activity in found.all if activity.id not in own]
    await queries.withdraw(unit.session, organisation_id, others, today)
    await queries.add_missing(unit.session, _rows(planned(found.on_itself), organisation_id, today))
    schools = await queries.schools_below(unit.session, organisation_id)
    return [school.id for school in schools]


@use_case(Permission.KEEP_ROADMAP, target=organisation("organisation_id"))
async def hand_out(unit: Unit, *, organisation_id: int, school_id: int) -> int:
    """Give one school below what falls on it now, take back what does no more.

    Returns how many assignments were added.
    """
    schools = await queries.schools_below(unit.session, organisation_id)
    school = next((one for one in schools if one.id == school_id), None)
    if school is None:
        raise NotAllowed
    return await _hand_out(unit, organisation_id, school_id, unit.today(school.timezone))


async def welcome(unit: Unit, school_id: int, timezone: str) -> None:
    """A school connected later gets what the plans above it ask of schools, from today on."""
    for issuer in await queries.issuers_above(unit.session, school_id):
        await _hand_out(unit, issuer, school_id, local_date(unit.now, timezone))


async def _hand_out(unit: Unit, organisation_id: int, school_id: int, today: date) -> int:
    found = await _in_force(unit, organisation_id)
    falling = {activity.id for activity in found.on_schools}
    others = [activity.id for activity in found.all if activity.id not in falling]
    await queries.withdraw(unit.session, school_id, others, today)
    rows = _rows(planned(found.on_schools), school_id, today)
    return await queries.add_missing(unit.session, rows)


async def _in_force(unit: Unit, organisation_id: int) -> Spread:
    holders: dict[int, set[Holder]] = {}
    activities: dict[int, Activity] = {}
    for row in await queries.in_force(unit.session, organisation_id):
        activities[row.Activity.id] = row.Activity
        named = holders.setdefault(row.Activity.id, set())
        if row.holder is not None:
            named.add(Holder(row.holder))
    everything = list(activities.values())
    return Spread(
        all=everything,
        on_schools=[one for one in everything if Holder.SCHOOLS in holders[one.id]],
        on_itself=[one for one in everything if holders[one.id] != {Holder.SCHOOLS}],
    )


def _rows(windows: Iterator[Window], place: int, today: date) -> list[dict[str, Any]]:
    """What has ended already was the department's own question when it confirmed the plan."""
    return [
        _assignment(window, place, today)
        for window in windows
        if window.due_on is None or window.due_on >= today
    ]


def _assignment(window: Window, place: int, today: date) -> dict[str, Any]:
    """A new open assignment's columns."""
    return {
        "organisation_id": place,
        "activity_id": window.activity.id,
        "window": window.number,
        "opens_on": window.opens_on,
        "due_on": window.due_on,
        "watched_on": today,
        "status": AssignmentStatus.OPEN,
        "closed_by": None,
        "closed_at": None,
    }
