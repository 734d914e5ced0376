"""What makes a line about a meeting doubtful as a whole, whatever its words were read as.

One rule for many slips: rather one question too many than a wrong record nobody looks at. So
this looks at what was left over beside the words that were understood, and at whose deed it was.
"""

from re import Match, finditer, search

from mentoring.meetings.freetext import deed_words, vocabulary
from mentoring.meetings.freetext import doubt_words as words
from mentoring.meetings.freetext.clauses import Span
from mentoring.meetings.freetext.deeds import of_others, surely_named
from mentoring.meetings.freetext.line import Line
from mentoring.meetings.freetext.model import Ask


def doubts(line: Line) -> set[Ask]:
    """What is to be asked of a line all of whose rules have taken their words."""
    asks: set[Ask] = set()
    if words.CORRECTED.search(line.said):
        asks |= {Ask.WHO, Ask.WHEN, Ask.MINUTES}
    if _minutes(line):
        asks.add(Ask.MINUTES)
    if _when(line):
        asks.add(Ask.WHEN)
    others = deed_words.ANOTHER_PEOPLE.search(line.core_rest)
    if others or deed_words.COUNTED_PEOPLE.search(line.rest) or not surely_named(line):
        asks.add(Ask.WHO)
    odd = any(_neighbours(line, span)[0] == "на" for span in line.days)
    odd |= words.STUTTER.match(line.said) is not None
    if odd or not_a_meeting(line) or of_others(line):
        asks.add(Ask.OUTCOME)
    return asks


def not_a_meeting(line: Line) -> bool:
    """One called off, one to come, letters, something done before or after a meeting."""
    core = line.core
    if called_off(line):
        return True
    if not line.lengths and words.INTENDED.search(line.core_rest):
        return True
    patterns = (words.AHEAD, vocabulary.COMES_ROUND, words.AROUND)
    return any(pattern.search(core) for pattern in patterns) or _denied(core)


def called_off(line: Line) -> bool:
    """Neither held nor to come."""
    whole = (words.CALLED_OFF, words.TO_THE_BOT)
    if any(pattern.search(line.said) for pattern in whole):
        return True
    return words.NOT_HELD.search(line.core) is not None or _in_writing(line.core)


def _in_writing(core: str) -> bool:
    if words.TALKED.search(core):
        return False
    letters = words.LETTERS.search(core)
    by_letters = letters and not words.WORKED_AT.search(core[: letters.start()])
    return bool(by_letters or words.WRITTEN.search(core))


def _denied(core: str) -> bool:
    """A denied deed, and nothing that both did."""
    denied = words.NEGATED.sub(" ", core)
    return denied != core and deed_words.DEED_OF_BOTH.search(denied) is None


def _minutes(line: Line) -> bool:
    if words.ROUGHLY.search(line.core) or words.PART_LOST.search(line.said) or _number_left(line):
        return True
    if not line.lengths:
        unread = words.UNIT_LEFT.search(line.core_rest)
        return unread is not None or words.ENDED.search(line.said) is not None
    return any(_with_more(line, span) for span in line.lengths)


def _number_left(line: Line) -> bool:
    """A number that may be the length: any where none is told, else one without its noun."""
    if not line.lengths and any(character.isdigit() for character in line.rest):
        return True
    return any(_unexplained(line.rest, match) for match in _lone_numbers(line.rest))


def _lone_numbers(rest: str) -> list[Match[str]]:
    return list(finditer(words.LONE_NUMBER, rest))


def _unexplained(rest: str, number: Match[str]) -> bool:
    before = rest[: number.start()]
    if number[0] in {"один", "одну", "два", "две", "три", "четыре"}:
        # "She is afraid to go alone."
        return False
    is_mark = before.endswith(" на ") and number[0] in {"2", "3", "4", "5"}
    return not is_mark and words.LABEL.search(before) is None


def _with_more(line: Line, span: Span) -> bool:
    """Whether the length is told together with more: "2 by 40 minutes", "an hour less ten"."""
    ahead, tail = line.said[: span[0]], line.said[span[1] :]
    if words.MORE_OR_LESS.search(ahead) or words.TIMES.search(line.rest[: span[0]]):
        return True
    if any(rule.search(tail) for rule in (words.MORE_BEHIND, words.LESS, words.STILL_MORE)):
        return True
    before, behind = _neighbours(line, span)
    if before in words.BEFORE_LENGTH or behind in words.BEHIND_LENGTH:
        return True
    # "By 40 minutes" is of several people or days, where that is asked.
    if before == "по" and not line.asks & {Ask.WHO, Ask.WHEN}:
        return True
    return _number_beside(line, span, before, behind)


def _number_beside(line: Line, span: Span, before: str, behind: str) -> bool:
    """Another number right before the length, not read; or right behind it, with no noun."""
    rest = line.rest
    if words.NEXT_TO_LENGTH.fullmatch(before) and rest[: span[0]].rstrip().endswith(before):
        return words.LABEL.search(rest[: rest.rindex(before, 0, span[0])]) is None
    follows = search(r"^ *(\S+)(?: +(\w))?", rest[span[1] :])
    if follows is None or follows[1] != behind or follows[2]:
        return False
    return words.NEXT_TO_LENGTH.fullmatch(behind) is not None


def _when(line: Line) -> bool:
    if words.ANOTHER_DAY.search(line.core) or any(_hedged(line, span) for span in line.days):
        return True
    if words.LEFT_OF_DAYS.search(line.core_rest):
        return True
    if line.days:
        return False
    if words.LEFT_OF_A_DAY.search(line.core_rest):
        return True
    # "On the 9th", perhaps.
    return bool(line.lengths) and any(
        number[0].isdigit() and 0 < int(number[0]) <= 31 and _unexplained(line.core_rest, number)
        for number in _lone_numbers(line.core_rest)
    )


def _hedged(line: Line, span: Span) -> bool:
    before, behind = _neighbours(line, span)
    return before in words.HEDGES | {"не", "около"} or behind in words.HEDGES


def _neighbours(line: Line, span: Span) -> tuple[str, str]:
    """The words right before and behind, with nothing but blanks in between."""
    before = search(r"(\S+) *$", line.said[: span[0]])
    behind = search(r"^ *(\w\S*)", line.said[span[1] :])
    return before[1].strip('("«') if before else "", behind[1].strip(')"».,;!') if behind else ""
