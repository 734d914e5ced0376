"""How a draft of a roadmap is agreed upon: remarks to its rows, and the order that approves it."""

from datetime import date, datetime

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Base, Id, Word, refers


class Consultation(Base):
    """Those with a role are asked for remarks to a draft."""

    __tablename__ = "consultation"

    roadmap_id: Mapped[int] = refers("roadmap.id", primary_key=True)
    role: Mapped[Word] = mapped_column(primary_key=True)
    organisation_id: Mapped[int] = refers("organisation.id", index=True)
    asked_by: Mapped[int] = refers("person.id")
    asked_at: Mapped[datetime]


class Remark(Base):
    """What somebody says of a row of a draft, and what its curator answers."""

    __tablename__ = "remark"
    __table_args__ = (
        Index("ix_remark_organisation_id_roadmap_id", "organisation_id", "roadmap_id"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Id]
    organisation_id: Mapped[int] = refers("organisation.id")
    roadmap_id: Mapped[int] = refers("roadmap.id")
    activity_id: Mapped[int] = refers("activity.id")
    text: Mapped[str]
    made_by: Mapped[int] = refers("person.id")
    # Local days of the organisation: its digests go by days.
    made_on: Mapped[date]
    # Empty words: it was taken into account.
    answer: Mapped[str | None]
    answered_by: Mapped[int | None] = refers("person.id")
    answered_on: Mapped[date | None]


class Approval(Base):
    """A draft lies with the head, or was approved by an order."""

    __tablename__ = "approval"
    __table_args__ = (Index("ix_approval_organisation_id", "organisation_id"),)

    roadmap_id: Mapped[int] = refers("roadmap.id", primary_key=True)
    organisation_id: Mapped[int] = refers("organisation.id")
    # What the curator has settled for the moment it comes into force; see confirming.confirm.
    past: Mapped[Word | None]
    past_day: Mapped[date | None]
    keep: Mapped[bool]
    sent_by: Mapped[int] = refers("person.id")
    sent_at: Mapped[datetime]
    # The order, once it is there.
    number: Mapped[Word | None]
    ordered_on: Mapped[date | None]
    signed_by: Mapped[int | None] = refers("person.id")
    signed_at: Mapped[datetime | None]
