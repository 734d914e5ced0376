"""The cycle of meetings: its kinds in their order, and what comes next."""

from collections.abc import Collection

# The order of a pair's work; "working" is a series, the others happen once.
KINDS = ("acquaintance", "trial", "planning", "working", "final")
_SERIES = "working"


def next_kind(had: Collection[str]) -> str:
    """The kind to propose after the ones a pair has had.

    The one behind the furthest, up to the series; that the work is finished the pair says itself.
    """
    furthest = max((KINDS.index(kind) for kind in had if kind in KINDS), default=-1)
    return KINDS[min(furthest + 1, KINDS.index(_SERIES))]


def skipped(had: Collection[str], kind: str) -> list[str]:
    """The steps before `kind` that a pair has not had, in their order."""
    before = KINDS[: KINDS.index(kind)] if kind in KINDS else ()
    return [one for one in before if one not in had]
