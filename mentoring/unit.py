"""What a use case works with: one transaction, one instant, one actor."""

from dataclasses import dataclass, field
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncSession

from core.clock import local_date
from mentoring.roles import Role


@dataclass(frozen=True, slots=True)
class Seat:
    """A membership, with what of its organisation every screen needs."""

    role: Role
    organisation_id: int
    organisation: str
    timezone: str


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts. `person_id` is empty for a stranger (or an administrator not yet a person)."""

    telegram_id: int
    person_id: int | None = None
    name: str = ""
    locale: str | None = None
    seats: tuple[Seat, ...] = ()
    is_admin: bool = False

    def seat(self, role: Role) -> Seat | None:
        """The first seat with this role."""
        return next((seat for seat in self.seats if seat.role == role), None)

    @property
    def timezone(self) -> str | None:
        return self.seats[0].timezone if self.seats else None


@dataclass(slots=True)
class Unit:
    """One unit of work: use cases change the session, its owner commits. `now` stays the same."""

    session: AsyncSession
    now: datetime
    actor: Actor
    default_timezone: str = "Europe/Moscow"
    # Set when something was planned for the sender or the job runner: they are woken after commit.
    wakes: set[str] = field(default_factory=set)

    @property
    def me(self) -> int:
        """The acting person's id. Raises LookupError for a stranger: rights are checked before."""
        if self.actor.person_id is None:
            raise LookupError("a stranger acts where a person was expected")
        return self.actor.person_id

    @property
    def timezone(self) -> str:
        return self.actor.timezone or self.default_timezone

    def today(self, zone: str | None = None) -> date:
        """The calendar day in `zone`, else in the actor's own."""
        return local_date(self.now, zone or self.timezone)

    def local_now(self) -> datetime:
        return self.now.astimezone(ZoneInfo(self.timezone))
