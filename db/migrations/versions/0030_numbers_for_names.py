"""a number in place of the name of whoever was erased

Revision ID: 0030
Revises: 0029
"""

import sqlalchemy as sa
from alembic import op

revision = "0030"
down_revision = "0029"
branch_labels = None
depends_on = None

_LABELS = {
    "ru": "\u0423\u0434\u0430\u043b\u0451\u043d\u043d\u0430\u044f \u0437\u0430\u043f\u0438\u0441\u044c \u2116 ",
    "en": "Erased record No. ",
}
_person = sa.table(
    "person",
    sa.column("id", sa.BigInteger),
    sa.column("name", sa.String),
    sa.column("locale", sa.String),
    sa.column("erased_at", sa.DateTime),
)


def upgrade() -> None:
    for locale, label in _LABELS.items():
        said = _person.c.locale == locale if locale == "en" else _person.c.locale != "en"
        op.execute(
            sa.update(_person)
            .where(_person.c.erased_at.is_not(None), _person.c.name == "", said)
            .values(name=sa.literal(label) + sa.cast(_person.c.id, sa.String))
        )


def downgrade() -> None:
    op.execute(sa.update(_person).where(_person.c.erased_at.is_not(None)).values(name=""))
