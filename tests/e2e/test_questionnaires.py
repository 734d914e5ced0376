"""Questionnaires of a programme: in the chat, in somebody's words, on paper, one's own."""

import io
from datetime import timedelta

import pytest
from docx import Document
from openpyxl import load_workbook
from sqlalchemy import func, select

from db.models import Answer, Person, Questionnaire, Response
from examples.stage import Stage
from mentoring.roles import Role
from sandbox.people import Person as Somebody
from tests.e2e.invariants import broken
from tests.e2e.municipality import School, found, join
from tests.e2e.test_pairs import press, send


async def with_programme(stage: Stage, form: str = "учитель – ученик") -> School:
    """A school whose curator has begun a programme."""
    school = (await found(stage, "Управление", ["Школа № 5"])).schools[0]
    curator = school.curators[0]
    await menu(stage, curator, "Люди", "Программы")
    await press(stage, curator, 0, form)
    await press(stage, curator, 0)
    return school


async def menu(stage: Stage, person: Somebody, *labels: str) -> None:
    """From the main menu, through its groups."""
    await send(stage, person, "/menu")
    for label in labels:
        for group in ("Люди", "Документы", "Ещё"):
            if label not in person.buttons() and group in person.buttons():
                await press(stage, person, group)
                if label not in person.buttons():
                    await send(stage, person, "/menu")
        await press(stage, person, label)


async def answers(stage: Stage) -> dict[str, object]:
    async with stage.app.database.reading() as session:
        rows = (
            await session.execute(
                select(Answer.question, Answer.number, Answer.text, Answer.counts)
            )
        ).all()
    return {
        row.question: row.text if row.number is None else row.number for row in rows if row.counts
    }


def document(person: Somebody) -> tuple[str, bytes]:
    """The newest file a person got."""
    file = next(one.file for one in reversed(person.visible) if one.file is not None)
    return file.name, file.data


async def test_a_mentee_fills_in_the_entry_form_by_pressing_and_typing(stage: Stage) -> None:
    school = await with_programme(stage)
    mentee = school.mentees[0]
    await menu(stage, mentee, "Мои анкеты")
    await press(stage, mentee, 0)
    assert "вопрос 1 из 26" in mentee.screen
    assert "О себе" in mentee.screen
    await send(stage, mentee, "двенадцать")
    assert "число от 1 до 11" in mentee.screen
    await send(stage, mentee, "8")
    await press(stage, mentee, "Да")
    # The answer has brought a question with it.
    assert "Где и в чём" in mentee.screen
    assert "вопрос 3 из 27" in mentee.screen
    await press(stage, mentee, "Назад", "Нет")
    assert "вопрос 3 из 26" in mentee.screen
    await send(stage, mentee, "1, 5")
    await press(stage, mentee, "Назад")
    assert "✓ 5. Физика" in mentee.buttons()
    await press(stage, mentee, "✓ 1. Математика", "Готово")
    await send(stage, mentee, "я" * 3000)
    assert "помещается 1" in mentee.screen
    await send(stage, mentee, "Хочу понимать <b>задачи</b> 🙂")
    # Days pass, and the bot is begun anew: everything is where it was.
    await stage.go_to(stage.clock.now() + timedelta(days=5))
    await menu(stage, mentee, "Мои анкеты")
    await press(stage, mentee, 0)
    assert "вопрос 5 из 26" in mentee.screen
    await send(stage, mentee, "в субботу; каникулы")
    assert "Не все варианты понятны" in mentee.screen
    await send(stage, mentee, "в субботу; в каникулы")
    await send(stage, mentee, "1")
    await send(stage, mentee, "русский, татарский")
    await press(stage, mentee, "Всё равно", "Пропустить", "Пропустить")
    for _ in range(13):
        await press(stage, mentee, "9")
    await press(stage, mentee, "Пропустить", "Пропустить", "Да")
    assert "проверьте ответы" in mentee.screen
    assert "1. Класс: 8" in mentee.screen
    await press(stage, mentee, "2", "Да")
    assert "Где и в чём" in mentee.screen
    await send(stage, mentee, "В кружке робототехники")
    await press(stage, mentee, "2", "Нет", "Отправить")
    given = await answers(stage)
    assert given["requests"] == "physics"
    assert given["times"] == "saturday,holidays"
    assert given["languages"] == "ru,tt"
    assert given["request_words"] == "Хочу понимать <b>задачи</b> 🙂"
    # Kept, and not counted: its condition fell away.
    assert "experience_where" not in given
    assert await broken(stage.app.database) == {}


