"""The curator goes through a draft: what was understood, what is doubtful, what is wrong."""

from dataclasses import dataclass, field, replace
from datetime import date

from core.errors import NotAllowed, Refusal
from db.models import Activity, Roadmap
from db.queries import roadmaps as queries
from mentoring.access import organisation, owner, use_case
from mentoring.jobs import enqueue
from mentoring.roadmaps.deadlines import Deadline, Kind, Warn, read_deadline
from mentoring.roadmaps.doubts import is_dated
from mentoring.roadmaps.drafts import asks, drafted
from mentoring.roadmaps.readings import readings
from mentoring.roadmaps.records import context_of, deadline_columns, deadline_of
from mentoring.roadmaps.status import RoadmapStatus
from mentoring.roadmaps.wording import LINE_LIMIT, clip
from mentoring.roles import Permission
from mentoring.unit import Unit

DEADLINE_INPUT_LIMIT = 200
# Answers that need no date.
_PLAIN_ANSWERS = {"none": Deadline(Kind.NONE), "all_year": Deadline(Kind.CONTINUOUS)}


@dataclass(frozen=True, slots=True)
class Live:
    """A roadmap of an organisation that is not history."""

    id: int
    is_draft: bool
    title: str
    activities: int
    questions: int


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a draft; the document may have none, then its only part has no name."""

    name: str
    activities: int
    questions: int


@dataclass(frozen=True, slots=True)
class Overview:
    """What the bot understood of a document."""

    title: str
    sections: list[Section]
    school_year: int | None
    needs_year: bool
    # Whether there is a document to be read anew for another school year.
    has_document: bool

    @property
    def activities(self) -> int:
        return sum(section.activities for section in self.sections)

    @property
    def questions(self) -> int:
        return sum(section.questions for section in self.sections)


@dataclass(frozen=True, slots=True)
class Row:
    """An activity of a draft."""

    id: int
    roadmap_id: int
    number: str
    section: str
    title: str
    source: str
    deadline: Deadline
    responsible: list[str]
    result: str
    asks: bool
    removed: bool
    # Readings to choose from, by the names `settle` takes; only of one row, never in lists.
    answers: dict[str, Deadline] = field(default_factory=dict)


@use_case(Permission.KEEP_ROADMAP, target=organisation("organisation_id"))
async def live(unit: Unit, *, organisation_id: int) -> list[Live]:
    """The draft and the plan in force, each if there is one."""
    rows = await queries.live(unit.session, organisation_id)
    return [
        Live(row.id, row.status == RoadmapStatus.DRAFT, row.title, row.activities, row.questions)
        for row in rows
    ]


@use_case(Permission.KEEP_ROADMAP, target=owner(Roadmap, "roadmap_id"))
async def overview(unit: Unit, *, roadmap_id: int) -> Overview:
    """A draft and its parts. Raises Refusal when it is a draft no more."""
    found = await queries.with_sections(unit.session, roadmap_id)
    if not found or found[0][0].status != RoadmapStatus.DRAFT:
        raise Refusal("roadmap-draft-gone")
    roadmap: Roadmap = found[0][0]
    sections = [
        Section(row.section or "", row.activities, row.questions) for row in found if row.activities
    ]
    has_document = roadmap.file_id is not None
    return Overview(roadmap.title, sections, roadmap.school_year, roadmap.needs_year, has_document)


@use_case(Permission.KEEP_ROADMAP, target=owner(Roadmap, "roadmap_id"))
async def rows(unit: Unit, *, roadmap_id: int, offset: int, limit: int) -> tuple[list[Row], int]:
    """A page of a draft's activities, removed ones among them, and how many there are."""
    found, total = await queries.rows_page(unit.session, roadmap_id, offset, limit)
    return [_row(activity) for activity in found], total


@use_case(Permission.KEEP_ROADMAP, target=owner(Activity, "activity_id"))
async def row(unit: Unit, *, activity_id: int) -> tuple[Row, int]:
    """One activity of a draft, and how many questions the draft has left."""
    activity, roadmap, left = await drafted(unit, activity_id)
    return replace(_row(activity), answers=_answers(unit, activity, roadmap)), left


