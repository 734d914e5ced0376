"""The tree of organisations."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import insert, select

from core.errors import NotAllowed, Refusal
from db.models import Branch, Organisation
from db.queries import people as queries
from mentoring.access import anywhere, organisation, use_case
from mentoring.people import zones
from mentoring.roadmaps import spreading
from mentoring.roles import Permission
from mentoring.unit import Unit

NAME_LIMIT, SHORT_LIMIT = 200, 60
# Working calendars an organisation may go by: a week of five days or of six.
CALENDARS = ("five", "six")


@dataclass(frozen=True, slots=True)
class Place:
    """An organisation as lists show it."""

    id: int
    name: str
    members: int = 0
    kind: str = "school"
    # The region a department is in.
    above: int | None = None


@use_case(Permission.FOUND_ORGANISATION, target=anywhere)
async def found_department(unit: Unit, *, name: str) -> int:
    """Create a department at the top of its own tree. Returns its id."""
    return await _create(unit, name=name, kind="municipality", parent_id=None)


@use_case(Permission.FOUND_ORGANISATION, target=anywhere)
async def found_region(unit: Unit, *, name: str) -> int:
    """Create a region, above departments. Returns its id."""
    return await _create(unit, name=name, kind="region", parent_id=None)


@use_case(Permission.FOUND_ORGANISATION, target=anywhere)
async def put_below(unit: Unit, *, department_id: int, region_id: int | None) -> None:
    """Put a department, with its schools, into a region, or take it out of the one it is in.

    The region's staff reach what is below from then on, and no longer what was taken out.
    Raises NotAllowed for anything but a department and a region.
    """
    department = await unit.session.get(Organisation, department_id)
    region = await unit.session.get(Organisation, region_id) if region_id else None
    if department is None or department.kind != "municipality":
        raise NotAllowed
    if region_id is not None and (region is None or region.kind != "region"):
        raise NotAllowed
    if department.parent_id != region_id:
        await queries.move_below(unit.session, department_id, region_id)


@use_case(Permission.CONNECT_SCHOOL, target=organisation("department_id"))
async def connect_school(unit: Unit, *, department_id: int, name: str) -> int:
    """Create a school below a department. Raises Refusal when it has one of that name."""
    if await queries.child_named(unit.session, department_id, name):
        raise Refusal("school-exists", name=name)
    return await _create(unit, name=name, kind="school", parent_id=department_id)


async def create_below(unit: Unit, *, name: str, kind: str, parent_id: int) -> int:
    """A new organisation right below another. Rights are the caller's."""
    return await _create(unit, name=name, kind=kind, parent_id=parent_id)


async def _create(unit: Unit, *, name: str, kind: str, parent_id: int | None) -> int:
    parent = await unit.session.get(Organisation, parent_id) if parent_id else None
    created = Organisation(
        parent_id=parent_id,
        kind=kind,
        name=name,
        timezone=parent.timezone if parent else unit.default_timezone,
        locale=parent.locale if parent else "ru",
        created_at=unit.now,
    )
    unit.session.add(created)
    await unit.session.flush()
    above = select(Branch.ancestor_id).where(Branch.descendant_id == parent_id)
    ancestors = list(await unit.session.scalars(above)) if parent_id else []
    await unit.session.execute(
        insert(Branch),
        [
            {"ancestor_id": ancestor, "descendant_id": created.id}
            for ancestor in [*ancestors, created.id]
        ],
    )
    if kind == "school":
        await spreading.welcome(unit, created.id, created.timezone)
    return created.id


@use_case(Permission.CONNECT_SCHOOL, target=organisation("department_id"))
async def schools(unit: Unit, *, department_id: int) -> list[Place]:
    """The schools below a department, by name, with how many people each has; a region's
    departments too."""
    rows = await queries.children(unit.session, department_id, ("municipality", "school"))
    return [Place(row.id, row.name, row.members, row.kind) for row in rows]


@use_case(Permission.FOUND_ORGANISATION, target=anywhere)
async def departments(unit: Unit) -> list[Place]:
    """Departments by name, each behind its region; those in none first."""
    rows = await queries.offices(unit.session)
    places = [Place(row.id, row.name, row.members, row.kind, row.parent_id) for row in rows]
    found = [one for one in places if one.kind == "municipality" and one.above is None]
    for region in (one for one in places if one.kind == "region"):
        found += [region, *(one for one in places if one.above == region.id)]
    return found


@dataclass(frozen=True, slots=True)
class Particulars:
    """What is kept of an organisation itself."""

    id: int
    kind: str
    name: str
    short_name: str
    timezone: str
    calendar: str


@use_case(Permission.KEEP_ORGANISATION, target=organisation("organisation_id"))
async def particulars(unit: Unit, *, organisation_id: int) -> Particulars:
    """What is kept of an organisation itself."""
    place = await unit.session.get_one(Organisation, organisation_id)
    return Particulars(
        place.id, place.kind, place.name, place.short_name or "", place.timezone, place.calendar
    )


@use_case(Permission.KEEP_ORGANISATION, target=organisation("organisation_id"))
async def correct(
    unit: Unit,
    *,
    organisation_id: int,
    name: str | None = None,
    short_name: str | None = None,
    timezone: str | None = None,
    calendar: str | None = None,
) -> None:
    """Change what is given. An empty short name is none. Raises Refusal for another school's name,
    an unknown zone or calendar."""
    place = await unit.session.get_one(Organisation, organisation_id)
    if name is not None and name != place.name:
        if place.parent_id and await queries.child_named(unit.session, place.parent_id, name):
            raise Refusal("school-exists", name=name)
        place.name = name[:NAME_LIMIT]
    if short_name is not None:
        place.short_name = short_name[:SHORT_LIMIT] or None
    if timezone is not None:
        if zones.find(timezone) != timezone:
            raise Refusal("zone-not-understood")
        place.timezone = timezone
    if calendar is not None:
        if calendar not in CALENDARS:
            raise Refusal("refused")
        place.calendar = calendar


@dataclass(frozen=True, slots=True)
class Branched:
    """An organisation in the whole tree; `depth` is how far below its top it stands."""

    id: int
    kind: str
    name: str
    members: int
    depth: int


@use_case(Permission.FOUND_ORGANISATION, target=anywhere)
async def everything(unit: Unit) -> list[Branched]:
    """All organisations, each right below the one it belongs to, by name."""
    below: dict[int | None, list[Any]] = {}
    for row in await queries.tree(unit.session):
        below.setdefault(row.parent_id, []).append(row)

    def walk(parent: int | None, depth: int) -> list[Branched]:
        return [
            one
            for row in below.get(parent, [])
            for one in (
                Branched(row.id, row.kind, row.name, row.members, depth),
                *walk(row.id, depth + 1),
            )
        ]

    return walk(None, 0)
