"""Everything held about a person, for themselves or for who speaks for them: to read, and as data.

A walk over `registry.HELD`: no table is left out. No seat is needed, for who waits for a consent
has none; each door checks that it is about the actor, or a child the actor speaks for.
"""

import asyncio
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import func, select

from core.errors import NotAllowed
from core.translator import Words
from db.models import Answer, File, Membership, Organisation, Programme, Response
from db.queries import representation
from documents.paper import Paper
from mentoring.audit import record
from mentoring.files import Made, file_maker, send_file
from mentoring.people.naming import shown
from mentoring.privacy.disclosing import SHOWN, Shown
from mentoring.privacy.registry import HELD, Held
from mentoring.privacy.wording import Value, deed, said
from mentoring.roles import Role
from mentoring.surveys import library
from mentoring.surveys.forms import Form
from mentoring.unit import Unit
from mentoring.words import words_in

# The newest rows of each table; a document of more is read by nobody. The data hold more.
MOST_READ = 60
MOST_DATA = 5000


@dataclass(frozen=True, slots=True)
class Whose:
    """Somebody whose data the actor may ask for; `child` is empty for their own."""

    person_id: int
    child: str


@dataclass(frozen=True, slots=True)
class Table:
    """What one table holds: how many rows there are, and the newest ones with what is shown."""

    name: str
    area: str
    count: int
    rows: list[dict[str, Value]]


async def people(unit: Unit) -> list[Whose]:
    """The actor and the children they speak for."""
    if unit.actor.person_id is None:
        return []
    children = await representation.children(unit.session, unit.me)
    return [Whose(unit.me, "")] + [
        Whose(child.id, shown(child, unit.today()))
        for child in {child.id: child for child in children}.values()
    ]


async def check(unit: Unit, person_id: int) -> Whose:
    """Raises NotAllowed for whoever is neither the actor nor a child of theirs."""
    found = next((one for one in await people(unit) if one.person_id == person_id), None)
    if found is None:
        raise NotAllowed
    return found


async def send(unit: Unit, *, person_id: int) -> None:
    """Send the actor both files; that is noted wherever the person has ever been."""
    await check(unit, person_id)
    places = select(Membership.organisation_id).where(Membership.person_id == person_id)
    for place in sorted(set(await unit.session.scalars(places))):
        record(unit, place, "own-data-sent", subject_id=person_id)
    await send_file(unit, "own-data", person=person_id)
    await send_file(unit, "own-data-json", person=person_id)


async def held(unit: Unit, person_id: int, limit: int) -> list[Table]:
    """All tables with anything of the person. The caller has checked the right."""
    found = []
    for one in sorted(HELD, key=lambda one: list(SHOWN).index(one.table)):
        where = one.of(person_id)
        count = await unit.session.scalar(select(func.count()).select_from(one.table).where(where))
        if count:
            rows = await _rows(unit, one, person_id, limit)
            name = str(one.table.__tablename__)
            found.append(Table(name, SHOWN[one.table].area, count, rows))
    return found


async def _rows(unit: Unit, one: Held, person_id: int, limit: int) -> list[dict[str, Value]]:
    """The newest rows, oldest first, with what is set in them."""
    disclosed = SHOWN[one.table]
    if not disclosed.columns:
        return []
    table = one.table.__table__
    query = select(*table.c).where(one.of(person_id))
    order = [column.desc() for column in table.primary_key]
    rows = (await unit.session.execute(query.order_by(*order).limit(limit))).mappings().all()
    return [_disclosed(disclosed, row, person_id) for row in reversed(rows)]


def _disclosed(disclosed: Shown, row: Mapping[Any, Any], person_id: int) -> dict[str, Value]:
    return {
        name: row[name]
        for name in disclosed.columns
        if row[name] not in (None, "", [], {})
        and (name not in disclosed.authored or row[disclosed.authored[name]] == person_id)
    }


@file_maker("own-data-json")
async def make_data(unit: Unit, _person_id: int, args: dict[str, Any]) -> Made:
    """The values as they are kept, by table and column."""
    await check(unit, args["person"])
    tables = await held(unit, args["person"], MOST_DATA)
    data = {
        "made_at": unit.now.isoformat(),
        "person": args["person"],
        "tables": {one.name: {"count": one.count, "rows": one.rows} for one in tables},
    }
    text = json.dumps(data, ensure_ascii=False, indent=1, default=_plain)
    return _made(unit, args["person"], text.encode(), "json", "own-data-json-caption")


def _plain(value: Any) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)


