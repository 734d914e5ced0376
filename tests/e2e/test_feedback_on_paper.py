"""What pupils without a phone say of meetings: by word in three taps, on paper for a class."""

import io
from datetime import timedelta

import pytest
from docx import Document
from openpyxl import load_workbook
from sqlalchemy import select

from db.models import Feedback, Meeting, Pair, Person
from examples.stage import Stage
from mentoring.surveys.codes import code_for
from sandbox.people import Person as Somebody
from tests.e2e.invariants import broken
from tests.e2e.municipality import School
from tests.e2e.test_pairs import press, send
from tests.e2e.test_questionnaires import document, menu, with_programme


@pytest.fixture
async def met(stage: Stage) -> tuple[Stage, School]:
    """A pair of a programme that has met three times and plans to meet once more."""
    school = await with_programme(stage, "ученик – ученик")
    await menu(stage, school.curators[0], "Пары")
    await press(stage, school.curators[0], "Создать пару", 0, 0, "Создать")
    today = stage.clock.now().date()
    async with stage.app.database.begin() as session:
        pair = (await session.scalars(select(Pair))).one()
        pair.started_on = today - timedelta(days=5)
        mentor = await session.scalar(
            select(Person.id).where(Person.telegram_id == school.mentors[0].id)
        )
        for number, status in ((3, "held"), (2, "held"), (1, "held"), (-2, "planned")):
            session.add(
                Meeting(
                    organisation_id=school.id,
                    pair_id=pair.id,
                    status=status,
                    held_on=today - timedelta(days=number),
                    minutes=45,
                    kind="working",
                    note="",
                    logged_by=mentor or 0,
                    logged_at=stage.clock.now(),
                )
            )
    return stage, school


async def feedbacks(stage: Stage) -> list[tuple[int, int, str, str]]:
    async with stage.app.database.reading() as session:
        rows = await session.execute(
            select(Feedback.meeting_id, Feedback.mark, Feedback.note, Feedback.channel).order_by(
                Feedback.meeting_id, Feedback.id
            )
        )
        return [tuple(row) for row in rows]  # type: ignore[misc]


async def fill_in(stage: Stage, curator: Somebody, mentee: Somebody) -> None:
    """The table that has come, with two answers and three rows that are nobody's."""
    _name, data = document(curator)
    book = load_workbook(io.BytesIO(data))
    page = book.worksheets[0]
    keys = [cell.value for cell in page[2]]
    assert keys[:3] == ["#feedback:1/mentee", None, "mark"]
    assert [page.cell(row, 2).value for row in (3, 4, 5)] == [
        f"{mentee.name}, встреча 11.09",
        f"{mentee.name}, встреча 12.09",
        None,
    ]
    for row, mark in ((3, 2), (4, 10)):
        page.cell(row, 3).value = mark
    page.cell(3, keys.index("difficult") + 1).value = "Не успели"
    page.cell(3, keys.index("need_curator") + 1).value = "Да"
    async with stage.app.database.reading() as session:
        me = await session.scalar(select(Person.id).where(Person.telegram_id == mentee.id))
    # The one to come has not been held, and 99 is nobody's; a code may be misread.
    for row, code in ((5, code_for(me or 0, 4)), (6, code_for(me or 0, 99)), (7, "12-0 / 5-5")):
        page.cell(row, 1).value, page.cell(row, 3).value = code, 7
    written = io.BytesIO()
    book.save(written)
    await curator.send_file("answers.xlsx", written.getvalue())
    await stage.settle()


async def test_a_curator_enters_what_was_said_and_what_was_written(
    met: tuple[Stage, School],
) -> None:
    stage, school = met
    curator, mentor, mentee = school.people
    await menu(stage, curator, "Пары")
    await press(stage, curator, "Журнал встреч", 0)
    # Three taps: whose, the mark; and the pair is at hand already.
    await press(stage, curator, "Отзыв со слов")
    assert curator.buttons()[:2] == [f"13.09, {mentee.name}", f"13.09, {mentor.name}"]
    await press(stage, curator, f"13.09, {mentee.name}", "9")
    assert f"{mentee.name}: записано, оценка 9" in curator.toasts[-1].text
    assert f"13.09, {mentee.name}" not in curator.buttons()
    await press(stage, curator, f"13.09, {mentor.name}")
    await send(stage, curator, "хорошо")
    assert "Начните с оценки" in curator.screen
    await send(stage, curator, "8, решили <задачу>")
    assert await feedbacks(stage) == [(3, 9, "", "spoken"), (3, 8, "решили <задачу>", "spoken")]

    await menu(stage, curator, "Анкеты")
    number = next(one for one in curator.buttons() if "После встречи" in one)
    await press(stage, curator, number)
    assert "Ответили: 2 из 6, со слов 2" in curator.screen
    assert "Разослать неответившим" not in curator.buttons()
    await press(stage, curator, "На бумаге", "Бланки наставляемым")
    _name, data = document(curator)
    said = "\n".join(one.text for one in Document(io.BytesIO(data)).paragraphs)
    # Two meetings nobody has answered for, and the one to come.
    assert said.count("Код ") == 3 and "встреча 16.09" in said and "встреча 13.09" not in said
    await press(stage, curator, "Таблица: наставляемые")
    await fill_in(stage, curator, mentee)
    assert "человек 2, ошибок 3" in curator.screen
    await press(stage, curator, "Посмотреть и сохранить")
    assert curator.screen.count("такой встречи нет, или она ещё не записана") == 3
    await press(stage, curator, "Сохранить")
    assert "с отметкой «с бумаги»: 2" in curator.toasts[-1].text
    assert [row for row in await feedbacks(stage) if row[3] == "paper"] == [
        (1, 2, "Что было трудно: Не успели", "paper"),
        (2, 10, "", "paper"),
    ]
    assert any("Низкая оценка встречи: 2 из 10" in one.text for one in curator.chat)
    await menu(stage, curator, "Пары")
    await press(stage, curator, "Журнал встреч")
    assert "отзывов 67 %" in curator.screen
    assert await broken(stage.app.database) == {}
