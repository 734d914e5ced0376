"""The roadmap back as files, and read once more: what goes out comes in again."""

import io

import docx
import openpyxl
import pytest
from sqlalchemy import select

from db.models import Activity, Roadmap
from documents import reader
from examples.stage import Stage
from mentoring.roadmaps.deadlines import Kind
from mentoring.roadmaps.model import Item
from mentoring.roadmaps.reading import read_roadmap
from sandbox.people import Person
from tests.e2e.municipality import Municipality, found
from tests.e2e.test_closing import menu
from tests.e2e.test_roadmap_looking import received
from tests.e2e.test_roadmaps import press, send, send_file, word

ROWS = (
    ("", "1. Подготовка", "", "", ""),
    ("1.1", "Утвердить карту", "до 18 сентября", "Управление образования", "приказ"),
    ("1.2", "Утвердить положения", "с 16 по 30 сентября", "Руководители ОО", "положение"),
    ("2.1", "Собрать запросы", "октябрь", "Руководители ОО", "-"),
    ("2.2", "Совещание кураторов", "ежемесячно", "Управление образования", "протокол"),
    ("2.3", "Вести встречи", "в течение учебного года", "Руководители ОО", "журнал"),
)


@pytest.fixture
async def town(stage: Stage) -> Municipality:
    return await found(stage, "Управление", ["Школа № 5", "Лицей № 1"])


async def files(stage: Stage, person: Person) -> list[bytes]:
    """The plan as .docx and as .xlsx."""
    await menu(stage, person, "Дорожная карта", "Обзор и файлы", "Word (.docx)")
    _name, paper = await received(stage, person)
    await menu(stage, person, "Дорожная карта", "Обзор и файлы", "Excel (.xlsx)")
    _name, table = await received(stage, person)
    return [paper, table]


async def kept(stage: Stage) -> list[tuple[object, ...]]:
    """The activities of the plan in force, as they were read."""
    async with stage.app.database.reading() as session:
        rows = await session.scalars(
            select(Activity)
            .join(Roadmap)
            .where(Roadmap.status == "confirmed")
            .order_by(Activity.id)
        )
        return [
            (one.number, one.title, one.kind, one.start, one.end, one.responsible, one.result)
            for one in rows
        ]


def _read(one: Item) -> tuple[object, ...]:
    term = one.deadline
    people, result = list(one.responsible), one.result or ""
    return (one.number, one.title, term.kind, term.start, term.end, people, result)


async def test_what_goes_out_comes_in_again(stage: Stage, town: Municipality) -> None:
    staff, curator = town.staff[0], town.schools[0].curators[0]
    await send_file(stage, staff, "приказ.docx", word(*ROWS))
    await press(stage, staff, "Проверить", "Подтвердить", "Подтвердить")
    await press(stage, staff, "Исполнители: подтвердить 2", "Всё верно: 2")
    await menu(stage, curator, "Дорожная карта", "Все: 3", "1.2", "Готово без документа")
    await menu(stage, staff, "Дорожная карта", "Все: 13", "2.2: 30.09.2026")
    await send_file(stage, staff, "протокол.docx", b"minutes")

    paper, table = await files(stage, staff)
    written = docx.Document(io.BytesIO(paper))
    standing = {row.cells[0].text: row.cells[-1].text for row in written.tables[0].rows}
    # Its schools' rows stand in it beside its own, and one that comes round stands there once.
    assert standing == {
        "№": "Отметка о выполнении",
        "Подготовка": "Подготовка",
        "1.1": "в работе",
        "1.2": "школы: закрыли 1 из 2",
        "2.1": "школы: закрыли 0 из 2",
        "2.2": "30.09.2026: выполнено, 14.09.2026\nпротокол.docx\nещё в работе, сроков: 11",
        "2.3": "школы: закрыли 0 из 2",
    }
    assert written.sections[0].header.paragraphs[0].text == (
        "По состоянию на 14 сентября 2026: мероприятий 5, закрыто 0, просрочено 0"
    )
    sheet = openpyxl.load_workbook(io.BytesIO(table)).worksheets[0]
    assert sheet["A1"].value == "Дорожная карта на 2026-2027 учебный год"
    for data, name in ((paper, "карта.docx"), (table, "карта.xlsx")):
        again = read_roadmap(reader.read(data, name))
        assert again.title == "Дорожная карта на 2026-2027 учебный год"
        assert [_read(one) for one in again.items] == await kept(stage)
        assert not any(one.warnings for one in again.items)


async def test_a_term_that_was_moved_is_the_term(stage: Stage, town: Municipality) -> None:
    staff, curator = town.staff[0], town.schools[0].curators[0]
    await send_file(stage, staff, "приказ.docx", word(*ROWS[:3]))
    await press(stage, staff, "Проверить", "Подтвердить", "Подтвердить")
    await press(stage, staff, "Исполнители: подтвердить 2", "Всё верно: 2")
    await menu(stage, curator, "Дорожная карта", "Все: 1", "1.2", "Попросить другой срок")
    await send(stage, curator, "12 октября")
    await send(stage, curator, "педсовет перенесён")
    await menu(stage, staff, "Приёмка и просьбы", "Просьбы: 1", "Согласиться")
    made = await files(stage, curator)
    for data in made:
        (one,) = read_roadmap(reader.read(data)).items
        assert (one.deadline.kind, str(one.deadline.end)) == (Kind.DUE, "2026-10-12")
    # The department sees the term of all: one school's longer one is that school's.
    for data in await files(stage, staff):
        one = read_roadmap(reader.read(data)).items[1]
        assert (one.deadline.kind, str(one.deadline.end)) == (Kind.PERIOD, "2026-09-30")
    await menu(stage, staff, "Сроки школ", "По мероприятиям")
    assert "1.2 Утвердить положения\nдо 30 сентября" in staff.screen
    paper = docx.Document(io.BytesIO(made[0]))
    assert paper.tables[0].rows[2].cells[-1].text == (
        "в работе\nсрок перенесён, был: с 16 по 30 сентября"
    )
