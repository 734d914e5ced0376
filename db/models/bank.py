"""The banks: who takes part in a programme, with what request or what to offer."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, SmallInteger, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Base, Data, Id, Name, Texts, Word, refers
from db.types import BigId, Json


class Profile(Base):
    """One person on one side of one programme: a row of the bank of mentees or of mentors.

    Lists hold stable keys, as questionnaires give them; what is said in words is a text.
    """

    __tablename__ = "profile"
    __table_args__ = (
        UniqueConstraint("programme_id", "person_id", "side"),
        Index("ix_profile_organisation_id_side_status", "organisation_id", "side", "status"),
        Index("ix_profile_person_id", "person_id"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Id]
    organisation_id: Mapped[int] = refers("organisation.id")
    programme_id: Mapped[int] = refers("programme.id")
    person_id: Mapped[int] = refers("person.id")
    # mentor, mentee.
    side: Mapped[Word]
    # listed, new, in_questionnaire, ready, matched, waiting, paused, left.
    status: Mapped[Word]
    status_since: Mapped[datetime]
    # Since when nobody is beside them, though somebody should be; empty while in a pair.
    unmatched_since: Mapped[datetime | None]
    # What is searched in: the words of name, class, request and competences, folded.
    search: Mapped[str] = mapped_column(default="")
    # Compares a phone with the roster's; the number itself is not kept before a consent.
    phone_print: Mapped[Word | None]

    # Of a pupil the class, of an adult the post; where others work or study.
    class_name: Mapped[Word] = mapped_column(default="")
    post: Mapped[Name] = mapped_column(default="")
    workplace: Mapped[Name] = mapped_column(default="")
    # The partner organisation a mentor comes from.
    partner_id: Mapped[int | None] = refers("organisation.id")
    class_teacher: Mapped[Name] = mapped_column(default="")
    relatives: Mapped[str] = mapped_column(default="")
    # at_home, slower, assistant; never a diagnosis.
    conditions: Mapped[Texts] = mapped_column(default=list)

    # Of a mentor: pupil, alumnus, enterprise, teacher, other.
    source: Mapped[Word] = mapped_column(default="")
    competences: Mapped[str] = mapped_column(default="")
    topics: Mapped[Texts] = mapped_column(default=list)
    achievements: Mapped[str] = mapped_column(default="")
    # How many mentees at once.
    capacity: Mapped[int] = mapped_column(SmallInteger, default=1)
    wished_ages: Mapped[Texts] = mapped_column(default=list)
    free_time: Mapped[Texts] = mapped_column(default=list)
    free_time_note: Mapped[str] = mapped_column(default="")

    # How a mentor was chosen: potential, interviewed, selected, declined.
    selection: Mapped[Word] = mapped_column(default="")
    selected_on: Mapped[date | None]
    selected_by: Mapped[int | None] = refers("person.id")
    selection_ground: Mapped[str] = mapped_column(default="")

    # What else questionnaires know of a person, by their keys: interests, places, grade, hours.
    traits: Mapped[Data] = mapped_column(default=dict)
    # When the curator took in whoever came by a link; those of the roster are expected.
    accepted_at: Mapped[datetime | None]
    # The yearly round: when it was last said to be all right, when that was asked.
    checked_at: Mapped[datetime | None]
    asked_at: Mapped[datetime | None]
    created_at: Mapped[datetime]


class Request(Base):
    """What a mentee needs, in words and by the keys of the taxonomy, and who said so."""

    __tablename__ = "request"
    __table_args__ = (
        Index("ix_request_organisation_id_profile_id", "organisation_id", "profile_id"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Id]
    organisation_id: Mapped[int] = refers("organisation.id")
    profile_id: Mapped[int] = refers("profile.id")
    text: Mapped[str]
    topics: Mapped[Texts] = mapped_column(default=list)
    # self, class_teacher, psychologist, parent.
    voiced_by: Mapped[Word]
    created_by: Mapped[int | None] = refers("person.id")
    created_at: Mapped[datetime]
    # Taken back, or replaced by another one: kept, and counts no longer.
    withdrawn_at: Mapped[datetime | None]


class Training(Base):
    """A course a mentor has taken, in the school or outside."""

    __tablename__ = "training"
    __table_args__ = (
        Index("ix_training_organisation_id_profile_id", "organisation_id", "profile_id"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Id]
    organisation_id: Mapped[int] = refers("organisation.id")
    profile_id: Mapped[int] = refers("profile.id")
    course: Mapped[Name]
    outside: Mapped[bool]
    hours: Mapped[int | None] = mapped_column(SmallInteger)
    certificate: Mapped[Name] = mapped_column(default="")
    finished_on: Mapped[date]
    created_by: Mapped[int | None] = refers("person.id")
    created_at: Mapped[datetime]


class Roster(Base):
    """A list of people that was read and waits to be saved; emptied when it is decided."""

    __tablename__ = "roster"
    __table_args__ = (
        Index("ix_roster_organisation_id_status", "organisation_id", "status"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Id]
    organisation_id: Mapped[int] = refers("organisation.id")
    programme_id: Mapped[int] = refers("programme.id")
    side: Mapped[Word]
    name: Mapped[Name]
    # read, saving, saved, dropped.
    status: Mapped[Word]
    # See mentoring/bank/roster_draft.py.
    data: Mapped[dict[str, Any]] = mapped_column(Json)
    # The job that read it: done a second time, it adds nothing.
    job_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("job.id"), unique=True)
    created_by: Mapped[int] = refers("person.id")
    created_at: Mapped[datetime]


class ShelfDocument(Base):
    """A document everybody in the organisation may read: an order, a regulation, a roadmap."""

    __tablename__ = "shelf_document"
    __table_args__ = (
        Index("ix_shelf_document_organisation_id", "organisation_id", "id"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Id]
    organisation_id: Mapped[int] = refers("organisation.id")
    file_id: Mapped[int] = refers("file.id")
    # order, regulation, roadmap, programme, other.
    kind: Mapped[Word]
    title: Mapped[Name]
    created_by: Mapped[int] = refers("person.id")
    created_at: Mapped[datetime]
    removed_at: Mapped[datetime | None]
