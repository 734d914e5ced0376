"""People and groups as tests use them."""

from __future__ import annotations

import re

from sandbox.errors import SandboxError
from sandbox.model import Account, BotAccount, Chat, Json, Message
from sandbox.participant import Participant
from sandbox.state import State

_PAYLOAD = re.compile(r"[A-Za-z0-9_-]{0,64}")


class Person(Participant):
    """A person with a phone, in their private chat with the bot."""

    def __init__(self, state: State, account: Account, bot: BotAccount) -> None:
        super().__init__(state, account, lambda: state.private_chat(bot, account))
        self._bot = bot

    def __repr__(self) -> str:
        return f"<Person {self.id} {self.name}>"

    def with_bot(self, bot: BotAccount) -> Person:
        """The same person in the chat with another bot."""
        return Person(self._state, self.account, bot)

    async def start(self, payload: str = "") -> Message:
        """Open the bot by its link: /start with the payload; unblocks it first if need be.

        Raises SandboxError for a payload Telegram would not pass on.
        """
        if not _PAYLOAD.fullmatch(payload):
            raise SandboxError("a start payload is up to 64 characters of A-Z a-z 0-9 _ -")
        if self._get_chat().blocked:
            await self.unblock()
        return await self.send(f"/start {payload}".strip())

    async def block(self) -> None:
        """Stop the bot."""
        self._set_blocked(True)

    async def unblock(self) -> None:
        """Let the bot write again."""
        self._set_blocked(False)

    def _set_blocked(self, blocked: bool) -> None:
        chat = self._get_chat()
        if chat.blocked == blocked:
            return
        chat.blocked, chat.started = blocked, True
        kind = "blocked" if blocked else "unblocked"
        self._state.log(chat, kind, who=self.account.first_name)
        self._mark = chat.event_count
        member, kicked = _member(chat, "member"), _member(chat, "kicked")
        payload = {
            "chat": chat.info,
            "from": self.account.user(),
            "date": self._state.clock.timestamp(),
            "old_chat_member": member if blocked else kicked,
            "new_chat_member": kicked if blocked else member,
        }
        chat.bot.updates.push("my_chat_member", payload, chat.id)

    async def deactivate(self) -> None:
        """Delete the account: the bot gets «user is deactivated» from now on."""
        self.account.deactivated = True


def _member(chat: Chat, status: str) -> Json:
    member: Json = {"status": status, "user": chat.bot.user()}
    if status == "kicked":
        member["until_date"] = 0
    return member


class Group:
    """A group with the bot in it."""

    def __init__(self, state: State, chat: Chat) -> None:
        self._state = state
        self._chat = chat

    @property
    def id(self) -> int:
        """The chat id; it changes with ``upgrade``."""
        return self._chat.id

    @property
    def chat(self) -> list[Message]:
        """All messages."""
        return list(self._chat.messages.values())

    def member(self, person: Person) -> Participant:
        """This person in the group, with everything a participant can do."""
        self._chat.members[person.id] = person.account
        return Participant(self._state, person.account, lambda: self._chat)

    async def send(self, person: Person, text: str) -> Message:
        """A member writes."""
        return await self.member(person).send(text)

    async def remove_bot(self, person: Person) -> None:
        """A member removes the bot: «bot was kicked from the group chat» from now on."""
        chat = self._chat
        chat.blocked = True
        payload = {
            "chat": chat.info,
            "from": person.account.user(),
            "date": self._state.clock.timestamp(),
            "old_chat_member": _member(chat, "member"),
            "new_chat_member": _member(chat, "kicked"),
        }
        chat.bot.updates.push("my_chat_member", payload, chat.id)

    async def upgrade(self) -> int:
        """Become a supergroup: the new id. Calls to the old one are refused with it."""
        old = self._chat
        if old.info["type"] == "supergroup":
            raise SandboxError("it is a supergroup already")
        new = self._chat = new_group(self._state, old.bot, old.info["title"], "supergroup")
        new.members = dict(old.members)
        sender = old.bot.user()
        to = self._state.post(old, sender, {"migrate_to_chat_id": new.id})
        self._state.announce(to)
        old.migrated_to = new.id
        back = self._state.post(new, sender, {"migrate_from_chat_id": old.id})
        self._state.announce(back)
        return new.id


def new_group(state: State, bot: BotAccount, title: str, kind: str) -> Chat:
    """A group of the bot; ``kind`` is group or supergroup."""
    number = state.number()
    chat_id = -(1_000_000_000_000 + number) if kind == "supergroup" else -(4_000_000 + number)
    chat = Chat(bot, chat_id, {"id": chat_id, "type": kind, "title": title}, state.keep)
    chat.started = True
    bot.chats[chat_id] = chat
    return chat
