"""Somebody who simply writes what happened."""

from datetime import timedelta

from sqlalchemy import select

from db.models import Meeting
from examples.stage import Stage
from tests.e2e.test_pairs import paired, press, send


async def test_a_line_fills_the_card(stage: Stage) -> None:
    school = await paired(stage)
    mentor = school.mentors[0]
    await stage.go_to(stage.clock.now() + timedelta(days=3))
    await send(stage, mentor, "/menu")
    await send(stage, mentor, "вчера 50 мин, разобрали план урока")
    assert "вчера" in mentor.screen
    assert "50 мин" in mentor.screen
    assert "Заметка: разобрали план урока" in mentor.screen
    await press(stage, mentor, "Записать")
    assert "Встреча записана" in mentor.screen
    async with stage.app.database.reading() as session:
        (meeting,) = (await session.scalars(select(Meeting))).all()
    assert (meeting.minutes, meeting.note) == (50, "разобрали план урока")
    assert meeting.held_on == stage.clock.now().date() - timedelta(days=1)


async def test_what_is_doubtful_is_settled_before_saving(stage: Stage) -> None:
    school = await paired(stage)
    mentor = school.mentors[0]
    await send(stage, mentor, "неделю назад встретились, час")
    assert "Уточните: день" in mentor.screen
    await press(stage, mentor, "Записать")
    assert "Сначала уточните" in mentor.toasts[-1].text
    await press(stage, mentor, "Сегодня")
    assert "Уточните" not in mentor.screen
    await press(stage, mentor, "Записать")
    assert "Встреча записана" in mentor.screen


async def test_what_is_no_meeting_is_not_taken_for_one(stage: Stage) -> None:
    school = await paired(stage)
    mentor, mentee = school.mentors[0], school.mentees[0]
    await send(stage, mentor, "вчера час переписывались в вк")
    assert "Эта встреча прошла?" in mentor.screen
    assert "вчера час переписывались в вк" in mentor.screen
    await press(stage, mentor, "Не записывать")
    for person in (mentor, mentee):
        await send(stage, person, "как дела")
        assert "Не получилось понять" in person.screen
    async with stage.app.database.reading() as session:
        assert (await session.scalars(select(Meeting))).all() == []


async def test_a_mentee_writes_what_happened_too(stage: Stage) -> None:
    school = await paired(stage)
    mentor, mentee = school.mentors[0], school.mentees[0]
    await stage.go_to(stage.clock.now().replace(hour=14) + timedelta(days=1))
    await send(stage, mentee, "встретились вчера с наставником 40 минут")
    assert "Запись встречи" in mentee.screen
    assert f"С кем: {mentor.name}" in mentee.screen
    assert "вчера" in mentee.screen
    assert "40 мин" in mentee.screen
    await press(stage, mentee, "8")
    assert "Встреча записана" in mentee.screen
    # And of the same meeting: it is recorded.
    await send(stage, mentor, "вчера 45 минут")
    assert f"уже записал(а) {mentee.name}" in mentor.screen
    await send(stage, mentee, "наставник не пришел")
    assert "Эта встреча прошла?" in mentee.screen


async def test_a_line_of_a_time_that_comes_round_plans_it(stage: Stage) -> None:
    school = await paired(stage)
    mentor, mentee = school.mentors[0], school.mentees[0]
    await send(stage, mentor, "встречаемся каждую среду в 15:30")
    assert "Повтор: каждую среду" in mentor.buttons()
    assert "среда, 16 сентября, 15:30" in mentor.screen
    await press(stage, mentor, "Отправить приглашение")
    assert "и дальше каждую среду" in mentee.screen


async def test_a_doubtful_line_is_a_filled_card_one_tap_away(stage: Stage) -> None:
    school = await paired(stage)
    mentor = school.mentors[0]
    await send(stage, mentor, "бронь кабинета и час с Колей")
    await press(stage, mentor, "Да, прошла")
    assert "60 мин" in mentor.screen
    await press(stage, mentor, "Записать")
    assert "Встреча записана" in mentor.screen


async def test_a_line_of_a_meeting_to_come_plans_it(stage: Stage) -> None:
    school = await paired(stage)
    mentor, mentee = school.mentors[0], school.mentees[0]
    await send(stage, mentor, "завтра в 15:30 итоговая встреча в библиотеке, полчаса")
    assert "15:30" in mentor.screen
    assert "Длительность: 30 мин" in mentor.screen
    assert "в библиотеке" in mentor.screen
    assert "Вид: итоговая" in mentor.screen
    await press(stage, mentor, "Отправить приглашение")
    assert "приглашает на встречу" in mentee.screen
    async with stage.app.database.reading() as session:
        (meeting,) = (await session.scalars(select(Meeting))).all()
    assert (meeting.minutes, meeting.kind, meeting.place) == (30, "final", "в библиотеке")
    assert meeting.held_on == stage.clock.now().date() + timedelta(days=1)


async def test_what_lacks_of_a_meeting_to_come_is_asked(stage: Stage) -> None:
    school = await paired(stage)
    mentor = school.mentors[0]
    await send(stage, mentor, "завтра встреча, час")
    assert "Во сколько?" in mentor.screen
    await send(stage, mentor, "16:00")
    assert "Длительность: 60 мин" in mentor.screen
    await press(stage, mentor, "Отмена")
    await send(stage, mentor, "встречаемся в 16:10")
    assert "Выберите время или напишите" in mentor.screen
    await send(stage, mentor, "завтра")
    assert "16:10" in mentor.screen
    await press(stage, mentor, "Отмена")
    await send(stage, mentor, "надеюсь в пятницу в 17:00 посидим")
    await press(stage, mentor, "Она ещё впереди")
    assert "пятница" in mentor.screen
    assert "17:00" in mentor.screen
