"""What people do and see, as JSON."""

from __future__ import annotations

import base64
import dataclasses
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

from sandbox.errors import SandboxError
from sandbox.model import Event, Json, Message, Rows
from sandbox.participant import OWN, Participant
from sandbox.people import Person
from sandbox.pressing import Press
from sandbox.reading import Reading

if TYPE_CHECKING:
    from sandbox.world import Sandbox

Action = Callable[[Participant, Json], Awaitable[Any]]


def _message(who: Reading, args: Json) -> Message | None:
    if not args.get("message_id"):
        return None
    wanted = int(args["message_id"])
    found = next((message for message in who.chat if message.id == wanted), None)
    if found is None:
        raise SandboxError(f"no message {wanted} in this chat")
    return found


def _needed(who: Reading, args: Json) -> Message:
    message = _message(who, args)
    if message is None:
        raise SandboxError("message_id is needed")
    return message


def _data(args: Json) -> bytes:
    """File contents: ``text``, or ``data`` in base64."""
    if "text" in args:
        return str(args["text"]).encode()
    return base64.b64decode(args["data"], validate=True)


def _user_id(args: Json) -> int | str | None:
    user_id: int | str | None = args.get("user_id", OWN)
    return user_id


_ACTIONS: dict[str, Action] = {
    "send": lambda who, a: who.send(a["text"], reply_to=_message(who, a)),
    "send_file": lambda who, a: who.send_file(
        a["name"], _data(a), a.get("mime", ""), a.get("caption", "")
    ),
    "send_photo": lambda who, a: who.send_photo(_data(a), a.get("caption", "")),
    "send_voice": lambda who, a: who.send_voice(_data(a), int(a.get("seconds", 3))),
    "send_video": lambda who, a: who.send_video(_data(a), int(a.get("seconds", 3))),
    "send_sticker": lambda who, a: who.send_sticker(a.get("emoji", "\N{THUMBS UP SIGN}")),
    "send_contact": lambda who, a: who.send_contact(a["phone"], a.get("name", ""), _user_id(a)),
    "send_location": lambda who, a: who.send_location(float(a["latitude"]), float(a["longitude"])),
    "edit": lambda who, a: who.edit(_needed(who, a), a["text"]),
    "forward": lambda who, a: who.forward(_needed(who, a)),
    "press": lambda who, a: who.press(a["button"], _message(who, a)),
    "press_raw": lambda who, a: who.press_raw(a["data"], _needed(who, a)),
}
_PERSONAL: dict[str, Callable[[Person, Json], Awaitable[Any]]] = {
    "start": lambda who, a: who.start(a.get("payload", "")),
    "block": lambda who, _: who.block(),
    "unblock": lambda who, _: who.unblock(),
    "deactivate": lambda who, _: who.deactivate(),
}


async def act(world: Sandbox, who: Participant, name: str, args: Json) -> Json:
    """Do one action; with ``wait`` seconds, wait until the bot has settled (or a press answered).

    Raises SandboxError for an unknown action.
    """
    wait = float(args.get("wait", 0))
    if name in _PERSONAL and isinstance(who, Person):
        result = await _PERSONAL[name](who, args)
    elif name in _ACTIONS:
        result = await _ACTIONS[name](who, args)
    else:
        raise SandboxError(f"unknown action {name}; known: {', '.join([*_ACTIONS, *_PERSONAL])}")
    if wait:
        await world.settle(wait)
    if isinstance(result, Press):
        toast = result.toast
        return {
            "pressed": result.label,
            "answered": result.answered,
            "toast": None if toast is None else dataclasses.asdict(toast),
        }
    return message_view(result) if isinstance(result, Message) else {"done": name}


def message_view(message: Message) -> Json:
    """A message with everything a screen shows."""
    return {
        "id": message.id,
        "from_bot": message.from_bot,
        "who": message.data["from"]["first_name"],
        "date": message.data["date"],
        "text": message.text,
        "entities": message.data.get("entities") or message.data.get("caption_entities") or [],
        "rows": message.rows,
        "attachment": _attachment(message),
        "deleted": message.deleted,
        "edited": message.edited,
    }


def _attachment(message: Message) -> Json | None:
    attachment = message.attachment
    if attachment is None:
        return None
    view: Json = dataclasses.asdict(attachment)
    content = message.data.get(attachment.kind)
    if message.file is not None and content:
        view["file_id"] = (content[-1] if isinstance(content, list) else content)["file_id"]
    return view


def _event_view(event: Event) -> Json:
    view: Json = dataclasses.asdict(event)
    view["at"] = event.at.isoformat()
    return view


def chat_view(who: Reading, since: int) -> Json:
    """The chat as it stands, and the events after number ``since``."""
    chat = who.chat_now
    holder = chat.reply_keyboard
    rows: Rows | list[list[Json]] = (
        holder.markup.rows if holder is not None and holder.markup is not None else []
    )
    return {
        "messages": [message_view(message) for message in who.visible],
        "reply_keyboard": rows,
        "events": [_event_view(event) for event in chat.events if event.number > since],
        "last_event": chat.event_count,
        "blocked": chat.blocked,
        "screen": who.screen,
        "buttons": who.buttons(),
    }
