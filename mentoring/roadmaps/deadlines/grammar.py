"""The grammar's top: a deadline is any number of phrases with connecting words between them."""

from __future__ import annotations

from mentoring.roadmaps.deadlines.cursor import Cursor
from mentoring.roadmaps.deadlines.frequency import recur
from mentoring.roadmaps.deadlines.kinds import T
from mentoring.roadmaps.deadlines.nodes import Reading, Shape
from mentoring.roadmaps.deadlines.stretches import stretches
from mentoring.roadmaps.deadlines.tokens import Token
from mentoring.roadmaps.deadlines.vocabulary import HOLIDAY, OF_ALL, SEMESTER, SHIFTS

_GLUE = (
    T.COMMA,
    T.SEMI,
    T.COLON,
    T.DOT,
    T.LPAREN,
    T.RPAREN,
    T.AND,
    T.NOISE,
    T.IN,
    T.SPAN,
    T.SLASH,
)
_FILLERS = (
    *(T.PO, T.IN, T.UNTIL, T.FROM, T.ON, T.FOR, T.BY, T.DAY, T.SPAN, T.BEGIN, T.FINISH, T.DURING),
    *(T.NUM, T.ORDINAL, T.WEEK, T.MONTHWORD, T.WHOLE, T.EVERY, T.NOT, T.LATER, T.NOISE, T.TERM),
    *(T.QUARTER, T.SCHOOL, T.YEARWORD, T.NEXT, T.WORKING, T.SEASONAL, T.AND),
)
_TIMED = (
    T.UNREADABLE,
    T.NUM,
    T.ORDINAL,
    T.ROMAN,
    T.MONTH,
    T.YEAR,
    T.WEEKDAY,
    T.QUARTER,
    T.TERM,
    T.TRIMESTER,
)
_REMARK = (*_GLUE, T.DAY, T.ON, T.PO, T.OF, T.FOR, T.BY, T.RUN, T.RELATIVE)
_STEPS = (T.DAY, T.WEEK, T.MONTHWORD)
_ALL_STEPS = (*_STEPS, T.QUARTER, T.TERM, T.TRIMESTER, T.HALFYEAR)
_SETTERS = (T.WORD, T.RELATIVE, T.RUN)


def parse(tokens: list[Token]) -> Reading:
    """Everything the tokens say; what no rule can use is counted as unread."""
    reading = Reading(mended=any(token.mended for token in tokens))
    cursor = Cursor(tokens)
    while not cursor.done:
        start = cursor.place
        if not _phrase(cursor, reading) or cursor.place == start:
            _leftover(cursor, reading)
    said = {token.kind for token in tokens}
    # "The second half of the school year", "the first semester": nothing is left to be asked.
    semester = any(t.kind is T.HALFYEAR and t.text.startswith(SEMESTER) for t in tokens)
    reading.school = reading.school or semester or {T.HALFYEAR, T.SCHOOL} <= said
    return reading


def _phrase(cursor: Cursor, reading: Reading) -> bool:
    if found := cursor.attempt(recur):
        reading.recurs.append(found)
    elif _dated_day(cursor, reading) and cursor.attempt(_holiday):
        pass
    elif cursor.attempt(_continuous):
        reading.continuous = True
        taken = cursor.tokens[: cursor.place]
        reading.school = reading.school or any(token.kind is T.SCHOOL for token in taken)
    elif cursor.attempt(_relative):
        reading.relative_first = reading.relative_first or not reading.stretches
        reading.relative = True
        reading.shifted = reading.shifted or _shifts(cursor)
    elif dates := cursor.attempt(stretches):
        reading.stretches.extend(dates)
    elif cursor.accept(T.OR):
        reading.alternatives = True
    elif cursor.accept(T.FURTHER):
        reading.further = True
    else:
        return False
    return True


