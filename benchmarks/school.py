"""A school of mentors, each with one mentee, straight into the tables."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import insert
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Branch, Membership, Organisation, Pair, PairMember, Person, Survey
from mentoring.roles import Role

FIRST_CHAT = 1000
_SCHOOL = 1
_ZONE = "Europe/Moscow"
# A mentee's number is this far behind their mentor's.
_MENTEES = 1_000_000


async def build(session: AsyncSession, mentors: int, now: datetime) -> list[int]:
    """The mentors' chats."""
    chats = list(range(FIRST_CHAT, FIRST_CHAT + mentors))
    school = {"id": _SCHOOL, "kind": "school", "name": "School 5", "timezone": _ZONE}
    await _rows(session, Organisation, [school | {"locale": "ru", "created_at": now}])
    await _rows(session, Branch, [{"ancestor_id": _SCHOOL, "descendant_id": _SCHOOL}])
    sides = [
        (chat + shift, side)
        for chat in chats
        for shift, side in ((0, "mentor"), (_MENTEES, "mentee"))
    ]
    await _rows(session, Person, [_person(number, now) for number, _side in sides])
    await _rows(session, Membership, [_seat(number, side, now) for number, side in sides])
    await _rows(session, Pair, [_pair(chat, now) for chat in chats])
    members = [
        {"pair_id": number % _MENTEES, "person_id": number, "side": side} for number, side in sides
    ]
    await _rows(session, PairMember, members)
    return chats


async def assign(session: AsyncSession, form: str, opens_on: date, now: datetime) -> int:
    """A survey's id."""
    statement = insert(Survey).values(
        organisation_id=_SCHOOL,
        form=form,
        opens_on=opens_on,
        created_by=FIRST_CHAT,
        created_at=now,
    )
    return int((await session.execute(statement.returning(Survey.id))).scalar_one())


def _person(number: int, now: datetime) -> dict[str, Any]:
    return {
        "id": number,
        "telegram_id": number,
        "name": f"Person {number}",
        "locale": "ru",
        "created_at": now,
    }


def _seat(number: int, side: str, now: datetime) -> dict[str, Any]:
    return {
        "organisation_id": _SCHOOL,
        "person_id": number,
        "role": Role(side),
        "since": now,
    }


def _pair(mentor: int, now: datetime) -> dict[str, Any]:
    return {
        "id": mentor,
        "organisation_id": _SCHOOL,
        "members_key": str(mentor),
        "created_by": mentor,
        "started_on": now.date(),
        "created_at": now,
    }


async def _rows(session: AsyncSession, table: Any, rows: list[dict[str, Any]]) -> None:
    await session.execute(insert(table), rows)
