"""A monkey at every phone: presses, types and sends anything, and watches what comes of it.

A step is written down as numbers (who, what, which) that are resolved against what is there when
it is done, so any part of a history can be played again; that is how a failure is cut short.
"""

import asyncio
import logging
import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import orjson

from db.queries import chats
from examples.stage import Stage
from handlers.kit import menu
from handlers.kit.turn import CURRENT
from mentoring.people import identity
from mentoring.unit import Unit
from sandbox.model import Message
from sandbox.people import Person
from sandbox.pressing import Press
from tests.e2e import invariants, municipality
from tests.paths import ROOT

PLAUSIBLE = (
    "Анна Петрова",
    "1",
    "2",
    "5",
    "7",
    "10",
    "вчера",
    "сегодня",
    "завтра",
    "15 октября",
    "20 сентября",
    "с 1 по 15 октября",
    "до 25.12.2026",
    "12.10",
    "15:30",
    "2026/27",
    "45 минут",
    "разобрали план урока",
    "куратор",
    "Школа № 12",
    "Назад",
    "Отмена",
    "Готово",
    "Пропустить",
)
ABSURD = (
    "<b>не закрыт",
    "<script>alert(1)</script>",
    "&lt;&amp;",
    "\u202eправо\u202cналево",
    "\u200b\u200d\u2060",
    "а" * 5000,
    "😀" * 60,
    "0",
    "-1",
    "99999999999999999999",
    "31.06",
    "30 февраля",
    "32.13.9999",
    "'; DROP TABLE person; --",
    "=SUM(A1:A9)",
    "@SUM(1)",
    "{ $name }",
    "%s %(x)s {0}",
    "/start x",
    "/nonsense",
    "NaN",
    "null",
    "１２",
    "ё" * 300,
)
COMMANDS = ("/start", "/menu", "/help")
# A document may lie below the screen that says what to do.
LOOKED_AT = 3


@dataclass(frozen=True, slots=True)
class Step:
    """Who (an index), what (a name of ACTIONS), which (a number resolved on the spot)."""

    who: int
    what: str
    which: int

    def __str__(self) -> str:
        return f"{self.who} {self.what} {self.which}"


class Found(Exception):
    """The monkey has found something."""


class Errors(logging.Handler):
    """Collects what the bot logs as an error."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        if record.name == "aiogram_dialog.window":
            return  # A refusal met while a window was drawn; real failures are logged once more.
        self.lines.append(self.format(record))


@dataclass
class Monkey:
    """The people of two municipalities, and what they do."""

    stage: Stage
    people: list[Person] = field(default_factory=list)
    errors: Errors = field(default_factory=Errors)
    blocked: set[int] = field(default_factory=set)

    @classmethod
    async def enter(cls, stage: Stage) -> "Monkey":
        """Two departments, three schools, two of every role, an administrator and a stranger."""
        admin = stage.world.person("Админ", user_id=municipality.ADMIN_ID)
        towns = [
            await municipality.found(stage, "Управление А", ["Школа № 1", "Школа № 2"], each=2),
            await municipality.found(stage, "Управление Б", ["Школа № 9"], each=2),
        ]
        stranger = stage.world.person("Прохожий")
        for person in (admin, stranger):
            await person.start()
        await stage.settle()
        people = [admin, stranger, *(person for town in towns for person in town.people)]
        monkey = cls(stage, people)
        stage.app.bot.session.middleware(monkey.watch)
        logging.getLogger().addHandler(monkey.errors)
        stage.world.calls.clear()
        return monkey

    async def watch(self, make_request: Any, bot: Any, method: Any) -> Any:
        """No update's transaction may be open while Telegram is waited for."""
        if CURRENT.get(None) is not None:
            self.errors.lines.append(f"{type(method).__name__} inside a transaction")
        return await make_request(bot, method)

    def leave(self) -> None:
        logging.getLogger().removeHandler(self.errors)

    async def do(self, step: Step) -> None:
        """One step and all that must hold after it. Raises Found."""
        person = self.people[step.who % len(self.people)]
        before = person.events[-1].number if person.events else 0
        if person.id in self.blocked and step.what not in QUIET:
            # Whoever has blocked the bot cannot write to it: Telegram offers to let it in again.
            await block(self, person, 0)
            await self.stage.settle()
        presses = await ACTIONS[step.what](self, person, step.which)
        await self.stage.settle()
        self._check(person, step, presses, before)
        if person.id not in self.blocked and step.what not in QUIET:
            await self._check_commands(person)

    async def _check_commands(self, person: Person) -> None:
        """Beside the input field stand the commands of the seat that is worn, no others."""
        app, now = self.stage.app, self.stage.clock.now()
        async with app.database.reading() as session:
            loaded = await chats.load(session, person.id)
            if loaded is None:
                return
            hat = orjson.loads(loaded.data).get("h", "")
            admins = app.settings.admin_ids
            actor = identity.actor(loaded.rows, person.id, admins, now=now, hat=hat)
            wanted = {*menu.commands(menu.reader(Unit(session=session, now=now, actor=actor)))}
        there = self.stage.world.bot.commands.get((f"chat:{person.id}", ""), [])
        names = {one["command"] for one in there} - {"menu", "help"}
        if names != wanted:
            raise Found(f"the chat has commands {sorted(names)}, its hat {sorted(wanted)}")

    def _check(self, person: Person, step: Step, presses: Sequence[Press], before: int) -> None:
        if self.errors.lines:
            raise Found("the log has an error:\n" + self.errors.lines.pop())
        for call in self.stage.world.calls.refused():
            if not self._forgiven(call.code, call.error):
                raise Found(f"Telegram refused {call.method}: {call.error} {call.params}")
        self.stage.world.calls.clear()
        if person.id in self.blocked or step.what in QUIET:
            return
        if any(not press.answered for press in presses):
            raise Found("a press was not answered")
        answered = any(event.from_bot and event.number > before for event in person.events)
        if not answered and not any(press.toast for press in presses):
            raise Found("nothing reached the person")
        if not person.buttons() and not any(
            "ссылку-приглашение" in message.text for message in person.visible[-LOOKED_AT:]
        ):
            raise Found(f"the screen has no way on: {person.screen!r}")

    def _forgiven(self, code: int, error: str) -> bool:
        return "message is not modified" in error or (code == 403 and bool(self.blocked))

    async def check_database(self) -> None:
        broken = await invariants.broken(self.stage.app.database)
        if broken:
            raise Found(f"the database is broken: {broken}")


