"""Nonsense over the wire: always a JSON answer, never a crash of the server."""

import asyncio
import json
import logging
from typing import Any

import aiohttp
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sandbox import Sandbox
from sandbox.methods.registry import METHODS

NAMES = [
    "chat_id", "text", "message_id", "message_ids", "reply_markup", "entities", "parse_mode",
    "caption", "media", "document", "photo", "from_chat_id", "reply_parameters", "options",
    "question", "callback_query_id", "offset", "limit", "allowed_updates", "commands", "scope",
    "reaction", "user_id", "link_preview_options", "menu_button", "phone_number", "first_name",
    "latitude", "longitude", "file_id", "url", "name", "max_connections",
]  # fmt: skip
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8)
    | st.sampled_from([100001, 2, "HTML", "keyboard", "https://a.ru", "<b>"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(
        st.sampled_from(["inline_keyboard", "keyboard", "text", "type", "message_id", "media",
                         "callback_data", "url", "offset", "length", "command", "emoji"]),
        inner, max_size=3),
    max_leaves=8,
)  # fmt: skip
SPARED = {"getupdates", "setwebhook", "leavechat"}


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    method=st.sampled_from(sorted(METHODS.keys() - SPARED)),
    params=st.dictionaries(st.sampled_from(NAMES), VALUES, max_size=6),
)
def test_any_arguments_get_an_answer(method: str, params: dict[str, Any]) -> None:
    async def call() -> None:
        async with Sandbox() as world, aiohttp.ClientSession() as session:
            await world.person("Анна").start()
            body = {"chat_id": 100001, "message_id": 1, **params}
            url = f"{world.url}/bot{world.token}/{method}"
            async with session.post(url, json=body) as answer:
                told = json.loads(await answer.read())
                assert answer.status in {200, 400, 403, 404}, told
                assert told["ok"] is (answer.status == 200)

    logging.disable(logging.WARNING)
    try:
        asyncio.run(call())
    finally:
        logging.disable(logging.NOTSET)


@pytest.mark.parametrize(
    ("headers", "body", "status"),
    [
        ({"Content-Type": "application/json"}, b"{", 400),
        ({"Content-Type": "application/json"}, b"[1]", 400),
        ({"Content-Type": "multipart/form-data; boundary=x"}, b"not a form", 400),
        ({"Content-Type": "multipart/form-data"}, b"no boundary", 400),
        ({"Content-Type": "text/plain"}, b"chat_id=1", 400),
        ({"Content-Type": "application/x-www-form-urlencoded"}, b"%ff=%ff&chat_id=%zz", 400),
    ],
)
async def test_broken_bodies(
    world: Sandbox, headers: dict[str, str], body: bytes, status: int
) -> None:
    url = f"{world.url}/bot{world.token}/sendMessage"
    async with (
        aiohttp.ClientSession() as session,
        session.post(url, data=body, headers=headers) as answer,
    ):
        assert answer.status == status
        assert (await answer.json())["ok"] is False
    assert world.calls.in_progress == 0
