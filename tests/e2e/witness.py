"""Sees every write: triggers on all tables but the chats' own note down what changed, and whose.

Unlike sums taken before and after, this also shows a change that was taken back within a commit,
names the table, and costs one small read a step.
"""

from typing import NamedTuple

from sqlalchemy import Table, text

from db.engines import Database
from db.models import Base

# Where a person is in the conversation, and who holds a task: they change with every step.
_EXCEPT = {"chat", "lease"}
_SEAT = "(SELECT organisation_id FROM membership WHERE person_id = {row}.{column} LIMIT 1)"
# Whose a row is, for tables with neither organisation_id nor person_id; what is in none of these is
# nobody's.
_OWNERS = {
    "organisation": "{row}.id",
    "organisation_branch": "{row}.descendant_id",
    "pair_member": "(SELECT organisation_id FROM pair WHERE id = {row}.pair_id)",
    "person": _SEAT.replace("{column}", "id"),
}


class Change(NamedTuple):
    """A written row: its table and what was done to it, and the organisation it belongs to."""

    what: str
    organisation: int | None


class Witness:
    """Watches one database from `watch` on."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._seen = 0

    async def watch(self) -> None:
        key = "INTEGER" if self._database.is_sqlite else "BIGSERIAL"
        statements = [f"CREATE TABLE witness (id {key} PRIMARY KEY, what TEXT, owner BIGINT)"]
        for name, table in Base.metadata.tables.items():
            if name in _EXCEPT:
                continue
            owner = _OWNERS.get(name) or _owner(table)
            statements += (_sqlite if self._database.is_sqlite else _postgres)(name, owner)
        async with self._database.begin() as session:
            for statement in statements:
                await session.execute(text(statement))

    async def changes(self) -> list[Change]:
        """What was written since the last time."""
        query = text("SELECT id, what, owner FROM witness WHERE id > :seen ORDER BY id")
        async with self._database.reading() as session:
            rows = (await session.execute(query, {"seen": self._seen})).all()
        if rows:
            self._seen = rows[-1].id
        return [Change(row.what, row.owner) for row in rows]


def _owner(table: Table) -> str:
    """Whose its rows are by the columns they have."""
    if "organisation_id" in table.c:
        return "{row}.organisation_id"
    return _SEAT.replace("{column}", "person_id") if "person_id" in table.c else "NULL"


def _sqlite(table: str, owner: str) -> list[str]:
    rows = {"INSERT": "NEW", "UPDATE": "NEW", "DELETE": "OLD"}
    return [
        f"CREATE TRIGGER witness_{table}_{event} AFTER {event} ON {table} BEGIN "
        f"INSERT INTO witness (what, owner) VALUES ('{event} {table}', {owner.format(row=row)}); "
        "END"
        for event, row in rows.items()
    ]


def _postgres(table: str, owner: str) -> list[str]:
    return [
        f"CREATE FUNCTION witness_{table}() RETURNS trigger LANGUAGE plpgsql AS $$ "
        "DECLARE r record; BEGIN "
        "IF TG_OP = 'DELETE' THEN r = OLD; ELSE r = NEW; END IF; "
        "INSERT INTO witness (what, owner) "
        f"VALUES (TG_OP || ' ' || TG_TABLE_NAME, {owner.format(row='r')}); RETURN NULL; END $$",
        f"CREATE TRIGGER witness AFTER INSERT OR UPDATE OR DELETE ON {table} "
        f"FOR EACH ROW EXECUTE FUNCTION witness_{table}()",
    ]
