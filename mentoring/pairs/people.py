"""The people of a pair as others see them."""

from collections.abc import Iterable, Sequence
from datetime import date

from db.types import AnyRow
from mentoring.people.naming import shown
from mentoring.roles import Role


def names(rows: Iterable[AnyRow], side: str, today: date) -> str:
    """Those of one side, out of rows of `db.queries.drafts`."""
    return ", ".join(shown(row, today) for row in rows if row.PairMember.side == side)


def other_side(side: str) -> Role:
    """Whom somebody of this side works with."""
    return Role.MENTEE if side == Role.MENTOR else Role.MENTOR


def facing(rows: Sequence[AnyRow], person_id: int, today: date) -> str:
    """Those on the other side from one of a pair's people, out of its rows; the mentors for
    somebody who has left it meanwhile."""
    sides = (row.PairMember.side for row in rows if row.PairMember.person_id == person_id)
    return names(rows, other_side(next(sides, "")), today)
