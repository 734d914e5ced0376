"""states of pairs, their history

Revision ID: 0011
Revises: 0010
"""

from datetime import UTC, datetime, time

import sqlalchemy as sa
from alembic import op

from db.types import Json, UTCDateTime

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
# SQLite writes a table anew to change it: its numbers must not begin again.
NUMBERED = {"sqlite_autoincrement": True}


def upgrade() -> None:
    with op.batch_alter_table("pair", schema=None, table_kwargs=NUMBERED) as batch_op:
        batch_op.add_column(sa.Column("programme_id", BIG, nullable=True))
        batch_op.add_column(sa.Column("status", sa.String(length=60), nullable=True))
        batch_op.add_column(sa.Column("paused_until", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("ends_on", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("asked_on", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("follows_id", BIG, nullable=True))
        batch_op.add_column(sa.Column("video_link", sa.Text(), nullable=True))
    with op.batch_alter_table("pair_member", schema=None, table_kwargs=NUMBERED) as batch_op:
        batch_op.add_column(sa.Column("is_primary", sa.Boolean(), nullable=True))
        batch_op.add_column(sa.Column("joined_on", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("left_on", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("answer", sa.String(length=60), nullable=True))
        batch_op.add_column(sa.Column("answered_at", UTCDateTime(), nullable=True))
        batch_op.add_column(sa.Column("reason", sa.Text(), nullable=True))
        batch_op.add_column(sa.Column("shares_phone", sa.Boolean(), nullable=True))
    op.create_table(
        "pair_event",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("organisation_id", BIG, nullable=False),
        sa.Column("pair_id", BIG, nullable=False),
        sa.Column("what", sa.String(length=60), nullable=False),
        sa.Column("before", sa.String(length=60), nullable=True),
        sa.Column("after", sa.String(length=60), nullable=False),
        sa.Column("actor_id", BIG, nullable=True),
        sa.Column("member_id", BIG, nullable=True),
        sa.Column("ground", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("args", Json(), nullable=False),
        sa.Column("at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["actor_id"], ["person.id"], name=op.f("fk_pair_event_actor_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["member_id"], ["person.id"], name=op.f("fk_pair_event_member_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_pair_event_organisation_id_organisation"),
        ),
        sa.ForeignKeyConstraint(["pair_id"], ["pair.id"], name=op.f("fk_pair_event_pair_id_pair")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pair_event")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("pair_event", schema=None) as batch_op:
        batch_op.create_index(
            "ix_pair_event_organisation_id_pair_id",
            ["organisation_id", "pair_id", "id"],
            unique=False,
        )
        batch_op.create_index("ix_pair_event_pair_id", ["pair_id", "id"], unique=False)
    _carry_over()
    with op.batch_alter_table("pair", schema=None, table_kwargs=NUMBERED) as batch_op:
        batch_op.alter_column("status", existing_type=sa.String(length=60), nullable=False)
        batch_op.alter_column("video_link", existing_type=sa.Text(), nullable=False)
        batch_op.create_index(batch_op.f("ix_pair_programme_id"), ["programme_id"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_pair_programme_id_programme"), "programme", ["programme_id"], ["id"]
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_pair_follows_id_pair"), "pair", ["follows_id"], ["id"]
        )
    with op.batch_alter_table("pair_member", schema=None, table_kwargs=NUMBERED) as batch_op:
        batch_op.alter_column("is_primary", existing_type=sa.Boolean(), nullable=False)
        batch_op.alter_column("reason", existing_type=sa.Text(), nullable=False)
        batch_op.alter_column("shares_phone", existing_type=sa.Boolean(), nullable=False)


def _carry_over() -> None:
    """Running pairs are active; of those that ended, the ones with a final meeting completed."""
    link = op.get_bind()
    pair = sa.table(
        "pair",
        *(sa.column(name, BIG) for name in ("id", "organisation_id", "created_by")),
        *(sa.column(name, sa.Date()) for name in ("started_on", "ended_on")),
        *(sa.column(name, sa.Text()) for name in ("status", "video_link")),
        sa.column("created_at", UTCDateTime()),
    )
    member = sa.table(
        "pair_member",
        *(sa.column(name, BIG) for name in ("pair_id", "person_id")),
        *(sa.column(name, sa.Text()) for name in ("side", "reason")),
        *(sa.column(name, sa.Boolean()) for name in ("is_primary", "shares_phone")),
        sa.column("joined_on", sa.Date()),
    )
    meeting = sa.table("meeting", sa.column("pair_id", BIG), sa.column("kind", sa.Text()))
    finished = sa.exists().where(meeting.c.pair_id == pair.c.id, meeting.c.kind == "final")
    status = sa.case(
        (pair.c.ended_on.is_(None), "active"), (finished, "completed"), else_="ended_early"
    )
    link.execute(pair.update().values(status=status, video_link=""))
    began = sa.select(pair.c.started_on).where(pair.c.id == member.c.pair_id).scalar_subquery()
    other = member.alias()
    first = (
        sa.select(sa.func.min(other.c.person_id))
        .where(other.c.pair_id == member.c.pair_id, other.c.side == "mentor")
        .scalar_subquery()
    )
    link.execute(
        member.update().values(
            is_primary=member.c.person_id == first,
            joined_on=began,
            reason="",
            shares_phone=False,
        )
    )
    _tell_history(link, pair)


def _tell_history(link: sa.Connection, pair: sa.TableClause) -> None:
    event = sa.table(
        "pair_event",
        *(sa.column(name, BIG) for name in ("organisation_id", "pair_id", "actor_id")),
        *(sa.column(name, sa.Text()) for name in ("what", "before", "after", "ground", "reason")),
        sa.column("args", Json()),
        sa.column("at", UTCDateTime()),
    )
    rows = []
    for one in link.execute(sa.select(pair).order_by(pair.c.id)).all():
        same = {
            "organisation_id": one.organisation_id,
            "pair_id": one.id,
            "ground": "",
            "reason": "",
            "args": {},
        }
        made = {"what": "activate", "before": None, "after": "active"}
        rows.append(same | made | {"actor_id": one.created_by, "at": one.created_at})
        if one.ended_on is not None:
            # Who ended it nobody wrote down; of the time, only the day.
            over = {
                "what": "complete" if one.status == "completed" else "end",
                "before": "active",
                "after": one.status,
                "actor_id": None,
                "at": max(datetime.combine(one.ended_on, time(12), UTC), one.created_at),
            }
            rows.append(same | over)
    for start in range(0, len(rows), 500):
        link.execute(event.insert(), rows[start : start + 500])


def downgrade() -> None:
    with op.batch_alter_table("pair_member", schema=None, table_kwargs=NUMBERED) as batch_op:
        for name in (
            "shares_phone",
            "reason",
            "answered_at",
            "answer",
            "left_on",
            "joined_on",
            "is_primary",
        ):
            batch_op.drop_column(name)
    op.drop_table("pair_event")
    with op.batch_alter_table("pair", schema=None, table_kwargs=NUMBERED) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_pair_follows_id_pair"), type_="foreignkey")
        batch_op.drop_constraint(batch_op.f("fk_pair_programme_id_programme"), type_="foreignkey")
        batch_op.drop_index(batch_op.f("ix_pair_programme_id"))
        for name in (
            "video_link",
            "follows_id",
            "asked_on",
            "ends_on",
            "paused_until",
            "status",
            "programme_id",
        ):
            batch_op.drop_column(name)
