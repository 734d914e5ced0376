"""The log of what was done with personal data, read by curators and departments.

A department sees of minors no name but a number, as everywhere.
"""

import asyncio
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from db.queries import auditing as queries
from db.types import AnyRow
from documents.workbook import Cell, Sheet, workbook
from mentoring.access import organisation, use_case
from mentoring.audit import DEEDS, Topic, record
from mentoring.consent.rules import is_minor
from mentoring.files import Made, file_maker, send_file
from mentoring.letters import spoken
from mentoring.people.naming import shown
from mentoring.roles import GRANTS, OFFICE, Permission
from mentoring.unit import Unit
from mentoring.words import words_in

# What a spreadsheet of the log holds at most; older entries are in a shorter period's.
MOST = 20_000


@dataclass(frozen=True, slots=True)
class Entry:
    """One deed. `actor` is empty for the bot itself, `subject` for what concerns nobody.

    `at` is local; `number` is said instead of the subject's name where it may not be seen.
    """

    what: str
    args: dict[str, Any]
    at: datetime
    place: str
    actor: str
    subject: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class Page:
    """A stretch of the log, and how much there is in all."""

    entries: list[Entry] = field(default_factory=list)
    total: int = 0


@use_case(Permission.SEE_LOG, target=organisation("organisation_id"))
async def page(
    unit: Unit,
    *,
    organisation_id: int,
    days: int,
    topic: Topic | None = None,
    words: str = "",
    offset: int = 0,
    limit: int,
) -> Page:
    """What was done within the last `days`, the newest first; `words` are part of a name."""
    since = unit.now - timedelta(days=days)
    names: Sequence[str] = DEEDS[topic] if topic else ()
    people = await _people(unit, organisation_id, since, words) if words else None
    total = await queries.count(
        unit.session, organisation_id, since=since, names=names, people=people
    )
    rows = await queries.entries(
        unit.session,
        organisation_id,
        since=since,
        names=names,
        people=people,
        offset=offset,
        limit=limit,
    )
    return Page([_entry(unit, row) for row in rows], total)


async def _people(unit: Unit, organisation_id: int, since: datetime, words: str) -> Collection[int]:
    # By hand: SQLite folds only Latin letters.
    rows = await queries.people_in(unit.session, organisation_id, since)
    wanted = words.casefold()
    return [row.id for row in rows if wanted in row.name.casefold()]


def _at_home(unit: Unit) -> set[int]:
    """Where the actor keeps people and may see their names."""
    return {
        seat.organisation_id
        for seat in unit.actor.seats
        if Permission.SEE_LOG in GRANTS[seat.role] and seat.role not in OFFICE
    }


def _entry(unit: Unit, row: AnyRow) -> Entry:
    subject, number = "", 0
    if row.subject_id is not None and row.name is not None:
        if (
            row.in_bank
            and is_minor(row.birth_year, unit.today())
            and row.organisation_id not in _at_home(unit)
        ):
            number = row.subject_id
        else:
            subject = shown(row, unit.today()) if row.in_bank else row.name
    return Entry(
        what=row.what,
        args=spoken(row.args),
        at=row.at.astimezone(ZoneInfo(unit.timezone)),
        place=row.place,
        actor=row.actor or "",
        subject=subject,
        number=number,
    )


@use_case(Permission.SEE_LOG, target=organisation("organisation_id"))
async def send(unit: Unit, *, organisation_id: int, days: int) -> None:
    """Send the actor the log as a spreadsheet. That is noted in it, too."""
    record(unit, organisation_id, "log-exported")
    await send_file(unit, "privacy-log", organisation=organisation_id, days=days)


@file_maker("privacy-log")
async def make(unit: Unit, _person_id: int, args: dict[str, Any]) -> Made:
    words = words_in(unit.actor.locale)
    found = await page(unit, organisation_id=args["organisation"], days=args["days"], limit=MOST)
    rows: list[list[Cell]] = [
        [
            f"{one.at:%d.%m.%Y %H:%M}",
            one.place,
            one.actor or words.plain("log-bot"),
            deed(words, one),
            one.subject or (words.plain("log-number", number=one.number) if one.number else ""),
        ]
        for one in found.entries
    ]
    keys = ("when", "place", "who", "what", "whose")
    title = words.plain("log-title")
    head = [words.plain(f"log-column-{key}") for key in keys]
    return Made(
        name=f"{words.plain('log-file-name')} {unit.today().isoformat()}.xlsx",
        data=await asyncio.to_thread(workbook, [Sheet(title, head, rows)]),
        caption="log-caption",
        args={"count": len(rows)},
    )


def deed(words: Any, entry: Entry) -> str:
    """What was done, in words."""
    args = dict(entry.args)
    if "role" in args:
        args["role"] = words.plain(f"role-{args['role']}")
    return str(words.plain(f"audit-{entry.what}", **args))
