"""Where the name of somebody who is erased stands in what others have: found and taken out.

Messages that are out are emptied, those on their way and everything others have written get a word
in the place of the name. A surname alone is taken out only where nobody else of the place bears it:
a namesake's notes are not touched. What keeps a name, and why, is `registry.KEPT`.
"""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Any

import orjson
from sqlalchemy import ColumnElement, String, Table, Text, or_, select, type_coerce, update
from sqlalchemy.ext.asyncio import AsyncSession

from core.names import given_of, initialled
from db.engines import CHUNK
from db.models import Base, Branch, Membership, Outbox, Person, Profile, Roster
from db.types import Json
from mentoring.meetings.freetext.names import forms, plain
from mentoring.notices import Status
from mentoring.privacy.registry import KEPT, KEYS
from mentoring.words import words_in

# Strings no longer than this are keys and numbers; the few that people type are named.
_KEY_LENGTH = 64
_TYPED = frozenset({("invite", "label"), ("profile", "class_name"), ("consent", "number")})
# The letters ye and yo, which people write for each other.
_YE = "\u0435\u0451"
_WAITING = (Status.QUEUED, Status.HELD, Status.SENDING)


@dataclass(frozen=True, slots=True)
class Name:
    """How somebody is called, as it may stand in a text."""

    pattern: re.Pattern[str]
    # Parts, one of which any text that the pattern finds holds.
    parts: tuple[str, ...]
    # Somebody else of the place is called the same.
    shared: bool

    def out_of(self, value: Any, word: str) -> Any:
        """A text, or what is made of texts, with `word` in the place of the name."""
        if isinstance(value, str):
            return value if KEYS.fullmatch(value) else self.pattern.sub(word, value)
        if isinstance(value, list):
            return [self.out_of(one, word) for one in value]
        if isinstance(value, dict):
            return {key: self.out_of(one, word) for key, one in value.items()}
        return value


def name_of(
    name: str,
    given: str | None,
    others: Iterable[tuple[str, str | None]] = (),
    phone: str | None = None,
) -> Name:
    """The ways to call somebody of a name, also by phone; `others` are the names around."""
    words = name.split()
    first = given if given in words else given_of(name)
    rest = [word for word in words if word != first]
    around = [(one, said) for one, said in others if one]
    borne = {plain(word) for one, _ in around for word in one.split()}
    initials = {initialled(one, said) for one, said in around}
    shared = any(set(map(plain, words)) == set(map(plain, one.split())) for one, _ in around)
    ways = [r"\s+".join(map(_cases, words))]
    if first is not None and rest:
        a, b = _cases(first), "|".join(map(_cases, rest))
        ways += [rf"(?:(?:{b})\s+)+{a}(?:\s+(?:{b}))*", rf"{a}(?:\s+(?:{b}))+"]
        ways += [rf"{_cases(word)}\s+{_letter(first[0])}\.(?:\s?\w\.)?" for word in rest]
        if initialled(name, first) not in initials:
            ways += [rf"{a}\s+{_letter(word[0])}\." for word in rest]
    alone = [word for word in rest if len(word) > 2 and not forms(word) & borne]
    ways += [rf"{_cases(word)}(?:\s+\w\.(?:\s?\w\.)?)?" for word in alone]
    if not rest:
        # Only the whole of a value is surely this person: a first name is anybody's.
        ways = [rf"\A{ways[0]}\Z"]
    ways += [re.escape(phone)] if phone else []
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(ways)})(?!\w)", re.IGNORECASE)
    parts = [part for word in rest or words for part in _beginnings(word)]
    if first is not None and rest:
        parts += [f"{_stem(first)}% {word[0]}." for word in rest]
    parts += [phone] if phone else []
    return Name(pattern, tuple(dict.fromkeys(parts)), shared)


def _letter(letter: str) -> str:
    return f"[{_YE}]" if plain(letter) == _YE[0] else re.escape(letter)


def _cases(word: str) -> str:
    said = sorted({*forms(word), plain(word)}, key=len, reverse=True)
    return "(?:" + "|".join("".join(map(_letter, one)) for one in said) + ")"


def _stem(word: str) -> str:
    """What all cases of a word begin with, as a pattern of LIKE."""
    same = takewhile(lambda letters: len(set(letters)) == 1, zip(*forms(word), strict=False))
    return re.sub(f"[{_YE}]", "_", word[: max(1, len(list(same)))])


def _beginnings(word: str) -> list[str]:
    # SQLite folds only Latin letters.
    stem = _stem(word)
    return [stem, stem.lower(), stem.upper()]


