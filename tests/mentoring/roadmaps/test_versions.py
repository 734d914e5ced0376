"""Which row of a plan is which in its next version."""

from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from db.models import Activity
from mentoring.roadmaps.versions import Change, compare

MAY = date(2027, 5, 31)


def row(number: str, title: str, end: date | None = MAY, **more: Any) -> Activity:
    values: dict[str, Any] = {"kind": "due", "responsible": [], "result": "", "warnings": []}
    return Activity(number=number, title=title, end=end, windows=[], **(values | more))


OLD = [
    row("1", "Издать приказ о назначении куратора"),
    row("2", "Сформировать базу наставников"),
    row("3", "Сформировать базу наставляемых"),
    row("4", "Провести итоговое мероприятие"),
]


def test_rows_are_known_by_their_words_though_their_numbers_change() -> None:
    new = [
        row("1", "Провести анкетирование"),
        row("2", "Издать приказ о назначении куратора.", date(2027, 4, 1)),
        row("3", "Формирование базы наставляемых"),
        row("4", "Сформировать базу наставников", responsible=["куратор"]),
    ]
    found = compare(OLD, new)
    pairs = {(before.number, after.number) for before, after in found.pairs}
    assert pairs == {("1", "2"), ("2", "4"), ("3", "3")}
    said = [(one.change, (one.after or one.before or OLD[0]).number) for one in found.differences]
    assert said == [
        (Change.ADDED, "1"),
        (Change.MOVED, "2"),
        (Change.REWORDED, "3"),
        (Change.REWORDED, "4"),
        (Change.REMOVED, "4"),
    ]
    assert found.same_plan


def test_the_same_plan_differs_in_nothing() -> None:
    found = compare(OLD, OLD)
    assert (found.differences, len(found.pairs), found.same_plan) == ([], 4, True)


def test_the_plan_of_the_next_year_is_another() -> None:
    new = [row(one.number, one.title, date(2028, 5, 31)) for one in OLD]
    assert not compare(OLD, new).same_plan
    assert not compare(OLD, [row("1", "Нечто иное"), row("2", "И ещё одно")]).same_plan
    assert not compare([], []).same_plan


def test_equal_rows_go_by_number_and_place() -> None:
    twice = [row("1.1", "Провести встречу"), row("2.1", "Провести встречу")]
    found = compare(twice, list(reversed(twice)))
    assert {(before.number, after.number) for before, after in found.pairs} == {
        ("1.1", "1.1"),
        ("2.1", "2.1"),
    }


titles = st.lists(st.text(alphabet="абв ", min_size=1, max_size=8), max_size=8)


@given(titles, titles)
def test_every_row_is_told_of_once(old: list[str], new: list[str]) -> None:
    before = [row(str(number), title) for number, title in enumerate(old)]
    after = [row(str(number), title) for number, title in enumerate(new)]
    found = compare(before, after)
    assert len({id(one) for one, _other in found.pairs}) == len(found.pairs)
    assert len({id(other) for _one, other in found.pairs}) == len(found.pairs)
    assert found.count(Change.ADDED) + len(found.pairs) == len(new)
    assert found.count(Change.REMOVED) + len(found.pairs) == len(old)
