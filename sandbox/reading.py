"""What a person sees in a chat."""

from __future__ import annotations

from collections.abc import Callable

from sandbox.errors import SandboxError
from sandbox.model import Chat, Event, Message, labels
from sandbox.state import State, Toast

Wanted = str | Callable[[Message], object]


class Reading:
    """The reading half of a participant; ``mark`` is the last event before their last action."""

    def __init__(self, state: State, chat: Callable[[], Chat]) -> None:
        self._state = state
        self._get_chat = chat
        self._mark = 0

    @property
    def chat_id(self) -> int:
        """The id the bot knows this chat by."""
        return self._get_chat().id

    @property
    def chat_now(self) -> Chat:
        """The chat itself, with all that is remembered of it."""
        return self._get_chat()

    @property
    def chat(self) -> list[Message]:
        """All messages of both sides with their present content, deleted ones flagged."""
        return list(self._get_chat().messages.values())

    @property
    def events(self) -> list[Event]:
        """What happened, in order."""
        return list(self._get_chat().events)

    @property
    def visible(self) -> list[Message]:
        """The messages that were not deleted, the oldest first."""
        return [message for message in self.chat if not message.deleted]

    @property
    def last(self) -> Message | None:
        """The newest visible message of the bot."""
        return next((m for m in self._get_chat().newest_first() if m.from_bot), None)

    @property
    def screen(self) -> str:
        """The text (or caption) of the bot's newest message, empty when there is none."""
        last = self.last
        return last.text if last is not None else ""

    @property
    def toasts(self) -> list[Toast]:
        """All toasts and alert windows shown so far."""
        return [
            Toast(event.text, event.kind == "alert")
            for event in self._get_chat().events
            if event.kind in {"toast", "alert"}
        ]

    def buttons(self) -> list[str]:
        """The labels of the newest message that has an inline keyboard."""
        keyboard = self.keyboard_message()
        return keyboard.buttons if keyboard is not None else []

    def keyboard_message(self) -> Message | None:
        """The newest visible message with an inline keyboard."""
        return next((m for m in self._get_chat().newest_first() if m.rows), None)

    def reply_buttons(self) -> list[str]:
        """The labels of the keyboard in place of the phone's own, empty when there is none."""
        holder = self._get_chat().reply_keyboard
        rows = holder.markup.rows if holder is not None and holder.markup is not None else []
        return [label for row in labels(rows) for label in row]

    def _matches(self, wanted: Wanted, since: int | None) -> Message | None:
        chat = self._get_chat()
        mark = self._mark if since is None else since
        fits = (lambda m: wanted in m.text) if isinstance(wanted, str) else wanted
        for event in reversed(chat.events):
            if event.number <= mark:
                return None
            if event.from_bot and event.kind in {"message", "edited"}:
                message = chat.messages.get(event.message_id)
                if message is not None and not message.deleted and fits(message):
                    return message
        return None

    async def wait_for(
        self,
        wanted: Wanted,
        timeout: float = 5.0,  # noqa: ASYNC109
        *,
        since: int | None = None,
    ) -> Message:
        """The bot's message that contains ``wanted`` (or satisfies it), waiting for it.

        Looks at what came or changed after this person's last action, or after event ``since``
        (0: everything). Raises SandboxError after ``timeout`` seconds.
        """
        found = await self._get_chat().changed.until(lambda: self._matches(wanted, since), timeout)
        if found is None:
            what = repr(wanted) if isinstance(wanted, str) else "such a message"
            raise SandboxError(
                f"no {what} within {timeout} s; on the screen: {self.screen!r} {self.buttons()}"
            )
        return found
