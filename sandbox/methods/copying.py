"""Copies and forwards."""

from __future__ import annotations

from sandbox.calls import Call
from sandbox.errors import bad_request
from sandbox.files import describe
from sandbox.keyboards import Markup
from sandbox.methods.common import (
    any_chat,
    caption_of,
    markup_of,
    message_of,
    open_chat,
    reply_of,
    send,
)
from sandbox.methods.registry import method
from sandbox.model import MEDIA, Chat, Json, Message

_COPIED = ("text", "entities", "caption", "caption_entities", "contact", "location", "poll", *MEDIA)


def _content(call: Call, message: Message) -> Json:
    content = {key: message.data[key] for key in _COPIED if key in message.data}
    file = message.file
    if file is not None and file.kind in content and file.kind != "sticker":
        content[file.kind] = describe(file, call.state.files.issue(call.bot.id, file))
    return content


def _copy(call: Call, source: Message, chat: Chat, markup: Markup | None) -> Json:
    content = _content(call, source)
    if not content:
        raise bad_request("message can't be copied")
    if "caption" in call.params and source.file is not None:
        content.pop("caption", None)
        content.pop("caption_entities", None)
        content |= caption_of(call.params, call.json("caption_entities"))
    content |= reply_of(call, chat)
    return {"message_id": send(call, chat, content, markup, file=source.file).id}


def _many(call: Call) -> list[int]:
    ids = call.json("message_ids")
    if not isinstance(ids, list) or not 1 <= len(ids) <= 100:
        raise bad_request("message identifiers are not specified")
    return [int(i) for i in ids]


def _count(call: Call) -> int:
    ids = call.json("message_ids")
    return len(ids) if isinstance(ids, list) else 1


@method("copyMessage", cost="send")
def copy_message(call: Call) -> Json:
    """The content of a message as a new one, without its author and keyboard."""
    chat, source_chat = open_chat(call), any_chat(call, "from_chat_id")
    source = message_of(call, source_chat, "message to copy not found")
    return _copy(call, source, chat, markup_of(call, chat))


@method("copyMessages", cost="send", amount=_count)
def copy_messages(call: Call) -> list[Json]:
    """Several copies; what cannot be copied is skipped."""
    chat, source_chat = open_chat(call), any_chat(call, "from_chat_id")
    found = [source_chat.messages.get(i) for i in _many(call)]
    kept = [m for m in found if m is not None and not m.deleted and _content(call, m)]
    if not kept:
        raise bad_request("there are no messages to copy")
    return [_copy(call, message, chat, None) for message in kept]


def _forward(call: Call, source: Message, chat: Chat) -> Json:
    if source.data.get("has_protected_content"):
        raise bad_request("message can't be forwarded")
    origin = {
        "type": "user",
        "sender_user": source.data["from"],
        "date": source.data["date"],
    }
    content = {**_content(call, source), "forward_origin": origin}
    return send(call, chat, content, None, file=source.file).data


@method("forwardMessage", cost="send")
def forward_message(call: Call) -> Json:
    """A message with its author's name."""
    chat, source_chat = open_chat(call), any_chat(call, "from_chat_id")
    source = message_of(call, source_chat, "message to forward not found")
    return _forward(call, source, chat)


@method("forwardMessages", cost="send", amount=_count)
def forward_messages(call: Call) -> list[Json]:
    """Several forwards; what is gone is skipped."""
    chat, source_chat = open_chat(call), any_chat(call, "from_chat_id")
    found = [source_chat.messages.get(i) for i in _many(call)]
    kept = [m for m in found if m is not None and not m.deleted]
    if not kept:
        raise bad_request("there are no messages to forward")
    return [{"message_id": _forward(call, message, chat)["message_id"]} for message in kept]
