"""Consents, who speaks for whom, who is on the way in, questions to the curator."""

from datetime import date, datetime

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.orm import Mapped

from db.models.base import Base, Data, Id, Word, refers


class Consent(Base):
    """One person's (or their representative's) consent to one version of one text."""

    __tablename__ = "consent"
    __table_args__ = (
        Index("ix_consent_organisation_id_person_id", "organisation_id", "person_id"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Id]
    organisation_id: Mapped[int] = refers("organisation.id")
    # For whom; whose data it is about.
    person_id: Mapped[int] = refers("person.id", index=True)
    purpose: Mapped[Word]
    version: Mapped[int]
    # self or representative; `given_by` is empty for a paper of somebody unknown to the bot.
    giver: Mapped[Word]
    given_by: Mapped[int | None] = refers("person.id", index=True)
    # button or paper; of a paper, its number, and whether it is enough alone.
    channel: Mapped[Word]
    number: Mapped[Word | None]
    alone: Mapped[bool]
    photo_id: Mapped[int | None] = refers("file.id")
    given_on: Mapped[date]
    until: Mapped[date]
    recorded_by: Mapped[int | None] = refers("person.id")
    recorded_at: Mapped[datetime]
    withdrawn_at: Mapped[datetime | None]
    withdrawn_by: Mapped[int | None] = refers("person.id")


class Joining(Base):
    """Somebody on the way in: has opened a link (or is expected), has no seat before consent."""

    __tablename__ = "joining"
    __table_args__ = (
        UniqueConstraint("organisation_id", "role", "person_id"),
        Index("ix_joining_person_id", "person_id"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Id]
    organisation_id: Mapped[int] = refers("organisation.id")
    person_id: Mapped[int] = refers("person.id")
    role: Mapped[Word]
    invite_id: Mapped[int | None] = refers("invite.id")
    programme_id: Mapped[int | None] = refers("programme.id")
    since: Mapped[datetime]
    # When the seat was given; empty while consents are waited for.
    admitted_at: Mapped[datetime | None]


class Representation(Base):
    """An adult who speaks for a minor; a child has at most two."""

    __tablename__ = "representation"
    __table_args__ = (
        UniqueConstraint("representative_id", "child_id"),
        Index("ix_representation_organisation_id", "organisation_id", "id"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Id]
    organisation_id: Mapped[int] = refers("organisation.id")
    representative_id: Mapped[int] = refers("person.id")
    child_id: Mapped[int] = refers("person.id", index=True)
    since: Mapped[datetime]
    # When a curator said that this is a parent or a guardian indeed.
    checked_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]


class Erasure(Base):
    """Somebody's data in one organisation are to be wiped by a day, or were: the act of it."""

    __tablename__ = "erasure"
    __table_args__ = (
        Index("ix_erasure_organisation_id_person_id", "organisation_id", "person_id"),
        Index("ix_erasure_due_at", "due_at"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Id]
    organisation_id: Mapped[int] = refers("organisation.id")
    person_id: Mapped[int] = refers("person.id", index=True)
    # withdrawn, asked, expired, never (no consent came).
    reason: Mapped[Word]
    asked_by: Mapped[int | None] = refers("person.id")
    due_at: Mapped[datetime]
    # When the curators were told that it is the last day to decide about it.
    reminded_at: Mapped[datetime | None]
    # A new consent came in time.
    cancelled_at: Mapped[datetime | None]
    done_at: Mapped[datetime | None]
    # How many rows of each table were wiped or changed.
    wiped: Mapped[Data | None]


class Question(Base):
    """A question to an organisation's curators, perhaps of somebody who is no person of ours."""

    __tablename__ = "question"
    __table_args__ = (
        Index("ix_question_organisation_id", "organisation_id", "id"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Id]
    organisation_id: Mapped[int] = refers("organisation.id")
    chat_id: Mapped[int]
    person_id: Mapped[int | None] = refers("person.id", index=True)
    text: Mapped[str]
    asked_at: Mapped[datetime]
    answered_by: Mapped[int | None] = refers("person.id")
    answer: Mapped[str | None]
    answered_at: Mapped[datetime | None]
