"""A meeting is planned, agreed upon, reminded of and told of, through the chat."""

from datetime import timedelta

from sqlalchemy import select, update

from db.models import Feedback, Meeting, Membership, Organisation
from db.models import Person as Record
from examples.stage import Stage
from tests.e2e.municipality import found
from tests.e2e.test_pairs import paired, press, press_raw, send


async def test_from_a_chip_to_the_card_after_the_end(stage: Stage) -> None:
    school = await paired(stage)
    curator, mentor, mentee = school.people
    await send(stage, mentor, "/menu")
    await press(stage, mentor, "Ближайшие встречи")
    assert "Пока ничего не назначено" in mentor.screen
    await press(stage, mentor, "Назначить встречу", 0)
    assert "вторник, 15 сентября, 15:00" in mentor.screen
    await send(stage, mentor, "кабинет 12")
    assert "Где: в школе, кабинет 12" in mentor.screen
    await press(stage, mentor, "Отправить приглашение")
    assert f"{mentor.name} приглашает на встречу" in mentee.screen
    await press(stage, mentee, "Другое время или место")
    await send(stage, mentee, "завтра 15:30")
    await press(stage, mentee, "Отправить приглашение")
    assert "предлагает перенести" in mentor.screen
    await press(stage, mentor, "Подходит")
    # This morning's digest is out: nothing would remind of tomorrow.
    assert mentor.toasts[-1].text == "Договорились."
    assert "Договорились." in mentor.screen
    assert "Встреча согласована" in mentee.screen
    await press(stage, mentor, "В свой календарь")
    assert any("откройте файл" in message.text for message in mentor.chat[-3:])
    await press_raw(stage, curator, "plan-yes:2")
    await send(stage, mentor, "/menu")
    # 15:30 and 45 minutes: the card comes when it is over.
    await stage.go_to(stage.clock.now().replace(hour=13, minute=15) + timedelta(days=1))
    assert "Встреча в 15:30" in mentor.screen
    assert mentor.buttons()[-3:] == ["Состоялась", "Перенести", "Не вышло"]
    await press(stage, mentor, "9")
    assert "Встреча записана" in mentor.screen
    assert "Ваша оценка: 9" in mentor.screen
    assert "Насколько она была полезной" in mentee.screen
    async with stage.app.database.reading() as session:
        rows = (await session.scalars(select(Meeting).order_by(Meeting.id))).all()
        marks = (await session.scalars(select(Feedback.mark))).all()
    assert [row.status for row in rows] == ["moved", "held"]
    assert list(marks) == [9]


async def test_a_meeting_planned_since_the_proposal_is_noticed_with_the_yes(stage: Stage) -> None:
    school = await paired(stage)
    _, mentor, mentee = school.people
    await send(stage, mentor, "/menu")
    await press(stage, mentor, "Ближайшие встречи", "Назначить встречу", 0, "Отправить приглашение")
    async with stage.app.database.begin() as session:
        proposed = (await session.scalars(select(Meeting))).one()
        assert proposed.starts_at is not None
        session.add(
            Meeting(
                organisation_id=proposed.organisation_id,
                pair_id=proposed.pair_id,
                status="planned",
                held_on=proposed.held_on,
                starts_at=proposed.starts_at + timedelta(minutes=15),
                zone=proposed.zone,
                minutes=45,
                kind="trial",
                note="",
                logged_by=proposed.logged_by,
                logged_at=proposed.logged_at,
            )
        )
    await press(stage, mentee, "Подходит")
    assert "Пересечение: у Вас уже есть встреча 15 сентября, начало в 15:15" in mentee.screen
    await press(stage, mentee, "Предложить другое время")
    assert "Другое время или место" in mentee.screen
    await press(stage, mentee, "Отмена", "Всё равно подходит")
    assert "Договорились." in mentee.screen
    assert "Встреча согласована" in mentor.screen


async def test_two_meetings_of_one_day(stage: Stage) -> None:
    school = await paired(stage)
    _, mentor, mentee = school.people
    await send(stage, mentor, "/menu")
    await press(stage, mentor, "Ближайшие встречи")
    for time in ("15:00", "17:00"):
        await press(stage, mentor, "Назначить встречу")
        await send(stage, mentor, f"завтра {time}")
        await press(stage, mentor, "Отправить приглашение")
        await press(stage, mentee, "Подходит")
        assert "Договорились." in mentee.screen
    await stage.go_to(stage.clock.now().replace(hour=15) + timedelta(days=1))
    assert "Сегодня закончились встречи: 2" in mentor.screen
    for place in range(2):
        card = next(
            one for one in reversed(mentor.chat) if "15:00" in one.text and "17:00" in one.text
        )
        await mentor.press(place, message=card)
        await stage.settle()
        await press(stage, mentor, "Состоялась", "9")
        assert "Встреча записана" in mentor.screen
    async with stage.app.database.reading() as session:
        rows = (await session.scalars(select(Meeting).order_by(Meeting.id))).all()
    # The first was the acquaintance: the second is what comes next.
    assert [(row.kind, row.status) for row in rows] == [("acquaintance", "held"), ("trial", "held")]


