"""representatives are looked at by a curator

Revision ID: 0034
Revises: 0033
"""

import sqlalchemy as sa
from alembic import op

from db.types import UTCDateTime

revision = "0034"
down_revision = "0033"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("representation", sa.Column("checked_at", UTCDateTime(), nullable=True))
    # Of each of these the curators had a message of its own.
    op.execute("UPDATE representation SET checked_at = since")


def downgrade() -> None:
    op.drop_column("representation", "checked_at")
