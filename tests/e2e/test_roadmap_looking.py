"""The whole roadmap: sections, pictures, documents, the calendar, the archive, the next year."""

import io
import zipfile
from pathlib import Path

import docx
import openpyxl
import pytest
from icalendar import Calendar
from PIL import Image

from examples.stage import Stage, opened_stage
from sandbox.people import Person
from scheduler.messenger import Rejected
from tests.e2e.conftest import MONDAY
from tests.e2e.municipality import Municipality, found
from tests.e2e.test_roadmaps import ROWS, in_force, press, send, send_file


@pytest.fixture
async def town(stage: Stage) -> Municipality:
    return await found(stage, "Управление", ["Школа № 5"])


async def received(stage: Stage, person: Person) -> tuple[str, bytes]:
    """The newest file in the chat: its name and bytes."""
    for message in reversed(person.chat):
        file = message.data.get("document") or (message.data.get("photo") or [None])[-1]
        if file:
            data = await stage.app.jobs._messenger.download(file["file_id"])
            return file.get("file_name", ""), data
    raise AssertionError("no file came")


def shown(person: Person) -> str:
    """The screen that was pressed: it stays above the file that came meanwhile."""
    screen = person.keyboard_message()
    assert screen is not None
    return str(screen.text)


async def test_the_whole_roadmap(stage: Stage, town: Municipality) -> None:
    curator, staff = town.schools[0].curators[0], town.staff[0]
    await in_force(stage, curator, *ROWS[:3])
    await press(stage, curator, "Обзор и файлы", "Архив документов (.zip)")
    assert "Документов пока нет" in curator.toasts[-1].text
    await press(stage, curator, "По разделам", 0, "1", "Приложить документ")
    await send_file(stage, curator, "приказ № 12/1.pdf", b"%PDF-1.4 order")
    await send_file(stage, curator, "Приказ № 12/1.PDF", b"%PDF-1.4 signed")
    await press(stage, curator, "К списку", "Вся дорожная карта", "Все: 3", "2")
    await send_file(stage, curator, "база.xlsx", b"table")
    await press(stage, curator, "К списку", "Вся дорожная карта", "Обзор и файлы")

    await press(stage, curator, "Картинка со сроками")
    _name, data = await received(stage, curator)
    assert Image.open(io.BytesIO(data)).format == "PNG"
    assert curator.screen.endswith("учебный год\nНа картинке мероприятий: 3 из 3.")
    await press(stage, curator, "Word (.docx)")
    name, data = await received(stage, curator)
    table = docx.Document(io.BytesIO(data)).tables[0]
    assert name == "roadmap.docx"
    assert [cell.text for cell in table.rows[1].cells][-1] == (
        "выполнено, 14.09.2026\nприказ № 12/1.pdf; Приказ № 12/1.PDF"
    )
    await press(stage, curator, "Excel (.xlsx)")
    name, data = await received(stage, curator)
    sheet = openpyxl.load_workbook(io.BytesIO(data)).active
    assert sheet is not None
    assert [row[8] for row in sheet.iter_rows(min_row=2, values_only=True)] == [
        "Отметка о выполнении",
        "выполнено",
        "выполнено",
        "в работе",
    ]
    await press(stage, curator, "Календарь (.ics)")
    # What is left has no day: there is nothing for a calendar.
    assert (await received(stage, curator))[0] == "roadmap.xlsx"
    await press(stage, curator, "Архив документов (.zip)")
    name, data = await received(stage, curator)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.namelist() == [
            "Без раздела/1 приказ № 12 1.pdf",
            # Windows would write one over the other.
            "Без раздела/1 Приказ № 12 1 (2).PDF",
            "Без раздела/2 база.xlsx",
            "Список документов.txt",
        ]
        assert archive.read("Без раздела/2 база.xlsx") == b"table"
        listed = archive.read("Список документов.txt").decode("utf-8-sig")
    assert "1 Назначить куратора\r\n    14.09.2026" in listed

    await send(stage, staff, "/menu")
    await press(stage, staff, "Сроки школ", "Картинка по разделам")
    _name, data = await received(stage, staff)
    assert Image.open(io.BytesIO(data)).format == "PNG"
    assert "Школ на картинке: 1 из 1" in staff.screen


async def test_the_archive_outlasts_the_messenger(
    database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FILES_DIR", str(tmp_path / "copies"))
    async with opened_stage(database_url, MONDAY) as stage:
        town = await found(stage, "Управление", ["Школа № 5"])
        curator = town.schools[0].curators[0]
        await in_force(stage, curator, *ROWS[:1])
        await press(stage, curator, 0, "1", "Приложить документ")
        await send_file(stage, curator, "приказ.pdf", b"%PDF-1.4 order")
        assert len(list((tmp_path / "copies").iterdir())) == 1
        fetched = stage.app.jobs._messenger.download

        async def forgotten(_file_id: str) -> bytes:
            raise Rejected("wrong file_id")

        monkeypatch.setattr(stage.app.jobs._messenger, "download", forgotten)
        await press(stage, curator, "К списку", "Вся дорожная карта", "Обзор и файлы")
        await press(stage, curator, "Архив документов (.zip)")
        monkeypatch.setattr(stage.app.jobs._messenger, "download", fetched)
        _name, data = await received(stage, curator)
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            assert archive.read("Без раздела/1 приказ.pdf") == b"%PDF-1.4 order"


async def test_next_year_from_this_years_roadmap(stage: Stage, town: Municipality) -> None:
    curator = town.schools[0].curators[0]
    await in_force(stage, curator, *ROWS[:3])
    await press(stage, curator, "Обзор и файлы", "Календарь (.ics)")
    name, data = await received(stage, curator)
    events = Calendar.from_ical(data).walk("VEVENT")
    assert name == "roadmap.ics"
    assert [str(event["SUMMARY"]) for event in events] == [
        "1 Назначить куратора",
        "2 Собрать базу наставников",
    ]
    await press(stage, curator, "Перенести на новый год")
    assert "Перенести на 2027/28 учебный год?" in shown(curator)
    await press(stage, curator, "Составить черновик")
    assert "Дорожная карта на 2027-2028 учебный год" in shown(curator)
    await press(stage, curator, "Все мероприятия")
    assert "до 18 сентября 2027" in shown(curator)
    assert "с 16 сентября по 30 сентября 2027" in shown(curator)
    await press(stage, curator, "К черновику", "Подтвердить")
    assert "Действующая дорожная карта будет заменена" in shown(curator)
    await press(stage, curator, "Заменить")
    assert "Закрыто 0 из 3" in shown(curator)
