"""Two rows made one: whatever refers to the one refers to the other after it.

A walk over the foreign keys of the metadata, so that no table can be forgotten. What is to become
of rows that cannot both stay, for they would say the same of one person, is told by the caller.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Index,
    Table,
    UniqueConstraint,
    and_,
    delete,
    func,
    select,
    update,
)
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Base

Row = Mapping[str, Any]


class Stays(StrEnum):
    """Which of two rows stays."""

    # The one of who is kept, with what the other makes of it; theirs refer to it then.
    OURS = "ours"
    # The later one, as it is.
    LATER = "later"
    # None can go: there is no merging.
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Rule:
    """What becomes of two rows of a table that would be one; `joined(ours, theirs)` gives what
    ours takes over, `later` names the columns that tell which is the later one."""

    stays: Stays
    joined: Callable[[Row, Row], dict[str, Any]] = lambda _ours, _theirs: {}
    later: tuple[str, ...] = ()


class CannotMerge(Exception):
    """Both rows of this table would have to stay."""

    def __init__(self, table: str) -> None:
        super().__init__(table)
        self.table = table


def referring(target: str) -> Iterator[Any]:
    """The columns that refer to a table, those of the tables that are referred to first."""
    for table in Base.metadata.sorted_tables:
        for column in table.c:
            if any(key.column.table.name == target for key in column.foreign_keys):
                yield column


def uniques(column: Any) -> Iterator[tuple[list[Any], ColumnElement[bool] | None]]:
    """What a column is unique with: the other columns, and among which rows (None: all)."""
    table = column.table
    if column.unique:
        yield [], None
    sets: list[tuple[Sequence[Any], Any]] = [(list(table.primary_key.columns), None)]
    sets += [
        (list(one.columns), None) for one in table.constraints if isinstance(one, UniqueConstraint)
    ]
    sets += [
        (list(one.columns), one.dialect_options["sqlite"]["where"])
        for one in table.indexes
        if isinstance(one, Index) and one.unique and len(one.columns) == len(one.expressions)
    ]
    for columns, where in sets:
        names = [one.name for one in columns]
        if column.name in names and not (names == [column.name] and column.unique):
            yield [one for one in columns if one.name != column.name], where


async def doubled(
    session: AsyncSession, column: Any, ours: int, theirs: int
) -> list[tuple[Row, Row]]:
    """Rows of this column's table that would be one: (ours, theirs)."""
    found: dict[tuple[Any, ...], tuple[Row, Row]] = {}
    for others, where in uniques(column):
        one, two = column.table.alias(), column.table.alias()
        same = (one.c[other.name] == two.c[other.name] for other in others)
        query = (
            select(one, two)
            .join_from(one, two, and_(two.c[column.name] == theirs, *same))
            .where(one.c[column.name] == ours)
        )
        if where is not None:
            # Its words are the table's, so they are looked up apart.
            keys = [key.name for key in column.table.primary_key]
            allowed = select(*(column.table.c[key] for key in keys)).where(where)
            inside = {tuple(row) for row in await session.execute(allowed)}
        for row in await session.execute(query):
            width = len(column.table.c)
            names = [each.name for each in column.table.c]
            pair = (
                dict(zip(names, row[:width], strict=True)),
                dict(zip(names, row[width:], strict=True)),
            )
            both = tuple(_identity(column.table, each) for each in pair)
            if where is None or set(both) <= inside:
                found[both] = pair
    return list(found.values())


async def merge(
    session: AsyncSession,
    table: Table,
    ours: int,
    theirs: int,
    rules: Mapping[str, Rule],
) -> None:
    """Give all that refers to one row to the other, and delete the one.

    Raises CannotMerge where a rule says that both rows of a table must stay, KeyError for a table
    without a rule that needs one.
    """
    for column in referring(table.name):
        for our_row, their_row in await doubled(session, column, ours, theirs):
            await _settle(session, column.table, our_row, their_row, rules)
        await session.execute(
            update(column.table).where(column == theirs).values({column.name: ours})
        )
    await session.execute(delete(table).where(table.c.id == theirs))


async def _settle(
    session: AsyncSession, table: Table, ours: Row, theirs: Row, rules: Mapping[str, Rule]
) -> None:
    rule = rules[table.name]
    if rule.stays == Stays.BOTH:
        raise CannotMerge(table.name)
    if rule.stays == Stays.LATER:
        later = _moment(theirs, rule) > _moment(ours, rule)
        await _drop(session, table, ours if later else theirs)
        return
    taken = rule.joined(ours, theirs)
    if "id" in table.c:
        await merge(session, table, ours["id"], theirs["id"], rules)
    else:
        await session.execute(delete(table).where(_this(table, theirs)))
    if taken:
        await session.execute(update(table).where(_this(table, ours)).values(taken))


def _moment(row: Row, rule: Rule) -> tuple[Any, ...]:
    """What is not finished is the earliest."""
    return tuple(part for name in rule.later for part in (row[name] is not None, _text(row[name])))


def _text(value: Any) -> str:
    return "" if value is None else value.isoformat()


async def _drop(session: AsyncSession, table: Table, row: Row) -> None:
    if "id" in table.c:
        for column in referring(table.name):
            query = select(column.table).where(column == row["id"])
            for each in (await session.execute(query)).mappings().all():
                await _drop(session, column.table, {str(name): each[name] for name in each})
    await session.execute(delete(table).where(_this(table, row)))


def _this(table: Table, row: Row) -> ColumnElement[bool]:
    return and_(*(column == row[column.name] for column in table.primary_key))


def _identity(table: Table, row: Row) -> tuple[Any, ...]:
    return tuple(row[column.name] for column in table.primary_key)


async def counted(session: AsyncSession, table: Table, target: str, row_id: int) -> int:
    """How many rows of a table refer to a row."""
    columns = [column for column in referring(target) if column.table is table]
    if not columns:
        return 0
    where = columns[0] == row_id
    for column in columns[1:]:
        where |= column == row_id
    return await session.scalar(select(func.count()).select_from(table).where(where)) or 0
