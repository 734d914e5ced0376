"""The deeds of a story, done again by those who may not.

As it was: the recorded data on a message of one's own chat, which anybody with a changed client
can send. From its place: with the dialogs standing where they stood for whoever did it, as for
somebody who has lost their seat since; there every use case has to refuse by itself.
"""

import logging
import random
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain
from typing import Any

import orjson
from sqlalchemy import update

from db.models import Chat, Invite
from db.queries import chats
from examples.stage import Stage
from mentoring.roles import GRANTS, Role
from sandbox import Message, Person
from tests.e2e import invariants, municipality, standing
from tests.e2e.monkey import Errors
from tests.e2e.recording import STACK, Deed
from tests.e2e.standing import Standings
from tests.e2e.witness import Change, Witness

COMMANDS = ("/start", "/menu", "/help", "/nonsense", "/start nonsense", "/start@somebody")
# An id that no row has, instead of one that some row has.
_MISSING = "777777777777"
_ID = re.compile(r"(?<=:)\d+")
_OWNER = re.compile(r'"user_ids":\[\d+\]')
_SETTLE_SECONDS = 60
_SEED = 2026


async def replay(stage: Stage, deeds: Iterable[Deed], *, mutations: int) -> list[str]:
    """Have everybody else do the deeds. Returns what should not have been, a line each."""
    replayed = await Replay.prepare(stage, list(deeds))
    await replayed.everything(mutations)
    return replayed.found


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of a deed: the toast, all that was said, the screen it left, what was written."""

    toast: str
    said: str
    screen: str
    changes: list[Change]


@dataclass
class Replay:
    """A stage on which a story was played, and what should not have been when it was repeated."""

    stage: Stage
    deeds: list[Deed]
    stranger: Person
    # People who came later into the same places, to the same roles.
    colleagues: list[Person]
    known: Standings
    witness: Witness
    # Chat -> its row before anything was repeated; chat -> all callback data it was ever shown.
    homes: dict[int, str] = field(default_factory=dict)
    offered: dict[int, set[str]] = field(default_factory=dict)
    errors: Errors = field(default_factory=Errors)
    found: list[str] = field(default_factory=list)

    @classmethod
    async def prepare(cls, stage: Stage, deeds: list[Deed]) -> "Replay":
        """Let a stranger, colleagues and a whole other town come after the story."""
        database, admin_ids = stage.app.database, stage.app.settings.admin_ids
        colleagues: list[Person] = []
        for role, place in await standing.seats(database):
            colleagues += await municipality.join(stage, place, role, "Коллега", 1)
        await municipality.found(stage, "Чужое управление", ["Чужая гимназия"])
        stranger = stage.world.person("Незнакомка")
        for person in stage.world.people:
            await person.start()
        await stage.settle()
        known = await standing.read(database, admin_ids)
        made = cls(stage, deeds, stranger, colleagues, known, Witness(database))
        await made.witness.watch()
        async with database.reading() as session:
            for person in stage.world.people:
                row = await session.get(Chat, person.id)
                made.homes[person.id] = row.data if row is not None else "{}"
        for call in stage.world.calls:
            made.offered.setdefault(call.chat_id, set()).update(_callbacks(call.params))
        stage.world.calls.clear()
        return made

    async def everything(self, mutations: int) -> None:
        """Replay all deeds in all ways, and about so many `mutations` of them."""
        logging.getLogger().addHandler(self.errors)
        try:
            await self._open_links()
            await self._mutate(random.Random(_SEED), mutations)
            await self._use_up_links()
            for deed in self.deeds:
                for person in self._others(deed):
                    await self._as_it_was(deed, person)
                    await self._from_its_place(deed, person)
            await self._commands()
            await self._by_colleagues()
        finally:
            logging.getLogger().removeHandler(self.errors)

    def _others(self, deed: Deed) -> list[Person]:
        """One of each other role beside the doer, one of the same role elsewhere, a stranger.

        A role that holds the permission itself is no other role; see `_by_colleagues`.
        """
        doer = self.known.of(deed.who)
        chosen: dict[tuple[bool, frozenset[Role]], Person] = {}
        for person in self.stage.world.people:
            here = self.known.of(person.id)
            beside = here.is_beside(doer)
            alike = bool(here.roles & doer.roles) or any(
                GRANTS[role] & deed.permissions for role in here.roles
            )
            if here.roles and beside != alike:
                chosen.setdefault((beside, here.roles), person)
        return [*chosen.values(), self.stranger]

    async def _open_links(self) -> None:
        """Whoever has a link may look where it leads; looking changes nothing."""
        for deed in self.deeds:
            if deed.is_command:
                for person in self.stage.world.people:
                    await self._no_effect(deed, person)

    async def _use_up_links(self) -> None:
        async with self.stage.app.database.begin() as session:
            await session.execute(update(Invite).values(uses_left=0))
        await self.witness.changes()

    async def _as_it_was(self, deed: Deed, person: Person) -> None:
        """Forged data on one's own message. What the bot offered this person too, they may do."""
        if not (deed.pressed or deed.is_command) or deed.what in self.offered.get(person.id, ()):
            return
        await self._stand(person, self.homes[person.id])
        answer = await self._no_effect(deed, person)
        if deed.is_notice and _ID.search(deed.what):
            await self._stand(person, self.homes[person.id])
            missing = await self._do(deed, person, _ID.sub(_MISSING, deed.what, count=1))
            if (missing.toast, missing.screen) != (answer.toast, answer.screen):
                self._report(deed, person, f"can tell it from a missing one: {answer} {missing}")

    async def _from_its_place(self, deed: Deed, person: Person) -> None:
        """Somebody of another town may do in their own school what was done in this one."""
        if not deed.is_command:
            await self._stand(person, deed.place)
            beside = self.known.of(person.id).is_beside(self.known.of(deed.who))
            await self._no_effect(deed, person, but_at_home=not beside)

    async def _mutate(self, chance: random.Random, count: int) -> None:
        """Truncated or with a bit flipped, by the same person and by the stranger."""
        marked = [deed for deed in self.deeds if deed.pressed or deed.what.startswith("/start ")]
        for deed in chance.choices(marked, k=count // 2) if marked else ():
            what = chance.choice((_truncated, _flipped))(deed.what, chance)
            for person in (self.stage.world.find_person(deed.who), self.stranger):
                if person is None or what in self.offered.get(person.id, ()):
                    continue
                await self._stand(person, deed.place)
                if person is not self.stranger:
                    # A screen that makes a new link for its owner has made it after this.
                    await self._do(deed, person, "?")
                await self._no_effect(deed, person, what)

    async def _commands(self) -> None:
        """By everybody; an unknown one also where a text was expected."""
        for person in self.stage.world.people:
            for command in COMMANDS:
                await self._no_effect(Deed(person.id, command, False, 0, "{}"), person)
        for deed in self.deeds:
            doer = self.stage.world.find_person(deed.who)
            if doer is not None and not deed.pressed and not deed.is_command:
                await self._stand(doer, deed.place)
                await self._no_effect(deed, doer, "/nonsense")

    async def _by_colleagues(self) -> None:
        """Who holds the same permission may do much of it; the tables must stay in order."""
        for deed in self.deeds:
            for person in self.colleagues:
                grants = [GRANTS[role] for role in self.known.of(person.id).roles]
                if any(deed.permissions & granted for granted in grants):
                    await self._stand(person, deed.place)
                    await self._do(deed, person)
        await self.stage.settle()
        if broken := await invariants.broken(self.stage.app.database):
            self.found.append(f"the tables are out of order: {broken}")

    async def _stand(self, person: Person, place: str) -> None:
        """Put the person's dialogs into this state, on a message of their own chat."""
        rows = orjson.loads(_OWNER.sub(f'"user_ids":[{person.id}]', place))
        rows["u"] = []
        if STACK in rows:
            rows[STACK]["d"]["last_message_id"] = ground(person).id
        async with self.stage.app.database.begin() as session:
            await chats.save(session, person.id, orjson.dumps(rows).decode())

    async def _no_effect(
        self, deed: Deed, person: Person, what: str | None = None, *, but_at_home: bool = False
    ) -> Answer:
        """The deed writes nothing, and tells no word of an organisation that is not the person's.

        `but_at_home`: it may write to what belongs to the person's own organisations.
        """
        answer = await self._do(deed, person, what)
        here = self.known.of(person.id)
        changes = answer.changes
        if changes and but_at_home:
            ids = self.stage.app.settings.admin_ids
            self.known = await standing.read(self.stage.app.database, ids)
            here = self.known.of(person.id)
            changes = [one for one in changes if one.organisation not in here.below]
        if changes:
            self._report(deed, person, f"wrote {changes}", what)
        # Whose seats are gone is still called by their name.
        known = f"{deed.what}\n{deed.place}\n{person.name}"
        if told := self.known.foreign(here, answer.said, known):
            self._report(deed, person, f"was told {told}", what)
        return answer

    async def _do(self, deed: Deed, person: Person, what: str | None = None) -> Answer:
        """Do it, or a variant of it; whatever must never be is reported here."""
        what = deed.what if what is None else what
        before = person.events[-1].number
        press = None
        if deed.pressed:
            press = await person.press_raw(what, ground(person))
        elif what:
            await person.send(what)
        else:
            await person.forward(self._original(deed))
        await self.stage.world.settle(_SETTLE_SECONDS)
        came = [event for event in person.events if event.from_bot and event.number > before]
        if not (press.answered if press is not None else came):
            self._report(deed, person, "was not answered", what)
        for call in self.stage.world.calls.refused():
            if "message is not modified" not in call.error:
                self._report(deed, person, f"{call.method} was refused: {call.error}", what)
        self.stage.world.calls.clear()
        for entry in self.errors.lines:
            lines = entry.splitlines()
            self._report(deed, person, f"the log has an error: {lines[0]} {lines[-1]}", what)
        self.errors.lines.clear()
        # An old message that only loses its buttons says nothing.
        heard = [event for event in came if event.kind != "edited" or event.buttons]
        said = "\n".join(part for event in heard for part in (event.text, *chain(*event.buttons)))
        toast = next((event.text for event in came if event.kind == "toast"), "")
        screen = "\n".join([_screen(person).text, *_screen(person).buttons])
        return Answer(toast, said, screen, await self.witness.changes())

    def _original(self, deed: Deed) -> Message:
        doer = self.stage.world.find_person(deed.who)
        if doer is None:
            raise LookupError(f"nobody has the number {deed.who}")
        return doer.chat_now.messages[deed.message_id]

    def _report(self, deed: Deed, person: Person, what: str, data: str | None = None) -> None:
        variant = f" as {data!r}" if data not in {None, deed.what} else ""
        roles = "/".join(sorted(self.known.of(person.id).roles)) or "stranger"
        self.found.append(f"{person.name} ({roles}) doing {deed}{variant}: {what}")


def _screen(person: Person) -> Message:
    """The newest text of the bot in the chat."""
    texts = [one for one in person.visible if one.from_bot and "text" in one.data]
    if not texts:
        raise LookupError(f"{person.name} has never heard of the bot")
    return texts[-1]


def ground(person: Person) -> Message:
    """Where somebody else's dialogs are put: a text that may be edited, as theirs was.

    One with keys in place of the phone's own is none: Telegram edits no such message.
    """
    texts = [one for one in person.visible if one.from_bot and "text" in one.data]
    plain = [one for one in texts if one.markup is None or one.markup.kind == "inline"]
    if not plain:
        raise LookupError(f"{person.name} has never heard of the bot")
    return plain[-1]


def _callbacks(params: dict[str, Any]) -> Iterator[str]:
    markup = params.get("reply_markup") or "{}"
    board = orjson.loads(markup) if isinstance(markup, str) else markup
    for row in board.get("inline_keyboard", ()):
        for button in row:
            yield button.get("callback_data", "")


def _truncated(text: str, chance: random.Random) -> str:
    return text[: chance.randrange(1, max(2, len(text)))]


def _flipped(text: str, chance: random.Random) -> str:
    """One bit of one character changed; texts stay ASCII, as Telegram's payloads are."""
    at = chance.randrange(len(text))
    return text[:at] + chr(ord(text[at]) ^ 1 << chance.randrange(7)) + text[at + 1 :]
