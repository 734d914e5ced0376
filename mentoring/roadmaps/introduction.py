"""Monitoring of introduction: what each school has, filled from what the bot holds.

A mark comes from the school's own word, else the shelf, the seats, the banks, the plan, else the
documents that closed rows. Nothing here judges a school: a gap is a question to its curator.
"""

import asyncio
import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from core.errors import NotAllowed, Refusal
from core.ordering import natural
from db.models import File
from db.queries import introduction as queries
from db.types import AnyRow
from documents.workbook import Sheet, workbook
from mentoring.access import organisation, use_case
from mentoring.files import Made, file_maker, send_file
from mentoring.notices import button, notice
from mentoring.roadmaps import nudging
from mentoring.roadmaps.nudging import Nudged
from mentoring.roadmaps.wording import LINE_LIMIT, clip
from mentoring.roles import Permission
from mentoring.unit import Unit
from mentoring.words import words_in

NOTE_LIMIT = 500


class Mark(StrEnum):
    """What a department looks for in a school, in the order of the table."""

    CURATOR = "curator"
    ORDER = "order"
    REGULATION = "regulation"
    ROADMAP = "roadmap"
    SITE = "site"
    MENTORS = "mentors"
    MENTEES = "mentees"
    TARGETS = "targets"


# What a curator may say in words or by a document; the rest the bot itself holds.
SAID = (Mark.ORDER, Mark.REGULATION, Mark.SITE, Mark.TARGETS)
_BY_SHELF = {"order": Mark.ORDER, "regulation": Mark.REGULATION}
# What rows are called whose documents are the mark; the document's own name goes first.
_BY_WORDS = {
    Mark.REGULATION: re.compile(r"положени\w+ о|положени[ея]$|разработ\w+ положени", re.I),
    Mark.ORDER: re.compile(r"приказ\w* .{0,60}(?:внедрен|наставнич|организац)", re.I),
    Mark.SITE: re.compile(r"сайт|рубрик\w+|раздел\w* .{0,40}(?:сайт|интернет)", re.I),
    Mark.TARGETS: re.compile(r"целев\w+ показател|показател\w+ эффективн", re.I),
}
_LINK = re.compile(
    r"(?:https?://|www\.)\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:ru|рф|com|org|edu)\b\S*", re.I
)


@dataclass(frozen=True, slots=True)
class School:
    """One school's line: what is there, in words, by mark."""

    id: int
    name: str
    marks: dict[Mark, str]

    @property
    def gaps(self) -> list[Mark]:
        return [mark for mark in Mark if mark not in self.marks]


@use_case(Permission.SEE_BOARD, target=organisation("department_id"))
async def table(unit: Unit, *, department_id: int) -> list[School]:
    """The schools below a department, those with most gaps first."""
    found = await _schools(unit, await queries.schools(unit.session, department_id))
    return sorted(found, key=lambda one: (-len(one.gaps), natural(one.name)))


@use_case(Permission.SEE_BOARD, target=organisation("organisation_id"))
async def school(unit: Unit, *, organisation_id: int) -> School:
    """One school's line. Raises NotAllowed for what is no school."""
    return await _one(unit, organisation_id)


@use_case(Permission.KEEP_ROADMAP, target=organisation("organisation_id"))
async def mine(unit: Unit, *, organisation_id: int) -> School:
    """What the department sees of the curator's own school."""
    return await _one(unit, organisation_id)


@use_case(Permission.KEEP_ROADMAP, target=organisation("organisation_id"))
async def say(
    unit: Unit, *, organisation_id: int, mark: Mark, note: str = "", file_id: int | None = None
) -> None:
    """Say what there is: a number, a link, or a kept file. Said again, the new word holds.

    Raises NotAllowed for a file of another organisation, Refusal for a site without an address.
    """
    if mark not in SAID or not (note or file_id):
        raise NotAllowed
    if mark is Mark.SITE and not _LINK.search(note):
        raise Refusal("introduction-no-link")
    if file_id is not None:
        file = await unit.session.get(File, file_id)
        if file is None or file.organisation_id != organisation_id:
            raise NotAllowed
    await queries.declare(
        unit.session,
        {
            "organisation_id": organisation_id,
            "kind": mark,
            "note": note.replace("\0", "")[:NOTE_LIMIT],
            "file_id": file_id,
            "set_by": unit.me,
            "set_at": unit.now,
        },
    )


@use_case(Permission.SEE_BOARD, target=organisation("organisation_id"))
async def nudge(unit: Unit, *, organisation_id: int) -> Nudged:
    """Ask a school's curators for what is missing, at most once a day.

    Raises Refusal when nothing is.
    """
    found = await _one(unit, organisation_id)
    if not found.gaps:
        raise Refusal("introduction-no-gaps")
    return await _nudge(unit, [found])


