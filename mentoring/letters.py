"""Messages whose content is made when their turn comes, so that nothing done is ever in them."""

from collections.abc import Awaitable, Callable, Collection
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from core.registers import enrol
from core.translator import Words
from mentoring.people import zones
from mentoring.unit import Unit


def day(value: date) -> dict[str, str]:
    """A date as an argument of a message in the outbox: plain JSON, a date again when rendered."""
    return {"date": value.isoformat()}


def plain(arguments: dict[str, Any]) -> dict[str, Any]:
    """Arguments as they may lie in a table: dates become `day`s."""
    return {
        name: day(value) if isinstance(value, date) else value for name, value in arguments.items()
    }


def moment(local: datetime) -> dict[str, str]:
    """A time of day as an argument, in the zone it was agreed in (a ZoneInfo).

    Rendered, it is that time; for a reader whose clocks differ then, their own as well.
    """
    return {"moment": local.isoformat(), "zone": str(local.tzinfo)}


def spoken(
    arguments: dict[str, Any], words: Words | None = None, own: Collection[str] = ()
) -> dict[str, Any]:
    """Arguments out of a table as a message takes them, for a reader whose zones are `own`.

    Raises ValueError for what is no day.
    """
    return {
        name: _spoken(value, words, own) if isinstance(value, dict) else value
        for name, value in arguments.items()
    }


def _spoken(value: dict[str, str], words: Words | None, own: Collection[str]) -> date | str:
    if "date" in value:
        return date.fromisoformat(value["date"])
    there = datetime.fromisoformat(value["moment"]).astimezone(ZoneInfo(value["zone"]))
    elsewhere = (there.astimezone(ZoneInfo(zone)) for zone in own)
    here = next((one for one in elsewhere if one.utcoffset() != there.utcoffset()), None)
    if words is None or here is None:
        return f"{there:%H:%M}"
    return words.plain(
        "time-in-both",
        time=f"{there:%H:%M}",
        city=zones.city(value["zone"], words.language),
        same="yes" if here.date() == there.date() else "no",
        own_on=here.date(),
        own_time=f"{here:%H:%M}",
        own_city=zones.city(str(here.tzinfo), words.language),
    )


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a letter: a message key, its arguments (dates as they are), perhaps a button."""

    message: str
    args: dict[str, Any] = field(default_factory=dict)
    # As `mentoring.notices.button` makes it.
    button: dict[str, Any] | None = None
    # And more of them.
    buttons: tuple[dict[str, Any], ...] = ()


Paragraph = list[Line]
# Makes the paragraphs for a person; none at all means that there is nothing to say any more.
Builder = Callable[[Unit, int, dict[str, Any]], Awaitable[list[Paragraph]]]

BUILDERS: dict[str, Builder] = {}


def builder(message: str) -> Callable[[Builder], Builder]:
    """Register who makes the letters of this name (`Outbox.message` of kind BUILT).

    The unit may only read; its actor is the receiver, with all their seats.
    """

    def register(function: Builder) -> Builder:
        enrol(BUILDERS, message, function)
        return function

    return register
