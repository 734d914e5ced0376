"""The people of a pair as others see them."""

from collections.abc import Iterable
from datetime import date

from db.types import AnyRow
from mentoring.people.naming import shown


def names(rows: Iterable[AnyRow], side: str, today: date) -> str:
    """Those of one side, out of rows of `db.queries.drafts`."""
    return ", ".join(shown(row, today) for row in rows if row.PairMember.side == side)
