"""The act of an erasure: what was wiped, when, why and by whom; the person is a number."""

import asyncio
from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import delete

from core.errors import NotAllowed
from core.translator import Words
from db.models import Erasure, Organisation, Outbox, Person
from db.queries.telling import HOLDERS, plan_for
from documents.paper import Paper
from mentoring.daily import daily
from mentoring.files import Made, file_maker
from mentoring.notices import Kind, notice, plan
from mentoring.roles import Role
from mentoring.unit import Unit
from mentoring.words import words_in

_LINE = "_" * 30
_ADDRESS_KEPT = timedelta(days=1)


async def send(unit: Unit, erasure: Erasure, chat_id: int | None) -> None:
    """Send the act to the curators, to who asked for a child, and to the person's chat, as the last
    message there.

    Called in the transaction of the erasure; the person's row has no chat any more.
    """
    unique = f"erased:{erasure.id}"
    args = {"erasure": erasure.id}
    row = notice(unit, unique=unique, message="erasure-act", args=args, kind=Kind.FILE)
    await plan_for(
        unit.session, row, HOLDERS, organisation=erasure.organisation_id, roles=[str(Role.CURATOR)]
    )
    if erasure.asked_by not in (None, erasure.person_id) and erasure.reason.startswith("minor"):
        # A curator who is the child's parent too gets it once: by the same key.
        told = notice(
            unit,
            unique=f"{unique}:{erasure.asked_by}",
            message="erasure-act",
            person_id=erasure.asked_by,
            args=args,
            kind=Kind.FILE,
        )
        await plan(unit, [told])
    if chat_id is not None:
        last = notice(
            unit,
            unique=f"{unique}:last",
            message="erasure-act",
            chat_id=chat_id,
            args=args,
            kind=Kind.FILE,
        )
        await plan(unit, [last])
    unit.wakes.add("sender")


@daily
async def forget_addresses(unit: Unit, _organisation_id: int) -> None:
    """A last message is forgotten a day after it, with the chat that it went to."""
    await unit.session.execute(
        delete(Outbox).where(
            Outbox.message == "erasure-act",
            Outbox.chat_id.is_not(None),
            Outbox.created_at < unit.now - _ADDRESS_KEPT,
        )
    )


@file_maker("erasure-act")
async def make(unit: Unit, person_id: int, args: dict[str, Any]) -> Made | None:
    """The act as a .docx, for a curator of the place or for the chat it was planned for."""
    erasure = await unit.session.get(Erasure, args["erasure"])
    if erasure is None or erasure.done_at is None:
        return None
    place = await unit.session.get_one(Organisation, erasure.organisation_id)
    held = {seat.organisation_id for seat in unit.actor.seats if seat.role == Role.CURATOR}
    if person_id not in (0, erasure.asked_by) and place.id not in held:
        raise NotAllowed
    by = ""
    if erasure.asked_by is not None and erasure.asked_by != erasure.person_id:
        by = (await unit.session.get_one(Person, erasure.asked_by)).name
    words = words_in(unit.actor.locale)
    data = await asyncio.to_thread(_written, words, erasure, place, by)
    return Made(
        name=f"{words.plain('erasure-act-file-name')}-{erasure.id}.docx",
        data=data,
        caption="erasure-notice" if person_id else "erasure-last",
        args={"number": str(erasure.person_id)} if person_id else {},
        # A number and no name.
        personal=False,
    )


def _written(words: Words, erasure: Erasure, place: Organisation, by: str) -> bytes:
    done = (erasure.done_at or erasure.due_at).astimezone(ZoneInfo(place.timezone))
    paper = Paper()
    paper.heading(words.plain("erasure-act-title", number=str(erasure.id)))
    paper.text(f"{done:%d.%m.%Y}", centred=True)
    curator = by if erasure.reason == "paper_demand" else ""
    rows = {
        "operator": place.name,
        "subject": words.plain("erasure-act-subject-is", number=str(erasure.person_id)),
        "ground": words.plain("erasure-act-ground-is", reason=erasure.reason),
        "asked": words.plain("erasure-act-asked-is", reason=erasure.reason, curator=curator),
        "system": words.plain("erasure-act-system-is"),
        "way": words.plain("erasure-act-way-is"),
        "when": f"{done:%d.%m.%Y %H:%M}",
        "log": words.plain("erasure-act-log-is", number=str(erasure.id)),
    }
    head = [words.plain("own-data-what"), words.plain("own-data-value")]
    told = [(words.plain(f"erasure-act-{key}"), value) for key, value in rows.items()]
    paper.table(head, told, widths=(5.5, 11))
    paper.text("")
    paper.text(words.plain("erasure-act-categories"), bold=True)
    wiped = [
        (words.plain(f"data-table-{name.replace('_', '-')}"), str(count))
        for name, count in (erasure.wiped or {}).items()
    ]
    paper.table(
        [words.plain("erasure-act-category"), words.plain("erasure-act-rows")],
        wiped,
        widths=(13, 3.5),
    )
    paper.text("")
    paper.text(f"{words.plain('erasure-act-sign')}: {_LINE}")
    return paper.done()
