"""Buttons under messages that the bot sends by itself: "name:argument" in the callback data."""

from collections.abc import Awaitable, Callable

from aiogram import Router
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager

from core.registers import enrol

Action = Callable[[DialogManager, str], Awaitable[None]]

ACTIONS: dict[str, Action] = {}


def action(name: str) -> Callable[[Action], Action]:
    """Register what a button does. The argument may be forged: the use case checks it."""

    def register(function: Action) -> Action:
        enrol(ACTIONS, name, function)
        return function

    return register


def number(argument: str) -> int:
    """An id out of callback data; 0, which no row has, for anything that is not one."""
    return int(argument) if argument.isascii() and argument.isdigit() and len(argument) < 19 else 0


def known(callback: CallbackQuery) -> bool:
    return (callback.data or "").partition(":")[0] in ACTIONS


async def pressed(callback: CallbackQuery) -> bool:
    """Filter; a coroutine, for aiogram runs plain functions in a thread each time."""
    return known(callback)


async def act(callback: CallbackQuery, dialog_manager: DialogManager) -> None:
    name, _, argument = (callback.data or "").partition(":")
    await ACTIONS[name](dialog_manager, argument)


def router() -> Router:
    created = Router(name="actions")
    created.callback_query.register(act, pressed)
    return created
