"""A mentor's own statement of their hours up to today, for an attestation: made at any time.

Of each school they mentor at there is one of its own. It counts the meetings that took place with
them, and names no mentee.
"""

from itertools import groupby
from typing import Any

from core.errors import Refusal
from db.models import Person
from db.queries import drafts as queries
from mentoring.access import oneself, use_case
from mentoring.files import Made, file_maker, send_file
from mentoring.meetings import own
from mentoring.meetings.own import MyMeeting
from mentoring.papers.pair_orders import BLANK, place, written, written_day
from mentoring.papers.pair_papers import hours
from mentoring.roles import Permission, Role
from mentoring.unit import Unit
from mentoring.words import words_in


@use_case(Permission.TAKE_PART, target=oneself)
async def send(unit: Unit) -> None:
    """Send the actor a statement for each school. Raises Refusal while there is none to make."""
    places = {one.organisation_id for one in await _mentored(unit)}
    if not places:
        raise Refusal("hours-none")
    for organisation_id in sorted(places):
        await send_file(unit, "mentor-hours", organisation=organisation_id)


async def _mentored(unit: Unit) -> list[MyMeeting]:
    """The meetings the actor has held as a mentor, the newest first."""
    return [one for one in await own.mine(unit) if one.took_place and one.side is Role.MENTOR]


@file_maker("mentor-hours")
async def make(unit: Unit, _person_id: int, args: dict[str, Any]) -> Made | None:
    """Of the receiver's own meetings, as they are when the paper's turn comes."""
    organisation_id = int(args["organisation"])
    held = [one for one in await _mentored(unit) if one.organisation_id == organisation_id]
    if not held:
        return None
    words = words_in(unit.actor.locale)
    pairs = await queries.of_pairs(unit.session, list({one.pair_id for one in held}))
    titles = dict.fromkeys(row.title for row in pairs if row.title)
    held.reverse()
    lines = []
    for first, group in groupby(held, key=lambda one: one.held_on.replace(day=1)):
        month = list(group)
        minutes = sum(one.minutes for one in month)
        lines.append(
            {
                "month": words.plain("paper-month", date=first),
                "meetings": len(month),
                "hours": hours(minutes, words.language),
            }
        )
    context = await place(unit, organisation_id) | {
        "mentor": (await unit.session.get_one(Person, unit.me)).name,
        "programme": ", ".join(titles) or BLANK,
        "starts": written_day(words, held[0].held_on),
        "today": written_day(words, unit.today()),
        "meetings": len(held),
        "hours": hours(sum(one.minutes for one in held), words.language),
        "lines": lines,
    }
    return Made(
        name=f"{words.plain('paper-hours')}-{unit.today()}.docx",
        data=await written("hours", words.language, context),
        caption="hours-caption",
        args={"count": len(held), "day": unit.today()},
    )
