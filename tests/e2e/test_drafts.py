"""Pairs from the draft to the order, through the chat."""

from datetime import timedelta

from sqlalchemy import select

from db.models import Pair, PairEvent, PairMember, PairOrder
from examples.stage import Stage
from mentoring.roles import Role
from tests.e2e.municipality import found, join
from tests.e2e.test_pairs import press, press_raw, send


async def test_from_the_invitation_to_the_heads_number(stage: Stage) -> None:
    school = (await found(stage, "Управление", ["Школа № 5"])).schools[0]
    curator, mentor, mentee = school.people
    [head] = await join(stage, school.id, Role.HEAD, "Директор", 1)
    await press(stage, curator, "Пары", "Создать пару", 0, 0, "Сначала спросить обоих")
    assert "Приглашения отправлены" in curator.screen
    assert "ответа пока нет" in curator.screen
    assert "Вам предлагают стать наставником" in mentor.screen
    assert mentor.buttons() == ["Да", "Нет", "Уточнить"]
    await press(stage, mentor, "Уточнить")
    await send(stage, mentor, "Как часто встречаться?")
    assert "приглашение останется" not in mentor.screen
    assert "Вопрос отправлен куратору" in mentor.screen
    assert "Как часто встречаться?" in curator.screen
    await press(stage, curator, "Ответить")
    await send(stage, curator, "Раз в две недели")
    assert "Раз в две недели" in mentor.screen
    await press_raw(stage, mentor, "invited:1:yes")
    await press(stage, mentee, "Да")
    assert "Все согласны" in mentee.toasts[-1].text
    await press(stage, curator, "Пары", "Черновики (1)")
    assert "все согласны" in curator.screen
    await press(stage, curator, "На подпись (1)")
    assert "отправлен руководителю" in curator.toasts[-1].text
    for person in (curator, head):
        assert "Приказ о парах, пар: 1" in person.screen
    await send(stage, head, "/menu")
    await press(stage, head, "На подпись", 0)
    assert "Приказ о парах: 1" in head.screen
    await send(stage, head, "12-о от 14.09")
    assert "Номер и дата записаны" in head.screen
    assert f"Ваш наставник: {mentor.name}" in mentee.screen
    async with stage.app.database.reading() as session:
        pair = (await session.scalars(select(Pair))).one()
        order = (await session.scalars(select(PairOrder))).one()
        history = list(await session.scalars(select(PairEvent.what).order_by(PairEvent.id)))
    assert (pair.status, order.status, order.number) == ("active", "signed", "12-о")
    assert history == ["propose", "ask", "answer", "answer", "answer", "agree", "order", "sign"]


async def test_a_refusal_is_the_curators_alone_and_silence_ends_a_draft(stage: Stage) -> None:
    school = (await found(stage, "Управление", ["Школа № 5"], each=2)).schools[0]
    curator, mentor, mentee = school.curators[0], school.mentors[0], school.mentees[0]
    await press(stage, curator, "Пары", "Создать пару", 0, 0, "Сначала спросить обоих")
    await press(stage, mentor, "Нет")
    assert "Причину увидит только куратор" in mentor.screen
    await press(stage, mentor, "Не хватает времени")
    assert "отказ от пары" in curator.screen
    assert "Не хватает времени" in curator.screen
    assert "Пара не состоится" in mentee.screen
    assert "времени" not in mentee.screen
    await press_raw(stage, mentee, "invited:1:yes")
    assert "отвечать уже не нужно" in mentee.toasts[-1].text
    # Somebody who is not in it, in every way there is.
    stranger = school.mentees[1]
    for forged in ("invited:1:yes", "invited:1:no", "invitation:1", "next-pair:1", "object:1"):
        await press_raw(stage, stranger, forged)
        assert mentor.name not in stranger.screen
    await press(stage, curator, "Черновики", "Назад", "Пары", "Создать пару", 0, 0)
    await press(stage, curator, "Сначала спросить обоих")
    await press(stage, mentee, "Да")
    await stage.go_to(stage.clock.now() + timedelta(days=3))
    assert "Вас пригласили в пару" in mentor.screen
    await stage.go_to(stage.clock.now() + timedelta(days=5))
    async with stage.app.database.reading() as session:
        found_pairs = list(await session.scalars(select(Pair.status).order_by(Pair.id)))
        assert found_pairs == ["cancelled", "cancelled"]
        reason = select(PairMember.reason).where(PairMember.reason != "")
        assert list(await session.scalars(reason)) == ["Не хватает времени"]
    assert "ответа не было 7 дней" in curator.screen
