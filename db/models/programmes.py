"""Programmes: a season of one form of mentoring in one organisation."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import Index, SmallInteger
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Base, Id, Name, Word, refers
from db.types import Json


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


class ProgrammePlan(Base):
    """The stages of a programme as its curator has them, the rhythm of meetings, the targets."""

    __tablename__ = "programme_plan"

    programme_id: Mapped[int] = refers("programme.id", primary_key=True)
    organisation_id: Mapped[int] = refers("organisation.id", index=True)
    # Which shipped set it came from (mentoring/programmes/stages.json).
    model: Mapped[Word]
    # [{"key", "title" (own words, else empty), "until", "done_on" (ISO days or null), "checks",
    # "off" (checks of the shipped stage the school took off)}, ...]
    stages: Mapped[list[dict[str, Any]]] = mapped_column(Json)
    # A pair meets at least once in so many days.
    rhythm_days: Mapped[int] = mapped_column(SmallInteger)
    # How many pairs the season is to have; empty: no target.
    target_pairs: Mapped[int | None]
    changed_by: Mapped[int] = refers("person.id")
    changed_at: Mapped[datetime]
