"""A monkey at every phone: presses, types and sends anything, and watches what comes of it.

A step is written down as numbers (who, what, which) that are resolved against what is there when
it is done, so any part of a history can be played again; that is how a failure is cut short.
"""

import logging
import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import orjson

from db.queries import chats
from examples.stage import Stage
from handlers.kit import menu
from handlers.kit.turn import CURRENT
from mentoring.people import identity
from mentoring.unit import Unit
from sandbox.people import Person
from sandbox.pressing import Press
from tests.e2e import invariants, municipality, newcomers
from tests.e2e.mischief import ACTIONS, QUIET, WEIGHTS, block

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
    # Payloads of links that anybody may come upon.
    links: list[str] = field(default_factory=list)
    errors: Errors = field(default_factory=Errors)
    blocked: set[int] = field(default_factory=set)

    @classmethod
    async def enter(cls, stage: Stage) -> "Monkey":
        """Two departments, three schools, two of every role, an administrator and a stranger.

        Those who have only opened a link stand in the list twice, so that they get somewhere.
        """
        admin = stage.world.person("Админ", user_id=municipality.ADMIN_ID)
        towns = [
            await municipality.found(stage, "Управление А", ["Школа № 1", "Школа № 2"], each=2),
            await municipality.found(stage, "Управление Б", ["Школа № 9"], each=2),
        ]
        stranger = stage.world.person("Прохожий")
        for person in (admin, stranger):
            await person.start()
        await stage.answered()
        door = await newcomers.at_the_door(stage, towns[0].schools[0])
        people = [admin, stranger, *(person for town in towns for person in town.people)]
        monkey = cls(stage, [*people, door.pupil, *door.people, *door.people], door.links)
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
            await self.stage.answered()
        presses = await ACTIONS[step.what](self, person, step.which)
        await self.stage.answered()
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
        way_on = person.buttons() or person.reply_buttons()
        if not way_on and not any(
            "ссылку-приглашение" in message.text for message in person.visible[-LOOKED_AT:]
        ):
            raise Found(f"the screen has no way on: {person.screen!r}")

    def _forgiven(self, code: int, error: str) -> bool:
        # Telegram deletes nothing of more than two days, and tells nobody what is that old.
        harmless = "message is not modified" in error or "can't be deleted" in error
        return harmless or (code == 403 and bool(self.blocked))

    async def check_database(self) -> None:
        broken = await invariants.broken(self.stage.app.database)
        if broken:
            raise Found(f"the database is broken: {broken}")


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
