"""People with phones, for stories: they press what the catalogue calls a button."""

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from core.translator import Translator
from examples.stage import Stage
from sandbox import Person

CAST: dict[str, Any] = json.loads(Path(__file__).with_name("cast.json").read_text(encoding="utf-8"))
_ANY = "\ue000"
_WORDS = Translator(default="ru").to("ru")


@dataclass(slots=True)
class Phone:
    """One person of the story; everything they do waits until the bot has answered."""

    stage: Stage
    person: Person

    async def press(self, key: str, **arguments: Any) -> None:
        """The button whose label is this message; arguments not given may be anything."""
        await self.person.press(self._label(key, arguments))
        await self.stage.answered()

    async def press_label(self, label: str | int) -> None:
        await self.person.press(label)
        await self.stage.answered()

    def has(self, key: str, **arguments: Any) -> bool:
        """Whether the newest keyboard has the button."""
        pattern = _pattern(key, arguments)
        return any(pattern.fullmatch(label) for label in self.person.buttons())

    async def send(self, text: str) -> None:
        await self.person.send(text)
        await self.stage.answered()

    async def send_file(self, name: str, data: bytes) -> None:
        await self.person.send_file(name, data)
        await self.stage.answered()

    def link(self) -> str:
        """The payload of the invite link on the screen."""
        return self.person.screen.rsplit("start=", 1)[1].split()[0]

    def _label(self, key: str, arguments: dict[str, Any]) -> str:
        pattern = _pattern(key, arguments)
        for message in reversed(self.person.visible):
            for label in message.buttons:
                if pattern.fullmatch(label):
                    return label
        raise LookupError(f"{self.person.name} has no button {key}: {self.person.buttons()}")


def _pattern(key: str, arguments: dict[str, Any]) -> re.Pattern[str]:
    open_names = dict.fromkeys(("questions", "count", "title", "year", "minutes"), _ANY)
    label = _WORDS.plain(key, **(open_names | arguments))
    return re.compile(re.escape(label).replace(re.escape(_ANY), ".*"))


async def arrive(stage: Stage, role: str, token: str = "", user_id: int | None = None) -> Phone:
    """A new person opens the bot, by an invite link when there is a token, and says yes."""
    part = CAST[role]
    person = stage.world.person(part["name"], last_name=part["surname"], user_id=user_id)
    phone = Phone(stage, person)
    await person.start(token)
    await stage.answered()
    if "born" in part:
        await phone.send(part["born"])
    while phone.has("consent-agree"):
        await phone.press("consent-agree")
    if token:
        await phone.press("join-confirm")
    return phone
