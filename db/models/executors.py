"""Who is meant by the words in a roadmap's column of executors."""

from datetime import datetime

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.orm import Mapped

from db.models.base import Base, Id, Word, refers


class Executor(Base):
    """Words that name an executor, and whom one organisation means by them."""

    __tablename__ = "executor"
    __table_args__ = (
        UniqueConstraint("organisation_id", "folded"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Id]
    organisation_id: Mapped[int] = refers("organisation.id")
    # As a document wrote it first, and the form in which it is looked up.
    words: Mapped[str]
    folded: Mapped[str]
    # See mentoring.roadmaps.executing.Holder; "undecided" until a person has said it.
    holder: Mapped[Word]
    role: Mapped[Word | None]
    person_id: Mapped[int | None] = refers("person.id")
    decided_by: Mapped[int | None] = refers("person.id")
    decided_at: Mapped[datetime | None]


class ActivityExecutor(Base):
    """An activity names an executor."""

    __tablename__ = "activity_executor"
    __table_args__ = (
        Index("ix_activity_executor_organisation_id_executor_id", "organisation_id", "executor_id"),
    )

    activity_id: Mapped[int] = refers("activity.id", primary_key=True)
    executor_id: Mapped[int] = refers("executor.id", primary_key=True)
    organisation_id: Mapped[int] = refers("organisation.id")
