"""The main menu: groups, and what goes behind "more"."""

from collections.abc import Iterator

import pytest
from aiogram.fsm.state import State

from handlers.kit import menu
from mentoring.roles import Role

HERE = State("here")
CURATOR = menu.Reader(frozenset({Role.CURATOR}))


@pytest.fixture(autouse=True)
def empty_menu(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(menu, "ENTRIES", {})
    yield


def offer(*names: str, group: str = "", role: Role = Role.CURATOR) -> None:
    for name in names:
        menu.entry(name, name, HERE, role, group=group)


def test_a_group_stands_where_its_first_entry_came() -> None:
    offer("a")
    offer("b", group="people")
    offer("c")
    offer("d", group="people")
    found = menu.layout(CURATOR)
    assert found.top == ["a", "people", "c"]
    assert found.inside == {"people": ["b", "d"]}


def test_a_group_of_one_is_its_entry() -> None:
    offer("b", group="people")
    offer("d", group="people", role=Role.HEAD)
    assert menu.layout(CURATOR) == menu.Layout(["b"], {})


def test_others_see_nothing_of_it() -> None:
    offer("a", "b")
    assert menu.layout(menu.Reader(frozenset({Role.HEAD}))) == menu.Layout()


def test_a_minor_sees_help_from_whatever_seat() -> None:
    menu.entry("help", "help", HERE, Role.MENTEE, command="help", minors=True)
    offer("a")
    grown, minor = CURATOR, menu.Reader(CURATOR.roles, minor=True)
    assert (menu.layout(grown).top, menu.layout(minor).top) == (["a"], ["help", "a"])
    assert (list(menu.commands(grown)), list(menu.commands(minor))) == ([], ["help"])


@pytest.mark.parametrize("singles", range(15))
def test_nobody_sees_more_than_fits(singles: int) -> None:
    offer(*(f"g{number}" for number in range(3)), group="people")
    offer(*(f"s{number}" for number in range(singles)))
    found = menu.layout(CURATOR)
    assert len(found.top) <= menu.MOST
    reachable = [*found.top, *(name for names in found.inside.values() for name in names)]
    assert {f"s{number}" for number in range(singles)} <= set(reachable)
    assert (menu.MORE in found.top) == (singles > menu.MOST - 1)
    if menu.MORE in found.top:
        assert found.top[-1] == menu.MORE
        assert len(found.inside[menu.MORE]) > 1


@pytest.mark.parametrize(
    ("first", "second"), [(("papers", ""), ("a", "papers")), (("a", "papers"), ("papers", ""))]
)
def test_an_entry_may_not_be_called_as_a_group(
    first: tuple[str, str], second: tuple[str, str]
) -> None:
    offer(first[0], group=first[1])
    with pytest.raises(ValueError, match="both called"):
        offer(second[0], group=second[1])


def test_no_entry_takes_the_place_of_another() -> None:
    offer("a")
    offer("a")
    with pytest.raises(ValueError, match="two entries"):
        menu.entry("a", "another", State("there"), Role.HEAD)
