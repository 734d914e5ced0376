"""Matching: what was proposed for whom, till the curator decides."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import Index, SmallInteger, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Base, Data, Id, Word, refers
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


class MatchSettings(Base):
    """How much each thing counts in the matching of a programme, as its curator has set it."""

    __tablename__ = "match_settings"

    programme_id: Mapped[int] = refers("programme.id", primary_key=True)
    organisation_id: Mapped[int] = refers("organisation.id", index=True)
    # Term -> weight; a term that is not named keeps its usual one.
    weights: Mapped[Data]
    changed_by: Mapped[int] = refers("person.id")
    changed_at: Mapped[datetime]


class MatchRule(Base):
    """Two people the curator wants together in any case, or never: a row goes when it is undone."""

    __tablename__ = "match_rule"
    __table_args__ = (
        UniqueConstraint("mentee_id", "mentor_id"),
        Index("ix_match_rule_organisation_id_programme_id", "organisation_id", "programme_id"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Id]
    organisation_id: Mapped[int] = refers("organisation.id")
    programme_id: Mapped[int] = refers("programme.id")
    # Profiles.
    mentee_id: Mapped[int] = refers("profile.id")
    mentor_id: Mapped[int] = refers("profile.id")
    # pin, bar.
    kind: Mapped[Word]
    created_by: Mapped[int] = refers("person.id")
    created_at: Mapped[datetime]


class MentorCheck(Base):
    """A tick of the school's: somebody is trained, or checked for work with minors; no document."""

    __tablename__ = "mentor_check"
    __table_args__ = (
        UniqueConstraint("organisation_id", "person_id", "kind"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Id]
    organisation_id: Mapped[int] = refers("organisation.id")
    person_id: Mapped[int] = refers("person.id", index=True)
    # training, minors.
    kind: Mapped[Word]
    # False: known not to be so, which forbids pairs; without a row nothing is known.
    passed: Mapped[bool]
    noted_on: Mapped[date]
    noted_by: Mapped[int] = refers("person.id")


class MentorLoan(Base):
    """A mentor whom one school's curator offers to another school, and what its curator says."""

    __tablename__ = "mentor_loan"
    __table_args__ = (
        UniqueConstraint("organisation_id", "profile_id"),
        Index("ix_mentor_loan_lender_id", "lender_id"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Id]
    # The school they are offered to: its curator decides.
    organisation_id: Mapped[int] = refers("organisation.id")
    lender_id: Mapped[int] = refers("organisation.id")
    # The mentor, in the bank of their own school.
    profile_id: Mapped[int] = refers("profile.id", index=True)
    # offered, agreed, declined; withdrawn before it was agreed, ended after that: by either school.
    status: Mapped[Word]
    offered_by: Mapped[int] = refers("person.id")
    offered_at: Mapped[datetime]
    decided_by: Mapped[int | None] = refers("person.id")
    decided_at: Mapped[datetime | None]


class Support(Base):
    """What was done for somebody who waits for a pair: nobody is left silently."""

    __tablename__ = "support"
    __table_args__ = (
        Index("ix_support_organisation_id_profile_id", "organisation_id", "profile_id"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Id]
    organisation_id: Mapped[int] = refers("organisation.id")
    profile_id: Mapped[int] = refers("profile.id")
    note: Mapped[str]
    given_on: Mapped[date]
    created_by: Mapped[int] = refers("person.id")
    created_at: Mapped[datetime]
