"""Every dialog window drawn without bot or database: its data are made up from what it shows."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any

from aiogram.types import Chat, InlineKeyboardMarkup, Message, User
from aiogram_dialog import Dialog, Window
from aiogram_dialog.api.entities import Context
from aiogram_dialog.widgets.kbd import Group, ScrollingGroup
from aiogram_dialog.widgets.text import Multi, Text

from core.translator import Translator
from examples.catalogue import is_number, messages, selectors
from handlers.kit.screens import Say, SayEach
from handlers.kit.turn import Turn
from handlers.routers import routers
from mentoring.roles import Role
from mentoring.unit import Actor, Seat, Unit

NOW = datetime(2026, 12, 31, 20, 59, tzinfo=UTC)
DAY = date(2026, 9, 5)
# Arguments that are dates or instants, wherever they stand; everything else is a number where
# the catalogue chooses by it or formats it, else words.
DATES = {
    "date",
    "day",
    "on",
    "from",
    "to",
    "due",
    "start",
    "end",
    "until",
    "since",
    "opens",
    "held",
}
TRANSLATOR = Translator(strict=True)


@dataclass(frozen=True)
class Flavour:
    """One kind of data: how long words are, how many rows, how large numbers.

    `variant`: which of the forms a message takes where it chooses by a word. `samples`: words in
    place of `words`, by the argument's name or the list's, a row each; "start:name" only where
    the message's key begins so.
    """

    name: str
    words: str
    rows: int
    number: int
    variant: int = 0
    samples: Mapping[str, Sequence[str]] = field(default_factory=dict)

    def sample(self, name: str, key: str = "", row: int = 0) -> str | None:
        found = self.samples.get(name, ())
        for own, words in self.samples.items():
            start, mark, argument = own.partition(":")
            if mark and argument == name and key.startswith(start):
                found = words
        return found[row % len(found)] if found else None


@dataclass
class Manager:
    """As much of a dialog manager as widgets ask for while they are drawn."""

    middleware_data: dict[str, Any]
    event: Any
    context: Context
    dialog_data: dict[str, Any] = field(default_factory=dict)
    start_data: dict[str, Any] = field(default_factory=dict)

    def current_context(self) -> Context:
        return self.context

    def has_context(self) -> bool:
        return True

    def is_preview(self) -> bool:
        return False


def dialogs() -> Iterator[Dialog]:
    def walk(router: Any) -> Iterator[Dialog]:
        if isinstance(router, Dialog):
            yield router
            return
        for inner in router.sub_routers:
            yield from walk(inner)

    for router in routers():
        yield from walk(router)


def windows() -> list[Window]:
    return [window for dialog in dialogs() for window in dialog.windows.values()]  # type: ignore[misc]


def parts(widget: Any) -> Iterator[Any]:
    """A widget and everything inside it."""
    if widget is None:
        return
    yield widget
    inner: list[Any] = []
    if isinstance(widget, Multi):
        inner += list(widget.texts)
    if isinstance(widget, Group | ScrollingGroup):
        inner += list(widget.buttons)
    for name in ("text", "checked_text", "unchecked_text"):
        if isinstance(getattr(widget, name, None), Text):
            inner.append(getattr(widget, name))
    for one in inner:
        yield from parts(one)


def value(name: str, key: str, flavour: Flavour, row: int = 0) -> Any:
    """A plausible value for an argument of a message."""
    if name in DATES or name.endswith("_on"):
        return DAY
    if name == "at" or name.endswith("_at"):
        return NOW
    if is_number(key, name):
        return flavour.number
    variants = selectors().get((key, name))
    if variants:
        return variants[flavour.variant % len(variants)]
    return flavour.sample(name, key, row) or flavour.words


def arguments(key: str, flavour: Flavour, row: int = 0) -> dict[str, Any]:
    """Plausible values for all arguments of a message."""
    return {name: value(name, key, flavour, row) for name in sorted(messages("ru")[key])}


def data_for(window: Window, flavour: Flavour) -> dict[str, Any]:
    """Everything the window's widgets name, of this flavour."""
    data: dict[str, Any] = {}
    for root in (window.text, window.keyboard):
        for widget in parts(root):
            if isinstance(widget, Say):
                data.update(arguments(widget.key, flavour))
            elif isinstance(widget, SayEach):
                data[widget.items] = [
                    _choice(row, widget.items, flavour) | arguments(widget.key, flavour, row)
                    for row in range(_count(widget.items, flavour))
                ]
    return data


def _count(items: str, flavour: Flavour) -> int:
    return len(flavour.samples.get(items, ())) or flavour.rows


def _choice(row: int, items: str, flavour: Flavour) -> dict[str, Any]:
    label = flavour.sample(items, row=row) or flavour.words[:64]
    return {"id": 10**15 + row, "label": label}


class Data(dict[str, Any]):
    """The window's data; what no message names is a list of choices, or a condition that holds."""

    def __init__(self, data: dict[str, Any], flavour: Flavour) -> None:
        super().__init__(data)
        self.flavour = flavour

    def __missing__(self, key: str) -> Any:
        return [_choice(row, key, self.flavour) for row in range(_count(key, self.flavour))]

    def get(self, key: str, default: Any = None) -> Any:
        return self[key]


def manager(language: str, window: Window, flavour: Flavour) -> Manager:
    place = flavour.sample("organisation") or flavour.words
    seats = tuple(Seat(role, 1, place, "Europe/Moscow") for role in Role if role != Role.ADMIN)
    name = flavour.sample("name") or flavour.words
    unit = Unit(session=None, now=NOW, actor=Actor(1, 1, name, language, seats, is_admin=True))  # type: ignore[arg-type]
    turn = Turn(1, 1, unit, TRANSLATOR.to(language), {})
    user = User(id=1, is_bot=False, first_name=name)
    event = Message(message_id=1, date=NOW, chat=Chat(id=1, type="private"), from_user=user)
    context = Context(_intent_id="abcdef", _stack_id="", state=window.get_state(), start_data={})
    return Manager({"turn": turn, "username": "bot", "event_from_user": user}, event, context)


@dataclass(frozen=True)
class Button:
    """A button's label and callback data."""

    text: str
    data: str = ""


@dataclass(frozen=True)
class Drawn:
    """What a phone would show."""

    text: str
    keyboard: list[list[Button]]


def state_name(window: Window) -> str:
    return str(window.get_state().state)


async def draw(window: Window, language: str, flavour: Flavour) -> Drawn:
    here: Any = manager(language, window, flavour)
    data = Data(data_for(window, flavour), flavour)
    data["middleware_data"] = here.middleware_data
    text = await window.render_text(data, here)
    markup = await window.render_kbd(data, here)
    rows = markup.inline_keyboard if isinstance(markup, InlineKeyboardMarkup) else []
    return Drawn(text, [[Button(one.text, one.callback_data or "") for one in row] for row in rows])
