"""The morning digest: once a day, what each person has to know, from all areas in one message.

An area takes part by a source. Planning asks it only *for whom* there is something; the lines are
made when the message is about to go, so what was done meanwhile is not in it, and it may be empty.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any, Protocol, TypeVar
from zoneinfo import ZoneInfo

from mentoring.letters import Line, Paragraph, builder
from mentoring.notices import Kind, Lane, notice, plan
from mentoring.unit import Unit

__all__ = ["DIGEST_HOUR", "DigestSource", "Line", "digest_source"]

# Digests go out between these local hours: nobody is woken by one.
DIGEST_HOUR = 8
NIGHT_HOUR = 20


class DigestSource(Protocol):
    """What one area contributes. All days are local; a digest covers `since` < day <= `until`."""

    async def who(self, unit: Unit, organisation_id: int, since: date, until: date) -> set[int]:
        """The people to be told of something in this organisation (one query, all of them)."""
        ...

    async def lines(self, unit: Unit, person_id: int, since: date, until: date) -> list[Line]:
        """What this person is to be told, over all their seats; by now perhaps nothing."""
        ...

    async def next_day(self, unit: Unit, organisation_id: int, after: date) -> date | None:
        """The first day later than `after` on which, as things stand, there is something to say."""
        ...


Source = TypeVar("Source", bound=DigestSource)


@dataclass(frozen=True, slots=True)
class _Place:
    order: int
    source: DigestSource


_PLACES: list[_Place] = []


def digest_source(order: int) -> Callable[[type[Source]], type[Source]]:
    """Register a class, made without arguments; the parts come by `order`, least first."""

    def register(source: type[Source]) -> type[Source]:
        _PLACES.append(_Place(order, source()))
        _PLACES.sort(key=lambda place: place.order)
        return source

    return register


def sources() -> list[DigestSource]:
    return [place.source for place in _PLACES]


def at_hour(local_day: date, hour: int, zone: str) -> datetime:
    """The instant of `hour` o'clock on a local day.

    An hour that the clocks skip is the instant of the jump; of one that comes twice, the first.
    """
    return datetime.combine(local_day, time(hour), ZoneInfo(zone)).astimezone(UTC)


def is_open(now: datetime, local_day: date, zone: str) -> bool:
    """Whether digests may go out on this local day at this instant."""
    return at_hour(local_day, DIGEST_HOUR, zone) <= now < at_hour(local_day, NIGHT_HOUR, zone)


async def readers(unit: Unit, organisation_id: int, since: date, until: date) -> list[int]:
    """Everybody for whom any source has something, by id."""
    people: set[int] = set()
    for source in sources():
        people |= await source.who(unit, organisation_id, since, until)
    return sorted(people)


async def next_day(unit: Unit, organisation_id: int, after: date) -> date | None:
    """The first day later than `after` for which any source has something."""
    days = [await source.next_day(unit, organisation_id, after) for source in sources()]
    return min((found for found in days if found is not None), default=None)


async def plan_digests(unit: Unit, people: Iterable[int], since: date, until: date) -> None:
    """Put these people's digests into the outbox: one a day, however many seats they have."""
    rows = [
        notice(
            unit,
            unique=f"digest:{person_id}:{until.isoformat()}",
            message="digest",
            person_id=person_id,
            args={"since": since.isoformat(), "until": until.isoformat()},
            kind=Kind.BUILT,
            lane=Lane.DIGEST,
        )
        for person_id in people
    ]
    await plan(unit, rows)


@builder("digest")
async def build_digest(unit: Unit, person_id: int, args: dict[str, Any]) -> list[Paragraph]:
    since, until = date.fromisoformat(args["since"]), date.fromisoformat(args["until"])
    parts = [await source.lines(unit, person_id, since, until) for source in sources()]
    parts = [part for part in parts if part]
    if not parts:
        return []
    return [[Line("digest-header", {"day": until})], *parts]