async def test_each_reads_the_time_of_both_places_where_they_differ(stage: Stage) -> None:
    school = await paired(stage)
    elsewhere = (await found(stage, "Другое управление", ["Лицей № 1"])).schools[0]
    _, mentor, mentee = school.people
    async with stage.app.database.begin() as session:
        query = select(Record).where(Record.telegram_id.in_([mentor.id, elsewhere.mentors[0].id]))
        rows = {row.telegram_id: row.id for row in await session.scalars(query)}
        lent = update(Membership).where(Membership.person_id == rows[elsewhere.mentors[0].id])
        await session.execute(lent.values(person_id=rows[mentor.id]))
        far = select(Membership.organisation_id).where(Membership.person_id == rows[mentor.id])
        place = update(Organisation).where(
            Organisation.id == far.order_by(-Membership.id).limit(1).scalar_subquery()
        )
        await session.execute(place.values(timezone="Asia/Tomsk"))
    await send(stage, mentee, "/menu")
    await press(stage, mentee, "Ближайшие встречи", "Назначить встречу")
    await send(stage, mentee, "завтра 19:00")
    await press(stage, mentee, "Отправить приглашение")
    assert "15 сентября, 19:00 (Москва), у Вас 23:00 (Томск), 45 мин" in mentor.screen
    await press(stage, mentor, "Подходит")
    assert "15 сентября, 19:00, 45 мин" in mentee.screen


async def test_a_calendar_a_repeat_and_why_not(stage: Stage) -> None:
    school = await paired(stage)
    _, mentor, mentee = school.people
    await send(stage, mentee, "/menu")
    await press(stage, mentee, "Ближайшие встречи", "Назначить встречу", "Другой день", "25")
    assert "Во сколько?" in mentee.screen
    await press(stage, mentee, "16:00", "60 мин", "Повтор: нет")
    assert "Повтор: каждую пятницу" in mentee.buttons()
    await press(stage, mentee, "Повтор: каждую пятницу", "Повтор: раз в две недели по пятницам")
    assert "Повтор: каждую четвёртую пятницу месяца" in mentee.buttons()
    await press(stage, mentee, "Повтор: каждую четвёртую пятницу месяца", "Повтор: нет")
    await press(stage, mentee, "Отправить приглашение")
    assert "и дальше каждую пятницу" in mentor.screen
    await press(stage, mentor, "Подходит")
    await stage.go_to(stage.clock.now() + timedelta(days=13))
    await send(stage, mentor, "/menu")
    await press(stage, mentor, "Ближайшие встречи")
    # The first was never told of; the next ones have come round by themselves.
    assert [label[:11] for label in mentor.buttons()[:3]] == [
        "25.09 16:00",
        "02.10 16:00",
        "Назначить в",
    ]
    await press(stage, mentor, 1)
    assert "Повторяется: каждую пятницу" in mentor.screen
    await press(stage, mentor, "Другое время или место")
    await send(stage, mentor, "30.09 16:00")
    await press(stage, mentor, "Болезнь")
    assert "Изменится только эта встреча" in mentor.screen
    await press(stage, mentor, "Отмена", "Отменить")
    assert "Почему не получится?" in mentor.screen
    await press(stage, mentor, "Болезнь")
    assert "Причина: болезнь" in mentee.screen
    await press(stage, mentor, 0, "Не вышло")
    assert "Почему встречи не было?" in mentor.screen
    await send(stage, mentor, "забыли оба")
    assert "Причина: забыли оба" in mentee.screen
    async with stage.app.database.reading() as session:
        rows = (await session.scalars(select(Meeting.status).order_by(Meeting.id))).all()
    assert list(rows) == ["missed", "cancelled"]
    for person, why in ((mentor, " Причина: забыли оба."), (mentee, "")):
        await send(stage, person, "/menu")
        await press(stage, person, "Мои встречи")
        assert "Не состоялось: 1, отменено: 1." in person.screen
        labels = [label.split(",")[0] for label in person.buttons()[:2]]
        assert labels == ["02.10 отменена", "25.09 не состоялась"]
        await press(stage, person, 0)
        assert "Встреча отменена. Причина: болезнь." in person.screen
        await press(stage, person, "Назад", 1)
        # What was typed is not told again to the other side.
        assert person.screen.splitlines()[-1] == f"Встреча не состоялась.{why}"
        assert "8" not in person.buttons()


async def test_a_time_that_comes_round_is_typed(stage: Stage) -> None:
    school = await paired(stage)
    _, mentor, mentee = school.people
    await send(stage, mentor, "/menu")
    await press(stage, mentor, "Ближайшие встречи", "Назначить встречу")
    await send(stage, mentor, "каждый второй понедельник")
    assert "двояко" in mentor.screen
    await send(stage, mentor, "по вторникам и четвергам до 2 октября в 15:30")
    assert "вторник, 15 сентября, 15:30" in mentor.screen
    assert "Повтор: каждую неделю (вт, чт) до 2 октября" in mentor.buttons()
    await press(stage, mentor, "Отправить приглашение")
    assert "и дальше каждую неделю (вт, чт) до 2 октября" in mentee.screen
    await press(stage, mentee, "Подходит")
    await stage.go_to(stage.clock.now() + timedelta(days=2))
    await send(stage, mentor, "/menu")
    await press(stage, mentor, "Ближайшие встречи", 3, "Отменить", "Болезнь")
    await stage.go_to(stage.clock.now() + timedelta(days=20))
    async with stage.app.database.reading() as session:
        rows = await session.execute(
            select(Meeting.held_on, Meeting.status).order_by(Meeting.held_on)
        )
        days = {f"{day:%d.%m}": status for day, status in rows}
    # The one called off leaves a gap; behind the last day nothing comes.
    assert days == {
        "15.09": "planned",
        "17.09": "planned",
        "22.09": "planned",
        "24.09": "cancelled",
        "29.09": "planned",
        "01.10": "planned",
    }
