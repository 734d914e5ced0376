"""A document in, a roadmap out: the entry to all in this folder that needs no database."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from documents.model import Block, Document, Table
from mentoring.roadmaps import vocabulary as words
from mentoring.roadmaps.checks import check_items
from mentoring.roadmaps.clauses import begins, find_clauses
from mentoring.roadmaps.cleaning import one_line
from mentoring.roadmaps.deadlines import (
    Deadline,
    Kind,
    Span,
    Warn,
    YearContext,
    read_deadline,
)
from mentoring.roadmaps.executors import split_executors
from mentoring.roadmaps.front_matter import (
    choose_date,
    find_dates,
    find_period,
    find_subject,
    find_title,
    period_of_order,
    periods_differ,
    told_period,
)
from mentoring.roadmaps.lines import find_plan
from mentoring.roadmaps.model import Item, NotARoadmap, RoadmapDraft
from mentoring.roadmaps.months import is_month, month_of, with_month
from mentoring.roadmaps.numbering import RawItem
from mentoring.roadmaps.stacked_cells import unstacked
from mentoring.roadmaps.table_reading import walk
from mentoring.roadmaps.tables import Found, find_entries
from mentoring.roadmaps.term_headings import heading_term, term_behind
from mentoring.roadmaps.year_columns import dated, year_of

__all__ = ["Item", "NotARoadmap", "RoadmapDraft", "read_roadmap"]

_EMPTY = re.compile(r"[\s\-–—.]*")


def read_roadmap(
    document: Document, *, school_year: int | None = None, today: date | None = None
) -> RoadmapDraft:
    """The activities of a document with their deadlines, and its order's dated clauses.

    `school_year` is the year it begins in; it is asked when neither the title nor the order's
    date tells a year. `today` opens the occurrences of recurring deadlines where nothing in the
    document does. Raises NotARoadmap.
    """
    document = unstacked(document)
    found = find_entries(document) or _written(document)
    if found is None:
        return _order_alone(document, YearContext(school_year=school_year, today=today))
    raw = _once(
        walk(found.entries, merges_known=found.written or document.form in ("docx", "xlsx"))
    )
    if not raw:
        raise NotARoadmap
    before = _paragraphs_before(document, found)
    above = [text for text in before if not found.opening or one_line(text) != found.opening]
    title = find_title([*above, *found.lead_in])
    period = find_period(title) or period_of_order(above)
    contradicted = periods_differ([title or "", *above])
    named = [int(year) for item in raw for year in words.FULL_YEAR.findall(item.deadline)]
    document_date, differ = choose_date(find_dates(before), named)
    if period is None and document_date is None:
        period = told_period(above)
    context = YearContext(period, document_date, school_year, contradicted, today=today)
    month = month_of(title)
    items = _read_items(raw, context, month)
    if all(item.deadline.kind in (Kind.UNKNOWN, Kind.NONE) for item in items):
        raise NotARoadmap
    if not context.spans():
        items = _from_each_other(raw, items, named, context, month)
    warnings = [Warn.DOCUMENT_DATES_DIFFER] * differ + [Warn.TITLE_PERIODS_DIFFER] * contradicted
    return RoadmapDraft(
        title,
        document_date,
        period,
        check_items(items, document_date, _whole_period(raw, period)),
        find_clauses(before, context),
        tuple(warnings),
    )


def _written(document: Document) -> Found | None:
    """A plan of numbered lines."""
    texts = [
        (place, text) for place, block in enumerate(document.blocks) for text in _texts([block])
    ]
    plan = find_plan([text for _, text in texts])
    if plan is None:
        return None
    first = texts[plan.first][0] if plan.first < len(texts) else len(document.blocks)
    return Found(plan.entries, first, (), written=True)


def _order_alone(document: Document, context: YearContext) -> RoadmapDraft:
    """An order without a table: its dated clauses. Raises NotARoadmap where there are none."""
    texts = _texts(document.blocks)
    day, differ = choose_date(find_dates(texts), [])
    clauses = find_clauses(texts, replace(context, document_date=day))
    if not clauses:
        raise NotARoadmap
    warnings = (Warn.DOCUMENT_DATES_DIFFER,) if differ else ()
    title = find_title(texts[: begins(texts)]) or find_subject(texts)
    return RoadmapDraft(title, day, None, (), clauses, warnings)


def _paragraphs_before(document: Document, found: Found) -> list[str]:
    """Texts above the table."""
    return _texts(document.blocks[: found.first_block])


def _texts(blocks: Sequence[Block]) -> list[str]:
    """Texts of paragraphs and of layout tables (approvals beside each other)."""
    texts: list[str] = []
    for block in blocks:
        if isinstance(block, Table):
            for row in block.rows:
                texts.extend(
                    line
                    for cell in row
                    if not cell.from_left and not cell.from_above
                    for line in cell.text.split("\n")
                )
        else:
            texts.append(block.text)
    return texts


def _once(raw: Sequence[RawItem]) -> list[RawItem]:
    """Without rows that say what the row above says: our own list has one for each time an
    activity comes round."""
    rows = zip([None, *raw], raw, strict=False)  # each with the one above it; there may be none
    return [one for above, one in rows if _says(above) != _says(one)]


def _says(one: RawItem | None) -> tuple[object, ...]:
    if one is None:
        return ()
    section = one.section.title if one.section else ""
    return (one.printed, one.title, one.deadline, one.executors, one.result, section)


def _read_items(raw: Sequence[RawItem], context: YearContext, month: str) -> list[Item]:
    """The items; `month` is the one that the whole plan is for, if it is for one."""
    items: list[Item] = []
    opens = True
    for raw_item in raw:
        one = _below_term(raw_item)
        text = _with_month(one, month)
        here = replace(context, opens_plan=opens, after=_last_sure(items))
        if own := _own_period(one):
            here = replace(here, period=own)
        deadline = read_deadline(text, context=here)
        deadline = _in_its_year(one, text, deadline, here)
        opens = opens and not _after_august(deadline)
        items.append(_item(one, deadline))
    return items


def _last_sure(items: Sequence[Item]) -> date | None:
    """The day the row above begins, where its year is out of question."""
    last = items[-1] if items else None
    if last is None or Warn.YEAR_DOUBTFUL in last.warnings:
        return None
    return last.deadline.start or last.deadline.end


def _own_period(one: RawItem) -> Span | None:
    """The years of the row's own plan, where a document holds several."""
    heading = one.section.title if one.section else ""
    return find_period(heading) if words.TITLE_MARK.search(heading) else None


