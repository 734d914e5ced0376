"""What organisations make of the forms: their own questions, sheets of answers from paper."""

from datetime import datetime
from typing import Any

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Base, Data, Id, Name, Word, refers
from db.types import Json


class Questionnaire(Base):
    """A form of an organisation's own, or its additions to another one.

    A live one is never changed: what comes after it is a new row with the same key.
    """

    __tablename__ = "questionnaire"
    __table_args__ = (
        Index("ix_questionnaire_organisation_id_key", "organisation_id", "key"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Id]
    organisation_id: Mapped[int] = refers("organisation.id")
    # The same over versions; of additions, the key of the form they are added to.
    key: Mapped[Word]
    # The id of the form it adds to; empty for a form of its own.
    base: Mapped[Word | None]
    title: Mapped[Name]
    # As in the files of questionnaires/; of additions, what is added and what is left out.
    content: Mapped[Data]
    # The organisations below may use it.
    shared: Mapped[bool] = mapped_column(default=False)
    # draft, live, retired.
    status: Mapped[Word]
    job_id: Mapped[int | None] = refers("job.id")
    created_by: Mapped[int] = refers("person.id")
    created_at: Mapped[datetime]
    live_at: Mapped[datetime | None]


class AnswerSheet(Base):
    """Answers of many people out of one table, read and not yet saved."""

    __tablename__ = "answer_sheet"
    __table_args__ = (
        UniqueConstraint("job_id"),
        Index("ix_answer_sheet_organisation_id", "organisation_id", "id"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Id]
    organisation_id: Mapped[int] = refers("organisation.id")
    occasion: Mapped[Word]
    form: Mapped[Word]
    role: Mapped[Word]
    # A row a person: {"person": id, "answers": {key: value}}.
    rows: Mapped[list[dict[str, Any]]] = mapped_column(Json)
    # What could not be read: {"row": 5, "column": "...", "error": message key, "args": {...}}.
    errors: Mapped[list[dict[str, Any]]] = mapped_column(Json)
    # preview, saved, discarded.
    status: Mapped[Word]
    job_id: Mapped[int] = refers("job.id")
    created_by: Mapped[int] = refers("person.id")
    created_at: Mapped[datetime]


class MentoringKind(Base):
    """A form of mentoring as an organisation has it: renamed, hidden, or one of its own."""

    __tablename__ = "mentoring_kind"
    __table_args__ = (
        UniqueConstraint("organisation_id", "key"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Id]
    organisation_id: Mapped[int] = refers("organisation.id")
    # Of a shipped form its key; of an own one "own-" and a number.
    key: Mapped[Word]
    # The shipped form whose questionnaires and sides it has.
    like_form: Mapped[Word]
    title: Mapped[Name]
    # The role models, as the organisation words them.
    models: Mapped[list[str]] = mapped_column(Json)
    hidden: Mapped[bool] = mapped_column(default=False)
    changed_by: Mapped[int] = refers("person.id")
    changed_at: Mapped[datetime]