async def test_a_curator_fills_in_for_somebody_who_then_takes_the_record_over(
    stage: Stage,
) -> None:
    school = await with_programme(stage)
    curator, mentor = school.curators[0], school.mentors[0]
    await menu(stage, curator, "Анкеты")
    await press(stage, curator, "2. После общей встречи", "Внести со слов")
    await press(stage, curator, mentor.name)
    assert f"Со слов: {mentor.name}" in curator.screen
    await press(stage, curator, "Нет", "Пропустить", "8", "Отправить")
    assert "со слов" in curator.toasts[-1].text
    await menu(stage, mentor, "Мои анкеты")
    await press(stage, mentor, "После общей встречи")
    assert "внёс за Вас куратор" in mentor.screen
    await press(stage, mentor, "1", "Да")
    await send(stage, mentor, "С Анной")
    for label in ("Пропустить", "Пропустить", "Пропустить"):
        await press(stage, mentor, label)
    await press(stage, mentor, "Отправить")
    async with stage.app.database.reading() as session:
        [response] = (
            await session.scalars(select(Response).where(Response.completed_at.is_not(None)))
        ).all()
    assert (response.channel, response.occasion) == ("chat", "preference:1")
    assert (await answers(stage))["first_choice"] == "С Анной"


@pytest.fixture
async def paper(stage: Stage) -> tuple[Stage, School]:
    school = await with_programme(stage)
    school.mentees += await join(stage, school.id, Role.MENTEE, "Новенький", 2)
    curator = school.curators[0]
    await menu(stage, curator, "Анкеты")
    await press(stage, curator, "1. Анкета в начале программы", "На бумаге")
    return stage, school


async def test_a_class_answers_on_paper(paper: tuple[Stage, School]) -> None:
    stage, school = paper
    curator = school.curators[0]
    await press(stage, curator, "Бланки наставляемым")
    name, data = document(curator)
    assert name == "Бланки – Анкета в начале программы.docx"
    said = "\n".join(one.text for one in Document(io.BytesIO(data)).paragraphs)
    assert said.count("Код ") == 3
    assert "если на вопрос 2 ответ «Да»" in said
    await press(stage, curator, "Таблица: наставляемые")
    name, data = document(curator)
    book = load_workbook(io.BytesIO(data))
    page = book.worksheets[0]
    keys = [cell.value for cell in page[2]]
    assert keys[0] == "#entry:1/mentee"
    for row, (grade, topics, mark) in enumerate(
        (("7", "1, 5", 9), ("12", "шахматы", 11), ("8", "Физика", 4)), start=3
    ):
        page.cell(row, keys.index("grade") + 1).value = grade
        page.cell(row, keys.index("requests") + 1).value = topics
        page.cell(row, keys.index("comfort") + 1).value = mark
        page.cell(row, keys.index("words") + 1).value = "Всё <b>хорошо</b>"
    page.cell(6, 1).value, page.cell(6, 3).value = "999-9", "5"
    written = io.BytesIO()
    book.save(written)
    await curator.send_file("answers.xlsx", written.getvalue())
    await stage.settle()
    assert "человек 3, ошибок 4" in curator.screen
    await press(stage, curator, "Посмотреть и сохранить")
    assert "Строка 4, «Запрос»: Не все варианты понятны" in curator.screen
    assert "Строка 4, «Класс»" in curator.screen
    assert "Строка 6, «999-9»" in curator.screen
    await press(stage, curator, "Сохранить")
    assert "с бумаги" in curator.toasts[-1].text
    async with stage.app.database.reading() as session:
        channels = (
            await session.execute(
                select(Response.channel, func.count())
                .where(Response.completed_at.is_not(None))
                .group_by(Response.channel)
            )
        ).all()
    assert [tuple(row) for row in channels] == [("paper", 3)]
    mentee = school.mentees[0]
    await menu(stage, mentee, "Мои анкеты")
    await press(stage, mentee, 0)
    assert "с Вашего бумажного бланка" in mentee.screen
    await press(stage, mentee, "Всё верно")
    assert await broken(stage.app.database) == {}


