"""Messages for everybody a select names, planned by one statement."""

from functools import cache
from typing import Any

from sqlalchemy import BigInteger, Select, String, Text, bindparam, cast, exists, select, update
from sqlalchemy.dialects.postgresql import insert as postgres_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Attendance, Membership, Outbox, PairMember
from db.queries.running import taking_part

# Whom to tell: selects of person ids, made once, so that their statements are too.
PAIR_MEMBERS = select(PairMember.person_id).where(
    PairMember.pair_id == bindparam("pair", type_=BigInteger), taking_part()
)
PAIR_SIDE = PAIR_MEMBERS.where(PairMember.side == bindparam("side", type_=String))
# Everybody of a meeting's pair but one, and but those who are noted as absent.
MEETING_OTHERS = PAIR_MEMBERS.where(
    PairMember.person_id != bindparam("me", type_=BigInteger),
    ~exists().where(
        Attendance.meeting_id == bindparam("meeting", type_=BigInteger),
        Attendance.person_id == PairMember.person_id,
        ~Attendance.present,
    ),
)
HOLDERS = select(Membership.person_id).where(
    Membership.organisation_id == bindparam("organisation", type_=BigInteger),
    Membership.role.in_(bindparam("roles", type_=String, expanding=True)),
    Membership.ended_at.is_(None),
)


async def plan_for(
    session: AsyncSession, row: dict[str, Any], people: Select[int], **whom: Any
) -> None:
    """Put `row` (see `mentoring.notices.notice`) into the outbox for each id that `people` selects.

    `people` is one of the selects above, `whom` its parameters. Each person gets the row's unique
    key with their id behind it; one that is there already stays.
    """
    values = {name: value for name, value in row.items() if value is not None}
    statement = _statement(session.get_bind().dialect.name, people, tuple(values))
    await session.execute(
        statement, whom | {f"new_{name}": value for name, value in values.items()}
    )


async def drop(session: AsyncSession, unique_key: str) -> None:
    """What is not to be said any more does not go out, unless it is on its way."""
    await session.execute(
        update(Outbox)
        .where(Outbox.unique_key == unique_key, Outbox.status.in_(("queued", "held")))
        .values(status="empty")
        .execution_options(synchronize_session=False)
    )


async def delivered(session: AsyncSession, unique_key: str) -> int:
    """The message that came of a row of the outbox in the reader's chat; 0 for none."""
    query = select(Outbox.message_id).where(Outbox.unique_key == unique_key)
    return await session.scalar(query) or 0


@cache
def _statement(dialect: str, people: Select[int], names: tuple[str, ...]) -> Any:
    table: Any = Outbox.__table__
    person_id = people.selected_columns[0]
    columns: dict[str, Any] = {
        name: bindparam(f"new_{name}", type_=table.c[name].type) for name in names
    }
    columns["unique_key"] = columns["unique_key"] + ":" + cast(person_id, Text)
    columns["person_id"] = person_id
    insert = sqlite_insert(table) if dialect == "sqlite" else postgres_insert(table)
    statement = insert.from_select(
        list(columns), people.with_only_columns(*columns.values()), include_defaults=False
    )
    return statement.on_conflict_do_nothing(index_elements=["unique_key"])
