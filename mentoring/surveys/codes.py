"""A person's code on paper: their number with a digit that gives a misread one away."""

import re

_CODE = re.compile(r"(\d{1,15})\s*[-\u2013\u2014]\s*(\d)")


def code_of(person_id: int) -> str:
    """Such as "1042-7"."""
    return f"{person_id}-{_check(person_id)}"


def code_for(person_id: int, meeting_id: int = 0) -> str:
    """The same with the meeting that a blank is about: "1042-7 / 318-4"."""
    person = code_of(person_id)
    return f"{person} / {code_of(meeting_id)}" if meeting_id else person


def whose(code: str) -> tuple[int, int] | None:
    """The person and the meeting (0 for none) of a code; None for what is none, or was misread."""
    person, _, meeting = code.partition("/")
    person_id = person_of(person)
    meeting_id = person_of(meeting) if meeting.strip() else 0
    return None if person_id is None or meeting_id is None else (person_id, meeting_id)


def person_of(code: str) -> int | None:
    """Whose code it is; None for what is none, or was misread."""
    found = _CODE.search(code)
    if found is None:
        return None
    person_id = int(found[1])
    return person_id if _check(person_id) == int(found[2]) else None


def _check(number: int) -> int:
    """The digit of Luhn's rule: it tells any one wrong digit, and most swapped ones."""
    total = 0
    for place, digit in enumerate(reversed(str(number))):
        value = int(digit) * (2 if place % 2 == 0 else 1)
        total += value - 9 if value > 9 else value
    return -total % 10
