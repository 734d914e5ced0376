"""Addressed recommendations: a department advises one school, hears what was done, follows up."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from core.errors import NotAllowed, Refusal
from db.models import File, Recommendation
from db.queries import audience
from db.queries import introduction as queries
from db.types import AnyRow
from mentoring.access import organisation, owner, use_case
from mentoring.digest import Line, digest_source
from mentoring.files import Made, file_maker, send_file
from mentoring.notices import button
from mentoring.roadmaps.rules import Alert, Term, latest_alert, next_alert
from mentoring.roadmaps.wording import LINE_LIMIT, clip
from mentoring.roles import Permission, Role
from mentoring.unit import Unit

TEXT_LIMIT = 1000
_MOST_NAMED = 5
_DAY = timedelta(days=1)
# Of a recommendation nobody is told when it "opens": it is news on the morning after.
_ALERTS = frozenset({Alert.OVERDUE, Alert.LAST_DAY, Alert.WEEK_LEFT})


class State(StrEnum):
    """Whose turn it is."""

    ASKED = "asked"
    ANSWERED = "answered"
    ACCEPTED = "accepted"


class Kept(StrEnum):
    """What has become of an answer: the first, in place of the former, or added to it."""

    NEW = "new"
    REPLACED = "replaced"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Advice:
    """A recommendation as both sides see it."""

    id: int
    school_id: int
    school: str
    issuer: str
    text: str
    due_on: date
    answer: str
    file: str
    has_file: bool
    more: str
    state: State


@use_case(Permission.SEE_BOARD, target=organisation("school_id"))
async def advise(
    unit: Unit, *, school_id: int, department_id: int, text: str, due_on: date
) -> None:
    """Advise a school below to do something by a day. Raises Refusal for a day that is past."""
    seats = {seat.organisation_id for seat in unit.actor.seats if seat.role == Role.DEPARTMENT}
    if department_id not in seats:
        raise NotAllowed
    if due_on < unit.today():
        raise Refusal("roadmap-term-past")
    unit.session.add(
        Recommendation(
            organisation_id=school_id,
            issuer_id=department_id,
            text=text.replace("\0", "")[:TEXT_LIMIT],
            due_on=due_on,
            made_by=unit.me,
            made_on=unit.today(),
        )
    )
    await unit.session.flush()


@use_case(Permission.SEE_BOARD, target=organisation("department_id"))
async def issued(unit: Unit, *, department_id: int, offset: int, limit: int) -> list[Advice]:
    """A page of a department's recommendations, those not settled first."""
    rows = await queries.recommended(unit.session, issuer=department_id, offset=offset, limit=limit)
    return [_advice(row) for row in rows]


@use_case(Permission.KEEP_ROADMAP, target=organisation("organisation_id"))
async def received(unit: Unit, *, organisation_id: int) -> list[Advice]:
    """What a school was advised, what waits for its answer first."""
    rows = await queries.recommended(unit.session, school=organisation_id)
    return sorted((_advice(row) for row in rows), key=lambda one: list(State).index(one.state))


@use_case(Permission.SEE_BOARD, target=owner(Recommendation, "recommendation_id"))
async def one(unit: Unit, *, recommendation_id: int) -> Advice:
    """One of them, for the department."""
    return await _one(unit, recommendation_id)


@use_case(Permission.KEEP_ROADMAP, target=owner(Recommendation, "recommendation_id"))
async def mine(unit: Unit, *, recommendation_id: int) -> Advice:
    """One of them, for the school."""
    return await _one(unit, recommendation_id)


@use_case(Permission.KEEP_ROADMAP, target=owner(Recommendation, "recommendation_id"))
async def answer(
    unit: Unit, *, recommendation_id: int, text: str = "", file_id: int | None = None
) -> Kept:
    """Say what was done, in words or by a kept document, which are added to each other.

    Words take the place of those nobody has asked about; what was found missing is added to them,
    a new document always takes the former one's place.

    Raises Refusal once it is accepted, NotAllowed for a file of another organisation.
    """
    found = await unit.session.get_one(Recommendation, recommendation_id, with_for_update=True)
    if found.accepted_on is not None:
        raise Refusal("advice-settled")
    kept = Kept.NEW
    if file_id is not None:
        file = await unit.session.get(File, file_id)
        if file is None or file.organisation_id != found.organisation_id:
            raise NotAllowed
        kept = _kept(found.file_id is not None, replaces=True)
        found.file_id = file_id
    if text:
        supplements = found.more is not None
        kept = _kept(bool(found.answer), replaces=not supplements)
        before = [found.answer] if found.answer and supplements else []
        found.answer = "\n".join([*before, text.replace("\0", "")[:TEXT_LIMIT]])
    found.answered_by, found.answered_on, found.more = unit.me, unit.today(), None
    await unit.session.flush()
    return kept


def _kept(there: bool, *, replaces: bool) -> Kept:
    if not there:
        return Kept.NEW
    return Kept.REPLACED if replaces else Kept.ADDED


@use_case(Permission.SEE_BOARD, target=owner(Recommendation, "recommendation_id"))
async def accept(unit: Unit, *, recommendation_id: int) -> None:
    """The answer is enough: it is settled."""
    found = await unit.session.get_one(Recommendation, recommendation_id, with_for_update=True)
    if found.answered_on is None:
        raise Refusal("advice-unanswered")
    found.accepted_on = found.accepted_on or unit.today()
    await unit.session.flush()


