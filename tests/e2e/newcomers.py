"""Those who have only just opened a link: a pupil, a mentor, the mother of a pupil who waits."""

from dataclasses import dataclass

from sqlalchemy import select

from db.models import Person as Row
from examples.stage import Stage
from mentoring.consent import keeping
from mentoring.roles import Role
from sandbox.people import Person
from tests.e2e import municipality
from tests.e2e.municipality import School

# Whoever shares this number finds the first of the list; mischief.py has it.
LIST = "ФИО\tКласс\tТелефон\nСоколова Мария Ильинична\t8Б\t+7 999 000-00-01\nИль Ян\t5А\t-"
_USES = 40


@dataclass(frozen=True, slots=True)
class Door:
    """Who stands before it, the pupil who waits for their parent, and the links that lead in."""

    people: list[Person]
    pupil: Person
    links: list[str]


async def at_the_door(stage: Stage, school: School) -> Door:
    """In a school with a programme and a list with numbers, three people open their links."""
    await municipality.list_mentees(stage, school, LIST)
    mentees, mentors = [
        await municipality.link(stage, school.id, role, _USES)
        for role in (Role.MENTEE, Role.MENTOR)
    ]
    pupil = stage.world.person("Миша", last_name="Котов", phone="+79990000003")
    mother = await _parents_link(stage, school, pupil, mentees)
    people = []
    for name, phone, link in (
        ("Маша", "+79990000001", mentees),
        ("Борис", "+79990000002", mentors),
        ("Ольга", "", mother),
    ):
        person = stage.world.person(name, last_name="Новая", phone=phone)
        await person.start(link)
        people.append(person)
    await stage.settle()
    return Door(people, pupil, [mentees, mentors, mother])


async def _parents_link(stage: Stage, school: School, pupil: Person, link: str) -> str:
    """The pupil comes in as far as they may alone; the link for their parents."""
    await pupil.start(link)
    await stage.settle()
    await pupil.send("2011")
    await stage.settle()
    await pupil.press("Согласен" if "Согласен" in pupil.buttons() else "Дальше")
    await stage.settle()
    await pupil.press("Всё верно")
    await stage.settle()
    async with stage.app.database.begin() as session:
        unit = await municipality.curator_of(stage, school, session)
        child = (await session.scalars(select(Row.id).where(Row.telegram_id == pupil.id))).one()
        return await keeping.parents_link(unit, organisation_id=school.id, person_id=child)
