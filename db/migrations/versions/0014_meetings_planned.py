"""meetings planned as well as held, attendance, attachments, lessons; messages that wait

Revision ID: 0014
Revises: 0013
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

from db.types import UTCDateTime

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

_LIVE = sa.text("status IN ('planned', 'held', 'disputed')")
_TABLE = {"sqlite_autoincrement": True}


def _id() -> sa.types.TypeEngine[int]:
    return sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def _refers(table: str, name: str, target: str) -> list[Any]:
    return [
        sa.Column(name, _id(), nullable=False),
        sa.ForeignKeyConstraint([name], [f"{target}.id"], name=f"fk_{table}_{name}_{target}"),
    ]


def upgrade() -> None:
    op.create_table(
        "meeting_slot",
        sa.Column("id", _id(), autoincrement=True, nullable=False),
        *_refers("meeting_slot", "organisation_id", "organisation"),
        *_refers("meeting_slot", "pair_id", "pair"),
        sa.Column("weeks", _id(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("minute", _id(), nullable=False),
        sa.Column("zone", sa.String(length=60), nullable=False),
        sa.Column("minutes", _id(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        *_refers("meeting_slot", "created_by", "person"),
        sa.Column("created_at", UTCDateTime(), nullable=False),
        sa.Column("ended_at", UTCDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_meeting_slot"),
        **_TABLE,
    )
    op.create_index(
        "ix_meeting_slot_organisation_id_pair_id", "meeting_slot", ["organisation_id", "pair_id"]
    )
    with op.batch_alter_table("meeting", table_kwargs=_TABLE) as batch:
        # What was recorded till now took place.
        batch.add_column(
            sa.Column("status", sa.String(length=60), nullable=False, server_default="held")
        )
        batch.add_column(sa.Column("starts_at", UTCDateTime(), nullable=True))
        batch.add_column(sa.Column("zone", sa.String(length=60), nullable=True))
        for name in ("place", "reason", "shared_note", "agreed"):
            batch.add_column(sa.Column(name, sa.Text(), nullable=False, server_default=""))
        batch.add_column(sa.Column("slot_id", _id(), nullable=True))
        batch.add_column(sa.Column("confirmed_at", UTCDateTime(), nullable=True))
        batch.create_foreign_key(
            "fk_meeting_slot_id_meeting_slot", "meeting_slot", ["slot_id"], ["id"]
        )
        batch.drop_constraint("uq_meeting_pair_id_held_on_kind", type_="unique")
        batch.create_index("ix_meeting_pair_id_status", ["pair_id", "status"])
    op.create_index(
        "uq_meeting_pair_id_held_on_kind_live",
        "meeting",
        ["pair_id", "held_on", "kind"],
        unique=True,
        sqlite_where=_LIVE,
        postgresql_where=_LIVE,
    )
    op.create_table(
        "attendance",
        *_refers("attendance", "meeting_id", "meeting"),
        *_refers("attendance", "person_id", "person"),
        *_refers("attendance", "organisation_id", "organisation"),
        sa.Column("present", sa.Boolean(), nullable=False),
        *_refers("attendance", "marked_by", "person"),
        sa.Column("marked_at", UTCDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("meeting_id", "person_id", name="pk_attendance"),
        **_TABLE,
    )
    op.create_index("ix_attendance_organisation_id", "attendance", ["organisation_id"])
    op.create_index("ix_attendance_person_id", "attendance", ["person_id"])
    op.create_table(
        "meeting_file",
        *_refers("meeting_file", "meeting_id", "meeting"),
        *_refers("meeting_file", "file_id", "file"),
        *_refers("meeting_file", "organisation_id", "organisation"),
        sa.PrimaryKeyConstraint("meeting_id", "file_id", name="pk_meeting_file"),
        **_TABLE,
    )
    op.create_index("ix_meeting_file_organisation_id", "meeting_file", ["organisation_id"])
    op.create_table(
        "lesson_hours",
        *_refers("lesson_hours", "organisation_id", "organisation"),
        sa.Column("starts", _id(), nullable=False),
        sa.Column("ends", _id(), nullable=False),
        *_refers("lesson_hours", "changed_by", "person"),
        sa.PrimaryKeyConstraint("organisation_id", name="pk_lesson_hours"),
        **_TABLE,
    )
    op.create_table(
        "lesson_release",
        sa.Column("id", _id(), autoincrement=True, nullable=False),
        *_refers("lesson_release", "organisation_id", "organisation"),
        *_refers("lesson_release", "meeting_id", "meeting"),
        *_refers("lesson_release", "person_id", "person"),
        *_refers("lesson_release", "asked_by", "person"),
        sa.Column("asked_at", UTCDateTime(), nullable=False),
        sa.Column("number", sa.String(length=60), nullable=True),
        sa.Column("signed_on", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_lesson_release"),
        sa.UniqueConstraint(
            "meeting_id", "person_id", name="uq_lesson_release_meeting_id_person_id"
        ),
        **_TABLE,
    )
    op.create_index("ix_lesson_release_organisation_id", "lesson_release", ["organisation_id"])
    op.create_table(
        "wished_notice",
        *_refers("wished_notice", "person_id", "person"),
        sa.Column("kind", sa.String(length=60), nullable=False),
        sa.PrimaryKeyConstraint("person_id", "kind", name="pk_wished_notice"),
        **_TABLE,
    )
    with op.batch_alter_table("feedback", table_kwargs=_TABLE) as batch:
        batch.add_column(sa.Column("mood", sa.SmallInteger(), nullable=True))
        batch.add_column(sa.Column("voice_id", _id(), nullable=True))
        for name in ("shared", "needs_curator"):
            batch.add_column(
                sa.Column(name, sa.Boolean(), nullable=False, server_default=sa.false())
            )
        batch.add_column(
            sa.Column("channel", sa.String(length=60), nullable=False, server_default="chat")
        )
        batch.add_column(sa.Column("entered_by", _id(), nullable=True))
        batch.create_check_constraint(op.f("ck_feedback_mood"), "mood BETWEEN 1 AND 3")
        batch.create_foreign_key("fk_feedback_voice_id_file", "file", ["voice_id"], ["id"])
        batch.create_foreign_key("fk_feedback_entered_by_person", "person", ["entered_by"], ["id"])
    with op.batch_alter_table("outbox", table_kwargs=_TABLE) as batch:
        batch.add_column(sa.Column("held_until", UTCDateTime(), nullable=True))
        batch.add_column(
            sa.Column("at_once", sa.Boolean(), nullable=False, server_default=sa.false())
        )


def downgrade() -> None:
    with op.batch_alter_table("outbox", table_kwargs=_TABLE) as batch:
        batch.drop_column("at_once")
        batch.drop_column("held_until")
    with op.batch_alter_table("feedback", table_kwargs=_TABLE) as batch:
        batch.drop_constraint(op.f("ck_feedback_mood"), type_="check")
        batch.drop_constraint("fk_feedback_voice_id_file", type_="foreignkey")
        batch.drop_constraint("fk_feedback_entered_by_person", type_="foreignkey")
        for name in ("entered_by", "channel", "needs_curator", "shared", "voice_id", "mood"):
            batch.drop_column(name)
    for name in ("wished_notice", "lesson_release", "lesson_hours", "meeting_file", "attendance"):
        op.drop_table(name)
    # What has not taken place cannot be told apart from what has any more.
    op.execute(
        "DELETE FROM feedback WHERE meeting_id IN (SELECT id FROM meeting WHERE status <> 'held')"
    )
    op.execute("DELETE FROM meeting WHERE status <> 'held'")
    op.drop_index("uq_meeting_pair_id_held_on_kind_live", "meeting")
    with op.batch_alter_table("meeting", table_kwargs=_TABLE) as batch:
        batch.drop_index("ix_meeting_pair_id_status")
        batch.drop_constraint("fk_meeting_slot_id_meeting_slot", type_="foreignkey")
        batch.create_unique_constraint(
            "uq_meeting_pair_id_held_on_kind", ["pair_id", "held_on", "kind"]
        )
        for name in ("confirmed_at", "slot_id", "agreed", "shared_note", "reason", "place"):
            batch.drop_column(name)
        for name in ("zone", "starts_at", "status"):
            batch.drop_column(name)
    op.drop_table("meeting_slot")
