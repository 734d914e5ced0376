"""What the office makes of applications: read by curators and the head, decided by a curator."""

from dataclasses import dataclass
from datetime import date

from core.errors import NotAllowed
from db.models import PairApplication
from db.queries import applications as queries
from db.queries import drafts as draft_queries
from db.types import AnyRow
from mentoring.access import organisation, owner, use_case
from mentoring.notices import tell
from mentoring.pairs import applications, replacing
from mentoring.pairs.moving import locked, note
from mentoring.pairs.people import names
from mentoring.people.naming import shown
from mentoring.roles import Permission, Role
from mentoring.unit import Unit


@dataclass(frozen=True, slots=True)
class Application:
    """An application as the curators read it."""

    id: int
    kind: applications.Kind
    status: str
    who: str
    side: Role | None
    subject: str
    mentors: str
    mentees: str
    pair_id: int | None
    until: date | None
    reason: str
    created_on: date


@use_case(Permission.SEE_ORDERS, target=organisation("organisation_id"))
async def listed(unit: Unit, *, organisation_id: int) -> list[Application]:
    """What is to be decided in a school, the oldest first; consents among people are theirs."""
    rows = await queries.open_in(unit.session, organisation_id)
    office = (applications.Kind.REPLACEMENT, applications.Kind.RELIEF, applications.Kind.AWARD)
    return [await _view(unit, row) for row in rows if row.PairApplication.kind in office]


@use_case(Permission.SEE_ORDERS, target=owner(PairApplication, "application_id"))
async def card(unit: Unit, *, application_id: int) -> Application:
    """One application, for the curators and the head."""
    row = await queries.one(unit.session, application_id)
    if row is None:
        raise NotAllowed
    return await _view(unit, row)


async def _view(unit: Unit, row: AnyRow) -> Application:
    found: PairApplication = row.PairApplication
    rows = await draft_queries.of_pair(unit.session, found.pair_id) if found.pair_id else []
    member = next((one for one in rows if one.PairMember.person_id == found.asked_by), None)
    side = Role(member.PairMember.side) if member else None
    return Application(
        id=found.id,
        kind=applications.Kind(found.kind),
        status=found.status,
        who=shown(row, unit.today()),
        side=side,
        subject=shown(row.subject, unit.today()) if row.subject.name else "",
        mentors=names(rows, Role.MENTOR, unit.today()),
        mentees=names(rows, Role.MENTEE, unit.today()),
        pair_id=found.pair_id,
        until=found.until,
        reason=found.reason,
        created_on=found.created_at.date(),
    )


@use_case(Permission.KEEP_PAIRS, target=owner(PairApplication, "application_id"))
async def decline(unit: Unit, *, application_id: int) -> None:
    """Leave things as they are; whoever asked is told, nobody else."""
    made = await unit.session.get_one(PairApplication, application_id)
    await applications.decide(unit, made, applications.DECLINED)
    await tell(
        unit,
        made.asked_by,
        "application-declined",
        unique=f"application-declined:{made.id}",
        args={"kind": made.kind},
    )


@use_case(Permission.KEEP_PAIRS, target=owner(PairApplication, "application_id"))
async def grant(unit: Unit, *, application_id: int) -> None:
    """Do what is asked: replace the partner, relieve the mentor, note the award."""
    made = await unit.session.get_one(PairApplication, application_id)
    await applications.decide(unit, made, applications.GRANTED)
    if made.kind == applications.Kind.REPLACEMENT:
        await replacing.replace(unit, made.pair_id or 0, asked_by=made.asked_by)
    elif made.kind == applications.Kind.RELIEF:
        await replacing.relieve(unit, made.organisation_id, made.asked_by)
    elif made.kind == applications.Kind.AWARD:
        pair = await locked(unit, made.pair_id or 0)
        note(unit, pair, "award", before=pair.status, member_id=made.subject_id)
