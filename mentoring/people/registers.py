"""The department's registers: appointed curators, adult mentors and young teachers, links.

Names of adults only: of minors a department sees numbers.
"""

import asyncio
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from core.clock import local_date
from db.models import Invite
from db.queries import people
from db.queries import seats as queries
from documents.workbook import Cell, Sheet, workbook
from mentoring.access import organisation, use_case
from mentoring.audit import record
from mentoring.bank.status import Side
from mentoring.files import Made, file_maker, send_file
from mentoring.people import invites
from mentoring.programmes.forms import shipped
from mentoring.roles import Permission, Role
from mentoring.unit import Unit
from mentoring.words import words_in

# Only the year is known: somebody is surely of age in the year after that of turning eighteen.
_AGE = 18


@dataclass(frozen=True, slots=True)
class Appointed:
    """A curator as the register shows them."""

    place: str
    name: str
    since: datetime
    order_number: str
    ordered_on: date | None
    contact: str
    training: str


@dataclass(frozen=True, slots=True)
class CuratorRegister:
    """Who is appointed, and the names of schools in which nobody is."""

    rows: list[Appointed]
    without: list[str]

    @property
    def no_order(self) -> int:
        """How many of them have no order noted yet."""
        return sum(1 for row in self.rows if not row.order_number)

    @property
    def untrained(self) -> int:
        return sum(1 for row in self.rows if not row.training)


@dataclass(frozen=True, slots=True)
class Adult:
    """An adult mentor, or a teacher who has a mentor."""

    place: str
    name: str
    side: str
    programme: str
    post: str
    since: datetime


@use_case(Permission.SEE_REGISTERS, target=organisation("department_id"))
async def curators(unit: Unit, *, department_id: int) -> CuratorRegister:
    """The appointed curators below a department, by school."""
    rows = await queries.in_branch(unit.session, department_id, Role.CURATOR)
    without = await queries.unfilled(unit.session, department_id, Role.CURATOR)
    return CuratorRegister(
        [
            Appointed(
                row.place,
                row.name,
                row.since,
                row.order_number or "",
                row.ordered_on,
                row.contact or "",
                row.training or "",
            )
            for row in rows
        ],
        [row.name for row in without],
    )


@use_case(Permission.SEE_REGISTERS, target=organisation("department_id"))
async def adults(unit: Unit, *, department_id: int) -> list[Adult]:
    """Adult mentors, and mentees who are teachers, by school and name."""
    today, forms = unit.today(), shipped()
    found = []
    for row in await queries.participants(unit.session, department_id):
        form = forms.get(row.form)
        if row.birth_year is not None:
            of_age = today.year - row.birth_year > _AGE
        else:
            of_age = form is not None and (
                form.adult_mentors if row.side == Side.MENTOR else form.adult_mentees
            )
        teaches = form is not None and form.adult_mentees
        if of_age and (row.side == Side.MENTOR or teaches):
            found.append(Adult(row.place, row.name, row.side, row.title, row.post, row.since))
    return found


@use_case(Permission.SEE_REGISTERS, target=organisation("department_id"))
async def send(unit: Unit, *, department_id: int, register: str) -> None:
    """Send the actor a register ("curators" or "adults") as a spreadsheet."""
    if register in _SHEETS:
        record(unit, department_id, f"register-{register}")
        await send_file(unit, f"register-{register}", department=department_id)


@use_case(Permission.INVITE_STAFF, target=organisation("department_id"))
async def send_links(unit: Unit, *, department_id: int, address: str) -> None:
    """Make sure that each school has a working link for its curator, and send all in one file.

    `address` is what a token follows in a link.
    """
    soon = unit.now + timedelta(days=1)
    present = {
        row.organisation_id
        for row in await queries.working_links(unit.session, department_id, Role.CURATOR, soon)
    }
    schools = await people.children(unit.session, department_id)
    missing: list[Invite] = [
        invites.fresh(unit, school.id, Role.CURATOR)
        for school in schools
        if school.id not in present
    ]
    unit.session.add_all(missing)
    await unit.session.flush()
    await send_file(unit, "school-links", department=department_id, address=address)


@file_maker("school-links")
async def make_links(unit: Unit, _person_id: int, args: dict[str, Any]) -> Made:
    words = words_in(unit.actor.locale)
    department = int(args["department"])
    # The rights once more, for what is read below: the receiver keeps these schools.
    await curators(unit, department_id=department)
    names = {row.id: row.name for row in await people.children(unit.session, department)}
    links = await queries.working_links(unit.session, department, Role.CURATOR, unit.now)
    newest = {row.organisation_id: row for row in links}
    rows: list[list[Cell]] = [
        [
            name,
            args["address"] + newest[place].token if place in newest else "",
            local_date(newest[place].expires_at, unit.timezone) if place in newest else None,
        ]
        for place, name in names.items()
    ]
    head = [words.plain(f"register-{name}") for name in ("school", "link", "until")]
    return await _made("links", unit, head, rows)


@file_maker("register-curators")
async def make_curators(unit: Unit, _person_id: int, args: dict[str, Any]) -> Made:
    words = words_in(unit.actor.locale)
    register = await curators(unit, department_id=args["department"])
    rows: list[list[Cell]] = [
        [
            row.place,
            row.name,
            row.order_number,
            row.ordered_on,
            row.contact,
            row.training,
            local_date(row.since, unit.timezone),
        ]
        for row in register.rows
    ]
    rows += [
        [name, words.plain("register-nobody"), "", None, "", "", None] for name in register.without
    ]
    rows.sort(key=lambda row: str(row[0]))
    keys = ("school", "name", "order", "ordered", "contact", "training", "since")
    head = [words.plain(f"register-{key}") for key in keys]
    return await _made("curators", unit, head, rows)


@file_maker("register-adults")
async def make_adults(unit: Unit, _person_id: int, args: dict[str, Any]) -> Made:
    words = words_in(unit.actor.locale)
    rows: list[list[Cell]] = [
        [
            row.place,
            row.name,
            words.plain(f"role-{row.side}"),
            row.post,
            row.programme,
            local_date(row.since, unit.timezone),
        ]
        for row in await adults(unit, department_id=args["department"])
    ]
    head = [
        words.plain(f"register-{key}")
        for key in ("school", "name", "role", "post", "programme", "since")
    ]
    return await _made("adults", unit, head, rows)


_SHEETS = frozenset({"curators", "adults"})


async def _made(kind: str, unit: Unit, head: list[str], rows: list[list[Cell]]) -> Made:
    words = words_in(unit.actor.locale)
    title = words.plain(f"register-title-{kind}")
    data = await asyncio.to_thread(workbook, [Sheet(title, head, rows)])
    return Made(
        name=f"{title} {unit.today().isoformat()}.xlsx",
        data=data,
        caption="register-caption",
        args={"title": title, "count": len(rows)},
        personal=kind != "links",
    )
