"""A meeting out of one typed line: "yesterday with Masha 45 minutes, went through the lesson plan".

A rule set over spans: what one rule has taken no other reads again, and what nobody took is the
note. Whatever is doubtful is left to be asked (`Ask`).
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from re import Match, finditer

from rapidfuzz.distance import OSA
from rapidfuzz.process import extractOne

from mentoring.meetings.freetext import doubt_words
from mentoring.meetings.freetext import vocabulary as words
from mentoring.meetings.freetext.ahead import begins_at, surely_ahead
from mentoring.meetings.freetext.clauses import asides
from mentoring.meetings.freetext.doubts import called_off, doubts, not_a_meeting
from mentoring.meetings.freetext.line import Line
from mentoring.meetings.freetext.model import Ask, Known, Told
from mentoring.meetings.freetext.names import as_called, called, plain
from mentoring.meetings.freetext.people import who
from mentoring.meetings.freetext.times import Days, Lengths

LONGEST_LINE = 1000


def read(
    text: str, *, today: date, mentees: Sequence[Known], minute_now: int | None = None
) -> Told:
    """What the line says, for a mentor of these mentees on this (local) day.

    A line that names nobody is about the only pair there is. `minute_now`, since midnight: a
    meeting of today that begins later is one to come. Never raises.
    """
    text = " ".join(text[:LONGEST_LINE].split())
    ahead = words.NEXT_TIME.search(plain(text))
    if ahead is not None:
        # Days behind "we have agreed" are of the next meeting, if one is told of before.
        before = text[: ahead.start()]
        told = _read(before, today, mentees, minute_now)
        had = told.minutes is not None or words.TOLD.search(plain(before)) is not None
        if had and Ask.OUTCOME not in told.asks:
            note = " ".join(part for part in (told.note, text[ahead.start() :]) if part)
            return replace(told, note=note)
    return _read(text, today, mentees, minute_now)


def _read(text: str, today: date, mentees: Sequence[Known], minute_now: int | None) -> Told:
    said = plain(text)
    if len(said) != len(text):
        # A letter that changes its length in lower case: nothing Russian, nothing to be read.
        return _nothing(text, mentees)
    names = frozenset().union(*(called(one.name) for one in mentees))
    nominatives = frozenset().union(*(as_called(one.name) for one in mentees))
    line = Line(text, said, said, asides(said, names), nominatives, names)
    days, lengths = Days(today), Lengths()
    _understand(line, days, lengths)
    if not days.found:
        _misspelt(line, days)
    held_on, minutes = days.only, lengths.only
    line.asks |= lengths.asks | (days.asks - {Ask.MINUTES} if lengths.found else days.asks)
    kind = _kind(line)
    told_so = words.TOLD.search(line.rest) is not None
    pairs = who(line, mentees)
    line.asks |= doubts(line)
    future = days.future or _later_today(line, days, minute_now)
    if future or (days.either and not lengths.found):
        line.asks.add(Ask.OUTCOME)
    anything = bool(days.found or days.future or lengths.found or kind or told_so)
    is_other = future or not_a_meeting(line)
    anything |= is_other
    note = _note(line)
    named = Ask.WHO not in line.asks and line.rest != said
    named &= not note or words.WITH.match(said[:2]) is not None
    if doubt_words.ASKED.search(said) and not lengths.found:
        anything = named = False
    return Told(
        pairs=pairs,
        held_on=held_on,
        minutes=minutes,
        kind=kind,
        note=note,
        asks=frozenset(line.asks),
        is_meeting=anything or named,
        is_other=is_other,
        is_ahead=(future or surely_ahead(line.core)) and not called_off(line),
    )


def _later_today(line: Line, days: Days, minute_now: int | None) -> bool:
    """A meeting of today whose hour has not come."""
    begins = begins_at(line.core)
    today = days.found <= {days.today} and not days.vague
    return today and begins is not None and minute_now is not None and begins > minute_now


def _understand(line: Line, days: Days, lengths: Lengths) -> None:
    """Take every day and length of the meeting; one beside it only makes the day be asked."""
    for name, pattern in words.SPANS.items():
        for match in list(pattern.finditer(line.rest)):
            if line.beside(match.start()) or _of_another_day(line, name, match):
                continue
            if _understood(name, match, days, lengths):
                line.take(*match.span())
                where = line.lengths if name in words.LENGTH_SPANS else line.days
                where.append(match.span())
    if days.found or days.future or days.vague or days.loose:
        return
    elsewhere = Days(days.today)
    for name in words.DAY_SPANS:
        for match in words.SPANS[name].finditer(line.said):
            before = line.said[: match.start()].split()[-1:]
            since = not doubt_words.SINCE.isdisjoint(before)
            aside = line.beside(match.start()) and not _of_another_day(line, name, match)
            if name != "at" and (since or aside):
                _understood(name, match, elsewhere, Lengths())
    if any(day < days.today for day in elsewhere.found) or elsewhere.vague or elsewhere.loose:
        days.asks.add(Ask.WHEN)


def _of_another_day(line: Line, name: str, match: Match[str]) -> bool:
    """ "By Friday", "after Tuesday"; and "the first ten minutes"."""
    before = line.said[: match.start()].split()[-1:]
    if name == "lessons" and not doubt_words.OF_PLACE.isdisjoint(before):
        return True
    if name in words.LENGTH_SPANS:
        return not doubt_words.OF_A_PART.isdisjoint(before)
    if name in {"at", "several", "today_", "yesterday", "before_yesterday", "upcoming"}:
        return False
    return not (doubt_words.BEFORE_OTHER_DAY | doubt_words.SINCE).isdisjoint(before)


def _misspelt(line: Line, days: Days) -> None:
    """Take a day written with one letter wrong."""
    for match in list(finditer(r"\w{5,}", line.rest)):
        best = extractOne(match[0], words.SLIPS, scorer=OSA.distance, score_cutoff=1)
        if best is not None:
            days.misspelt(best[0])
            line.take(*match.span())


def _nothing(text: str, mentees: Sequence[Known]) -> Told:
    pairs = tuple(sorted({one.pair_id for one in mentees}))
    return Told(pairs, None, None, None, text, frozenset({Ask.WHO}), is_meeting=False)


def _understood(name: str, match: Match[str], days: Days, lengths: Lengths) -> bool:
    """Let the one that knows this kind of span read it; False leaves the words in the note."""
    reader = getattr(lengths, name, None) or getattr(days, name)
    return bool(reader(match))


def _kind(line: Line) -> str | None:
    """The kind of meeting the line names; two of them are none."""
    matches = ((kind, pattern.search(line.rest)) for kind, pattern in words.KINDS.items())
    found = {kind for kind, match in matches if match and not _with_others(line, match.end())}
    if len(found) > 1:
        line.asks.add(Ask.KIND)
    return found.pop() if len(found) == 1 else None


def _with_others(line: Line, end: int) -> bool:
    """ "Got to know my cat": what is named stands with none of the mentees."""
    behind = words.WITH_WHOM.match(line.said, end)
    return behind is not None and behind[1] not in line.names | words.OWN


def _note(line: Line) -> str:
    """What nobody took, in the writer's own letters, without what hangs at the ends."""
    kept = "".join(
        letter if left != " " or letter == " " else "\0"
        for letter, left in zip(line.text, line.rest, strict=True)
    )
    text = " ".join(kept.replace("\0", " ").split())
    text = text.replace(" ,", ",").replace(" .", ".")
    folded = plain(text)
    start = words.HANGING_START.match(folded)
    begin = start.end() if start else 0
    end = words.HANGING_END.search(folded, begin)
    return text[begin : end.start() if end else len(text)].strip()
