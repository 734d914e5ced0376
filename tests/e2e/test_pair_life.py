"""What happens to a pair that works, through the chat."""

from datetime import timedelta

from sqlalchemy import select

from db.models import Pair, PairApplication, PairMember, PairOrder
from examples.stage import Stage
from mentoring.roles import Role
from tests.e2e.municipality import found, join
from tests.e2e.test_pairs import press, press_raw, send


async def test_a_group_grows_rests_and_goes_on(stage: Stage) -> None:
    school = (await found(stage, "Управление", ["Школа № 5"], each=2)).schools[0]
    curator, (mentor, helper), (first, second) = (
        school.curators[0],
        school.mentors,
        school.mentees,
    )
    await press(stage, curator, "Пары", "Создать пару", 0, 0, "Создать", "Состав и история")
    await press(stage, curator, "Добавить наставляемого", 0)
    assert "Ваш наставник" in second.screen
    assert "присоединился" in first.screen
    # The mentor asks a colleague, who agrees.
    await send(stage, mentor, "/menu")
    await press(stage, mentor, "Моя пара", "Позвать коллегу на помощь", 0)
    await press(stage, helper, "Да")
    assert "Коллега согласился" in mentor.screen
    await press(stage, curator, "Назад", "Состав и история")
    assert "отвечает за пару" in curator.screen
    await press(stage, curator, "Кто отвечает за пару", 1)
    await press(stage, curator, "Кто уходит", second.name)
    assert "больше не в группе" in second.screen
    # What is asked of the others needs them all.
    await send(stage, first, "/menu")
    await press(stage, first, "Моя пара", "Продлить")
    await send(stage, first, "1.02.2027")
    assert "получили вопрос о продлении" in first.screen
    await press(stage, mentor, "Да")
    await press(stage, helper, "Да")
    assert "пара продлена" in first.screen
    assert "Приказ о продлении" in curator.screen
    # A pause ends by itself on its day.
    await send(stage, curator, "/menu")
    await press(stage, curator, "Пары", 0, "Изменить", "Пауза до даты")
    await send(stage, curator, "20.09.2020")
    assert "не раньше завтрашнего дня" in curator.screen
    await send(stage, curator, "17.09")
    assert "на паузе до 17 сентября" in mentor.screen
    await stage.go_to(stage.clock.now() + timedelta(days=4))
    assert "Пауза закончилась" in mentor.screen
    # An end that was a mistake, and one that was not.
    await send(stage, curator, "/menu")
    await press(stage, curator, "Пары", 0, "Завершить пару", 1, "Да, завершить")
    await press(stage, curator, "Вернуть: завершили по ошибке")
    assert "завершение было ошибкой" in mentor.screen
    await send(stage, curator, "/menu")
    await press(stage, curator, "Пары", 0, "Завершить пару", 1, "Да, завершить")
    await stage.go_to(stage.clock.now() + timedelta(days=2))
    await send(stage, curator, "/menu")
    await press(stage, curator, "Пары", "Завершённые (1)", 0)
    assert "Вернуть: завершили по ошибке" not in curator.buttons()
    await press(stage, curator, "Новый цикл с теми же")
    assert "Участники о нём ещё не знают" in curator.screen
    async with stage.app.database.reading() as session:
        statuses = list(await session.scalars(select(Pair.status).order_by(Pair.id)))
        orders = list(
            await session.execute(select(PairOrder.kind, PairOrder.status).order_by(PairOrder.id))
        )
        left = select(PairMember.person_id).where(PairMember.left_on.is_not(None))
        assert len(list(await session.scalars(left))) == 1
    assert statuses == ["ended_early", "proposed"]
    assert [tuple(row) for row in orders] == [
        ("extension", "waiting"),
        ("early_end", "withdrawn"),
        ("early_end", "waiting"),
    ]


