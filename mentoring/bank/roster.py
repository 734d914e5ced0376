"""A roster on its way into a bank: read, shown, saved when the curator says so, or dropped."""

import re
from dataclasses import asdict, dataclass, replace
from hashlib import blake2b
from typing import Any

from sqlalchemy import select

from core.errors import NotAllowed, Refusal
from db.models import File, Profile, Programme, Roster
from db.queries import bank, rosters
from mentoring import audit
from mentoring.access import organisation, owner, use_case
from mentoring.bank.roster_matching import Alike, Known, Matched, match
from mentoring.bank.roster_reading import Entry, as_rows, from_rows, parse_text
from mentoring.bank.roster_reading import Roster as Read
from mentoring.bank.status import Side, Status
from mentoring.bank.words import search_text
from mentoring.jobs import enqueue
from mentoring.people.naming import called
from mentoring.roles import Permission
from mentoring.unit import Unit

# What a message can hold.
PASTE_LIMIT = 4096
# More than this is saved by a job.
AT_ONCE = 500
_DIGITS = re.compile(r"\D")


@dataclass(frozen=True, slots=True)
class Preview:
    """What saving would do. `errors` are (row, code, cell), `columns` headings by kind."""

    id: int
    side: Side
    name: str
    status: str
    columns: dict[str, str]
    new: list[Entry]
    updated: int
    repeated: int
    alike: list[Alike]
    errors: list[tuple[int, str, str]]


@use_case(Permission.KEEP_BANK, target=owner(File, "file_id"))
async def read_file(unit: Unit, *, file_id: int, programme_id: int, side: Side) -> str:
    """Have a kept file read as a roster; what comes of it is told by a message. Returns its name.

    Raises Refusal when it is no document, NotAllowed for another organisation's programme.
    """
    file = await unit.session.get_one(File, file_id)
    await check_programme(unit, file.organisation_id, programme_id)
    if file.sent_as != "document":
        raise Refusal("roster-not-a-document")
    await enqueue(
        unit,
        "bank.roster.read",
        unique=f"roster-read:{file.id}",
        person_id=unit.me,
        args={"file": file.id, "programme": programme_id, "side": side},
    )
    return file.name


@use_case(Permission.KEEP_BANK, target=owner(Programme, "programme_id"))
async def read_text(unit: Unit, *, programme_id: int, side: Side, text: str) -> int:
    """Read a pasted table. Returns the id of the draft. Raises Refusal when it has no names."""
    found = parse_text(text[:PASTE_LIMIT])
    if isinstance(found, str):
        raise Refusal(f"roster-file-{found}", name="-")
    return await keep(unit, programme_id, side, found, name="")


async def keep(
    unit: Unit, programme_id: int, side: Side, read: Read, *, name: str, job_id: int | None = None
) -> int:
    """Put what was read beside the bank and keep it until it is decided. Returns its id."""
    programme = await unit.session.get_one(Programme, programme_id)
    matched = match(read.people, await known_of(unit, programme.organisation_id, side))
    draft = Roster(
        organisation_id=programme.organisation_id,
        programme_id=programme_id,
        side=side,
        name=name[:200],
        status="read",
        data={
            "columns": read.columns,
            "errors": [[one.row, one.code, one.text] for one in read.troubles],
            **_packed(matched),
        },
        job_id=job_id,
        created_by=unit.me,
        created_at=unit.now,
    )
    unit.session.add(draft)
    await unit.session.flush()
    return draft.id


def _packed(matched: Matched) -> dict[str, Any]:
    return {
        "new": as_rows(matched.new),
        "same": [[as_rows([entry])[0], profile_id] for entry, profile_id in matched.same],
        "alike": [{**asdict(one), "entry": as_rows([one.entry])[0]} for one in matched.alike],
        "repeated": len(matched.repeated),
    }


async def known_of(unit: Unit, organisation_id: int, side: Side) -> list[Known]:
    rows = await rosters.known(unit.session, organisation_id, side)
    return [Known(row.id, row.name, row.class_name, row.birth_year) for row in rows]


@use_case(Permission.KEEP_BANK, target=owner(Roster, "roster_id"))
async def preview(unit: Unit, *, roster_id: int) -> Preview:
    """What was read, before anything is saved; names as a chat may show them."""
    draft = await unit.session.get_one(Roster, roster_id)
    data = draft.data
    return Preview(
        id=draft.id,
        side=Side(draft.side),
        name=draft.name,
        status=draft.status,
        columns=data.get("columns", {}),
        new=[_in_chat(unit, entry) for entry in from_rows(data.get("new", []))],
        updated=len(data.get("same", [])),
        repeated=data.get("repeated", 0),
        alike=[_alike_in_chat(unit, _alike(one)) for one in data.get("alike", [])],
        errors=[(row, code, text) for row, code, text in data.get("errors", [])],
    )


def _in_chat(unit: Unit, entry: Entry) -> Entry:
    return replace(entry, name=called(entry.name, entry.given, entry.born, unit.today()))


def _alike_in_chat(unit: Unit, one: Alike) -> Alike:
    """The known one is shown no further than the entry that is like them."""
    known = called(one.name, None, one.entry.born, unit.today())
    return replace(one, entry=_in_chat(unit, one.entry), name=known)


def _alike(packed: dict[str, Any]) -> Alike:
    return Alike(**{**packed, "entry": next(from_rows([packed["entry"]]))})


