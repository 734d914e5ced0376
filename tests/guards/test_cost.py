"""What a step costs the database: statements and commits for each update, on either kind.

Every statement is paid for with a journey to the database by everybody who waits, so a step that
comes to need one more is to be noticed here and not in production.
"""

from collections.abc import AsyncIterator, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import event

from db.engines import Database
from examples.stage import Stage, opened_stage
from sandbox.people import Person
from tests.e2e.conftest import MONDAY
from tests.e2e.municipality import found

MENU = "В главное меню"


@dataclass
class Cost:
    """What went over the connections; beginnings of transactions are not statements."""

    statements: list[str] = field(default_factory=list)
    commits: int = 0

    def note(self, _connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        if not statement.startswith(("BEGIN", "PRAGMA")):
            self.statements.append(statement)

    def commit(self, _connection: Any) -> None:
        self.commits += 1

    @property
    def verbs(self) -> list[str]:
        """The statements by their first words: SELECT chat, INSERT survey_answer."""
        return [_named(statement) for statement in self.statements]


def _named(statement: str) -> str:
    words = statement.split()
    table = words[words.index("FROM") + 1] if words[0] == "SELECT" else words[1]
    return f"{words[0]} {words[2] if table == 'INTO' else table}"


@contextmanager
def counted(database: Database) -> Iterator[Cost]:
    """What is done meanwhile on both engines, readers included."""
    cost = Cost()
    engines = {database.writer.sync_engine, database.reader.sync_engine}
    with ExitStack() as listening:
        for engine in engines:
            for name, listener in (("before_cursor_execute", cost.note), ("commit", cost.commit)):
                event.listen(engine, name, listener)
                listening.callback(event.remove, engine, name, listener)
        yield cost


async def cost_of(stage: Stage, person: Person, what: str) -> Cost:
    """The cost of one press, or of one text if it is a command."""
    with counted(stage.app.database) as cost:
        await (person.send(what) if what.startswith("/") else person.press(what))
        # The bot only: what it put into the outbox is another process's cost.
        await stage.world.settle()
    return cost


@pytest.fixture
async def mentor(database_url: str) -> AsyncIterator[tuple[Stage, Person]]:
    """A mentor with a pair and an open survey, at the main menu."""
    async with opened_stage(database_url, MONDAY) as stage:
        school = (await found(stage, "Управление", ["Школа № 5"])).schools[0]
        for label in ("Пары", "Создать пару", 0, 0, "Создать", MENU):
            await _do(stage, school.curators[0], label)
        for label in ("Опросы", "Назначить опрос", "В начале программы", "Завтра", "Назначить"):
            await _do(stage, school.curators[0], label)
        await stage.go_to(stage.clock.now() + timedelta(days=1))
        await school.mentors[0].send("/menu")
        await stage.settle()
        yield stage, school.mentors[0]


async def _do(stage: Stage, person: Person, label: str | int) -> None:
    await person.press(label)
    await stage.settle()


Mentor = tuple[Stage, Person]


async def test_the_menu(mentor: Mentor) -> None:
    stage, person = mentor
    await _do(stage, person, "Мои встречи")
    cost = await cost_of(stage, person, MENU)
    # A mentor's menu tells of their meetings.
    assert cost.verbs == ["SELECT chat", "SELECT pair_member", "INSERT chat"]
    assert cost.commits == 1


async def test_the_menu_in_a_new_message(mentor: Mentor) -> None:
    """The id of a new message is known when it is sent: one statement more, a commit of its own."""
    stage, person = mentor
    cost = await cost_of(stage, person, "/menu")
    assert cost.verbs == ["SELECT chat", "SELECT pair_member", "INSERT chat", "UPDATE chat"]
    assert cost.commits == 2


async def test_an_answer_of_a_questionnaire(mentor: Mentor) -> None:
    stage, person = mentor
    await _do(stage, person, "Мои анкеты")
    await _do(stage, person, 0)
    for answer in ("Да", "8"):
        cost = await cost_of(stage, person, answer)
        assert cost.verbs == ["SELECT chat", "INSERT survey_answer", "INSERT chat"]
        assert cost.commits == 1


async def test_a_meeting(mentor: Mentor) -> None:
    stage, person = mentor
    await _do(stage, person, "Записать встречу")
    cost = await cost_of(stage, person, "Записать")
    assert cost.verbs == ["SELECT chat", "INSERT meeting", "INSERT outbox", "INSERT chat"]
    assert cost.commits == 1
