"""aiogram's FSM storage over the chat's row: read with the person, written in the same commit.

Everything of one chat lies in one JSON row held by the current turn, so a step of a dialog costs
no statement of its own. A value is a JSON copy: a handler's later change is not saved by chance.
"""

from collections.abc import Mapping
from typing import Any

import orjson
from aiogram.fsm.state import State
from aiogram.fsm.storage.base import BaseStorage, StateType, StorageKey

from handlers.kit.turn import CURRENT


class UnitStorage(BaseStorage):
    """State and data of the dialogs of the chat whose turn it is."""

    @staticmethod
    def _rows(key: StorageKey) -> dict[str, Any]:
        turn = CURRENT.get()
        if key.chat_id != turn.chat_id:
            raise LookupError("dialog state of another chat was asked for")
        return turn.rows

    async def set_state(self, key: StorageKey, state: StateType = None) -> None:
        rows = self._rows(key)
        name = state.state if isinstance(state, State) else state
        if name is not None:
            rows.setdefault(key.destiny, {})["s"] = name
        elif key.destiny in rows:
            rows[key.destiny].pop("s", None)
            _drop_empty(rows, key.destiny)

    async def get_state(self, key: StorageKey) -> str | None:
        state: str | None = self._rows(key).get(key.destiny, {}).get("s")
        return state

    async def set_data(self, key: StorageKey, data: Mapping[str, Any]) -> None:
        rows = self._rows(key)
        if data:
            rows.setdefault(key.destiny, {})["d"] = orjson.loads(orjson.dumps(dict(data)))
        elif key.destiny in rows:
            rows[key.destiny].pop("d", None)
            _drop_empty(rows, key.destiny)

    async def get_data(self, key: StorageKey) -> dict[str, Any]:
        data = self._rows(key).get(key.destiny, {}).get("d", {})
        copy: dict[str, Any] = orjson.loads(orjson.dumps(data))
        return copy

    async def close(self) -> None:
        """Nothing is held open."""


def _drop_empty(rows: dict[str, Any], destiny: str) -> None:
    if not rows[destiny]:
        del rows[destiny]
