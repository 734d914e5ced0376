"""several meetings of one kind of a pair on one day

Revision ID: 0033
Revises: 0032
"""

import sqlalchemy as sa
from alembic import op

revision = "0033"
down_revision = "0032"
branch_labels = None
depends_on = None

_LIVE = sa.text("status IN ('planned', 'held', 'disputed')")
_DAY = ["pair_id", "held_on", "kind"]
_BEFORE, _NOW = (
    "uq_meeting_pair_id_held_on_kind_live",
    "uq_meeting_pair_id_held_on_kind_ordinal_live",
)


def _unique(name: str, columns: list[str]) -> None:
    op.create_index(
        name, "meeting", columns, unique=True, sqlite_where=_LIVE, postgresql_where=_LIVE
    )


def upgrade() -> None:
    op.add_column(
        "meeting", sa.Column("ordinal", sa.SmallInteger(), nullable=False, server_default="1")
    )
    op.drop_index(_BEFORE, "meeting")
    _unique(_NOW, [*_DAY, "ordinal"])


def downgrade() -> None:
    op.drop_index(_NOW, "meeting")
    op.drop_column("meeting", "ordinal")
    _unique(_BEFORE, _DAY)
