"""A pair's papers: the mentor's certificate, the journal of meetings.

The journal has what both sides see: days, hours, shared notes, what was agreed. Never feedback,
marks, or the mentor's own notes.
"""

from collections.abc import Sequence
from typing import Any

from babel.numbers import format_decimal
from sqlalchemy import select

from core.errors import NotAllowed, Refusal
from db.models import Meeting, Pair, PairMember
from db.queries import drafts as queries
from db.types import AnyRow
from mentoring.access import oneself, owner, use_case
from mentoring.audit import record
from mentoring.files import Made, file_maker, send_file
from mentoring.pairs.completing import summed
from mentoring.pairs.states import State
from mentoring.papers.pair_orders import BLANK, place, written, written_day
from mentoring.people.naming import shown
from mentoring.programmes import kinds
from mentoring.roles import Permission, Role
from mentoring.unit import Unit
from mentoring.words import words_in


@use_case(Permission.KEEP_PAIRS, target=owner(Pair, "pair_id"))
async def send_certificates(unit: Unit, *, pair_id: int) -> None:
    """Send the curator the certificate of each mentor of a completed pair."""
    pair = await unit.session.get_one(Pair, pair_id)
    _check_completed(pair)
    for row in await queries.of_pair(unit.session, pair_id):
        if row.PairMember.side == Role.MENTOR:
            person = row.PairMember.person_id
            await send_file(unit, "pair-certificate", pair=pair_id, mentor=person)


@use_case(Permission.KEEP_PAIRS, target=owner(Pair, "pair_id"))
async def send_journal(unit: Unit, *, pair_id: int) -> None:
    """Send the curator the journal of a pair."""
    record(unit, await _place_of(unit, pair_id), "journal", pair=pair_id)
    await send_file(unit, "pair-journal", pair=pair_id)


async def _place_of(unit: Unit, pair_id: int) -> int:
    return (await unit.session.get_one(Pair, pair_id)).organisation_id


@use_case(Permission.TAKE_PART, target=oneself)
async def send_own(unit: Unit, *, pair_id: int, paper: str) -> None:
    """Send one of the pair its journal, or a mentor their certificate."""
    pair, member = await _own(unit, pair_id)
    if paper == "journal":
        await send_file(unit, "pair-journal", pair=pair_id)
        return
    if member.side != Role.MENTOR:
        raise NotAllowed
    _check_completed(pair)
    await send_file(unit, "pair-certificate", pair=pair_id, mentor=unit.me)


async def _own(unit: Unit, pair_id: int) -> tuple[Pair, PairMember]:
    """The actor's own pair, running or over; whoever has left it has no papers of it."""
    pair = await unit.session.get(Pair, pair_id)
    member = await unit.session.get(PairMember, (pair_id, unit.me))
    if pair is None or member is None or member.left_on is not None:
        raise NotAllowed
    return pair, member


def _check_completed(pair: Pair) -> None:
    if pair.status != State.COMPLETED:
        raise Refusal("certificate-early")


@file_maker("pair-certificate")
async def make_certificate(unit: Unit, _person_id: int, args: dict[str, Any]) -> Made | None:
    """The receiver keeps the pairs of the school, or is the mentor: checked once more."""
    if args["mentor"] == unit.actor.person_id:
        await _own(unit, args["pair"])
        return await _certificate(unit, args["pair"], args["mentor"])
    return await certificate(unit, pair_id=args["pair"], mentor_id=args["mentor"])


@use_case(Permission.KEEP_PAIRS, target=owner(Pair, "pair_id"))
async def certificate(unit: Unit, *, pair_id: int, mentor_id: int) -> Made:
    """The certificate of one mentor of a pair."""
    return await _certificate(unit, pair_id, mentor_id)


async def _certificate(unit: Unit, pair_id: int, mentor_id: int) -> Made:
    words = words_in(unit.actor.locale)
    rows = await queries.of_pair(unit.session, pair_id)
    mentor = next((row for row in rows if row.PairMember.person_id == mentor_id), None)
    if mentor is None or mentor.PairMember.side != Role.MENTOR:
        raise NotAllowed
    pair: Pair = mentor.Pair
    found = await summed(unit, pair)
    context = await _head(unit, rows) | {
        "mentor": mentor.name,
        "mentees": sum(1 for row in rows if row.PairMember.side == Role.MENTEE),
        "meetings": found.meetings,
        "hours": hours(found.minutes, words.language),
    }
    return Made(
        name=f"{words.plain('paper-certificate')}-{pair_id}.docx",
        data=await written("certificate", words.language, context),
        caption="pair-certificate-caption",
        args={"mentor": shown(mentor, unit.today())},
    )


@file_maker("pair-journal")
async def make_journal(unit: Unit, _person_id: int, args: dict[str, Any]) -> Made | None:
    """The receiver is one of the pair, or keeps the pairs of the school: checked once more."""
    member = await unit.session.get(PairMember, (args["pair"], unit.me))
    if member is not None and member.left_on is None:
        return await _journal(unit, args["pair"])
    return await journal(unit, pair_id=args["pair"])


@use_case(Permission.KEEP_PAIRS, target=owner(Pair, "pair_id"))
async def journal(unit: Unit, *, pair_id: int) -> Made:
    """The journal of a pair."""
    return await _journal(unit, pair_id)


async def _journal(unit: Unit, pair_id: int) -> Made:
    words = words_in(unit.actor.locale)
    rows = await queries.of_pair(unit.session, pair_id)
    query = select(Meeting).where(Meeting.pair_id == pair_id, Meeting.status == "held")
    meetings = await unit.session.scalars(query.order_by(Meeting.held_on, Meeting.id))
    lines = [
        {
            "day": words.plain("paper-short-day", date=one.held_on),
            "kind": words.plain(f"meeting-kind-{one.kind}"),
            "minutes": one.minutes,
            "note": one.shared_note,
            "agreed": one.agreed,
        }
        for one in meetings
    ]
    found = await summed(unit, rows[0].Pair)
    context = await _head(unit, rows) | {
        "mentors": _names(rows, Role.MENTOR),
        "mentees": _names(rows, Role.MENTEE),
        "lines": lines,
        "meetings": found.meetings,
        "hours": hours(found.minutes, words.language),
    }
    return Made(
        name=f"{words.plain('paper-journal')}-{pair_id}.docx",
        data=await written("journal", words.language, context),
        caption="pair-journal-caption",
        args={"count": len(lines)},
    )


def hours(minutes: int, language: str) -> str:
    """Minutes as hours with one decimal, as the language writes it."""
    return format_decimal(round(minutes / 60, 1), locale=language)


def _names(rows: Sequence[AnyRow], side: Role) -> str:
    return ", ".join(row.name for row in rows if row.PairMember.side == side)


async def _head(unit: Unit, rows: Sequence[AnyRow]) -> dict[str, Any]:
    words, first = words_in(unit.actor.locale), rows[0]
    pair: Pair = first.Pair
    kind = (await kinds.all_of(unit, pair.organisation_id)).get(first.form or "")
    ends = pair.ended_on or pair.ends_on or first.season_ends_on
    return {
        **await place(unit, pair.organisation_id),
        "programme": first.title or BLANK,
        "form": kind.title_in(words.language) if kind else BLANK,
        "starts": written_day(words, pair.started_on),
        "ends": written_day(words, ends),
        "today": written_day(words, unit.today()),
    }
