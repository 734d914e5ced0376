"""One call from its arguments to its answer: faults, latency, limits, the method, the log."""

from __future__ import annotations

import asyncio
import logging
import time
from dataclasses import dataclass
from http import HTTPStatus
from inspect import isawaitable
from typing import Any

import orjson

import sandbox.methods  # noqa: F401  (fills the registry)
from sandbox.calls import Call, CallRecord
from sandbox.errors import ApiError, bad_request, too_many
from sandbox.faults import Fault
from sandbox.files import Upload
from sandbox.methods.registry import METHODS, Method
from sandbox.model import BotAccount
from sandbox.state import State

log = logging.getLogger(__name__)
_PREFIX = b'{"ok":true,"result":'


@dataclass(slots=True)
class Reply:
    """What goes back over the wire; ``dropped`` means the connection is cut instead."""

    status: int = 200
    body: bytes = b""
    html: bool = False
    dropped: bool = False
    retry_after: int = 0


class _Struck(Exception):
    """A fault that answers in place of the method."""

    def __init__(self, fault: Fault, reply: Reply) -> None:
        super().__init__(fault.kind)
        self.reply = reply


def failure(error: ApiError) -> Reply:
    """The answer for a refused call."""
    seconds = (error.parameters or {}).get("retry_after", 0)
    return Reply(error.code, orjson.dumps(error.body()), retry_after=seconds)


class Dispatcher:
    """Carries out calls."""

    def __init__(self, state: State) -> None:
        self._state = state

    async def execute(
        self, bot: BotAccount, name: str, params: dict[str, Any], files: dict[str, Upload]
    ) -> Reply:
        """Carry out one call and log it."""
        state, started = self._state, time.monotonic()
        method = METHODS.get(name.lower())
        if method is None:
            return failure(ApiError(404, "Not Found"))
        call = Call(state, bot, method.name, params, files)
        chat_id = call.integer("chat_id") or 0
        record = CallRecord(0, method.name, chat_id, params, state.clock.now())
        polling = method.name == "getUpdates"
        try:
            reply = await self._answer(call, method, chat_id, record)
        except ApiError as error:
            record.code, record.error = error.code, error.description
            reply = failure(error)
        except _Struck as struck:
            reply = struck.reply
            record.code, record.error = reply.status, f"fault: {struck}"
        record.ok = not record.error
        if not polling or not record.ok:
            record.took = time.monotonic() - started
            state.calls.add(record)
        return reply

    async def _answer(self, call: Call, method: Method, chat_id: int, record: CallRecord) -> Reply:
        state = self._state
        fault = state.faults.take(method.name, chat_id) if state.faults else None
        pause = self._latency(method.name) / 2 if state.latency else 0.0
        if pause:
            await asyncio.sleep(pause)
        if fault is not None and fault.kind != "drop_after":
            await _strike(fault)
        if method.cost != "free":
            amount = method.amount(call) if method.amount is not None else 1
            wait = state.pacer.admit(chat_id, amount=amount, edit=method.cost == "edit")
            if wait:
                raise too_many(wait)
        record.result = result = await _carry_out(method, call)
        if fault is not None:
            raise _Struck(fault, Reply(dropped=True))
        if pause:
            await asyncio.sleep(pause)
        encoded = result if isinstance(result, bytes) else orjson.dumps(result)
        return Reply(body=_PREFIX + encoded + b"}")

    def _latency(self, name: str) -> float:
        latency = self._state.latency
        if name in latency:
            return latency[name]
        return 0.0 if name == "getUpdates" else latency.get("*", 0.0)


async def _carry_out(method: Method, call: Call) -> Any:
    """The method's result. Arguments of a wrong shape are refused, not a crash of the server."""
    try:
        result = method.handler(call)
        return await result if isawaitable(result) else result
    except (TypeError, ValueError, KeyError, AttributeError, OverflowError) as error:
        log.warning("%s(%.300s) could not be read", method.name, call.params, exc_info=error)
        raise bad_request(f"wrong arguments: {type(error).__name__}: {error}") from error


async def _strike(fault: Fault) -> None:
    """Answer as the fault says. Raises ApiError or _Struck."""
    if fault.kind == "retry_after":
        raise too_many(int(fault.seconds))
    if fault.kind == "error":
        raise ApiError(fault.code or 400, fault.text or "Bad Request: ordered failure")
    if fault.kind == "http":
        code = fault.code or 500
        raise ApiError(code, fault.text or HTTPStatus(code).phrase)
    if fault.kind == "html":
        code = fault.code or 502
        title = f"{code} {HTTPStatus(code).phrase}"
        page = f"<html><head><title>{title}</title></head><body>{title}</body></html>"
        raise _Struck(fault, Reply(code, page.encode(), html=True))
    if fault.kind == "hang":
        await asyncio.sleep(fault.seconds)
    raise _Struck(fault, Reply(dropped=True))
