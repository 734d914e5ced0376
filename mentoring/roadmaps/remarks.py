"""Remarks to the rows of a draft: asked for by its curator, answered one by one."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from core.errors import Refusal
from db.models import Activity, Consultation, Remark, Roadmap
from db.queries import approvals as queries
from db.queries import roadmaps
from db.types import AnyRow
from db.upsert import upserting
from mentoring.access import owner, use_case
from mentoring.digest import Line, digest_source
from mentoring.notices import button, notice, plan
from mentoring.roadmaps.deadlines import Deadline
from mentoring.roadmaps.drafts import drafted
from mentoring.roadmaps.records import deadline_of
from mentoring.roadmaps.status import RoadmapStatus
from mentoring.roadmaps.wording import LINE_LIMIT, clip
from mentoring.roles import Permission, Role
from mentoring.unit import Unit

TEXT_LIMIT = 1000
# Who may be asked: of the school itself, and of the offices above it.
OWN = (Role.HEAD, Role.COUNCIL)
ABOVE = (Role.METHODOLOGIST, Role.DEPARTMENT)
# Answers named in a digest; the rest is counted.
_MOST_ANSWERS = 5
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Circle:
    """People with one role who may be asked for remarks."""

    role: Role
    people: int
    asked: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a draft as it is shown for remarks."""

    id: int
    number: str
    title: str
    deadline: Deadline
    responsible: list[str]
    result: str
    remarks: int


@dataclass(frozen=True, slots=True)
class Said:
    """A remark; `answer` is empty words when it was taken into account, none when it waits."""

    id: int
    activity_id: int
    number: str
    title: str
    text: str
    by: str
    answer: str | None


@use_case(Permission.KEEP_ROADMAP, target=owner(Roadmap, "roadmap_id"))
async def circles(unit: Unit, *, roadmap_id: int) -> list[Circle]:
    """Whom there is to be asked about a draft."""
    roadmap = await unit.session.get_one(Roadmap, roadmap_id)
    people = await _people(unit, roadmap.organisation_id)
    asked = await queries.asked(unit.session, roadmap_id)
    return [Circle(role, len(found), role in asked) for role, found in people.items()]


@use_case(Permission.KEEP_ROADMAP, target=owner(Roadmap, "roadmap_id"))
async def ask(unit: Unit, *, roadmap_id: int, role: Role) -> int:
    """Ask everybody with a role for remarks; asked before, they are told once more on another day.

    Returns how many there are. Raises Refusal when there is nobody, or no draft any more.
    """
    roadmap = await roadmaps.locked(unit.session, roadmap_id)
    if roadmap.status != RoadmapStatus.DRAFT:
        raise Refusal("roadmap-draft-gone")
    people = (await _people(unit, roadmap.organisation_id)).get(role)
    if not people:
        raise Refusal("remarks-nobody")
    statement = upserting(unit.session, Consultation).values(
        roadmap_id=roadmap_id,
        role=role,
        organisation_id=roadmap.organisation_id,
        asked_by=unit.me,
        asked_at=unit.now,
    )
    await unit.session.execute(
        statement.on_conflict_do_nothing(index_elements=["roadmap_id", "role"])
    )
    seat = next(
        (one for one in unit.actor.seats if one.organisation_id == roadmap.organisation_id), None
    )
    rows = [
        notice(
            unit,
            unique=f"remarks:{roadmap_id}:{person}:{unit.today()}",
            message="remarks-wanted",
            person_id=person,
            args={
                "title": clip(roadmap.title, LINE_LIMIT),
                "school": seat.organisation if seat else "",
                "curator": unit.actor.name,
            },
            buttons=[button("remarks-open", f"roadmap-remarking:{roadmap_id}")],
        )
        for person in people
    ]
    await plan(unit, rows)
    return len(people)


@use_case(Permission.REMARK, target=owner(Roadmap, "roadmap_id"))
async def title(unit: Unit, *, roadmap_id: int) -> tuple[str, bool]:
    """What the draft is called, and whether it waits for a signature. Refused as `rows` is."""
    roadmap = await _shown(unit, roadmap_id)
    approval = await queries.approval(unit.session, roadmap_id)
    return roadmap.title, approval is not None


@use_case(Permission.REMARK, target=owner(Roadmap, "roadmap_id"))
async def rows(unit: Unit, *, roadmap_id: int, offset: int, limit: int) -> tuple[list[Row], int]:
    """A page of the draft's activities, and how many there are.

    Raises Refusal when nobody has asked people like the actor, or it is a draft no more.
    """
    await _shown(unit, roadmap_id)
    found = await roadmaps.activities(unit.session, roadmap_id)
    counts = await queries.counts(unit.session, [one.id for one in found])
    page = found[offset : offset + limit]
    return [_row(one, counts.get(one.id, 0)) for one in page], len(found)


@use_case(Permission.REMARK, target=owner(Activity, "activity_id"))
async def row(unit: Unit, *, activity_id: int) -> tuple[Row, list[Said]]:
    """One activity of the draft with all that was said of it."""
    activity, roadmap, _left = await drafted(unit, activity_id)
    await _shown(unit, roadmap.id)
    said = [_said(one) for one in await queries.of_row(unit.session, activity_id)]
    return _row(activity, len(said)), said


