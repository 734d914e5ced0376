"""The banks as a spreadsheet: the columns of the methodology, nobody without a consent."""

import io
from datetime import timedelta

from openpyxl import load_workbook
from sqlalchemy import select

from core.clock import SettableClock
from db.engines import Database
from db.models import Audit, Outbox, Person, Profile, Representation
from mentoring.bank import exporting, filling, roster
from mentoring.bank.status import Side
from mentoring.files import MAKERS
from mentoring.pairs import drafts, life, pairs
from mentoring.roles import Role
from tests.mentoring.bank.test_bank import ANSWERS
from tests.mentoring.programmes.test_programmes import begin
from tests.mentoring.seed import Town, acting


async def test_the_banks_as_a_file(database: Database, clock: SettableClock, town: Town) -> None:
    programme = await begin(database, clock, town)
    who = town.actor("school", Role.CURATOR)
    mentor, mentee = (town.people["school", side][0] for side in (Role.MENTOR, Role.MENTEE))
    async with acting(database, who, clock.now()) as unit:
        person = await unit.session.get_one(Person, mentee)
        person.name, person.birth_year = '=HYPERLINK("x")', 2013
        (await unit.session.get_one(Person, mentor)).name = "Соколова Мария Игоревна"
        answers = {"requests": "maths", "request_words": "не понимаю дроби", "grade": 6}
        place = {"organisation_id": town.school}
        await filling.fill(unit, person_id=mentee, side="mentee", answers=answers, **place)
        await filling.fill(unit, person_id=mentor, side="mentor", answers=ANSWERS, **place)
        await pairs.create(unit, mentor_id=mentor, mentee_id=mentee, **place)
        listed = await roster.read_text(
            unit, programme_id=programme, side=Side.MENTEE, text="Тайная Анна\t7А"
        )
        await roster.save(unit, roster_id=listed)
        await exporting.request_export(unit, **place)
    clock.advance(timedelta(days=1))
    async with acting(database, who, clock.now()) as unit:
        asked = (
            await unit.session.scalars(select(Outbox).where(Outbox.message == "bank-export"))
        ).one()
        made = await MAKERS["bank-export"](unit, unit.me, asked.args)
        logged = (await unit.session.scalars(select(Audit.what))).all()
        assert len((await unit.session.scalars(select(Profile))).all()) == 5
    assert made is not None
    assert logged == ["roster-imported", "bank-exported"]
    book = load_workbook(io.BytesIO(made.data))
    assert book.sheetnames == ["База наставляемых", "База наставников"]
    mentees, mentors = (list(page.values) for page in book)
    assert mentees[0] == (
        "№",
        "ФИО",
        "Контакт",
        "Год рождения",
        "Основной запрос",
        "Дата вхождения",
        "ФИО наставника",
        "Форма наставничества",
        "Место работы (учёбы) наставника",
        "Дата завершения",
        "Результаты",
        "Ссылка на кейс (отзыв)",
        "Отметка о прохождении",
    )
    assert len(mentees) == 3
    row = next(row for row in mentees if row[3] == 2013)
    assert row[1] == '\'=HYPERLINK("x")'
    assert row[4] == "Математика; не понимаю дроби"
    assert row[6:8] == ("Соколова Мария Игоревна", "ученик – ученик")
    sokolova = next(row for row in mentors if row[1] == "Соколова Мария Игоревна")
    assert sokolova[4] == "Математика; Физика; решаю задачи повышенной трудности"
    assert sokolova[10:13] == ('\'=HYPERLINK("x")', "ученик – ученик", "6")
    assert "Тайная Анна" not in {row[1] for row in mentees}


async def test_what_came_of_the_pairs_and_whom_to_call(
    database: Database, clock: SettableClock, town: Town
) -> None:
    """A minor's contact is who speaks for them; a draft is no pair, an early end is no pass."""
    await begin(database, clock, town)
    who, place = town.actor("school", Role.CURATOR), {"organisation_id": town.school}
    mentors, mentees = (town.people["school", side] for side in (Role.MENTOR, Role.MENTEE))
    parent = town.people["school", Role.REPRESENTATIVE][0]
    async with acting(database, who, clock.now()) as unit:
        child = await unit.session.get_one(Person, mentees[0])
        child.birth_year, child.phone = 2013, None
        (await unit.session.get_one(Person, parent)).phone = "+79001112233"
        unit.session.add(
            Representation(
                organisation_id=town.school,
                representative_id=parent,
                child_id=mentees[0],
                since=unit.now,
            )
        )
        ended = await pairs.create(unit, mentor_id=mentors[0], mentee_id=mentees[0], **place)
        await drafts.propose(unit, mentor_id=mentors[1], mentee_id=mentees[1], **place)
        await life.end(unit, pair_id=ended, ground="mutual")
        made = await MAKERS["bank-export"](unit, unit.me, {"organisation": town.school})
    assert made is not None
    page = load_workbook(io.BytesIO(made.data)).worksheets[0]
    rows = {row[1]: row for row in list(page.values)[1:]}
    names = town.names
    first, second = rows[names[mentees[0]]], rows[names[mentees[1]]]
    assert first[2] == f"{names[parent]}, +79001112233"
    assert first[6] == names[mentors[0]]
    assert first[10:13] == ("завершена досрочно, встреч: 0", None, None)
    assert (second[6], second[10]) == (None, None)