def _keyboards(person: Person) -> list[Message]:
    return [message for message in person.visible if message.rows]


async def _press(person: Person, message: Message, which: int) -> list[Press]:
    buttons = [button for row in message.rows for button in row]
    if not buttons:
        return await _send(person, COMMANDS[1])
    data = _callback(message, which % len(buttons))
    return [await person.press_raw(data, message)] if data else await _send(person, COMMANDS[1])


def _callback(message: Message, index: int) -> str:
    rows = message.markup.rows if message.markup is not None else []
    flat = [button for row in rows for button in row]
    return str(flat[index].get("callback_data", "")) if index < len(flat) else ""


async def _send(person: Person, text: str) -> list[Press]:
    await person.send(text)
    return []


async def press(monkey: Monkey, person: Person, which: int) -> list[Press]:
    boards = _keyboards(person)
    return await _press(person, boards[-1], which) if boards else await _send(person, "/menu")


async def press_old(monkey: Monkey, person: Person, which: int) -> list[Press]:
    old = [message for message in person.chat if message.data.get("reply_markup")]
    if not old:
        return await _send(person, "/menu")
    return await _press(person, old[which % len(old)], which // 7)


async def press_twice(monkey: Monkey, person: Person, which: int) -> list[Press]:
    boards = _keyboards(person)
    if not boards:
        return await _send(person, "/menu")
    twice = await asyncio.gather(*(_press(person, boards[-1], which) for _ in range(2)))
    return [one for presses in twice for one in presses]


async def forge(monkey: Monkey, person: Person, which: int) -> list[Press]:
    boards = _keyboards(person)
    if not boards:
        return await _send(person, "/menu")
    names = ("feedback", "survey", "roadmap", "assignment", "pair", "x", "")
    data = f"{names[which % len(names)]}:{which % 50}:{which % 11}"
    return [await person.press_raw(data, boards[-1])]


async def command(monkey: Monkey, person: Person, which: int) -> list[Press]:
    return await _send(person, COMMANDS[which % len(COMMANDS)])


async def say(monkey: Monkey, person: Person, which: int) -> list[Press]:
    return await _send(person, PLAUSIBLE[which % len(PLAUSIBLE)])


async def rave(monkey: Monkey, person: Person, which: int) -> list[Press]:
    return await _send(person, ABSURD[which % len(ABSURD)])


async def attach(monkey: Monkey, person: Person, which: int) -> list[Press]:
    sends = (
        lambda: person.send_file("приказ.docx", ROADMAP, caption="<b>"),
        lambda: person.send_file("список.xlsx", b"PK\x03\x04 not really"),
        lambda: person.send_file("x" * 200 + ".exe", b"\x00" * 64),
        lambda: person.send_photo(b"\xff\xd8\xff not a photo", "фото"),
        lambda: person.send_voice(seconds=5),
        lambda: person.send_contact("+79990000000", "Чужой", user_id=None),
        lambda: person.send_contact("+79990000001", "Я", user_id=person.id),
        person.send_sticker,
        lambda: person.send_location(55.7, 37.6),
    )
    await sends[which % len(sends)]()
    return []


async def forward(monkey: Monkey, person: Person, which: int) -> list[Press]:
    """Something out of one's own chat comes again as a forwarded message."""
    if not person.chat:
        return await _send(person, COMMANDS[1])
    await person.forward(person.chat[which % len(person.chat)])
    return []


async def block(monkey: Monkey, person: Person, which: int) -> list[Press]:
    if person.id in monkey.blocked:
        monkey.blocked.discard(person.id)
        await person.unblock()
    else:
        monkey.blocked.add(person.id)
        await person.block()
    return []


async def wait(monkey: Monkey, person: Person, which: int) -> list[Press]:
    hours = (1, 5, 12, 24, 24 * 7)[which % 5]
    await monkey.stage.go_to(monkey.stage.clock.now() + timedelta(hours=hours))
    return []


ACTIONS = {
    "press": press,
    "press old": press_old,
    "press twice": press_twice,
    "forge": forge,
    "command": command,
    "say": say,
    "rave": rave,
    "attach": attach,
    "forward": forward,
    "block": block,
    "wait": wait,
}
# After these nothing has to reach the person.
QUIET = {"block", "wait"}
WEIGHTS = (55, 6, 4, 2, 4, 11, 6, 5, 2, 2, 3)
ROADMAP = (ROOT / "examples" / "roadmap.docx").read_bytes()


def history(seed: int, length: int) -> list[Step]:
    """`length` steps of this seed. People mostly act a few times in a row, as people do."""
    chance = random.Random(seed)
    steps: list[Step] = []
    who = 0
    for _ in range(length):
        if chance.random() < 0.25:
            who = chance.randrange(1000)
        what = chance.choices(list(ACTIONS), WEIGHTS)[0]
        steps.append(Step(who, what, chance.randrange(10**6)))
    return steps
