"""A curator's programmes: one season of one form of mentoring each."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from core.errors import NotAllowed, Refusal
from db.models import Programme
from db.queries import programmes as queries
from mentoring.access import organisation, owner, use_case
from mentoring.bank import entering
from mentoring.programmes import kinds
from mentoring.programmes.forms import MentoringForm
from mentoring.roles import Permission
from mentoring.unit import Unit

TITLE_LIMIT = 120
# A season of more than three years is a slip of the finger.
_LONGEST_DAYS = 3 * 366


class ProgrammeStatus(StrEnum):
    PREPARING = "preparing"
    RUNNING = "running"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class ProgrammeView:
    """A programme as its curator's lists show it; `people` by side, those who left aside."""

    id: int
    form: str
    title: str
    starts_on: date
    ends_on: date
    status: ProgrammeStatus
    mentors: int
    mentees: int


def school_year(today: date) -> tuple[date, date]:
    """The school year to plan for, from 1 September to 31 May; from June on, the coming one.

    Begun already, it is planned from today.
    """
    first = today.year if today.month >= 6 else today.year - 1
    return max(today, date(first, 9, 1)), date(first + 1, 5, 31)


@use_case(Permission.KEEP_PROGRAMMES, target=organisation("organisation_id"))
async def forms(unit: Unit, *, organisation_id: int) -> list[MentoringForm]:
    """The forms of mentoring that a programme of the organisation may follow."""
    found = await kinds.all_of(unit, organisation_id)
    return [kinds.as_form(kind) for kind in found.values() if not kind.hidden]


@use_case(Permission.KEEP_PROGRAMMES, target=organisation("organisation_id"))
async def listed(unit: Unit, *, organisation_id: int) -> list[ProgrammeView]:
    """The programmes of an organisation: those not ended first, the newest first."""
    rows = await queries.of_organisation(unit.session, organisation_id)
    return [
        ProgrammeView(
            id=row.Programme.id,
            form=row.Programme.form,
            title=row.Programme.title,
            starts_on=row.Programme.starts_on,
            ends_on=row.Programme.ends_on,
            status=ProgrammeStatus(row.Programme.status),
            mentors=row.mentors,
            mentees=row.mentees,
        )
        for row in rows
    ]


@use_case(Permission.KEEP_PROGRAMMES, target=organisation("organisation_id"))
async def create(
    unit: Unit, *, organisation_id: int, form: str, title: str, starts_on: date, ends_on: date
) -> int:
    """Begin a programme. Returns its id; the same one asked for twice is one.

    Mentors and mentees of the organisation who are in no programme yet come into it.
    Raises Refusal when the dates are the wrong way round, NotAllowed for an unknown form.
    """
    kind = (await kinds.all_of(unit, organisation_id)).get(form)
    if kind is None or kind.hidden:
        raise NotAllowed
    _check(starts_on, ends_on)
    present = await queries.same(unit.session, organisation_id, form, title)
    if present is not None:
        return present
    created = Programme(
        organisation_id=organisation_id,
        form=form,
        title=title,
        starts_on=starts_on,
        ends_on=ends_on,
        status=ProgrammeStatus.RUNNING,
        created_by=unit.me,
        created_at=unit.now,
    )
    unit.session.add(created)
    await unit.session.flush()
    await entering.adopt_members(unit, organisation_id, created.id)
    return created.id


@use_case(Permission.KEEP_PROGRAMMES, target=owner(Programme, "programme_id"))
async def change(
    unit: Unit,
    *,
    programme_id: int,
    title: str | None = None,
    starts_on: date | None = None,
    ends_on: date | None = None,
) -> None:
    """Change a title or a day. Raises Refusal when the dates are the wrong way round."""
    programme = await unit.session.get_one(Programme, programme_id)
    programme.title = title or programme.title
    first, last = starts_on or programme.starts_on, ends_on or programme.ends_on
    _check(first, last)
    programme.starts_on, programme.ends_on = first, last


@use_case(Permission.KEEP_PROGRAMMES, target=owner(Programme, "programme_id"))
async def end(unit: Unit, *, programme_id: int) -> None:
    """Nobody enters it any more; what it holds stays."""
    programme = await unit.session.get_one(Programme, programme_id)
    programme.status = ProgrammeStatus.ENDED


def _check(first: date, last: date) -> None:
    if not 0 < (last - first).days <= _LONGEST_DAYS:
        raise Refusal("programme-dates-wrong", starts_on=first, ends_on=last)
