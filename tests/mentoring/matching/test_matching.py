"""Who is matched with whom: the rules, the best assignment, the reasons."""

from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from mentoring.matching.model import Mentee, Mentor, Settings, Term
from mentoring.matching.rules import Allowed, forbidden, unchecked
from mentoring.matching.solving import explained, match, scores

KEYS = ("exam", "talk", "project", "code")
SCHOOL = 1


def mentee(number: int, **more: object) -> Mentee:
    return Mentee(**{"id": number, "name": f"E{number}", "organisation_id": SCHOOL, **more})  # type: ignore[arg-type]


def mentor(number: int, **more: object) -> Mentor:
    given = {"id": number, "name": f"O{number}", "organisation_id": SCHOOL, "adult": True}
    return Mentor(**{**given, "checked": True, **more})  # type: ignore[arg-type]


keys = st.frozensets(st.sampled_from(KEYS), max_size=3)
mentees = st.lists(
    st.builds(
        lambda keys, age, consent, barred, waiting: mentee(
            0, keys=keys, age=age, consent=consent, barred=barred, waiting_days=waiting
        ),
        keys,
        st.none() | st.integers(10, 20),
        st.sampled_from([True, None, False]),
        st.frozensets(st.integers(101, 105), max_size=2),
        st.integers(0, 400),
    ),
    max_size=5,
).map(lambda rows: [_numbered(row, place) for place, row in enumerate(rows, start=1)])
mentors = st.lists(
    st.builds(
        lambda keys, ages, capacity, checked, forms: mentor(
            0, keys=keys, ages=ages, capacity=capacity, checked=checked, forms=forms
        ),
        keys,
        st.none() | st.tuples(st.integers(8, 14), st.integers(14, 20)),
        st.integers(0, 2),
        st.sampled_from([True, None, False]),
        st.frozensets(st.sampled_from(["pupil-pupil", "teacher-pupil"]), max_size=1),
    ),
    max_size=5,
).map(lambda rows: [_numbered(row, place) for place, row in enumerate(rows, start=101)])


def _numbered(row: object, number: int) -> object:
    return replace(row, id=number)  # type: ignore[type-var]


@given(mentees, mentors)
def test_no_rule_is_broken_and_nobody_is_lost(left: list[Mentee], right: list[Mentor]) -> None:
    outcome = match(left, right)
    by_id = {one.id: one for one in left}, {one.id: one for one in right}
    taken: dict[int, int] = {}
    for suggestion in outcome.suggestions:
        taken[suggestion.chosen.mentor] = taken.get(suggestion.chosen.mentor, 0) + 1
        pair = by_id[0][suggestion.mentee], by_id[1][suggestion.chosen.mentor]
        assert forbidden(*pair) is None
        assert 0 <= suggestion.chosen.score <= 1
        assert suggestion.chosen.mentor not in {one.mentor for one in suggestion.alternatives}
    assert all(count <= by_id[1][number].capacity for number, count in taken.items())
    everybody = [one.mentee for one in outcome.suggestions]
    everybody += [one.mentee for one in outcome.unmatched]
    assert sorted(everybody) == sorted(by_id[0])
    assert all(one.why for one in outcome.unmatched)


@given(mentees, mentors, st.randoms())
def test_the_order_of_the_banks_changes_nothing(
    left: list[Mentee], right: list[Mentor], shuffler: object
) -> None:
    outcome = match(left, right)
    shuffler.shuffle(left)  # type: ignore[attr-defined]
    shuffler.shuffle(right)  # type: ignore[attr-defined]
    assert match(left, right) == outcome


@given(mentees, mentors)
def test_blocks_say_what_the_rule_says(left: list[Mentee], right: list[Mentor]) -> None:
    if left and right:
        block = Allowed(left, right).block(slice(0, len(left)))
        for row, one in enumerate(left):
            for column, other in enumerate(right):
                assert block[row, column] == (forbidden(one, other) is None)


@given(mentees, mentors)
def test_no_other_assignment_is_better(left: list[Mentee], right: list[Mentor]) -> None:
    """Against trying everything: a pair is worth 1 and its score; a second mentee of the same
    mentor counts a trifle less, which is what the tolerance is for."""
    left = [mentee(one.id, keys=one.keys, age=one.age, barred=one.barred) for one in left]
    settings = Settings(least=0)
    table = scores(left, right, settings)
    places = [column for column, one in enumerate(table.mentors) for _ in range(one.capacity)]
    places = [*places, *[-1] * len(left)]

    def worth(chosen: tuple[int, ...]) -> float:
        values = [table.matrix[row, column] for row, column in enumerate(chosen) if column >= 0]
        return sum(1 + float(value) for value in values if value >= 0)

    assume(len(places) <= 8)
    best = max((worth(one) for one in permutations(places, len(left))), default=0)
    outcome = match(left, right, settings)
    reached = len(outcome.suggestions) + outcome.total
    assert best - 0.2 <= reached <= best + 1e-3


def test_together_is_better_than_one_after_the_other() -> None:
    """The first may have either mentor, the second only one: both get somebody."""
    left = [mentee(1, keys=frozenset({"exam", "talk"})), mentee(2, keys=frozenset({"exam"}))]
    right = [mentor(101, keys=frozenset({"exam"})), mentor(102, keys=frozenset({"talk"}))]
    outcome = match(left, right)
    assert {one.mentee: one.chosen.mentor for one in outcome.suggestions} == {1: 102, 2: 101}


