"""Chats: what they are, who is in them, what is pinned."""

from __future__ import annotations

from sandbox.calls import Call
from sandbox.errors import bad_request
from sandbox.methods.common import any_chat, message_of, open_chat
from sandbox.methods.registry import method
from sandbox.model import Json, without_reply


@method("getChat")
def get_chat(call: Call) -> Json:
    """The chat with the fields the Bot API always gives."""
    chat = any_chat(call)
    full: Json = {
        **chat.info,
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(
            (
                "unlimited_gifts",
                "limited_gifts",
                "unique_gifts",
                "premium_subscription",
                "gifts_from_channels",
            ),
            False,
        ),
    }
    if chat.pinned is not None and (message := chat.messages.get(chat.pinned)) is not None:
        full["pinned_message"] = message.data
    return full


@method("getChatMember")
def get_chat_member(call: Call) -> Json:
    """One participant."""
    chat = any_chat(call)
    user_id = call.integer("user_id")
    if user_id == call.bot.id:
        return {"status": "member", "user": call.bot.user()}
    account = chat.account if chat.private else chat.members.get(user_id or 0)
    if account is None or account.id != user_id:
        known = call.state.accounts.get(user_id or 0)
        if known is None or chat.private:
            raise bad_request("PARTICIPANT_ID_INVALID")
        return {"status": "left", "user": known.user()}
    return {"status": "member", "user": account.user()}


@method("getChatMemberCount")
def get_chat_member_count(call: Call) -> int:
    """How many participants, the bot among them."""
    chat = any_chat(call)
    return 2 if chat.private else len(chat.members) + 1


@method("leaveChat")
def leave_chat(call: Call) -> bool:
    """The bot leaves a group."""
    chat = any_chat(call)
    if chat.private:
        raise bad_request("chat is not a group or a supergroup")
    chat.blocked = True
    return True


@method("pinChatMessage")
def pin_chat_message(call: Call) -> bool:
    """Pin a message; the bot gets the service message about it, as from Telegram."""
    chat = open_chat(call)
    message = message_of(call, chat, "message to pin not found")
    chat.pinned = message.id
    service = call.state.post(
        chat, call.bot.user(), {"pinned_message": without_reply(message.data)}, from_bot=True
    )
    call.state.announce(service)
    call.state.log(
        chat,
        "pinned",
        who=call.bot.first_name,
        from_bot=True,
        text=message.text,
        message_id=message.id,
    )
    return True


@method("unpinChatMessage", "unpinAllChatMessages")
def unpin_chat_message(call: Call) -> bool:
    """Unpin one or all."""
    chat = any_chat(call)
    wanted = call.integer("message_id")
    if wanted and wanted != chat.pinned:
        raise bad_request("message to unpin not found")
    chat.pinned = None
    return True
