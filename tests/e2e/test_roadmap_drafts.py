"""A draft is corrected through the chat: readings, the calendar, rows put in and moved."""

import pytest
from sqlalchemy import select

from db.models import Activity, Assignment
from examples.stage import Stage
from sandbox.people import Person
from tests.e2e.municipality import Municipality, found
from tests.e2e.test_roadmaps import ROWS, press, send, send_file, word


@pytest.fixture
async def town(stage: Stage) -> Municipality:
    return await found(stage, "Управление", ["Школа № 5"])


@pytest.fixture
def curator(town: Municipality) -> Person:
    return town.schools[0].curators[0]


async def test_every_doubt_is_one_press(stage: Stage, curator: Person) -> None:
    rows = (
        ("1", "Издать приказ", "до 31.09.2026", "директор", "приказ"),
        ("2", "Провести совещание", "до 1 октября или до 15 октября", "завуч", "протокол"),
        ("3", "Собрать отзывы", "тридесятого числа", "куратор", "отчёт"),
    )
    await send_file(stage, curator, "план.docx", word(*rows))
    await press(stage, curator, "Проверить", "Ответить на вопросы: 3")
    assert "такого дня нет в календаре" in curator.screen
    await press(stage, curator, "до 30 сентября 2026")
    assert "Записано: до 30 сентября 2026" in curator.toasts[-1].text
    assert "названо несколько сроков" in curator.screen
    await press(stage, curator, "до 1 октября 2026")
    assert "Последний вопрос" in curator.screen
    await press(stage, curator, "Календарь")
    assert curator.buttons()[:8] == ["Сентябрь 2026", "Пн", "Вт", "Ср", "Чт", "Пт", "Сб", "Вс"]
    assert "[14]" in curator.buttons()
    await press(stage, curator, "·")
    assert "нет дня" in curator.toasts[-1].text
    await press(stage, curator, "Октябрь ›", "Октябрь 2026", "2027 ›", "Март", "‹ Февраль")
    # The day can be typed as well as pressed.
    await send(stage, curator, "26")
    assert "Записано: до 26 февраля 2027" in curator.screen
    assert "вопросов нет" in curator.screen
    async with stage.app.database.reading() as session:
        days = await session.scalars(select(Activity.end).order_by(Activity.position))
    assert [str(day) for day in days] == ["2026-09-30", "2026-10-01", "2027-02-26"]


async def test_rows_are_corrected_added_and_moved(stage: Stage, curator: Person) -> None:
    late = ("9", "Утвердить план", "до 1 сентября", "директор", "приказ")
    await send_file(stage, curator, "план.docx", word(late, *ROWS[:3]))
    await press(stage, curator, "Проверить", "Все мероприятия", "1", "Исправить", "Документ")
    await send(stage, curator, "приказ\nположение")
    assert "Результат: приказ положение" in curator.screen
    await press(stage, curator, "Исправить", "Исполнители", "Без исполнителей")
    assert "Исполнители" not in curator.screen
    await press(stage, curator, "Исправить", "Новая строка")
    await send(stage, curator, "Собрать родителей")
    assert "4 Собрать родителей" in curator.screen
    await send(stage, curator, "до 25 сентября")
    await press(stage, curator, "Исправить", "Опустить")
    assert "опущена" in curator.toasts[-1].text
    await press(stage, curator, "Назад", "Убрать из плана")
    assert "Убрано из плана" in curator.screen
    await press(stage, curator, "Вернуть в план", "Назад")
    assert curator.screen.index("Собрать базу") < curator.screen.index("Собрать родит")
    await press(stage, curator, "Добавить мероприятие")
    await send(stage, curator, "Подвести итоги")
    await press(stage, curator, "Назад", "К черновику", "Подтвердить", "Назначить новый срок")
    await send(stage, curator, "1 мая")
    assert "уже прошёл" in curator.screen
    await send(stage, curator, "30 сентября 2026")
    assert "Закрыто 0 из 6" in curator.screen
    async with stage.app.database.reading() as session:
        query = select(Activity.number, Assignment.due_on).join(Assignment)
        rows = (await session.execute(query.order_by(Activity.position))).all()
    assert [(row.number, str(row.due_on)) for row in rows] == [
        ("9", "2026-09-30"),
        ("1", "2026-09-18"),
        ("2", "2026-09-30"),
        ("4", "2026-09-25"),
        ("3", "None"),
        ("5", "None"),
    ]
