"""The commands beside the input field: of the seat that is worn, in the reader's language."""

from sqlalchemy import update

from db.models import Membership
from examples.stage import Stage
from mentoring.roles import Role
from sandbox.people import Person
from tests.e2e import municipality


def commands(stage: Stage, person: Person) -> list[str]:
    """What the chat of this person has; empty: what everybody has."""
    found = stage.world.bot.commands.get((f"chat:{person.id}", ""), [])
    return [item["command"] for item in found]


async def send(stage: Stage, person: Person, text: str) -> None:
    await person.send(text)
    await stage.settle()


async def test_commands_follow_the_hat_the_language_and_a_failure(stage: Stage) -> None:
    school = (await municipality.found(stage, "Управление", ["Школа № 5"])).schools[0]
    mentor, curator = school.mentors[0], school.curators[0]
    assert {"meetings", "record", "profile", "menu", "help"} <= set(commands(stage, mentor))
    assert "people" not in commands(stage, mentor)
    # Typed, a command opens its screen; another role's is told from nothing at all.
    await send(stage, mentor, "/meetings")
    assert "встреч" in mentor.screen.lower()
    await send(stage, mentor, "/people")
    assert "Такой команды у Вас нет" in mentor.screen
    await send(stage, curator, "/People@somebot")
    assert "Участники" in curator.screen

    # While nothing changes Telegram is asked for nothing; a change of hat changes the list.
    before = len(stage.world.calls.of("setMyCommands"))
    await send(stage, curator, "/menu")
    await send(stage, curator, "/todo")
    assert len(stage.world.calls.of("setMyCommands")) == before
    stage.world.fail("http", method="setMyCommands", code=500, text="no", times=1)
    await municipality.take(stage, curator, school.id, Role.MENTOR)
    await send(stage, curator, "/menu")
    assert "record" in commands(stage, curator)
    assert "people" not in commands(stage, curator)

    english = stage.world.person("Ann", last_name="Lee", language_code="en")
    await english.start(await municipality.link(stage, school.id, Role.HEAD))
    await stage.settle()
    await english.press(0)
    await stage.settle()
    described = stage.world.bot.commands[(f"chat:{english.id}", "")]
    assert next(one for one in described if one["command"] == "menu")["description"] == "Main menu"

    async with stage.app.database.begin() as session:
        await session.execute(update(Membership).values(ended_at=stage.clock.now()))
    await send(stage, mentor, "/menu")
    assert commands(stage, mentor) == []
