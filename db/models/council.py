"""What a curator passes to the methodical council about a pair, and what comes of it."""

from datetime import datetime

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Base, Data, Id, Word, refers


class CouncilCase(Base):
    """A difficulty of a pair that waits for advice, or the results of one that wait for marks."""

    __tablename__ = "council_case"
    __table_args__ = (
        Index("ix_council_case_organisation_id_kind", "organisation_id", "kind", "id"),
        Index("ix_council_case_pair_id", "pair_id", "id"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Id]
    organisation_id: Mapped[int] = refers("organisation.id")
    pair_id: Mapped[int] = refers("pair.id")
    # difficulty, results.
    kind: Mapped[Word]
    # In the curator's words: what was entrusted to somebody is never copied into it.
    question: Mapped[str]
    asked_by: Mapped[int] = refers("person.id")
    asked_at: Mapped[datetime]
    advice: Mapped[str] = mapped_column(default="")
    advised_by: Mapped[int | None] = refers("person.id")
    advised_at: Mapped[datetime | None]
    # When the curator handed the advice on to the pair.
    shared_at: Mapped[datetime | None]
    withdrawn_at: Mapped[datetime | None]


class CouncilMarks(Base):
    """What one of the council gives the results of a pair, once."""

    __tablename__ = "council_marks"

    case_id: Mapped[int] = refers("council_case.id", primary_key=True)
    person_id: Mapped[int] = refers("person.id", primary_key=True, index=True)
    # Criterion -> 1 to 10; a criterion is a key of the shipped ones, or the school's words.
    marks: Mapped[Data]
    given_at: Mapped[datetime]
