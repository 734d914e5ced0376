"""A mentor tells of a meeting in one line."""

from itertools import chain

from mentoring.access import oneself, use_case
from mentoring.meetings.freetext.model import Known, Told
from mentoring.meetings.freetext.reading import read
from mentoring.meetings.meetings import my_pairs
from mentoring.roles import Permission
from mentoring.unit import Unit


@use_case(Permission.LOG_MEETING, target=oneself)
async def understand(unit: Unit, *, line: str) -> Told | None:
    """What the line says of a meeting with the actor's mentees; None when it tells of none."""
    pairs = await my_pairs(unit)
    if not pairs:
        return None
    known = chain.from_iterable((Known(pair.id, name) for name in pair.mentees) for pair in pairs)
    told = read(line, today=unit.today(), mentees=list(known))
    return told if told.is_meeting else None