@use_case(Permission.KEEP_BANK, target=owner(Roster, "roster_id"))
async def save(unit: Unit, *, roster_id: int, others: frozenset[int] = frozenset()) -> bool:
    """Save a draft: new people are listed, known ones get their new class or post. `others` are
    rows of the list that only look like somebody known: they are saved as people of their own.

    Whether it is done already; a long list is saved by a job. A second time changes nothing.
    Raises Refusal when it was decided upon already.
    """
    draft = await unit.session.get_one(Roster, roster_id)
    if draft.status != "read":
        raise Refusal("roster-decided")
    if len(draft.data["new"]) + len(draft.data["same"]) > AT_ONCE:
        draft.status = "saving"
        draft.data = {**draft.data, "others": sorted(others)}
        await enqueue(
            unit,
            "bank.roster.save",
            unique=f"roster-save:{roster_id}",
            person_id=unit.me,
            args={"roster": roster_id},
        )
        return False
    await store(unit, draft, others)
    return True


async def store(unit: Unit, draft: Roster, others: frozenset[int]) -> tuple[int, int]:
    """Save a draft for good and empty it. Returns how many were added and how many changed."""
    data = draft.data
    entries = list(from_rows(data["new"]))
    entries += [one.entry for one in map(_alike, data["alike"]) if one.entry.row in others]
    known = {
        row.id: row for row in await rosters.known(unit.session, draft.organisation_id, draft.side)
    }
    people = [
        {
            "name": entry.name,
            "given": entry.given or None,
            "locale": "ru",
            "created_at": unit.now,
        }
        for entry in entries
    ]
    ids = await rosters.add_people(unit.session, people)
    profiles = [
        _profile(unit, draft, entry, person) for entry, person in zip(entries, ids, strict=True)
    ]
    changes = []
    for row, profile_id in data["same"]:
        entry, present = next(from_rows([row])), known.get(profile_id)
        if present is None:
            continue
        if present.programme_id == draft.programme_id:
            changes += _change(entry, present)
        elif not _takes_part(known.values(), present.person_id, draft.programme_id):
            profiles.append(_profile(unit, draft, entry, present.person_id, present.status))
    await rosters.add_profiles(unit.session, profiles)
    await rosters.change_profiles(unit.session, changes)
    draft.status, draft.data = "saved", {}
    audit.record(
        unit,
        draft.organisation_id,
        "roster-imported",
        added=len(profiles),
        changed=len(changes),
    )
    return len(profiles), len(changes)


def _takes_part(known: Any, person_id: int, programme_id: int) -> bool:
    return any(row.person_id == person_id and row.programme_id == programme_id for row in known)


def _profile(
    unit: Unit, draft: Roster, entry: Entry, person_id: int, status: str = Status.LISTED
) -> dict[str, Any]:
    listed = status == Status.LISTED
    return {
        "organisation_id": draft.organisation_id,
        "programme_id": draft.programme_id,
        "person_id": person_id,
        "side": draft.side,
        "status": Status.LISTED if listed else Status.NEW,
        "status_since": unit.now,
        "unmatched_since": None if listed else unit.now,
        "search": search_text([entry.name, entry.class_name, entry.post]),
        "phone_print": phone_print(draft.organisation_id, entry.phone),
        "class_name": entry.class_name,
        "post": entry.post,
        "accepted_at": unit.now,
        "created_at": unit.now,
    }


def _change(entry: Entry, present: Any) -> list[dict[str, Any]]:
    """The new class of somebody known; nothing where the list says none or the same."""
    if not entry.class_name or entry.class_name == present.class_name:
        return []
    search = search_text([present.name, entry.class_name, entry.post])
    values = {"id": present.id, "class_name": entry.class_name}
    # Of somebody who has said more, the words are put together anew when they next say something.
    return [values | ({"search": search} if present.status == Status.LISTED else {})]


@use_case(Permission.KEEP_BANK, target=owner(Roster, "roster_id"))
async def drop(unit: Unit, *, roster_id: int) -> None:
    """Forget a draft: nothing of it is kept."""
    draft = await unit.session.get_one(Roster, roster_id)
    if draft.status == "read":
        draft.status, draft.data = "dropped", {}


def phone_print(organisation_id: int, phone: str) -> str | None:
    """What a phone is compared by; the number cannot be read from it. None for what is no phone."""
    digits = _DIGITS.sub("", phone)[-10:]
    if len(digits) < 10:
        return None
    return blake2b(digits.encode(), digest_size=16, key=str(organisation_id).encode()).hexdigest()


@use_case(Permission.KEEP_BANK, target=organisation("organisation_id"))
async def by_phone(unit: Unit, *, organisation_id: int, phone: str) -> list[int]:
    """Ids of listed profiles with this phone in the roster."""
    return await listed_with_phone(unit, organisation_id, phone)


async def listed_with_phone(unit: Unit, organisation_id: int, phone: str) -> list[int]:
    """The same as a part of joining: compares, and keeps nothing."""
    wanted = phone_print(organisation_id, phone)
    if wanted is None:
        return []
    query = select(Profile.id).where(
        bank.of_bank(organisation_id, Side.MENTEE) | bank.of_bank(organisation_id, Side.MENTOR),
        Profile.status == Status.LISTED,
        Profile.phone_print == wanted,
    )
    return list(await unit.session.scalars(query))


async def check_programme(unit: Unit, organisation_id: int, programme_id: int) -> None:
    programme = await unit.session.get(Programme, programme_id)
    if programme is None or programme.organisation_id != organisation_id:
        raise NotAllowed
