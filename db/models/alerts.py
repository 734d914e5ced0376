"""When people are told of things: an organisation's rules and holidays, a person's switches."""

from datetime import date, datetime

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Base, Id, Name, Word, refers


class AlertRules(Base):
    """What an organisation has settled for itself and those below it; no row: the defaults."""

    __tablename__ = "alert_rules"

    organisation_id: Mapped[int] = refers("organisation.id", primary_key=True)
    # How many days before its end a row is named.
    notice_days: Mapped[int]
    # Working days till what is overdue is told above, and till what is done counts as accepted.
    escalation_days: Mapped[int]
    acceptance_days: Mapped[int]
    six_day_week: Mapped[bool]
    set_by: Mapped[int] = refers("person.id")
    set_at: Mapped[datetime]


class SchoolHoliday(Base):
    """Days without lessons, both included; those below without any of their own keep them too."""

    __tablename__ = "school_holiday"
    __table_args__ = (
        Index("ix_school_holiday_organisation_id_starts_on", "organisation_id", "starts_on"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Id]
    organisation_id: Mapped[int] = refers("organisation.id")
    name: Mapped[Name]
    starts_on: Mapped[date]
    ends_on: Mapped[date]
    set_by: Mapped[int] = refers("person.id")
    set_at: Mapped[datetime]


class Muted(Base):
    """A kind of notice that a person has switched off."""

    __tablename__ = "muted_notice"

    person_id: Mapped[int] = refers("person.id", primary_key=True)
    kind: Mapped[Word] = mapped_column(primary_key=True)
