"""The people's API over HTTP, and the server as a process of its own."""

import asyncio
import base64
import signal
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from aiogram import Bot
from aiogram.types import BufferedInputFile, InlineKeyboardButton, InlineKeyboardMarkup

from sandbox import Person, Sandbox

ROOT = Path(__file__).parents[2]


class Remote:
    """A caller in another process."""

    def __init__(self, session: aiohttp.ClientSession, url: str) -> None:
        self.session = session
        self.url = url

    async def get(self, path: str, **query: Any) -> Any:
        return await self._call("GET", path, params=query)

    async def post(self, path: str, **args: Any) -> Any:
        return await self._call("POST", path, json=args)

    async def _call(self, method: str, path: str, **options: Any) -> Any:
        async with self.session.request(method, f"{self.url}/sandbox/{path}", **options) as answer:
            if answer.content_type != "application/json":
                return await answer.read()
            data = await answer.json()
            return data if answer.status == 200 else (answer.status, data["error"])


@pytest.fixture
async def remote(world: Sandbox) -> AsyncIterator[Remote]:
    async with aiohttp.ClientSession() as session:
        yield Remote(session, world.url)


async def test_a_person_from_afar(world: Sandbox, bot: Bot, remote: Remote) -> None:
    vera = await remote.post("people", first_name="Вера", username="vera", user_id=555)
    assert vera == {"id": 555, "name": "Вера"}
    assert await remote.get("people") == [vera]
    await remote.post("people/555/start", payload="inv1")
    buttons = [[InlineKeyboardButton(text="Да", callback_data="yes")]]
    await bot.send_message(
        555, "<b>Идёт</b>?", parse_mode="HTML",
        reply_markup=InlineKeyboardMarkup(inline_keyboard=buttons),
    )  # fmt: skip
    view = await remote.get("people/555/chat")
    assert view["screen"] == "Идёт?" and view["buttons"] == ["Да"]
    assert [m["text"] for m in view["messages"]] == ["/start inv1", "Идёт?"]
    assert [e["kind"] for e in view["events"]] == ["message", "message"]
    press = await remote.post("people/555/press", button="Да")
    assert press == {"pressed": "Да", "answered": False, "toast": None}
    data = base64.b64encode(b"a;b").decode()
    await remote.post("people/555/send_file", name="x.csv", data=data, caption="вот")
    updates = [u.event_type for u in await bot.get_updates(timeout=0)]
    assert updates == ["message", "callback_query", "message"]
    assert "Вера → pressed: «Да»" in (await remote.get("people/555/transcript")).decode()
    found = await remote.get("people/555/wait", text="Идёт", since=0)
    assert found["rows"][0][0]["callback_data"] == "yes"


async def test_every_action_is_reachable(bot: Bot, anna: Person, remote: Remote) -> None:
    async def act(name: str, **args: Any) -> Any:
        return await remote.post(f"people/{anna.id}/{name}", **args)

    mine = await act("send", text="раз")
    await act("edit", message_id=mine["id"], text="два")
    await act("forward", message_id=mine["id"])
    await act("send_voice", text="ogg", seconds=4)
    await act("send_video", text="mp4")
    await act("send_sticker")
    await act("send_contact", phone="+7900")
    await act("send_location", latitude=1, longitude=2)
    await act("press_raw", data="x", message_id=mine["id"])
    await act("block")
    await act("unblock")
    kinds = [u.event_type for u in await bot.get_updates(timeout=0)]
    assert kinds.count("message") == 7 and kinds.count("my_chat_member") == 2
    await act("deactivate")
    assert await act("send", text="?") == (400, "SandboxError: Анна Петрова is deactivated")


async def test_waiting_figures_and_orders(world: Sandbox, bot: Bot, remote: Remote) -> None:
    vera = await remote.post("people", first_name="Вера")
    await remote.post(f"people/{vera['id']}/start")
    status, error = await remote.post("settle", timeout=0.01)
    assert status == 400 and "1 updates unconfirmed" in error
    await bot.get_updates(offset=2, timeout=0)
    assert await remote.post("settle") == {"settled": True}
    await remote.post("clock", now="2027-01-01T10:00:00+03:00")
    assert world.clock.now().hour == 7
    await remote.post("faults", kind="error", times=2, text="Bad Request: нет")
    with pytest.raises(Exception, match="нет"):
        await bot.send_message(vera["id"], "x")
    assert await remote.post("faults/clear") == {"ordered": 0}
    limits = await remote.post("limits", chat_burst=1)
    assert limits["overall"] == 30
    await bot.send_message(vera["id"], "x")
    with pytest.raises(Exception, match="retry after"):
        await bot.send_message(vera["id"], "x")
    stats = await remote.get("stats")
    assert (stats["refused_429"], stats["calls"], stats["updates"]) == (1, 3, 1)
    refused = await remote.get("calls", refused=1)
    assert [record["code"] for record in refused] == [400, 429]
    assert (await remote.post("limits"))["per_chat"] is None
    assert await remote.post("latency", sendMessage=0.001) == {"sendMessage": 0.001}
    assert await remote.post("redeliver", count=1) == {"redelivered": 1}


