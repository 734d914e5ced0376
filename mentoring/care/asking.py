"""Words between meetings: they pass through the bot, without a phone or a user name.

Where somebody is under age the curator can read them, and both are told so before they write.
"""

from dataclasses import dataclass
from datetime import datetime

from core.errors import NotAllowed, Refusal
from db.models import Pair, PairMessage
from db.queries import care as queries
from db.queries import drafts as pair_queries
from db.types import AnyRow
from mentoring import audit
from mentoring.access import oneself, owner, use_case
from mentoring.consent.rules import is_minor
from mentoring.notices import Kind, button, notice, plan
from mentoring.pairs.people import names
from mentoring.people.naming import shown
from mentoring.roles import Permission, Role
from mentoring.unit import Unit

TEXT_LIMIT = 1500
KINDS = ("text", "voice", "photo", "file")
_READ = 20


@dataclass(frozen=True, slots=True)
class Written:
    """A message as the curator reads it."""

    at: datetime
    who: str
    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Other:
    """Whom the actor writes to; `watched`: the curator can read it."""

    pair_id: int
    names: str
    side: Role
    watched: bool


def _watched(unit: Unit, rows: list[AnyRow]) -> bool:
    return any(is_minor(row.birth_year, unit.today()) for row in rows)


async def _people(unit: Unit, pair_id: int) -> tuple[Role, list[AnyRow]]:
    """The actor's side in a running pair of theirs, and everybody in it. Raises NotAllowed."""
    found = await queries.pair_of(unit.session, pair_id, unit.me)
    if found is None:
        raise NotAllowed
    return Role(found.side), list(await pair_queries.of_pair(unit.session, pair_id))


@use_case(Permission.TAKE_PART, target=oneself)
async def other(unit: Unit, *, pair_id: int) -> Other:
    """Who is on the other side of a running pair of the actor's."""
    side, rows = await _people(unit, pair_id)
    beyond = Role.MENTEE if side is Role.MENTOR else Role.MENTOR
    return Other(pair_id, names(rows, beyond, unit.today()), side, _watched(unit, rows))


@use_case(Permission.TAKE_PART, target=oneself)
async def send(
    unit: Unit, *, pair_id: int, kind: str, text: str = "", message_id: int | None = None
) -> None:
    """Pass words, a voice, a photo or a file (`message_id` in the actor's chat) to the other side.

    Pupils get it after their lessons, nobody at night. Raises Refusal for too long a text.
    """
    if kind not in KINDS or (kind != "text" and message_id is None):
        raise NotAllowed
    if len(text) > TEXT_LIMIT:
        raise Refusal("input-too-long", limit=TEXT_LIMIT, length=len(text))
    side, rows = await _people(unit, pair_id)
    me = next(row for row in rows if row.PairMember.person_id == unit.me)
    made = PairMessage(
        organisation_id=me.Pair.organisation_id,
        pair_id=pair_id,
        author_id=unit.me,
        kind=kind,
        text=text,
        message_id=message_id,
        sent_at=unit.now,
    )
    unit.session.add(made)
    await unit.session.flush()
    who = shown(me, unit.today())
    outgoing = []
    for row in rows:
        if row.PairMember.side == side or row.telegram_id is None:
            continue
        receiver = row.PairMember.person_id
        if kind != "text":
            outgoing.append(
                notice(
                    unit,
                    unique=f"pair-word-copy:{made.id}:{receiver}",
                    message="copy",
                    person_id=receiver,
                    args={"chat": unit.actor.telegram_id, "message": message_id},
                    kind=Kind.COPY,
                )
            )
        outgoing.append(
            notice(
                unit,
                unique=f"pair-word:{made.id}:{receiver}",
                message="pair-word",
                person_id=receiver,
                args={"who": who, "side": str(side), "kind": kind, "text": text or "-"},
                buttons=[button("pair-word-answer", f"pair-word:{pair_id}")],
            )
        )
    if not outgoing:
        raise Refusal("pair-word-nobody")
    await plan(unit, outgoing)


@use_case(Permission.KEEP_PAIRS, target=owner(Pair, "pair_id"))
async def thread(unit: Unit, *, pair_id: int) -> list[Written]:
    """What a pair wrote, the newest first. Raises Refusal where all are of age: it is theirs."""
    rows = list(await pair_queries.of_pair(unit.session, pair_id))
    if not _watched(unit, rows):
        raise Refusal("pair-thread-private")
    pair = await unit.session.get_one(Pair, pair_id)
    audit.record(unit, pair.organisation_id, "thread-read")
    return [
        Written(
            row.PairMessage.sent_at,
            shown(row, unit.today()),
            row.PairMessage.kind,
            row.PairMessage.text,
        )
        for row in await queries.messages(unit.session, pair_id, _READ)
    ]


@use_case(Permission.KEEP_PAIRS, target=owner(Pair, "pair_id"))
async def may_read(unit: Unit, *, pair_id: int) -> bool:
    """Whether the curator reads what this pair writes: where somebody is under age."""
    return _watched(unit, list(await pair_queries.of_pair(unit.session, pair_id)))


@use_case(Permission.KEEP_PAIRS, target=owner(Pair, "pair_id"))
async def attached(unit: Unit, *, pair_id: int) -> int:
    """Send the curator the voices, photos and files of the last messages. Returns how many.

    Raises Refusal where all are of age.
    """
    rows = list(await pair_queries.of_pair(unit.session, pair_id))
    if not _watched(unit, rows):
        raise Refusal("pair-thread-private")
    audit.record(unit, rows[0].Pair.organisation_id, "thread-read")
    found = [
        row
        for row in reversed(await queries.messages(unit.session, pair_id, _READ))
        if row.PairMessage.message_id is not None and row.telegram_id is not None
    ]
    await plan(
        unit,
        [
            notice(
                unit,
                unique=f"pair-word-read:{row.PairMessage.id}:{unit.me}:{unit.now.isoformat()}",
                message="copy",
                person_id=unit.me,
                args={"chat": row.telegram_id, "message": row.PairMessage.message_id},
                kind=Kind.COPY,
            )
            for row in found
        ],
    )
    return len(found)