@use_case(Permission.SEE_BOARD, target=owner(Recommendation, "recommendation_id"))
async def ask_more(unit: Unit, *, recommendation_id: int, text: str, due_on: date) -> None:
    """The answer is not enough: what is missing, and by when."""
    found = await unit.session.get_one(Recommendation, recommendation_id, with_for_update=True)
    if found.answered_on is None or found.accepted_on is not None:
        raise Refusal("advice-unanswered")
    found.more, found.due_on = text.replace("\0", "")[:TEXT_LIMIT], max(due_on, unit.today())
    found.answered_on, found.made_on = None, unit.today()
    await unit.session.flush()


@use_case(Permission.SEE_BOARD, target=owner(Recommendation, "recommendation_id"))
async def send_document(unit: Unit, *, recommendation_id: int) -> None:
    """Send the actor the document of the answer."""
    await send_file(unit, "advice-document", advice=recommendation_id)


@file_maker("advice-document")
async def make_document(unit: Unit, _person_id: int, args: dict[str, Any]) -> Made | None:
    found = await one(unit, recommendation_id=args["advice"])
    row = await queries.recommendation(unit.session, found.id)
    file = await unit.session.get(File, row.file_id) if row and row.file_id else None
    if file is None:
        return None
    return Made(
        name=file.name,
        data=b"",
        caption="advice-document",
        args={"school": found.school},
        file_id=file.file_id,
    )


@digest_source(order=27)
class Advices:
    """To a school what it was advised, new or due; to the department who has answered."""

    async def who(self, unit: Unit, organisation_id: int, since: date, until: date) -> set[int]:
        people: set[int] = set()
        rows = await queries.unanswered(unit.session, [organisation_id])
        if any(_told(row, since, until) for row in rows):
            people |= await self._with(unit, organisation_id, Role.CURATOR)
        if await queries.answered(unit.session, [organisation_id], since - _DAY, until - _DAY):
            people |= await self._with(unit, organisation_id, Role.DEPARTMENT)
        return people

    async def _with(self, unit: Unit, organisation_id: int, role: Role) -> set[int]:
        seats = await audience.seats(unit.session, [organisation_id], [role])
        return {seat.person_id for seat in seats}

    async def lines(self, unit: Unit, person_id: int, since: date, until: date) -> list[Line]:
        schools, issuers = (
            [seat.organisation_id for seat in unit.actor.seats if seat.role == role]
            for role in (Role.CURATOR, Role.DEPARTMENT)
        )
        rows = await queries.unanswered(unit.session, schools) if schools else []
        told = [row for row in rows if _told(row, since, until)]
        lines = list(_to_school(told, until))
        answers = (
            await queries.answered(unit.session, issuers, since - _DAY, until - _DAY)
            if issuers
            else []
        )
        return lines + list(_to_department(answers))

    async def next_day(self, unit: Unit, organisation_id: int, after: date) -> date | None:
        rows = await queries.unanswered(unit.session, [organisation_id])
        days = [day for row in rows if (day := next_alert(_term(row), after))]
        days += [news for row in rows if (news := row.made_on + _DAY) > after]
        found = await queries.answer_days(unit.session, organisation_id, after - 2 * _DAY)
        days += [day + _DAY for day in found if day + _DAY > after]
        return min(days, default=None)


def _term(row: AnyRow) -> Term:
    return Term(None, row.due_on, row.made_on)


def _told(row: AnyRow, since: date, until: date) -> bool:
    news = since < row.made_on + _DAY <= until
    return news or latest_alert(_term(row), since, until) in _ALERTS


def _to_school(rows: list[AnyRow], today: date) -> Iterable[Line]:
    if not rows:
        return
    open_it = button("advice-open", f"advice-received:{rows[0].organisation_id}")
    yield Line("advice-digest", {"count": len(rows), "issuer": rows[0].issuer}, open_it)
    for row in rows[:_MOST_NAMED]:
        text = clip(row.more or row.text, LINE_LIMIT)
        late = "yes" if row.due_on < today else "no"
        yield Line("advice-digest-row", {"text": text, "due": row.due_on, "late": late})
    if len(rows) > _MOST_NAMED:
        yield Line("roadmap-digest-more", {"count": len(rows) - _MOST_NAMED})


def _to_department(rows: Iterable[AnyRow]) -> Iterable[Line]:
    schools = list(dict.fromkeys(row.school for row in rows))
    if schools:
        names = ", ".join(schools[:_MOST_NAMED])
        more = max(0, len(schools) - _MOST_NAMED)
        open_it = button("advice-open", "advice-issued")
        yield Line("advice-digest-answered", {"names": names, "more": more}, open_it)


async def _one(unit: Unit, recommendation_id: int) -> Advice:
    row = await queries.recommendation(unit.session, recommendation_id)
    if row is None:
        raise NotAllowed
    return _advice(row)


def _advice(row: AnyRow) -> Advice:
    state = State.ASKED
    if row.accepted_on is not None:
        state = State.ACCEPTED
    elif row.answered_on is not None:
        state = State.ANSWERED
    return Advice(
        id=row.id,
        school_id=row.organisation_id,
        school=row.school,
        issuer=row.issuer,
        text=row.text,
        due_on=row.due_on,
        answer=row.answer or "",
        file=row.file or "",
        has_file=row.file_id is not None,
        more=row.more or "",
        state=state,
    )