async def test_groups_from_afar(world: Sandbox, bot: Bot, anna: Person, remote: Remote) -> None:
    group = await remote.post("groups", title="Штаб", members=[anna.id])
    await remote.post(f"groups/{group['id']}/send", person=anna.id, text="тут")
    upgraded = await remote.post(f"groups/{group['id']}/upgrade")
    await bot.send_message(upgraded["id"], "теперь супергруппа")
    chat = await remote.post(f"groups/{upgraded['id']}/chat")
    assert chat[-1]["text"] == "теперь супергруппа"


async def test_files_are_served_without_running(
    world: Sandbox, bot: Bot, anna: Person, remote: Remote
) -> None:
    page = b"<script>alert(1)</script>"
    sent = await bot.send_document(anna.id, BufferedInputFile(page, "x.html"))
    assert sent.document is not None
    url = f"{world.url}/sandbox/files/{sent.document.file_id}"
    async with remote.session.get(url) as answer:
        assert answer.content_type == "application/octet-stream"
        assert await answer.read() == page
    assert (await remote.get("files/nothing"))[0] == 400


@pytest.mark.parametrize(
    ("path", "args", "status"),
    [
        ("nowhere", {}, 404),
        ("people/1/send", {"text": "x"}, 400),
        ("people/abc/send", {"text": "x"}, 400),
        ("people", {}, 400),
        ("people", {"first_name": "x", "shoe_size": 41}, 400),
        ("people", {"first_name": "x", "user_id": -1}, 400),
        ("clock", {"now": "yesterday"}, 400),
        ("faults", {"kind": "explode"}, 400),
        ("groups/5/send", {"person": 1}, 400),
    ],
)
async def test_nonsense_is_refused(
    remote: Remote, path: str, args: dict[str, Any], status: int
) -> None:
    assert (await remote.post(path, **args))[0] == status


async def test_pages_of_other_sites_cannot_use_it(world: Sandbox, remote: Remote) -> None:
    for origin, status in ((world.url, 200), ("https://evil.example", 403)):
        async with remote.session.get(
            f"{world.url}/sandbox/people", headers={"Origin": origin}
        ) as answer:
            assert answer.status == status
    async with remote.session.get(world.url) as answer:
        assert answer.content_type == "text/html" and "script" in await answer.text()


async def test_it_runs_on_its_own(new_bot) -> None:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "sandbox", "--port", "0", "--person", "Вера",
        cwd=ROOT, stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    assert process.stderr is not None
    line = (await asyncio.wait_for(process.stderr.readline(), 20)).decode()
    url = line.removeprefix("BOT_API_URL=").split()[0]
    async with aiohttp.ClientSession() as session:
        far = Remote(session, url)
        (vera,) = await far.get("people")
        await far.post(f"people/{vera['id']}/start")
        assert (await far.get("stats"))["updates_pending"] == 1
    process.send_signal(signal.SIGTERM)
    assert await asyncio.wait_for(process.wait(), 10) == 0


async def test_a_killed_bot_gets_its_updates_again(world: Sandbox, anna: Person) -> None:
    """A process polls, takes an update and dies: the next one gets the same update."""
    poll = f"{world.url}/bot{world.token}/getUpdates"
    code = (
        "import sys, time, urllib.request;"
        f"print(urllib.request.urlopen('{poll}?offset=2&timeout=20').read().decode(), flush=True);"
        "time.sleep(60)"
    )
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", code, stdout=asyncio.subprocess.PIPE
    )
    await anna.send("не потеряйте")
    assert process.stdout is not None
    taken = await asyncio.wait_for(process.stdout.readline(), 20)
    process.kill()
    await process.wait()
    assert world.updates_pending() == 1
    async with aiohttp.ClientSession() as session, session.get(f"{poll}?offset=2") as answer:
        assert await answer.read() == taken.strip()