def _leftover(cursor: Cursor, reading: Reading) -> None:
    token = cursor.take()
    if token.kind is T.EXCEPT:
        # What is left out has no place in a deadline: it is asked about.
        while not cursor.done and cursor.kind() not in (T.COMMA, T.SEMI, T.RPAREN):
            cursor.take()
        reading.unread_words += 1
        return
    if token.kind is T.LPAREN and _skip_remark(cursor):
        reading.unread_words += 1
        return
    if token.kind in _GLUE:
        return
    if token.kind is T.DASH:
        # A dash between two phrases joins them somehow: only a leading one is an ornament.
        ornament = cursor.place == 1 or cursor.done or cursor.kind(-2) in (T.FURTHER, T.COLON)
        ornament = ornament or (_dated_day(cursor, reading) and bool(cursor.attempt(_holiday)))
        if not ornament and _rest_is_words(cursor):
            reading.unread_words += 1
        else:
            reading.unread_terms += 0 if ornament else 1
    elif token.kind in _TIMED:
        reading.unread_terms += 1
    else:
        reading.unread_words += 1


def _dated_day(cursor: Cursor, reading: Reading) -> bool:
    """Whether a day has been named, or is about to be, that may be a holiday's."""
    last = reading.stretches[-1].last if reading.stretches else None
    return cursor.place == 0 or (last is not None and last.shape is Shape.DAY)


def _holiday(cursor: Cursor) -> bool | None:
    """What a day is called, beside its date: `5 October (Teachers' Day)`."""
    opens = cursor.place == 0
    if cursor.kind() is T.WORD and cursor.tokens[cursor.place].text.endswith(OF_ALL):
        cursor.take()
    if cursor.done or cursor.take().text != HOLIDAY or cursor.kind() is not T.WORD:
        return None
    cursor.skip(T.WORD, T.AND)
    if opens:
        return _dated(cursor, 0) or None
    return cursor.done or cursor.kind() in (T.RPAREN, T.COMMA, T.SEMI) or None


def _rest_is_words(cursor: Cursor) -> bool:
    """Passes over a remark that ends the text or a part of it: `15 May - the report`."""
    kinds = [token.kind for token in cursor.tokens[cursor.place :]]
    size = kinds.index(T.SEMI) if T.SEMI in kinds else len(kinds)
    rest = set(kinds[:size])
    if T.WORD not in rest or not rest <= {T.WORD, *_REMARK}:
        return False
    cursor.place += size
    return True


def _skip_remark(cursor: Cursor) -> bool:
    """Passes over words in brackets that name no time, such as `(order No. 15)`."""
    end = cursor.place
    while end < len(cursor.tokens) and cursor.tokens[end].kind is not T.RPAREN:
        end += 1
    inside = [token.kind for token in cursor.tokens[cursor.place : end]]
    remark = T.WORD in inside and set(inside) <= {
        T.WORD,
        T.NUM,
        T.ROMAN,
        T.DOT,
        T.COMMA,
        T.DASH,
        T.IN,
    }
    if remark:
        cursor.place = end
    return remark


def _continuous(cursor: Cursor) -> bool | None:
    """`constantly`, `during the (school) year`, `for the whole period of the programme`."""
    if cursor.kind(1) in (T.DURING, T.WHOLE, T.CONSTANT):
        cursor.accept(T.IN, T.ON, T.PO)
    if cursor.accept(T.CONSTANT):
        return True
    if cursor.place == 0 and cursor.run(T.SCHOOL, T.YEARWORD):
        return cursor.done or None
    if cursor.accept(T.DURING, T.WHOLE):
        return _through(cursor)
    return _while_running(cursor)


def _through(cursor: Cursor) -> bool | None:
    """The year or period after `during` or `whole`, when it has no number of its own."""
    cursor.skip(T.WHOLE, T.NOISE)
    cursor.accept(T.SCHOOL)
    if cursor.accept(T.YEARWORD, T.SPAN) is None or cursor.kind() in (T.FROM, T.YEAR):
        return None
    return _unnumbered_rest(cursor)


