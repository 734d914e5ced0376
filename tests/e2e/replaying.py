"""What people did in a story, done again by those who may not.

As it was: the recorded data on a message of one's own chat, which anybody with a changed client
can send. From the same place: with the dialogs standing where they stood for whoever did it, as
for somebody who has lost their seat since; there every use case has to refuse by itself.
"""

import logging
import random
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from unittest.mock import patch

import orjson
from aiogram.types import Update
from sqlalchemy import update

from bot.runner import Runner, private_chat
from bot.screens import TAG_MARK
from db.models import Chat, Invite
from db.queries import chats
from examples.stage import Stage
from sandbox import Message, Person
from tests.e2e import municipality, standing
from tests.e2e.monkey import Errors
from tests.e2e.standing import Standing, Standings
from tests.e2e.witness import Change, Witness

COMMANDS = ("/start", "/menu", "/help", "/nonsense", "/start nonsense", "/start@somebody")
_STACK = "aiogd:stack:"
_INTENT_MARK = "\x1d"
# An id that no row has, instead of one that some row has.
_MISSING = "777777777777"
_ID = re.compile(r"(?<=:)\d+")
_OWNER = re.compile(r'"user_ids":\[\d+\]')
_SETTLE_SECONDS = 60


@dataclass(frozen=True, slots=True)
class Deed:
    """Something a person did: `what` is callback data or a text, empty for other messages."""

    who: int
    what: str
    pressed: bool
    message_id: int
    # The chat's row just before.
    place: str

    @property
    def is_command(self) -> bool:
        return not self.pressed and self.what.startswith("/")

    @property
    def is_notice(self) -> bool:
        """Pressed under a message that the bot sent by itself: its data hold at any time."""
        return self.pressed and TAG_MARK not in self.what

    @property
    def window(self) -> str:
        """The state of the dialog on top, empty when there was none."""
        rows = orjson.loads(self.place)
        intents = rows.get(_STACK, {}).get("d", {}).get("intents") or [""]
        context = rows.get(f"aiogd:context:{intents[-1]}", {})
        return str(context.get("d", {}).get("state", ""))

    @property
    def gist(self) -> tuple[int, str, str]:
        """The same for deeds that differ in the dialogs' random marks alone."""
        plain = self.what.partition(TAG_MARK)[0].rpartition(_INTENT_MARK)[2]
        return self.who, "" if self.is_notice or self.is_command else self.window, plain


@contextmanager
def recording() -> Iterator[dict[Any, Deed]]:
    """All that people do meanwhile, each kind of deed once."""
    handle = Runner.handle
    deeds: dict[Any, Deed] = {}

    async def listening(runner: Runner, event: Update) -> None:
        deed = await _deed(runner, event)
        if deed is not None:
            deeds.setdefault(deed.gist, deed)
        await handle(runner, event)

    with patch.object(Runner, "handle", listening):
        yield deeds


