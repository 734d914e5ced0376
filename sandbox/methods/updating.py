"""Receiving updates: long polling and the webhook's settings."""

from __future__ import annotations

from urllib.parse import urlsplit

from sandbox.calls import Call
from sandbox.errors import bad_request
from sandbox.methods.registry import method
from sandbox.model import Json
from sandbox.webhook import SECRET, Webhook

MOST_CONNECTIONS = 100


def _kinds(call: Call) -> list[str] | None:
    kinds = call.json("allowed_updates")
    if kinds is None:
        return None
    if not isinstance(kinds, list):
        raise bad_request("can't parse allowed updates: expected an Array of String")
    return [str(kind) for kind in kinds]


@method("getUpdates")
async def get_updates(call: Call) -> bytes:
    """The encoded array of updates."""
    limit = call.integer("limit") or 100
    queue = call.bot.updates
    queue.set_allowed(_kinds(call))
    return await queue.get(
        call.integer("offset") or 0, max(1, min(limit, 100)), float(call.integer("timeout") or 0)
    )


@method("setWebhook")
async def set_webhook(call: Call) -> bool:
    """Deliver updates to a URL from now on; an empty one removes the webhook."""
    url = call.text("url")
    if not url:
        return await delete_webhook(call)
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise bad_request(f"bad webhook: invalid webhook URL specified: {url}")
    secret = call.text("secret_token")
    if secret and not SECRET.fullmatch(secret):
        raise bad_request("secret token contains unallowed characters")
    state, bot = call.state, call.bot
    await _stop(call)
    bot.updates.set_allowed(_kinds(call))
    if call.flag("drop_pending_updates"):
        bot.updates.drop_all()
    connections = max(1, min(call.integer("max_connections") or 40, MOST_CONNECTIONS))
    webhook = Webhook(state, bot, url, secret, connections)
    state.webhooks[bot.id] = webhook
    webhook.start()
    return True


@method("deleteWebhook")
async def delete_webhook(call: Call) -> bool:
    """Stop delivering; what was not confirmed stays for getUpdates."""
    await _stop(call)
    if call.flag("drop_pending_updates"):
        call.bot.updates.drop_all()
    return True


async def _stop(call: Call) -> None:
    if (webhook := call.state.webhooks.pop(call.bot.id, None)) is not None:
        await webhook.stop()


@method("getWebhookInfo")
def get_webhook_info(call: Call) -> Json:
    """The webhook and how it is doing."""
    info: Json = {
        "url": "",
        "has_custom_certificate": False,
        "pending_update_count": len(call.bot.updates),
    }
    if allowed := call.bot.updates.allowed:
        info["allowed_updates"] = sorted(allowed)
    if (webhook := call.state.webhooks.get(call.bot.id)) is not None:
        info |= webhook.info()
    return info


@method("logOut", "close")
async def close(call: Call) -> bool:
    """Accepted; there is no other server to move to."""
    await _stop(call)
    return True
