"""Who is what where, and which words belong to which organisation, read from the tables alone."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from db.engines import Database
from db.models import Base, Branch, Invite, Membership, Organisation, Person
from mentoring.roles import Role
from tests.paths import ROOT

# Words this short are in any text by chance.
_SHORTEST = 5
# A title that is made by the product itself: "ученик – ученик, 2026/2027 учебный год".
_MADE_OF = re.compile(r", |\d{4}/\d{4}")
_OF_THE_PRODUCT = [*(ROOT / "locales").rglob("*.ftl"), *(ROOT / "questionnaires").rglob("*.*")]


@dataclass(frozen=True, slots=True)
class Standing:
    """One person's roles, the organisations below their seats and those above."""

    roles: frozenset[Role] = frozenset()
    below: frozenset[int] = frozenset()
    above: frozenset[int] = frozenset()

    @property
    def around(self) -> frozenset[int]:
        """Organisations whose words this person may be shown."""
        return self.below | self.above

    def is_beside(self, other: "Standing") -> bool:
        """Whether the two work in one tree of organisations."""
        return bool(self.around & other.around)


@dataclass
class Standings:
    """Everybody's standing, by Telegram id, and the words of every organisation."""

    people: dict[int | None, Standing] = field(default_factory=dict)
    words: dict[int, set[str]] = field(default_factory=dict)
    # Token of a link -> what its holder was told by it.
    links: dict[str, str] = field(default_factory=dict)
    _cache: dict[Standing, set[str]] = field(default_factory=dict)

    def of(self, telegram_id: int) -> Standing:
        return self.people.get(telegram_id, Standing())

    def foreign(self, reader: Standing, said: str, known: str) -> set[str]:
        """Words `said` that belong to organisations the reader has nothing to do with.

        Except what is `known`: typed by the reader, or told by a link they hold.
        """
        known += "".join(place for token, place in self.links.items() if token in known)
        return {word for word in self._elsewhere(reader) if word in said and word not in known}

    def _elsewhere(self, reader: Standing) -> set[str]:
        if reader not in self._cache:
            own = "\n".join(word for place in reader.around for word in self.words.get(place, ()))
            places = self.words.keys() - reader.around
            self._cache[reader] = {
                word for place in places for word in self.words[place] if word not in own
            }
        return self._cache[reader]


async def seats(database: Database) -> list[tuple[Role, int]]:
    """Every role that somebody has somewhere, with the organisation."""
    query = select(Membership.role, Membership.organisation_id).distinct()
    async with database.reading() as session:
        return [(Role(role), place) for role, place in await session.execute(query)]


async def read(database: Database, admin_ids: Collection[int]) -> Standings:
    """The present state of the tables."""
    async with database.reading() as session:
        return Standings(
            await _people(session, admin_ids), await _words(session), await _links(session)
        )


async def _people(session: AsyncSession, admin_ids: Collection[int]) -> dict[int | None, Standing]:
    tree = (await session.execute(select(Branch.ancestor_id, Branch.descendant_id))).all()
    query = select(Person.telegram_id, Membership.role, Membership.organisation_id).join(
        Membership, (Membership.person_id == Person.id) & Membership.ended_at.is_(None)
    )
    query = query.where(Person.telegram_id.is_not(None))
    seats: dict[int | None, set[tuple[Role, int]]] = {}
    for telegram_id, role, place in await session.execute(query):
        seats.setdefault(telegram_id, set()).add((Role(role), place))
    found: dict[int | None, Standing] = {}
    for telegram_id, held in seats.items():
        places = {place for _role, place in held}
        found[telegram_id] = Standing(
            frozenset(role for role, _place in held),
            frozenset(lower for upper, lower in tree if upper in places),
            frozenset(upper for upper, lower in tree if lower in places),
        )
    roots = await session.scalars(select(Organisation.id).where(Organisation.parent_id.is_(None)))
    tops = frozenset(roots)
    for admin in admin_ids:
        known = found.get(admin, Standing())
        found[admin] = Standing(known.roles | {Role.ADMIN}, known.below, known.above | tops)
    return found


async def _words(session: AsyncSession) -> dict[int, set[str]]:
    product = "\n".join(file.read_text(encoding="utf-8") for file in _OF_THE_PRODUCT).casefold()
    found: dict[int, set[str]] = {}

    def note(place: int, value: Any) -> None:
        for word in _texts(value):
            parts = [part.strip() for part in _MADE_OF.split(word.casefold())]
            if len(word) >= _SHORTEST and not all(part in product for part in parts):
                found.setdefault(place, set()).add(word)

    names = select(Membership.organisation_id, Person.name).join(
        Person, Person.id == Membership.person_id
    )
    for query in (names, select(Organisation.id, Organisation.name)):
        for place, name in await session.execute(query):
            note(place, name)
    for table in Base.metadata.sorted_tables:
        if "organisation_id" in table.c:
            for row in (await session.execute(select(table))).mappings():
                note(row["organisation_id"], list(row.values()))
    return found


async def _links(session: AsyncSession) -> dict[str, str]:
    """The place a link leads to, and who has made it: its holder is told whom to ask."""
    query = (
        select(Invite.token, Organisation.name, Person.name)
        .join(Organisation, Organisation.id == Invite.organisation_id)
        .join(Person, Person.id == Invite.created_by, isouter=True)
    )
    return {token: f"{place}\n{maker}" for token, place, maker in await session.execute(query)}


def _texts(value: Any) -> Iterator[str]:
    """The strings in a value, also those inside JSON."""
    if isinstance(value, str):
        yield value.strip()
    elif isinstance(value, list):
        for one in value:
            yield from _texts(one)
