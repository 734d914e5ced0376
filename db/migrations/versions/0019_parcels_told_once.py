"""a parcel belongs to one message, and its link may be followed a few times

Revision ID: 0018
Revises: 0018
"""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

_TABLE = {"sqlite_autoincrement": True}


def upgrade() -> None:
    # Nothing has put a row in yet: the table was only made ready.
    op.execute("DELETE FROM parcel")
    with op.batch_alter_table("parcel", table_kwargs=_TABLE) as batch:
        batch.add_column(
            sa.Column(
                "outbox_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
            )
        )
        batch.add_column(sa.Column("uses_left", sa.SmallInteger(), nullable=False))
        batch.create_unique_constraint(op.f("uq_parcel_outbox_id"), ["outbox_id"])
        batch.create_foreign_key(
            op.f("fk_parcel_outbox_id_outbox"), "outbox", ["outbox_id"], ["id"]
        )


def downgrade() -> None:
    with op.batch_alter_table("parcel", table_kwargs=_TABLE) as batch:
        batch.drop_constraint(op.f("fk_parcel_outbox_id_outbox"), type_="foreignkey")
        batch.drop_constraint(op.f("uq_parcel_outbox_id"), type_="unique")
        batch.drop_column("uses_left")
        batch.drop_column("outbox_id")
