"""Who is what where, and which words belong to which organisation, read from the tables alone."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select

from db.engines import Database
from db.models import Base, Branch, Invite, Membership, Organisation, Person
from tests.paths import ROOT

# Words this short are in any text by chance.
_SHORTEST = 5
_OF_THE_PRODUCT = [*(ROOT / "locales").rglob("*.ftl"), *(ROOT / "questionnaires").rglob("*.*")]


@dataclass(frozen=True, slots=True)
class Standing:
    """One person's seats (role, organisation), what lies below these and what above."""

    seats: frozenset[tuple[str, int]] = frozenset()
    below: frozenset[int] = frozenset()
    above: frozenset[int] = frozenset()

    @property
    def roles(self) -> set[str]:
        return {role for role, _place in self.seats}

    @property
    def around(self) -> frozenset[int]:
        """Organisations whose names this person may well be shown."""
        return self.below | self.above

    def is_beside(self, other: "Standing") -> bool:
        """Whether the two work in one tree of organisations."""
        return bool(self.around & other.around)


@dataclass
class Standings:
    """Everybody's standing, by Telegram id, and the words of every organisation."""

    of: dict[int, Standing] = field(default_factory=dict)
    words: dict[int, set[str]] = field(default_factory=dict)
    # What the holder of a link has been told by it.
    links: dict[str, str] = field(default_factory=dict)

    def standing(self, telegram_id: int) -> Standing:
        return self.of.get(telegram_id, Standing())

    def foreign(self, reader: Standing, known: str) -> set[str]:
        """Words of organisations that the reader has nothing to do with, but for `known` ones."""
        known += "".join(place for token, place in self.links.items() if token in known)
        own = "\n".join(word for place in reader.around for word in self.words.get(place, ()))
        return {
            word
            for place in self.words.keys() - reader.around
            for word in self.words[place]
            if word not in own and word not in known
        }


async def read(database: Database) -> Standings:
    """The present state of the tables."""
    found = Standings()
    product = "\n".join(file.read_text(encoding="utf-8") for file in _OF_THE_PRODUCT).casefold()

    def note(place: int | None, value: Any) -> None:
        for word in _texts(value):
            if place is not None and len(word) >= _SHORTEST and word.casefold() not in product:
                found.words.setdefault(place, set()).add(word)

    async with database.reading() as session:
        branches = (await session.execute(select(Branch.ancestor_id, Branch.descendant_id))).all()
        seats = select(Person.telegram_id, Person.name, Membership.role, Membership.organisation_id)
        held: dict[int, set[tuple[str, int]]] = {}
        for telegram_id, name, role, place in await session.execute(
            seats.join(Membership, Membership.person_id == Person.id)
        ):
            held.setdefault(telegram_id, set()).add((role, place))
            note(place, name)
        for place, name in await session.execute(select(Organisation.id, Organisation.name)):
            note(place, name)
        for token, name in await session.execute(
            select(Invite.token, Organisation.name).join(
                Organisation, Organisation.id == Invite.organisation_id
            )
        ):
            found.links[token] = name
        for table in Base.metadata.sorted_tables:
            if "organisation_id" in table.c:
                for row in (await session.execute(select(table))).mappings():
                    for value in row.values():
                        note(row["organisation_id"], value)
    for telegram_id, pairs in held.items():
        places = {place for _role, place in pairs}
        found.of[telegram_id] = Standing(
            frozenset(pairs),
            frozenset(below for above, below in branches if above in places),
            frozenset(above for above, below in branches if below in places),
        )
    return found


def _texts(value: Any) -> Iterator[str]:
    """The strings in a column's value, also those inside JSON."""
    if isinstance(value, str):
        yield value.strip()
    elif isinstance(value, list):
        for one in value:
            yield from _texts(one)
