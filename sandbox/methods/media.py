"""Sending files, one or as an album."""

from __future__ import annotations

from typing import Any

from sandbox.calls import Call
from sandbox.errors import ApiError, bad_request
from sandbox.files import PHOTO_LIMIT, StoredFile, describe, is_image
from sandbox.methods.common import caption_of, markup_of, open_chat, reply_of, send
from sandbox.methods.registry import method
from sandbox.model import Json

_ALBUM = {"photo", "video", "document", "audio"}


def stored(call: Call, kind: str, source: str, duration: int = 0) -> tuple[StoredFile, str]:
    """The file an argument means (an upload or a file_id) and its file_id for this bot.

    Raises ApiError for what Telegram refuses; links are refused too: there is no way out.
    """
    upload = call.files.get(source.removeprefix("attach://")) if source else None
    if upload is None and not source:
        upload = call.files.get(kind)
    files = call.state.files
    if upload is not None:
        if not upload.data:
            raise bad_request("file must be non-empty")
        if kind == "photo":
            _check_photo(upload.data)
        file = files.add(kind, upload.name, upload.mime, upload.data, duration)
        return file, files.issue(call.bot.id, file)
    if not source:
        raise bad_request(f"there is no {kind} in the request")
    if source.startswith(("http://", "https://")):
        raise bad_request("failed to get HTTP URL content")
    found = files.find(call.bot.id, source)
    if found is None:
        raise bad_request("wrong file identifier/HTTP URL specified")
    if found.kind != kind:
        had, wanted = found.kind.capitalize(), kind.capitalize()
        raise bad_request(f"can't use file of type {had} as {wanted}")
    return found, source


def _check_photo(data: bytes) -> None:
    if len(data) > PHOTO_LIMIT:
        raise ApiError(413, "Request Entity Too Large")
    if not is_image(data):
        raise bad_request("IMAGE_PROCESS_FAILED")


def _send_file(call: Call, kind: str) -> Json:
    chat = open_chat(call)
    file, file_id = stored(call, kind, call.text(kind), call.integer("duration") or 0)
    content: Json = {
        kind: describe(file, file_id),
        **caption_of(call.params, call.json("caption_entities")),
        **reply_of(call, chat),
    }
    return send(call, chat, content, markup_of(call, chat), file=file).data


@method("sendDocument", cost="send")
def send_document(call: Call) -> Json:
    """Any file."""
    return _send_file(call, "document")


@method("sendPhoto", cost="send")
def send_photo(call: Call) -> Json:
    """A picture up to 10 MB."""
    return _send_file(call, "photo")


@method("sendVoice", cost="send")
def send_voice(call: Call) -> Json:
    """A voice message."""
    return _send_file(call, "voice")


@method("sendVideo", cost="send")
def send_video(call: Call) -> Json:
    """A film."""
    return _send_file(call, "video")


@method("sendAudio", cost="send")
def send_audio(call: Call) -> Json:
    """Music."""
    return _send_file(call, "audio")


@method("sendSticker", cost="send")
def send_sticker(call: Call) -> Json:
    """A sticker the bot has seen before."""
    chat = open_chat(call)
    file, file_id = stored(call, "sticker", call.text("sticker"))
    return send(
        call, chat, {"sticker": sticker(file, file_id)}, markup_of(call, chat), file=file
    ).data


def sticker(file: StoredFile, file_id: str, emoji: str = "") -> Json:
    """The Sticker object of a file."""
    return {
        "file_id": file_id,
        "file_unique_id": file.unique_id,
        "type": "regular",
        "width": 512,
        "height": 512,
        "is_animated": False,
        "is_video": False,
        **({"emoji": emoji} if emoji else {}),
    }


@method("getFile")
def get_file(call: Call) -> Json:
    """Where to download a file of up to 20 MB."""
    return call.state.files.get(call.bot.id, call.text("file_id"))


def _album_size(call: Call) -> int:
    media = call.json("media")
    return len(media) if isinstance(media, list) else 1


@method("sendMediaGroup", cost="send", amount=_album_size)
def send_media_group(call: Call) -> list[Json]:
    """An album: all files are checked before the first is sent."""
    media = call.json("media")
    if not isinstance(media, list) or not media:
        raise bad_request("there is no messages to send")
    if len(media) > 10:
        raise bad_request("too many messages to send as an album")
    chat = open_chat(call)
    kinds = {item.get("type") if isinstance(item, dict) else None for item in media}
    if not kinds <= _ALBUM:
        raise bad_request("expected an Array of InputMedia")
    if len(kinds) > 1 and kinds & {"document", "audio"}:
        raise bad_request("documents and audio can't be mixed with other media types in an album")
    ready: list[tuple[Json, StoredFile]] = []
    for number, item in enumerate(media, 1):
        try:
            ready.append(input_media(call, item))
        except ApiError as error:
            told = error.description.removeprefix("Bad Request: ")
            raise bad_request(
                f'failed to send message #{number} with the error message "{told}"'
            ) from error
    group = {"media_group_id": str(10**16 + call.state.number())} if len(ready) > 1 else {}
    reply = reply_of(call, chat)
    return [
        send(call, chat, {**content, **reply, **group}, None, file=file).data
        for content, file in ready
    ]


def input_media(call: Call, item: Any) -> tuple[Json, StoredFile]:
    """An InputMedia object as message content with its file."""
    if not isinstance(item, dict) or item.get("type") not in _ALBUM:
        raise bad_request("media not found")
    kind = str(item["type"])
    file, file_id = stored(call, kind, str(item.get("media") or ""))
    content = {kind: describe(file, file_id), **caption_of(item, item.get("caption_entities"))}
    return content, file
