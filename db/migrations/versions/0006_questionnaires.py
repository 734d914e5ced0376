"""questionnaires

Revision ID: 0006
Revises: 0005
"""

import sqlalchemy as sa
from alembic import op

from db.types import Json, UTCDateTime

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "mentoring_kind",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column(
            "organisation_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("key", sa.String(length=60), nullable=False),
        sa.Column("like_form", sa.String(length=60), nullable=False),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("models", Json(), nullable=False),
        sa.Column("hidden", sa.Boolean(), nullable=False),
        sa.Column(
            "changed_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("changed_at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["changed_by"], ["person.id"], name=op.f("fk_mentoring_kind_changed_by_person")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_mentoring_kind_organisation_id_organisation"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mentoring_kind")),
        sa.UniqueConstraint(
            "organisation_id", "key", name=op.f("uq_mentoring_kind_organisation_id_key")
        ),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "answer_sheet",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column(
            "organisation_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("occasion", sa.String(length=60), nullable=False),
        sa.Column("form", sa.String(length=60), nullable=False),
        sa.Column("role", sa.String(length=60), nullable=False),
        sa.Column("rows", Json(), nullable=False),
        sa.Column("errors", Json(), nullable=False),
        sa.Column("status", sa.String(length=60), nullable=False),
        sa.Column("job_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "created_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("created_at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["created_by"], ["person.id"], name=op.f("fk_answer_sheet_created_by_person")
        ),
        sa.ForeignKeyConstraint(["job_id"], ["job.id"], name=op.f("fk_answer_sheet_job_id_job")),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_answer_sheet_organisation_id_organisation"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_answer_sheet")),
        sa.UniqueConstraint("job_id", name=op.f("uq_answer_sheet_job_id")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("answer_sheet", schema=None) as batch_op:
        batch_op.create_index(
            "ix_answer_sheet_organisation_id", ["organisation_id", "id"], unique=False
        )

    op.create_table(
        "questionnaire",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column(
            "organisation_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("key", sa.String(length=60), nullable=False),
        sa.Column("base", sa.String(length=60), nullable=True),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("content", Json(), nullable=False),
        sa.Column("shared", sa.Boolean(), nullable=False),
        sa.Column("status", sa.String(length=60), nullable=False),
        sa.Column("job_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column(
            "created_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("created_at", UTCDateTime(), nullable=False),
        sa.Column("live_at", UTCDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["created_by"], ["person.id"], name=op.f("fk_questionnaire_created_by_person")
        ),
        sa.ForeignKeyConstraint(["job_id"], ["job.id"], name=op.f("fk_questionnaire_job_id_job")),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_questionnaire_organisation_id_organisation"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_questionnaire")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("questionnaire", schema=None) as batch_op:
        batch_op.create_index(
            "ix_questionnaire_organisation_id_key", ["organisation_id", "key"], unique=False
        )

    with op.batch_alter_table("survey_answer", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column(
                "file_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
            )
        )
        batch_op.add_column(
            sa.Column("counts", sa.Boolean(), nullable=False, server_default=sa.true())
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_survey_answer_file_id_file"), "file", ["file_id"], ["id"]
        )

    with op.batch_alter_table("survey_response", schema=None) as batch_op:
        batch_op.add_column(sa.Column("occasion", sa.String(length=60), nullable=True))
        batch_op.add_column(
            sa.Column(
                "programme_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
            )
        )
        batch_op.add_column(sa.Column("form", sa.String(length=60), nullable=True))
        batch_op.add_column(sa.Column("channel", sa.String(length=60), nullable=True))
        batch_op.add_column(
            sa.Column(
                "entered_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
            )
        )
        batch_op.add_column(sa.Column("confirmed_at", UTCDateTime(), nullable=True))

    # Until now every response was to a survey, given in the chat.
    op.execute(
        "UPDATE survey_response SET occasion = 'survey:' || survey_id, channel = 'chat',"
        " form = (SELECT s.form FROM survey s WHERE s.id = survey_response.survey_id)"
    )
    with op.batch_alter_table("survey_answer", schema=None) as batch_op:
        batch_op.alter_column("counts", existing_type=sa.Boolean(), server_default=None)

    with op.batch_alter_table("survey_response", schema=None) as batch_op:
        for name in ("occasion", "form", "channel"):
            batch_op.alter_column(name, existing_type=sa.String(length=60), nullable=False)
        batch_op.alter_column("survey_id", existing_type=BIG, nullable=True)
        batch_op.alter_column("started_at", existing_type=UTCDateTime(), nullable=True)
        batch_op.drop_constraint(
            batch_op.f("uq_survey_response_survey_id_person_id"), type_="unique"
        )
        batch_op.create_index(
            "ix_survey_response_person_id", ["person_id", "completed_at"], unique=False
        )
        batch_op.create_unique_constraint(
            batch_op.f("uq_survey_response_organisation_id_occasion_person_id"),
            ["organisation_id", "occasion", "person_id"],
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_survey_response_entered_by_person"), "person", ["entered_by"], ["id"]
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_survey_response_programme_id_programme"),
            "programme",
            ["programme_id"],
            ["id"],
        )


def downgrade() -> None:
    # What was put by no survey, or never begun, has no place in the older tables.
    op.execute(
        "DELETE FROM survey_answer WHERE response_id IN"
        " (SELECT id FROM survey_response WHERE survey_id IS NULL OR started_at IS NULL)"
    )
    op.execute("DELETE FROM survey_response WHERE survey_id IS NULL OR started_at IS NULL")
    with op.batch_alter_table("survey_response", schema=None) as batch_op:
        batch_op.drop_constraint(
            batch_op.f("fk_survey_response_programme_id_programme"), type_="foreignkey"
        )
        batch_op.drop_constraint(
            batch_op.f("fk_survey_response_entered_by_person"), type_="foreignkey"
        )
        batch_op.drop_constraint(
            batch_op.f("uq_survey_response_organisation_id_occasion_person_id"), type_="unique"
        )
        batch_op.drop_index("ix_survey_response_person_id")
        batch_op.create_unique_constraint(
            batch_op.f("uq_survey_response_survey_id_person_id"), ["survey_id", "person_id"]
        )
        batch_op.alter_column("started_at", existing_type=UTCDateTime(), nullable=False)
        batch_op.alter_column("survey_id", existing_type=BIG, nullable=False)
        batch_op.drop_column("confirmed_at")
        batch_op.drop_column("entered_by")
        batch_op.drop_column("channel")
        batch_op.drop_column("form")
        batch_op.drop_column("programme_id")
        batch_op.drop_column("occasion")

    with op.batch_alter_table("survey_answer", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_survey_answer_file_id_file"), type_="foreignkey")
        batch_op.drop_column("counts")
        batch_op.drop_column("file_id")

    with op.batch_alter_table("questionnaire", schema=None) as batch_op:
        batch_op.drop_index("ix_questionnaire_organisation_id_key")

    op.drop_table("questionnaire")
    with op.batch_alter_table("answer_sheet", schema=None) as batch_op:
        batch_op.drop_index("ix_answer_sheet_organisation_id")

    op.drop_table("answer_sheet")
    op.drop_table("mentoring_kind")
