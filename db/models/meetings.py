"""Meetings: planned and held, who was there, what each side says of them."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, Index, SmallInteger, UniqueConstraint, false, text
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Base, Id, Name, Word, refers

# The statuses in which a meeting takes its place on its day.
LIVE_MEETING = text("status IN ('planned', 'held', 'disputed')")


class Meeting(Base):
    """A meeting of a pair: agreed for a time to come, or past."""

    __tablename__ = "meeting"
    __table_args__ = (
        # A second press, or the partner's own record, is the same meeting, unless somebody says
        # that it is another; what fell through is no obstacle to another one on that day.
        Index(
            "uq_meeting_pair_id_held_on_kind_ordinal_live",
            "pair_id",
            "held_on",
            "kind",
            "ordinal",
            unique=True,
            sqlite_where=LIVE_MEETING,
            postgresql_where=LIVE_MEETING,
        ),
        Index("ix_meeting_organisation_id_held_on", "organisation_id", "held_on"),
        Index("ix_meeting_pair_id_status", "pair_id", "status"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Id]
    organisation_id: Mapped[int] = refers("organisation.id")
    pair_id: Mapped[int] = refers("pair.id")
    # proposed, planned, held, missed, moved, cancelled, disputed (mentoring/meetings/status.py).
    status: Mapped[Word] = mapped_column(default="held", server_default="held")
    # The local day of the meeting, whatever its status.
    held_on: Mapped[date]
    # When it was to begin, and in whose time that was agreed; empty for one recorded afterwards.
    starts_at: Mapped[datetime | None]
    zone: Mapped[Word | None]
    minutes: Mapped[int]
    kind: Mapped[Word]
    # Which one of its kind it is on that day, in the order in which they were put down.
    ordinal: Mapped[int] = mapped_column(SmallInteger, default=1, server_default="1")
    # school, online, outside; and where there, or the link of a call.
    setting: Mapped[Word] = mapped_column(default="school", server_default="school")
    place: Mapped[str] = mapped_column(default="", server_default="")
    # Why it was moved, cancelled or missed.
    reason: Mapped[str] = mapped_column(default="", server_default="")
    # The mentor's own, for the curator's eyes; and the one that both sides see.
    note: Mapped[str]
    shared_note: Mapped[str] = mapped_column(default="", server_default="")
    # What was agreed upon: shown on the next card.
    agreed: Mapped[str] = mapped_column(default="", server_default="")
    slot_id: Mapped[int | None] = refers("meeting_slot.id")
    # Who has said the last thing of it: proposed a time, recorded it.
    logged_by: Mapped[int] = refers("person.id")
    logged_at: Mapped[datetime]
    # When the other side has said so too, or has let the term for it pass.
    confirmed_at: Mapped[datetime | None]


class MeetingSlot(Base):
    """A time that comes round: a pair's meetings are planned from it, a few weeks ahead."""

    __tablename__ = "meeting_slot"
    __table_args__ = (
        Index("ix_meeting_slot_organisation_id_pair_id", "organisation_id", "pair_id"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Id]
    organisation_id: Mapped[int] = refers("organisation.id")
    pair_id: Mapped[int] = refers("pair.id")
    # A rule of RFC 5545, counted from the first day; minutes since midnight in the zone.
    rule: Mapped[Name]
    starts_on: Mapped[date]
    minute: Mapped[int]
    zone: Mapped[Word]
    minutes: Mapped[int]
    setting: Mapped[Word] = mapped_column(default="school", server_default="school")
    place: Mapped[str]
    created_by: Mapped[int] = refers("person.id")
    created_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]


