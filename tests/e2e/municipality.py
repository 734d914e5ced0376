"""People for whole conversations: they come in by their own links, through the chat."""

from dataclasses import dataclass, field

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from core.tokens import new_token
from db.models import Invite, Programme
from db.models import Person as Row
from examples.stage import Stage
from mentoring.bank import roster
from mentoring.bank.status import Side
from mentoring.people import organisations
from mentoring.roles import Role
from mentoring.unit import Actor, Seat, Unit
from sandbox.people import Person

ADMIN_ID = 100_001
ZONE = "Europe/Moscow"
ADULT = "1990"


@dataclass(slots=True)
class School:
    id: int
    name: str
    curators: list[Person] = field(default_factory=list)
    mentors: list[Person] = field(default_factory=list)
    mentees: list[Person] = field(default_factory=list)

    @property
    def people(self) -> list[Person]:
        return [*self.curators, *self.mentors, *self.mentees]


@dataclass(slots=True)
class Municipality:
    id: int
    name: str
    staff: list[Person] = field(default_factory=list)
    schools: list[School] = field(default_factory=list)

    @property
    def people(self) -> list[Person]:
        return [*self.staff, *(person for school in self.schools for person in school.people)]


async def found(stage: Stage, name: str, schools: list[str], *, each: int = 1) -> Municipality:
    """A department with schools; `each` people of every role."""
    async with stage.app.database.begin() as session:
        unit = Unit(session=session, now=stage.clock.now(), actor=Actor(ADMIN_ID, is_admin=True))
        town = Municipality(await organisations.found_department(unit, name=name), name)
        seat = Seat(Role.DEPARTMENT, town.id, name, ZONE)
        unit.actor = Actor(ADMIN_ID, seats=(seat,))
        for label in schools:
            created = await organisations.connect_school(unit, department_id=town.id, name=label)
            town.schools.append(School(created, label))
    town.staff = await join(stage, town.id, Role.DEPARTMENT, name, each)
    for school in town.schools:
        school.curators = await join(stage, school.id, Role.CURATOR, school.name, each)
        school.mentors = await join(stage, school.id, Role.MENTOR, school.name, each)
        school.mentees = await join(stage, school.id, Role.MENTEE, school.name, each)
    return town


async def join(
    stage: Stage, organisation_id: int, role: Role, place: str, count: int
) -> list[Person]:
    """`count` new people of age, who open a link of this role and agree to everything."""
    token = await link(stage, organisation_id, role, count)
    people = []
    for number in range(1, count + 1):
        person = stage.world.person(f"{role} {number}", last_name=place)
        await person.start(token)
        await stage.answered()
        await agree(stage, person)
        people.append(person)
    return people


async def agree(stage: Stage, person: Person) -> None:
    """Say one's year of birth where it is asked, agree to everything, keep one's name."""
    if "В каком году" in person.screen:
        await person.send(ADULT)
        await stage.answered()
    while "Согласен" in person.buttons():
        await person.press("Согласен")
        await stage.answered()
    await person.press(0)
    await stage.answered()


async def link(stage: Stage, organisation_id: int, role: Role, uses: int = 1) -> str:
    """The token of a link for this role."""
    token = new_token()
    async with stage.app.database.begin() as session:
        session.add(
            Invite(
                organisation_id=organisation_id,
                role=role,
                token=token,
                uses_left=uses,
                used=0,
                expires_at=stage.clock.now().replace(year=2099),
                created_at=stage.clock.now(),
            )
        )
    return token


async def take(stage: Stage, person: Person, organisation_id: int, role: Role) -> None:
    """Somebody who is here already opens one more link and says yes."""
    await person.start(await link(stage, organisation_id, role))
    await stage.answered()
    await agree(stage, person)


async def curator_of(stage: Stage, school: School, session: AsyncSession) -> Unit:
    """A unit of work of the school's curator."""
    telegram_id = school.curators[0].id
    me = await session.scalar(select(Row.id).where(Row.telegram_id == telegram_id))
    seat = Seat(Role.CURATOR, school.id, school.name, ZONE)
    return Unit(session=session, now=stage.clock.now(), actor=Actor(telegram_id, me, seats=(seat,)))


async def list_mentees(stage: Stage, school: School, text: str) -> None:
    """A programme of pupils with pupils, and its list of mentees: rows of name, class, phone."""
    curator = school.curators[0]
    for label in ("Люди", "Участники", "Создать программу", "ученик – ученик", "Создать"):
        await curator.press(label)
        await stage.settle()
    await read_list(stage, school, text)


async def read_list(stage: Stage, school: School, text: str) -> None:
    """A list of mentees, whoever is alike taken for others, into the one programme there is."""
    async with stage.app.database.begin() as session:
        unit = await curator_of(stage, school, session)
        made = (await session.scalars(select(Programme.id))).one()
        kept = await roster.read_text(unit, programme_id=made, side=Side.MENTEE, text=text)
        found = await roster.preview(unit, roster_id=kept)
        alike = frozenset(one.entry.row for one in found.alike)
        await roster.save(unit, roster_id=kept, others=alike)
