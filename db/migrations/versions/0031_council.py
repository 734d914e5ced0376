"""what the council is asked about pairs, and what it says

Revision ID: 0031
Revises: 0030
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

from db.types import UTCDateTime

revision = "0031"
down_revision = "0030"
branch_labels = None
depends_on = None


def _id(name: str, *, empty: bool = False, **more: Any) -> sa.Column[Any]:
    kind = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    return sa.Column(name, kind, nullable=empty, **more)


def _refers(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}_{target}")
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=name)


def upgrade() -> None:
    op.create_table(
        "council_case",
        _id("id", autoincrement=True),
        _id("organisation_id"),
        _id("pair_id"),
        sa.Column("kind", sa.String(length=60), nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        _id("asked_by"),
        sa.Column("asked_at", UTCDateTime(), nullable=False),
        sa.Column("advice", sa.Text(), nullable=False),
        _id("advised_by", empty=True),
        sa.Column("advised_at", UTCDateTime(), nullable=True),
        sa.Column("shared_at", UTCDateTime(), nullable=True),
        sa.Column("withdrawn_at", UTCDateTime(), nullable=True),
        _refers("council_case", "organisation_id", "organisation"),
        _refers("council_case", "pair_id", "pair"),
        _refers("council_case", "asked_by", "person"),
        _refers("council_case", "advised_by", "person"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_council_case")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("council_case") as batch:
        batch.create_index(
            "ix_council_case_organisation_id_kind", ["organisation_id", "kind", "id"]
        )
        batch.create_index("ix_council_case_pair_id", ["pair_id", "id"])
    op.create_table(
        "council_marks",
        _id("case_id"),
        _id("person_id"),
        sa.Column("marks", sa.Text(), nullable=False),
        sa.Column("given_at", UTCDateTime(), nullable=False),
        _refers("council_marks", "case_id", "council_case"),
        _refers("council_marks", "person_id", "person"),
        sa.PrimaryKeyConstraint("case_id", "person_id", name=op.f("pk_council_marks")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("council_marks") as batch:
        batch.create_index(batch.f("ix_council_marks_person_id"), ["person_id"])
    with op.batch_alter_table("pair_rules", table_kwargs={"sqlite_autoincrement": True}) as batch:
        batch.add_column(sa.Column("criteria", sa.Text(), nullable=False, server_default="[]"))
    with op.batch_alter_table("pair_rules", table_kwargs={"sqlite_autoincrement": True}) as batch:
        batch.alter_column("criteria", existing_type=sa.Text(), server_default=None)


def downgrade() -> None:
    with op.batch_alter_table("pair_rules", table_kwargs={"sqlite_autoincrement": True}) as batch:
        batch.drop_column("criteria")
    op.drop_table("council_marks")
    op.drop_table("council_case")
