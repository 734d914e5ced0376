"""The curator passes something about a pair to the council, and reads what comes of it.

The council gets the curator's own words and the names of the pair, nothing else: what somebody
entrusted in a call for help, an application or a private answer stays where it is.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from core.clock import local_date
from core.errors import NotAllowed, Refusal
from db.models import CouncilCase, Pair
from db.queries import council as queries
from db.queries import drafts as pair_queries
from db.types import AnyRow
from mentoring.access import owner, use_case
from mentoring.audit import record
from mentoring.council import sheet
from mentoring.pairs.life import tell_pair
from mentoring.pairs.moving import locked, note
from mentoring.pairs.people import names
from mentoring.pairs.states import RUNNING, State
from mentoring.roles import Permission, Role
from mentoring.unit import Unit

TEXT_LIMIT = 1000
_SHOWN = 3


class Kind(StrEnum):
    """What is asked for: advice, or marks."""

    DIFFICULTY = "difficulty"
    RESULTS = "results"


@dataclass(frozen=True, slots=True)
class Passed:
    """One thing passed to the council. Without `advised_on` no advice has come yet."""

    id: int
    kind: Kind
    question: str
    asked_on: date
    advice: str
    adviser: str
    advised_on: date | None
    shared: bool
    result: sheet.Result | None


@dataclass(frozen=True, slots=True)
class Desk:
    """A pair as the curator and the council meet over it; `may` is what can be passed now."""

    mentors: str
    mentees: str
    members: int
    may: Kind | None
    passed: tuple[Passed, ...]


@dataclass(frozen=True, slots=True)
class Glance:
    """What the pair's card says of the council: whether there is one, and its marks."""

    exists: bool
    result: sheet.Result | None


@use_case(Permission.KEEP_PAIRS, target=owner(Pair, "pair_id"))
async def glance(unit: Unit, *, pair_id: int) -> Glance:
    """Whether the school has a council or the pair has been before one; the marks it gave."""
    pair = await unit.session.get_one(Pair, pair_id)
    rows = await queries.of_pair(unit.session, pair_id, _SHOWN)
    exists = bool(rows) or await queries.members(unit.session, pair.organisation_id) > 0
    judged = next((row.CouncilCase for row in rows if row.CouncilCase.kind == Kind.RESULTS), None)
    marks = await queries.marks(unit.session, [judged.id]) if judged is not None else []
    return Glance(exists, sheet.result(marks))


@use_case(Permission.KEEP_PAIRS, target=owner(Pair, "pair_id"))
async def desk(unit: Unit, *, pair_id: int) -> Desk:
    """What was passed about a pair, the newest first, and whether more can be."""
    pair = await unit.session.get_one(Pair, pair_id)
    people = await pair_queries.of_pair(unit.session, pair_id)
    rows = await queries.of_pair(unit.session, pair_id, _SHOWN)
    members = await queries.members(unit.session, pair.organisation_id)
    passed = tuple([await _passed(unit, row) for row in rows])
    kind = _kind_for(pair)
    return Desk(
        mentors=names(people, Role.MENTOR, unit.today()),
        mentees=names(people, Role.MENTEE, unit.today()),
        members=members,
        may=kind if members and not _is_open(kind, rows) else None,
        passed=passed,
    )


async def _passed(unit: Unit, row: AnyRow) -> Passed:
    case: CouncilCase = row.CouncilCase
    return Passed(
        id=case.id,
        kind=Kind(case.kind),
        question=case.question,
        asked_on=local_date(case.asked_at, unit.timezone),
        advice=case.advice,
        adviser=row.advised or "",
        advised_on=local_date(case.advised_at, unit.timezone) if case.advised_at else None,
        shared=case.shared_at is not None,
        result=sheet.result(await queries.marks(unit.session, [case.id])),
    )


def _kind_for(pair: Pair) -> Kind | None:
    if pair.status in RUNNING:
        return Kind.DIFFICULTY
    return Kind.RESULTS if pair.status == State.COMPLETED else None


def _is_open(kind: Kind | None, rows: Sequence[AnyRow]) -> bool:
    """Whether the same is with the council already; results are passed once."""
    return any(
        row.CouncilCase.kind == kind
        and (kind == Kind.RESULTS or row.CouncilCase.advised_at is None)
        for row in rows
    )


@use_case(Permission.KEEP_PAIRS, target=owner(Pair, "pair_id"))
async def pass_on(unit: Unit, *, pair_id: int, text: str = "") -> Kind:
    """Pass a running pair's difficulty, or a completed pair's results, to the council.

    Raises Refusal where there is no council, for a pair in another state, for what is with the
    council already, and for a difficulty without words.
    """
    if len(text) > TEXT_LIMIT:
        raise Refusal("input-too-long", limit=TEXT_LIMIT, length=len(text))
    pair = await locked(unit, pair_id)
    kind = _kind_for(pair)
    if kind is None:
        raise Refusal("pair-not-now", status=pair.status)
    if not await queries.members(unit.session, pair.organisation_id):
        raise Refusal("council-nobody")
    if _is_open(kind, await queries.of_pair(unit.session, pair_id, _SHOWN)):
        raise Refusal("council-has-it")
    if kind is Kind.DIFFICULTY and not text:
        raise Refusal("input-empty")
    put(unit, pair, kind, text)
    await unit.session.flush()
    return kind


def put(unit: Unit, pair: Pair, kind: Kind, text: str = "") -> None:
    """Put it before the council; the pair is locked."""
    unit.session.add(
        CouncilCase(
            organisation_id=pair.organisation_id,
            pair_id=pair.id,
            kind=kind,
            question=text,
            asked_by=unit.me,
            asked_at=unit.now,
        )
    )
    note(unit, pair, f"council-{kind}", before=pair.status)
    record(unit, pair.organisation_id, "council-asked", pair=pair.id)


async def present(unit: Unit, case_id: int) -> CouncilCase:
    """A case as it is now; whoever else changes it waits. Raises NotAllowed when it is gone."""
    case = await unit.session.get(
        CouncilCase, case_id, with_for_update=True, populate_existing=True
    )
    if case is None or case.withdrawn_at is not None:
        raise NotAllowed
    return case


@use_case(Permission.KEEP_PAIRS, target=owner(CouncilCase, "case_id"))
async def withdraw(unit: Unit, *, case_id: int) -> None:
    """Take back what the council has not answered. Raises Refusal when it has."""
    case = await present(unit, case_id)
    if case.advised_at is not None or await queries.marks(unit.session, [case_id]):
        raise Refusal("council-answered")
    case.withdrawn_at = unit.now
    await unit.session.flush()


@use_case(Permission.KEEP_PAIRS, target=owner(CouncilCase, "case_id"))
async def share(unit: Unit, *, case_id: int) -> int:
    """Hand the advice on to everybody in the pair, once. Returns the pair's id.

    Raises Refusal while there is none, and for a pair that is over.
    """
    case = await present(unit, case_id)
    pair = await locked(unit, case.pair_id)
    if case.advised_at is None:
        raise Refusal("council-no-advice")
    if case.shared_at is not None:
        return case.pair_id
    if pair.status not in RUNNING:
        raise Refusal("pair-not-now", status=pair.status)
    case.shared_at = unit.now
    note(unit, pair, "council-shared", before=pair.status)
    await tell_pair(unit, pair.id, "council-to-pair", unique=str(case_id), advice=case.advice)
    await unit.session.flush()
    return case.pair_id
