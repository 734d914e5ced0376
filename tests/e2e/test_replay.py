"""Whatever people do in the stories, others try too: nobody gets in, nothing changes."""

from datetime import timedelta

import pytest

from examples import story
from examples.stage import opened_stage
from tests.e2e.recording import recording
from tests.e2e.replaying import Replay

SEED = 2026
MUTATIONS = 200


async def test_the_story_replayed_by_those_who_may_not(database_url: str) -> None:
    start = story.at(story.first_deadline(story.SAMPLE) - timedelta(days=1))
    async with opened_stage(database_url, start) as stage:
        with recording() as deeds:
            cast = await story.play(stage, story.SAMPLE)
            await story.play_on(stage, cast)
        replay = await Replay.prepare(stage, list(deeds.values()))
        await replay.everything(seed=SEED, mutations=MUTATIONS)
    assert len(deeds) > 50
    print(len(deeds), replay.done)
    assert replay.done > 10 * len(deeds)
    if replay.found:
        pytest.fail("\n".join(replay.found))
