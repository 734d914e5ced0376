"""Every window and every message, in both languages, with data of every kind."""

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from html.parser import HTMLParser
from itertools import groupby
from typing import Any

import pytest
from aiogram.fsm.state import StatesGroup
from aiogram_dialog import Window

from handlers.kit import menu
from handlers.kit.screens import Say
from mentoring.roles import Role
from tests.guards.test_words import messages
from tests.guards.windows import (
    FLAVOURS,
    NUMERIC,
    TRANSLATOR,
    Flavour,
    dialogs,
    parts,
    render,
    value,
    windows,
)

TEXT_LIMIT = 4096
DATA_LIMIT = 64
# The tag of a screen and the intent's id are added to a button's data when it is sent.
TAIL = len("\x1e123456") + len("abcdef\x1d")
# Characters that a phone 320 points wide shows on a button, by the number of buttons in its row.
WIDEST = {1: 30, 2: 15, 3: 10, 4: 8, 5: 5}
LANGUAGES = ("ru", "en")
WINDOWS = {str(window.get_state().state): window for window in windows()}


def together(names: Iterable[str], separator: str) -> list[list[str]]:
    """Names that begin alike: a test for each of eight thousand costs more than what it tests."""
    ordered = sorted(names, key=lambda name: (name.split(separator)[0], name))
    return [list(some) for _, some in groupby(ordered, lambda name: name.split(separator)[0])]


DIALOGS = together(WINDOWS, ":")
MESSAGES = together(messages("ru"), "-")


def first(names: list[str]) -> str:
    return names[0]


@contextmanager
def about(*names: str) -> Iterator[None]:
    """Say at what a test has failed."""
    try:
        yield
    except Exception as error:
        error.add_note(" ".join(names))
        raise


class Tags(HTMLParser):
    """Checks what Telegram checks: known tags, each closed in its turn."""

    known = frozenset({"b", "i", "u", "s", "a", "code", "pre", "blockquote", "tg-spoiler"})

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        assert tag in self.known, tag
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open
        assert self.open.pop() == tag


def check_html(text: str) -> None:
    tags = Tags()
    tags.feed(text)
    tags.close()
    assert tags.open == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("states", DIALOGS, ids=first)
async def test_windows_render(states: list[str], language: str) -> None:
    for state in states:
        for flavour in FLAVOURS:
            with about(state, flavour.name):
                await _check_window(state, flavour, language)


async def _check_window(state: str, flavour: Flavour, language: str) -> None:
    shown = await render(WINDOWS[state], language, flavour)
    # With no data at all every condition fails, also those that exclude each other.
    assert shown.text.strip() or flavour.name == "empty"
    check_html(shown.text)
    if flavour.name != "long":
        # Lists of forty long names are for their own pages; each journey limits what it shows.
        assert len(re.sub(r"<[^>]+>", "", shown.text)) <= TEXT_LIMIT
    assert sum(len(row) for row in shown.keyboard) <= 100
    for row in shown.keyboard:
        assert len(row) <= 8
        for button in row:
            assert button.text.strip()
            assert len(button.data.encode()) + TAIL <= DATA_LIMIT, button.data


def own_labels(window: Window) -> set[str]:
    """Labels of the window's own buttons, as opposed to names of people in lists."""
    keys = [part.key for part in parts(window.keyboard) if isinstance(part, Say)]
    return {key for key in keys if not messages("ru")[key]}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("states", DIALOGS, ids=first)
async def test_buttons_fit_a_small_phone(states: list[str], language: str) -> None:
    words = TRANSLATOR.to(language)
    for state in states:
        window = WINDOWS[state]
        fixed = {words.plain(key) for key in own_labels(window)}
        shown = await render(window, language, FLAVOURS[1])
        long = {
            button.text
            for row in shown.keyboard
            for button in row
            if button.text in fixed and len(button.text) > WIDEST.get(len(row), 4)
        }
        assert not long, state


@pytest.mark.parametrize("states", DIALOGS, ids=first)
def test_every_window_has_a_way_on(states: list[str]) -> None:
    """Home leads everywhere; every other window leads back or away by a button."""
    for state in states:
        ids = {getattr(part, "widget_id", None) for part in parts(WINDOWS[state].keyboard)}
        assert state == "Home:main" or ids & {"back", "leave", "home"}, (state, ids)


def test_every_state_has_a_window() -> None:
    groups: set[type[StatesGroup]] = {dialog.states_group() for dialog in dialogs()}
    # Of two groups of one name the library finds the states of one only.
    names = [group.__name__ for group in groups]
    assert len(names) == len(set(names)), sorted(names)
    missing = [
        state.state
        for group in groups
        for state in group.__all_states__
        if str(state.state) not in WINDOWS
    ]
    assert missing == []
    known = {group for group in _groups(StatesGroup) if group.__module__.startswith("handlers.")}
    assert known - groups == set()


def _groups(group: type[StatesGroup]) -> set[type[StatesGroup]]:
    return {one for child in group.__subclasses__() for one in {child, *_groups(child)}}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("keys", MESSAGES, ids=first)
def test_messages_render(keys: list[str], language: str) -> None:
    words, known = TRANSLATOR.to(language), messages(language)
    for key in keys:
        for flavour in FLAVOURS:
            with about(key, flavour.name):
                text = words(key, **{name: value(name, key, flavour) for name in known[key]})
                assert text.strip()
                check_html(text)
                assert len(text) <= TEXT_LIMIT


def test_the_catalogue_counts_something() -> None:
    assert NUMERIC


@pytest.mark.parametrize("role", Role)
def test_no_group_of_the_menu_is_longer_than_a_phone_shows(role: Role) -> None:
    found = menu.layout(menu.Reader(frozenset({role})))
    assert {
        group: len(names) for group, names in found.inside.items() if len(names) > menu.MOST
    } == {}
