"""What goes wrong around meetings leaves one meeting and one clear sentence."""

import asyncio
from datetime import timedelta

from sqlalchemy import select, update

from db.models import Feedback, Meeting, PairMember
from db.models import Person as Record
from examples.stage import Stage
from tests.e2e.test_pairs import paired, press, press_raw, send


async def test_taps_at_once_on_both_sides_make_one_meeting(stage: Stage) -> None:
    school = await paired(stage)
    mentor, mentee = school.mentors[0], school.mentees[0]
    await stage.go_to(stage.clock.now() + timedelta(days=1))
    for person in (mentor, mentee):
        await send(stage, person, "/menu")
        await press(stage, person, "Мои встречи", "Записать встречу")
    await asyncio.gather(*(one.press("9") for one in (mentor, mentee) for _ in range(2)))
    await stage.settle()
    for person in (mentor, mentee):
        assert any("Ваша оценка: 9" in message.text for message in person.chat)
    async with stage.app.database.reading() as session:
        (meeting,) = (await session.scalars(select(Meeting))).all()
        marks = (await session.scalars(select(Feedback.mark))).all()
    assert (meeting.status, list(marks)) == ("held", [9, 9])
    assert meeting.confirmed_at is not None


async def test_the_second_to_record_is_told_of_the_first_and_asked_once(stage: Stage) -> None:
    school = await paired(stage)
    mentor, mentee = school.mentors[0], school.mentees[0]
    await stage.go_to(stage.clock.now().replace(hour=12) + timedelta(days=1))
    for person in (mentor, mentee):
        await send(stage, person, "/menu")
        await press(stage, person, "Мои встречи", "Записать встречу")
    await send(stage, mentee, "было трудно")
    await press(stage, mentor, "60 мин", "9")
    assert "Насколько она была полезной" in mentee.screen
    mine = next(one for one in reversed(mentee.chat) if "Запись встречи" in one.text)
    await mentee.press("8", message=mine)
    await stage.settle()
    assert "Эта встреча уже записана" in mine.text
    assert "60 мин" in mine.text
    assert "Ваша оценка: 8" in mine.text
    prompt = next(one for one in mentee.chat if "Насколько она была полезной" in one.text)
    assert prompt.markup is None
    async with stage.app.database.reading() as session:
        (meeting,) = (await session.scalars(select(Meeting))).all()
        said = (await session.scalars(select(Feedback.note).where(Feedback.mark == 8))).one()
    assert (meeting.minutes, said) == (60, "было трудно")


async def test_the_same_told_twice_is_noticed_and_another_one_is_said(stage: Stage) -> None:
    school = await paired(stage)
    mentor, mentee = school.mentors[0], school.mentees[0]
    await stage.go_to(stage.clock.now().replace(hour=12) + timedelta(days=1))
    await send(stage, mentor, "сегодня 40 минут, разобрали план")
    await press(stage, mentor, "9")
    # The other side has not said anything yet: it is the same one, whatever would come next.
    await press_raw(stage, mentee, "meeting:1")
    assert f"уже записал(а) {mentor.name} (40 мин)" in mentee.screen
    assert "Вид: знакомство" in mentee.screen
    await press(stage, mentee, "7")
    assert "Эта встреча уже записана" in mentee.screen
    await send(stage, mentor, "сегодня час, решали задачи")
    assert "Вы уже записали встречу за этот день (40 мин)" in mentor.screen
    await press(stage, mentor, "9")
    assert "нажмите «Это другая встреча»" in mentor.toasts[-1].text
    await press(stage, mentor, "Это другая встреча")
    assert "Записывается ещё одна встреча этого дня" in mentor.screen
    assert "Вид: пробная встреча" in mentor.screen
    # Another day is asked anew.
    await press(stage, mentor, "Вчера", "Сегодня")
    assert "Вы уже записали встречу" in mentor.screen
    await press(stage, mentor, "Заметки и вид встречи", "Другой вид встречи", "Знакомство")
    await press(stage, mentor, "Это другая встреча", "9")
    assert "Встреча записана" in mentor.screen
    async with stage.app.database.reading() as session:
        rows = (await session.scalars(select(Meeting).order_by(Meeting.id))).all()
    found = [(row.kind, row.ordinal, row.minutes) for row in rows]
    assert found == [("acquaintance", 1, 40), ("acquaintance", 2, 60)]


async def test_an_early_record_does_not_take_the_planned_one_unasked(stage: Stage) -> None:
    school = await paired(stage)
    mentor, mentee = school.mentors[0], school.mentees[0]
    await send(stage, mentor, "/menu")
    await press(stage, mentor, "Ближайшие встречи", "Назначить встречу")
    await send(stage, mentor, "завтра 19:00")
    await press(stage, mentor, "Отправить приглашение")
    await press(stage, mentee, "Подходит")
    await stage.go_to(stage.clock.now().replace(hour=12) + timedelta(days=1))
    await send(stage, mentor, "сегодня 40 минут, разобрали план")
    assert "назначена встреча в 19:00" in mentor.screen
    await press(stage, mentor, "Это другая встреча", "9")
    async with stage.app.database.reading() as session:
        rows = (await session.scalars(select(Meeting).order_by(Meeting.id))).all()
    assert [(row.ordinal, row.status) for row in rows] == [(1, "planned"), (2, "held")]


async def test_whoever_is_no_longer_in_the_pair_is_told_so(stage: Stage) -> None:
    school = await paired(stage)
    mentor = school.mentors[0]
    await press(stage, mentor, "Записать встречу")
    async with stage.app.database.begin() as session:
        me = await session.scalar(select(Record.id).where(Record.telegram_id == mentor.id))
        left = update(PairMember).where(PairMember.person_id == me)
        await session.execute(left.values(left_on=stage.clock.now().date()))
    await press(stage, mentor, "9")
    assert "Вы больше не в этой паре" in mentor.toasts[-1].text
    assert "Встреча записана" not in mentor.screen
    async with stage.app.database.reading() as session:
        assert (await session.scalars(select(Meeting))).all() == []
