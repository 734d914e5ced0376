"""A department connects its schools from a table and keeps the registers; the head signs."""

import io
from typing import Any

from openpyxl import load_workbook

from examples.stage import Stage
from sandbox.people import Person
from tests.e2e import municipality
from tests.e2e.invariants import broken
from tests.e2e.test_pairs import press, send

# Out of an old program: semicolons, windows-1251, a school twice, a row without a name.
LIST = (
    'Наименование;Сокращение;Город\nШкола "Лад";Лад;\nГимназия № 2;Гим. 2;Омск\n'
    'школа "лад";;\n;СОШ 4;\n=1+1;;\n'
)


def sheet(person: Person) -> list[tuple[Any, ...]]:
    """The rows of the newest table this person got."""
    file = next(one.file for one in reversed(person.chat) if one.file and one.from_bot)
    return list(load_workbook(io.BytesIO(file.data)).worksheets[0].values)


async def test_schools_curators_and_their_orders(stage: Stage) -> None:
    town = await municipality.found(stage, "Управление", [], each=1)
    staff = town.staff[0]
    curator = await schools_are_loaded(stage, staff)
    head = await head_comes(stage, staff)
    await order_is_signed(stage, head)
    # What the head has signed stands in the register; the department adds the rest.
    await send(stage, staff, "/menu")
    await press(stage, staff, "Школы", 'Школа "Лад"', "Сотрудники", curator.name)
    assert "Приказ № 12-о от 10.09.2026" in staff.screen
    await press(stage, staff, "Контакт")
    await send(stage, staff, "=8 900 000-00-00")
    await press(stage, staff, "Обучение")
    await send(stage, staff, "Основы наставничества, 36 ч, 2026")
    await send(stage, staff, "/menu")
    await press(stage, staff, "Люди", "Реестры")
    assert "Назначены: 1. Без приказа: 0. Без обучения: 0." in staff.screen
    assert "Школ без куратора: 2" in staff.screen
    assert "Гимназия № 2" in staff.screen
    await press(stage, staff, "Таблица .xlsx")
    rows = {row[0]: row for row in sheet(staff)[1:]}
    appointed = rows['Школа "Лад"']
    assert appointed[1:3] == (curator.name, "12-о")
    assert appointed[3].date().isoformat() == "2026-09-10"
    assert appointed[4:6] == ("'=8 900 000-00-00", "Основы наставничества, 36 ч, 2026")
    assert rows["Гимназия № 2"][1] == "не назначен"
    assert "'=1+1" in rows
    assert await broken(stage.app.database) == {}
    assert stage.world.calls.refused() == []


async def schools_are_loaded(stage: Stage, staff: Person) -> Person:
    """Looked at first, saved once; every curator has a link in one file. One of them comes."""
    await press(stage, staff, "Школы", "Загрузить списком")
    await staff.send_file("школы.csv", LIST.encode("cp1251"))
    await stage.settle()
    assert "Новых: 3" in staff.screen
    assert "Не будут взяты строки: 4, 5. Без названия: 1, повторы: 1" in staff.screen
    await press(stage, staff, "Сохранить")
    assert "добавлено 3, обновлено 0" in staff.screen
    await press(stage, staff, "Ссылки всем кураторам")
    links = {row[0]: row[1] for row in sheet(staff)[1:]}
    assert len(links) == 3
    curator = stage.world.person("Анна", last_name="Котова")
    await curator.start(links['Школа "Лад"'].rsplit("start=", 1)[1])
    await stage.settle()
    await press(stage, curator, "Всё верно")
    assert 'Куратор: Школа "Лад"' in curator.screen
    return curator


async def head_comes(stage: Stage, staff: Person) -> Person:
    await send(stage, staff, "/menu")
    await press(stage, staff, "Школы", 'Школа "Лад"', "Ссылка для директора")
    head = stage.world.person("Ирина", last_name="Директорова")
    await head.start(staff.screen.rsplit("start=", 1)[1].split()[0])
    await stage.settle()
    await press(stage, head, "Всё верно")
    return head


async def order_is_signed(stage: Stage, head: Person) -> None:
    """One screen: what is to be signed; a number and a date, no day to come."""
    await press(stage, head, "На подпись")
    assert "Приказ о назначении куратора: Анна Котова" in head.screen
    await press(stage, head, 0)
    for typed, said in (
        ("подписано", "Нужны номер и дата"),
        ("12-о от 10.09.2027", "Дата приказа ещё не наступила"),
        ("12-о от 31.02.2026", "Нужны номер и дата"),
    ):
        await send(stage, head, typed)
        assert said in head.screen, typed
    await send(stage, head, "12-о от 10.09.2026")
    assert "Сейчас подписывать нечего" in head.screen
