"""The HTTP side: the Bot API, file downloads, the people's API and the chat page."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path
from urllib.parse import unquote

import orjson
from aiohttp import hdrs, web

from sandbox.dispatch import Dispatcher, Reply, failure
from sandbox.errors import ApiError
from sandbox.requests import parse_body
from sandbox.state import State

PAGE = Path(__file__).with_name("page.html")
Control = Callable[[web.BaseRequest, str], Awaitable[web.Response]]
_JSON = "application/json"


class Server:
    """Listens on one port. A low-level server: the routes are three prefixes."""

    def __init__(self, state: State, dispatcher: Dispatcher, control: Control) -> None:
        self._state = state
        self._dispatcher = dispatcher
        self._control = control
        self._runner: web.ServerRunner | None = None
        self.url = ""

    async def start(self, host: str, port: int) -> str:
        """Listen; port 0 takes a free one. The URL to give to a bot."""
        server = web.Server(self._handle, access_log=None, keepalive_timeout=75.0)
        self._runner = web.ServerRunner(server, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, host, port, backlog=1024)
        await site.start()
        name, number = self._runner.addresses[0][:2]
        self.url = f"http://[{name}]:{number}" if ":" in name else f"http://{name}:{number}"
        return self.url

    async def stop(self) -> None:
        """Stop listening and cut what is open."""
        for bot in self._state.bots:
            bot.updates.stop_poll("the sandbox is stopping")
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    async def _handle(self, request: web.BaseRequest) -> web.StreamResponse:
        path = request.rel_url.raw_path
        if path.startswith("/bot"):
            return await self._api(request, path[4:])
        if path.startswith("/file/bot"):
            return self._download(path[9:])
        if path.startswith("/sandbox/"):
            return await self._control(request, path[9:])
        if path == "/":
            return web.Response(body=PAGE.read_bytes(), content_type="text/html", charset="utf-8")
        return _response(failure(ApiError(404, "Not Found")))

    async def _api(self, request: web.BaseRequest, path: str) -> web.StreamResponse:
        token, slash, method = path.partition("/")
        waiting = method.lower() == "getupdates"
        if not waiting:
            self._state.calls.enter()
        try:
            bot = self._state.bot_for(unquote(token)) if slash else None
            if bot is None:
                raise ApiError(404, "Not Found")
            params, files = await parse_body(request)
            if request.query_string:
                params = {**request.query, **params}
            reply = await self._dispatcher.execute(bot, method, params, files)
        except ApiError as error:
            reply = failure(error)
        finally:
            if not waiting:
                self._state.calls.leave()
        if reply.dropped and request.transport is not None:
            request.transport.abort()
        return _response(reply)

    def _download(self, path: str) -> web.StreamResponse:
        token, _, name = path.partition("/")
        try:
            bot = self._state.bot_for(unquote(token))
        except ApiError as error:
            return _response(failure(error))
        file = self._state.files.at_path(bot.id, unquote(name))
        if file is None:
            return _response(failure(ApiError(404, "Not Found: file not found")))
        return web.Response(body=file.data, content_type="application/octet-stream")


def _response(reply: Reply) -> web.Response:
    kind = "text/html" if reply.html else _JSON
    response = web.Response(body=reply.body, status=reply.status, headers={hdrs.CONTENT_TYPE: kind})
    if reply.retry_after:
        response.headers[hdrs.RETRY_AFTER] = str(reply.retry_after)
    return response


def json_response(value: object, status: int = 200) -> web.Response:
    """Any value as JSON."""
    return web.Response(body=orjson.dumps(value), status=status, content_type=_JSON)
