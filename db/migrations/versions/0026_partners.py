"""mentors come from partner organisations

Revision ID: 0026
Revises: 0025
"""

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None

_TABLES = ("invite", "profile")


def upgrade() -> None:
    for table in _TABLES:
        with op.batch_alter_table(table, table_kwargs={"sqlite_autoincrement": True}) as batch:
            batch.add_column(
                sa.Column(
                    "partner_id",
                    sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
                    nullable=True,
                )
            )
            batch.create_foreign_key(
                op.f(f"fk_{table}_partner_id_organisation"),
                "organisation",
                ["partner_id"],
                ["id"],
            )


def downgrade() -> None:
    for table in _TABLES:
        with op.batch_alter_table(table, table_kwargs={"sqlite_autoincrement": True}) as batch:
            batch.drop_constraint(op.f(f"fk_{table}_partner_id_organisation"), type_="foreignkey")
            batch.drop_column("partner_id")
