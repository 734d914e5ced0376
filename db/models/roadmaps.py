"""Roadmaps: what an order asks, by when, of whom, and what became of it."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, UniqueConstraint, false, text
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Base, Id, Name, Texts, Word, refers
from db.types import BigId, Json

_LIVE = text("status IN ('draft', 'confirmed')")


class File(Base):
    """A document that came through the messenger; a file_id serves one bot only."""

    __tablename__ = "file"
    __table_args__ = (
        Index("ix_file_organisation_id", "organisation_id", "id"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Id]
    organisation_id: Mapped[int] = refers("organisation.id")
    name: Mapped[Name]
    size: Mapped[int]
    media_type: Mapped[Name]
    bot_id: Mapped[int]
    file_id: Mapped[str]
    # What it was sent as: document, photo, voice, video.
    sent_as: Mapped[Word]
    created_by: Mapped[int] = refers("person.id")
    created_at: Mapped[datetime]


class Roadmap(Base):
    """A plan of activities of one organisation: a draft until its curator confirms it."""

    __tablename__ = "roadmap"
    __table_args__ = (
        Index("ix_roadmap_organisation_id_status", "organisation_id", "status"),
        # One draft and one plan in force at a time, whoever else sends or confirms one.
        Index(
            "uq_roadmap_organisation_id_live",
            "organisation_id",
            "status",
            unique=True,
            sqlite_where=_LIVE,
            postgresql_where=_LIVE,
        ),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Id]
    organisation_id: Mapped[int] = refers("organisation.id")
    file_id: Mapped[int | None] = refers("file.id")
    # The job that read it: done a second time, it adds nothing.
    job_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("job.id"), unique=True)
    title: Mapped[str]
    # What tells the year of a date without one, for deadlines typed later.
    document_date: Mapped[date | None]
    period_start: Mapped[date | None]
    period_end: Mapped[date | None]
    # The year it begins in, as asked; empty where the document tells its years.
    school_year: Mapped[int | None]
    # `school_year` is a guess yet: a person has to say it before anything else.
    needs_year: Mapped[bool]
    status: Mapped[Word]
    created_by: Mapped[int] = refers("person.id")
    created_at: Mapped[datetime]
    confirmed_at: Mapped[datetime | None]


class Activity(Base):
    """A row of a roadmap as it was read, with the source text of its deadline."""

    __tablename__ = "activity"
    __table_args__ = (
        UniqueConstraint("roadmap_id", "position"),
        Index("ix_activity_organisation_id_roadmap_id", "organisation_id", "roadmap_id"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Id]
    organisation_id: Mapped[int] = refers("organisation.id")
    roadmap_id: Mapped[int] = refers("roadmap.id")
    position: Mapped[int]
    number: Mapped[Word]
    section: Mapped[str]
    title: Mapped[str]
    is_section: Mapped[bool]
    deadline_text: Mapped[str]
    kind: Mapped[Word]
    start: Mapped[date | None]
    end: Mapped[date | None]
    freq: Mapped[Word | None]
    rrule: Mapped[str | None]
    # [[start, end], ...] as ISO dates: the windows of a recurring activity.
    windows: Mapped[list[list[str | None]]] = mapped_column(Json)
    basis: Mapped[Word | None]
    responsible: Mapped[Texts]
    result: Mapped[str]
    warnings: Mapped[Texts]
    # A person has to look at it; settled when they have said what it means.
    doubtful: Mapped[bool]
    settled_at: Mapped[datetime | None]
    # Taken out of the plan by the person who checked it.
    removed_at: Mapped[datetime | None]
    # Its evidence is looked at by a person: nothing is accepted by itself.
    checked: Mapped[bool] = mapped_column(default=False, server_default=false())


class Assignment(Base):
    """An activity, or one window of a recurring one, falling on one organisation."""

    __tablename__ = "assignment"
    __table_args__ = (
        UniqueConstraint("activity_id", "organisation_id", "window"),
        Index("ix_assignment_organisation_id_status_due_on", "organisation_id", "status", "due_on"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Id]
    organisation_id: Mapped[int] = refers("organisation.id")
    activity_id: Mapped[int] = refers("activity.id")
    # Which window of the activity: 0 for one that happens once.
    window: Mapped[int]
    opens_on: Mapped[date | None]
    due_on: Mapped[date | None]
    # The local day of the confirmation, or of being taken up again: alerts begin the day after.
    watched_on: Mapped[date]
    status: Mapped[Word]
    closed_by: Mapped[int | None] = refers("person.id")
    closed_at: Mapped[datetime | None]
    # A done one waits for acceptance before this local day; empty where nobody is to accept it.
    accept_on: Mapped[date | None]
    accepted_by: Mapped[int | None] = refers("person.id")
    accepted_at: Mapped[datetime | None]
    # Given back by whoever accepts, with what has to be mended; empty when it was closed again.
    returned_at: Mapped[datetime | None]
    return_note: Mapped[str | None]
    # A continuous one: the local day on which it was last said to go on.
    kept_on: Mapped[date | None]


class Evidence(Base):
    """What closed an assignment: a document, or words."""

    __tablename__ = "evidence"
    __table_args__ = (
        Index("ix_evidence_organisation_id_assignment_id", "organisation_id", "assignment_id"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Id]
    organisation_id: Mapped[int] = refers("organisation.id")
    assignment_id: Mapped[int] = refers("assignment.id")
    file_id: Mapped[int | None] = refers("file.id")
    note: Mapped[str]
    # Which of the documents asked for it is, in their words; empty where one is asked for.
    item: Mapped[str] = mapped_column(default="", server_default="")
    created_by: Mapped[int] = refers("person.id")
    created_at: Mapped[datetime]
    # When the assignment was taken up again: it is kept, and counts no longer.
    withdrawn_at: Mapped[datetime | None]
