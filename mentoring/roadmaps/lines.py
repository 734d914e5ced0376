"""Plans without a table: numbered lines, each with its term and its executors somewhere in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from mentoring.roadmaps import clauses
from mentoring.roadmaps import vocabulary as words
from mentoring.roadmaps.cleaning import clean, one_line
from mentoring.roadmaps.deadlines import Kind, Warn, YearContext, read_deadline
from mentoring.roadmaps.deadlines.vocabulary import MONTH_FORMS
from mentoring.roadmaps.labels import labelled
from mentoring.roadmaps.mixed_cells import split_cell
from mentoring.roadmaps.numbers import leading_number
from mentoring.roadmaps.rows import Entry
from mentoring.roadmaps.term_headings import heading_term

_FEWEST = 2
# So many of the lines have to say when.
_SHARE = 0.4
# Without a title, and without words for what is a term.
_FEWEST_UNTITLED = 3
_MOST = 0.7
_TITLE_LENGTH = 300
_HEADING_LENGTH = 160
_TERM_LENGTH = 100
# "on the introduction of ...", "for 2026", "with young teachers".
_GOES_ON = re.compile(r"^(?:по|на|с|о|об|для|в|при|к|и|за)\s")
_BULLET = re.compile(r"^[-–—•*·]\s+(?=\S)")
_BRACKETS = re.compile(r"\s*\(([^()]*)\)?\s*[.;]?\s*$")
_DASHED = re.compile(r"\s+[-–—]\s+|:\s+")
_OFTEN = re.compile(r"\bраза? в\b|\bежедне|\bеженед|\bежемес|\bежекварт|\bежегод", re.IGNORECASE)
_SIGNED = re.compile(r"(?:[А-ЯЁ]\.\s?){2}\s?[А-ЯЁ][а-яё-]+$|^исп\.", re.IGNORECASE)
_OFFICE = re.compile(
    r"^(?:и\.\s?о\.\s*)?(?:начальник|директор|руководител|заведующ|глава|исп\.)", re.I
)
_DATE = re.compile(r"(?<!\d)\d{1,2}\.\d{2}(?!\d)|(?<!\d)20\d\d(?!\d)")
# Only to find where a term is; the document tells its year.
_ANY_YEAR = YearContext(school_year=2026)


@dataclass(frozen=True, slots=True)
class Plan:
    """The rows of a plan of lines, and the index of the text it begins behind."""

    entries: tuple[Entry, ...]
    first: int


@dataclass(slots=True)
class _Item:
    number: str
    text: str
    bullet: bool = False


def find_plan(texts: Sequence[str]) -> Plan | None:
    """The plan among a document's texts; None where there is none.

    It stands below a title that calls it one, behind the clauses of an order if there are any;
    without a title its lines have to name their terms as such.
    """
    first = _title(texts)
    entries = _entries(texts[first:], headed=True)
    if sum(heading_term(entry.banner) != "" for entry in entries) < _FEWEST:
        entries = _entries(texts[first:], headed=False)
    said = [entry for entry in entries if not entry.banner]
    when = _dated(entries)
    if len(when) < _FEWEST or len(when) < len(said) * _SHARE:
        return None
    most = len(when) >= _FEWEST_UNTITLED and len(when) >= len(said) * _MOST
    if first == 0 and (clauses.begins(texts) is not None or not (_named(texts) or most)):
        return None
    return Plan(tuple(entries), first or _spoken_of(texts))


def _dated(entries: Sequence[Entry]) -> list[Entry]:
    """The lines that say when, or stand below a heading that does."""
    found: list[Entry] = []
    heading = ""
    for entry in entries:
        heading = entry.banner or heading
        if not entry.banner and (_reads(entry.deadline) or heading_term(heading)):
            found.append(entry)
    return found


def _title(texts: Sequence[str]) -> int:
    """The index behind the last title; 0 without one."""
    order = clauses.begins(texts)
    for place in range(len(texts) - 1, -1, -1):
        line = one_line(texts[place])
        sentence = line.endswith(".") and not words.ENDS_WITH_INITIAL.search(line)
        sentence = sentence and not words.FULL_YEAR.search(line)
        titled = words.TITLE_MARK.search(line) and len(line) < _TITLE_LENGTH and not sentence
        if titled and not leading_number(line)[0] and (order is None or place > order):
            return _behind_years(texts, place + 1)
    return 0


def _spoken_of(texts: Sequence[str]) -> int:
    """The index behind a sentence that comes with the plan, such as a greeting; 0 without one."""
    firsts = (at for at, text in enumerate(texts) if leading_number(one_line(text))[0])
    above = texts[: next(firsts, 0)]
    said = [at for at, text in enumerate(above) if words.PLAN_NAMED.search(one_line(text))]
    return said[-1] + 1 if said else 0


def _behind_years(texts: Sequence[str], place: int) -> int:
    """The index behind what else belongs to a title: lines that go on from it, and the years it
    is for in a line of their own."""
    behind = place
    for at in range(place, len(texts)):
        line = one_line(texts[at])
        if words.YEAR_TITLE.match(line):
            return at + 1
        if _GOES_ON.match(line) and not line.endswith((";", ",")):
            behind = at + 1
        elif line:
            break
    return behind


def _named(texts: Sequence[str]) -> bool:
    return sum(bool(labelled(text).term) for text in texts) >= _FEWEST


def _entries(texts: Sequence[str], *, headed: bool) -> list[Entry]:
    """The lines as rows; `headed`: times in lines of their own may be headings."""
    found: list[_Item | Entry] = []
    for line in (line for text in texts for line in clean(text).split("\n")):
        if not line or words.PAGE_MARK.match(line):
            continue
        last = found[-1] if found else None
        if _OFFICE.match(line) and _SIGNED.search(line):
            break
        number, text = leading_number(line)
        if words.FULL_YEAR.fullmatch(text):
            continue  # the date of the document
        bullet = _BULLET.match(line)
        below_time = headed and _is_headed(found)
        named = headed and (below_time or not found) and _is_time(line, number)
        if named or _is_heading(line, number):
            found.append(Entry(banner=line))
        elif number and text:
            found.append(_Item(number, text))
        elif bullet and not (isinstance(last, _Item) and not last.bullet):
            found.append(_Item("", line[bullet.end() :], bullet=True))
        elif below_time and not words.LOWER_START.match(line) and not number:
            found.append(_Item("", line, bullet=True))
        elif isinstance(last, _Item):
            last.text = f"{last.text}\n{line}"
    return [one if isinstance(one, Entry) else _entry(one) for one in found]


def _is_heading(line: str, number: str) -> bool:
    """Whether a line only names a part of the plan."""
    roman = number != "" and not number[0].isdecimal()
    named = words.SECTION_WORD.match(line) is not None
    return (roman or named) and len(line) <= _HEADING_LENGTH and not _term(line)[1]


def _is_time(line: str, number: str) -> bool:
    """Whether a line only names the time of what stands below it."""
    return not number and not _BULLET.match(line) and heading_term(line) != ""


def _is_headed(found: Sequence[_Item | Entry]) -> bool:
    """Whether the plan's parts are times: then each line below one is something to do."""
    return bool(found) and isinstance(found[0], Entry) and heading_term(found[0].banner) != ""


