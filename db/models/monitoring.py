"""How schools introduce mentoring, as their department follows it, and what it advises them."""

from datetime import date, datetime

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Base, Id, Word, refers


class IntroductionMark(Base):
    """What a school says of one thing its department looks for: words, a link, a document."""

    __tablename__ = "introduction_mark"

    organisation_id: Mapped[int] = refers("organisation.id", primary_key=True)
    kind: Mapped[Word] = mapped_column(primary_key=True)
    note: Mapped[str]
    file_id: Mapped[int | None] = refers("file.id")
    set_by: Mapped[int] = refers("person.id")
    set_at: Mapped[datetime]


class Recommendation(Base):
    """What a department advises one school to do by a day, and what became of it."""

    __tablename__ = "recommendation"
    __table_args__ = (
        Index("ix_recommendation_organisation_id_accepted_on", "organisation_id", "accepted_on"),
        Index("ix_recommendation_issuer_id", "issuer_id"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Id]
    # The school; and whoever advises it.
    organisation_id: Mapped[int] = refers("organisation.id")
    issuer_id: Mapped[int] = refers("organisation.id")
    text: Mapped[str]
    due_on: Mapped[date]
    made_by: Mapped[int] = refers("person.id")
    # Local days: digests go by days.
    made_on: Mapped[date]
    answer: Mapped[str | None]
    file_id: Mapped[int | None] = refers("file.id")
    answered_by: Mapped[int | None] = refers("person.id")
    answered_on: Mapped[date | None]
    # What is still missing, when the answer was not enough.
    more: Mapped[str | None]
    accepted_on: Mapped[date | None]