async def _deed(runner: Runner, event: Update) -> Deed | None:
    query, message, chat_id = event.callback_query, event.message, private_chat(event)
    pressed = query.message if query is not None else None
    if chat_id is None or (message or pressed) is None:
        return None
    async with runner.database.reading() as session:
        row = await session.get(Chat, chat_id)
    place = row.data if row is not None else "{}"
    if query is not None and pressed is not None:
        return Deed(chat_id, query.data or "", True, pressed.message_id, place)
    assert message is not None
    return Deed(chat_id, message.text or "", False, message.message_id, place)


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of a deed: what was said and is on the screen now, what was written."""

    said: str
    screen: str
    changes: list[Change]

    @property
    def words(self) -> tuple[str, str]:
        return self.said, self.screen


@dataclass
class Replay:
    """A stage on which a story was played, and everybody who now does its deeds again."""

    stage: Stage
    deeds: list[Deed]
    standings: Standings
    witness: Witness
    stranger: Person
    found: list[str] = field(default_factory=list)
    done: int = 0
    # Chat -> its row before anything was replayed; chat -> all callback data ever shown there.
    homes: dict[int, str] = field(default_factory=dict)
    offered: dict[int, set[str]] = field(default_factory=dict)
    errors: Errors = field(default_factory=Errors)

    @classmethod
    async def prepare(cls, stage: Stage, deeds: list[Deed]) -> "Replay":
        """Let another town move in beside the story, with people of every role, and a stranger."""
        town = await municipality.found(stage, "Чужое управление", ["Чужая гимназия"])
        stranger = stage.world.person("Незнакомка")
        for person in (*town.people, stranger):
            await person.start()
        await stage.settle()
        known = await standing.read(stage.app.database)
        witness = Witness(stage.app.database)
        await witness.watch()
        replay = cls(stage, deeds, known, witness, stranger)
        for person in stage.world.people:
            if person.chat_now.blocked:
                await person.unblock()
        await stage.settle()
        for person in stage.world.people:
            replay.homes[person.id] = await replay._row(person)
        for call in stage.world.calls:
            replay.offered.setdefault(call.chat_id, set()).update(_callbacks(call.params))
        stage.world.calls.clear()
        await witness.changes()
        return replay

    async def everything(self, seed: int = 1, mutations: int = 100) -> list[str]:
        """Replay all deeds in all ways. Returns what should not have been, a line each."""
        logging.getLogger().addHandler(self.errors)
        try:
            await self._open_links()
            await self._use_up_links()
            for deed in self.deeds:
                for person in self._others(deed):
                    await self._as_it_was(deed, person)
                    await self._from_its_place(deed, person)
            await self._mutate(random.Random(seed), mutations)
            await self._commands()
        finally:
            logging.getLogger().removeHandler(self.errors)
        return self.found

    def _others(self, deed: Deed) -> list[Person]:
        """One of every other role beside whoever did it, one of the same role elsewhere, nobody."""
        doer = self.standings.standing(deed.who)
        chosen: dict[tuple[bool, frozenset[str]], Person] = {}
        for person in self.stage.world.people:
            here = self.standings.standing(person.id)
            beside = here.is_beside(doer)
            same = bool(here.roles & doer.roles)
            if person.id != deed.who and here.seats and same != beside:
                chosen.setdefault((beside, frozenset(here.roles)), person)
        return [*chosen.values(), self.stranger]

    async def _open_links(self) -> None:
        """Whoever has a link may look what it leads to; looking changes nothing."""
        for deed in self.deeds:
            if deed.is_command:
                for person in self.stage.world.people:
                    await self._expect_nothing(deed, person, await self._do(deed, person))

    async def _use_up_links(self) -> None:
        async with self.stage.app.database.begin() as session:
            await session.execute(update(Invite).values(uses_left=0))
        await self.witness.changes()

    async def _as_it_was(self, deed: Deed, person: Person) -> None:
        """Forged data on one's own message. What the bot offered this person too, they may do."""
        if not (deed.pressed or deed.is_command) or deed.what in self.offered.get(person.id, ()):
            return
        await self._restore(person)
        answer = await self._do(deed, person)
        await self._expect_nothing(deed, person, answer)
        if deed.is_notice and _ID.search(deed.what):
            await self._restore(person)
            missing = await self._do(deed, person, _ID.sub(_MISSING, deed.what, count=1))
            if missing.words != answer.words:
                self._report(deed, person, f"forbidden {answer.words}, missing {missing.words}")

    async def _from_its_place(self, deed: Deed, person: Person) -> None:
        if deed.is_command:
            return
        await self._sit(person, deed)
        answer = await self._do(deed, person)
        here = self.standings.standing(person.id)
        if here.is_beside(self.standings.standing(deed.who)):
            await self._expect_nothing(deed, person, answer)
        else:
            # In their own school they may do what was done in the other one.
            await self._expect_nothing(deed, person, answer, own=here.below)

    async def _mutate(self, chance: random.Random, count: int) -> None:
        """Truncated and bit-flipped, by the same person and by the stranger."""
        candidates = [deed for deed in self.deeds if deed.pressed or deed.what.startswith("/start ")]
        for deed in chance.sample(candidates, min(count, len(candidates))):
            doer = self.stage.world.find_person(deed.who)
            assert doer is not None
            for what in (_truncated(deed.what, chance), _flipped(deed.what, chance)):
                for person in (doer, self.stranger):
                    if what in self.offered.get(person.id, ()):
                        continue
                    await self._sit(person, deed)
                    answer = await self._do(deed, person, what)
                    await self._expect_nothing(deed, person, answer, what=what)

    async def _commands(self) -> None:
        for person in self.stage.world.people:
            for command in COMMANDS:
                deed = Deed(person.id, command, False, 0, "{}")
                await self._expect_nothing(deed, person, await self._do(deed, person))

    async def _do(self, deed: Deed, person: Person, what: str | None = None) -> Answer:
        """The deed, or a variant of it; whatever the bot must not do is reported here."""
        what = deed.what if what is None else what
        before = person.events[-1].number
        query = None
        if deed.pressed:
            query = await person.press_raw(what, _own_message(person))
        elif what:
            await person.send(what)
        else:
            await person.forward(self._original(deed))
        await self.stage.world.settle(_SETTLE_SECONDS)
        self.done += 1
        came = [event for event in person.events if event.from_bot and event.number > before]
        toast = query.toast.text if query is not None and query.toast is not None else ""
        said = "\n".join([toast, *(event.text for event in came)])
        if not (query.answered if query is not None else came):
            self._report(deed, person, "was not answered", what)
        for call in self.stage.world.calls.refused():
            if "message is not modified" not in call.error:
                self._report(deed, person, f"{call.method} was refused: {call.error}", what)
        self.stage.world.calls.clear()
        for line in self.errors.lines:
            self._report(deed, person, f"the log has an error: {line}", what)
        self.errors.lines.clear()
        last = _own_message(person)
        screen = "\n".join([last.text, *last.buttons])
        return Answer(toast or said, said + screen, await self.witness.changes())

    async def _expect_nothing(
        self,
        deed: Deed,
        person: Person,
        answer: Answer,
        *,
        what: str | None = None,
        own: frozenset[int] = frozenset(),
    ) -> None:
        """Nothing written (but among `own` organisations), and no foreign word said."""
        changes = [change for change in answer.changes if change.organisation not in own]
        if changes:
            self._report(deed, person, f"changed {changes}", what)
        here = self.standings.standing(person.id)
        known = f"{deed.what}{deed.place}" if person is not None else ""
        told = [word for word in self.standings.foreign(here, known) if word in answer.screen]
        if told:
            self._report(deed, person, f"was told {told}", what)
