"""What schools ask about their assignments, and terms that were moved."""

from datetime import date, datetime

from sqlalchemy import Index, text
from sqlalchemy.orm import Mapped

from db.models.base import Base, Id, Word, refers

_UNDECIDED = text("decided_at IS NULL")


class Petition(Base):
    """A school asks whoever issued an assignment for another term, or to be spared it."""

    __tablename__ = "petition"
    __table_args__ = (
        Index("ix_petition_organisation_id_decided_at", "organisation_id", "decided_at"),
        # One at a time.
        Index(
            "uq_petition_assignment_id_undecided",
            "assignment_id",
            unique=True,
            sqlite_where=_UNDECIDED,
            postgresql_where=_UNDECIDED,
        ),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Id]
    organisation_id: Mapped[int] = refers("organisation.id")
    assignment_id: Mapped[int] = refers("assignment.id")
    # "term" or "not_needed".
    kind: Mapped[Word]
    until: Mapped[date | None]
    reason: Mapped[str]
    asked_by: Mapped[int] = refers("person.id")
    asked_at: Mapped[datetime]
    decided_by: Mapped[int | None] = refers("person.id")
    decided_at: Mapped[datetime | None]
    agreed: Mapped[bool | None]


class TermChange(Base):
    """The last day of an assignment was moved: from when to when, by whom and why."""

    __tablename__ = "term_change"
    __table_args__ = (
        Index("ix_term_change_organisation_id_moved_on", "organisation_id", "moved_on"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Id]
    organisation_id: Mapped[int] = refers("organisation.id")
    assignment_id: Mapped[int] = refers("assignment.id")
    old_due: Mapped[date | None]
    new_due: Mapped[date]
    reason: Mapped[str]
    moved_by: Mapped[int] = refers("person.id")
    # The local day of the organisation: its digests go by days.
    moved_on: Mapped[date]


class Twin(Base):
    """Two activities, one of them of the school itself, that one document may close; or may not."""

    __tablename__ = "twin"
    __table_args__ = (
        Index(
            "uq_twin_organisation_id_activity_id_other_id",
            "organisation_id",
            "activity_id",
            "other_id",
            unique=True,
        ),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Id]
    organisation_id: Mapped[int] = refers("organisation.id")
    # The school's own activity, and the one that falls on it from above.
    activity_id: Mapped[int] = refers("activity.id")
    other_id: Mapped[int] = refers("activity.id")
    linked: Mapped[bool]
    decided_by: Mapped[int] = refers("person.id")
    decided_at: Mapped[datetime]