async def take_out(session: AsyncSession, person_id: int) -> int:
    """Take a person's name out of what others have. Returns in how many rows it stood.

    To be called while the person still has it; in the transaction that wipes it.
    """
    person = await session.get_one(Person, person_id)
    if person.erased_at is not None:
        return 0
    places = await _places(session, person_id)
    people = select(Membership.person_id).where(Membership.organisation_id.in_(places))
    everybody = select(Person.name, Person.given).where(
        Person.id != person_id,
        Person.erased_at.is_(None),
        or_(
            Person.id.in_(people),
            Person.id.in_(select(Profile.person_id).where(Profile.organisation_id.in_(places))),
        ),
    )
    others = [(row.name, row.given) for row in (await session.execute(everybody)).all()]
    name = name_of(person.name, person.given, others, person.phone)
    word = words_in(person.locale).plain("erasure-somebody")
    count = await _messages(session, name, word, Outbox.person_id.in_(people))
    if name.shared:
        return count
    count += await _previews(session, name, places)
    for table in Base.metadata.sorted_tables:
        columns = [] if table.name in KEPT else texts(table)
        if columns:
            count += await _table(session, table, columns, name, word, around(table, places))
    return count


async def _places(session: AsyncSession, person_id: int) -> list[int]:
    """Where the person has ever been, with what is above."""
    been = select(Membership.organisation_id).where(Membership.person_id == person_id)
    listed = select(Profile.organisation_id).where(Profile.person_id == person_id)
    query = select(Branch.ancestor_id).where(
        or_(Branch.descendant_id.in_(been), Branch.descendant_id.in_(listed))
    )
    return sorted(set(await session.scalars(query)))


def around(table: Table, places: Collection[int]) -> ColumnElement[bool]:
    """Rows of these places. Raises LookupError for a table that says neither whose nor where."""
    if "organisation_id" in table.c:
        return table.c.organisation_id.in_(places)
    people = select(Membership.person_id).where(Membership.organisation_id.in_(places))
    if "person_id" in table.c:
        return table.c.person_id.in_(people)
    if table.name == "chat":
        return table.c.chat_id.in_(select(Person.telegram_id).where(Person.id.in_(people)))
    raise LookupError(f"declare {table.name} in registry.KEPT")


def texts(table: Table) -> list[Any]:
    """The columns in which people may have written somebody's name."""
    return [column for column in table.c if _is_text(table.name, column)]


def _is_text(table: str, column: Any) -> bool:
    if f"{table}.{column.name}" in KEPT:
        return False
    kind = column.type
    if isinstance(kind, Json | Text):
        return True
    short = isinstance(kind, String) and (kind.length or 0) <= _KEY_LENGTH
    return isinstance(kind, String) and (not short or (table, column.name) in _TYPED)


def _likely(column: Any, name: Name) -> ColumnElement[bool]:
    # Of JSON the text as it lies there.
    said = type_coerce(column, Text)
    return or_(*(said.like(f"%{part}%") for part in name.parts))


async def _table(  # noqa: PLR0917
    session: AsyncSession,
    table: Table,
    columns: Sequence[Any],
    name: Name,
    word: str,
    where: ColumnElement[bool],
) -> int:
    keys = list(table.primary_key)
    likely = or_(*(_likely(column, name) for column in columns))
    query = select(*keys, *columns).where(where, likely)
    count = 0
    for row in (await session.execute(query)).mappings().all():
        changed = {}
        for column in columns:
            said = _said(name, word, column, row[column])
            if said != row[column]:
                changed[column.name] = said
        if changed:
            count += 1
            this = [key == row[key] for key in keys]
            await session.execute(update(table).where(*this).values(changed))
    return count


def _said(name: Name, word: str, column: Any, value: Any) -> Any:
    if column.table.name == "chat":
        return orjson.dumps(name.out_of(orjson.loads(value), word)).decode()
    said = name.out_of(value, word)
    length = getattr(column.type, "length", None)
    return said[:length] if length and isinstance(said, str) else said


async def _messages(
    session: AsyncSession, name: Name, word: str, to_us: ColumnElement[bool]
) -> int:
    query = select(Outbox.id, Outbox.status, Outbox.args).where(
        to_us, _likely(Outbox.__table__.c.args, name)
    )
    out, count = [], 0
    for row in (await session.execute(query)).all():
        said = name.out_of(row.args, word)
        if said == row.args:
            continue
        count += 1
        if row.status not in _WAITING:
            out.append(row.id)
        elif not name.shared:
            await session.execute(update(Outbox).where(Outbox.id == row.id).values(args=said))
    for first in range(0, len(out), CHUNK):
        some = Outbox.id.in_(out[first : first + CHUNK])
        await session.execute(update(Outbox).where(some).values(args={}, buttons=[]))
    return count


async def _previews(session: AsyncSession, name: Name, places: Collection[int]) -> int:
    """A list on its way into the bank is dropped: with a hole in it, it would be wrong."""
    query = select(Roster.id, Roster.data).where(
        Roster.organisation_id.in_(places), _likely(Roster.__table__.c.data, name)
    )
    found = [
        row.id for row in await session.execute(query) if name.out_of(row.data, "") != row.data
    ]
    await session.execute(
        update(Roster).where(Roster.id.in_(found)).values(status="dropped", data={})
    )
    return len(found)
