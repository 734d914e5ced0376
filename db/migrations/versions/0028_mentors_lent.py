"""mentors lent

Revision ID: 0028
Revises: 0027
"""

import sqlalchemy as sa
from alembic import op

from db.types import UTCDateTime

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "mentor_loan",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column(
            "organisation_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column(
            "lender_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column(
            "profile_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("status", sa.String(length=60), nullable=False),
        sa.Column(
            "offered_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("offered_at", UTCDateTime(), nullable=False),
        sa.Column(
            "decided_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column("decided_at", UTCDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["decided_by"], ["person.id"], name=op.f("fk_mentor_loan_decided_by_person")
        ),
        sa.ForeignKeyConstraint(
            ["lender_id"], ["organisation.id"], name=op.f("fk_mentor_loan_lender_id_organisation")
        ),
        sa.ForeignKeyConstraint(
            ["offered_by"], ["person.id"], name=op.f("fk_mentor_loan_offered_by_person")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_mentor_loan_organisation_id_organisation"),
        ),
        sa.ForeignKeyConstraint(
            ["profile_id"], ["profile.id"], name=op.f("fk_mentor_loan_profile_id_profile")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mentor_loan")),
        sa.UniqueConstraint(
            "organisation_id", "profile_id", name=op.f("uq_mentor_loan_organisation_id_profile_id")
        ),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("mentor_loan", schema=None) as batch_op:
        batch_op.create_index("ix_mentor_loan_lender_id", ["lender_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_mentor_loan_profile_id"), ["profile_id"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("mentor_loan", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_mentor_loan_profile_id"))
        batch_op.drop_index("ix_mentor_loan_lender_id")

    op.drop_table("mentor_loan")
