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
    if is_minor(person.birth_year, today):
        return initialled(person.name, person.given)
    return str(person.name)
