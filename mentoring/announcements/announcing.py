"""An announcement: the author's own message, copied to all of an audience.

It is copied as it is, without a second message that says who it comes from: that would double the
time a large audience takes. The author signs it in the text; the preview says so.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from core.errors import NotAllowed, Refusal
from db.models import Announcement
from db.queries import announcements as queries
from mentoring.access import organisation, owner, use_case
from mentoring.notices import Status
from mentoring.roles import Permission, Role
from mentoring.unit import Unit

# Who is meant, within the branch of the organisation; no roles means everybody.
AUDIENCES: dict[str, tuple[Role, ...]] = {
    "curators": (Role.CURATOR,),
    "mentors": (Role.MENTOR,),
    "mentees": (Role.MENTEE,),
    "everyone": (),
}
_EXCERPT_CHARACTERS = 200
_RECENT = 10


class AnnouncementStatus(StrEnum):
    DRAFT = "draft"
    CONFIRMED = "confirmed"
    # Every receiver has a row in the outbox.
    PLANNED = "planned"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Progress:
    """How far it has come. Until `complete`, not all receivers are counted yet."""

    complete: bool
    queued: int
    sent: int
    unreachable: int
    failed: int


@dataclass(frozen=True, slots=True)
class Summary:
    """An announcement as lists show it."""

    id: int
    audience: str
    excerpt: str
    confirmed_at: datetime | None


@use_case(Permission.ANNOUNCE, target=organisation())
async def audiences(unit: Unit, *, organisation_id: int) -> list[tuple[str, int]]:
    """The audiences there are, with how many people each has now; the author is not counted."""
    found = await queries.counts(unit.session, organisation_id, unit.me)
    sizes = {
        audience: sum(found.get(role, 0) for role in roles) if roles else found[""]
        for audience, roles in AUDIENCES.items()
    }
    return [(audience, size) for audience, size in sizes.items() if size]


@use_case(Permission.ANNOUNCE, target=organisation())
async def draft(
    unit: Unit,
    *,
    organisation_id: int,
    audience: str,
    source_chat_id: int,
    source_message_id: int,
    excerpt: str,
) -> int:
    """Note a message of the author's own chat for an audience. Returns the announcement's id."""
    if audience not in AUDIENCES or source_chat_id != unit.actor.telegram_id:
        raise NotAllowed
    created = Announcement(
        organisation_id=organisation_id,
        author_id=unit.me,
        audience=audience,
        source_chat_id=source_chat_id,
        source_message_id=source_message_id,
        excerpt=excerpt[:_EXCERPT_CHARACTERS],
        status=AnnouncementStatus.DRAFT,
        planned_person_id=0,
        created_at=unit.now,
    )
    unit.session.add(created)
    await unit.session.flush()
    return created.id


@use_case(Permission.ANNOUNCE, target=owner(Announcement, "announcement_id"))
async def confirm(unit: Unit, *, announcement_id: int) -> None:
    """Have it sent; a second press changes nothing.

    Raises Refusal when it was cancelled, or when there is nobody to get it.
    """
    found = await _own(unit, announcement_id)
    if found.status == AnnouncementStatus.CANCELLED:
        raise Refusal("announcement-cancelled")
    if not await queries.receivers(
        unit.session,
        found.organisation_id,
        found.author_id,
        AUDIENCES[found.audience],
        after_id=0,
        limit=1,
    ):
        raise Refusal("announcement-nobody")
    changed = await queries.move(
        unit.session,
        announcement_id,
        AnnouncementStatus.DRAFT,
        status=AnnouncementStatus.CONFIRMED,
        confirmed_at=unit.now,
    )
    if changed is not None:
        unit.wakes.add("planner")


@use_case(Permission.ANNOUNCE, target=owner(Announcement, "announcement_id"))
async def cancel(unit: Unit, *, announcement_id: int) -> None:
    """Drop a draft. Raises Refusal when it is being sent already."""
    found = await _own(unit, announcement_id)
    changed = await queries.move(
        unit.session,
        announcement_id,
        AnnouncementStatus.DRAFT,
        status=AnnouncementStatus.CANCELLED,
    )
    if changed is None and found.status != AnnouncementStatus.CANCELLED:
        raise Refusal("announcement-on-its-way")


async def _own(unit: Unit, announcement_id: int) -> Announcement:
    """Only its author decides about an announcement: it is their message."""
    found = await unit.session.get(Announcement, announcement_id)
    if found is None or found.author_id != unit.me:
        raise NotAllowed
    return found


@use_case(Permission.ANNOUNCE, target=owner(Announcement, "announcement_id"))
async def progress(unit: Unit, *, announcement_id: int) -> Progress:
    """How many have got it so far."""
    found = await unit.session.get(Announcement, announcement_id)
    if found is None:
        raise NotAllowed
    by_status = await queries.deliveries(unit.session, announcement_id)
    return Progress(
        complete=found.status == AnnouncementStatus.PLANNED,
        queued=sum(
            by_status.get(status, 0) for status in (Status.QUEUED, Status.SENDING, Status.HELD)
        ),
        sent=by_status.get(Status.SENT, 0),
        unreachable=by_status.get(Status.UNREACHABLE, 0),
        failed=by_status.get(Status.DEAD, 0) + by_status.get(Status.UNCERTAIN, 0),
    )


@use_case(Permission.ANNOUNCE, target=organisation())
async def recent(unit: Unit, *, organisation_id: int) -> list[Summary]:
    """The organisation's last announcements that were sent or are being sent, newest first."""
    rows = await queries.latest(
        unit.session,
        organisation_id,
        (AnnouncementStatus.CONFIRMED, AnnouncementStatus.PLANNED),
        _RECENT,
    )
    return [Summary(row.id, row.audience, row.excerpt, row.confirmed_at) for row in rows]
