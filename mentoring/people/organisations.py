"""The tree of organisations, and the links that bring people into it."""

from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import insert, select

from core.errors import NotAllowed, Refusal
from core.tokens import new_token
from db.models import Branch, Invite, Organisation
from db.queries import people as queries
from mentoring.access import anywhere, organisation, use_case
from mentoring.roadmaps import spreading
from mentoring.roles import Permission, Role
from mentoring.unit import Unit

NAME_LIMIT = 200
# How long a link works and for how many people, by the role it gives; defaults, not a rule.
_LINK_DAYS = {Role.DEPARTMENT: 14, Role.CURATOR: 30, Role.MENTOR: 90, Role.MENTEE: 90}
_LINK_USES = {Role.DEPARTMENT: 3, Role.CURATOR: 3, Role.MENTOR: 200, Role.MENTEE: 1000}
STAFF = frozenset({Role.DEPARTMENT, Role.CURATOR})


@dataclass(frozen=True, slots=True)
class Place:
    """An organisation as lists show it."""

    id: int
    name: str
    members: int = 0


@use_case(Permission.FOUND_ORGANISATION, target=anywhere)
async def found_department(unit: Unit, *, name: str) -> int:
    """Create a department at the top of its own tree. Returns its id."""
    return await _create(unit, name=name, kind="municipality", parent_id=None)


@use_case(Permission.CONNECT_SCHOOL, target=organisation("department_id"))
async def connect_school(unit: Unit, *, department_id: int, name: str) -> int:
    """Create a school below a department. Raises Refusal when it has one of that name."""
    if await queries.child_named(unit.session, department_id, name):
        raise Refusal("school-exists", name=name)
    return await _create(unit, name=name, kind="school", parent_id=department_id)


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
    """The schools below a department, by name, with how many people each has."""
    rows = await queries.children(unit.session, department_id)
    return [Place(id=row.id, name=row.name, members=row.members) for row in rows]


@use_case(Permission.FOUND_ORGANISATION, target=anywhere)
async def departments(unit: Unit) -> list[Place]:
    """The tops of all trees, by name."""
    rows = await queries.roots(unit.session)
    return [Place(id=row.id, name=row.name, members=row.members) for row in rows]


@use_case(Permission.INVITE_STAFF, target=organisation("organisation_id"))
async def invite_staff(unit: Unit, *, organisation_id: int, role: Role) -> str:
    """A link's token that makes whoever opens it department staff or a curator."""
    if role not in STAFF:
        raise NotAllowed
    return await _invite(unit, organisation_id, role)


@use_case(Permission.INVITE_PARTICIPANTS, target=organisation("organisation_id"))
async def invite_participants(unit: Unit, *, organisation_id: int, role: Role) -> str:
    """A link's token that makes whoever opens it a mentor or a mentee."""
    if role not in {Role.MENTOR, Role.MENTEE}:
        raise NotAllowed
    return await _invite(unit, organisation_id, role)


async def _invite(unit: Unit, organisation_id: int, role: Role) -> str:
    """The link there is, while it works for a day more; else a new one."""
    present = await queries.open_invite(
        unit.session, organisation_id, role, unit.now + timedelta(days=1)
    )
    if present is not None:
        return present
    token = new_token()
    unit.session.add(
        Invite(
            organisation_id=organisation_id,
            role=role,
            token=token,
            uses_left=_LINK_USES[role],
            used=0,
            expires_at=unit.now + timedelta(days=_LINK_DAYS[role]),
            created_by=unit.actor.person_id,
            created_at=unit.now,
        )
    )
    await unit.session.flush()
    return token
