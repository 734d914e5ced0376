"""What no screen may be upset by, and what must hold whatever was typed or sent."""

import io
import re
from collections.abc import Sequence

import orjson
from openpyxl import load_workbook

from db.models import Chat
from examples.stage import Stage
from sandbox.people import Person
from tests.e2e.recording import STACK

# Telegram cuts what is longer than 4096 characters into several messages.
LONG = ["Я" * 4096, "Я" * 4096, "Я" * 1808]
AWKWARD = '=HYPERLINK("http://x") <b>О\'Коннор-Смит & &lt; 😀 { $name } %s'


async def window_of(stage: Stage, person: Person) -> str:
    """The state of the dialog on top, empty when there is none."""
    async with stage.app.database.reading() as session:
        chat = await session.get(Chat, person.id)
    rows = orjson.loads(chat.data) if chat is not None else {}
    intents = rows.get(STACK, {}).get("d", {}).get("intents") or [""]
    context = rows.get(f"aiogd:context:{intents[-1]}", {})
    return str(context.get("d", {}).get("state", ""))


async def typed(stage: Stage, person: Person, *texts: str) -> None:
    """Send these and see that something clear comes of it."""
    before = person.events[-1].number
    for text in texts:
        await person.send(text)
    await stage.settle()
    came = [event for event in person.events if event.from_bot and event.number > before]
    assert came, texts
    assert person.buttons() or person.reply_buttons(), person.screen
    check(person, came[-1].text)


def check(person: Person, shown: str) -> None:
    """Nothing escaped twice or not at all, nothing unsaid, no key of a message."""
    assert "&amp;" not in shown, (person, shown)
    assert not re.search(r"</b>|<i>|</i>", shown), (person, shown)
    assert not re.fullmatch(r"[a-z]+(-[a-z]+)+", shown.strip()), (person, shown)


def formulas(people: Sequence[Person]) -> list[str]:
    """Cells of the tables these people got that a spreadsheet program would reckon."""
    found = []
    for person in people:
        files = [message.file for message in person.chat if message.from_bot and message.file]
        for file in (file for file in files if file.name.endswith(".xlsx")):
            for page in load_workbook(io.BytesIO(file.data)):
                cells = [cell for row in page.iter_rows() for cell in row]
                found += [
                    f"{file.name} {cell.coordinate}: {cell.value}"
                    for cell in cells
                    if cell.data_type == "f" or str(cell.value)[:1] in {"=", "@", "+"}
                ]
    return found
