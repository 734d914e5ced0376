"""Organisations, people, and who is what where."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Base, Data, Id, Name, Word, refers
from db.types import BigId


class Organisation(Base):
    """A region, a municipality, a school, a partner; a tree."""

    __tablename__ = "organisation"

    id: Mapped[Id]
    parent_id: Mapped[int | None] = refers("organisation.id", index=True)
    # region, municipality, school, and of partners (mentoring/people/partners.py) employer,
    # college, university, other.
    kind: Mapped[Word]
    name: Mapped[Name]
    # For buttons and lists; empty where the name is short enough.
    short_name: Mapped[Word | None]
    timezone: Mapped[Word]
    locale: Mapped[Word]
    # The key of its working calendar: a week of five days or of six.
    calendar: Mapped[Word] = mapped_column(server_default="five")
    # The local day for which the morning digests were planned last.
    planned_on: Mapped[date | None]
    created_at: Mapped[datetime]


class Branch(Base):
    """The closure of the tree: `ancestor` reaches `descendant`, each reaches itself."""

    __tablename__ = "organisation_branch"

    ancestor_id: Mapped[int] = refers("organisation.id", primary_key=True)
    descendant_id: Mapped[int] = refers("organisation.id", primary_key=True, index=True)


class Person(Base):
    """Somebody the bot talks to or keeps a record of."""

    __tablename__ = "person"

    id: Mapped[Id]
    telegram_id: Mapped[int | None] = mapped_column(unique=True)
    name: Mapped[Name]
    # Which word of the name is the given one, where that was asked or read from a roster.
    given: Mapped[Word | None]
    locale: Mapped[Word]
    # The year is enough for consents and for the bank; the day is never asked.
    birth_year: Mapped[int | None]
    phone: Mapped[Word | None]
    # Since when Telegram has refused to deliver (blocked, deactivated); empty while reachable.
    unreachable_since: Mapped[datetime | None]
    created_at: Mapped[datetime]
    # The record was wiped: the row stays, nameless, so that statistics do.
    erased_at: Mapped[datetime | None]


class Membership(Base):
    """A role of one person in one organisation."""

    __tablename__ = "membership"
    __table_args__ = (
        UniqueConstraint("organisation_id", "role", "person_id"),
        Index("ix_membership_person_id", "person_id"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Id]
    organisation_id: Mapped[int] = refers("organisation.id")
    person_id: Mapped[int] = refers("person.id")
    role: Mapped[Word]
    since: Mapped[datetime]
    # A deputy's seat holds before this instant.
    until: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]


class Appointment(Base):
    """What the register of appointed staff adds to a seat."""

    __tablename__ = "appointment"
    __table_args__ = (
        Index("ix_appointment_organisation_id", "organisation_id"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Id]
    organisation_id: Mapped[int] = refers("organisation.id")
    membership_id: Mapped[int] = mapped_column(BigId, ForeignKey("membership.id"), unique=True)
    order_number: Mapped[Word | None]
    ordered_on: Mapped[date | None]
    contact: Mapped[Name | None]
    training: Mapped[Name | None]
    changed_at: Mapped[datetime]


class Deputy(Base):
    """Somebody sits in for another: from the first day to the last, both in local time."""

    __tablename__ = "deputy"
    __table_args__ = (
        Index("ix_deputy_organisation_id", "organisation_id"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Id]
    organisation_id: Mapped[int] = refers("organisation.id")
    role: Mapped[Word]
    person_id: Mapped[int] = refers("person.id")
    absent_id: Mapped[int] = refers("person.id")
    starts_on: Mapped[date]
    ends_on: Mapped[date]
    # When the seat was really given, and when it was taken back (or never given any more).
    began_at: Mapped[datetime | None]
    over_at: Mapped[datetime | None] = mapped_column(index=True)
    created_by: Mapped[int] = refers("person.id")
    created_at: Mapped[datetime]


class Invite(Base):
    """A link that gives a role in an organisation to whoever opens it."""

    __tablename__ = "invite"
    __table_args__ = (
        Index("ix_invite_organisation_id_role", "organisation_id", "role"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Id]
    organisation_id: Mapped[int] = refers("organisation.id")
    role: Mapped[Word]
    # Whose representative the link makes; a link of its own for each child.
    child_id: Mapped[int | None] = refers("person.id")
    token: Mapped[Word] = mapped_column(unique=True)
    # Mentors and mentees come into a programme.
    programme_id: Mapped[int | None] = refers("programme.id")
    # Whoever opens it takes over this person's seat and open work.
    succeeds_id: Mapped[int | None] = refers("person.id")
    # Whoever opens it is this person, whose record was kept without a chat so far.
    claims_id: Mapped[int | None] = refers("person.id")
    # The partner organisation whose people become mentors by it.
    partner_id: Mapped[int | None] = refers("organisation.id")
    # What the maker calls it: a class, a meeting.
    label: Mapped[Word | None]
    uses_left: Mapped[int]
    used: Mapped[int]
    expires_at: Mapped[datetime]
    revoked_at: Mapped[datetime | None]
    created_by: Mapped[int | None] = refers("person.id")
    created_at: Mapped[datetime]


class Audit(Base):
    """Who changed, read or exported whose personal data, and when."""

    __tablename__ = "audit"
    __table_args__ = (
        Index("ix_audit_organisation_id_id", "organisation_id", "id"),
        Index("ix_audit_subject_id", "subject_id"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Id]
    organisation_id: Mapped[int] = refers("organisation.id")
    # Empty when the bot itself did it (an expired record wiped, a term run out).
    actor_id: Mapped[int | None] = refers("person.id")
    # Whose data it was; empty for what concerns nobody in particular.
    subject_id: Mapped[int | None] = refers("person.id")
    # The key of a message `audit-<what>`, which says it in words; `args` are its arguments.
    what: Mapped[Word]
    args: Mapped[Data]
    at: Mapped[datetime]
