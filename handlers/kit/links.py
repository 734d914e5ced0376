"""Links that lead into the bot."""

from aiogram.utils.deep_linking import create_deep_link
from aiogram_dialog import DialogManager

from core.translator import Markup


def invite_link(manager: DialogManager, token: str) -> Markup:
    """t.me/<bot>?start=<token>, as text to copy and pass on."""
    username = manager.middleware_data["username"]
    return Markup(create_deep_link(username=username, link_type="start", payload=token))
