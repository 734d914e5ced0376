"""A plan rolled over to another school year: a new draft, its deadlines in that year's months."""

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from core.errors import Refusal
from db.models import Activity, Roadmap
from db.queries import roadmaps as queries
from mentoring.access import owner, use_case
from mentoring.roadmaps.deadlines import Deadline, Kind, Warn, YearContext, read_deadline
from mentoring.roadmaps.doubts import is_dated, is_doubtful
from mentoring.roadmaps.policies import policy_of
from mentoring.roadmaps.records import context_of, deadline_columns, deadline_of
from mentoring.roadmaps.status import RoadmapStatus
from mentoring.roadmaps.years import school_year_of
from mentoring.roles import Permission
from mentoring.unit import Unit
from mentoring.workdays import Week

_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
# The second year of "2026/27", written in short.
_SHORT_SECOND = re.compile(r"(?<=20\d\d[-/\u2010-\u2015])\d\d(?!\d|\.\d)")
# What a school does once, when it begins with mentoring; the next year may not need it.
_ONCE = re.compile(
    r"внедрени|разработ\w+ (?:и утвер\w+ )?(?:положени|дорожн|модел)|утвержд\w+ положени"
    r"|создани\w+ (?:раздел|страниц|рубрик)|изучени\w+ (?:норматив|методолог)",
    re.IGNORECASE,
)
_LIMIT = re.compile(r"\b(?:до|по|к|не позднее|не позже|в срок)\b", re.IGNORECASE)
# Two readings of a month that lie further apart than this are not the same month.
_SAME_MONTH_DAYS = 45
_FIVE_DAYS = Week()


@dataclass(frozen=True, slots=True)
class Rolled:
    """A row in the next year: the text of its deadline, what it says there, whether to ask."""

    title: str
    text: str
    deadline: Deadline
    doubtful: bool


@use_case(Permission.KEEP_ROADMAP, target=owner(Roadmap, "roadmap_id"))
async def next_year(unit: Unit, *, roadmap_id: int) -> int:
    """The school year that a plan would be rolled over to: the one after its own, or the present.

    Raises Refusal for what is a draft yet.
    """
    roadmap = await unit.session.get_one(Roadmap, roadmap_id)
    rows = await queries.activities(unit.session, roadmap_id)
    return max(_own_year(roadmap, rows, unit.today()) + 1, school_year_of(unit.today()))


@use_case(Permission.KEEP_ROADMAP, target=owner(Roadmap, "roadmap_id"))
async def roll_over(unit: Unit, *, roadmap_id: int, school_year: int) -> int:
    """A draft of the plan for another school year, in place of the draft there may be.

    The plan itself stays in force until the draft is confirmed. Returns the draft's id.
    """
    roadmap = await unit.session.get_one(Roadmap, roadmap_id)
    if roadmap.status not in (RoadmapStatus.CONFIRMED, RoadmapStatus.REPLACED):
        raise Refusal("roadmap-draft-gone")
    await queries.take_turns(unit.session, roadmap.organisation_id)
    rows = await queries.activities(unit.session, roadmap_id)
    years = school_year - _own_year(roadmap, rows, unit.today())
    if not 0 < years < 100:
        raise Refusal("roadmap-roll-backwards")
    await queries.retire(
        unit.session, roadmap.organisation_id, RoadmapStatus.DRAFT, RoadmapStatus.DISCARDED
    )
    draft_id = await queries.add_draft(
        unit.session,
        organisation_id=roadmap.organisation_id,
        title=_later(roadmap.title, years),
        document_date=_moved(roadmap.document_date, years),
        period_start=_moved(roadmap.period_start, years),
        period_end=_moved(roadmap.period_end, years),
        school_year=None if roadmap.school_year is None else roadmap.school_year + years,
        needs_year=False,
        created_by=unit.me,
        created_at=unit.now,
    )
    draft = await queries.locked(unit.session, draft_id)
    here, there = context_of(roadmap, unit.today()), context_of(draft, unit.today())
    week = (await policy_of(unit, roadmap.organisation_id)).week
    made = [_columns(draft, row, rolled(row, years, here, there, week)) for row in rows]
    await queries.add_activities(unit.session, made)
    return draft_id


