"""All conversations, in the order in which an update is offered to them."""

from aiogram import Dispatcher
from aiogram.fsm.storage.memory import DisabledEventIsolation
from aiogram_dialog import setup_dialogs

from bot import guards
from bot.screens import CollectedScreens
from bot.storage import UnitStorage
from handlers.routers import routers

# Everything else (edits, channels, inline queries) is not asked for.
ALLOWED_UPDATES = ["message", "callback_query", "my_chat_member"]


def build(admin_ids: frozenset[int]) -> Dispatcher:
    """A dispatcher with every dialog; it keeps no state of its own between updates.

    The chat's lock is taken by the runner, so neither aiogram nor the dialogs lock anything.
    """
    isolation = DisabledEventIsolation()
    dispatcher = Dispatcher(storage=UnitStorage(), events_isolation=isolation, admin_ids=admin_ids)
    guards.register(dispatcher)
    dispatcher.include_router(guards.first_router())
    for router in routers():
        dispatcher.include_router(router)
    dispatcher.include_router(guards.last_router())
    setup_dialogs(dispatcher, message_manager=CollectedScreens(), events_isolation=isolation)
    return dispatcher
