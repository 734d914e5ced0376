"""`make demo`: play the story on this machine and print every phone's chat. No token is needed."""

import argparse
import asyncio
import logging
import sys
import tempfile
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from core.translator import Translator
from documents.errors import DocumentError
from examples import department, newcomers, programme, story, week
from examples.phones import CAST
from examples.stage import Stage, consents_by_button, opened_stage
from mentoring.roadmaps.model import NotARoadmap
from sandbox.transcript import transcript

_WORDS = Translator(default="ru").to("ru")


def main() -> int:
    """Returns the exit status: 0 when the whole story was played."""
    parser = argparse.ArgumentParser(prog="make demo", description=__doc__)
    parser.add_argument("--roadmap", type=Path, default=story.SAMPLE)
    parser.add_argument("--long", action="store_true", help="go on where the demo stops")
    arguments = parser.parse_args()
    path: Path = arguments.roadmap
    if not path.is_file():
        return _refuse(f"there is no file {path}")
    logging.basicConfig(level=logging.ERROR)
    try:
        start = story.at(story.first_deadline(path) - timedelta(days=1))
    except (DocumentError, NotARoadmap, ValueError) as error:
        return _refuse(f"{path.name} cannot be read as a roadmap: {error}")
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(_play(Path(folder), start, path, go_on=arguments.long))
    _next_steps()
    return 0


def _refuse(why: str) -> int:
    print(f"demo: {why}", file=sys.stderr)
    return 1


async def _play(folder: Path, start: datetime, path: Path, *, go_on: bool) -> None:
    print(f"Playing the story with {path.name} on SQLite and the sandbox ...", flush=True)
    url, consents = f"sqlite:///{folder}/demo.db", consents_by_button(folder / "consents")
    async with opened_stage(url, start, consents_dir=consents) as stage:
        cast = await story.play(stage, path)
        if go_on:
            await programme.play(stage, cast)
            await story.play_on(stage, cast)
            await department.oversee(stage, cast)
            await week.play(stage, cast)
            await newcomers.play(stage, cast)
        for role in cast.phones:
            _show(stage, role, cast)


def _show(stage: Stage, role: str, cast: story.Cast) -> None:
    person = cast[role].person
    title = f"{person.name} ({_title(role)})"
    print(f"\n{'=' * 78}\n{title}\n{'=' * 78}")
    print(transcript(person, tz=ZoneInfo(story.ZONE), words=CAST["transcript"]))


def _title(role: str) -> str:
    if role == "admin":
        return _WORDS.plain("home-admin")
    role = {"second": "mentee", "pupil": "mentee", "parent": "representative"}.get(role, role)
    return _WORDS.plain(f"role-{role}")


def _next_steps() -> None:
    print(
        """
That was the real bot: every message went over HTTP to a Bot API server on this machine.

To start it in earnest:
  1. In Telegram, write /newbot to @BotFather and follow it: you get a token.
  2. cp .env.example .env, put the token into BOT_TOKEN and your own id into ADMIN_IDS.
  3. make run, then write /start to your bot.
To be every phone yourself, without Telegram: make sandbox, and BOT_API_URL=http://127.0.0.1:8081."""
    )


if __name__ == "__main__":
    sys.exit(main())
