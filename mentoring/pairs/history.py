"""What has happened to a pair, for the curator: the newest first."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from core.clock import local_date
from db.models import Pair, PairEvent, Person
from mentoring.access import owner, use_case
from mentoring.people.naming import shown
from mentoring.roles import Permission
from mentoring.unit import Unit

SHOWN = 10


@dataclass(frozen=True, slots=True)
class Happened:
    """One line; `who` is whom it is about, else empty."""

    on: date
    what: str
    who: str
    ground: str


@use_case(Permission.KEEP_PAIRS, target=owner(Pair, "pair_id"))
async def of_pair(unit: Unit, *, pair_id: int, limit: int = SHOWN) -> list[Happened]:
    """The newest lines of a pair's history."""
    query = (
        select(PairEvent, Person.name, Person.given, Person.birth_year)
        .join(Person, Person.id == PairEvent.member_id, isouter=True)
        .where(PairEvent.pair_id == pair_id)
        .order_by(PairEvent.id.desc())
        .limit(limit)
    )
    return [
        Happened(
            on=local_date(row.PairEvent.at, unit.timezone),
            what=row.PairEvent.what,
            who=shown(row, unit.today()) if row.name else "",
            ground=row.PairEvent.ground,
        )
        for row in await unit.session.execute(query)
    ]