def _whole_period(raw: Sequence[RawItem], period: Span | None) -> Span | None:
    """The document's period, that of further plans in it included."""
    spans = [span for span in (period, *map(_own_period, raw)) if span is not None]
    if not spans:
        return None
    return Span(min(span.start for span in spans), max(span.end for span in spans))


def _in_its_year(one: RawItem, text: str, deadline: Deadline, context: YearContext) -> Deadline:
    """The deadline of a row below the heading of a year, which is that year's."""
    heading = one.section.title if one.section else ""
    year = year_of(heading) if words.YEAR_TITLE.match(heading) else ""
    if not year or deadline.kind not in (Kind.DUE, Kind.PERIOD, Kind.RECURRING):
        return deadline
    told = read_deadline(dated(text, year), context=context)
    unsure = told.kind is Kind.UNKNOWN or Warn.PARTLY_READ in told.warnings
    if not unsure and told.start is not None and told.start.year < int(year[:4]):
        return told.warned(Warn.YEAR_DOUBTFUL)
    return deadline.warned(Warn.YEAR_DOUBTFUL) if unsure else told


def _below_term(one: RawItem) -> RawItem:
    """The row; one without a deadline of its own has the one in brackets behind its title, or
    that of the heading it stands below."""
    if _EMPTY.fullmatch(one.deadline) is None or one.heads:
        return one
    if own := term_behind(one.title):
        return replace(one, deadline=own)
    if one.section is None:
        return one
    term = heading_term(one.section.title)
    return replace(one, deadline=term, inherited=True) if term else one


def _with_month(one: RawItem, month: str) -> str:
    """The deadline's text, with the month of the heading above it or that the plan is for."""
    heading = one.section.title if one.section else ""
    return with_month(one.deadline, heading if is_month(heading) else month)


def _after_august(deadline: Deadline) -> bool:
    """Whether the plan is under way: something is dated to a month of the school year."""
    first = deadline.start or deadline.end
    return first is not None and first.month != 8


def _item(one: RawItem, deadline: Deadline) -> Item:
    if one.inherited:
        deadline = deadline.warned(Warn.DEADLINE_INHERITED)
    if one.shared or _run_together(one, deadline) or (one.terms and _begins_before(deadline, one)):
        deadline = deadline.warned(Warn.AMBIGUOUS)
    return Item(
        number=one.number,
        section=None if one.heads or one.section is None else one.section.title,
        title=one.title,
        deadline_text=one.deadline,
        deadline=deadline,
        is_section=one.heads,
        responsible=split_executors(*one.executors),
        result=one.result or None,
        warnings=deadline.warnings,
    )


def _begins_before(deadline: Deadline, one: RawItem) -> bool:
    """December to January, in the column of a year: of this one, or of the one before?"""
    named = [int(year) for year in words.FULL_YEAR.findall(one.deadline)]
    return bool(named) and deadline.start is not None and deadline.start.year < min(named)


def _run_together(one: RawItem, deadline: Deadline) -> bool:
    """Whether terms of several years were not read as so many."""
    dated = deadline.kind not in (Kind.CONTINUOUS, Kind.RELATIVE)
    return dated and one.terms > 1 and len(deadline.occurrences) < one.terms


def _from_each_other(
    raw: Sequence[RawItem], items: list[Item], named: list[int], context: YearContext, month: str
) -> list[Item]:
    """Where nothing else tells the year, rows that name one tell it to those that do not."""
    if not named or max(named) - min(named) > 1:
        return items
    days = [day for item in items for day in (item.deadline.start, item.deadline.end) if day]
    if not days:
        return items
    first = min(days)
    span = Span(first.replace(day=1), max(*days, date(first.year, 12, 31)))
    read = _read_items(raw, replace(context, period=span), month)
    return [
        _doubted(new) if Warn.YEAR_UNKNOWN in old.warnings else old
        for old, new in zip(items, read, strict=True)
    ]


def _doubted(item: Item) -> Item:
    if item.deadline.kind is Kind.UNKNOWN:
        return item
    deadline = item.deadline.warned(Warn.YEAR_DOUBTFUL)
    return replace(item, deadline=deadline, warnings=deadline.warnings)
