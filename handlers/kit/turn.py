"""One update's turn: what handlers see of it, and what is to be sent after the commit."""

from contextvars import ContextVar
from dataclasses import dataclass, field, replace
from typing import Any

from aiogram_dialog import DialogManager
from aiogram_dialog.api.entities import NewMessage, OldMessage

from core.translator import Words
from mentoring.unit import Seat, Unit


@dataclass(slots=True)
class Turn:
    """The unit of work, the chat's dialog rows, the reader's words, and the collected screen."""

    update_id: int
    chat_id: int
    unit: Unit
    words: Words
    # Destiny -> {"s": state, "d": data}; "u": the last update ids, "t": the screen's tag, "h": the
    # seat the person acts from, "c": the commands the chat was given.
    rows: dict[str, Any]
    # Shown over the pressed button, or above the next screen where nothing was pressed.
    remark: str | None = None
    # The press was meant for another screen, or the update came before: only show what is.
    refresh: bool = False
    # The press has left the screen as it was.
    unchanged: bool = False
    living_message_id: int | None = None
    # The living message has a keyboard in place of the phone's own.
    reply_keys: bool = False
    # The commands beside the input field are others from now on.
    commands_changed: bool = False
    screen: "Screen | None" = None
    drop_keyboards: set[int] = field(default_factory=set)

    def wear(self, seat: Seat) -> None:
        """From now on the person acts from this seat of theirs."""
        self.rows["h"] = seat.key
        self.unit.actor = replace(self.unit.actor, hat_key=seat.key)

    def forget(self) -> None:
        """Drop what was collected: the transaction it belonged to was rolled back."""
        self.screen = None
        self.unchanged = False
        self.drop_keyboards.clear()
        self.unit.wakes.clear()


@dataclass(slots=True)
class Screen:
    """What the person is to see: `old` is edited, without it a new message is sent."""

    new: NewMessage
    old: OldMessage | None


CURRENT: ContextVar[Turn] = ContextVar("turn")


def turn_of(manager: DialogManager) -> Turn:
    turn: Turn = manager.middleware_data["turn"]
    return turn


def unit_of(manager: DialogManager) -> Unit:
    return turn_of(manager).unit


def words_of(manager: DialogManager) -> Words:
    return turn_of(manager).words


def remark(manager: DialogManager, key: str, /, **arguments: Any) -> None:
    """Say one sentence along with the next screen: a toast after a press, else a line above it."""
    turn = turn_of(manager)
    turn.remark = turn.words.plain(key, **arguments)


def also(manager: DialogManager, key: str) -> None:
    """Add a sentence to what is remarked."""
    turn = turn_of(manager)
    turn.remark = f"{turn.remark or ''} {turn.words.plain(key)}".strip()
