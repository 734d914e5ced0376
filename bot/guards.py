"""What stands before and behind every handler: stale presses, failures, people who are gone."""

import logging
from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware, Dispatcher, Router
from aiogram.filters import ExceptionTypeFilter
from aiogram.types import CallbackQuery, ErrorEvent, Message, TelegramObject
from aiogram_dialog import DialogManager, ShowMode
from aiogram_dialog.api.exceptions import OutdatedIntent, UnknownIntent, UnknownState
from aiogram_dialog.utils import REPLY_CALLBACK_SYMBOLS

from bot.screens import TAG_MARK
from core.errors import Refusal
from core.tokens import new_code
from handlers.kit import actions
from handlers.kit.navigation import go_home, show_current
from handlers.kit.turn import Turn, remark
from mentoring.notices import notice, plan

logger = logging.getLogger(__name__)

Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]
# What aiogram-dialog hides callback data in under reply keyboards, which this bot has none of.
_INVISIBLE = "".join(REPLY_CALLBACK_SYMBOLS)
# Callback data of an old screen, or forged, may name what no longer exists in the dialogs.
_STALE = (OutdatedIntent, UnknownIntent, UnknownState)


class ScreenTags(BaseMiddleware):
    """Takes the tag off a press; one made under another screen only shows what is there now.

    Buttons of notices have no tag: their actions hold at any time.
    """

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        turn: Turn = data["turn"]
        if isinstance(event, CallbackQuery) and not actions.known(event):
            plain, _, tag = (event.data or "").rpartition(TAG_MARK)
            event = event.model_copy(update={"data": plain}).as_(data["bot"])
            if tag != turn.rows.get("t"):
                turn.refresh = True
        return await handler(event, data)


class VisibleText(BaseMiddleware):
    """Takes invisible characters off the end of a text: aiogram-dialog reads them as a press."""

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        if isinstance(event, Message) and event.text:
            visible = event.text.rstrip(_INVISIBLE)
            if visible != event.text:
                event = event.model_copy(update={"text": visible}).as_(data["bot"])
        return await handler(event, data)


class StartAnew(BaseMiddleware):
    """Before a failure is told: state, rows and screens as they were before the update."""

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        if isinstance(event, ErrorEvent):
            await data["reload"](data["turn"], event.update)
        return await handler(event, data)


async def refreshing(event: TelegramObject, turn: Turn) -> bool:
    """Filter: the update is only to show the present screen."""
    return turn.refresh


async def refresh(event: TelegramObject, dialog_manager: DialogManager) -> None:
    remark(dialog_manager, "screen-refreshed")
    await _show_fresh(dialog_manager)


async def on_stale(error: ErrorEvent, dialog_manager: DialogManager) -> bool:
    remark(dialog_manager, "screen-refreshed")
    await _show_fresh(dialog_manager)
    return True


async def on_refusal(error: ErrorEvent, dialog_manager: DialogManager) -> bool:
    refusal = error.exception
    if isinstance(refusal, Refusal):
        remark(dialog_manager, refusal.key, **refusal.arguments)
    await _show_fresh(dialog_manager)
    return True


async def on_failure(error: ErrorEvent, turn: Turn, admin_ids: frozenset[int], **data: Any) -> bool:
    """An exception nobody foresaw: a code for the person, the details for the log."""
    code = new_code()
    logger.error("failure %s", code, exc_info=error.exception)
    unit = turn.unit
    await plan(
        unit,
        [
            notice(
                unit,
                unique=f"failure:{code}:{admin}",
                message="failure-report",
                chat_id=admin,
                args={"code": code, "kind": type(error.exception).__name__},
            )
            for admin in admin_ids
        ],
    )
    manager: DialogManager | None = data.get("dialog_manager")
    turn.remark = turn.words.plain("failure", code=code)
    if manager is not None:
        await _show_fresh(manager)
    return True


async def _show_fresh(manager: DialogManager) -> None:
    """The present screen: edited where the living one was pressed, else sent below."""
    turn: Turn = manager.middleware_data["turn"]
    event = getattr(manager.event, "update", None)
    pressed = event.callback_query if event is not None else manager.event
    if isinstance(pressed, CallbackQuery) and pressed.message is not None:
        if pressed.message.message_id == turn.living_message_id:
            await _show(manager, ShowMode.EDIT)
            return
        turn.drop_keyboards.add(pressed.message.message_id)
    await _show(manager, ShowMode.SEND)


async def _show(manager: DialogManager, mode: ShowMode) -> None:
    try:
        await show_current(manager, mode)
    except Refusal:
        # What the screen was about is gone, or no longer this person's.
        await go_home(manager, mode)


def first_router() -> Router:
    """Before all dialogs: updates that must change nothing."""
    router = Router(name="refresh")
    router.callback_query.register(refresh, refreshing)
    router.message.register(refresh, refreshing)
    return router


async def not_understood(event: TelegramObject, dialog_manager: DialogManager) -> None:
    remark(dialog_manager, "input-not-understood")
    await _show_fresh(dialog_manager)


async def unknown_press(event: TelegramObject, dialog_manager: DialogManager) -> None:
    remark(dialog_manager, "screen-refreshed")
    await _show_fresh(dialog_manager)


def last_router() -> Router:
    """After all dialogs: nothing is met with silence."""
    router = Router(name="rest")
    router.callback_query.register(unknown_press)
    router.message.register(not_understood)
    return router


def register(dispatcher: Dispatcher) -> None:
    """Hang the guards around the dialogs; called before they are set up."""
    dispatcher.message.outer_middleware(VisibleText())
    dispatcher.callback_query.outer_middleware(ScreenTags())
    dispatcher.errors.outer_middleware(StartAnew())
    dispatcher.errors.register(on_stale, ExceptionTypeFilter(*_STALE))
    dispatcher.errors.register(on_refusal, ExceptionTypeFilter(Refusal))
    dispatcher.errors.register(on_failure)
