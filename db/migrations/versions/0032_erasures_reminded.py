"""when curators were reminded of a demand to erase

Revision ID: 0032
Revises: 0031
"""

import sqlalchemy as sa
from alembic import op

from db.types import UTCDateTime

revision = "0032"
down_revision = "0031"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("erasure", table_kwargs={"sqlite_autoincrement": True}) as batch:
        batch.add_column(sa.Column("reminded_at", UTCDateTime(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("erasure", table_kwargs={"sqlite_autoincrement": True}) as batch:
        batch.drop_column("reminded_at")
