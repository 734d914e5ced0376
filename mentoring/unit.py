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
    # For buttons; empty where the full name has to do.
    short: str = ""
    # A deputy's seat holds before this instant.
    until: datetime | None = None

    @property
    def key(self) -> str:
        """Names the seat among a person's own: in buttons, in the chat's state."""
        return f"{self.role}-{self.organisation_id}"


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts. `person_id` is empty for a stranger (or an administrator not yet a person).

    Somebody of many seats wears one `hat` at a time: it says which of them is meant, and gives no
    right.
    """

    telegram_id: int
    person_id: int | None = None
    name: str = ""
    locale: str | None = None
    # What decides how others are shown the name (`mentoring.people.naming.shown`).
    given: str | None = None
    birth_year: int | None = None
    seats: tuple[Seat, ...] = ()
    is_admin: bool = False
    # The key of the seat chosen last.
    hat_key: str = ""

    @property
    def hat(self) -> Seat | None:
        """The seat the person acts from: the one chosen, else the first there was."""
        chosen = (seat for seat in self.seats if seat.key == self.hat_key)
        return next(chosen, self.seats[0] if self.seats else None)

    def seat(self, *roles: Role) -> Seat | None:
        """The hat, if it has one of these roles; else the first seat with the first of them."""
        if self.hat is not None and self.hat.role in roles:
            return self.hat
        held = (seat for role in roles for seat in self.seats if seat.role == role)
        return next(held, None)

    @property
    def timezone(self) -> str | None:
        return self.hat.timezone if self.hat else None


@dataclass(slots=True)
class Unit:
    """One unit of work: use cases change the session, its owner commits. `now` stays the same."""

    session: AsyncSession
    now: datetime
    actor: Actor
    default_timezone: str = "Europe/Moscow"
    # What a calendar's token follows in its address; empty where there is no web server.
    calendars: str = ""
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
