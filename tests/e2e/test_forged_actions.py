"""Whatever data a button of the bot's own messages has, another town learns and changes nothing.

These buttons hold at any time and have no tag of a screen, so their data can be made up from
anywhere: every action is pressed with ids of a school that has everything, by people of another.
"""

import logging
from datetime import timedelta
from itertools import cycle

import pytest
from sqlalchemy import select

from db.models import Base
from examples import story
from examples.stage import Stage, opened_stage
from handlers.kit.actions import ACTIONS
from sandbox.people import Person
from tests.e2e import municipality, standing
from tests.e2e.replaying import ground
from tests.e2e.witness import Witness

# No id, or none of any row; what some reader of numbers takes for one.
ODD = ("", "0", "-1", "9" * 20, "1:2:3", "1_0", "２", "x")
# So many ids of rows, of all kinds, are tried with each action.
IDS = 6


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_forged_actions_tell_and_change_nothing(
    database_url: str, caplog: pytest.LogCaptureFixture
) -> None:
    start = story.at(story.first_deadline(story.SAMPLE) - timedelta(days=1))
    async with opened_stage(database_url, start) as stage:
        await story.play_on(stage, await story.play(stage, story.SAMPLE))
        town = await municipality.found(stage, "Чужое управление", ["Чужая гимназия"])
        stranger = stage.world.person("Незнакомка")
        await stranger.start()
        await stage.settle()
        known = await standing.read(stage.app.database, stage.app.settings.admin_ids)
        ids = await ids_but(stage, town.id)
        witness = Witness(stage.app.database)
        await witness.watch()
        caplog.set_level(logging.ERROR)
        caplog.clear()
        people, found = cycle([*town.people, stranger]), []
        for name in ACTIONS:
            for argument in (*ids, f"{ids[0]}:9", *ODD):
                person = next(people)
                said = await pressed(stage, person, f"{name}:{argument}")
                here = known.of(person.id)
                wrote = [
                    one for one in await witness.changes() if one.organisation not in here.below
                ]
                told = known.foreign(here, said, "")
                errors = [one for one in caplog.records if one.name != "aiogram_dialog.window"]
                caplog.clear()
                if wrote or told or errors:
                    found.append((name, argument, person.name, wrote, told, errors))
        assert found == []


async def ids_but(stage: Stage, town: int) -> list[str]:
    """Ids of rows of the story's organisations, from where most tables have one."""
    ids: set[int] = set()
    async with stage.app.database.reading() as session:
        for table in Base.metadata.sorted_tables:
            if {"organisation_id", "id"} <= {*table.c.keys()}:
                query = select(table.c.id).where(table.c.organisation_id < town)
                ids |= set(await session.scalars(query.order_by(table.c.id).limit(IDS)))
    return [str(one) for one in sorted(ids)[:IDS]]


async def pressed(stage: Stage, person: Person, data: str) -> str:
    """What the person hears when a button with these data is pressed."""
    before = person.events[-1].number
    press = await person.press_raw(data, ground(person))
    await stage.world.settle(60)
    assert press.answered, (person, data)
    came = [event for event in person.events if event.from_bot and event.number > before]
    # An old message that only loses its buttons says nothing.
    heard = [event for event in came if event.kind != "edited" or event.buttons]
    buttons = [label for event in heard for row in event.buttons for label in row]
    return "\n".join([*(event.text for event in heard), *buttons])
