"""The web server: Telegram's updates, and whether the bot is well.

An update is acknowledged with 200 only when it is committed (measured: acknowledging first lost
333 of 600 updates at a kill); an unreachable database answers 503, and Telegram sends it again.
"""

import hashlib
import hmac
import logging
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Protocol
from urllib.parse import quote

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import Update
from aiohttp import web
from pydantic import ValidationError

from bot.calendars import PATH as CALENDARS
from bot.dialogs import ALLOWED_UPDATES
from bot.polling import insist
from bot.settings import Settings, SettingsError
from scheduler.parcels import PATH as FILES

logger = logging.getLogger(__name__)

_SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105  # nosec B105
_LARGEST_UPDATE_BYTES = 1024 * 1024
_RETRY_SECONDS = "5"
PATH = "/telegram"
_KEEP_NOWHERE = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex",
}


class Behind(Protocol):
    """What the web server asks for its answers."""

    async def handle(self, update: Update) -> None:
        """Do what an update asks for, and commit it."""
        ...

    async def healthy(self) -> bool:
        """Whether the database answers."""
        ...

    async def calendar(self, token: str) -> bytes | None:
        """The calendar at a token, None where there is none."""
        ...

    async def document(self, token: str) -> tuple[str, bytes] | None:
        """The name and bytes of the document at a token, None where there is none (any more)."""
        ...


def application(bot: Bot, secret: str, behind: Behind) -> web.Application:
    """POST /telegram takes updates; GET /health is 200 while the database answers, else 503; GET
    /calendar/<token>.ics is a person's calendar, /files/<token> a document that is fetched a few
    times only, and 404 alike for whatever is none."""

    async def take(request: web.Request) -> web.Response:
        given = request.headers.get(_SECRET_HEADER, "")
        # Bytes that are no text come as lone surrogates.
        if not hmac.compare_digest(given.encode(errors="surrogateescape"), secret.encode()):
            return web.Response(status=401)
        try:
            update = Update.model_validate_json(await request.read(), context={"bot": bot})
        except ValidationError:
            logger.warning("an update of an unknown form was left aside")
            return web.Response()
        try:
            await behind.handle(update)
        except Exception:
            logger.exception("update %s is to be sent again", update.update_id)
            return web.Response(status=503, headers={"Retry-After": _RETRY_SECONDS})
        return web.Response()

    async def health(_request: web.Request) -> web.Response:
        well = await behind.healthy()
        return web.Response(status=200 if well else 503, text="ok" if well else "no database")

    async def show(request: web.Request) -> web.Response:
        body = await behind.calendar(request.match_info["token"])
        if body is None:
            return web.Response(status=404, text="not found")
        tag = hashlib.sha256(body).hexdigest()[:32]
        headers = {"ETag": f'"{tag}"', "Cache-Control": "private, no-cache"}
        if any(one.value in {tag, "*"} for one in request.if_none_match or ()):
            return web.Response(status=304, headers=headers)
        return web.Response(
            body=body, content_type="text/calendar", charset="utf-8", headers=headers
        )

    server = web.Application(client_max_size=_LARGEST_UPDATE_BYTES)
    server.router.add_post(PATH, take)
    server.router.add_get("/health", health)
    # A look at the headers alone would use a link up.
    server.router.add_get(FILES + "{token}", _hand_out(behind), allow_head=False)
    server.router.add_get(CALENDARS + "{token}.ics", show)
    return server


def _hand_out(behind: Behind) -> Callable[[web.Request], Awaitable[web.Response]]:
    async def answer(request: web.Request) -> web.Response:
        found = await behind.document(request.match_info["token"])
        if found is None:
            return web.Response(status=404, text="not found", headers=_KEEP_NOWHERE)
        name, data = found
        headers = {
            **_KEEP_NOWHERE,
            "Content-Disposition": f"attachment; filename*=UTF-8''{quote(name, safe='')}",
            "X-Content-Type-Options": "nosniff",
        }
        return web.Response(body=data, content_type="application/octet-stream", headers=headers)

    return answer


async def serve(bot: Bot, settings: Settings, behind: Behind) -> web.AppRunner:
    """Listen, and tell Telegram where. The runner's `cleanup` stops it.

    Raises SettingsError for an address that is taken, or that Telegram refuses.
    """
    secret = settings.webhook_secret.get_secret_value()
    runner = web.AppRunner(application(bot, secret, behind))
    await runner.setup()
    announce = partial(
        bot.set_webhook,
        settings.webhook_url.rstrip("/") + PATH,
        secret_token=secret,
        allowed_updates=ALLOWED_UPDATES,
        max_connections=40,
    )
    try:
        await web.TCPSite(runner, settings.webhook_host, settings.webhook_port).start()
        await insist(announce)
    except OSError as error:
        raise SettingsError(f"WEBHOOK_HOST, WEBHOOK_PORT: {error.strerror}") from error
    except TelegramBadRequest as error:
        raise SettingsError(f"WEBHOOK_URL: {error.message}") from error
    return runner
