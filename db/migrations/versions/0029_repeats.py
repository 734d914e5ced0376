"""times that come round as rules of RFC 5545

Revision ID: 0029
Revises: 0028
"""

import sqlalchemy as sa
from alembic import op

revision = "0029"
down_revision = "0028"
branch_labels = None
depends_on = None

_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_slot = sa.table(
    "meeting_slot",
    sa.column("id", sa.BigInteger),
    sa.column("weeks", sa.BigInteger),
    sa.column("rule", sa.String),
    sa.column("starts_on", sa.Date),
)


def upgrade() -> None:
    with op.batch_alter_table("meeting_slot", table_kwargs={"sqlite_autoincrement": True}) as batch:
        batch.add_column(sa.Column("rule", sa.String(length=300), nullable=True))
    connection = op.get_bind()
    for row in connection.execute(sa.select(_slot)).all():
        rule = f"FREQ=WEEKLY;INTERVAL={row.weeks};BYDAY={_DAYS[row.starts_on.weekday()]}"
        connection.execute(sa.update(_slot).where(_slot.c.id == row.id).values(rule=rule))
    with op.batch_alter_table("meeting_slot", table_kwargs={"sqlite_autoincrement": True}) as batch:
        batch.alter_column("rule", existing_type=sa.String(length=300), nullable=False)
        batch.drop_column("weeks")


def downgrade() -> None:
    """A rule of some other kind becomes a weekly one."""
    big = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    with op.batch_alter_table("meeting_slot", table_kwargs={"sqlite_autoincrement": True}) as batch:
        batch.add_column(sa.Column("weeks", big, nullable=False, server_default="1"))
    connection = op.get_bind()
    every_other = sa.update(_slot).where(_slot.c.rule.like("%INTERVAL=2%")).values(weeks=2)
    connection.execute(every_other)
    with op.batch_alter_table("meeting_slot", table_kwargs={"sqlite_autoincrement": True}) as batch:
        batch.alter_column("weeks", existing_type=big, server_default=None)
        batch.drop_column("rule")
