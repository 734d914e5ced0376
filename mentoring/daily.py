"""What is done once each local morning for each organisation: terms that run out, data to wipe.

The planner calls these before it plans the digests of the day, each in a transaction of its own;
one that fails is done again with the next tick. So they are written to be repeated.
"""

from collections.abc import Awaitable, Callable

from mentoring.unit import Unit

# (unit without an actor, organisation): what has run out by `unit.now`.
Chore = Callable[[Unit, int], Awaitable[None]]

CHORES: list[Chore] = []


def daily(function: Chore) -> Chore:
    """Register what is to be done each morning."""
    CHORES.append(function)
    return function
