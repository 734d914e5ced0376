"""Whom a line about a meeting is about."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from re import finditer
from re import match as match_word

from mentoring.meetings.freetext import deed_words
from mentoring.meetings.freetext import vocabulary as words
from mentoring.meetings.freetext.line import Line
from mentoring.meetings.freetext.model import Ask, Known
from mentoring.meetings.freetext.names import any_name, called, first_names, plain

_WORD = r"[^\W\d_]+(?:-[^\W\d_]+)*"
Span = tuple[int, int]


def who(line: Line, mentees: Sequence[Known]) -> tuple[int, ...]:
    """The pairs the line may be about. More than one: Ask.WHO is set."""
    everyone = tuple(sorted({one.pair_id for one in mentees}))
    groups, strangers = _mentioned(line, mentees)
    if strangers:
        line.asks.add(Ask.WHO)
        return everyone
    if not groups:
        return _unnamed(line, mentees, everyone)
    pairs = set.intersection(*({one.pair_id for one in group} for group in groups))
    if len(pairs) != 1:
        line.asks.add(Ask.WHO)
        pairs = pairs or {one.pair_id for group in groups for one in group}
    return tuple(sorted(pairs))


def _unnamed(line: Line, mentees: Sequence[Known], everyone: tuple[int, ...]) -> tuple[int, ...]:
    together = words.EVERYBODY.search(line.rest)
    candidates = everyone
    if together is not None:
        line.take(*together.span())
        members = [one.pair_id for one in mentees]
        candidates = tuple(pair for pair in everyone if members.count(pair) > 1) or everyone
    if len(candidates) != 1:
        line.asks.add(Ask.WHO)
        return everyone
    return candidates


def _mentioned(line: Line, mentees: Sequence[Known]) -> tuple[list[set[Known]], bool]:
    """A set of candidates for each person named, and whether somebody else was named too."""
    calls = {one: called(one.name) for one in mentees}
    groups: list[set[Known]] = []
    last: Span | None = None
    known = set().union(*calls.values())
    strangers = False
    for match in list(finditer(_WORD, line.rest)):
        word, span = match[0], match.span()
        means = {one for one, forms in calls.items() if word in forms}
        if not means:
            of_the_last = last is not None and not line.text[last[1] : span[0]].strip()
            strangers |= not of_the_last and _somebody_else(line, word, span)
            continue
        beside_name = _joined(line, last, span, known)
        if word in words.COMMON_WORDS and not beside_name and not _is_name(line, span):
            continue
        line.people.append(span)
        before = line.said[: span[0]].split()
        if groups and before and before[-1] in deed_words.SPOKEN_OF:
            # Spoken of with somebody named before.
            continue
        if words.SOMEBODY_OF.search(line.rest[: span[0]]):
            line.asks |= {Ask.WHO, Ask.OUTCOME}
        if before and before[-1] in deed_words.LEFT_OUT:
            line.asks.add(Ask.WHO)
        beside = last is not None and not line.text[last[1] : span[0]].strip()
        if beside and groups[-1] & means:
            groups[-1] &= means
        elif last and groups[-1] == means and words.AND.match(line.said[last[1] : span[0]]):
            # "With Pavel and Pavel": one of them is somebody else.
            line.asks.add(Ask.WHO)
        else:
            groups.append(means)
        end = _initial(line, span, groups[-1])
        line.take(span[0], end)
        last = (span[0], end)
        if _another_surname(line, (span[0], end), known):
            line.asks.add(Ask.WHO)
    return groups, strangers


def _another_surname(line: Line, span: Span, known: AbstractSet[str]) -> bool:
    """A surname or a patronymic beside the name that is none of the mentees'."""
    ahead = match_word(_WORD + "$", line.rest[: span[0]].rstrip().rpartition(" ")[2])
    behind = match_word(rf" ({_WORD})(?: ({_WORD}))?", line.rest[span[1] :])
    if behind and _of_the_name(line, span, behind[1], behind[2]) and behind[1] not in known:
        return True
    if behind and deed_words.FAMILY_NAME.fullmatch(behind[1]) and behind[1] not in known:
        # "Ivan Ivanych Ivanov": the surname tells.
        return behind[2] not in known
    return ahead is not None and deed_words.SURNAME.fullmatch(ahead[0]) is not None


def _of_the_name(line: Line, span: Span, behind: str, next_one: str | None) -> bool:
    """ "With Masha Belaya", "with Pyotr the First": an adjective that no noun follows."""
    if not words.WITH.search(line.said[: span[0]]):
        return False
    if deed_words.LIKE_A_SURNAME.fullmatch(behind) is None:
        return False
    return next_one is None or deed_words.IN_ONE_CASE.search(next_one) is None


def _joined(line: Line, last: Span | None, span: Span, known: AbstractSet[str]) -> bool:
    """Whether a word stands in a row with a mentee's name: "Anya and Roma"."""
    if last is not None and words.AND.match(line.said[last[1] : span[0]]):
        return True
    behind = match_word(rf" и ({_WORD})", line.said[span[1] :])
    return behind is not None and behind[1] in known - words.COMMON_WORDS


def _initial(line: Line, span: Span, means: set[Known]) -> int:
    """An initial of the surname behind the name narrows it down; where it ends."""
    tail = line.text[span[1] : span[1] + 4]
    letter, dotted = tail[1:2], tail[2:3] == "."
    alone = letter.isalpha() and not tail[2:3].isalpha()
    if not (tail[:1] == " " and alone and (letter.isupper() or dotted)):
        return span[1]
    fitting = {
        one
        for one in means
        if any(plain(part).startswith(plain(letter)) for part in one.name.split())
    }
    if not fitting:
        line.asks |= {Ask.WHO} if dotted else set()
        return span[1]
    means &= fitting
    return span[1] + (3 if tail[2:3] == "." else 2)


def _is_name(line: Line, span: Span) -> bool:
    """A word that is a common one too: a name behind "with", or with a capital inside the line."""
    behind_with = words.WITH.search(line.rest[: span[0]]) is not None
    return behind_with or (span[0] > 0 and line.text[span[0]].isupper())


def _somebody_else(line: Line, word: str, span: Span) -> bool:
    """A name that is none of the mentor's mentees: then nobody is assumed."""
    named = words.WITH.search(line.rest[: span[0]]) is not None
    if line.beside(span[0]) and not named:
        return False
    if deed_words.PATRONYMIC.fullmatch(word):
        line.asks |= {Ask.WHO, Ask.OUTCOME}
        return False
    named |= word in first_names()
    if word in any_name() and word not in words.COMMON_WORDS:
        return named or line.text[span[0]].isupper()
    return named and span[0] > 0 and line.text[span[0]].isupper()
