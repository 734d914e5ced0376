"""Deleting messages."""

from __future__ import annotations

from datetime import timedelta

from sandbox.calls import Call
from sandbox.errors import bad_request
from sandbox.methods.common import any_chat, message_of
from sandbox.methods.registry import method
from sandbox.model import Message

DELETABLE_FOR = timedelta(hours=48)
MOST_AT_ONCE = 100


def _too_old(call: Call, message: Message) -> bool:
    return call.state.clock.now() - message.date > DELETABLE_FOR


def _delete(call: Call, message: Message) -> None:
    message.deleted = True
    if message.chat.reply_keyboard is message:
        message.chat.reply_keyboard = None
    call.state.log(
        message.chat,
        "deleted",
        who=call.bot.first_name,
        from_bot=True,
        text=message.text,
        message_id=message.id,
    )


@method("deleteMessage")
def delete_message(call: Call) -> bool:
    """Delete one message younger than 48 hours (civil time)."""
    message = message_of(call, any_chat(call), "message to delete not found")
    if _too_old(call, message):
        raise bad_request("message can't be deleted for everyone")
    _delete(call, message)
    return True


@method("deleteMessages")
def delete_messages(call: Call) -> bool:
    """Delete up to 100; those that are gone already are skipped."""
    ids = call.json("message_ids")
    if not isinstance(ids, list) or not ids:
        raise bad_request("message identifiers are not specified")
    if len(ids) > MOST_AT_ONCE:
        raise bad_request("too many message identifiers specified")
    chat = any_chat(call)
    messages = [chat.messages[int(i)] for i in ids if int(i) in chat.messages]
    messages = [message for message in messages if not message.deleted]
    if any(_too_old(call, message) for message in messages):
        raise bad_request("message can't be deleted for everyone")
    for message in messages:
        _delete(call, message)
    return True
