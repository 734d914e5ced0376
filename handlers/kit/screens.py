"""Windows of the dialogs: words from the catalogue, choices that can also be typed."""

from collections.abc import Awaitable, Callable
from datetime import date, datetime
from html import escape
from typing import Any

from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.enums import ContentType
from aiogram.fsm.state import State
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.api.protocols import DialogProtocol
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Cancel, ScrollingGroup, Select, SwitchTo
from aiogram_dialog.widgets.text import Text

from handlers.kit.turn import remark, turn_of, words_of

# What a message may be given as an argument.
_PLAIN = (str, int, float, date, datetime)

Getter = Callable[..., Awaitable[dict[str, Any]]]
OnClick = Callable[[CallbackQuery, Button, DialogManager], Awaitable[None]]
OnChoice = Callable[[CallbackQuery, Any, DialogManager, Any], Awaitable[Any]]
OnText = Callable[[DialogManager, str], Awaitable[None]]


def arguments(data: dict[str, Any]) -> dict[str, Any]:
    """Of a window's data, what can stand in a message."""
    return {key: value for key, value in data.items() if isinstance(value, _PLAIN)}


class Say(Text):
    """A message of the catalogue; its arguments are the window's data of the same names."""

    def __init__(self, key: str, *, when: Any = None, plain: bool = False) -> None:
        super().__init__(when=when)
        self.key = key
        self.plain = plain

    async def _render_text(self, data: dict[str, Any], manager: DialogManager) -> str:
        words = words_of(manager)
        return (words.plain if self.plain else words)(self.key, **arguments(data))


class SayEach(Text):
    """A message for each row of `items` (dicts), a line each."""

    def __init__(self, key: str, items: str, *, separator: str = "\n", when: Any = None) -> None:
        super().__init__(when=when)
        self.key = key
        self.items = items
        self.separator = separator

    async def _render_text(self, data: dict[str, Any], manager: DialogManager) -> str:
        words = words_of(manager)
        return self.separator.join(words(self.key, **arguments(row)) for row in data[self.items])


class Label(Text):
    """The text of one choice: its item is a dict and `field` is words already."""

    def __init__(self, field: str = "label") -> None:
        super().__init__()
        self.field = field

    async def _render_text(self, data: dict[str, Any], manager: DialogManager) -> str:
        return str(data["item"][self.field])


def button(key: str, id: str, on_click: OnClick, *, when: Any = None) -> Button:  # noqa: A002
    return Button(Say(key, plain=True), id=id, on_click=on_click, when=when)


def go(key: str, id: str, state: State, *, when: Any = None) -> SwitchTo:  # noqa: A002
    """To another window of the same dialog."""
    return SwitchTo(Say(key, plain=True), id=id, state=state, when=when)


def leave(key: str = "button-cancel", *, when: Any = None) -> Cancel:
    """Close the dialog: the one below, at last the home screen, is shown again."""
    return Cancel(Say(key, plain=True), id="leave", when=when)


def choice(id: str, items: str, on_click: Any, *, when: Any = None) -> Select[Any]:  # noqa: A002
    """A button for each row of `items`: dicts with "id" and "label"."""
    return Select(
        Label(),
        id=id,
        item_id_getter=lambda row: row["id"],
        items=items,
        on_click=on_click,
        when=when,
    )


def pages(widget: Any, id: str, *, height: int = 8, width: int = 1) -> ScrollingGroup:  # noqa: A002
    """A long list of choices in pages."""
    return ScrollingGroup(widget, id=id, width=width, height=height, hide_on_single_page=True)


def typed(on_text: OnText, *, limit: int) -> MessageInput:
    """A typed answer of at most `limit` characters, stripped; longer ones are asked for again."""

    async def receive(message: Message, _widget: Any, manager: DialogManager) -> None:
        text = (message.text or "").strip()
        if not text:
            remark(manager, "input-empty")
        elif len(text) > limit:
            remark(manager, "input-too-long", limit=limit, length=len(text))
        else:
            await on_text(manager, text)

    return MessageInput(receive, content_types=[ContentType.TEXT])


class Screen(Window):
    """A window whose buttons can be typed: by their words, or by their number."""

    async def render_text(self, data: dict[str, Any], manager: DialogManager) -> str:
        text = await super().render_text(data, manager)
        turn = turn_of(manager)
        if turn.remark and isinstance(_event(manager), Message):
            return f"{escape(turn.remark, quote=False)}\n\n{text}"
        return text

    async def process_message(
        self, message: Message, dialog: DialogProtocol, manager: DialogManager
    ) -> bool:
        buttons = await self._buttons(dialog, manager) if message.text else []
        answer = _fold(message.text or "")
        named = next((button for button in buttons if _fold(button.text) == answer), None)
        if named is None and await super().process_message(message, dialog, manager):
            return True
        if not message.text:
            # Not for this window: a journey behind the dialogs may know what a file is for.
            raise SkipHandler
        pressed = named or _by_number(answer, buttons)
        if pressed is None:
            return self.not_understood(manager)
        callback = CallbackQuery(
            id="typed",
            from_user=message.from_user,  # type: ignore[arg-type]
            chat_instance="typed",
            message=message,
            data=(pressed.callback_data or "").split("\x1d", 1)[-1],
        ).as_(message.bot)
        return await self.process_callback(callback, dialog, manager)

    def not_understood(self, manager: DialogManager) -> bool:
        """A text that is neither an answer nor a button."""
        remark(manager, "input-not-understood")
        return False

    async def _buttons(
        self, dialog: DialogProtocol, manager: DialogManager
    ) -> list[InlineKeyboardButton]:
        data = await self.load_data(dialog, manager)
        markup = await self.render_kbd(data, manager)
        if not isinstance(markup, InlineKeyboardMarkup):
            return []
        return [button for row in markup.inline_keyboard for button in row if button.callback_data]


class OpenScreen(Screen):
    """A screen at which no answer is waited for: a text may be for a journey behind the dialogs."""

    def not_understood(self, manager: DialogManager) -> bool:
        raise SkipHandler


def _event(manager: DialogManager) -> Any:
    event = manager.event
    update = getattr(event, "update", None)
    return update.event if update is not None else event


def _fold(text: str) -> str:
    return " ".join(text.casefold().replace("\u0451", "\u0435").split())


def _by_number(answer: str, buttons: list[InlineKeyboardButton]) -> InlineKeyboardButton | None:
    if any(button.text.isdecimal() for button in buttons):
        return None  # Where the choices are numbers, a number means itself.
    if answer.isascii() and answer.isdecimal() and 1 <= int(answer[:6]) <= len(buttons):
        return buttons[int(answer) - 1]
    return None
