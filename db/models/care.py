"""Care for pairs and their people: a call for help, silence asked about, words between meetings."""

from datetime import date, datetime

from sqlalchemy import Index, SmallInteger, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Base, Id, Word, refers
from db.types import Json


class CareRules(Base):
    """Who is called for help in a school, how long each has, and how long silence may last."""

    __tablename__ = "care_rules"

    organisation_id: Mapped[int] = refers("organisation.id", primary_key=True)
    # The named adult first, then the deputies in their order: ids of persons.
    people: Mapped[list[int]] = mapped_column(Json)
    # After so many minutes without a press the next one is called.
    minutes: Mapped[int] = mapped_column(SmallInteger)
    # Days without a meeting or a word, school holidays aside.
    silent_days: Mapped[int] = mapped_column(SmallInteger)
    # What a child reads at once: numbers to ring. Empty: the usual words.
    lines: Mapped[str]
    changed_by: Mapped[int] = refers("person.id")
    changed_at: Mapped[datetime]


class HelpCall(Base):
    """Somebody needs help: it goes from adult to adult till one of them takes it."""

    __tablename__ = "help_call"
    __table_args__ = (
        Index("ix_help_call_organisation_id", "organisation_id", "id"),
        Index("ix_help_call_person_id", "person_id", "id"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Id]
    organisation_id: Mapped[int] = refers("organisation.id")
    person_id: Mapped[int] = refers("person.id")
    called_at: Mapped[datetime]
    # How many adults have been called.
    told: Mapped[int] = mapped_column(SmallInteger, default=0)
    # When the next one is; empty once somebody has taken it.
    next_at: Mapped[datetime | None] = mapped_column(index=True)
    taken_by: Mapped[int | None] = refers("person.id")
    taken_at: Mapped[datetime | None]
    # Pressed by mistake, as the person said.
    mistaken_at: Mapped[datetime | None]


class SilenceQuestion(Base):
    """One of a silent pair, asked privately how it is going; the curator alone reads the answer."""

    __tablename__ = "silence_question"
    __table_args__ = (
        UniqueConstraint("pair_id", "person_id", "asked_on"),
        Index("ix_silence_question_organisation_id_asked_on", "organisation_id", "asked_on"),
        Index("ix_silence_question_person_id", "person_id", "id"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Id]
    organisation_id: Mapped[int] = refers("organisation.id")
    pair_id: Mapped[int] = refers("pair.id")
    person_id: Mapped[int] = refers("person.id")
    asked_on: Mapped[date]
    # busy, ill, unfit, help, well.
    answer: Mapped[Word | None]
    answered_at: Mapped[datetime | None]
    # The curator has seen to it.
    settled_at: Mapped[datetime | None]


class PairMessage(Base):
    """What one of a pair said to the other side between meetings; it passes through the bot."""

    __tablename__ = "pair_message"
    __table_args__ = (
        Index("ix_pair_message_organisation_id_pair_id", "organisation_id", "pair_id", "id"),
        Index("ix_pair_message_pair_id", "pair_id", "id"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Id]
    organisation_id: Mapped[int] = refers("organisation.id")
    pair_id: Mapped[int] = refers("pair.id")
    author_id: Mapped[int] = refers("person.id")
    # text, voice, photo, file.
    kind: Mapped[Word]
    text: Mapped[str]
    # Where what is not text is to be copied from.
    message_id: Mapped[int | None]
    sent_at: Mapped[datetime]


class TrialVerdict(Base):
    """What one of a pair says after the trial meeting: do they suit? For the curator alone."""

    __tablename__ = "trial_verdict"
    __table_args__ = (
        UniqueConstraint("pair_id", "person_id"),
        Index("ix_trial_verdict_organisation_id_decided_at", "organisation_id", "decided_at"),
        Index("ix_trial_verdict_person_id", "person_id", "id"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Id]
    organisation_id: Mapped[int] = refers("organisation.id")
    pair_id: Mapped[int] = refers("pair.id")
    person_id: Mapped[int] = refers("person.id")
    asked_on: Mapped[date]
    # yes, unsure, no.
    answer: Mapped[Word | None]
    answered_at: Mapped[datetime | None]
    # When the curator confirmed the pair, or changed it.
    decided_at: Mapped[datetime | None]
    decided_by: Mapped[int | None] = refers("person.id")
