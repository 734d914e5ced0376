"""Messages whose content is made when their turn comes, so that nothing done is ever in them."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from core.registers import enrol
from mentoring.unit import Unit


def day(value: date) -> dict[str, str]:
    """A date as an argument of a message in the outbox: plain JSON, a date again when rendered."""
    return {"date": value.isoformat()}


def plain(arguments: dict[str, Any]) -> dict[str, Any]:
    """Arguments as they may lie in a table: dates become `day`s."""
    return {
        name: day(value) if isinstance(value, date) else value for name, value in arguments.items()
    }


def spoken(arguments: dict[str, Any]) -> dict[str, Any]:
    """Arguments out of a table as a message takes them. Raises ValueError for what is no day."""
    return {
        name: date.fromisoformat(value["date"]) if isinstance(value, dict) else value
        for name, value in arguments.items()
    }


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
