"""The personal programme of a pair: what is to be done, what came of it, how it was changed."""

from datetime import date, datetime

from sqlalchemy import Index, SmallInteger, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Base, Data, Id, Name, Word, refers


class PersonalPlan(Base):
    """The programme of one pair; its goals and activities are PlanItems of the same pair."""

    __tablename__ = "personal_plan"
    __table_args__ = (
        UniqueConstraint("pair_id"),
        Index("ix_personal_plan_organisation_id_status", "organisation_id", "status", "id"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Id]
    organisation_id: Mapped[int] = refers("organisation.id")
    pair_id: Mapped[int] = refers("pair.id")
    # draft, sent, approved.
    status: Mapped[Word]
    # What it was begun from: "teachers-1:usual", "own:5"; empty: from nothing.
    template: Mapped[Word] = mapped_column(default="")
    # Why it was given back: for the mentors.
    remark: Mapped[str] = mapped_column(default="")
    begun_by: Mapped[int] = refers("person.id")
    begun_at: Mapped[datetime]
    sent_by: Mapped[int | None] = refers("person.id")
    sent_at: Mapped[datetime | None]
    approved_by: Mapped[int | None] = refers("person.id")
    approved_at: Mapped[datetime | None]
    # Changed since it was approved, and nobody who approves has agreed to that yet.
    changed_at: Mapped[datetime | None]


class PlanItem(Base):
    """A goal, an activity, or a task agreed upon at a meeting."""

    __tablename__ = "plan_item"
    __table_args__ = (
        Index("ix_plan_item_pair_id", "pair_id", "id"),
        Index("ix_plan_item_organisation_id_due_on", "organisation_id", "due_on"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Id]
    organisation_id: Mapped[int] = refers("organisation.id")
    pair_id: Mapped[int] = refers("pair.id")
    # goal; difficulty (against one), growth (of a strength): activities; task.
    kind: Mapped[Word]
    # proposed, open, done, dropped.
    status: Mapped[Word]
    title: Mapped[str]
    due_on: Mapped[date | None]
    expected: Mapped[str] = mapped_column(default="")
    actual: Mapped[str] = mapped_column(default="")
    # The mentor's, 1 to 10.
    mark: Mapped[int | None] = mapped_column(SmallInteger)
    proposed_by: Mapped[int] = refers("person.id")
    # Where it was agreed upon.
    meeting_id: Mapped[int | None] = refers("meeting.id")
    created_at: Mapped[datetime]
    # A mentee says that it is done, then a mentor marks it so.
    told_by: Mapped[int | None] = refers("person.id")
    told_on: Mapped[date | None]
    done_by: Mapped[int | None] = refers("person.id")
    done_on: Mapped[date | None]


class PlanChange(Base):
    """A line of a programme's history: what was, what became."""

    __tablename__ = "plan_change"
    __table_args__ = (
        Index("ix_plan_change_pair_id", "pair_id", "id"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Id]
    organisation_id: Mapped[int] = refers("organisation.id")
    pair_id: Mapped[int] = refers("pair.id")
    item_id: Mapped[int | None] = refers("plan_item.id")
    what: Mapped[Word]
    # What was and what became; a day as YYYY-MM-DD.
    was: Mapped[str] = mapped_column(default="")
    became: Mapped[str] = mapped_column(default="")
    actor_id: Mapped[int | None] = refers("person.id")
    at: Mapped[datetime]


class PlanTemplate(Base):
    """A programme kept to begin others from; once shared it stands in the department's bank."""

    __tablename__ = "plan_template"
    __table_args__ = (
        Index("ix_plan_template_organisation_id", "organisation_id", "id"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Id]
    organisation_id: Mapped[int] = refers("organisation.id")
    title: Mapped[Name]
    # The form of mentoring it is for.
    form: Mapped[Word]
    # {"items": [{"kind", "title", "expected", "days"}]}: without names, days from the beginning.
    content: Mapped[Data]
    kept_by: Mapped[int] = refers("person.id")
    kept_at: Mapped[datetime]
    # Since when those above and beside see it; empty: the organisation alone does.
    shared_at: Mapped[datetime | None]
    removed_at: Mapped[datetime | None]
