"""The model papers of a programme, filled from the data: orders, minutes, consents, agreements.

Where the data has nothing yet there is a line to write on. They are papers of the school: names are
in full, and nothing is said of anybody's request.
"""

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from sqlalchemy import select

from core.errors import NotAllowed
from db.models import Activity, Pair, Person, Profile, Programme
from db.queries import drafts as queries
from db.queries import roadmaps
from mentoring.access import owner, use_case
from mentoring.audit import record
from mentoring.files import Made, file_maker, send_file
from mentoring.papers.pair_orders import BLANK, pair_row, place, written, written_day
from mentoring.papers.plan_papers import blank
from mentoring.programmes import kinds
from mentoring.roles import Permission, Role
from mentoring.unit import Unit
from mentoring.words import words_in

# In the order in which a programme needs them.
PAPERS = (
    "introduction",
    "appointment",
    "plan",
    "minutes",
    "consent_mentor",
    "consent_mentee",
    "agreement",
    "programme",
    "final",
)
# Those that are one for each person or pair, and a plan as long as the school's.
_MOST = 200
_GONE = ("left", "listed")


@use_case(Permission.SEE_ORDERS, target=owner(Programme, "programme_id"))
async def send(unit: Unit, *, programme_id: int, paper: str) -> None:
    """Send the actor one of the papers. Raises NotAllowed for another name."""
    if paper not in PAPERS:
        raise NotAllowed
    programme = await unit.session.get_one(Programme, programme_id)
    record(unit, programme.organisation_id, "model-paper", paper=paper)
    await send_file(unit, "model-paper", programme=programme_id, paper=paper)


@file_maker("model-paper")
async def make(unit: Unit, _person_id: int, args: dict[str, Any]) -> Made:
    return await document(unit, programme_id=args["programme"], paper=args["paper"])


@use_case(Permission.SEE_ORDERS, target=owner(Programme, "programme_id"))
async def document(unit: Unit, *, programme_id: int, paper: str) -> Made:
    """One of the papers as a .docx. Raises Refusal when its template cannot be filled."""
    if paper not in PAPERS:
        raise NotAllowed
    words = words_in(unit.actor.locale)
    context = await _context(unit, await unit.session.get_one(Programme, programme_id))
    return Made(
        name=f"{words.plain(f'model-file-{paper}')}.docx",
        data=await written(f"model-{paper}", words.language, context),
        caption="model-paper-caption",
        args={"paper": words.plain(f"model-paper-{paper}")},
    )


async def _context(unit: Unit, programme: Programme) -> dict[str, Any]:
    words, school = words_in(unit.actor.locale), programme.organisation_id
    kind = (await kinds.all_of(unit, school)).get(programme.form)
    mentors = await _people(unit, programme.id, Role.MENTOR)
    mentees = await _people(unit, programme.id, Role.MENTEE)
    pairs = await _pairs(unit, programme)
    nobody = [{"name": BLANK, "post": BLANK}]
    head = await place(unit, school)
    return {
        **head,
        "programme": programme.title,
        "form": kind.title_in(words.language) if kind else BLANK,
        "starts": written_day(words, programme.starts_on),
        "ends": written_day(words, programme.ends_on),
        "today": written_day(words, unit.today()),
        "number": BLANK,
        "day": BLANK,
        "mentors": mentors[:_MOST] or nobody,
        "mentees": mentees[:_MOST] or nobody,
        "mentors_count": len(mentors),
        "mentees_count": len(mentees),
        "pairs_count": len(pairs),
        "pairs": pairs[:_MOST] or [_empty()],
        "plan": await _plan(unit, school),
        "readers": [one["name"] for one in mentors[:_MOST]] or [head["curators"]],
    }


async def _people(unit: Unit, programme_id: int, side: Role) -> list[dict[str, str]]:
    query = (
        select(Person.name, Profile.post, Profile.workplace, Profile.class_name)
        .join(Profile, Profile.person_id == Person.id)
        .where(
            Profile.programme_id == programme_id,
            Profile.side == side,
            Profile.status.not_in(_GONE),
            Person.erased_at.is_(None),
        )
        .order_by(Person.name, Person.id)
    )
    return [
        {
            "name": row.name,
            "post": ", ".join(filter(None, (row.post, row.workplace, row.class_name))) or BLANK,
        }
        for row in await unit.session.execute(query)
    ]


async def _pairs(unit: Unit, programme: Programme) -> list[dict[str, Any]]:
    """Drafts and running pairs; at the end of the programme those that were completed too.

    Their programmes are blanks: a written one is its pair's, see `plan_papers`.
    """
    query = select(Pair.id).where(
        Pair.programme_id == programme.id, Pair.status.not_in(("cancelled", "ended_early"))
    )
    ids: Sequence[int] = (await unit.session.scalars(query.order_by(Pair.id))).all()
    rows = await queries.of_pairs(unit.session, ids)
    return [
        await pair_row(unit, list(group), {}) | blank()
        for _, group in groupby(rows, key=lambda row: row.Pair.id)
    ]


def _empty() -> dict[str, Any]:
    return dict.fromkeys(("mentors", "mentees", "form", "starts", "ends"), BLANK) | blank()


async def _plan(unit: Unit, organisation_id: int) -> list[dict[str, str]]:
    """The rows of the school's own plan in force; without one, lines to write on."""
    roadmap_id = await roadmaps.in_force(unit.session, organisation_id)
    found: Sequence[Activity] = []
    if roadmap_id is not None:
        found = await roadmaps.activities(unit.session, roadmap_id)
    rows = [
        {
            "number": row.number,
            "title": row.title,
            "term": row.deadline_text,
            "who": ", ".join(row.responsible),
            "result": row.result,
        }
        for row in found
        if not row.is_section
    ]
    blank = dict.fromkeys(("title", "term", "who", "result"), "")
    return rows[:_MOST] or [{"number": str(place), **blank} for place in range(1, 6)]
