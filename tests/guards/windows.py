"""Every window rendered without bot or database: its data is made up from what it shows."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from types import SimpleNamespace
from typing import Any

from aiogram.types import Chat, InlineKeyboardMarkup, Message, User
from aiogram_dialog import Dialog, Window
from aiogram_dialog.api.entities import Context
from aiogram_dialog.widgets.kbd import Group, ScrollingGroup
from aiogram_dialog.widgets.text import Multi, Text
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl

from core.translator import Translator
from handlers.kit.screens import Say, SayEach
from handlers.kit.turn import Turn
from handlers.routers import routers
from mentoring.roles import Role
from mentoring.unit import Actor, Seat, Unit
from tests.guards.test_words import LOCALES, messages

NOW = datetime(2026, 12, 31, 20, 59, tzinfo=UTC)
VARIABLES = messages("ru")
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
    "latest",
}


@dataclass(frozen=True)
class Flavour:
    """One kind of data: how long words are, how many rows, how large numbers."""

    name: str
    words: str
    rows: int
    number: int


FLAVOURS = (
    Flavour("short", "Я", 1, 1),
    Flavour("usual", "Анна Сергеевна Петрова-Водкина", 3, 5),
    Flavour("long", "Очень длинное название школы с углублённым изучением " * 3, 40, 1234),
    Flavour("awkward", "<b>&\"'</b> \u202eקרוב\u200b 👩‍👩‍👧 {0} %s", 2, 0),
    Flavour("empty", "—", 0, 0),
)


@dataclass
class Manager:
    """As much of a dialog manager as widgets ask for while they render."""

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


def value(name: str, key: str, flavour: Flavour) -> Any:
    """A plausible value for an argument of a message."""
    if name in DATES or name.endswith("_on"):
        return date(2026, 9, 5)
    if name == "at" or name.endswith("_at"):
        return NOW
    if (key, name) in NUMERIC:
        return flavour.number
    return flavour.words


def _numeric_arguments() -> set[tuple[str, str]]:
    """Arguments that a message chooses a plural form or a number by."""
    found: set[tuple[str, str]] = set()

    def look(key: str, node: Any) -> None:
        if isinstance(node, ftl.SelectExpression) and isinstance(
            node.selector, ftl.VariableReference
        ):
            names = {getattr(v.key, "name", getattr(v.key, "value", "")) for v in node.variants}
            if names & {"one", "few", "many"} or any(str(n).isdigit() for n in names):
                found.add((key, node.selector.id.name))
        for child in vars(node).values():
            for one in child if isinstance(child, list) else [child]:
                if isinstance(one, ftl.BaseNode):
                    look(key, one)

    for file in sorted((LOCALES / "ru").glob("*.ftl")):
        for entry in FluentParser().parse(file.read_text(encoding="utf-8")).body:
            if isinstance(entry, ftl.Message):
                look(entry.id.name, entry)
    return found


TRANSLATOR = Translator(strict=True)
NUMERIC = _numeric_arguments()


def data_for(window: Window, flavour: Flavour) -> dict[str, Any]:
    """Everything the window's widgets name, of this flavour."""
    data: dict[str, Any] = {}
    for root in (window.text, window.keyboard):
        for widget in parts(root):
            if isinstance(widget, Say):
                for name in VARIABLES[widget.key]:
                    data[name] = value(name, widget.key, flavour)
            elif isinstance(widget, SayEach):
                row = {name: value(name, widget.key, flavour) for name in VARIABLES[widget.key]}
                data[widget.items] = [
                    {"id": number, "label": flavour.words[:64], **row}
                    for number in range(flavour.rows)
                ]
    return data


def manager(language: str, window: Window) -> Manager:
    seats = tuple(Seat(role, 1, "Школа № 5", "Europe/Moscow") for role in Role if role != "admin")
    actor = Actor(1, 1, "Анна", language, seats, is_admin=True)
    unit = Unit(session=None, now=NOW, actor=actor)  # type: ignore[arg-type]
    turn = Turn(1, 1, unit, TRANSLATOR.to(language), {})
    user = User(id=1, is_bot=False, first_name="Анна")
    event = Message(message_id=1, date=NOW, chat=Chat(id=1, type="private"), from_user=user)
    context = Context(_intent_id="abcdef", _stack_id="", state=window.get_state(), start_data={})
    return Manager({"turn": turn, "username": "bot", "event_from_user": user}, event, context)


@dataclass(frozen=True)
class Rendered:
    """What a phone would show."""

    state: str
    language: str
    flavour: str
    text: str
    keyboard: list[list[SimpleNamespace]]


class Data(dict[str, Any]):
    """The window's data; what no message names is a list of choices, or a condition that holds."""

    def __init__(self, data: dict[str, Any], flavour: Flavour) -> None:
        super().__init__(data)
        self.choices = [
            {"id": 10**15 + number, "label": flavour.words[:64]} for number in range(flavour.rows)
        ]

    def __missing__(self, key: str) -> Any:
        return self.choices

    def get(self, key: str, default: Any = None) -> Any:
        return self[key]


async def render(window: Window, language: str, flavour: Flavour) -> Rendered:
    here: Any = manager(language, window)
    data = Data(data_for(window, flavour), flavour)
    data["middleware_data"] = here.middleware_data
    text = await window.render_text(data, here)
    markup = await window.render_kbd(data, here)
    rows = markup.inline_keyboard if isinstance(markup, InlineKeyboardMarkup) else []
    keyboard = [
        [SimpleNamespace(text=button.text, data=button.callback_data or "") for button in row]
        for row in rows
    ]
    return Rendered(str(window.get_state().state), language, flavour.name, text, keyboard)
