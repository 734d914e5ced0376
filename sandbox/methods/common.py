"""What most methods begin with: the chat, the text, the keyboard, the message replied to."""

from __future__ import annotations

from typing import Any

from sandbox.calls import Call
from sandbox.entities import Entity, parse_html, trimmed, utf16
from sandbox.errors import bad_request, forbidden, migrated
from sandbox.keyboards import Markup, parse_markup
from sandbox.model import Chat, Json, Message, without_reply

TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024
_OPTIONS = (
    "protect_content", "disable_notification", "link_preview_options", "message_effect_id",
    "disable_web_page_preview", "allow_paid_broadcast",
)  # fmt: skip


def any_chat(call: Call, name: str = "chat_id") -> Chat:
    """The chat a call names, writable or not. Raises ApiError when there is none."""
    if not call.text(name):
        raise bad_request(f"{name} is empty")
    chat_id = call.integer(name)
    chat = call.bot.chats.get(chat_id) if chat_id is not None else None
    if chat is None:
        account = call.state.accounts.get(chat_id) if chat_id is not None else None
        if account is None:
            raise bad_request("chat not found")
        chat = call.state.private_chat(call.bot, account)
    if chat.migrated_to:
        raise migrated(chat.migrated_to)
    return chat


def open_chat(call: Call, name: str = "chat_id") -> Chat:
    """A chat the bot may write to. Raises ApiError (403) when it may not."""
    chat = any_chat(call, name)
    if chat.account is not None and chat.account.deactivated:
        raise forbidden("user is deactivated")
    if chat.blocked:
        raise forbidden(
            "bot was blocked by the user" if chat.private else "bot was kicked from the group chat"
        )
    if not chat.started:
        raise forbidden("bot can't initiate conversation with a user")
    return chat


def markup_of(call: Call, chat: Chat) -> Markup | None:
    """The keyboard of a call, checked."""
    raw = call.json("reply_markup")
    return None if raw is None else parse_markup(raw, private=chat.private)


def formatted(
    source: str, parse_mode: str, given: Any, limit: int, too_long: str
) -> tuple[str, list[Entity]]:
    """Text and entities after parsing, within ``limit`` UTF-16 code units."""
    mode = parse_mode.lower()
    if mode == "html":
        text, entities = parse_html(source)
    elif mode in {"markdown", "markdownv2"}:
        raise bad_request(f"can't parse entities: {parse_mode} is not implemented in this sandbox")
    elif mode:
        raise bad_request("unsupported parse_mode")
    else:
        text, entities = source, _given(given)
    text, entities = trimmed(text, entities)
    if utf16(text) > limit:
        raise bad_request(too_long)
    return text, entities


def _given(entities: Any) -> list[Entity]:
    if entities is None:
        return []
    if not isinstance(entities, list) or not all(
        isinstance(e, dict) and {"type", "offset", "length"} <= e.keys() for e in entities
    ):
        raise bad_request("can't parse entities: MessageEntity must be an Object")
    return entities


def text_of(call: Call) -> Json:
    """The text of a call as message content. Raises ApiError when empty or too long."""
    source = call.text("text")
    if not source:
        raise bad_request("message text is empty")
    text, entities = formatted(
        source, call.text("parse_mode"), call.json("entities"), TEXT_LIMIT, "message is too long"
    )
    if not text:
        raise bad_request("message text is empty")
    return {"text": text, "entities": entities} if entities else {"text": text}


def caption_of(params: dict[str, Any], given: Any) -> Json:
    """The caption among ``params`` as message content, empty when there is none."""
    source = params.get("caption")
    if not source:
        return {}
    caption, entities = formatted(
        str(source),
        str(params.get("parse_mode") or ""),
        given,
        CAPTION_LIMIT,
        "message caption is too long",
    )
    if not caption:
        return {}
    return {"caption": caption, "caption_entities": entities} if entities else {"caption": caption}


def reply_of(call: Call, chat: Chat) -> Json:
    """The message replied to, as message content. Raises ApiError when it is gone."""
    wanted = call.json("reply_parameters")
    lenient = call.flag("allow_sending_without_reply")
    if isinstance(wanted, dict):
        lenient = lenient or bool(wanted.get("allow_sending_without_reply"))
        target = wanted.get("message_id")
    else:
        target = call.integer("reply_to_message_id")
    if not target:
        return {}
    message = chat.messages.get(int(target))
    if message is None or message.deleted:
        if lenient:
            return {}
        raise bad_request("message to be replied not found")
    return {"reply_to_message": without_reply(message.data)}


def send(
    call: Call, chat: Chat, content: Json, markup: Markup | None, *, file: Any = None
) -> Message:
    """Put the bot's message into the chat and its history."""
    message = call.state.post(chat, call.bot.user(), content, from_bot=True, markup=markup)
    message.file = file
    message.options = {name: call.params[name] for name in _OPTIONS if name in call.params}
    if message.options:
        if call.flag("protect_content"):
            message.data["has_protected_content"] = True
        if preview := call.json("link_preview_options"):
            message.data["link_preview_options"] = preview
    call.state.log_message(message)
    return message


def message_of(call: Call, chat: Chat, missing: str, name: str = "message_id") -> Message:
    """An existing message of a chat. Raises ApiError with ``missing`` when there is none."""
    message_id = call.integer(name)
    if not message_id:
        raise bad_request("message identifier is not specified")
    message = chat.messages.get(message_id)
    if message is None or message.deleted:
        raise bad_request(missing)
    return message
