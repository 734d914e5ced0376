"""Lists of schools: what files say, what is saved of them."""

from datetime import UTC

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from core.clock import SettableClock
from db.engines import Database
from db.models import File, Organisation, Outbox
from documents.workbook import Sheet, workbook
from mentoring.people import registers, school_lists, zones
from mentoring.people.school_lists import Fault, Listing, parse
from mentoring.roles import Role
from tests.mentoring.seed import Town, acting

CSV = """Город;Наименование;Сокращение
Омск;Школа № 1;СОШ 1
;Гимназия "Лад";
Атлантида;Школа № 3;
;;СОШ 4
;школа №  1;
"""


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1251", "utf-16"])
def test_a_list_with_semicolons(encoding: str) -> None:
    found = parse(CSV.encode(encoding), "школы.csv")
    assert isinstance(found, Listing)
    assert [(row.number, row.name, row.short_name, row.timezone) for row in found.rows] == [
        (2, "Школа № 1", "СОШ 1", "Asia/Omsk"),
        (3, 'Гимназия "Лад"', "", None),
    ]
    assert found.faults == (Fault(4, "zone"), Fault(5, "nameless"), Fault(6, "twice"))


def test_a_spreadsheet_without_headings() -> None:
    data = workbook([Sheet("Школы", ["Школа № 1"], [["Школа № 2"], ["=1+1"]])])
    found = parse(data, "x.xlsx")
    assert isinstance(found, Listing)
    assert [row.name for row in found.rows] == ["Школа № 1", "Школа № 2", "'=1+1"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b"\x89PNG\r\n\x1a\n", "image"),
        ("Название\n".encode(), "empty"),
        ("\n".join(f"Школа {number}" for number in range(600)).encode(), "too_long"),
    ],
)
def test_what_is_no_list(data: bytes, code: str) -> None:
    assert parse(data, "x.csv") == code


@given(st.binary(max_size=200), st.sampled_from(["x.csv", "x.xlsx", ""]))
def test_any_bytes_are_answered(data: bytes, name: str) -> None:
    assert isinstance(parse(data, name), str | Listing)


@pytest.mark.parametrize(
    ("said", "zone"),
    [
        ("Екатеринбург", "Asia/Yekaterinburg"),
        ("ОМСК", "Asia/Omsk"),
        ("МСК+2", "Asia/Yekaterinburg"),
        ("мск", "Europe/Moscow"),
        ("UTC +5", "Asia/Yekaterinburg"),
        ("Europe/Samara", "Europe/Samara"),
        ("Vladivostok", "Asia/Vladivostok"),
        ("UTC+99", None),
        ("Атлантида", None),
        ("", None),
    ],
)
def test_zones_as_people_say_them(said: str, zone: str | None) -> None:
    assert zones.find(said) == zone


async def test_a_second_import_updates_instead_of_doubling(
    database: Database, clock: SettableClock, town: Town
) -> None:
    actor = town.actor("department", Role.DEPARTMENT)
    async with acting(database, actor, clock.now()) as unit:
        file = File(
            organisation_id=town.department,
            name="x.csv",
            size=1,
            media_type="",
            bot_id=1,
            file_id="x",
            sent_as="document",
            created_by=unit.me,
            created_at=clock.now(),
        )
        unit.session.add(file)
        await unit.session.flush()
        file_id = file.id
    for text in ("Название;Кратко\nSchool name;Ш\nНовая;Н\n", "Название;Город\nновая;Омск\n"):
        listing = parse(text.encode(), "x.csv")
        assert isinstance(listing, Listing)
        async with acting(database, actor, clock.now()) as unit:
            await school_lists.preview(unit, file_id=file_id, listing=listing)
            await school_lists.save(unit, file_id=file_id, listing=listing)
    async with database.reading() as session:
        query = select(Organisation).where(Organisation.parent_id == town.department)
        places = {place.name: place for place in await session.scalars(query)}
        told = list(await session.scalars(select(Outbox.message)))
    assert set(places) == {"school name", "neighbour name", "Новая"}
    assert (places["Новая"].short_name, places["Новая"].timezone) == ("Н", "Asia/Omsk")
    assert places["school name"].short_name == "Ш"
    assert set(told) == {"school-list-preview", "school-list-saved"}


async def test_links_for_all_and_registers_in_files(
    database: Database, clock: SettableClock, town: Town
) -> None:
    actor = town.actor("department", Role.DEPARTMENT)
    async with acting(database, actor, clock.now()) as unit:
        await registers.send_links(unit, department_id=town.department, address="https://t/?s=")
    async with acting(database, actor, clock.now()) as unit:
        args = {"department": town.department, "address": "https://t/?s="}
        links = await registers.make_links(unit, unit.me, args)
        curators = await registers.make_curators(unit, unit.me, args)
        adults = await registers.make_adults(unit, unit.me, args)
        register = await registers.curators(unit, department_id=town.department)
    assert (links.args["count"], curators.args["count"], adults.args["count"]) == (2, 4, 0)
    assert register.without == []
    assert register.no_order == 4
    assert clock.now().tzinfo is UTC
