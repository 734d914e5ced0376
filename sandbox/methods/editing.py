"""Changing a message of the bot's own: text, caption, media, keyboard."""

from __future__ import annotations

from sandbox.calls import Call
from sandbox.errors import bad_request
from sandbox.files import StoredFile
from sandbox.keyboards import Markup
from sandbox.methods.common import caption_of, markup_of, message_of, open_chat, text_of
from sandbox.methods.media import input_media
from sandbox.methods.registry import method
from sandbox.model import MEDIA, Json, Message, Version, labels

_CONTENT = ("text", "entities", "caption", "caption_entities", *MEDIA)
_SAME = (
    "message is not modified: specified new message content and reply markup are exactly the same"
    " as a current content and reply markup of the message"
)


def _own(call: Call) -> tuple[Message, Markup | None]:
    """The message to edit and its new keyboard.

    Only the bot's own messages, and only those without a reply keyboard, can be edited.
    """
    if call.text("inline_message_id"):
        raise bad_request("MESSAGE_ID_INVALID")
    chat = open_chat(call)
    message = message_of(call, chat, "message to edit not found")
    if not message.from_bot or (message.markup is not None and message.markup.kind != "inline"):
        raise bad_request("message can't be edited")
    markup = markup_of(call, chat)
    if markup is not None and markup.kind != "inline":
        raise bad_request("inline keyboard expected")
    return message, markup


def _change(
    call: Call,
    message: Message,
    content: Json,
    markup: Markup | None,
    *,
    file: StoredFile | None = None,
) -> Json:
    """Replace the content; the old one becomes a version."""
    old = {key: message.data[key] for key in _CONTENT if key in message.data}
    old_rows = message.rows
    if old == content and old_rows == (markup.rows if markup is not None else []):
        raise bad_request(_SAME)
    message.versions.append(Version(message.text, labels(old_rows)))
    data = {key: value for key, value in message.data.items() if key not in _CONTENT}
    message.data = {**data, **content, "edit_date": call.state.clock.timestamp()}
    if file is not None:
        message.file = file
    call.state.set_markup(message, markup)
    call.state.log_message(message, "edited")
    return message.data


@method("editMessageText", cost="edit")
def edit_message_text(call: Call) -> Json:
    """A new text; a keyboard that is not given again disappears."""
    message, markup = _own(call)
    content = text_of(call)
    if "text" not in message.data:
        raise bad_request("there is no text in the message to edit")
    return _change(call, message, content, markup)


@method("editMessageCaption", cost="edit")
def edit_message_caption(call: Call) -> Json:
    """A new caption of a file, or none."""
    message, markup = _own(call)
    media = {key: message.data[key] for key in MEDIA if key in message.data}
    if not media:
        raise bad_request("there is no caption in the message to edit")
    caption = caption_of(call.params, call.json("caption_entities"))
    return _change(call, message, {**media, **caption}, markup)


@method("editMessageMedia", cost="edit")
def edit_message_media(call: Call) -> Json:
    """Another file in place of the old one; a text message becomes one with a file."""
    message, markup = _own(call)
    content, file = input_media(call, call.json("media"))
    return _change(call, message, content, markup, file=file)


@method("editMessageReplyMarkup", cost="edit")
def edit_message_reply_markup(call: Call) -> Json:
    """Another keyboard, or none."""
    message, markup = _own(call)
    content = {key: message.data[key] for key in _CONTENT if key in message.data}
    return _change(call, message, content, markup)
