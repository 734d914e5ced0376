"""What forbids a pair, whatever its score; and what could not be checked for want of data."""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from mentoring.matching.features import binary
from mentoring.matching.model import Mentee, Mentor, Reason, Side

# In the year of turning 18 somebody is a minor yet, as only that year is known: as with consents.
LAST_MINOR_AGE = 18
Mask = NDArray[np.bool_]


def _apart(left: frozenset[str], right: frozenset[str]) -> bool:
    return bool(left and right and not left & right)


def _elsewhere(mentee: Mentee, mentor: Mentor) -> bool:
    away = mentor.organisation_id != mentee.organisation_id
    return away and mentee.organisation_id not in mentor.lent_to


def _named(listed: Callable[[Side], frozenset[int]]) -> Callable[[Mentee, Mentor], bool]:
    """Whether either of the two is on the other's list."""

    def broken(mentee: Mentee, mentor: Mentor) -> bool:
        return mentor.id in listed(mentee) or mentee.id in listed(mentor)

    return broken


def _of_age(mentee: Mentee, mentor: Mentor) -> bool:
    if mentor.ages is None or mentee.age is None:
        return True
    return mentor.ages[0] <= mentee.age <= mentor.ages[1]


def _minor(mentee: Mentee) -> bool:
    return mentee.age is not None and mentee.age <= LAST_MINOR_AGE


# In the order of what a curator can mend.
_RULES: tuple[tuple[str, Callable[[Mentee, Mentor], bool]], ...] = (
    ("no-consent-mentee", lambda mentee, _mentor: mentee.consent is False),
    ("no-consent-mentor", lambda _mentee, mentor: mentor.consent is False),
    ("no-room", lambda _mentee, mentor: mentor.capacity <= 0),
    ("same-person", lambda mentee, mentor: mentee.id == mentor.id),
    ("other-form", lambda mentee, mentor: _apart(mentee.forms, mentor.forms)),
    ("other-school", _elsewhere),
    ("barred", _named(lambda one: one.barred)),
    ("relatives", _named(lambda one: one.relatives)),
    ("declined", _named(lambda one: one.declined)),
    (
        "class-teacher",
        lambda mentee, mentor: mentee.not_class_teacher and mentor.id == mentee.class_teacher,
    ),
    ("age", lambda mentee, mentor: not _of_age(mentee, mentor)),
    ("not-trained", lambda _mentee, mentor: mentor.trained is False),
    (
        "not-checked-adult",
        lambda mentee, mentor: _minor(mentee) and bool(mentor.adult) and mentor.checked is False,
    ),
)


def forbidden(mentee: Mentee, mentor: Mentor) -> Reason | None:
    """The first rule that forbids this pair, None when it is allowed."""
    return next((Reason(key) for key, broken in _RULES if broken(mentee, mentor)), None)


def unchecked(mentee: Mentee, mentor: Mentor) -> list[Reason]:
    """The rules that were not applied because nothing is held to apply them to."""
    found = []
    if mentee.consent is None or mentor.consent is None:
        found.append(Reason("unchecked-consent"))
    if mentor.ages and mentee.age is None:
        found.append(Reason("unchecked-age"))
    if mentor.trained is None:
        found.append(Reason("unchecked-training"))
    perhaps_minor = mentee.age is None or _minor(mentee)
    if perhaps_minor and mentor.adult is not False and mentor.checked is None:
        found.append(Reason("unchecked-adult"))
    if mentee.relatives_elsewhere is None and mentor.relatives_elsewhere is None:
        found.append(Reason("unchecked-relatives"))
    if mentee.not_class_teacher and not mentee.class_teacher_known:
        found.append(Reason("unchecked-class-teacher"))
    return found


class Allowed:
    """`forbidden` for whole banks: which mentors a block of mentees may have."""

    def __init__(self, mentees: Sequence[Mentee], mentors: Sequence[Mentor]) -> None:
        self._mentees, self._mentors = mentees, mentors
        self._columns = {one.id: column for column, one in enumerate(mentors)}
        # What hangs on one side only, or on two numbers, is compared at once ...
        self._usable = np.array(
            [
                one.consent is not False and one.trained is not False and one.capacity > 0
                for one in mentors
            ],
            bool,
        )
        self._homes = np.array([one.organisation_id for one in mentors])
        self._ages = np.array([one.ages or (0, 999) for one in mentors]).reshape(-1, 2)
        self._unfit_for_minors = np.array(
            [bool(one.adult) and one.checked is False for one in mentors], bool
        )
        self._forms = binary([one.forms for one in mentees], [one.forms for one in mentors])
        self._any_form = np.array([not one.forms for one in mentors], bool)
        # ... and for these few the rule itself is asked, pair by pair.
        self._special = {
            column
            for column, one in enumerate(mentors)
            if one.barred or one.relatives or one.declined or one.lent_to
        }

    def block(self, rows: slice) -> Mask:
        """True where a pair is allowed, a row a mentee."""
        return np.stack([self._row(number) for number in range(rows.start, rows.stop)])

    def _row(self, number: int) -> Mask:
        mentee = self._mentees[number]
        if mentee.consent is False:
            return np.zeros(len(self._mentors), bool)
        row: Mask = self._usable & (self._homes == mentee.organisation_id)
        if mentee.age is not None:
            row &= (self._ages[:, 0] <= mentee.age) & (mentee.age <= self._ages[:, 1])
            if _minor(mentee):
                row &= ~self._unfit_for_minors
        if mentee.forms:
            row &= self._any_form | (self._forms[1] @ self._forms[0][number] > 0)
        named = mentee.barred | mentee.relatives | mentee.declined | {mentee.id}
        if mentee.class_teacher is not None:
            named |= {mentee.class_teacher}
        asked = {self._columns[one] for one in named if one in self._columns} | self._special
        for column in asked:
            row[column] = forbidden(mentee, self._mentors[column]) is None
        return row