@use_case(Permission.KEEP_ROADMAP, target=owner(Roadmap, "roadmap_id"))
async def next_question(unit: Unit, *, roadmap_id: int, after: int = 0) -> int | None:
    """The doubtful row to ask about behind the row `after` (an id), then from the beginning."""
    return await queries.next_question(unit.session, roadmap_id, after)


@use_case(Permission.KEEP_ROADMAP, target=owner(Activity, "activity_id"))
async def settle(unit: Unit, *, activity_id: int, answer: str) -> Deadline:
    """Take one of the row's `answers`, "none" (no term) or "all_year" for its deadline."""
    activity, roadmap, _left = await drafted(unit, activity_id, lock=True)
    offered = _PLAIN_ANSWERS | _answers(unit, activity, roadmap)
    if answer not in offered:
        raise NotAllowed
    await _settle(unit, activity, offered[answer])
    return offered[answer]


@use_case(Permission.KEEP_ROADMAP, target=owner(Activity, "activity_id"))
async def settle_typed(unit: Unit, *, activity_id: int, text: str) -> Deadline:
    """Take a typed deadline, read as the document's are. Raises Refusal for what is not one."""
    activity, roadmap, _left = await drafted(unit, activity_id, lock=True)
    deadline = read_deadline(text, context=context_of(roadmap, unit.today()))
    if Warn.IMPOSSIBLE_DATE in deadline.warnings:
        raise Refusal("roadmap-typed-impossible", text=clip(text, LINE_LIMIT))
    if not is_dated(deadline) or Warn.ENDS_BEFORE_START in deadline.warnings:
        raise Refusal("roadmap-typed-unread", text=clip(text, LINE_LIMIT))
    await _settle(unit, activity, deadline)
    return deadline


@use_case(Permission.KEEP_ROADMAP, target=owner(Activity, "activity_id"))
async def settle_day(unit: Unit, *, activity_id: int, day: date) -> Deadline:
    """Take one day of the calendar for the last one."""
    activity, _roadmap, _left = await drafted(unit, activity_id, lock=True)
    deadline = Deadline(Kind.DUE, None, day)
    await _settle(unit, activity, deadline)
    return deadline


@use_case(Permission.KEEP_ROADMAP, target=owner(Roadmap, "roadmap_id"))
async def set_year(unit: Unit, *, roadmap_id: int, school_year: int) -> None:
    """Have the draft's document read anew as a plan for the school year beginning in that year.

    The new draft takes this one's place, corrections included.
    """
    roadmap = await queries.locked(unit.session, roadmap_id)
    if roadmap.status != RoadmapStatus.DRAFT or roadmap.file_id is None:
        raise Refusal("roadmap-draft-gone")
    await enqueue(
        unit,
        "roadmap.read",
        unique=f"roadmap-read:{roadmap.file_id}:{roadmap_id}:{school_year}",
        person_id=unit.me,
        args={"file": roadmap.file_id, "year": school_year},
    )


async def _settle(unit: Unit, activity: Activity, deadline: Deadline) -> None:
    for name, value in deadline_columns(deadline).items():
        setattr(activity, name, value)
    activity.warnings = [str(code) for code in deadline.warnings]
    activity.settled_at = unit.now
    await unit.session.flush()


def _answers(unit: Unit, activity: Activity, roadmap: Roadmap) -> dict[str, Deadline]:
    if not asks(activity):
        return {}
    context = context_of(roadmap, unit.today())
    return readings(deadline_of(activity), activity.deadline_text, context)


def _row(activity: Activity) -> Row:
    return Row(
        id=activity.id,
        roadmap_id=activity.roadmap_id,
        number=activity.number,
        section=activity.section,
        title=activity.title,
        source=activity.deadline_text,
        deadline=deadline_of(activity),
        responsible=activity.responsible,
        result=activity.result,
        asks=asks(activity),
        removed=activity.removed_at is not None,
    )
