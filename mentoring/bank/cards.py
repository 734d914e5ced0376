"""One person of a bank with everything the curator needs, and what is to be done next."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from sqlalchemy import func, select

from core.clock import local_date
from db.models import Audit, Person, Profile, Programme, Request, Training
from db.queries import bank as queries
from mentoring import audit
from mentoring.access import owner, use_case
from mentoring.bank import fields
from mentoring.bank.status import Selection, Side, Status, Voice
from mentoring.people.naming import shown
from mentoring.roles import Permission
from mentoring.unit import Unit

# An entry that nobody has looked at for so long is out of date.
FRESH_DAYS = 365


@dataclass(frozen=True, slots=True)
class RequestView:
    """A request as a card shows it."""

    id: int
    text: str
    topics: tuple[str, ...]
    voiced_by: Voice
    on: date


@dataclass(frozen=True, slots=True)
class TrainingView:
    """A course as a card shows it; `hours` may be unknown."""

    course: str
    outside: bool
    hours: int | None
    certificate: str
    finished_on: date


@dataclass(frozen=True, slots=True)
class Card:
    """A profile. `values` are by field, empty ones left out; `partners` are names for a chat."""

    id: int
    person_id: int
    side: Side
    name: str
    programme: str
    status: Status
    since: date
    # How many days somebody has been without a pair; None while in one, or not looking for one.
    waiting_days: int | None
    accepted: bool
    # Whether the bot can write to them; a personal link connects whoever it cannot.
    connected: bool
    fresh: bool
    values: dict[str, fields.Value]
    requests: tuple[RequestView, ...]
    # When the curator changed something in it last; None while nobody but the owner has.
    changed_on: date | None
    selection: Selection | None
    selected_on: date | None
    # Who has decided that; empty where it was not noted.
    selected_by: str
    selection_ground: str
    trainings: tuple[TrainingView, ...]
    partners: tuple[str, ...] = field(default=())

    @property
    def next_action(self) -> str:
        """The key of `bank-next-<...>`: what brings this person further."""
        if self.status in (Status.LISTED, Status.MATCHED, Status.PAUSED, Status.LEFT):
            return str(self.status)
        if not self.accepted:
            return "accept"
        if self.side == Side.MENTEE and not self.requests:
            return "request"
        if self.side == Side.MENTOR and self.selection == Selection.DECLINED:
            return "declined"
        if self.side == Side.MENTOR and self.selection != Selection.SELECTED:
            return "select"
        return "pair"


@use_case(Permission.KEEP_BANK, target=owner(Profile, "profile_id"))
async def card(unit: Unit, *, profile_id: int) -> Card:
    """One person of the bank. It is noted who has read it."""
    profile = await unit.session.get_one(Profile, profile_id)
    await audit.record_reading(
        unit, profile.organisation_id, "card-read", subject_id=profile.person_id
    )
    return await card_of(unit, profile)


def is_fresh(unit: Unit, checked_at: datetime | None, created_at: datetime) -> bool:
    """Whether the entry was looked at within the year."""
    return (checked_at or created_at) > unit.now - timedelta(days=FRESH_DAYS)


async def card_of(unit: Unit, profile: Profile) -> Card:
    person = await unit.session.get_one(Person, profile.person_id)
    programme = await unit.session.get_one(Programme, profile.programme_id)
    partners = await queries.partners(unit.session, profile.organisation_id, [profile.person_id])
    values = {one.key: fields.get(profile, one) for one in fields.of_side(profile.side)}
    today = unit.today()
    return Card(
        id=profile.id,
        person_id=profile.person_id,
        side=Side(profile.side),
        name=shown(person, today),
        programme=programme.title,
        status=Status(profile.status),
        since=local_date(profile.status_since, unit.timezone),
        waiting_days=_days(unit, profile.unmatched_since, today),
        accepted=profile.accepted_at is not None,
        connected=person.telegram_id is not None,
        fresh=is_fresh(unit, profile.checked_at, profile.created_at),
        values={key: value for key, value in values.items() if value},
        requests=await _requests(unit, profile),
        changed_on=await _changed_on(unit, profile),
        selection=Selection(profile.selection) if profile.selection else None,
        selected_on=profile.selected_on,
        selected_by=await _name_of(unit, profile.selected_by),
        selection_ground=profile.selection_ground,
        trainings=await _trainings(unit, profile),
        partners=tuple(shown(row.partner, today) for row in partners if row.side == profile.side),
    )


async def _changed_on(unit: Unit, profile: Profile) -> date | None:
    """The day of the curator's last change, out of the log."""
    found = await unit.session.scalar(
        select(func.max(Audit.at)).where(
            Audit.organisation_id == profile.organisation_id,
            Audit.subject_id == profile.person_id,
            Audit.what == "profile-changed",
            Audit.at >= (profile.checked_at or profile.created_at),
        )
    )
    return None if found is None else local_date(found, unit.timezone)


async def _name_of(unit: Unit, person_id: int | None) -> str:
    person = await unit.session.get(Person, person_id) if person_id else None
    return person.name if person is not None else ""


def _days(unit: Unit, since: datetime | None, today: date) -> int | None:
    return None if since is None else (today - local_date(since, unit.timezone)).days


async def _requests(unit: Unit, profile: Profile) -> tuple[RequestView, ...]:
    rows = await unit.session.scalars(
        select(Request)
        .where(
            Request.organisation_id == profile.organisation_id,
            Request.profile_id == profile.id,
            Request.withdrawn_at.is_(None),
        )
        .order_by(Request.id)
    )
    return tuple(
        RequestView(
            row.id,
            row.text,
            tuple(row.topics),
            Voice(row.voiced_by),
            local_date(row.created_at, unit.timezone),
        )
        for row in rows
    )


async def _trainings(unit: Unit, profile: Profile) -> tuple[TrainingView, ...]:
    rows = await unit.session.scalars(
        select(Training)
        .where(
            Training.organisation_id == profile.organisation_id,
            Training.profile_id == profile.id,
        )
        .order_by(Training.finished_on.desc(), Training.id.desc())
    )
    return tuple(
        TrainingView(row.course, row.outside, row.hours, row.certificate, row.finished_on)
        for row in rows
    )
