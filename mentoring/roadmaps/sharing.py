"""Several activities in one cell, several deadlines in the cell beside it: whose is which."""

from __future__ import annotations

from functools import cache

from mentoring.roadmaps.cleaning import clean
from mentoring.roadmaps.deadlines.mending import listed
from mentoring.roadmaps.deadlines.reading import is_single, stretches_in

_MOST_LINES = 40


def shared_out(deadline: str, activities: int) -> tuple[list[str], bool]:
    """A deadline for each activity, or the one for all; and whether that is doubtful.

    The lines are dealt out in order where there is but one way to do it so that everybody gets
    one whole deadline.
    """
    lines = clean(deadline).split("\n")
    if activities < 2:
        return [deadline], False
    counted = listed("\n".join(lines))
    if len(counted) == activities:
        return counted, False
    if activities <= len(lines) <= _MOST_LINES:
        found = _dealt(tuple(lines), activities)
        if len(found) == 1:
            return ["\n".join(group) for group in found[0]], False
    return [deadline], stretches_in(deadline) > 1


def _dealt(lines: tuple[str, ...], shares: int) -> list[list[tuple[str, ...]]]:
    """The ways to cut the lines into so many whole deadlines, two at most."""

    @cache
    def whole(first: int, last: int) -> bool:
        return is_single("\n".join(lines[first:last]))

    @cache
    def ways(first: int, left: int) -> tuple[tuple[int, ...], ...]:
        if left == 1:
            return ((len(lines),),) if whole(first, len(lines)) else ()
        found: list[tuple[int, ...]] = []
        for cut in range(first + 1, len(lines) - left + 2):
            if whole(first, cut):
                found.extend((cut, *rest) for rest in ways(cut, left - 1))
            if len(found) > 1:
                break
        return tuple(found[:2])

    cuts = ways(0, shares)
    return [
        [lines[first:last] for first, last in zip((0, *way[:-1]), way, strict=True)] for way in cuts
    ]
