"""The one answer to "does this pair run?" and "is this person in it?", for all queries.

Drafts and pairs that are over do not run; a paused one does, it only rests. `Pair.ended_on` is
empty for whatever is not over, drafts too: that is what takes a mentor's room.
"""

from typing import Any

from sqlalchemy import ColumnElement, and_, or_

from db.models import Meeting, Pair, PairMember

# As mentoring/pairs/states.py has them.
RUNNING = ("active", "paused")
# Why the meetings of a pause were cancelled.
PAUSE = "pause"


def running(pair: Any = Pair) -> ColumnElement[bool]:
    """The pair works, or rests till the day in `paused_until`."""
    found: ColumnElement[bool] = pair.status.in_(RUNNING)
    return found


def fell_through() -> ColumnElement[bool]:
    """The meeting was agreed upon and nobody met; a pause is nobody's failing."""
    return and_(Meeting.status.in_(("missed", "cancelled")), Meeting.reason != PAUSE)


def taking_part(member: Any = PairMember) -> ColumnElement[bool]:
    """The member has not left the pair; those who have are kept for its history."""
    found: ColumnElement[bool] = member.left_on.is_(None)
    return found


def not_gone_by(member: Any = PairMember) -> ColumnElement[bool]:
    """The member had not left when the meeting was held: what came after is not theirs."""
    return or_(member.left_on.is_(None), Meeting.held_on <= member.left_on)
