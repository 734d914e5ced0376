"""Programmes: a season of one form of mentoring in one organisation."""

from datetime import date, datetime

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Base, Id, Name, Word, refers


class Programme(Base):
    """A season of one form of mentoring: what mentors and mentees take part in."""

    __tablename__ = "programme"
    __table_args__ = (
        Index("ix_programme_organisation_id_status", "organisation_id", "status"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Id]
    organisation_id: Mapped[int] = refers("organisation.id")
    # The key of a form of mentoring (mentoring/programmes/forms.py).
    form: Mapped[Word]
    title: Mapped[Name]
    starts_on: Mapped[date]
    ends_on: Mapped[date]
    # preparing, running, ended.
    status: Mapped[Word] = mapped_column(default="preparing")
    created_by: Mapped[int | None] = refers("person.id")
    created_at: Mapped[datetime]
