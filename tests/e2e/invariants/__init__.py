"""What must hold in the database whatever anybody did: each query finds the rows that break it.

Each area has a file here, found by itself, with its INVARIANTS; the monkey, the replay and the
stories check them all.
"""

from importlib import import_module
from pkgutil import iter_modules

from sqlalchemy import text

from db.engines import Database

INVARIANTS: dict[str, str] = {
    name: query
    for area in iter_modules(__path__)
    for name, query in import_module(f"{__name__}.{area.name}").INVARIANTS.items()
}


async def broken(database: Database) -> dict[str, list[object]]:
    """Invariant -> keys of the rows that break it; empty when all is well."""
    found: dict[str, list[object]] = {}
    async with database.reading() as session:
        for name, query in INVARIANTS.items():
            rows = (await session.execute(text(query))).scalars().all()
            if rows:
                found[name] = list(rows[:5])
    return found
