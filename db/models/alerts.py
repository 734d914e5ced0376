"""When people are told of roadmaps: an organisation's rules, a person's switches and leave."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Base, Id, Word, refers


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


class Muted(Base):
    """A kind of notice that a person has switched off."""

    __tablename__ = "muted_notice"

    person_id: Mapped[int] = refers("person.id", primary_key=True)
    kind: Mapped[Word] = mapped_column(primary_key=True)


class Leave(Base):
    """From one local day to another a person's digests about roadmaps go to a deputy."""

    __tablename__ = "staff_leave"
    __table_args__ = (
        Index("ix_staff_leave_organisation_id_person_id", "organisation_id", "person_id"),
        Index("ix_staff_leave_deputy_id", "deputy_id"),
        CheckConstraint("first_day <= last_day", name="days"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Id]
    organisation_id: Mapped[int] = refers("organisation.id")
    person_id: Mapped[int] = refers("person.id")
    deputy_id: Mapped[int] = refers("person.id")
    first_day: Mapped[date]
    last_day: Mapped[date]
    created_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
