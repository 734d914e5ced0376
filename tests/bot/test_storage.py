"""The contract of aiogram's FSM storage, kept by ours on both databases."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager

import orjson
import pytest
from aiogram.fsm.state import State, StatesGroup
from aiogram.fsm.storage.base import StorageKey

from bot.storage import UnitStorage
from core.clock import SettableClock
from core.translator import Translator
from db.engines import Database
from db.queries import chats
from handlers.kit.turn import CURRENT, Turn
from mentoring.people.identity import stranger
from mentoring.unit import Unit

CHAT = 42
KEY = StorageKey(bot_id=1, chat_id=CHAT, user_id=CHAT)
OTHER = StorageKey(bot_id=1, chat_id=CHAT, user_id=CHAT, destiny="aiogd:stack:")


class Steps(StatesGroup):
    first = State()


Updates = Callable[[], AbstractAsyncContextManager[UnitStorage]]


@pytest.fixture
def update(database: Database, clock: SettableClock, translator: Translator) -> Updates:
    """One update's turn in one chat: loaded, worked on, saved and committed."""

    @asynccontextmanager
    async def turn() -> AsyncIterator[UnitStorage]:
        async with database.begin() as session:
            await chats.create(session, CHAT)
            loaded = await chats.load(session, CHAT)
            assert loaded is not None
            unit = Unit(session=session, now=clock.now(), actor=stranger(CHAT, ()))
            rows = orjson.loads(loaded.data)
            here = Turn(1, CHAT, unit, translator.to("ru"), rows)
            token = CURRENT.set(here)
            try:
                yield UnitStorage()
            finally:
                CURRENT.reset(token)
            await chats.save(session, CHAT, orjson.dumps(here.rows).decode())

    return turn


async def test_state_is_empty_then_set_then_cleared(update: Updates) -> None:
    async with update() as storage:
        assert await storage.get_state(KEY) is None
        await storage.set_state(KEY, Steps.first)
        assert await storage.get_state(KEY) == "Steps:first"
    async with update() as storage:
        assert await storage.get_state(KEY) == "Steps:first"
        await storage.set_state(KEY, None)
        await storage.set_state(KEY, None)
    async with update() as storage:
        assert await storage.get_state(KEY) is None


async def test_state_can_be_a_string(update: Updates) -> None:
    async with update() as storage:
        await storage.set_state(KEY, "anything")
        assert await storage.get_state(KEY) == "anything"


async def test_data_survives_the_update(update: Updates) -> None:
    async with update() as storage:
        assert await storage.get_data(KEY) == {}
        await storage.set_data(KEY, {"a": [1, {"b": None}], "имя": "Ёж"})
    async with update() as storage:
        assert await storage.get_data(KEY) == {"a": [1, {"b": None}], "имя": "Ёж"}


async def test_update_data_adds_and_get_value_reads(update: Updates) -> None:
    async with update() as storage:
        await storage.set_data(KEY, {"a": 1})
        assert await storage.update_data(KEY, {"b": 2}) == {"a": 1, "b": 2}
    async with update() as storage:
        assert await storage.get_value(KEY, "b") == 2
        assert await storage.get_value(KEY, "c", 7) == 7


async def test_destinies_are_apart(update: Updates) -> None:
    async with update() as storage:
        await storage.set_data(KEY, {"a": 1})
        await storage.set_data(OTHER, {"a": 2})
        await storage.set_data(KEY, {})
        assert await storage.get_data(KEY) == {}
        assert await storage.get_data(OTHER) == {"a": 2}


async def test_what_is_changed_afterwards_is_not_saved_by_chance(update: Updates) -> None:
    async with update() as storage:
        given = {"list": [1]}
        await storage.set_data(KEY, given)
        given["list"].append(2)
        read = await storage.get_data(KEY)
        read["list"].append(3)
        assert await storage.get_data(KEY) == {"list": [1]}


async def test_an_exception_leaves_everything_as_it_was(update: Updates) -> None:
    async with update() as storage:
        await storage.set_data(KEY, {"a": 1})
    with pytest.raises(RuntimeError):
        async with update() as storage:
            await storage.set_data(KEY, {"a": 2})
            raise RuntimeError
    async with update() as storage:
        assert await storage.get_data(KEY) == {"a": 1}


async def test_another_chat_is_out_of_reach(update: Updates) -> None:
    async with update() as storage:
        with pytest.raises(LookupError):
            await storage.get_data(StorageKey(bot_id=1, chat_id=43, user_id=43))


async def test_what_is_not_json_is_refused(update: Updates) -> None:
    async with update() as storage:
        with pytest.raises(TypeError):
            await storage.set_data(KEY, {"a": object()})
