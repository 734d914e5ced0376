"""The sandbox itself: the server and the people, in one object."""

from __future__ import annotations

import time
from collections.abc import Mapping

from sandbox.calls import CallLog
from sandbox.clock import CivilClock
from sandbox.control import Control
from sandbox.dispatch import Dispatcher
from sandbox.errors import SandboxError
from sandbox.faults import Fault, Faults, Kind
from sandbox.limits import Limits, Pacer
from sandbox.model import Account, BotAccount
from sandbox.people import Group, Person, new_group
from sandbox.server import Server
from sandbox.state import State

FIRST_USER_ID = 100_001


class Sandbox:
    """A Bot API server with people on the other side.

    - ``token``: the bot's; None lets the first bot that calls be the one people write to
    - ``limits``: flood limits; None for none
    - ``latency``: seconds every call takes, or per method (``*`` for the others); getUpdates only
      when it is named
    - ``keep``: messages and events kept per chat; ``keep_calls``: calls kept; None for all
    - ``retry_seconds``: the first pause before a webhook delivery is repeated; it doubles
    """

    def __init__(
        self,
        *,
        token: str | None = None,
        username: str = "mentoring_test_bot",
        limits: Limits | None = None,
        latency: float | Mapping[str, float] = 0.0,
        keep: int | None = None,
        keep_calls: int | None = None,
        retry_seconds: float = 1.0,
    ) -> None:
        self.state = State(
            token=token,
            username=username,
            limits=limits,
            keep=keep,
            keep_calls=keep_calls,
        )
        self.state.retry_seconds = retry_seconds
        self.set_latency(latency)
        dispatcher = Dispatcher(self.state)
        self.state.execute = dispatcher.execute
        self._people: dict[int, Person] = {}
        self._server = Server(self.state, dispatcher, Control(self).handle)

    @property
    def url(self) -> str:
        """Where it listens, for BOT_API_URL; empty before ``start``."""
        return self._server.url

    @property
    def token(self) -> str:
        """The token of the main bot."""
        return self.state.main_bot.token

    @property
    def bot(self) -> BotAccount:
        """The main bot, the one people write to."""
        return self.state.main_bot

    @property
    def clock(self) -> CivilClock:
        """The civil clock of message dates."""
        return self.state.clock

    @property
    def calls(self) -> CallLog:
        """All calls of bots."""
        return self.state.calls

    @property
    def faults(self) -> Faults:
        """The ordered failures."""
        return self.state.faults

    @property
    def pacer(self) -> Pacer:
        """The flood limits with their figures; ``pacer.limits`` may be replaced at any time."""
        return self.state.pacer

    @property
    def people(self) -> list[Person]:
        """Everyone made so far."""
        return list(self._people.values())

    async def start(self, port: int = 0, host: str = "127.0.0.1") -> str:
        """Listen and return the URL."""
        return await self._server.start(host, port)

    async def stop(self) -> None:
        """Stop listening and delivering."""
        for webhook in list(self.state.webhooks.values()):
            await webhook.stop()
        self.state.webhooks.clear()
        await self._server.stop()

    async def __aenter__(self) -> Sandbox:
        await self.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.stop()

    def person(
        self,
        first_name: str,
        *,
        last_name: str = "",
        username: str = "",
        language_code: str = "ru",
        phone: str = "",
        user_id: int | None = None,
    ) -> Person:
        """A new person. Raises SandboxError for an id that is taken."""
        if user_id is None:
            user_id = max(self._people, default=FIRST_USER_ID - 1) + 1
        if user_id in self._people or user_id <= 0:
            raise SandboxError(f"the user id {user_id} is taken or not positive")
        account = Account(user_id, first_name, last_name, username, language_code, phone)
        self.state.accounts[user_id] = account
        person = self._people[user_id] = Person(self.state, account, self.state.main_bot)
        return person

    def find_person(self, user_id: int) -> Person | None:
        """The person with this id."""
        return self._people.get(user_id)

    def group(self, title: str, *members: Person, supergroup: bool = False) -> Group:
        """A group with the main bot in it."""
        kind = "supergroup" if supergroup else "group"
        group = Group(self.state, new_group(self.state, self.state.main_bot, title, kind))
        for person in members:
            group.member(person)
        return group

    def set_latency(self, latency: float | Mapping[str, float]) -> None:
        """Seconds every call takes from now on, or a table per method."""
        table = dict(latency) if isinstance(latency, Mapping) else {"*": float(latency)}
        self.state.latency = {
            name: value for name, value in table.items() if value or len(table) > 1
        }

    def fail(
        self,
        kind: Kind,
        *,
        times: int = 1,
        method: str = "",
        chat: Person | Group | int = 0,
        code: int = 0,
        text: str = "",
        seconds: float = 1.0,
    ) -> None:
        """Order a failure for the next ``times`` matching calls; see ``Fault`` for the kinds."""
        chat_id = chat if isinstance(chat, int) else chat.id
        self.faults.order(Fault(kind, times, method, chat_id, code, text, seconds))

    def revoke(self, token: str) -> None:
        """From now on this token gets 401 Unauthorized."""
        self.state.add_bot(token).revoked = True

    def updates_pending(self) -> int:
        """How many updates no bot has confirmed yet."""
        return sum(len(bot.updates) for bot in self.state.bots)

    def redeliver(self, count: int = 1) -> int:
        """Give the main bot its last confirmed updates again, ids unchanged; how many."""
        return self.state.main_bot.updates.redeliver(count)

    async def settle(self, timeout: float = 10.0, *, quiet: float = 0.0) -> None:  # noqa: ASYNC109
        """Wait until every update is confirmed and no call is being answered.

        A bot that confirms before it has handled (aiogram's polling with background tasks) needs
        ``quiet``: the state must then last for this many seconds. Raises SandboxError after
        ``timeout`` seconds.
        """
        state = self.state
        deadline = time.monotonic() + timeout
        while True:
            left = deadline - time.monotonic()
            done = await state.activity.until(lambda: state.quiet() or None, max(left, 0.0))
            if not done:
                raise SandboxError(
                    f"not settled after {timeout} s: {self.updates_pending()} updates unconfirmed,"
                    f" {self.calls.in_progress} calls in progress"
                )
            before = (self.calls.total, sum(bot.updates.pushed for bot in state.bots))
            if quiet <= 0:
                return
            interrupted = await state.activity.wait(quiet)
            after = (self.calls.total, sum(bot.updates.pushed for bot in state.bots))
            if not interrupted and before == after and state.quiet():
                return
