"""Pairs and surveys."""

from datetime import date, datetime

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Base, Data, Id, Word, refers


class Pair(Base):
    """A mentor (or several) and a mentee (or several) who work together."""

    __tablename__ = "pair"
    __table_args__ = (
        # Two curators at once make one pair; ended ones, without a key, never collide.
        UniqueConstraint("organisation_id", "members_key"),
        Index("ix_pair_organisation_id", "organisation_id", "id"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Id]
    organisation_id: Mapped[int] = refers("organisation.id")
    # Who is in it, by ids, while it runs; empty when it has ended.
    members_key: Mapped[str | None]
    # The season it belongs to; empty for pairs made outside of any.
    programme_id: Mapped[int | None] = refers("programme.id", index=True)
    # proposed, agreed, ordered, active, paused, completed, ended_early, cancelled
    # (mentoring/pairs/states.py). Whether it runs is asked by db/queries/running.py.
    status: Mapped[Word] = mapped_column(default="active")
    # The first day after a pause: on it the pair works again by itself.
    paused_until: Mapped[date | None]
    # The last day of its term, in the order; empty: till the programme's end.
    ends_on: Mapped[date | None]
    # The day the invitations went out.
    asked_on: Mapped[date | None]
    # The pair that this one replaces or goes on from.
    follows_id: Mapped[int | None] = refers("pair.id")
    # Where they meet when not in one room.
    video_link: Mapped[str] = mapped_column(default="")
    created_by: Mapped[int] = refers("person.id")
    # The day it began to work; while it is a draft, the day it was proposed.
    started_on: Mapped[date]
    # Empty while it is not over: drafts have none either.
    ended_on: Mapped[date | None]
    created_at: Mapped[datetime]


class PairMember(Base):
    """One person's place in a pair: `side` is mentor or mentee."""

    __tablename__ = "pair_member"

    pair_id: Mapped[int] = refers("pair.id", primary_key=True)
    person_id: Mapped[int] = refers("person.id", primary_key=True, index=True)
    side: Mapped[Word]
    # Of several mentors the one who answers for the pair; of one, that one.
    is_primary: Mapped[bool] = mapped_column(default=False)
    joined_on: Mapped[date | None]
    # Who has left stays here for the history.
    left_on: Mapped[date | None]
    # yes, no, ask: what was said to the invitation; empty: nothing yet.
    answer: Mapped[Word | None]
    answered_at: Mapped[datetime | None]
    # Why not, or what is to be made clear: for the curator alone.
    reason: Mapped[str] = mapped_column(default="")
    # Lets the others of the pair see the phone; shown when both sides do.
    shares_phone: Mapped[bool] = mapped_column(default=False)


class PairEvent(Base):
    """One thing that happened to a pair. Nothing of its history is ever changed or deleted."""

    __tablename__ = "pair_event"
    __table_args__ = (
        Index("ix_pair_event_organisation_id_pair_id", "organisation_id", "pair_id", "id"),
        Index("ix_pair_event_pair_id", "pair_id", "id"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Id]
    organisation_id: Mapped[int] = refers("organisation.id")
    pair_id: Mapped[int] = refers("pair.id")
    # A deed of mentoring/pairs/states.py, or what happened without a change of state.
    what: Mapped[Word]
    # Empty at the beginning; the same as `after` where the state did not change.
    before: Mapped[Word | None]
    after: Mapped[Word]
    # Who did it; empty: the bot, a term having come.
    actor_id: Mapped[int | None] = refers("person.id")
    # Whom it is about, where that is one of the pair.
    member_id: Mapped[int | None] = refers("person.id")
    # A key or words out of the school's list of grounds.
    ground: Mapped[str] = mapped_column(default="")
    # In somebody's own words: for the curator and the head.
    reason: Mapped[str] = mapped_column(default="")
    # Numbers, dates, names of things.
    args: Mapped[Data]
    at: Mapped[datetime]


class Survey(Base):
    """A questionnaire put to the participants of one organisation on one day."""

    __tablename__ = "survey"
    __table_args__ = (
        UniqueConstraint("organisation_id", "opens_on", "form"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Id]
    organisation_id: Mapped[int] = refers("organisation.id")
    # Which form it asks: key and version of a file in questionnaires/.
    form: Mapped[Word]
    opens_on: Mapped[date]
    created_by: Mapped[int] = refers("person.id")
    created_at: Mapped[datetime]


class Response(Base):
    """One person's answers to one form: put to them by a survey, or by a programme."""

    __tablename__ = "survey_response"
    __table_args__ = (
        UniqueConstraint("organisation_id", "occasion", "person_id"),
        Index("ix_survey_response_organisation_id_survey_id", "organisation_id", "survey_id"),
        Index("ix_survey_response_person_id", "person_id", "completed_at"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Id]
    organisation_id: Mapped[int] = refers("organisation.id")
    # What it was put for, once a person: "survey:5", "entry:2", "preference:2".
    occasion: Mapped[Word]
    survey_id: Mapped[int | None] = refers("survey.id")
    programme_id: Mapped[int | None] = refers("programme.id")
    person_id: Mapped[int] = refers("person.id")
    # Which variant of the form was begun: a seat taken later does not change the questions.
    role: Mapped[Word]
    # The id of the form, version and all: answers keep the wording they were given to.
    form: Mapped[Word]
    # chat, paper, spoken: how the answers came.
    channel: Mapped[Word] = mapped_column(default="chat")
    # Who typed them in for the person.
    entered_by: Mapped[int | None] = refers("person.id")
    # Empty while it only waits for the person.
    started_at: Mapped[datetime | None]
    completed_at: Mapped[datetime | None]
    # When the person said that what others entered is right.
    confirmed_at: Mapped[datetime | None]


class Answer(Base):
    """One answer, kept the moment it is given; with no value at all it was skipped."""

    __tablename__ = "survey_answer"
    __table_args__ = (
        UniqueConstraint("response_id", "question"),
        Index("ix_survey_answer_organisation_id_response_id", "organisation_id", "response_id"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Id]
    organisation_id: Mapped[int] = refers("organisation.id")
    response_id: Mapped[int] = refers("survey_response.id")
    # A stable key of the form.
    question: Mapped[Word]
    number: Mapped[int | None]
    # Words, a key, several keys with commas between them, an ISO date.
    text: Mapped[str | None]
    file_id: Mapped[int | None] = refers("file.id")
    # False for an answer whose condition had fallen away when the response was sent.
    counts: Mapped[bool] = mapped_column(default=True)
    answered_at: Mapped[datetime]
