"""Matching: what was proposed for whom, till the curator decides."""

from datetime import datetime
from typing import Any

from sqlalchemy import Index, SmallInteger, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Base, Id, Word, refers
from db.types import Json

# [{"key": ..., "args": {...}}, ...]: message keys, said in the reader's language.
Reasons = list[dict[str, Any]]


class MatchSuggestion(Base):
    """One mentee of a programme with the mentor proposed, or with the reasons why there is none."""

    __tablename__ = "match_suggestion"
    __table_args__ = (
        UniqueConstraint("programme_id", "mentee_id"),
        Index(
            "ix_match_suggestion_organisation_id_programme_id", "organisation_id", "programme_id"
        ),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Id]
    organisation_id: Mapped[int] = refers("organisation.id")
    programme_id: Mapped[int] = refers("programme.id")
    # Profiles; without a mentor `pros` says why nobody was found.
    mentee_id: Mapped[int] = refers("profile.id")
    mentor_id: Mapped[int | None] = refers("profile.id")
    # In percent of the best there could be.
    score: Mapped[int] = mapped_column(SmallInteger)
    pros: Mapped[Reasons] = mapped_column(Json)
    cons: Mapped[Reasons] = mapped_column(Json)
    # Other mentors for this mentee, the best first: [[profile, percent], ...].
    others: Mapped[list[list[int]]] = mapped_column(Json)
    # proposed, skipped, accepted.
    status: Mapped[Word]
    made_at: Mapped[datetime]
