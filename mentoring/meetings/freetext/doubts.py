"""What makes a line about a meeting doubtful as a whole, whatever its words were read as.

One rule for many slips: rather one question too many than a wrong record nobody looks at.
"""

from mentoring.meetings.freetext import vocabulary as words
from mentoring.meetings.freetext.model import Ask


def doubts(said: str, rest: str, *, length: bool) -> set[Ask]:
    """What is to be asked of a line.

    `said`: all of it in lower case; `rest`: with blanks for what was understood; `length`:
    whether it tells how long the meeting was.
    """
    asks: set[Ask] = set()
    if words.CORRECTED.search(said):
        asks |= {Ask.WHO, Ask.WHEN, Ask.MINUTES}
    if words.ROUGHLY.search(said) or _number_left(rest, length=length):
        asks.add(Ask.MINUTES)
    if not length and words.ENDED.search(said):
        asks.add(Ask.MINUTES)
    at_another_time = (words.ANOTHER_WEEK, words.COMES_ROUND, words.SOME_TIME)
    if any(pattern.search(said) for pattern in at_another_time):
        asks.add(Ask.WHEN)
    if words.ANOTHER_PEOPLE.search(rest):
        asks.add(Ask.WHO)
    if words.AHEAD.search(said) or _denied(said):
        asks.add(Ask.OUTCOME)
    return asks


def _number_left(rest: str, *, length: bool) -> bool:
    """A number that may be the length: any where none is told, else one without its noun."""
    if not length:
        return any(character.isdigit() for character in rest)
    return any(
        words.LABEL.search(rest[: match.start()]) is None
        for match in words.LONE_NUMBER.finditer(rest)
    )


def _denied(said: str) -> bool:
    """A denied deed, and nothing else that was done."""
    denied = words.NEGATED.sub(" ", said)
    return denied != said and words.TOLD.search(denied) is None