@use_case(Permission.REMARK, target=owner(Activity, "activity_id"))
async def remark(unit: Unit, *, activity_id: int, text: str) -> None:
    """Say what has to be thought of in a row."""
    activity, roadmap, _left = await drafted(unit, activity_id)
    await _shown(unit, roadmap.id)
    unit.session.add(
        Remark(
            organisation_id=activity.organisation_id,
            roadmap_id=roadmap.id,
            activity_id=activity_id,
            text=text[:TEXT_LIMIT],
            made_by=unit.me,
            made_on=unit.today(),
        )
    )
    await unit.session.flush()


@use_case(Permission.KEEP_ROADMAP, target=owner(Roadmap, "roadmap_id"))
async def unanswered(unit: Unit, *, roadmap_id: int) -> list[Said]:
    """The remarks that wait for the curator, in the order of the rows."""
    return [_said(one) for one in await queries.unanswered(unit.session, roadmap_id)]


@use_case(Permission.KEEP_ROADMAP, target=owner(Remark, "remark_id"))
async def answer(unit: Unit, *, remark_id: int, text: str = "") -> None:
    """Answer a remark; without words: it was taken into account. A second answer changes nothing.

    Whoever made it reads the answer in the next digest.
    """
    found = await unit.session.get_one(Remark, remark_id, with_for_update=True)
    if found.answered_on is None:
        found.answer, found.answered_by = text[:TEXT_LIMIT], unit.me
        found.answered_on = unit.today()
        await unit.session.flush()


@digest_source(order=25)
class Remarks:
    """New remarks to those who keep the plan, answers to those who made them: each once.

    A day counts once it is over, for a digest may go out in its middle.
    """

    async def who(self, unit: Unit, organisation_id: int, since: date, until: date) -> set[int]:
        first, last = since - _DAY, until - _DAY
        people: set[int] = set()
        if await queries.made(unit.session, [organisation_id], first, last):
            keepers = [Role.CURATOR, Role.DEPARTMENT]
            found = await queries.holders(unit.session, organisation_id, keepers, [])
            people |= {one.person_id for one in found}
        answers = await queries.answered(unit.session, first, last, place=organisation_id)
        return people | {one.made_by for one in answers}

    async def lines(self, unit: Unit, person_id: int, since: date, until: date) -> list[Line]:
        first, last = since - _DAY, until - _DAY
        places = [
            seat.organisation_id
            for seat in unit.actor.seats
            if seat.role in {Role.CURATOR, Role.DEPARTMENT}
        ]
        made = await queries.made(unit.session, places, first, last) if places else []
        lines = [
            Line(
                "remarks-digest",
                {"title": clip(one.title, LINE_LIMIT), "count": one.count},
                button("remarks-digest-open", f"roadmap-remarks:{one.roadmap_id}"),
            )
            for one in made
        ]
        return lines + _answers(await queries.answered(unit.session, first, last, author=person_id))

    async def next_day(self, unit: Unit, organisation_id: int, after: date) -> date | None:
        days = await queries.days(unit.session, organisation_id, after - 2 * _DAY)
        return min((day + _DAY for day in days if day + _DAY > after), default=None)


def _answers(rows: Iterable[AnyRow]) -> list[Line]:
    found = list(rows)
    lines = [
        Line(
            "remarks-digest-answer",
            {
                "number": one.number,
                "school": one.school,
                "answer": clip(one.answer, LINE_LIMIT),
                "how": "words" if one.answer else "taken",
            },
        )
        for one in found[:_MOST_ANSWERS]
    ]
    if len(found) > _MOST_ANSWERS:
        lines.append(Line("roadmap-digest-more", {"count": len(found) - _MOST_ANSWERS}))
    return lines


async def _people(unit: Unit, organisation_id: int) -> dict[Role, list[int]]:
    """Who can be asked about a plan of the organisation, by role, the actor left out."""
    found: dict[Role, list[int]] = {}
    for one in await queries.holders(unit.session, organisation_id, OWN, ABOVE):
        if one.person_id != unit.me:
            found.setdefault(Role(one.role), []).append(one.person_id)
    return {role: found[role] for role in (*OWN, *ABOVE) if role in found}


async def _shown(unit: Unit, roadmap_id: int) -> Roadmap:
    roadmap = await unit.session.get_one(Roadmap, roadmap_id)
    if roadmap.status != RoadmapStatus.DRAFT:
        raise Refusal("remarks-over")
    asked = await queries.asked(unit.session, roadmap_id)
    if await queries.approval(unit.session, roadmap_id) is not None:
        asked.add(Role.HEAD)
    if not any(seat.role in asked for seat in unit.actor.seats):
        raise Refusal("remarks-not-asked")
    return roadmap


def _row(activity: Activity, remarks: int) -> Row:
    return Row(
        activity.id,
        activity.number,
        activity.title,
        deadline_of(activity),
        activity.responsible,
        activity.result,
        remarks,
    )


def _said(row: AnyRow) -> Said:
    return Said(row.id, row.activity_id, row.number, row.title, row.text, row.by, row.answer)
