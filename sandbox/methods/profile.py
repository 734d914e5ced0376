"""The bot itself: its name, descriptions, commands, menu button."""

from __future__ import annotations

import re
from typing import Any

from sandbox.calls import Call
from sandbox.errors import bad_request
from sandbox.methods.common import any_chat
from sandbox.methods.registry import method
from sandbox.model import Json

_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
_SCOPES = {
    "default", "all_private_chats", "all_group_chats", "all_chat_administrators", "chat",
    "chat_administrators", "chat_member",
}  # fmt: skip
_LIMITS = {"name": 64, "description": 512, "short_description": 120}


@method("getMe")
def get_me(call: Call) -> Json:
    """The bot's own user."""
    return {
        **call.bot.user(),
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


def _scope(call: Call) -> tuple[str, str]:
    scope: Any = call.json("scope") or {"type": "default"}
    kind = scope.get("type") if isinstance(scope, dict) else None
    if kind not in _SCOPES:
        raise bad_request("can't parse BotCommandScope: unsupported type specified")
    target = ":".join(str(scope[key]) for key in ("chat_id", "user_id") if key in scope)
    return f"{kind}:{target}" if target else str(kind), call.text("language_code")


@method("setMyCommands")
def set_my_commands(call: Call) -> bool:
    """The command list of one scope and language."""
    commands = call.json("commands")
    if not isinstance(commands, list):
        raise bad_request("can't parse commands: expected an Array of BotCommand")
    if len(commands) > 100:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    for item in commands:
        if not isinstance(item, dict) or not _COMMAND.fullmatch(str(item.get("command", ""))):
            raise bad_request("BOT_COMMAND_INVALID")
        if not 1 <= len(str(item.get("description", ""))) <= 256:
            raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    call.bot.commands[_scope(call)] = commands
    return True


@method("getMyCommands")
def get_my_commands(call: Call) -> list[Json]:
    """The command list of exactly this scope and language."""
    return call.bot.commands.get(_scope(call), [])


@method("deleteMyCommands")
def delete_my_commands(call: Call) -> bool:
    """Remove a command list."""
    call.bot.commands.pop(_scope(call), None)
    return True


def _set(call: Call, field: str) -> bool:
    value = call.text(field)
    if len(value) > _LIMITS[field]:
        raise bad_request(f"{field.replace('_', ' ')} is too long")
    call.bot.profile[(field, call.text("language_code"))] = value
    if field == "name" and value and not call.text("language_code"):
        call.bot.first_name = value
    return True


def _get(call: Call, field: str) -> Json:
    profile = call.bot.profile
    value = profile.get((field, call.text("language_code"))) or profile.get((field, ""), "")
    return {field: value or (call.bot.first_name if field == "name" else "")}


@method("setMyName")
def set_my_name(call: Call) -> bool:
    """The name in one language."""
    return _set(call, "name")


@method("setMyDescription")
def set_my_description(call: Call) -> bool:
    """What an empty chat shows."""
    return _set(call, "description")


@method("setMyShortDescription")
def set_my_short_description(call: Call) -> bool:
    """What the profile shows."""
    return _set(call, "short_description")


@method("getMyName")
def get_my_name(call: Call) -> Json:
    """The name in one language."""
    return _get(call, "name")


@method("getMyDescription")
def get_my_description(call: Call) -> Json:
    """What an empty chat shows."""
    return _get(call, "description")


@method("getMyShortDescription")
def get_my_short_description(call: Call) -> Json:
    """What the profile shows."""
    return _get(call, "short_description")


@method("setChatMenuButton")
def set_chat_menu_button(call: Call) -> bool:
    """The button beside the input field, of one chat or of all."""
    button = call.json("menu_button") or {"type": "default"}
    if call.text("chat_id"):
        any_chat(call).menu_button = button
    else:
        call.bot.menu_button = button
    return True


@method("getChatMenuButton")
def get_chat_menu_button(call: Call) -> Json:
    """The button beside the input field."""
    if not call.text("chat_id"):
        return call.bot.menu_button
    button = any_chat(call).menu_button
    return call.bot.menu_button if button.get("type") == "default" else button
