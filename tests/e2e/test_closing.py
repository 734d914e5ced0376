"""A department's rows through their whole life: handed in, given back, late, moved, accepted."""

from datetime import UTC, datetime

import pytest

from examples.stage import Stage
from tests.e2e import invariants
from tests.e2e.municipality import Municipality, found
from tests.e2e.test_assigning import ORDER, handed_out
from tests.e2e.test_roadmaps import press, send, send_file

SEVERAL = ("4", "Подготовить акты", "до 25 сентября", "Руководители ОО", "приказ; положение")


@pytest.fixture
async def town(stage: Stage) -> Municipality:
    return await found(stage, "Управление", ["Школа № 5", "Лицей № 1"])


async def menu(stage: Stage, person: object, *path: str) -> None:
    await send(stage, person, "/menu")  # type: ignore[arg-type]
    await press(stage, person, *path)  # type: ignore[arg-type]


async def test_the_life_of_an_assignment(stage: Stage, town: Municipality) -> None:
    staff, curator = town.staff[0], town.schools[0].curators[0]
    other = town.schools[1].curators[0]
    await handed_out(stage, staff, ORDER[0], ORDER[1], SEVERAL)

    # Several documents: each is told by its name, or asked about.
    await menu(stage, curator, "Дорожная карта", "Все: 2", "4")
    assert "Документы: сдано 0 из 2" in curator.screen
    await send_file(stage, curator, "Положение.pdf", b"%PDF-1.4 1")
    assert "• положение: есть" in curator.screen
    await send_file(stage, curator, "scan7.pdf", b"%PDF-1.4 2")
    assert "Ждёт приёмки. Если замечаний не будет" in curator.screen

    # The department gives it back; the curator hears of it at once.
    await menu(stage, staff, "Приёмка и просьбы", "1", "Вернуть с замечанием")
    await send(stage, staff, "нет подписи")
    assert "Сданного без приёмки нет" in staff.screen
    assert "Замечание: нет подписи" in curator.screen
    await press(stage, curator, "Открыть мероприятие")
    assert "Возвращено: нет подписи" in curator.screen
    await press(stage, curator, "Готово без документа")

    # Another school asks for another term.
    await menu(stage, other, "Дорожная карта", "Все: 2", "2", "Попросить другой срок")
    await send(stage, other, "20 октября")
    await send(stage, other, "карантин")
    assert "Вы просили другой срок" in other.screen
    await menu(stage, staff, "Приёмка и просьбы", "Просьбы: 1")
    assert "Срок сейчас: 30 сентября 2026, просят: 20 октября 2026" in staff.screen
    assert "Причина: карантин" in staff.screen
    await press(stage, staff, "Согласиться")
    assert "Новый срок: 20 октября 2026" in other.screen
    await stage.go_to(datetime(2026, 9, 15, 7, 0, tzinfo=UTC))
    assert "Новый срок: 20 октября 2026" in other.screen, "the answer is not said twice"

    # One alone is accepted, and that is undone.
    await menu(stage, staff, "Приёмка и просьбы", "1", "Принять")
    assert "Сданного без приёмки нет" in staff.screen
    await press(stage, staff, "Отменить приёмку")
    # All that is left is accepted, and that is undone.
    await menu(stage, staff, "Приёмка и просьбы", "Принять все: 1")
    assert "Сданного без приёмки нет" in staff.screen
    await press(stage, staff, "Отменить приёмку")
    assert "Сдано и ждёт приёмки: 1" in staff.screen

    # The other row of the first school is late: after five working days the department hears.
    await stage.go_to(datetime(2026, 10, 7, 7, 0, tzinfo=UTC))
    assert "Школа № 5: просрочено 1, самое давнее: 2 до 30 сентября" in staff.screen
    assert await invariants.broken(stage.app.database) == {}


async def test_a_department_moves_a_term_for_all(stage: Stage, town: Municipality) -> None:
    staff, curator = town.staff[0], town.schools[1].curators[0]
    await handed_out(stage, staff, *ORDER)
    await menu(stage, staff, "Сроки школ", "По мероприятиям", "2", "Перенести срок")
    await send(stage, staff, "9 октября")
    await send(stage, staff, "сдвиг педсовета")
    assert "Срок: до 9 октября 2026" in staff.screen
    await press(stage, staff, "Без проверки: принимается само")
    assert "С проверкой: документы смотрят лично" in staff.buttons()
    await stage.go_to(datetime(2026, 9, 15, 7, 0, tzinfo=UTC))
    assert "было 30 сентября, стало 9 октября" in curator.screen
    assert "сдвиг педсовета" in curator.screen