def rolled(
    activity: Activity, years: int, here: YearContext, there: YearContext, week: Week = _FIVE_DAYS
) -> Rolled:
    """A row so many years later: its text read anew where the text is what its dates came from,
    else its days moved by the year. Days off are those of the organisation's `week`."""
    stored = deadline_of(activity)
    shifted = _shifted(stored, years)
    text = _later(activity.deadline_text, years)
    deadline = shifted
    if activity.settled_at is None and _same(
        read_deadline(activity.deadline_text, context=here), stored
    ):
        anew = read_deadline(text, context=there)
        if is_dated(anew) and _near(anew, shifted):
            deadline = anew
    return _flagged(activity, years, text, replace(deadline, warnings=()), week)


def _flagged(activity: Activity, years: int, text: str, deadline: Deadline, week: Week) -> Rolled:
    """With what a person should think about before relying on it."""
    title = _later(activity.title, years)
    doubts: list[Warn] = []
    if title != activity.title:
        doubts.append(Warn.YEAR_IN_TITLE)
    if _ONCE.search(activity.title):
        doubts.append(Warn.ONLY_ONCE)
    off = deadline.end is not None and not week.works(deadline.end)
    if off and (deadline.kind is Kind.DUE or deadline.start == deadline.end):
        doubts.append(Warn.DAY_OFF)
    # A limit on a day off is only pointed out: it is announced on the last working day before.
    exact = deadline.start == deadline.end or not _LIMIT.search(text)
    asks = Warn.DAY_OFF in doubts and exact
    deadline = deadline.warned(*doubts)
    return Rolled(title, text, deadline, asks or is_doubtful(deadline, deadline.warnings))


def _same(read: Deadline, stored: Deadline) -> bool:
    return (read.kind, read.start, read.end, read.rrule) == (
        stored.kind,
        stored.start,
        stored.end,
        stored.rrule,
    )


def _near(anew: Deadline, shifted: Deadline) -> bool:
    """Whether both mean the same month, and as many windows: the logic of the plan is kept."""
    if anew.kind is not shifted.kind:
        return False
    pairs = ((anew.start, shifted.start), (anew.end, shifted.end))
    return all(
        (one is None) == (other is None)
        and (one is None or other is None or abs((one - other).days) <= _SAME_MONTH_DAYS)
        for one, other in pairs
    )


def _shifted(deadline: Deadline, years: int) -> Deadline:
    return replace(
        deadline,
        start=_moved(deadline.start, years),
        end=_moved(deadline.end, years),
        occurrences=tuple(
            (_moved(first, years), _moved(last, years) or last)
            for first, last in deadline.occurrences
        ),
    )


def _moved(day: date | None, years: int) -> date | None:
    """The same day of a later year; the last of February stays the last."""
    if day is None:
        return None
    if (day + timedelta(days=1)).day == 1:
        return (day.replace(day=1, year=day.year + years) + timedelta(days=32)).replace(
            day=1
        ) - timedelta(days=1)
    return day.replace(year=day.year + years)


def _later(text: str, years: int) -> str:
    """The years named in a text moved by so many."""
    text = _SHORT_SECOND.sub(lambda found: f"{(int(found[0]) + years) % 100:02}", text)
    return _YEAR.sub(lambda found: str(int(found[0]) + years), text)


def _own_year(roadmap: Roadmap, rows: Any, today: date) -> int:
    """The school year of a plan, by what is known of it, the surest first."""
    if roadmap.school_year is not None:
        return roadmap.school_year
    days = sorted(day for row in rows if (day := row.start or row.end))
    known = roadmap.period_start or (days[len(days) // 2] if days else None) or today
    return school_year_of(known)


def _columns(draft: Roadmap, row: Activity, new: Rolled) -> dict[str, Any]:
    return {
        "organisation_id": draft.organisation_id,
        "roadmap_id": draft.id,
        "position": row.position,
        "number": row.number,
        "section": row.section,
        "title": new.title,
        "is_section": row.is_section,
        "deadline_text": new.text,
        "responsible": list(row.responsible),
        "result": row.result,
        "warnings": [str(code) for code in new.deadline.warnings],
        "doubtful": new.doubtful,
        "settled_at": None,
        "removed_at": None,
        **deadline_columns(new.deadline),
    }
