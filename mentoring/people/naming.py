"""How much of a person's name a reader sees: the one place that decides it.

A minor is a first name and an initial to everybody, in chats, notices and digests alike; whoever
needs the full name finds it in a document. Readers who see no minors at all get a number.
"""

from datetime import date
from typing import Any, Protocol

from core.names import initialled
from mentoring.consent.rules import is_minor


class Named(Protocol):
    """A person, or a row of a select with these columns (see `db.queries.people.NAME`)."""

    @property
    def name(self) -> Any: ...
    @property
    def given(self) -> Any: ...
    @property
    def birth_year(self) -> Any: ...


def shown(person: Named, today: date) -> str:
    """A participant's name for a chat. Whose year of birth is not known is shown as a minor."""
    return called(person.name, person.given, person.birth_year, today)


def called(name: str, given: str | None, birth_year: int | None, today: date) -> str:
    """The same for somebody who is no person yet: a row of a list."""
    return initialled(name, given or None) if is_minor(birth_year, today) else name
