"""Files that come through the messenger: kept by what the messenger calls them."""

from dataclasses import dataclass

from core.errors import Refusal
from core.tokens import new_token
from db.models import File
from documents.limits import FILE_BYTES
from mentoring.access import organisation, owner, use_case
from mentoring.jobs import enqueue
from mentoring.roadmaps.cleaning import one_line
from mentoring.roadmaps.wording import clip
from mentoring.roles import Permission
from mentoring.unit import Unit

_NAME_LIMIT = 200


@dataclass(frozen=True, slots=True)
class Incoming:
    """A file as the messenger describes it; `size` is in bytes, 0 when it is not told."""

    name: str
    size: int
    media_type: str
    bot_id: int
    file_id: str
    # document, photo, voice, video, audio, video_note
    sent_as: str


@use_case(Permission.CLOSE_ROW, target=organisation("organisation_id"))
async def keep(unit: Unit, *, organisation_id: int, file: Incoming) -> int:
    """Record a file that came, from whoever has rows to close there. Returns its id; what it is for
    is decided afterwards."""
    return (await kept(unit, organisation_id, file)).id


async def kept(unit: Unit, organisation_id: int, file: Incoming) -> File:
    """The record of a file, for a use case that has checked the right."""
    created = File(
        organisation_id=organisation_id,
        name=clip(one_line(file.name), _NAME_LIMIT),
        size=file.size,
        media_type=file.media_type[:_NAME_LIMIT],
        bot_id=file.bot_id,
        file_id=file.file_id,
        sent_as=file.sent_as,
        created_by=unit.me,
        created_at=unit.now,
    )
    unit.session.add(created)
    await unit.session.flush()
    return created


@use_case(Permission.KEEP_ROADMAP, target=owner(File, "file_id"))
async def read_as_roadmap(unit: Unit, *, file_id: int) -> str:
    """Have a kept file read; what comes of it is told by a message. Returns the file's name.

    Raises Refusal, before anything is downloaded, when the messenger will not hand it over.
    """
    file = await unit.session.get_one(File, file_id)
    if file.sent_as != "document":
        raise Refusal("roadmap-not-a-document")
    if file.size > FILE_BYTES:
        raise Refusal("roadmap-file-too_large", name=file.name)
    await enqueue(
        unit,
        "roadmap.read",
        unique=f"roadmap-read:{file.id}",
        person_id=unit.me,
        args={"file": file.id},
    )
    return file.name


@use_case(Permission.KEEP_ROADMAP, target=organisation("organisation_id"))
async def read_text(unit: Unit, *, organisation_id: int, text: str) -> None:
    """Have a pasted text read as a roadmap; what comes of it is told by a message."""
    await enqueue(
        unit,
        "roadmap.read_text",
        unique=f"roadmap-text:{organisation_id}:{new_token()}",
        person_id=unit.me,
        args={"organisation": organisation_id, "text": text.replace("\0", "")},
    )
