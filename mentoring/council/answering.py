"""The council reads what was passed to it: it advises in difficulties, and judges results.

Nobody of the council advises on or judges a pair of their own.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar

from core.clock import local_date
from core.errors import NotAllowed, Refusal
from db.models import CouncilCase, CouncilMarks, Pair
from db.queries import council as queries
from db.queries import drafts as pair_queries
from db.queries.telling import HOLDERS, plan_for
from db.types import AnyRow
from db.upsert import upserting
from mentoring.access import organisation, owner, use_case
from mentoring.audit import record
from mentoring.council import sheet
from mentoring.council.passing import TEXT_LIMIT, Kind, present
from mentoring.notices import button, notice
from mentoring.pairs.moving import note
from mentoring.pairs.people import names
from mentoring.pairs.states import RUNNING, State
from mentoring.roles import Permission, Role
from mentoring.todo import OneByOne, kind
from mentoring.unit import Unit

# So long results wait for those of the council who have not judged them.
WAITS = timedelta(days=30)
# So long the council sees what came of those it has judged.
_REMEMBERED = timedelta(days=180)


@dataclass(frozen=True, slots=True)
class Case:
    """Something passed, as the council reads it. `result` only for whoever has judged."""

    id: int
    pair_id: int
    mentors: str
    mentees: str
    question: str
    asked_by: str
    asked_on: date
    result: sheet.Result | None = None


async def waiting(unit: Unit, organisation_id: int, kind: Kind) -> Sequence[AnyRow]:
    """What waits for the actor in a place of theirs (see `db.queries.council`)."""
    since = unit.now - WAITS
    return await queries.for_member(unit.session, organisation_id, kind, unit.me, since)


@use_case(Permission.ADVISE, target=organisation("organisation_id"))
async def listed(unit: Unit, *, organisation_id: int, kind: Kind) -> list[Case]:
    """What waits for the actor, the oldest first."""
    return [await _case(unit, row) for row in await waiting(unit, organisation_id, kind)]


@use_case(Permission.ADVISE, target=organisation("organisation_id"))
async def judged(unit: Unit, *, organisation_id: int) -> list[Case]:
    """The results the actor has judged, with what all votes come to; the newest first."""
    since = unit.now - _REMEMBERED
    rows = await queries.for_member(
        unit.session, organisation_id, Kind.RESULTS, unit.me, since, judged=True
    )
    votes = await queries.marks(unit.session, [row.CouncilCase.id for row in rows])
    return [
        await _case(unit, row, [one for one in votes if one.case_id == row.CouncilCase.id])
        for row in reversed(rows)
    ]


async def _case(unit: Unit, row: AnyRow, votes: list[CouncilMarks] | None = None) -> Case:
    case: CouncilCase = row.CouncilCase
    people = await pair_queries.of_pair(unit.session, case.pair_id)
    return Case(
        id=case.id,
        pair_id=case.pair_id,
        mentors=names(people, Role.MENTOR, unit.today()),
        mentees=names(people, Role.MENTEE, unit.today()),
        question=case.question,
        asked_by=row.asked,
        asked_on=local_date(case.asked_at, unit.timezone),
        result=sheet.result(votes or ()),
    )


async def _for_me(unit: Unit, case_id: int, kind: Kind) -> CouncilCase:
    """Raises NotAllowed for a case of another kind, and for one of the actor's own pair."""
    case = await present(unit, case_id)
    if case.kind != kind or not await queries.may_look(unit.session, case_id, unit.me):
        raise NotAllowed
    return case


@use_case(Permission.ADVISE, target=owner(CouncilCase, "case_id"))
async def advise(unit: Unit, *, case_id: int, text: str) -> None:
    """Write the council's advice, once; the curators get it.

    Raises Refusal when somebody of the council was quicker, or the pair does not run any more.
    """
    if not text:
        raise Refusal("input-empty")
    if len(text) > TEXT_LIMIT:
        raise Refusal("input-too-long", limit=TEXT_LIMIT, length=len(text))
    case = await _for_me(unit, case_id, Kind.DIFFICULTY)
    pair = await unit.session.get_one(Pair, case.pair_id)
    if case.advised_at is not None:
        raise Refusal("council-answered")
    if pair.status not in RUNNING:
        raise Refusal("pair-not-now", status=pair.status)
    case.advice, case.advised_by, case.advised_at = text, unit.me, unit.now
    note(unit, pair, "council-advised", before=pair.status)
    record(unit, case.organisation_id, "council-advised", pair=pair.id)
    await unit.session.flush()
    people = await pair_queries.of_pair(unit.session, pair.id)
    row = notice(
        unit,
        unique=f"council-advised:{case_id}",
        message="council-advised",
        args={
            "who": unit.actor.name,
            "mentors": names(people, Role.MENTOR, unit.today()),
            "mentees": names(people, Role.MENTEE, unit.today()),
            "advice": text,
        },
        buttons=[
            button("council-share", f"council-share:{case_id}"),
            button("council-open-pair", f"pair:{pair.id}"),
        ],
    )
    place = case.organisation_id
    await plan_for(unit.session, row, HOLDERS, organisation=place, roles=[str(Role.CURATOR)])
    unit.wakes.add("sender")


@use_case(Permission.ADVISE, target=owner(CouncilCase, "case_id"))
async def criteria(unit: Unit, *, case_id: int) -> tuple[str, ...]:
    """By what the results of this case are judged: keys, or the school's own words."""
    case = await _for_me(unit, case_id, Kind.RESULTS)
    return await sheet.of_school(unit, case.organisation_id)


@use_case(Permission.ADVISE, target=owner(CouncilCase, "case_id"))
async def judge(unit: Unit, *, case_id: int, marks: Mapping[str, int]) -> None:
    """Give the results of a pair one's marks, once.

    Raises Refusal for a second time, for other criteria than the school has now, and when the pair
    is at work again.
    """
    case = await _for_me(unit, case_id, Kind.RESULTS)
    pair = await unit.session.get_one(Pair, case.pair_id)
    if pair.status != State.COMPLETED:
        raise Refusal("pair-not-now", status=pair.status)
    wanted = await sheet.of_school(unit, case.organisation_id)
    if set(marks) != set(wanted) or not all(
        sheet.LEAST <= mark <= sheet.MOST for mark in marks.values()
    ):
        raise Refusal("council-sheet-changed")
    vote = {
        "case_id": case_id,
        "person_id": unit.me,
        "marks": {one: marks[one] for one in wanted},
        "given_at": unit.now,
    }
    statement = upserting(unit.session, CouncilMarks).values(vote)
    done = statement.on_conflict_do_nothing(index_elements=["case_id", "person_id"])
    if await unit.session.scalar(done.returning(CouncilMarks.case_id)) is None:
        raise Refusal("council-judged-already")
    record(unit, case.organisation_id, "council-judged", pair=pair.id)


@kind("difficulties", order=36)
class Difficulties(OneByOne):
    """Difficulties of pairs that wait for the council's advice."""

    permission: ClassVar[Permission] = Permission.ADVISE

    async def count(self, unit: Unit, organisation_id: int) -> int:
        return len(await waiting(unit, organisation_id, Kind.DIFFICULTY))


@kind("results", order=37)
class Results(OneByOne):
    """Results of completed pairs that wait for the actor's marks."""

    permission: ClassVar[Permission] = Permission.ADVISE

    async def count(self, unit: Unit, organisation_id: int) -> int:
        return len(await waiting(unit, organisation_id, Kind.RESULTS))