def _while_running(cursor: Cursor) -> bool | None:
    """`in the period of implementation`."""
    cursor.accept(T.IN, T.ON)
    span = cursor.accept(T.SPAN)
    if span is not None and span.value and cursor.accept(T.RUN):
        return _unnumbered_rest(cursor)
    return None


def _unnumbered_rest(cursor: Cursor) -> bool:
    """Takes the words that say what period it is, up to anything of a grammar of its own."""
    while cursor.kind() in (T.WORD, T.RELATIVE, T.RUN, T.NOISE):
        if cursor.kind() is T.RELATIVE and cursor.kind(-1) is T.YEARWORD:
            break
        cursor.take()
    return True


def _relative(cursor: Cursor) -> bool | None:
    """`according to the plan`, `after the order`, `within ten days`, `as needed`."""
    if _within(cursor) and _is_within(cursor):
        _tail(cursor)
        return True
    steps = 0
    while cursor.kind() in _FILLERS and steps < 8:
        cursor.take()
        steps += 1
    previous = cursor.tokens[cursor.place - 1].kind if steps else None
    if previous is T.SPAN and cursor.kind() is T.COMMA and cursor.kind(1) is T.WORD:
        cursor.take()
    unsaid = previous in (T.SPAN, T.BEGIN, T.FINISH) and cursor.kind() in _SETTERS
    unsaid = unsaid or (previous is T.DAY and steps > 1 and cursor.kind() in _SETTERS)
    if cursor.kind() is not T.RELATIVE and not unsaid:
        return None
    _tail(cursor)
    return True


def _shifts(cursor: Cursor) -> bool:
    """Whether what was read is reckoned from the day that follows: `after`, `two weeks before`."""
    last = cursor.tokens[cursor.place - 1]
    return _dated(cursor, 0) and (last.text in SHIFTS or last.kind in _STEPS)


def _within(cursor: Cursor) -> bool:
    """`within N days`, `in two weeks' time`: passes over the step of time, if there is one."""
    start = cursor.place
    cursor.skip(T.IN, T.NOT, T.LATER, T.UNTIL, T.FOR, T.NOISE, T.DURING)
    led = cursor.place > start
    counted = cursor.accept(T.NUM, T.ORDINAL) is not None
    cursor.skip(T.RELATIVE, T.SCHOOL, T.WORKING)
    if led and cursor.accept(*(_STEPS if counted else _ALL_STEPS)):
        return True
    cursor.place = start
    return False


def _is_within(cursor: Cursor) -> bool:
    return cursor.kind() not in (T.MONTH, T.EVERY, T.YEAR, T.ADVERB)


def _tail(cursor: Cursor) -> None:
    """What the deadline hangs on: all words up to an alternative or a date of its own."""
    while not cursor.done and cursor.kind() not in (T.OR, T.SEMI, T.LPAREN, T.FURTHER):
        if cursor.kind() in (T.COMMA, T.RPAREN) and _dated(cursor, 1):
            return
        if cursor.accept(T.OF):  # the date of the order it refers to
            cursor.skip(T.NUM, T.DOT, T.MONTH, T.YEAR, T.YEARWORD)
            continue
        if cursor.kind() is not T.YEAR and _dated(cursor, 0) and cursor.kind(-1) is not T.ON:
            return
        cursor.take()


def _dated(cursor: Cursor, ahead: int) -> bool:
    """Whether a date, a limit or a frequency of its own begins here."""
    first, second = cursor.kind(ahead), cursor.kind(ahead + 1)
    if first in (T.MONTH, T.ADVERB, T.EVERY, T.CONSTANT, T.YEAR):
        return True
    if first in (T.UNTIL, T.PO, T.FROM):
        return second in (T.NUM, T.MONTH)
    return first is T.NUM and second in (T.DOT, T.TIMES, T.MONTH)