async def test_phones_replacement_and_relief_stay_between_those_concerned(stage: Stage) -> None:
    school = (await found(stage, "Управление", ["Школа № 5"], each=2)).schools[0]
    curator, mentor, mentee = school.curators[0], school.mentors[0], school.mentees[0]
    [head] = await join(stage, school.id, Role.HEAD, "Директор", 1)
    await press(stage, curator, "Пары", "Создать пару", 0, 0, "Создать")
    # Phones are seen once both sides agree, a link by everybody at once.
    await press(stage, mentee, "Телефон и видеосвязь")
    await send(stage, mentee, "8 912 345-67-89")
    await press(stage, mentee, "Показать мой телефон")
    await press(stage, mentor, "Телефон и видеосвязь")
    assert "345" not in mentor.screen
    await send(stage, mentor, "http://нет")
    assert "начинается с https://" in mentor.screen
    await send(stage, mentor, "https://meet.example.org/abc")
    assert "https://meet.example.org/abc" in mentee.screen
    await send(stage, mentor, "+79990001122")
    await press(stage, mentor, "Показать мой телефон")
    await press(stage, mentor, "Телефон и видеосвязь")
    assert "+79123456789" in mentor.screen
    await press(stage, mentor, "Скрыть мой телефон")
    assert "+79123456789" not in mentor.screen
    # The mentee asks for another mentor; the mentor learns nothing.
    await send(stage, mentee, "/menu")
    await press(stage, mentee, "Моя пара", "Попросить о замене")
    await send(stage, mentee, "Не нашли общего языка")
    for person in (curator, head):
        assert "Не нашли общего языка" in person.screen
    assert "замен" not in mentor.screen
    await press(stage, head, "Открыть")
    assert "Удовлетворить" not in head.buttons()
    # Somebody outside of the pair, a curator of another school, a former partner.
    others = (await found(stage, "Другое управление", ["Лицей № 1"])).schools[0]
    for person in (school.mentors[1], school.mentees[1], *others.people):
        for forged in ("contact:1", "application:1", "consented:1:yes", "pair:1", "draft:1"):
            await press_raw(stage, person, forged)
            assert mentee.name not in person.screen
    await press(stage, curator, "Открыть", "Удовлетворить", "Да")
    assert "завершена" in mentor.screen
    assert "другого наставника" in curator.screen.lower()
    await press_raw(stage, mentee, "contact:1")
    assert "+7999" not in mentee.screen


async def test_an_award_and_the_relief_of_a_mentor(stage: Stage) -> None:
    school = (await found(stage, "Управление", ["Школа № 5"])).schools[0]
    curator, second, pupil = school.people
    [head] = await join(stage, school.id, Role.HEAD, "Директор", 1)
    await press(stage, curator, "Пары", "Создать пару", 0, 0, "Создать")
    await send(stage, pupil, "/menu")
    await press(stage, pupil, "Моя пара", "Предложить поощрение")
    await send(stage, pupil, "Помог поверить в себя")
    assert "Помог поверить в себя" in head.screen
    await send(stage, second, "/menu")
    await press(stage, second, "Моя пара", "Освободить от наставничества")
    await send(stage, second, "Переезжаю")
    await press(stage, curator, "Открыть", "Удовлетворить", "Да")
    assert "завершена" in pupil.screen
    await send(stage, curator, "/menu")
    await press(stage, curator, "Пары", "Заявления (1)", 0, "Удовлетворить", "Да")
    await press(stage, curator, "Назад", "Приказы без номера (1)", 0)
    await send(stage, curator, "7-к от 14.09")
    assert "Номер и дата записаны" in curator.screen
    async with stage.app.database.reading() as session:
        assert set(await session.scalars(select(Pair.status))) == {"ended_early"}
        assert set(await session.scalars(select(PairApplication.status))) == {"granted"}
        assert list(await session.execute(select(PairOrder.kind, PairOrder.number))) == [
            ("relief", "7-к")
        ]
