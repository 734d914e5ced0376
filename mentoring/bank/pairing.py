"""What a pair does to the bank: both are matched; when it is over, they look for one again."""

from collections.abc import Sequence

from sqlalchemy import select

from db.models import Profile
from db.queries import bank
from mentoring.bank.entering import move
from mentoring.bank.status import UNMATCHED, Status
from mentoring.unit import Unit


async def paired(unit: Unit, organisation_id: int, people: Sequence[tuple[int, str]]) -> None:
    """These (person id, side) are in a pair now."""
    ids = await _profiles(unit, organisation_id, people, tuple(UNMATCHED))
    if ids:
        await move(unit, ids, Status.MATCHED)


async def parted(unit: Unit, organisation_id: int, people: Sequence[tuple[int, str]]) -> None:
    """A pair of these is over: who is in no other one, nor in a draft, is without from today."""
    busy = {
        (row.person_id, row.side)
        for row in await bank.partners(
            unit.session, organisation_id, [person_id for person_id, _ in people], drafts=True
        )
    }
    free = [one for one in people if one not in busy]
    ids = await _profiles(unit, organisation_id, free, (Status.MATCHED,))
    if ids:
        await move(unit, ids, Status.WAITING)


async def _profiles(
    unit: Unit,
    organisation_id: int,
    people: Sequence[tuple[int, str]],
    statuses: Sequence[str],
) -> list[int]:
    query = select(Profile.id, Profile.person_id, Profile.side).where(
        Profile.organisation_id == organisation_id,
        Profile.person_id.in_([person_id for person_id, _ in people]),
        Profile.status.in_(statuses),
    )
    rows = await unit.session.execute(query)
    return [row.id for row in rows if (row.person_id, row.side) in set(people)]
