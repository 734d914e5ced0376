"""Many schools at once, from a spreadsheet: looked at first, saved when it is confirmed.

Nothing is kept in between but the file: the confirmed list is read again, and what is in the
database by then decides anew what is added and what is brought up to date.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import orjson

from core.errors import Refusal
from db.models import File
from db.queries import people as queries
from documents.errors import DocumentError
from documents.reader import read
from mentoring.access import organisation, owner, use_case
from mentoring.audit import record
from mentoring.jobs import JobContext, enqueue, job
from mentoring.notices import button, tell
from mentoring.people import organisations, zones
from mentoring.people.organisations import NAME_LIMIT, SHORT_LIMIT
from mentoring.roadmaps.receiving import Incoming, kept
from mentoring.roles import Permission
from mentoring.unit import Unit

MOST_SCHOOLS = 500
_MOST_SHOWN = 10
_COLUMNS = Path(__file__).with_name("columns.json")


@dataclass(frozen=True, slots=True)
class Row:
    """A school of the list; `number` is its row in the file, counted from one."""

    number: int
    name: str
    short_name: str
    timezone: str | None


@dataclass(frozen=True, slots=True)
class Fault:
    """A row that cannot be taken: `code` ends the key of the sentence about it."""

    number: int
    code: str


@dataclass(frozen=True, slots=True)
class Listing:
    """What a file says."""

    rows: tuple[Row, ...]
    faults: tuple[Fault, ...]


@cache
def _headings() -> dict[str, str]:
    data = orjson.loads(_COLUMNS.read_bytes())
    return {_folded(word): column for column, words in data.items() for word in words}


def _folded(text: str) -> str:
    return " ".join(text.casefold().replace("\u0451", "\u0435").split())


def parse(data: bytes, name: str) -> Listing | str:
    """The schools in a file, or the code of why it cannot be read. Touches nothing else.

    Headings say which column is which, in any order; without headings the first is the name.
    """
    try:
        document = read(data, name)
    except DocumentError as error:
        return error.code.value
    if document.tables:
        grid = [[cell.text for cell in row] for row in document.tables[0].rows]
    else:
        grid = [[line] for text in document.paragraphs for line in text.splitlines()]
    places, first = _layout(grid)
    filled = [
        (number, row)
        for number, row in enumerate(grid[first:], start=first + 1)
        if any(cell.strip() for cell in row)
    ]
    if not filled:
        return "empty"
    return "too_long" if len(filled) > MOST_SCHOOLS else _rows(filled, places)


def _layout(grid: list[list[str]]) -> tuple[dict[str, int], int]:
    """Column -> its place, and the number of the first row below the headings."""
    for number, row in enumerate(grid[:10]):
        found: dict[str, int] = {}
        for place, cell in enumerate(row):
            column = _headings().get(_folded(cell))
            if column is not None:
                found.setdefault(column, place)
        if "name" in found:
            return found, number + 1
    return {"name": 0, "short": 1, "zone": 2}, 0


def _rows(filled: list[tuple[int, list[str]]], places: dict[str, int]) -> Listing:
    rows: list[Row] = []
    faults: list[Fault] = []
    seen: set[str] = set()
    for number, cells in filled:

        def cell(column: str, cells: list[str] = cells) -> str:
            place = places.get(column, len(cells))
            return " ".join(cells[place].split()) if place < len(cells) else ""

        name, short, said = cell("name"), cell("short"), cell("zone")
        zone = zones.find(said) if said else None
        if not name:
            faults.append(Fault(number, "nameless"))
        elif len(name) > NAME_LIMIT or len(short) > SHORT_LIMIT:
            faults.append(Fault(number, "long"))
        elif _folded(name) in seen:
            faults.append(Fault(number, "twice"))
        elif said and zone is None:
            faults.append(Fault(number, "zone"))
        else:
            seen.add(_folded(name))
            rows.append(Row(number, name, short, zone))
    return Listing(tuple(rows), tuple(faults))


@use_case(Permission.CONNECT_SCHOOL, target=organisation("department_id"))
async def receive(unit: Unit, *, department_id: int, file: Incoming) -> None:
    """Have a list looked at; what would come of it is told by a message."""
    if file.sent_as != "document":
        raise Refusal("school-list-no-document")
    row = await kept(unit, department_id, file)
    await enqueue(
        unit,
        "schools.read",
        unique=f"schools-read:{row.id}",
        person_id=unit.me,
        args={"file": row.id},
    )


@use_case(Permission.CONNECT_SCHOOL, target=owner(File, "file_id"))
async def confirm(unit: Unit, *, file_id: int) -> None:
    """Have a list that was looked at saved. Pressed twice, it is saved once."""
    await enqueue(
        unit,
        "schools.save",
        unique=f"schools-save:{file_id}",
        person_id=unit.me,
        args={"file": file_id},
    )


@use_case(Permission.CONNECT_SCHOOL, target=owner(File, "file_id"))
async def source(unit: Unit, *, file_id: int) -> File:
    """The file of a list, should the person still be one to read it."""
    return await unit.session.get_one(File, file_id)


async def _listing(context: JobContext) -> Listing:
    async with context.unit() as unit:
        file = await source(unit, file_id=int(context.args["file"]))
        name, telegram_id = file.name, file.file_id
    data = await context.download(telegram_id)
    listing = await context.aside(parse, data, name)
    if isinstance(listing, str):
        raise Refusal(
            "school-list-too-long" if listing == "too_long" else "school-list-unreadable",
            most=MOST_SCHOOLS,
        )
    return listing


@job("schools.read")
async def read_in_job(context: JobContext) -> None:
    listing = await _listing(context)
    async with context.unit() as unit:
        await preview(unit, file_id=int(context.args["file"]), listing=listing)


@job("schools.save")
async def save_in_job(context: JobContext) -> None:
    listing = await _listing(context)
    async with context.unit() as unit:
        await save(unit, file_id=int(context.args["file"]), listing=listing)


@use_case(Permission.CONNECT_SCHOOL, target=owner(File, "file_id"))
async def preview(unit: Unit, *, file_id: int, listing: Listing) -> None:
    """Tell what would be added, what brought up to date, and which rows cannot be taken."""
    file = await unit.session.get_one(File, file_id)
    known = await _known(unit, file.organisation_id)
    present = [row for row in listing.rows if _folded(row.name) in known]
    faults = ", ".join(str(fault.number) for fault in listing.faults[:_MOST_SHOWN])
    await tell(
        unit,
        unit.me,
        "school-list-preview",
        unique=f"schools-read:{file_id}",
        args={
            "fresh": len(listing.rows) - len(present),
            "known": len(present),
            "names": "; ".join(row.name for row in present[:3]),
            "faults": len(listing.faults),
            "rows": faults or "-",
            "nameless": _count(listing, "nameless"),
            "twice": _count(listing, "twice"),
            "long": _count(listing, "long"),
            "zone": _count(listing, "zone"),
        },
        buttons=[button("school-list-save", f"schools-save:{file_id}")] if listing.rows else [],
    )


def _count(listing: Listing, code: str) -> int:
    return sum(1 for fault in listing.faults if fault.code == code)


async def _known(unit: Unit, department_id: int) -> dict[str, int]:
    rows = await queries.children(unit.session, department_id)
    return {_folded(row.name): row.id for row in rows}


@use_case(Permission.CONNECT_SCHOOL, target=owner(File, "file_id"))
async def save(unit: Unit, *, file_id: int, listing: Listing) -> None:
    """Add the schools that are new, bring the others up to date, and tell."""
    file = await unit.session.get_one(File, file_id)
    department = file.organisation_id
    known = await _known(unit, department)
    added = 0
    for row in listing.rows:
        place = known.get(_folded(row.name))
        if place is None:
            place = await organisations.connect_school(
                unit, department_id=department, name=row.name
            )
            added += 1
        await organisations.correct(
            unit,
            organisation_id=place,
            short_name=row.short_name or None,
            timezone=row.timezone,
        )
    record(unit, department, "schools-imported", count=added)
    await tell(
        unit,
        unit.me,
        "school-list-saved",
        unique=f"schools-save:{file_id}",
        args={"added": added, "updated": len(listing.rows) - added},
        buttons=[button("school-links-button", "school-links:")],
    )
