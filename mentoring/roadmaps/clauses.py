"""The clauses of an order that set a deadline of their own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from mentoring.roadmaps import vocabulary as words
from mentoring.roadmaps.cleaning import one_line
from mentoring.roadmaps.deadlines import Deadline, Kind, Warn, YearContext, read_deadline
from mentoring.roadmaps.executors import split_executors
from mentoring.roadmaps.labels import labelled
from mentoring.roadmaps.model import Item
from mentoring.roadmaps.numbers import follows, leading_number, split_numbered
from mentoring.roadmaps.term_headings import term_behind

_ENDINGS = re.compile(r"[.;,](?=\s|$)|\s+")
_REACH = 90
# Also counted from something else: "within five days".
_DATED = (Kind.DUE, Kind.PERIOD, Kind.RECURRING, Kind.RELATIVE)
_ENDLESS = (Kind.RECURRING, Kind.RELATIVE)


@dataclass(frozen=True, slots=True)
class _Clause:
    number: str
    text: str


def find_clauses(paragraphs: Sequence[str], context: YearContext) -> tuple[Item, ...]:
    """The order's clauses that name a last day or a frequency, each with executors and task."""
    leads: dict[str, tuple[str, ...]] = {}
    items = []
    for clause in _clauses(paragraphs):
        said = labelled(clause.text)
        found = _labelled_deadline(said.term, context) or _deadline(clause.text, context)
        found = found or _labelled_deadline(term_behind(clause.text), context)
        executors, task = _executors(said.text, found[0] if found else "")
        executors = split_executors(said.who) or executors
        leads[clause.number] = executors
        if found is None:
            continue
        text, deadline = found
        parent = clause.number.rpartition(".")[0]
        items.append(
            Item(
                clause.number,
                None,
                task.rstrip(" .;"),
                text,
                deadline,
                responsible=executors or leads.get(parent, ()),
                warnings=deadline.warnings,
            )
        )
    return tuple(items)


def _clauses(paragraphs: Sequence[str]) -> list[_Clause]:
    lines = [one_line(text) for text in paragraphs]
    start = begins(lines)
    if start is None:
        return []
    verb = words.ORDERS.search(lines[start])
    found: list[_Clause] = []
    if verb is not None and (beside := lines[start][verb.end() :]):
        # The first clauses stand in the line of the verb.
        found = [_Clause(*one) for one in split_numbered(beside, "", plain=True) if one[0]]
    lead, parts = "", 0
    for line in lines[start + 1 :]:
        if not line or words.PAGE_MARK.match(line):
            continue
        number, text = leading_number(line)
        if lead and (mark := words.SUBCLAUSE.match(line)):
            parts += 1
            found.append(_Clause(f"{lead}.{parts}", line[mark.end() :]))
        elif number and text and not (found and _goes_on(found[-1], number)):
            found.append(_Clause(number, text))
            lead, parts = number if text.endswith(":") else "", 0
        elif words.ORDER_ENDS.match(line) or words.SIGNATURE.match(line):
            break
        elif found:
            found[-1] = _Clause(found[-1].number, f"{found[-1].text} {line}")
    return found


def _goes_on(clause: _Clause, number: str) -> bool:
    """Whether a number only begins a line of a sentence: `up to | 1.03 and 1.10`."""
    return clause.text[-1:] not in ".;:" and not follows(number, clause.number)


def begins(paragraphs: Sequence[str]) -> int | None:
    """The index of the line the clauses of an order stand behind; None where there is no order."""
    lines = [one_line(text) for text in paragraphs]
    said = next((i for i, line in enumerate(lines) if words.ORDERS.search(line)), None)
    if said is not None:
        return said
    named = next((i for i, line in enumerate(lines) if words.ORDER_NAME.match(line)), None)
    if named is None or words.FOREIGN_AUTHORITY.search(lines[named]):
        return None
    for place, line in enumerate(lines[named + 1 :], start=named):
        number, text = leading_number(line)
        if words.TITLE_MARK.match(line):
            return None  # the order only approves what begins here
        if number == "1" and text:
            return place if text.endswith(":") or _tells(text) else None
    return None


def _tells(text: str) -> bool:
    """Whether somebody is told to do something."""
    verbs = (verb.group().lower() for verb in words.INFINITIVE.finditer(text))
    return any(verb not in words.NOT_INFINITIVES for verb in verbs)


def term_in(text: str, context: YearContext) -> str:
    """The phrase of a text that is a deadline; empty where there is none."""
    found = _deadline(text, context)
    return found[0] if found else ""


def _executors(text: str, deadline: str) -> tuple[tuple[str, ...], str]:
    """Who is told to do it: what stands before the first verb, but for the deadline; and the
    task."""
    for verb in words.INFINITIVE.finditer(text):
        if verb.group().lower() in words.NOT_INFINITIVES:
            continue
        lead = text[: verb.start()]
        lead = (lead.replace(deadline, " ") if deadline else lead).strip(" ,:-")
        if not lead or len(lead) > 200:
            return (), text
        return split_executors(lead), text[verb.start() :].strip()
    if text.endswith(":"):
        return split_executors(text.rstrip(" :")), text
    return (), text


def _labelled_deadline(term: str, context: YearContext) -> tuple[str, Deadline] | None:
    deadline = read_deadline(term, context=context)
    return (term, deadline) if term and deadline.kind in _DATED else None


def _deadline(text: str, context: YearContext) -> tuple[str, Deadline] | None:
    """The phrases of the clause that read wholly as deadlines, as one; the last where they are
    not of a kind. Several are asked about."""
    found: list[tuple[str, Deadline]] = []
    taken = 0
    for lead in words.LIMITS.finditer(text):
        if lead.start() < taken:
            continue
        for end in sorted(_ends(text, lead.start()), reverse=True):
            phrase = text[lead.start() : end].strip(" .;,")
            deadline = read_deadline(phrase, context=context)
            whole = Warn.PARTLY_READ not in deadline.warnings
            bounded = deadline.end is not None or deadline.kind in _ENDLESS
            if Warn.YEAR_UNKNOWN in deadline.warnings:  # asked for, not dropped
                bounded = Warn.OPEN_END not in deadline.warnings
            if deadline.kind in _DATED and whole and bounded:
                found.append((phrase, deadline))
                taken = end
                break
    if not found or len({deadline for _, deadline in found}) == 1:
        return found[-1] if found else None
    together = ", ".join(phrase for phrase, _ in found)
    both = read_deadline(together, context=context)
    if all(one.kind is Kind.DUE for _, one in found) and Warn.PARTLY_READ not in both.warnings:
        return together, both.warned(Warn.AMBIGUOUS)
    return found[-1][0], found[-1][1].warned(Warn.AMBIGUOUS)


def _ends(text: str, start: int) -> list[int]:
    limit = min(len(text), start + _REACH)
    inside = [match.start() for match in _ENDINGS.finditer(text, start, limit)]
    return [*inside, *([len(text)] if limit == len(text) else [])]
