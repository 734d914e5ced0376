"""The people of a pair as others see them: minors by first name and initial."""

from collections.abc import Iterable
from datetime import date

from core.names import initialled
from db.types import AnyRow
from mentoring.consent.rules import is_minor
from mentoring.roles import Role


def is_child(row: AnyRow, side: str, today: date) -> bool:
    """Under age, as far as is known: of a mentee without a year of birth it is assumed."""
    unknown = row.birth_year is None
    return side == Role.MENTEE if unknown else is_minor(row.birth_year, today)


def shown(row: AnyRow, side: str, today: date) -> str:
    """A name for a chat. The row has name, given, birth_year."""
    return initialled(row.name, row.given) if is_child(row, side, today) else str(row.name)


def names(rows: Iterable[AnyRow], side: str, today: date) -> str:
    """Those of one side, out of rows of `db.queries.drafts`."""
    return ", ".join(shown(row, side, today) for row in rows if row.PairMember.side == side)
