"""Sending what has no file: text, contacts, places, polls, «typing ...»."""

from __future__ import annotations

from typing import Any

from sandbox.calls import Call
from sandbox.errors import bad_request
from sandbox.methods.common import (
    any_chat,
    markup_of,
    message_of,
    open_chat,
    reply_of,
    send,
    text_of,
)
from sandbox.methods.registry import method
from sandbox.model import Json

_ACTIONS = {
    "typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice",
    "upload_document", "choose_sticker", "find_location", "record_video_note", "upload_video_note",
}  # fmt: skip


@method("sendMessage", cost="send")
def send_message(call: Call) -> Json:
    """Text with an optional keyboard."""
    content = text_of(call)
    chat = open_chat(call)
    markup = markup_of(call, chat)
    return send(call, chat, {**content, **reply_of(call, chat)}, markup).data


@method("sendContact", cost="send")
def send_contact(call: Call) -> Json:
    """A phone number with a name."""
    phone, name = call.text("phone_number"), call.text("first_name")
    if not phone:
        raise bad_request("phone number must be non-empty")
    if not name:
        raise bad_request("first name must be non-empty")
    contact = {"phone_number": phone, "first_name": name}
    if last := call.text("last_name"):
        contact["last_name"] = last
    chat = open_chat(call)
    content = {"contact": contact, **reply_of(call, chat)}
    return send(call, chat, content, markup_of(call, chat)).data


@method("sendLocation", cost="send")
def send_location(call: Call) -> Json:
    """A place."""
    try:
        place = {
            "latitude": float(call.text("latitude")),
            "longitude": float(call.text("longitude")),
        }
    except ValueError as error:
        raise bad_request("latitude and longitude must be specified") from error
    chat = open_chat(call)
    return send(call, chat, {"location": place}, markup_of(call, chat)).data


@method("sendPoll", cost="send")
def send_poll(call: Call) -> Json:
    """A poll nobody has voted in yet."""
    question, options = call.text("question"), call.json("options")
    if not question:
        raise bad_request("poll question must be non-empty")
    if not isinstance(options, list) or not 2 <= len(options) <= 12:
        raise bad_request("poll must have 2-12 answer options")
    texts = [option["text"] if isinstance(option, dict) else str(option) for option in options]
    poll: dict[str, Any] = {
        "id": str(call.state.number()),
        "question": question,
        "options": [
            {"text": text, "voter_count": 0, "persistent_id": str(at)}
            for at, text in enumerate(texts)
        ],
        "total_voter_count": 0,
        "is_closed": False,
        "is_anonymous": call.text("is_anonymous").lower() != "false",
        "type": call.text("type") or "regular",
        "allows_multiple_answers": call.flag("allows_multiple_answers"),
        "allows_revoting": True,
        "members_only": False,
    }
    chat = open_chat(call)
    return send(call, chat, {"poll": poll}, markup_of(call, chat)).data


@method("sendChatAction")
def send_chat_action(call: Call) -> bool:
    """«typing ...»; leaves no trace but in the log of calls."""
    open_chat(call)
    if call.text("action") not in _ACTIONS:
        raise bad_request("wrong parameter action in request")
    return True


@method("setMessageReaction")
def set_message_reaction(call: Call) -> bool:
    """The bot's reaction under a message."""
    chat = any_chat(call)
    message = message_of(call, chat, "message to react not found")
    reactions = call.json("reaction") or []
    shown = " ".join(r.get("emoji", "") for r in reactions if isinstance(r, dict))
    call.state.log(
        chat,
        "reaction",
        who=call.bot.first_name,
        from_bot=True,
        text=shown,
        message_id=message.id,
    )
    return True