@file_maker("own-data")
async def make_paper(unit: Unit, _person_id: int, args: dict[str, Any]) -> Made:
    """The same to be read: headings by area, words instead of keys."""
    await check(unit, args["person"])
    words = words_in(unit.actor.locale)
    tables = await held(unit, args["person"], MOST_READ)
    names = await _names(unit, tables)
    await _questions(unit, words, tables)
    data = await asyncio.to_thread(_written, unit, words, args["person"], tables, names)
    return _made(unit, args["person"], data, "docx", "own-data-caption")


def _made(unit: Unit, person_id: int, data: bytes, ending: str, caption: str) -> Made:
    words = words_in(unit.actor.locale)
    name = f"{words.plain('own-data-file-name')}-{person_id}.{ending}"
    return Made(name=name, data=data, caption=caption, personal=True)


# What a number in a column refers to, by the column: the table, and the column that names it.
_REFERENCES: dict[str, Any] = {
    "organisation_id": Organisation.name,
    "programme_id": Programme.title,
    "file_id": File.name,
    "photo_id": File.name,
    "voice_id": File.name,
}
Names = dict[tuple[str, int], str]


async def _names(unit: Unit, tables: list[Table]) -> Names:
    """What the rows refer to, by column and id."""
    found: Names = {}
    for column, naming in _REFERENCES.items():
        ids = {row[column] for table in tables for row in table.rows if column in row}
        if ids:
            owner = naming.class_
            query = select(owner.id, naming).where(owner.id.in_(ids))
            for row in (await unit.session.execute(query)).all():
                found[column, row[0]] = row[1]
    return found


async def _questions(unit: Unit, words: Words, tables: list[Table]) -> None:
    """Put the wording of forms, of their questions and options in the place of the keys."""
    rows = {one.name: one.rows for one in tables}
    answers = rows.get(str(Answer.__tablename__), [])
    given = rows.get(str(Response.__tablename__), [])
    ids = {row["response_id"] for row in answers}
    query = select(Response.id, Response.form, Response.role).where(Response.id.in_(ids))
    of_answers = {row.id: row for row in (await unit.session.execute(query)).all()}
    names = {row["form"] for row in given} | {row.form for row in of_answers.values()}
    forms = {name: form for name in names if (form := await _form(unit, name)) is not None}
    for row in given:
        if row["form"] in forms:
            row["form"] = forms[row["form"]].title.to(words.language)
    for row in answers:
        response = of_answers[row.pop("response_id")]
        form = forms.get(response.form)
        question = form.question(Role(response.role), row["question"]) if form else None
        if question is not None:
            row["question"] = question.text.to(words.language)
            keys = str(row.get("text") or "").split(",")
            if set(keys) <= set(question.options):
                row["text"] = ", ".join(question.options[key].to(words.language) for key in keys)


async def _form(unit: Unit, form_id: str) -> Form | None:
    try:
        return await library.find(unit, form_id)
    except NotAllowed:
        return None


def _written(unit: Unit, words: Words, person_id: int, tables: list[Table], names: Names) -> bytes:
    paper = Paper()
    paper.heading(words.plain("own-data-title", number=str(person_id)))
    paper.text(words.plain("own-data-about", day=unit.today()))
    area = ""
    for table in tables:
        if table.area != area:
            area = table.area
            paper.heading(words.plain(f"data-area-{area}"))
        title = words.plain(f"data-table-{table.name.replace('_', '-')}")
        paper.text(words.plain("own-data-table", title=title, count=table.count), bold=True)
        lines = [_lines(unit, words, table.name, row, names) for row in table.rows]
        if len(lines) == 1 and lines[0]:
            head = [words.plain("own-data-what"), words.plain("own-data-value")]
            paper.table(head, lines[0], widths=(6, 10.5))
            paper.text("")
        else:
            for number, one in enumerate(lines, 1):
                told = "; ".join(f"{label}: {value}" for label, value in one)
                paper.text(f"{number}. {told}")
        if 0 < len(table.rows) < table.count:
            paper.text(words.plain("own-data-more", count=table.count - len(table.rows)))
    return paper.done()


def _lines(
    unit: Unit, words: Words, table: str, row: dict[str, Value], names: Names
) -> list[tuple[str, str]]:
    zone = ZoneInfo(unit.timezone)
    found = []
    for column, value in row.items():
        if column == "args":
            continue
        if table == "audit" and column == "what":
            told = deed(words, value, row.get("args", {}))
        elif column in _REFERENCES:
            told = names.get((column, value), str(value))
        else:
            local = value.astimezone(zone) if isinstance(value, datetime) else value
            told = said(words, table, column, local)
        found.append((words.plain(f"data-column-{column.replace('_', '-')}"), told))
    return found
