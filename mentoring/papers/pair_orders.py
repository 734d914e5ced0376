"""The draft of an order about pairs, as a document."""

import asyncio
from collections.abc import Sequence
from datetime import date
from itertools import groupby
from typing import Any

from core.errors import Refusal
from db.models import Pair, PairOrder
from db.queries import drafts as draft_queries
from db.queries import pair_orders as queries
from db.types import AnyRow
from mentoring.access import owner, use_case
from mentoring.files import Made, file_maker
from mentoring.letters import spoken
from mentoring.pairs.grounds import said
from mentoring.papers.templates import PaperError, filled
from mentoring.programmes import kinds
from mentoring.roles import Permission, Role
from mentoring.unit import Unit
from mentoring.words import words_in

# A line to write on where a number or a day is not known yet.
BLANK = "________"


@file_maker("pair-order")
async def make(unit: Unit, _person_id: int, args: dict[str, Any]) -> Made:
    return await document(unit, order_id=args["order"])


@use_case(Permission.SEE_ORDERS, target=owner(PairOrder, "order_id"))
async def document(unit: Unit, *, order_id: int) -> Made:
    """An order as a .docx, filled from the data as it is now.

    Raises Refusal when its template cannot be filled.
    """
    order = await unit.session.get_one(PairOrder, order_id)
    words = words_in(unit.actor.locale)
    context = await _context(unit, order)
    return Made(
        name=f"{words.plain(f'paper-order-{order.kind}')}-{order_id}.docx",
        data=await written(f"order-{order.kind}", words.language, context),
        caption="pair-order-caption",
        args={"kind": order.kind, "count": len(context["pairs"]), "status": order.status},
    )


async def written(name: str, language: str, context: dict[str, Any]) -> bytes:
    """A paper, made in a thread. Raises Refusal when its template cannot be filled."""
    try:
        return await asyncio.to_thread(filled, name, language, context)
    except PaperError as error:
        raise Refusal("paper-template-wrong", problem=str(error)[:200]) from error


async def place(unit: Unit, organisation_id: int) -> dict[str, Any]:
    """What every paper of a school begins and ends with."""
    found = await queries.organisation(unit.session, organisation_id)
    heads = await queries.holders(unit.session, organisation_id, Role.HEAD)
    curators = await queries.holders(unit.session, organisation_id, Role.CURATOR)
    return {
        "organisation": found.name,
        "head": heads[0].name if heads else BLANK,
        "curators": ", ".join(one.name for one in curators) or BLANK,
    }


async def _context(unit: Unit, order: PairOrder) -> dict[str, Any]:
    words = words_in(unit.actor.locale)
    lines = {line.pair_id: line.args for line in await queries.lines(unit.session, order.id)}
    rows = await draft_queries.of_pairs(unit.session, list(lines))
    pairs = []
    for pair_id, group in groupby(rows, key=lambda row: row.Pair.id):
        pairs.append(await pair_row(unit, list(group), lines[pair_id]))
    titles = dict.fromkeys(row.title for row in rows if row.title)
    return {
        **await place(unit, order.organisation_id),
        "programme": ", ".join(titles) or BLANK,
        "number": order.number or BLANK,
        "day": written_day(words, order.day),
        "pairs": pairs,
        "readers": list(dict.fromkeys(row.name for row in rows if _reads(row))),
    }


def _reads(row: AnyRow) -> bool:
    return bool(row.PairMember.side == Role.MENTOR)


def written_day(words: Any, day: date | None) -> str:
    return words.plain("paper-day", date=day) if day else BLANK


async def pair_row(unit: Unit, rows: Sequence[AnyRow], args: dict[str, Any]) -> dict[str, str]:
    """One pair in an order, full names: an order is a paper of the school's own."""
    words, first = words_in(unit.actor.locale), rows[0]
    pair: Pair = first.Pair
    more = spoken(args)
    kind = (await kinds.all_of(unit, pair.organisation_id)).get(first.form or "")
    until = more.get("until") or pair.ends_on or first.season_ends_on
    starts = pair.started_on if pair.status not in draft_queries.DRAFTS else unit.today()
    return {
        "mentors": _names(rows, Role.MENTOR),
        "mentees": _names(rows, Role.MENTEE),
        "form": kind.title_in(words.language) if kind else BLANK,
        "starts": written_day(words, starts),
        "ends": written_day(words, until),
        "until": written_day(words, until),
        "ended": written_day(words, pair.ended_on),
        "ground": said(words, str(more.get("ground", ""))),
        "former": await _former(unit, pair),
    }


async def _former(unit: Unit, pair: Pair) -> str:
    if pair.follows_id is None:
        return BLANK
    return _names(await draft_queries.of_pair(unit.session, pair.follows_id), Role.MENTOR)


def _names(rows: Sequence[AnyRow], side: Role) -> str:
    return ", ".join(row.name for row in rows if row.PairMember.side == side)