@use_case(Permission.SEE_BOARD, target=organisation("department_id"))
async def nudge_all(unit: Unit, *, department_id: int) -> Nudged:
    """Ask the curators of every school with gaps, each at most once a day."""
    found = await table(unit, department_id=department_id)
    return await _nudge(unit, [one for one in found if one.gaps])


@use_case(Permission.SEE_BOARD, target=organisation("department_id"))
async def ask_for_table(unit: Unit, *, department_id: int) -> None:
    """Send the actor the table as a spreadsheet."""
    await send_file(unit, "introduction-table", department=department_id)


@file_maker("introduction-table")
async def make_table(unit: Unit, _person_id: int, args: dict[str, Any]) -> Made:
    words = words_in(unit.actor.locale)
    found = await table(unit, department_id=args["department"])
    head = [words.plain("register-school")]
    head += [words.plain(f"introduction-mark-{mark}") for mark in Mark]
    rows = [
        [one.name, *(one.marks.get(mark, "") for mark in Mark)]
        for one in sorted(found, key=lambda one: natural(one.name))
    ]
    title = words.plain("introduction-title")
    data = await asyncio.to_thread(workbook, [Sheet(title, head, rows)])
    return Made(
        name=f"{title} {unit.today().isoformat()}.xlsx",
        data=data,
        caption="register-caption",
        args={"title": title, "count": len(rows)},
        personal=False,
    )


async def _one(unit: Unit, organisation_id: int) -> School:
    rows = await queries.schools(unit.session, organisation_id)
    found = await _schools(unit, [row for row in rows if row.id == organisation_id])
    if not found:
        raise NotAllowed
    return found[0]


async def _nudge(unit: Unit, schools: Sequence[School]) -> Nudged:
    asked = {one.id: one for one in schools}
    messages = [
        (
            one.id,
            notice(
                unit,
                unique=f"introduction:{one.id}:{unit.today()}:{keeper.person_id}",
                message="introduction-nudge",
                person_id=keeper.person_id,
                args={"count": len(one.gaps), "school": one.name},
                buttons=[button("introduction-open", f"introduction:{one.id}")],
            ),
        )
        for keeper in await nudging.keepers(unit, asked)
        if (one := asked[keeper.organisation_id])
    ]
    return await nudging.nudge(unit, asked, messages)


async def _schools(unit: Unit, places: Sequence[AnyRow]) -> list[School]:
    """Lines of these schools: seven queries, however many they are."""
    ids = [place.id for place in places]
    marks: dict[int, dict[Mark, str]] = {place: {} for place in ids}
    # What is surer comes later, and takes the place of what was there.
    for proof in await queries.proofs(unit.session, ids):
        for mark in _proved(proof):
            marks[proof.organisation_id][mark] = _words(mark, proof)
    for document in await queries.shelved(unit.session, ids):
        if document.kind in _BY_SHELF:
            marks[document.organisation_id][_BY_SHELF[document.kind]] = document.title
    for one in await queries.declared(unit.session, ids):
        if one.kind in SAID:
            marks[one.organisation_id][Mark(one.kind)] = one.note or one.name or ""
    await _held(unit, ids, marks)
    return [School(place.id, place.name, marks[place.id]) for place in places]


async def _held(unit: Unit, ids: list[int], marks: dict[int, dict[Mark, str]]) -> None:
    """What the bot holds itself: seats, banks, plans."""
    words = words_in(unit.actor.locale)
    names: dict[int, list[str]] = {}
    for curator in await queries.curators(unit.session, ids):
        names.setdefault(curator.organisation_id, []).append(curator.name)
    for place, people in names.items():
        marks[place][Mark.CURATOR] = ", ".join(people)
    for bank in await queries.banks(unit.session, ids):
        mark = Mark.MENTORS if bank.side == "mentor" else Mark.MENTEES
        marks[bank.organisation_id][mark] = str(bank.count)
    for one in await queries.roadmaps(unit.session, ids):
        said = (
            words.plain("introduction-ordered", number=one.number or "-", day=one.ordered_on)
            if one.ordered_on
            else words.plain("introduction-in-force")
        )
        marks[one.organisation_id][Mark.ROADMAP] = said


def _proved(proof: AnyRow) -> list[Mark]:
    """Which marks a document of a closed row is, by its own name, else by its row's words."""
    own = proof.item or ""
    text = own or f"{proof.title} {proof.result}"
    found = [mark for mark, words in _BY_WORDS.items() if words.search(text)]
    return [mark for mark in found if mark is not Mark.SITE or _LINK.search(proof.note)]


def _words(mark: Mark, proof: AnyRow) -> str:
    link = _LINK.search(proof.note) if mark is Mark.SITE else None
    return clip(link[0] if link else proof.note or proof.name or proof.item, LINE_LIMIT)