class OutingConsent(Base):
    """Whether a minor may come to a meeting outside the school; empty while a parent is asked."""

    __tablename__ = "outing_consent"
    __table_args__ = (
        UniqueConstraint("meeting_id", "child_id"),
        Index("ix_outing_consent_organisation_id", "organisation_id"),
        Index("ix_outing_consent_child_id", "child_id"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Id]
    organisation_id: Mapped[int] = refers("organisation.id")
    meeting_id: Mapped[int] = refers("meeting.id")
    child_id: Mapped[int] = refers("person.id")
    asked_at: Mapped[datetime]
    # yes, no; a "no" of nobody's is that of a morning without an answer.
    answer: Mapped[Word | None]
    answered_by: Mapped[int | None] = refers("person.id")
    answered_at: Mapped[datetime | None]
    # chat, paper.
    channel: Mapped[Word]


class Attendance(Base):
    """Whether a member of a group was there; of a pair of two nothing is noted."""

    __tablename__ = "attendance"
    __table_args__ = (Index("ix_attendance_organisation_id", "organisation_id"),)

    meeting_id: Mapped[int] = refers("meeting.id", primary_key=True)
    person_id: Mapped[int] = refers("person.id", primary_key=True, index=True)
    organisation_id: Mapped[int] = refers("organisation.id")
    present: Mapped[bool]
    marked_by: Mapped[int] = refers("person.id")
    marked_at: Mapped[datetime]


class MeetingFile(Base):
    """A photo, a voice note, a document that belongs to a meeting."""

    __tablename__ = "meeting_file"
    __table_args__ = (Index("ix_meeting_file_organisation_id", "organisation_id"),)

    meeting_id: Mapped[int] = refers("meeting.id", primary_key=True)
    file_id: Mapped[int] = refers("file.id", primary_key=True)
    organisation_id: Mapped[int] = refers("organisation.id")


class LessonHours(Base):
    """When an organisation has lessons, where it is not the usual hours; minutes since midnight."""

    __tablename__ = "lesson_hours"

    organisation_id: Mapped[int] = refers("organisation.id", primary_key=True)
    starts: Mapped[int]
    ends: Mapped[int]
    changed_by: Mapped[int] = refers("person.id")


class Release(Base):
    """A request to let a participant off their lessons for a meeting."""

    __tablename__ = "lesson_release"
    __table_args__ = (
        UniqueConstraint("meeting_id", "person_id"),
        Index("ix_lesson_release_organisation_id", "organisation_id"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Id]
    organisation_id: Mapped[int] = refers("organisation.id")
    meeting_id: Mapped[int] = refers("meeting.id")
    person_id: Mapped[int] = refers("person.id")
    asked_by: Mapped[int] = refers("person.id")
    asked_at: Mapped[datetime]
    number: Mapped[Word | None]
    signed_on: Mapped[date | None]


class Wish(Base):
    """A notice that only those get who have asked for it (as opposed to `Muted`)."""

    __tablename__ = "wished_notice"

    person_id: Mapped[int] = refers("person.id", primary_key=True)
    kind: Mapped[Word] = mapped_column(primary_key=True)


class Feedback(Base):
    """What one person says of one meeting."""

    __tablename__ = "feedback"
    __table_args__ = (
        UniqueConstraint("meeting_id", "person_id"),
        CheckConstraint("mark BETWEEN 1 AND 10", name="mark"),
        CheckConstraint("mood BETWEEN 1 AND 3", name="mood"),
        Index("ix_feedback_organisation_id_meeting_id", "organisation_id", "meeting_id"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Id]
    organisation_id: Mapped[int] = refers("organisation.id")
    meeting_id: Mapped[int] = refers("meeting.id")
    person_id: Mapped[int] = refers("person.id")
    # How useful it was, and with what feeling one went: 1 bad, 2 so-so, 3 good.
    mark: Mapped[int] = mapped_column(SmallInteger)
    mood: Mapped[int | None] = mapped_column(SmallInteger)
    note: Mapped[str]
    # A voice message in place of words.
    voice_id: Mapped[int | None] = refers("file.id")
    # Whether the partner may read the words; the mark they never see.
    shared: Mapped[bool] = mapped_column(default=False, server_default=false())
    needs_curator: Mapped[bool] = mapped_column(default=False, server_default=false())
    # chat, paper, spoken: how it came, and who typed it in for the person.
    channel: Mapped[Word] = mapped_column(default="chat", server_default="chat")
    entered_by: Mapped[int | None] = refers("person.id")
    given_at: Mapped[datetime]
