"""All conversations, in the order in which an update is offered to them."""

from functools import lru_cache
from secrets import token_urlsafe

from aiogram import Dispatcher
from aiogram.fsm.storage.memory import DisabledEventIsolation
from aiogram_dialog import setup_dialogs
from aiogram_dialog.api.entities import stack

from bot import guards
from bot.screens import CollectedScreens
from bot.storage import UnitStorage
from handlers.routers import routers

# Everything else (edits, channels, inline queries) is not asked for.
ALLOWED_UPDATES = ["message", "callback_query", "my_chat_member"]


def _context_id() -> str:
    """Six random characters to name a context by.

    The library makes its own of the second and one of a hundred numbers, so two dialogs opened in
    one update (home, and one upon it) would share a name once in a hundred times.
    """
    return token_urlsafe(6)[:6]


@lru_cache(maxsize=1)
def build(admin_ids: frozenset[int]) -> Dispatcher:
    """A dispatcher with every dialog; it keeps no state of its own between updates.

    So bots of one process, as in tests, share it: registering thousands of handlers takes long.

    The chat's lock is taken by the runner, so neither aiogram nor the dialogs lock anything.
    """
    stack.new_id = _context_id
    isolation = DisabledEventIsolation()
    dispatcher = Dispatcher(storage=UnitStorage(), events_isolation=isolation, admin_ids=admin_ids)
    guards.register(dispatcher)
    dispatcher.include_router(guards.first_router())
    for router in routers():
        dispatcher.include_router(router)
    dispatcher.include_router(guards.last_router())
    setup_dialogs(dispatcher, message_manager=CollectedScreens(), events_isolation=isolation)
    return dispatcher
