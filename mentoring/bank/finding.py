"""The banks as lists: by words, class and status, with how long somebody has had no pair."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from core.clock import local_date
from db.queries import bank as queries
from db.types import AnyRow
from mentoring.access import organisation, use_case
from mentoring.bank.cards import FRESH_DAYS, is_fresh
from mentoring.bank.filtering import Choices, Filters, Kind, State, choices, statuses
from mentoring.bank.status import UNMATCHED, Side, Status
from mentoring.bank.words import wanted
from mentoring.people.naming import shown
from mentoring.roles import Permission
from mentoring.unit import Unit

EVERYBODY = Filters()


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
    """A stretch of a list, and what the list can be narrowed to."""

    rows: list[Found]
    choices: Choices

    @property
    def total(self) -> int:
        return self.choices.total


@use_case(Permission.KEEP_BANK, target=organisation("organisation_id"))
async def find(
    unit: Unit,
    *,
    organisation_id: int,
    side: Side,
    words: str = "",
    filters: Filters = EVERYBODY,
    offset: int = 0,
    limit: int = 10,
) -> Page:
    """Those in whose entries every word begins one, whatever its ending."""
    stale = queries.stale_since(unit.now - timedelta(days=FRESH_DAYS))
    conditions = [queries.of_bank(organisation_id, side), queries.having(wanted(words))]
    counted = await queries.counted(unit.session, conditions, stale)
    kinds = [Kind(*row) for row in counted]
    found = choices(kinds, filters)
    if not found.total or not limit:
        return Page([], found)
    rows = await queries.found(
        unit.session,
        [*conditions, *_narrowed(filters, kinds, stale)],
        longest_first=filters.state is not None and statuses(filters.state) <= UNMATCHED,
        offset=offset,
        limit=limit,
    )
    return Page([_found(unit, row) for row in rows], found)


def _narrowed(
    filters: Filters, kinds: Iterable[Kind], stale: queries.Condition
) -> Iterator[queries.Condition]:
    yield queries.in_status(sorted(statuses(filters.state)))
    if filters.state == State.STALE:
        yield stale
    if filters.place is not None:
        spelled = {(kind.class_name, kind.post) for kind in kinds if kind.place == filters.place}
        yield queries.in_places(sorted(spelled))
    if filters.source is not None:
        yield queries.from_source(filters.source)


def _found(unit: Unit, row: AnyRow) -> Found:
    return Found(
        id=row.id,
        name=shown(row, unit.today()),
        place=row.class_name or row.post,
        status=Status(row.status),
        waiting_days=_days(unit, row.unmatched_since),
        fresh=is_fresh(unit, row.checked_at, row.created_at),
    )


def _days(unit: Unit, since: datetime | None) -> int | None:
    return None if since is None else (unit.today() - local_date(since, unit.timezone)).days
