"""A roadmap as read from a document, before a person has looked at it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from mentoring.roadmaps import vocabulary as words
from mentoring.roadmaps.deadlines import Deadline, Span


class NotARoadmap(Exception):
    """The document has no table with activities and deadlines."""


@dataclass(frozen=True, slots=True)
class Item:
    """One activity, one section with a deadline of its own (`is_section`), or one clause.

    `deadline_text` is what the document says; `section` is the title of the section it is in.
    """

    number: str
    section: str | None
    title: str
    deadline_text: str
    deadline: Deadline
    is_section: bool = False
    responsible: tuple[str, ...] = ()
    result: str | None = None
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RoadmapDraft:
    """What a document holds: the table's items and the dated clauses of the order before it.

    `period` is what the title names; `warnings` are those of the document as a whole. An item's
    `warnings` include those of its deadline.
    """

    title: str | None
    document_date: date | None
    period: Span | None
    items: tuple[Item, ...]
    clauses: tuple[Item, ...] = ()
    warnings: tuple[str, ...] = field(default=())

    @property
    def activities(self) -> tuple[Item, ...]:
        """All there is to be done: the order's clauses as a section of their own, then the
        table's rows."""
        return (
            *(
                replace(
                    clause, number=words.CLAUSE.format(number=clause.number), section=words.CLAUSES
                )
                for clause in self.clauses
            ),
            *self.items,
        )
