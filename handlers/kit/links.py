"""Links that lead into the bot."""

from aiogram.utils.deep_linking import create_deep_link
from aiogram_dialog import DialogManager

from core.translator import Markup


async def invite_link(manager: DialogManager, token: str) -> Markup:
    """t.me/<bot>?start=<token>, as text to copy and pass on."""
    me = await manager.middleware_data["bot"].me()
    return Markup(create_deep_link(username=me.username, link_type="start", payload=token))
