"""Secret addresses at which people's own terms are read by their calendar programs."""

from datetime import datetime

from sqlalchemy import Index, text
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Base, Id, Word, refers

_WORKING = text("revoked_at IS NULL")


class CalendarLink(Base):
    """A person's address; a new one ends the old."""

    __tablename__ = "calendar_link"
    __table_args__ = (
        Index(
            "uq_calendar_link_person_id_working",
            "person_id",
            unique=True,
            sqlite_where=_WORKING,
            postgresql_where=_WORKING,
        ),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Id]
    person_id: Mapped[int] = refers("person.id")
    token: Mapped[Word] = mapped_column(unique=True)
    made_at: Mapped[datetime]
    revoked_at: Mapped[datetime | None]