async def test_a_form_of_ones_own_comes_from_a_table_and_is_tried_before_it_goes_live(
    stage: Stage,
) -> None:
    school = await with_programme(stage)
    curator = school.curators[0]
    await menu(stage, curator, "Свои вопросы и анкеты")
    await press(stage, curator, "Свои анкеты", "Новая анкета")
    await send(stage, curator, "О школьной газете")
    await press(stage, curator, "Прислать таблицу")
    name, data = document(curator)
    book = load_workbook(io.BytesIO(data))
    page, example = book.worksheets[:2]
    for row in example.iter_rows(min_row=2, values_only=True):
        page.append(row)
    page.append([None, "Как?", "угадайка"])
    page.append([None, "Ещё?", "да или нет", None, "да", "77 = да"])
    for wrong in (True, False):
        if not wrong:
            page.delete_rows(page.max_row - 1, 2)
        written = io.BytesIO()
        book.save(written)
        await curator.send_file(name, written.getvalue())
        await stage.settle()
        if wrong:
            assert "Строка 7: вид ответа «угадайка»" in curator.screen
            assert "Строка 8: условие «77 = да»" in curator.screen
            await menu(stage, curator, "Свои вопросы и анкеты")
            await press(stage, curator, "Свои анкеты", "Новая анкета")
            await send(stage, curator, "О школьной газете")
    await press(stage, curator, "Проверить анкету", "Проба: наставляемый")
    assert "Проба: ответы не сохраняются" in curator.screen
    await send(stage, curator, "25")
    await press(stage, curator, "Нет")
    assert "Насколько понятна" in curator.screen
    await press(stage, curator, "9", "Закончить пробу")
    async with stage.app.database.reading() as session:
        assert (await session.scalars(select(Answer))).all() == []
    await press(stage, curator, "Включить")
    await menu(stage, curator, "Опросы")
    await press(stage, curator, "Назначить опрос", "О школьной газете", "Сегодня", "Назначить")
    mentor = school.mentors[0]
    await press(stage, mentor, "Ответить: О школьной газете", "8", "Отправить")
    assert (await answers(stage)) == {"q4": 8}


async def test_a_curator_adds_a_question_and_cannot_leave_out_a_mandatory_one(
    stage: Stage,
) -> None:
    school = await with_programme(stage)
    curator, mentor = school.curators[0], school.mentors[0]
    await menu(stage, curator, "Свои вопросы и анкеты")
    await press(stage, curator, "Вопросы в анкетах программы", "После общей встречи")
    await press(stage, curator, "учитель – ученик", "Наставника")
    await press(stage, curator, "1. Были на встрече")
    assert "обязателен" in curator.toasts[-1].text
    await press(stage, curator, "6. С кем не хотелось бы", "Добавить вопрос")
    await send(stage, curator, "Какой чай Вы любите?")
    await press(stage, curator, "Один вариант")
    await send(stage, curator, "Чёрный\nЗелёный")
    assert "Какой чай Вы любите (свой)" in curator.screen
    assert "С кем не хотелось бы (убран)" in curator.screen
    await menu(stage, curator, "Анкеты")
    await press(stage, curator, "2. После общей встречи", "Разослать неответившим")
    assert "заполнить анкету: «После общей встречи»" in mentor.screen
    await press(stage, mentor, 0, "Нет", "7")
    assert "Вопросы школы" in mentor.screen
    await press(stage, mentor, "Зелёный", "Отправить")
    async with stage.app.database.reading() as session:
        assert (await session.scalar(select(func.count()).select_from(Questionnaire))) == 2
        assert await session.scalar(select(Person.id).where(Person.name == mentor.name))
    given = await answers(stage)
    assert given["own_2_1"] == "o2"
