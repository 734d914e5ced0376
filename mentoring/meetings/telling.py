"""One of a pair tells of a meeting: in one line, or by what somebody has written to them."""

from dataclasses import replace
from datetime import date
from zoneinfo import ZoneInfo

from mentoring.access import oneself, use_case
from mentoring.meetings.freetext.model import Ask, Known, Told
from mentoring.meetings.freetext.names import called
from mentoring.meetings.freetext.reading import read
from mentoring.meetings.freetext.rounds import Unclear, of_line, read_round
from mentoring.meetings.freetext.vocabulary import MENTORS
from mentoring.meetings.meetings import MyPair, my_pairs
from mentoring.roles import Permission, Role
from mentoring.unit import Unit


@use_case(Permission.LOG_MEETING, target=oneself)
async def understand(unit: Unit, *, line: str) -> Told | None:
    """What the line says of a meeting with the actor's partners; None when it tells of none."""
    pairs = await my_pairs(unit)
    if not pairs:
        return None
    told = read(line, today=unit.today(), mentees=_known(pairs), minute_now=_minute_now(unit))
    if len(pairs) == 1 and Ask.WHO in told.asks:
        # There is nobody to choose from: it may be no meeting of theirs at all.
        told = replace(told, asks=told.asks | {Ask.OUTCOME})
    return replace(told, comes_round=_comes_round(unit, line, pairs)) if told.is_meeting else None


def _comes_round(unit: Unit, line: str, pairs: list[MyPair]) -> str:
    """What the line says of a time that comes round, where that can be read."""
    said = of_line(line, frozenset().union(*(called(one.name) for one in _known(pairs))))
    try:
        read_so = read_round(said, today=unit.today(), language=unit.actor.locale or "ru")
    except Unclear:
        # Planning asks which of the two it is.
        return said
    return said if read_so is not None else ""


def _minute_now(unit: Unit) -> int:
    local = unit.now.astimezone(ZoneInfo(unit.timezone))
    return local.hour * 60 + local.minute


@use_case(Permission.LOG_MEETING, target=oneself)
async def fill(
    unit: Unit, *, text: str, said_on: date, sender_id: int | None = None
) -> Told | None:
    """A card out of a photo's caption or a forwarded message; None for somebody without a pair.

    Days in the text are counted from `said_on`, the day it was written. `sender_id` is who wrote
    it in the messenger: their pair is meant unless somebody is named.
    """
    pairs = await my_pairs(unit)
    if not pairs:
        return None
    today = min(said_on, unit.today())
    told = read(text, today=today, mentees=_known(pairs))
    by_sender = [pair.id for pair in pairs if sender_id and sender_id in pair.telegram_ids]
    if len(told.pairs) != 1 and len(by_sender) == 1:
        told = replace(told, pairs=tuple(by_sender), asks=told.asks - {Ask.WHO})
    if told.is_meeting and not told.is_other:
        # What else is doubtful of a line is looked at on the card that was asked for.
        return told
    # Not about a day or a length: the day it was written is proposed, and the text is the note.
    return replace(
        told, held_on=today, minutes=None, kind=None, note=text.strip(), asks=frozenset()
    )


def _known(pairs: list[MyPair]) -> list[Known]:
    """The partners; a mentee calls theirs by what they are, too."""
    return [
        Known(pair.id, name)
        for pair in pairs
        for name in (*pair.full_names, *(MENTORS if pair.side is Role.MENTEE else ()))
    ]
