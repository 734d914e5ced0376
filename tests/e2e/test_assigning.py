"""A department's order: from the file to what its schools have done, through the chat."""

from datetime import UTC, datetime

import pytest

from examples.stage import Stage
from sandbox.people import Person
from tests.e2e import invariants
from tests.e2e.municipality import Municipality, found
from tests.e2e.test_roadmaps import press, send_file, word

# The stage opens on Monday, 14 September 2026.
ORDER = (
    ("1", "Утвердить муниципальную карту", "до 18 сентября", "Управление образования", "приказ"),
    ("2", "Назначить кураторов", "до 30 сентября", "Руководители ОО", "приказ"),
    ("3", "Собрать базу наставников", "с 1 по 15 октября", "Руководители ОО", "база"),
)


@pytest.fixture
async def town(stage: Stage) -> Municipality:
    return await found(stage, "Управление", ["Школа № 5", "Лицей № 1"])


async def handed_out(stage: Stage, staff: Person, *rows: tuple[str, ...]) -> None:
    """The department's plan in force, its executors settled as the bot suggests."""
    await send_file(stage, staff, "приказ.docx", word(*rows))
    await press(stage, staff, "Проверить", "Подтвердить", "Подтвердить")
    await press(stage, staff, "Исполнители: подтвердить 2")
    assert "• Руководители ОО (2 мероприятия): каждая школа?" in staff.screen
    await press(stage, staff, "Всё верно: 2")
    await stage.settle()


async def test_an_order_becomes_assignments_of_schools(stage: Stage, town: Municipality) -> None:
    staff, curator = town.staff[0], town.schools[0].curators[0]
    await handed_out(stage, staff, *ORDER)
    assert "Школ: 2. Поручений у школы: до 2" in staff.screen

    await stage.go_to(datetime(2026, 9, 30, 7, 0, tzinfo=UTC))
    assert "Сегодня последний день\n• 2 Назначить кураторов" in curator.screen
    await press(stage, curator, "Открыть дорожную карту", "2")
    assert "Поручение: Управление" in curator.screen
    await send_file(stage, curator, "приказ 12.pdf", b"%PDF-1.4 order")

    await stage.go_to(datetime(2026, 10, 2, 7, 0, tzinfo=UTC))
    await staff.send("/menu")
    await stage.settle()
    await press(stage, staff, "Сроки школ")
    assert "Лицей № 1: закрыто 0 из 2, просрочено 1; своя карта: нет" in staff.screen
    await press(stage, staff, "По мероприятиям")
    assert "2 Назначить кураторов\nдо 30 сентября, закрыли 1 из 2, просрочили 1" in staff.screen
    await press(stage, staff, "2")
    assert "Просрочили: 1\nЛицей № 1" in staff.screen
    await press(stage, staff, "Напомнить тем, кто не закрыл: 1")
    late = town.schools[1].curators[0]
    assert "2 Назначить кураторов: срок 30 сентября" in late.screen
    await press(stage, late, "Открыть мероприятие", "Готово без документа")
    assert await invariants.broken(stage.app.database) == {}


async def test_an_executor_is_corrected_by_hand(stage: Stage, town: Municipality) -> None:
    staff = town.staff[0]
    await send_file(stage, staff, "приказ.docx", word(*ORDER))
    await press(stage, staff, "Проверить", "Подтвердить", "Подтвердить")
    await press(stage, staff, "Исполнители: подтвердить 2", "Управление образования")
    assert "Кто это? Сейчас: мы сами" in staff.screen
    await press(stage, staff, "каждая школа")
    assert "• Управление образования (1 мероприятие): каждая школа" in staff.screen
    await press(stage, staff, "Всё верно: 1")
    assert "Поручения переданы школам" in staff.screen
    await press(stage, staff, "Открыть мероприятия")
    assert "закрыли 0 из 2" in staff.screen


async def test_a_schools_own_rows_and_those_from_above_are_counted_apart(
    stage: Stage, town: Municipality
) -> None:
    staff, curator = town.staff[0], town.schools[0].curators[0]
    await handed_out(stage, staff, *ORDER)
    own = ("1.1", "Собрать базу наставников школы", "до 10 октября", "куратор", "база")
    await send_file(stage, curator, "план.docx", word(own))
    # With assignments open, a document may be meant for one of them.
    await press(stage, curator, "Это новая дорожная карта", "Проверить", "Подтвердить")
    await press(stage, curator, "Подтвердить")
    assert "Закрыто 0 из 3." in curator.screen
    assert "Повторяющиеся" not in curator.screen
    await press(stage, curator, "Похожие мероприятия: 1")
    assert "один документ закроет оба." in curator.screen
    assert "Таких пар ещё" not in curator.screen
    await press(stage, curator, "Назад", "Поручения управления: 2")
    assert "2 Назначить кураторов" in curator.screen
    assert "1.1" not in curator.screen
