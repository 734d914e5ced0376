"""A school of three hundred: its lists as clerks keep them, and the ways in that many take."""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from openpyxl import Workbook
from sqlalchemy import select

from db.models import Person
from examples.stage import Stage
from mentoring.consent import keeping
from mentoring.consent.keeping import Signed
from mentoring.consent.rules import signs
from mentoring.consent.texts import Purpose
from mentoring.people import invites, joining
from mentoring.roles import Role
from mentoring.unit import Actor, Unit
from tests.e2e.municipality import School, curator_of

# Thirty surnames a class that are not alike, each class with a given name of its own.
SURNAMES = (
    "Абрамцев", "Бекетов", "Вяземский", "Горшков", "Дягилев", "Ежов", "Жилин", "Завьялов",
    "Игнатьев", "Куприянов", "Лодыгин", "Мещеряков", "Нарышкин", "Огарёв", "Пущин", "Репнин",
    "Стожаров", "Тютчев", "Ушаков", "Фонвизин", "Хомяков", "Цыганков", "Черкасов", "Шувалов",
    "Щербинин", "Эртель", "Юсупов", "Яхонтов",
)  # fmt: skip
GIVEN = (
    "Пётр", "Иван", "Олег", "Глеб", "Юрий", "Денис", "Роман", "Вадим", "Артём", "Илья",
)  # fmt: skip
CLASSES = ("5А", "5Б", "6А", "7А", "7Б", "8А", "8Б", "9А", "9Б", "10А")


@dataclass(frozen=True, slots=True)
class Pupil:
    """One line of the list."""

    name: str
    surname: str
    given: str
    grade: str
    born: int


def pupils() -> list[Pupil]:
    """280 pupils of ten classes."""
    return [
        Pupil(f"{surname} {given} Ильич", surname, given, grade, 2020 - int(grade[:-1]))
        for grade, given in zip(CLASSES, GIVEN, strict=True)
        for surname in SURNAMES
    ]


def roster(people: Sequence[Pupil]) -> bytes:
    """As a clerk keeps it: a merged title, numbers, a class, and a row that is nobody."""
    book = Workbook()
    page: Any = book.active
    page.append(["Список обучающихся на 2026/27 учебный год"])
    page.merge_cells("A1:D1")
    page.append(["№", "ФИО", "Класс", "Дата рождения"])
    for place, one in enumerate(people, start=1):
        page.append([place, one.name, one.grade, f"01.02.{one.born}"])
    page.append(["", "???", "7А", ""])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def mentors() -> str:
    """Twenty teachers, pasted out of a table; one post would be a formula in a spreadsheet."""
    rows = [f"{surname}а Вера Павловна\tучитель" for surname in SURNAMES[:19]]
    return "\n".join(["ФИО\tДолжность", *rows, "О'Коннор-Смит Анна Петровна\t=1+1"])


async def link(stage: Stage, school: School, grade: str) -> str:
    """The token of a new link for a class."""
    async with stage.app.database.begin() as session:
        unit = await curator_of(stage, school, session)
        made = await invites.create(unit, organisation_id=school.id, role=Role.MENTEE, label=grade)
        return (await invites.card(unit, invite_id=made)).token


async def pupils_come(stage: Stage, token: str, people: Sequence[Pupil]) -> list[int]:
    """These pupils open the link and say what is theirs to say. Returns their ids."""
    ids: list[int] = []
    async with stage.app.database.begin() as session:
        for one in people:
            unit = stranger(stage, session, one.given, one.surname)
            joined = await joining.join(
                unit,
                token=token,
                name=f"{one.given} {one.surname}",
                birth_year=one.born,
                agreed=[Purpose.PROGRAMME] if signs(one.born, unit.today()) else [],
            )
            assert not joined.admitted
            query = select(Person.id).where(Person.telegram_id == unit.actor.telegram_id)
            ids.append((await session.scalars(query)).one())
    return ids


async def parents_agree(stage: Stage, school: School, children: Sequence[int]) -> None:
    """Somebody opens the link of each of these children and agrees for them."""
    async with stage.app.database.begin() as session:
        curator = await curator_of(stage, school, session)
        for child in children:
            token = await keeping.parents_link(curator, organisation_id=school.id, person_id=child)
            parent = stranger(stage, session, "Мария", "Родительская")
            await joining.join(
                parent, token=token, name="Мария Родительская", agreed=[Purpose.PROGRAMME]
            )


async def papers_come(stage: Stage, school: School, people: Sequence[int]) -> None:
    """The curator records a class's papers in one go."""
    async with stage.app.database.begin() as session:
        unit = await curator_of(stage, school, session)
        recorded = await keeping.record_papers(
            unit,
            organisation_id=school.id,
            people=people,
            signed=Signed.BOTH,
            number="12",
            given_on=unit.today(),
        )
    assert recorded == len(people)


async def mentors_come(stage: Stage, token: str) -> None:
    """All mentors of the list but the first, who walks in by the chat."""
    async with stage.app.database.begin() as session:
        for line in mentors().splitlines()[2:]:
            surname, given, _patronymic = line.partition("\t")[0].split()
            joined = await joining.join(
                stranger(stage, session, given, surname),
                token=token,
                name=f"{given} {surname}",
                birth_year=1980,
                agreed=[Purpose.PROGRAMME, Purpose.MENTOR],
            )
            assert joined.admitted


def stranger(stage: Stage, session: Any, first: str, last: str) -> Unit:
    """Somebody whose phone knows the bot, and who is nobody here yet."""
    person = stage.world.person(first, last_name=last)
    stage.world.state.private_chat(stage.world.bot, person.account).started = True
    return Unit(session=session, now=stage.clock.now(), actor=Actor(person.id))


def classes(people: Sequence[Pupil]) -> Iterator[tuple[str, list[Pupil]]]:
    """The list by classes."""
    for grade in dict.fromkeys(one.grade for one in people):
        yield grade, [one for one in people if one.grade == grade]
