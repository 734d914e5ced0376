"""What a monkey does at a phone: every kind of deed, each with a number for the choice in it."""

import asyncio
import re
from datetime import timedelta
from typing import TYPE_CHECKING

from sandbox.model import Message
from sandbox.people import Person
from sandbox.pressing import Press
from tests.paths import ROOT

if TYPE_CHECKING:
    from tests.e2e.monkey import Monkey

PLAUSIBLE = (
    "Анна Петрова",
    "1985",
    "2011",
    "1",
    "2",
    "5",
    "7",
    "10",
    "вчера",
    "сегодня",
    "завтра",
    "15 октября",
    "20 сентября",
    "с 1 по 15 октября",
    "до 25.12.2026",
    "12.10",
    "15:30",
    "2026/27",
    "45 минут",
    "разобрали план урока",
    "куратор",
    "Школа № 12",
    "Назад",
    "Отмена",
    "Готово",
    "Пропустить",
)
ABSURD = (
    "<b>не закрыт",
    "<script>alert(1)</script>",
    "&lt;&amp;",
    "\u202eправо\u202cналево",
    "\u200b\u200d\u2060",
    "а" * 5000,
    "😀" * 60,
    "0",
    "-1",
    "99999999999999999999",
    "31.06",
    "30 февраля",
    "32.13.9999",
    "'; DROP TABLE person; --",
    "=SUM(A1:A9)",
    "@SUM(1)",
    "{ $name }",
    "%s %(x)s {0}",
    "/start x",
    "/nonsense",
    "NaN",
    "null",
    "１２",
    "ё" * 300,
)
COMMANDS = ("/start", "/menu", "/help")
_LINK = re.compile(r"\?start=([A-Za-z0-9_-]+)")


def _keyboards(person: Person) -> list[Message]:
    return [message for message in person.visible if message.rows]


async def _press(person: Person, message: Message, which: int) -> list[Press]:
    buttons = [button for row in message.rows for button in row]
    if not buttons:
        return await _send(person, COMMANDS[1])
    data = _callback(message, which % len(buttons))
    return [await person.press_raw(data, message)] if data else await _send(person, COMMANDS[1])


def _callback(message: Message, index: int) -> str:
    rows = message.markup.rows if message.markup is not None else []
    flat = [button for row in rows for button in row]
    return str(flat[index].get("callback_data", "")) if index < len(flat) else ""


async def _send(person: Person, text: str) -> list[Press]:
    await person.send(text)
    return []


async def press(monkey: "Monkey", person: Person, which: int) -> list[Press]:
    if person.reply_buttons() and which % 2:
        # In place of the phone's own keys: a number is shared, a word is said.
        label = person.reply_buttons()[which % len(person.reply_buttons())]
        return [await person.press(label)]
    boards = _keyboards(person)
    return await _press(person, boards[-1], which) if boards else await _send(person, "/menu")


async def press_old(monkey: "Monkey", person: Person, which: int) -> list[Press]:
    old = [message for message in person.chat if message.data.get("reply_markup")]
    if not old:
        return await _send(person, "/menu")
    return await _press(person, old[which % len(old)], which // 7)


async def press_twice(monkey: "Monkey", person: Person, which: int) -> list[Press]:
    boards = _keyboards(person)
    if not boards:
        return await _send(person, "/menu")
    twice = await asyncio.gather(*(_press(person, boards[-1], which) for _ in range(2)))
    return [one for presses in twice for one in presses]


async def forge(monkey: "Monkey", person: Person, which: int) -> list[Press]:
    boards = _keyboards(person)
    if not boards:
        return await _send(person, "/menu")
    names = ("feedback", "survey", "roadmap", "assignment", "pair", "x", "")
    data = f"{names[which % len(names)]}:{which % 50}:{which % 11}"
    return [await person.press_raw(data, boards[-1])]


async def command(monkey: "Monkey", person: Person, which: int) -> list[Press]:
    return await _send(person, COMMANDS[which % len(COMMANDS)])


async def follow(monkey: "Monkey", person: Person, which: int) -> list[Press]:
    """Open one of the links that lie at the door, or one that is in the person's own chat."""
    links = [*monkey.links, *_LINK.findall("\n".join(one.text for one in person.visible))]
    return await _send(person, f"/start {links[which % len(links)]}")


async def say(monkey: "Monkey", person: Person, which: int) -> list[Press]:
    return await _send(person, PLAUSIBLE[which % len(PLAUSIBLE)])


async def rave(monkey: "Monkey", person: Person, which: int) -> list[Press]:
    return await _send(person, ABSURD[which % len(ABSURD)])


async def attach(monkey: "Monkey", person: Person, which: int) -> list[Press]:
    sends = (
        lambda: person.send_file("приказ.docx", ROADMAP, caption="<b>"),
        lambda: person.send_file("список.xlsx", b"PK\x03\x04 not really"),
        lambda: person.send_file("x" * 200 + ".exe", b"\x00" * 64),
        lambda: person.send_photo(b"\xff\xd8\xff not a photo", "фото"),
        lambda: person.send_voice(seconds=5),
        lambda: person.send_contact("+79990000000", "Чужой", user_id=None),
        # As it stands in the list of a school (newcomers.py).
        lambda: person.send_contact("+79990000001", "Я", user_id=person.id),
        person.send_sticker,
        lambda: person.send_location(55.7, 37.6),
    )
    await sends[which % len(sends)]()
    return []


async def forward(monkey: "Monkey", person: Person, which: int) -> list[Press]:
    """Something out of one's own chat comes again as a forwarded message."""
    if not person.chat:
        return await _send(person, COMMANDS[1])
    await person.forward(person.chat[which % len(person.chat)])
    return []


async def block(monkey: "Monkey", person: Person, which: int) -> list[Press]:
    if person.id in monkey.blocked:
        monkey.blocked.discard(person.id)
        await person.unblock()
    else:
        monkey.blocked.add(person.id)
        await person.block()
    return []


async def wait(monkey: "Monkey", person: Person, which: int) -> list[Press]:
    hours = (1, 5, 12, 24, 24 * 7)[which % 5]
    await monkey.stage.go_to(monkey.stage.clock.now() + timedelta(hours=hours))
    return []


ACTIONS = {
    "press": press,
    "press old": press_old,
    "press twice": press_twice,
    "forge": forge,
    "command": command,
    "follow": follow,
    "say": say,
    "rave": rave,
    "attach": attach,
    "forward": forward,
    "block": block,
    "wait": wait,
}
# After these nothing has to reach the person.
QUIET = {"block", "wait"}
WEIGHTS = (55, 6, 4, 2, 4, 3, 11, 6, 5, 2, 2, 3)
ROADMAP = (ROOT / "examples" / "roadmap.docx").read_bytes()
