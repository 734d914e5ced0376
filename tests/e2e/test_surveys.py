"""Surveys, through the chat."""

from datetime import timedelta

from sqlalchemy import func, select

from db.models import Answer, Response
from examples.stage import Stage
from mentoring.roles import Role
from sandbox.people import Person
from tests.e2e.municipality import School, found, join
from tests.e2e.test_pairs import press, press_raw, send

OPEN = "Ответить: В начале программы"


async def with_survey(stage: Stage, when: str = "Завтра") -> School:
    """A school whose curator has set the entry survey."""
    school = (await found(stage, "Управление", ["Школа № 5"])).schools[0]
    curator = school.curators[0]
    await press(stage, curator, "Опросы", "Назначить опрос", "В начале программы", when)
    await press(stage, curator, "Назначить")
    return school


async def answer_all(stage: Stage, person: Person, mark: str) -> None:
    await press(stage, person, OPEN, "Да", mark, mark, mark, mark, "Пропустить", "Отправить")


async def test_a_survey_reaches_both_sides_on_its_day_and_reminds_once(stage: Stage) -> None:
    school = await with_survey(stage)
    curator, mentor, mentee = school.people
    assert "Ответили: 0 из 2" in curator.screen
    assert OPEN not in mentor.buttons()
    await stage.go_to(stage.clock.now() + timedelta(days=1))
    assert OPEN in mentor.buttons()
    await answer_all(stage, mentee, "8")
    await stage.go_to(stage.clock.now() + timedelta(days=10))
    reminders = {
        person: sum("Вы ещё не ответили" in (one.text or "") for one in person.visible)
        for person in (mentor, mentee)
    }
    assert reminders == {mentor: 1, mentee: 0}
    await press(stage, curator, "К списку опросов", 0)
    assert "Ответили: 1 из 2" in curator.screen
    assert f"Ещё не ответили: {mentor.name}" in curator.screen
    assert "Средние оценки появятся" in curator.screen


async def test_answers_are_given_left_taken_up_corrected_and_sent(stage: Stage) -> None:
    school = await with_survey(stage)
    mentee = school.mentees[0]
    await stage.go_to(stage.clock.now() + timedelta(days=1))
    await press(stage, mentee, OPEN)
    assert "вопрос 1 из 6" in mentee.screen
    await send(stage, mentee, "2")
    await send(stage, mentee, "11")
    assert "Оценка бывает от 1 до 10" in mentee.screen
    await send(stage, mentee, "10")
    assert "вопрос 3 из 6" in mentee.screen
    await press(stage, mentee, "Назад")
    assert "Ваш ответ: 10" in mentee.screen
    await press(stage, mentee, "Продолжить позже", "Мои анкеты", 0)
    assert "вопрос 3 из 6" in mentee.screen
    await press(stage, mentee, "7", "7", "7")
    await send(stage, mentee, "Жду <i>многого</i>")
    assert "6. Своими словами: Жду <i>многого</i>" in mentee.screen
    assert "1. Опыт: Нет" in mentee.screen
    await press(stage, mentee, "2")
    assert "вопрос 2 из 6" in mentee.screen
    await press(stage, mentee, "4", "Отправить")
    assert "Ответы отправлены" in mentee.toasts[-1].text
    await press(stage, mentee, "Мои анкеты")
    assert "нет анкет и опросов" in mentee.screen
    await press(stage, mentee, OPEN)
    assert "уже отправили" in mentee.toasts[-1].text
    async with stage.app.database.reading() as session:
        given = (await session.execute(select(Answer.question, Answer.number, Answer.text))).all()
        assert await session.scalar(select(func.count(Response.completed_at))) == 1
    assert {row.question: row.number or row.text for row in given} == {
        "experience": "no",
        "usefulness": 4,
        "comfort": 7,
        "support": 7,
        "clarity": 7,
        "words": "Жду <i>многого</i>",
    }


async def test_a_survey_for_today_comes_at_once_and_averages_need_three(stage: Stage) -> None:
    school = (await found(stage, "Управление", ["Школа № 5"])).schools[0]
    curator = school.curators[0]
    school.mentees += await join(stage, school.id, Role.MENTEE, "Новенький", 2)
    await press(stage, curator, "Опросы", "Назначить опрос", "В начале программы", "Сегодня")
    await press(stage, curator, "Назначить")
    for person, mark in zip(school.mentees, ("5", "6", "10"), strict=True):
        assert "Ответить" in person.buttons()[-1]
        await answer_all(stage, person, mark)
    await press(stage, curator, "К списку опросов", 0)
    assert "Наставляемые, Польза: в среднем 7 из 10 (ответов: 3)" in curator.screen
    assert "Наставники, " not in curator.screen


async def test_nobody_answers_a_survey_that_is_not_theirs(stage: Stage) -> None:
    school = await with_survey(stage, "Сегодня")
    others = (await found(stage, "Другое управление", ["Лицей № 1"])).people
    for person in (school.curators[0], *others):
        await press_raw(stage, person, "survey:1")
        assert "вопрос 1" not in person.screen
    await press_raw(stage, school.mentees[0], "survey:1'; DROP TABLE survey;--")
    async with stage.app.database.reading() as session:
        assert (await session.scalars(select(Response))).all() == []


async def test_a_wrong_day_is_asked_for_again(stage: Stage) -> None:
    school = (await found(stage, "Управление", ["Школа № 5"])).schools[0]
    curator = school.curators[0]
    await press(stage, curator, "Опросы", "Назначить опрос", "В конце программы")
    for typed, said in (
        ("когда-нибудь", "Не получилось понять день"),
        ("13.09.2026", "на день в ближайший год"),
        ("01.01.2030", "на день в ближайший год"),
        ("21 сентября", "утром 21 сентября 2026"),
    ):
        await send(stage, curator, typed)
        assert said in curator.screen
    await press(stage, curator, "Назначить", "К списку опросов", "Назначить опрос")
    await press(stage, curator, "В конце программы")
    await send(stage, curator, "21.09")
    await press(stage, curator, "Назначить")
    assert "уже назначен" in curator.toasts[-1].text
