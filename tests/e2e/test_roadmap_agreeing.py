"""A school's own plan: begun with a template, remarked upon, signed by the head."""

from datetime import UTC, datetime

import pytest

from examples.stage import Stage
from mentoring.roles import Role
from tests.e2e import invariants
from tests.e2e.municipality import Municipality, found, join
from tests.e2e.test_closing import menu
from tests.e2e.test_roadmaps import press, send


@pytest.fixture
async def town(stage: Stage) -> Municipality:
    return await found(stage, "Управление", ["Школа № 5"])


async def test_a_template_is_agreed_upon_and_signed(stage: Stage, town: Municipality) -> None:
    school = town.schools[0]
    curator = school.curators[0]
    (council,) = await join(stage, school.id, Role.COUNCIL, school.name, 1)

    await menu(stage, curator, "Дорожная карта", "Начать с образца", 0)
    assert "На какой учебный год" in curator.screen
    await send(stage, curator, "2026-2027")
    assert "Черновик готов" in curator.screen
    await menu(stage, curator, "Дорожная карта", "Продолжить проверку", "Согласование")
    assert curator.buttons() == [
        "Методический совет (1)",
        "Управление (1)",
        "Назад",
    ]
    await press(stage, curator, "Методический совет (1)")
    assert "Методический совет (1) · попросили" in curator.buttons()

    assert "Просьба посмотреть проект" in council.screen
    await press(stage, council, "Посмотреть строки", "1.2")
    await send(stage, council, "Добавьте срок приказа")
    assert "Замечание записано" in council.screen
    assert "Замечаний: 1" in council.screen
    assert "Замечание" not in curator.screen

    await stage.go_to(datetime(2026, 9, 15, 7, 0, tzinfo=UTC))
    assert "Новое замечание к проекту" in curator.screen
    await press(stage, curator, "Замечания", "Открыть строку", "Исправить", "Документ")
    await send(stage, curator, "приказ до 1 октября")
    await press(stage, curator, "Назад")
    assert "Добавьте срок приказа" in curator.screen
    await send(stage, curator, "Добавлен в результат")
    assert "Замечаний без ответа нет" in curator.screen

    await _signed(stage, town)
    await stage.go_to(datetime(2026, 9, 16, 7, 0, tzinfo=UTC))
    told = [event.text for event in council.events]
    assert any("Ответ на Ваше замечание к строке 1.2" in text for text in told)
    assert await invariants.broken(stage.app.database) == {}


async def _signed(stage: Stage, town: Municipality) -> None:
    """The draft goes to the head, comes back, goes once more and is signed."""
    school, staff = town.schools[0], town.staff[0]
    curator = school.curators[0]
    (head,) = await join(stage, school.id, Role.HEAD, school.name, 1)
    await menu(stage, curator, "Дорожная карта", "Продолжить проверку", "Подтвердить")
    await press(stage, curator, 0)
    assert "Кто утверждает?" in curator.screen
    await press(stage, curator, "Передать на подпись")
    assert "на подписи" in curator.screen
    assert "Подтвердить" not in curator.buttons()
    await menu(stage, staff, "Сроки школ")
    assert "своя карта на подписи у руководителя" in staff.screen

    assert "На подпись" in head.screen
    await press(stage, head, "Посмотреть и подписать", "Вернуть куратору")
    await send(stage, head, "Уточните строку 1.1")
    assert "Уточните строку 1.1" in curator.screen
    await press(stage, curator, "Проверить", "Подтвердить", 0, "Передать на подпись")
    await menu(stage, head, "На подпись")
    assert "1.1" not in head.screen
    await press(stage, head, 0, "Посмотреть", "Подписать: номер и дата")
    await send(stage, head, "12-о от 15.09.2026")
    assert "Номер и дата записаны" in head.screen
    assert "действует: приказ № 12-о от 15.09.2026" in curator.screen
    await menu(stage, staff, "Сроки школ", "Школа № 5")
    assert "утверждена приказом № 12-о от 15.09.2026" in staff.screen
