"""The shelf of an organisation: what its curator has put there, and what stands on those above."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import select

from core.clock import local_date
from core.errors import NotAllowed, Refusal
from db.models import Branch, File, Roadmap, ShelfDocument
from db.queries import shelf as queries
from mentoring.access import Target, organisation, owner, use_case
from mentoring.files import Made, file_maker, send_file
from mentoring.roadmaps.receiving import Incoming, kept
from mentoring.roles import Permission
from mentoring.unit import Unit

TITLE_LIMIT = 120
# A shelf with more on it nobody looks through.
MOST = 60


class DocumentKind(StrEnum):
    ORDER = "order"
    REGULATION = "regulation"
    ROADMAP = "roadmap"
    PROGRAMME = "programme"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Shelved:
    """A document of a shelf; `roadmap` is the plan in force, which stands there by itself."""

    id: int
    kind: DocumentKind
    title: str
    on: date
    organisation: str
    own: bool
    roadmap: bool = False


def _readable(table: Any, argument: str) -> Target:
    """A row that stands on the shelf of the reader's organisation or of one above it."""

    async def find(unit: Unit, arguments: dict[str, Any]) -> int | None:
        place: int | None = await unit.session.scalar(
            select(table.organisation_id).where(table.id == arguments[argument])
        )
        seats = [seat.organisation_id for seat in unit.actor.seats]
        below: int | None = await unit.session.scalar(
            select(Branch.descendant_id)
            .where(Branch.ancestor_id == place, Branch.descendant_id.in_(seats))
            .limit(1)
        )
        return below or place

    return find


@use_case(Permission.READ_SHELF, target=organisation("organisation_id"))
async def documents(unit: Unit, *, organisation_id: int) -> list[Shelved]:
    """What everybody of the organisation may read: its own first, then of those above."""
    rows = await queries.documents(unit.session, organisation_id, MOST)
    found = [
        Shelved(
            row.id,
            DocumentKind(row.kind),
            row.title,
            local_date(row.created_at, unit.timezone),
            row.organisation,
            row.organisation_id == organisation_id,
        )
        for row in rows
    ]
    plan = await queries.roadmap_in_force(unit.session, organisation_id)
    if plan is not None:
        on = local_date(plan.confirmed_at, unit.timezone)
        kind = DocumentKind.ROADMAP
        found.insert(
            0, Shelved(plan.id, kind, plan.title[:TITLE_LIMIT], on, plan.organisation, True, True)
        )
    return found


@use_case(Permission.READ_SHELF, target=_readable(ShelfDocument, "document_id"))
async def send(unit: Unit, *, document_id: int) -> None:
    """Have a document sent to the actor. Raises Refusal when it was taken away."""
    document = await unit.session.get_one(ShelfDocument, document_id)
    if document.removed_at is not None:
        raise Refusal("shelf-gone")
    await send_file(unit, "shelf-document", file=document.file_id, title=document.title)


@use_case(Permission.READ_SHELF, target=_readable(Roadmap, "roadmap_id"))
async def send_roadmap(unit: Unit, *, roadmap_id: int) -> None:
    """Have the plan in force sent to the actor, as it came."""
    roadmap = await unit.session.get_one(Roadmap, roadmap_id)
    if roadmap.file_id is None or roadmap.status != "confirmed":
        raise Refusal("shelf-gone")
    title = roadmap.title[:TITLE_LIMIT]
    await send_file(unit, "shelf-document", file=roadmap.file_id, title=title)


@file_maker("shelf-document")
async def make_document(unit: Unit, _person_id: int, args: dict[str, Any]) -> Made | None:
    """The file as it came: the messenger has it, nothing is downloaded."""
    file = await unit.session.get(File, args["file"])
    if file is None:
        return None
    return Made(
        name=file.name,
        data=b"",
        caption="shelf-caption",
        args={"title": args["title"]},
        picture=file.sent_as == "photo",
        personal=False,
        file_id=file.file_id,
    )


@use_case(Permission.KEEP_SHELF, target=organisation("organisation_id"))
async def add(
    unit: Unit, *, organisation_id: int, kind: DocumentKind, title: str, file: Incoming
) -> int:
    """Put a file on the shelf. Returns the document's id. Raises Refusal for a voice, a video, or
    when the shelf is full."""
    check(file)
    if await queries.count(unit.session, organisation_id) >= MOST:
        raise Refusal("shelf-full", most=MOST)
    stored = await kept(unit, organisation_id, file)
    created = ShelfDocument(
        organisation_id=organisation_id,
        file_id=stored.id,
        kind=kind,
        title=title[:TITLE_LIMIT],
        created_by=unit.me,
        created_at=unit.now,
    )
    unit.session.add(created)
    await unit.session.flush()
    return created.id


def check(file: Incoming) -> None:
    """Raises Refusal for what is no document and no picture of one."""
    if file.sent_as not in {"document", "photo"}:
        raise Refusal("shelf-not-a-document")


@use_case(Permission.KEEP_SHELF, target=owner(ShelfDocument, "document_id"))
async def remove(unit: Unit, *, document_id: int) -> None:
    """Take a document off the shelf; the file is kept."""
    document = await unit.session.get_one(ShelfDocument, document_id)
    if document.removed_at is not None:
        raise NotAllowed
    document.removed_at = unit.now
