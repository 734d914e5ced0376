"""What people do in the story, all others try too: nobody gets in, nothing changes."""

from datetime import timedelta

import pytest

from examples import story
from examples.stage import opened_stage
from tests.e2e.recording import recording
from tests.e2e.replaying import replay

MUTATIONS = 200


# Rights do not depend on the database, and this takes long.
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_the_story_done_again_by_those_who_may_not(database_url: str) -> None:
    start = story.at(story.first_deadline(story.SAMPLE) - timedelta(days=1))
    async with opened_stage(database_url, start) as stage:
        with recording() as deeds:
            cast = await story.play(stage, story.SAMPLE)
            await story.play_on(stage, cast)
        found = await replay(stage, deeds.values(), mutations=MUTATIONS)
    windows = {deed.window for deed in deeds.values() if deed.pressed}
    assert len(windows) > 20, windows
    if found:
        pytest.fail("\n".join(found))
