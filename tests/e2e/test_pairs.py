"""Pairs and their meetings, through the chat."""

from sqlalchemy import select

from db.models import Feedback, Meeting, Pair
from examples.stage import Stage
from mentoring.roles import Role
from sandbox.people import Person
from tests.e2e.municipality import School, found, join


async def press(stage: Stage, person: Person, *which: str | int) -> None:
    for one in which:
        await person.press(one)
        await stage.settle()


async def send(stage: Stage, person: Person, text: str) -> None:
    await person.send(text)
    await stage.settle()


async def press_raw(stage: Stage, person: Person, data: str) -> None:
    """A forged press on the person's newest keyboard; it is answered all the same."""
    message = person.keyboard_message()
    assert message is not None
    pressed = await person.press_raw(data, message)
    await stage.settle()
    assert pressed.answered


async def paired(stage: Stage) -> School:
    """A school with one curator, mentor and mentee, the two a pair."""
    school = (await found(stage, "Управление", ["Школа № 5"])).schools[0]
    await press(stage, school.curators[0], "Пары", "Создать пару", 0, 0, "Создать")
    return school


async def test_a_curator_is_told_what_is_missing_and_makes_one_pair_only(stage: Stage) -> None:
    town = await found(stage, "Управление", ["Школа № 5"])
    curator = town.schools[0].curators[0]
    await press(stage, curator, "Пары")
    assert "Создайте первую" in curator.screen
    await press(stage, curator, "Создать пару", 0, 0)
    assert "Оба получат сообщение" in curator.screen
    await press(stage, curator, "Создать")
    assert "Встреч ещё не было" in curator.screen
    await press(stage, curator, "К списку пар", "Создать пару", 0, 0, "Создать")
    assert "Такая пара уже есть" in curator.toasts[-1].text
    async with stage.app.database.reading() as session:
        assert len((await session.scalars(select(Pair))).all()) == 1
    mentor, mentee = town.schools[0].mentors[0], town.schools[0].mentees[0]
    assert f"наставляемый: {mentee.name}" in mentor.screen
    assert f"Ваш наставник: {mentor.name}" in mentee.screen


async def test_a_meeting_takes_two_taps_and_the_mentees_mark_one(stage: Stage) -> None:
    school = await paired(stage)
    curator, mentor, mentee = school.people
    await press(stage, mentor, "Записать встречу", "Записать")
    assert "Встреча записана" in mentor.screen
    await press(stage, mentor, "9")
    assert "Ваша оценка: 9" in mentor.screen
    assert mentee.buttons() == [*(str(mark) for mark in range(1, 11)), "Встречи не было"]
    await press(stage, mentee, "8")
    assert "Ваша оценка: 8 из 10" in mentee.screen
    await send(stage, mentee, "Было <b>полезно</b>")
    assert "Записано, спасибо!" in mentee.screen
    await press(stage, curator, "К списку пар", 0)
    assert "Оценки: наставник 9, наставляемый 8" in curator.screen
    await press(stage, curator, "Заметки и отзывы")
    assert "отзыв наставляемого: Было <b>полезно</b>" in curator.screen
    async with stage.app.database.reading() as session:
        meeting = (await session.scalars(select(Meeting))).one()
        marks = (await session.scalars(select(Feedback.mark).order_by(Feedback.id))).all()
    assert (meeting.kind, meeting.minutes, meeting.note) == ("acquaintance", 45, "")
    assert marks == [9, 8]


async def test_the_card_takes_a_typed_day_length_and_note(stage: Stage) -> None:
    school = await paired(stage)
    mentor = school.mentors[0]
    await press(stage, mentor, "Записать встречу")
    for typed, shown in (
        ("20.09", "20 сентября ещё не наступило"),
        ("1500", "Длительность бывает от 5 до 600 минут"),
        ("70 мин", "Длительность: 70 мин"),
        ("Вчера", "Когда: вчера, 13 сентября"),
        ("Составили план на 12.10", "Заметка: Составили план на 12.10"),
        ("Заметки и вид встречи", "Сначала выберите, кто это увидит"),
        ("Другой вид встречи", "Какой была эта встреча?"),
        ("3", "Вид: планирование"),
    ):
        await send(stage, mentor, typed)
        assert shown in mentor.screen
    await press(stage, mentor, "Записать")
    assert "Пара создана 14 сентября 2026" in mentor.toasts[-1].text
    await press(stage, mentor, "Сегодня", "Записать")
    assert "планирование, 14 сентября, 70 мин" in mentor.screen
    await press(stage, mentor, "В главное меню", "Записать встречу")
    # It may be the same: what comes next is proposed when it is not.
    assert "Вы уже записали встречу за этот день (70 мин)" in mentor.screen
    await press(stage, mentor, "Записать")
    assert "Вы уже записали" in mentor.toasts[-1].text
    await press(stage, mentor, "Это другая встреча")
    assert "Вид: рабочая встреча" in mentor.screen


async def test_a_low_mark_leads_the_curator_to_the_pair(stage: Stage) -> None:
    school = await paired(stage)
    curator, mentor, mentee = school.people
    await press(stage, mentor, "Записать встречу", "Записать")
    await press(stage, mentee, "2")
    assert "Низкая оценка встречи: 2 из 10" in curator.screen
    await press(stage, curator, "Открыть пару")
    assert "наставляемый 2" in curator.screen


async def test_a_mark_of_somebody_elses_meeting_is_refused(stage: Stage) -> None:
    school = await paired(stage)
    curator, mentor, mentee = school.people
    await press(stage, mentor, "Записать встречу", "Записать")
    for forged in ("feedback:1:11", "feedback:99:5", "feedback:", "feedback:1:5:7", "feedback:x"):
        await press_raw(stage, mentee, forged)
    await press_raw(stage, curator, "feedback:1:5")
    for person in (await found(stage, "Другое управление", ["Лицей № 1"])).schools[0].people:
        for data in ("feedback:1:5", "pair:1", "meeting:1"):
            await press_raw(stage, person, data)
            assert mentee.name not in person.screen
    async with stage.app.database.reading() as session:
        assert (await session.scalars(select(Feedback))).all() == []


async def test_a_mentor_with_two_pairs_chooses_and_an_ended_pair_is_closed(stage: Stage) -> None:
    school = await paired(stage)
    curator, mentor, first = school.people
    [second] = await join(stage, school.id, Role.MENTEE, "Новенький", 1)
    await press(stage, curator, "К списку пар", "Создать пару", 0, second.name, "Создать")
    await send(stage, mentor, "/menu")
    await press(stage, mentor, "Записать встречу")
    assert mentor.buttons()[:2] == [first.name, second.name]
    await press(stage, mentor, second.name)
    assert f"С кем: {second.name}" in mentor.screen
    await press(stage, curator, "Завершить пару", 1, "Да, завершить")
    assert "завершена" in second.screen
    await press(stage, mentor, "Записать")
    assert "Эта пара завершена" in mentor.toasts[-1].text
    assert "Приказ о досрочном завершении" in curator.screen
    await send(stage, curator, "/menu")
    await press(stage, curator, "Пары", "Завершённые (1)")
    assert "Завершённые пары" in curator.screen
    assert second.name in curator.screen
    assert first.name not in curator.screen
