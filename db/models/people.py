"""Organisations, people, and who is what where."""

from datetime import date, datetime

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Base, Id, Name, Word, refers


class Organisation(Base):
    """A region, a municipality, a school, a partner; a tree."""

    __tablename__ = "organisation"

    id: Mapped[Id]
    parent_id: Mapped[int | None] = refers("organisation.id", index=True)
    kind: Mapped[Word]
    name: Mapped[Name]
    timezone: Mapped[Word]
    locale: Mapped[Word]
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
    locale: Mapped[Word]
    # Since when Telegram has refused to deliver (blocked, deactivated); empty while reachable.
    unreachable_since: Mapped[datetime | None]
    created_at: Mapped[datetime]


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
    ended_at: Mapped[datetime | None]


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
    token: Mapped[Word] = mapped_column(unique=True)
    uses_left: Mapped[int]
    used: Mapped[int]
    expires_at: Mapped[datetime]
    revoked_at: Mapped[datetime | None]
    created_by: Mapped[int | None] = refers("person.id")
    created_at: Mapped[datetime]
