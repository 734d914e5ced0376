"""Whether a line tells of what the mentor and a mentee did together.

Without "with" a verb tells it: "they solved", "she came", "I helped him"; another deed of one
person ("she sang", "I checked his exercise books") is no meeting for sure.
"""

from re import finditer, search

from mentoring.meetings.freetext import deed_words as words
from mentoring.meetings.freetext.clauses import Span
from mentoring.meetings.freetext.line import Line
from mentoring.meetings.freetext.model import Ask
from mentoring.meetings.freetext.vocabulary import WITH


def of_others(line: Line) -> bool:
    """Somebody's deed that is no meeting, or a meeting of somebody else."""
    return _apart(line) or _unknown_deed(line) or _opens_oddly(line) or _somebody_elses(line)


def _somebody_elses(line: Line) -> bool:
    """Other people as those who did it, or something of the mentee's own."""
    rest = line.core_rest
    if words.EVENT.search(rest):
        return True
    for match in words.OTHERS.finditer(rest):
        done = words.DEED_OF_BOTH.search(rest[: match.start()])
        governed = words.GOVERNED.search(rest[: match.start()])
        if not done and not governed:
            return True
    return False


def surely_named(line: Line) -> bool:
    """Whether somebody is named as who came, or with a preposition, or by what was done."""
    return not line.people or any(_is_sure(line, span) for span in line.people)


def word_before(said: str, start: int) -> str:
    """The last word before a place, with nothing but signs between."""
    match = search(r"(\w+)\W*$", said[:start])
    return match[1] if match else ""


def _apart(line: Line) -> bool:
    """Nobody was with a mentee."""
    rest, near, nominative, only_spoken_of = line.core_rest, False, False, True
    for span in line.people:
        ahead, before = line.said[: span[0]], word_before(line.said, span[0])
        if words.FOR_THEM.search(ahead):
            return False
        if before in words.SPOKEN_OF:
            continue
        only_spoken_of = False
        if _of_something(line, span, before):
            return True
        if WITH.search(ahead):
            return False
        near |= words.WITH_MY.search(ahead) is not None
        nominative |= _name(line, span) in line.nominatives
    if words.WITH_OTHERS.search(rest):
        return True
    if not line.people:
        return words.OTHERS.search(rest) is not None
    return only_spoken_of or not (near or _done(rest, nominative=nominative))


def _done(rest: str, *, nominative: bool) -> bool:
    """Whether what was done was done with a mentee who is named without "with"."""
    if words.DEED_OF_BOTH.search(rest):
        # "They took her": of one who is an object nobody was with.
        return nominative or any(words.HELPED.match(word[0]) for word in finditer(r"\w+", rest))
    known = words.CAME if nominative else words.HELPED
    return all(known.match(deed[0]) for deed in words.DEED.finditer(rest))


def _of_something(line: Line, span: Span, before: str) -> bool:
    """ "Petya's exercise books", "Petya's mother": a name behind a noun."""
    ahead = line.said[: span[0]]
    if len(before) < 3 or words.WITH_MY.search(ahead) or _name(line, span) in line.nominatives:
        return False
    beside = line.core_rest[: span[0]].rstrip().endswith(before)
    if not beside or before in words.LEFT_OUT | words.OF_WHOM or words.VISITED.search(ahead):
        return False
    return not (words.VERB.fullmatch(before) or words.HELPED.match(before))


def _unknown_deed(line: Line) -> bool:
    """A deed that is known as nobody's at a meeting."""
    rest = line.core_rest
    if words.HAPPENED.search(rest) or words.BY_OTHERS.search(rest):
        return True
    known = (words.OPENS, words.TOLD_OF, words.CAME, words.HELPED)
    return any(
        not any(pattern.match(deed[0]) for pattern in known) for deed in words.DEED.finditer(rest)
    )


def _opens_oddly(line: Line) -> bool:
    """Words before whom it is about that are neither a deed nor a meeting, a place or a time."""
    if not line.people and Ask.WHO in line.asks:
        return False
    anchor = min((start for start, _end in line.people or line.lengths), default=0)
    opening = words.SETTING.sub(" ", line.core_rest[:anchor])
    for match in finditer(r"[^\W\d_]{2,}", opening):
        word = match[0]
        if any(rule.fullmatch(word) for rule in (words.OPENS, words.HELPED, words.CAME)):
            return False
        if word not in words.OPENING_WORDS | line.nominatives and not words.MANNER.fullmatch(word):
            return True
    return False


def _is_sure(line: Line, span: Span) -> bool:
    if _name(line, span) in line.nominatives or words.WITH_MY.search(line.said[: span[0]]):
        return True
    if word_before(line.said, span[0]) in words.SPOKEN_OF | words.OF_WHOM | {"и"}:
        return True
    deeds = (words.DEED, words.DEED_OF_BOTH, words.HELPED)
    return any(pattern.search(line.core_rest) for pattern in deeds)


def _name(line: Line, span: Span) -> str:
    """The first word of a name that was found."""
    return line.said[slice(*span)].split()[0]
