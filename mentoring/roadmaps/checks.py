"""Doubts only the whole document shows."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date

from mentoring.roadmaps import vocabulary as words
from mentoring.roadmaps.deadlines import Kind, Span, Warn
from mentoring.roadmaps.model import Item


def check_items(
    items: list[Item], document_date: date | None, period: Span | None
) -> tuple[Item, ...]:
    """The items with the warnings they earn beside each other and the document's dates."""
    opening = next((day for item in items if (day := _first_day(item)) is not None), None)
    plan = _Plan(
        document_date,
        period,
        opening,
        {item.number: item for item in items if item.is_section},
        Counter(item.number for item in items),
    )
    return tuple(
        replace(item, warnings=tuple(dict.fromkeys((*item.warnings, *plan.doubts(item)))))
        for item in items
    )


@dataclass(frozen=True, slots=True)
class _Plan:
    """What every item is held against; `opening` is where the first dated item begins."""

    document_date: date | None
    period: Span | None
    opening: date | None
    sections: dict[str, Item]
    numbers: Counter[str]

    def doubts(self, item: Item) -> list[Warn]:
        end = item.deadline.end
        found = []
        if self.numbers[item.number] > 1:
            found.append(Warn.NUMBER_REPEATED)
        if end and self.document_date and end < self.document_date:
            found.append(Warn.BEFORE_DOCUMENT_DATE)
        if end and self.opening and end < self.opening and not self._plain(item):
            found.append(Warn.BEFORE_PLAN_START)
        if self.period:
            months = self._months(item, self.period)
            if _outside(item, months.start, months.end):
                found.append(Warn.OUTSIDE_PLAN_PERIOD)
        section = self.sections.get(item.number.split(".")[0])
        if section is not None and section is not item:
            bounds = section.deadline
            if _outside(item, bounds.start, bounds.end):
                found.append(Warn.OUTSIDE_SECTION)
        return found

    @staticmethod
    def _months(item: Item, period: Span) -> Span:
        """The plan's months: an August with its year may be the one before the school year."""
        months = period.whole_months
        named = words.FULL_YEAR.search(item.deadline_text) is not None
        early = named and months.start.month == 9
        return replace(months, start=months.start.replace(month=8)) if early else months

    def _plain(self, item: Item) -> bool:
        """Whether a date names its year and lies in the plan's: rows need no order in time."""
        inside = self.period and not _outside(item, self.period.start, self.period.end)
        return bool(inside) and words.FULL_YEAR.search(item.deadline_text) is not None


def _first_day(item: Item) -> date | None:
    if item.deadline.kind in (Kind.DUE, Kind.PERIOD, Kind.RECURRING):
        return item.deadline.start or item.deadline.end
    return None


def _outside(item: Item, first: date | None, last: date | None) -> bool:
    days = [day for day in (item.deadline.start, item.deadline.end) if day is not None]
    return any((first and day < first) or (last and day > last) for day in days)
