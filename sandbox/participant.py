"""A person in a chat: what they can do there. Everything here only queues updates."""

from __future__ import annotations

from collections.abc import Callable

from sandbox.entities import found_in, trimmed
from sandbox.errors import SandboxError
from sandbox.files import StoredFile, describe
from sandbox.methods.media import sticker
from sandbox.model import Account, Chat, Json, Message, without_reply
from sandbox.pressing import Press, Target, Which, find, start_payload
from sandbox.reading import Reading
from sandbox.state import State

OWN = "own"


class Participant(Reading):
    """One account in one chat, private or a group."""

    def __init__(self, state: State, account: Account, chat: Callable[[], Chat]) -> None:
        super().__init__(state, chat)
        self.account = account

    @property
    def id(self) -> int:
        """The user id."""
        return self.account.id

    @property
    def name(self) -> str:
        """First and last name."""
        return self.account.name

    def _post(self, content: Json, file: StoredFile | None = None) -> Message:
        chat = self._writable()
        if not chat.private:
            chat.members[self.account.id] = self.account
        message = self._state.post(chat, self.account.user(), content)
        message.file = file
        self._state.log_message(message)
        self._mark = chat.event_count
        self._state.announce(message)
        return message

    def _writable(self) -> Chat:
        chat = self._get_chat()
        if self.account.deactivated:
            raise SandboxError(f"{self.name} is deactivated")
        if chat.private and chat.blocked:
            raise SandboxError(f"{self.name} has blocked the bot: start() or unblock() first")
        if chat.migrated_to:
            raise SandboxError(f"this group has become {chat.migrated_to}")
        chat.started = True
        return chat

    async def send(self, text: str, *, reply_to: Message | None = None) -> Message:
        """Type a text; commands, links and mentions in it become entities."""
        text, _ = trimmed(text, [])
        if not text:
            raise SandboxError("an empty message cannot be sent")
        content: Json = {"text": text}
        if entities := found_in(text):
            content["entities"] = entities
        if reply_to is not None:
            content["reply_to_message"] = without_reply(reply_to.data)
        return self._post(content)

    def _send_file(
        self, kind: str, name: str, data: bytes, mime: str, *, caption: str = "", seconds: int = 0
    ) -> Message:
        state = self._state
        file = state.files.add(kind, name, mime, data, seconds)
        file_id = state.files.issue(self._get_chat().bot.id, file)
        content: Json = {kind: describe(file, file_id)}
        if caption:
            content["caption"] = caption
            if entities := found_in(caption):
                content["caption_entities"] = entities
        return self._post(content, file)

    async def send_file(self, name: str, data: bytes, mime: str = "", caption: str = "") -> Message:
        """Send a document of any size (the bot can download up to 20 MB)."""
        return self._send_file("document", name, data, mime, caption=caption)

    async def send_photo(self, data: bytes, caption: str = "") -> Message:
        """Send a picture."""
        return self._send_file("photo", "photo.jpg", data, "image/jpeg", caption=caption)

    async def send_voice(self, data: bytes = b"OggS", seconds: int = 3) -> Message:
        """Send a voice message of ``seconds``."""
        return self._send_file("voice", "voice.ogg", data, "audio/ogg", seconds=seconds)

    async def send_video(self, data: bytes, seconds: int = 3, caption: str = "") -> Message:
        """Send a film."""
        return self._send_file(
            "video", "video.mp4", data, "video/mp4", caption=caption, seconds=seconds
        )

    async def send_sticker(self, emoji: str = "\N{THUMBS UP SIGN}") -> Message:
        """Send a sticker."""
        state = self._state
        file = state.files.add("sticker", "sticker.webp", "image/webp", emoji.encode())
        file_id = state.files.issue(self._get_chat().bot.id, file)
        return self._post({"sticker": sticker(file, file_id, emoji)}, file)

    async def send_contact(
        self, phone: str, name: str = "", user_id: int | str | None = OWN
    ) -> Message:
        """Send a contact: one's own by default; None for somebody not in Telegram."""
        contact: Json = {"phone_number": phone, "first_name": name or self.account.first_name}
        if user_id is not None:
            contact["user_id"] = self.account.id if user_id == OWN else int(user_id)
        return self._post({"contact": contact})

    async def send_location(self, latitude: float, longitude: float) -> Message:
        """Send a place."""
        return self._post({"location": {"latitude": latitude, "longitude": longitude}})

    async def forward(self, message: Message) -> Message:
        """Forward a message of any chat into this one."""
        if message.data.get("has_protected_content"):
            raise SandboxError("this message is protected from forwarding")
        skipped = {
            "message_id", "from", "chat", "date", "edit_date", "reply_markup", "reply_to_message",
            "media_group_id",
        }  # fmt: skip
        content = {key: value for key, value in message.data.items() if key not in skipped}
        content["forward_origin"] = {
            "type": "user",
            "sender_user": message.data["from"],
            "date": message.data["date"],
        }
        file = message.file
        if file is not None and file.kind in content and file.kind != "sticker":
            owner = self._get_chat().bot.id
            content[file.kind] = describe(file, self._state.files.issue(owner, file))
        return self._post(content, file)

    async def edit(self, message: Message, text: str) -> Message:
        """Change one's own message."""
        if message.from_bot or message.data["from"]["id"] != self.account.id:
            raise SandboxError("only one's own messages can be edited")
        key = "caption" if message.file is not None else "text"
        entities = "caption_entities" if message.file is not None else "entities"
        data = {name: value for name, value in message.data.items() if name != entities}
        message.data = {**data, key: text, "edit_date": self._state.clock.timestamp()}
        if found := found_in(text):
            message.data[entities] = found
        self._state.log_message(message, "edited")
        self._mark = self._get_chat().event_count
        self._state.announce(message, "edited_message")
        return message

    async def press(self, which: Which, message: Message | None = None) -> Press:
        """Press a button by label, callback data or index; of ``message`` or the newest with it.

        Raises SandboxError naming the visible buttons when there is none such.
        """
        chat = self._writable()
        target = find(chat, which, message)
        label = str(target.button["text"])
        if not target.inline:
            await self._press_reply(target, label)
            return Press(label, None, chat.changed)
        self._log_press(chat, label, target.message)
        if "callback_data" in target.button:
            return self._query(chat, label, target.message, target.button["callback_data"])
        await self._open(chat, str(target.button.get("url", "")), label)
        return Press(label, None, chat.changed)

    async def press_raw(self, data: str, message: Message) -> Press:
        """Send any callback data as if a button of ``message`` had it: a forged press."""
        chat = self._writable()
        self._log_press(chat, data, message)
        return self._query(chat, data, message, data)

    def _log_press(self, chat: Chat, label: str, message: Message) -> None:
        who = self.account.first_name
        self._state.log(chat, "pressed", who=who, text=label, message_id=message.id)
        self._mark = chat.event_count

    def _query(self, chat: Chat, label: str, message: Message, data: str) -> Press:
        query = self._state.open_query(chat, self.account)
        inaccessible = {"message_id": message.id, "chat": chat.info, "date": 0}
        payload = {
            "id": query.id,
            "from": self.account.user(),
            "message": inaccessible if message.deleted else message.data,
            "chat_instance": str(chat.id * 7919),
            "data": data,
        }
        chat.bot.updates.push("callback_query", payload, chat.id)
        return Press(label, query, chat.changed)

    async def _press_reply(self, target: Target, label: str) -> None:
        chat, button = target.message.chat, target.button
        markup = target.message.markup
        if markup is not None and markup.options.get("one_time_keyboard"):
            chat.reply_keyboard = None
        if button.get("request_contact"):
            await self.send_contact(self.account.phone or f"+7900{self.account.id:07d}")
        elif button.get("request_location"):
            await self.send_location(55.7558, 37.6173)
        else:
            await self.send(label)

    async def _open(self, chat: Chat, url: str, label: str) -> None:
        payload = start_payload(url, chat.bot.username) if url else None
        if payload is not None:
            await self.send(f"/start {payload}".strip())
        else:
            who = self.account.first_name
            self._state.log(chat, "opened", who=who, text=url or label)
