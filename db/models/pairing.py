"""What a pair's life needs besides the pair: orders, applications, a school's own rules."""

from datetime import date, datetime

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Base, Data, Id, Texts, Word, refers


class PairOrder(Base):
    """A draft of an order about pairs; with a number and a day it is signed."""

    __tablename__ = "pair_order"
    __table_args__ = (
        Index("ix_pair_order_organisation_id_status", "organisation_id", "status", "id"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Id]
    organisation_id: Mapped[int] = refers("organisation.id")
    # pairs, replacement, early_end, extension, relief.
    kind: Mapped[Word]
    # waiting, signed, withdrawn.
    status: Mapped[Word]
    number: Mapped[Word | None]
    day: Mapped[date | None]
    prepared_by: Mapped[int] = refers("person.id")
    prepared_at: Mapped[datetime]
    # The head, or a curator who copied the number from the paper.
    signed_by: Mapped[int | None] = refers("person.id")
    signed_at: Mapped[datetime | None]


class PairOrderLine(Base):
    """One pair in an order, with what the order says of it."""

    __tablename__ = "pair_order_line"

    order_id: Mapped[int] = refers("pair_order.id", primary_key=True)
    pair_id: Mapped[int] = refers("pair.id", primary_key=True, index=True)
    # The day of a new term, the ground of an end.
    args: Mapped[Data]


class PairApplication(Base):
    """What somebody asks for: a longer term, another partner, relief, a helper, an award."""

    __tablename__ = "pair_application"
    __table_args__ = (
        Index("ix_pair_application_organisation_id_status", "organisation_id", "status", "id"),
        Index("ix_pair_application_pair_id", "pair_id"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Id]
    organisation_id: Mapped[int] = refers("organisation.id")
    # Empty for a relief: it is of all pairs of a mentor.
    pair_id: Mapped[int | None] = refers("pair.id")
    # extension, replacement, relief, helper, award.
    kind: Mapped[Word]
    # open, granted, declined.
    status: Mapped[Word]
    asked_by: Mapped[int] = refers("person.id")
    # Whom it is about: who is to help, or to be thanked.
    subject_id: Mapped[int | None] = refers("person.id")
    until: Mapped[date | None]
    # In the words of whoever asks: for the curator and the head.
    reason: Mapped[str] = mapped_column(default="")
    created_at: Mapped[datetime]
    decided_by: Mapped[int | None] = refers("person.id")
    decided_at: Mapped[datetime | None]


class ApplicationAnswer(Base):
    """What one of those whose consent is needed has said; without an answer they were asked."""

    __tablename__ = "application_answer"

    application_id: Mapped[int] = refers("pair_application.id", primary_key=True)
    person_id: Mapped[int] = refers("person.id", primary_key=True, index=True)
    # yes, no.
    answer: Mapped[Word | None]
    answered_at: Mapped[datetime | None]


class PairRules(Base):
    """A school's own grounds of an end, conversation starters and criteria; without it the shipped
    ones."""

    __tablename__ = "pair_rules"

    organisation_id: Mapped[int] = refers("organisation.id", primary_key=True)
    grounds: Mapped[Texts]
    # Form of mentoring -> texts.
    starters: Mapped[Data]
    # By what the council judges results, in the school's words.
    criteria: Mapped[Texts] = mapped_column(default=list)
    set_by: Mapped[int] = refers("person.id")
    set_at: Mapped[datetime]
