"""Tables as they come: fifty thousand rows, formulas, merged cells, old encodings, odd names."""

import io
import logging
from functools import cache
from typing import Any

import pytest
from openpyxl import Workbook

from examples.stage import Stage
from sandbox.people import Person
from tests.e2e import municipality
from tests.e2e.hostile import check, formulas
from tests.e2e.invariants import broken
from tests.e2e.test_pairs import press, send

# More than any reader takes; more than any list, form or table of answers may be.
ENDLESS, MANY = 50_000, 3_100
HTML = "<b>Иванова</b> Анна"


@cache
def lines(count: int) -> bytes:
    """A table of lines that could all be people, schools, questions, answers."""
    book = Workbook(write_only=True)
    page = book.create_sheet()
    page.append(["ФИО", "Класс"])
    for number in range(count):
        page.append(["Иванов Пётр", f"{number % 11 + 1}А"])
    return saved(book)


def odd() -> bytes:
    """A list with everything that lists should not have, and four people in it."""
    book = Workbook()
    page: Any = book.active
    page.append(["Список <u>класса</u>"])
    page.merge_cells("A1:D1")
    page.append(["№", "ФИО", "Класс", "Телефон"])
    for row in (
        (1, "О'Коннор-Смит Анна-Мария", "7А", "+7 900 111-22-33"),
        (2, "Салтыков-Щедрин Михаил", "=1+1", ""),
        (3, "Жанна д'Арк", "7 «А»", "=HYPERLINK(1)"),
        (4, "Мухаммад-Али Ибрагим оглы", "7А", ""),
        (5, HTML, "7А", ""),
        (6, "Петрова 😀 Анна", "7А", ""),
        (7, "=CONCATENATE(1;2)", "7А", ""),
        (8, "я" * 10_000, "7А", ""),
        (9, "", "7А", ""),
    ):
        page.append(row)
    page.merge_cells("C3:C4")
    return saved(book)


def saved(book: Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_tables_are_read_or_refused_in_a_sentence(
    stage: Stage, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.ERROR)
    town = await municipality.found(stage, "Управление", ["Школа № 5"])
    curator, staff = town.schools[0].curators[0], town.staff[0]
    await press(stage, curator, "Люди", "Участники", "Создать программу", 0, "Создать")
    await odd_list(stage, curator)
    await old_list(stage, curator)
    forms = ("Документы", "Свои вопросы и анкеты", "Свои анкеты", "Новая анкета")
    people = ("Люди", "Участники", "Наставляемые", "Загрузить список людей")
    for person, path, title, count, said in (
        (curator, people, "", ENDLESS, "слишком много строк"),
        (curator, people, "", MANY, "больше 3000 человек"),
        (curator, ("Люди", "Анкеты", "Загрузить таблицу"), "", MANY, "нет служебной строки"),
        (curator, forms, "О газете", MANY, "строк"),
        (staff, ("Школы", "Загрузить списком"), "", MANY, "больше 500 школ"),
    ):
        await send(stage, person, "/menu")
        await press(stage, person, *path)
        if title:
            await send(stage, person, title)
        await person.send_file("много.xlsx", lines(count))
        await stage.settle()
        answered = "\n".join(one.text for one in person.chat[-3:] if one.from_bot)
        assert said in answered, (path, answered)
        check(person, answered)
        assert person.buttons()
    assert await broken(stage.app.database) == {}
    assert [call.method for call in stage.world.calls.refused()] == []
    assert [record.getMessage() for record in caplog.records] == []


async def odd_list(stage: Stage, curator: Person) -> None:
    """Four are people; each other row is named with what is wrong with it."""
    await send(stage, curator, "/menu")
    await press(stage, curator, "Люди", "Участники", "Наставляемые", "Загрузить список людей")
    await curator.send_file("<b>список</b>.xlsx", odd())
    await stage.settle()
    await press(stage, curator, "Проверить список")
    assert "Новых: 4" in curator.screen
    # A class merged beside two is the class of both; of a minor no surname is shown.
    assert "Михаил С., 7А" in curator.screen
    assert "Жанна д., 7А" in curator.screen
    await press(stage, curator, "Строки с ошибками")
    assert HTML in curator.screen
    check(curator, curator.screen.replace(HTML, ""))
    await press(stage, curator, "Назад", "Сохранить")
    await send(stage, curator, "/menu")
    await press(stage, curator, "Люди", "Участники", "Выгрузить банки в .xlsx")
    assert formulas([curator]) == []


async def old_list(stage: Stage, curator: Person) -> None:
    """Semicolons in windows-1251, out of a program of old."""
    await send(stage, curator, "/menu")
    await press(stage, curator, "Люди", "Участники", "Наставляемые", "Загрузить список людей")
    table = 'Фамилия;Имя;Отчество;Класс\n"Ёлкина";Анна;Ильинична;"8 Б"\nСеменов;Пётр;;8Б\n'
    await curator.send_file("список.csv", table.encode("cp1251"))
    await stage.settle()
    await press(stage, curator, "Проверить список")
    assert "Новых: 2" in curator.screen
    assert "Анна Ё., 8Б" in curator.screen
    await press(stage, curator, "Не сохранять")