def _entry(item: _Item) -> Entry:
    found = labelled(item.text)
    title, term, who = found.text, found.term, found.who
    if not term:
        title, term, beside = _term(found.text)
        who = who or beside
    title = one_line(title).rstrip(" –—-,;(")
    if not term and _hints(title):
        # Something of a date is there that no rule makes out: a person is asked.
        term = title
    return Entry(
        number=item.number,
        activity=title[:1].upper() + title[1:],  # it goes on from no line above
        deadline=one_line(term),
        executors=(who,) if who else (),
        result=found.result,
    )


def _term(text: str) -> tuple[str, str, str]:
    """The activity, its term and its executors, from a text that labels neither."""
    who = ""
    brackets = _BRACKETS.search(text)
    if brackets is not None:
        inside, before = brackets[1].strip(" ,"), text[: brackets.start()]
        parts = [part.strip() for part in inside.split(",")]
        for count in range(len(parts), 0, -1):
            term = ", ".join(parts[:count])
            if _reads(term):
                return before, term, ", ".join(parts[count:])
        if words.PEOPLE.search(inside) or words.INITIALS.match(inside):
            text, who = before, inside
    pieces, marks = _DASHED.split(text), list(_DASHED.finditer(text))
    for back in (1, 2):
        if len(pieces) > back and _reads(pieces[-back]):
            title = text[: marks[-back].start()]
            return title, pieces[-back], who or " ".join(pieces[len(pieces) - back + 1 :])
    if len(pieces) > 1 and _reads(pieces[0]):
        return text[marks[0].end() :], pieces[0], who
    both = split_cell(pieces[-1].rstrip(" .;"), people_only=True) if len(pieces) > 1 else None
    if both is not None and all(both):
        return text[: marks[-1].start()], both[0], who or both[1]
    inside_text = clauses.term_in(one_line(text), _ANY_YEAR)
    return text, inside_text, who


def _reads(text: str) -> bool:
    """Whether a text is wholly a term."""
    if not text or len(text) > _TERM_LENGTH:
        return False
    read = read_deadline(text.strip(" .;"), context=_ANY_YEAR)
    return read.kind not in (Kind.UNKNOWN, Kind.NONE) and Warn.PARTLY_READ not in read.warnings


def _hints(text: str) -> bool:
    months = any(word.strip(".,;:()") in MONTH_FORMS for word in text.lower().split())
    return months or _DATE.search(text) is not None or _OFTEN.search(text) is not None
