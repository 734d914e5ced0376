"""The banks as lists: by words, by groups, with how long somebody has been without a pair."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from core.clock import local_date
from db.queries import bank as queries
from mentoring.access import organisation, use_case
from mentoring.bank.cards import FRESH_DAYS, is_fresh
from mentoring.bank.status import UNMATCHED, Side, Status
from mentoring.bank.words import wanted
from mentoring.people.naming import shown
from mentoring.roles import Permission
from mentoring.unit import Unit


class Group(StrEnum):
    """Which part of a bank is shown."""

    ALL = "all"
    # Without a pair, the longest first.
    FREE = "free"
    LISTED = "listed"
    # Nobody has looked at the entry for a year.
    STALE = "stale"
    AWAY = "away"


@dataclass(frozen=True, slots=True)
class Found:
    """A row of a list; `place` is the class or the post."""

    id: int
    name: str
    place: str
    status: Status
    waiting_days: int | None
    fresh: bool


@dataclass(frozen=True, slots=True)
class Page:
    """A stretch of a list, how long it is, and how many there are in each group of the bank."""

    rows: list[Found]
    total: int
    counts: dict[Group, int]


@use_case(Permission.KEEP_BANK, target=organisation("organisation_id"))
async def find(
    unit: Unit,
    *,
    organisation_id: int,
    side: Side,
    words: str = "",
    group: Group = Group.ALL,
    offset: int = 0,
    limit: int = 10,
) -> Page:
    """Those in whose entries every word begins one, whatever its ending."""
    stale = unit.now - timedelta(days=FRESH_DAYS)
    conditions = queries.of_bank(organisation_id, side), queries.having(wanted(words))
    rows = await queries.found(
        unit.session,
        [*conditions, _of_group(group, stale)],
        longest_first=group == Group.FREE,
        offset=offset,
        limit=limit,
    )
    counts = await queries.counted(
        unit.session, conditions, {one: _of_group(one, stale) for one in Group}
    )
    return Page(
        rows=[
            Found(
                id=row.id,
                name=shown(row, unit.today()),
                place=row.class_name or row.post,
                status=Status(row.status),
                waiting_days=_days(unit, row.unmatched_since),
                fresh=is_fresh(unit, row.checked_at, row.created_at),
            )
            for row in rows
        ],
        total=counts[group],
        counts=counts,
    )


def _of_group(group: Group, stale: datetime) -> queries.Condition:
    away = (Status.LEFT, Status.PAUSED)
    return {
        Group.ALL: queries.not_in_status(away),
        Group.FREE: queries.in_status(tuple(UNMATCHED)),
        Group.LISTED: queries.in_status((Status.LISTED,)),
        Group.STALE: queries.stale_since(stale) & queries.not_in_status((*away, Status.LISTED)),
        Group.AWAY: queries.in_status(away),
    }[group]


def _days(unit: Unit, since: datetime | None) -> int | None:
    return None if since is None else (unit.today() - local_date(since, unit.timezone)).days