def test_equals_share_the_work() -> None:
    left = [mentee(1, keys=frozenset({"exam"})), mentee(2, keys=frozenset({"exam"}))]
    right = [
        mentor(101, keys=frozenset({"exam"}), capacity=5),
        mentor(102, keys=frozenset({"exam"})),
    ]
    chosen = {one.chosen.mentor for one in match(left, right).suggestions}
    assert chosen == {101, 102}


def test_who_has_waited_longer_goes_first() -> None:
    left = [
        mentee(1, keys=frozenset({"exam"})),
        mentee(2, keys=frozenset({"exam"}), waiting_days=90),
    ]
    outcome = match(left, [mentor(101, keys=frozenset({"exam"}))])
    assert [one.mentee for one in outcome.suggestions] == [2]
    assert [reason.key for reason in outcome.unmatched[0].why] == ["none-taken"]


def test_pins_are_honoured_unless_a_rule_forbids_them() -> None:
    left = [mentee(1, keys=frozenset({"exam"})), mentee(2, age=12), mentee(3)]
    right = [mentor(101, keys=frozenset({"exam"})), mentor(102, checked=False)]
    pins = frozenset({(3, 101), (2, 102), (9, 101)})
    outcome = match(left, right, Settings(pins=pins))
    assert [(one.mentee, one.chosen.mentor) for one in outcome.suggestions if one.pinned] == [
        (3, 101)
    ]
    refused = {(mentee, mentor): reason.key for mentee, mentor, reason in outcome.refused_pins}
    assert refused == {(2, 102): "not-checked-adult", (9, 101): "pin-gone"}


def test_words_are_compared_by_their_stems_and_slips_are_mended() -> None:
    left = [mentee(1, texts=("Нужна помощь с класным руководством",))]
    right = [
        mentor(101, texts=("подготовка к экзаменам",)),
        mentor(102, texts=("классное руководство, 12 лет",)),
    ]
    outcome = match(left, right)
    (suggestion,) = outcome.suggestions
    assert suggestion.chosen.mentor == 102
    (reason,) = suggestion.chosen.pros
    assert reason.key == "request"
    assert reason.args["competence"] == "классное руководство, 12 лет"


def test_weights_change_who_is_chosen() -> None:
    left = [mentee(1, keys=frozenset({"exam"}), times=frozenset({"wed"}))]
    right = [
        mentor(101, keys=frozenset({"exam"}), times=frozenset({"fri"})),
        mentor(102, keys=frozenset({"code"}), times=frozenset({"wed"})),
    ]
    assert match(left, right).suggestions[0].chosen.mentor == 101
    loving_time = Settings(weights={Term.REQUEST: 1, Term.TIME: 9})
    assert match(left, right, loving_time).suggestions[0].chosen.mentor == 102


def test_reasons_for_and_against() -> None:
    one = mentee(1, keys=frozenset({"exam"}), times=frozenset({"wed"}), wants=(102,))
    other = mentor(101, keys=frozenset({"exam"}), times=frozenset({"fri"}), checked=None)
    (suggestion,) = match([one], [other]).suggestions
    assert [reason.key for reason in suggestion.chosen.pros] == ["key"]
    assert [reason.key for reason in suggestion.chosen.cons] == [
        "con-time",
        "con-named-another",
        "unchecked-consent",
        "unchecked-training",
        "unchecked-adult",
        "unchecked-relatives",
    ]
    assert explained(suggestion.chosen, one, other) == suggestion.chosen


@pytest.mark.parametrize(
    ("left", "right", "key"),
    [
        ({"consent": False}, {}, "no-consent-mentee"),
        ({}, {"consent": False}, "no-consent-mentor"),
        ({}, {"capacity": 0}, "no-room"),
        ({"forms": frozenset("a")}, {"forms": frozenset("b")}, "other-form"),
        ({}, {"organisation_id": 2}, "other-school"),
        ({"barred": frozenset({101})}, {}, "barred"),
        ({}, {"relatives": frozenset({1})}, "relatives"),
        ({"declined": frozenset({101})}, {}, "declined"),
        ({"class_teacher": 101, "not_class_teacher": True}, {}, "class-teacher"),
        ({"age": 9}, {"ages": (10, 14)}, "age"),
        ({"age": 18}, {"checked": False}, "not-checked-adult"),
    ],
)
def test_each_rule(left: dict[str, object], right: dict[str, object], key: str) -> None:
    reason = forbidden(mentee(1, **left), mentor(101, **right))
    assert reason is not None
    assert reason.key == key


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ({}, {}),
        ({}, {"organisation_id": 2, "lent_to": frozenset({SCHOOL})}),
        ({"class_teacher": 101}, {}),
        ({"age": 19}, {"checked": False}),
        ({"age": 12}, {"adult": False, "checked": False}),
        ({"age": None}, {"ages": (10, 14)}),
    ],
)
def test_what_is_allowed(left: dict[str, object], right: dict[str, object]) -> None:
    assert forbidden(mentee(1, **left), mentor(101, **right)) is None


def test_what_is_not_known_is_said() -> None:
    found = unchecked(mentee(1), mentor(101, ages=(10, 14), checked=None))
    assert [reason.key for reason in found] == [
        "unchecked-consent",
        "unchecked-age",
        "unchecked-training",
        "unchecked-adult",
        "unchecked-relatives",
    ]
    fine = mentee(1, consent=True, age=12, relatives_elsewhere=False)
    assert unchecked(fine, mentor(101, consent=True, trained=True, ages=(10, 14))) == []


def test_empty_banks() -> None:
    assert match([], []).suggestions == ()
    assert match([], [mentor(1)]).unmatched == ()
    (alone,) = match([mentee(1)], []).unmatched
    assert [reason.key for reason in alone.why] == ["none-no-mentors"]
