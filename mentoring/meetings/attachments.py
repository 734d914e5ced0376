"""What was put to meetings, a photo or a spoken word, seen and heard again by whom it is for.

It is its sender's and the curators': the partner gets none of it, for nobody said before sending
that they would.
"""

from collections.abc import Sequence

from core.errors import NotAllowed
from db.models import Pair
from db.queries import attachments as queries
from db.queries import meetings as past
from db.types import AnyRow
from mentoring.access import oneself, owner, use_case
from mentoring.files import Made, file_maker, send_file
from mentoring.roles import Permission
from mentoring.unit import Unit

# What comes at one press: more would bury the chat.
MOST = 10


@use_case(Permission.GIVE_FEEDBACK, target=oneself)
async def mine(unit: Unit, *, meeting_id: int) -> int:
    """How many files the actor has put to a meeting."""
    return len(await _mine(unit, meeting_id))


async def _mine(unit: Unit, meeting_id: int) -> Sequence[AnyRow]:
    if not await past.one_of_person(unit.session, unit.me, meeting_id):
        raise NotAllowed
    return await queries.of(unit.session, MOST, meeting_id=meeting_id, sender_id=unit.me)


@use_case(Permission.GIVE_FEEDBACK, target=oneself)
async def send_mine(unit: Unit, *, meeting_id: int) -> None:
    """Send the actor their own files of a meeting."""
    for row in await _mine(unit, meeting_id):
        await send_file(unit, "meeting-file-mine", meeting=meeting_id, file=row.id)


@file_maker("meeting-file-mine")
async def make_mine(unit: Unit, _person_id: int, args: dict[str, int]) -> Made | None:
    return _made(await _mine(unit, args["meeting"]), args["file"])


@use_case(Permission.SEE_MEETINGS, target=owner(Pair, "pair_id"))
async def of_pair(unit: Unit, *, pair_id: int) -> Sequence[AnyRow]:
    """The newest files of a pair's meetings: id, held_on, what (record, feedback), side."""
    return await queries.of(unit.session, MOST, pair_id=pair_id)


@use_case(Permission.SEE_MEETINGS, target=owner(Pair, "pair_id"))
async def send_of_pair(unit: Unit, *, pair_id: int) -> None:
    """Send them to the actor."""
    for row in await of_pair(unit, pair_id=pair_id):
        await send_file(unit, "meeting-file", pair=pair_id, file=row.id)


@file_maker("meeting-file")
async def make_of_pair(unit: Unit, _person_id: int, args: dict[str, int]) -> Made | None:
    return _made(await of_pair(unit, pair_id=args["pair"]), args["file"])


def _made(rows: Sequence[AnyRow], file_id: int) -> Made | None:
    """One of them as it came: the messenger has it, nothing is downloaded."""
    row = next((row for row in rows if row.id == file_id), None)
    if row is None:
        return None
    return Made(
        row.name,
        b"",
        "meeting-file-caption",
        {"day": row.held_on, "what": row.what, "side": row.side or "mentor"},
        picture=row.sent_as == "photo",
        file_id=row.file_id,
        sent_as=row.sent_as if row.sent_as not in {"document", "photo"} else "",
    )