async def test_notices_are_switched_and_rules_set(stage: Stage, town: Municipality) -> None:
    curator, staff = town.schools[0].curators[0], town.staff[0]
    await menu(stage, curator, "Уведомления", "За неделю до срока: включено")
    assert "За неделю до срока: выключено" in curator.buttons()
    await menu(stage, staff, "Ещё", "Уведомления", "Правила организации")
    await press(stage, staff, "Рабочая неделя: пять дней")
    assert "Рабочая неделя: шесть дней" in staff.buttons()


async def test_an_address_proves_the_open_card_and_is_asked_for_its_place_in_a_list(
    stage: Stage, town: Municipality
) -> None:
    staff, curator = town.staff[0], town.schools[0].curators[0]
    await handed_out(stage, staff, ORDER[0], ORDER[1], SEVERAL)
    await menu(stage, curator, "Дорожная карта", "Все: 2", "2")
    await send(stage, curator, "спасибо, сделаю завтра")
    assert "Не получилось понять ответ" in curator.screen
    await send(stage, curator, "https://school5.example/order12")
    assert "Записано, мероприятие закрыто" in curator.screen
    await menu(stage, curator, "Дорожная карта", "Все: 2", "4")
    await send(stage, curator, "https://school5.example/a")
    assert "Какой это документ?" in curator.screen
    await press(stage, curator, "положение")
    assert "Документы: сдано 1 из 2" in curator.screen
    await send_file(stage, curator, "scan.pdf", b"%PDF-1.4 a")
    assert "Ждёт приёмки. Если замечаний не будет" in curator.screen


async def test_an_address_by_itself_is_asked_for_its_place_in_a_list(
    stage: Stage, town: Municipality
) -> None:
    staff, curator = town.staff[0], town.schools[0].curators[0]
    await handed_out(stage, staff, ORDER[0], ORDER[1], SEVERAL)
    await menu(stage, curator, "Дорожная карта", "Все: 2", "4")
    await send(stage, curator, "/menu")
    await send(stage, curator, "Готово: https://school5.example/a")
    await press(stage, curator, "4")
    assert "Какой это документ?" in curator.screen
    await press(stage, curator, "Другой документ")
    assert "Принято: 0 из 2" in curator.toasts[-1].text


async def test_a_reminder_says_whom_it_reached(stage: Stage, town: Municipality) -> None:
    staff, curator, gone = town.staff[0], town.schools[0].curators[0], town.schools[1].curators[0]
    await handed_out(stage, staff, ORDER[0], ORDER[1], SEVERAL)
    await gone.block()
    await stage.settle()
    await menu(
        stage, staff, "Сроки школ", "По мероприятиям", "2", "Напомнить тем, кто не закрыл: 2"
    )
    nobody = "Напомнить некому, школ: 1: куратора нет или он остановил бота."
    assert staff.toasts[-1].text == f"Напоминание отправлено, школ: 1. {nobody}"
    assert "2 Назначить кураторов: срок 30 сентября" in curator.screen
    seen = len(curator.chat)
    await press(stage, staff, "Напомнить тем, кто не закрыл: 2")
    assert len(curator.chat) == seen
    again = "Новых напоминаний нет. Сегодня уже напоминали, школ: 1."
    assert staff.toasts[-1].text == f"{again} {nobody}"

    await stage.go_to(datetime(2026, 10, 2, 7, 0, tzinfo=UTC))
    for school, said in (
        ("Школа № 5", ["Напоминание отправлено.", "Сегодня школе уже напоминали."]),
        ("Лицей № 1", ["Напомнить некому: куратора в боте нет или он остановил бота."]),
    ):
        await menu(stage, staff, "Сроки школ", school)
        for words in said:
            await press(stage, staff, "Напомнить кураторам школы")
            assert staff.toasts[-1].text == words
