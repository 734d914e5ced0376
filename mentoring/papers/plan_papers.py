"""A pair's personal programme as a document, for the pair itself and for those who approve it."""

from datetime import date
from typing import Any

from core.errors import NotAllowed
from core.translator import Words
from db.models import Pair
from db.queries import drafts as queries
from mentoring.access import oneself, owner, use_case
from mentoring.audit import record
from mentoring.files import Made, file_maker, send_file
from mentoring.papers.pair_orders import BLANK, pair_row, place, written, written_day
from mentoring.plans.holding import own
from mentoring.plans.reading import Item, Plan, view
from mentoring.plans.rules import ItemStatus, Kind
from mentoring.roles import Permission
from mentoring.unit import Unit
from mentoring.words import words_in

# Lines to write on where there is no programme yet.
_EMPTY = 5
_BLOCKS = (Kind.DIFFICULTY, Kind.GROWTH, Kind.TASK)


@use_case(Permission.TAKE_PART, target=oneself)
async def send_own(unit: Unit, *, pair_id: int) -> None:
    """Send one of the pair its programme."""
    await own(unit, pair_id)
    await send_file(unit, "pair-plan", pair=pair_id)


@use_case(Permission.APPROVE_PLANS, target=owner(Pair, "pair_id"))
async def send(unit: Unit, *, pair_id: int) -> None:
    """Send the programme of a pair to who approves it; the log notes it."""
    pair = await unit.session.get_one(Pair, pair_id)
    record(unit, pair.organisation_id, "plan-taken-out", pair=pair_id)
    await send_file(unit, "pair-plan", pair=pair_id)


@file_maker("pair-plan")
async def make(unit: Unit, _person_id: int, args: dict[str, Any]) -> Made:
    """The receiver is one of the pair, or approves programmes there: checked once more."""
    try:
        pair, _member = await own(unit, args["pair"])
    except NotAllowed:
        return await document(unit, pair_id=args["pair"])
    return await _document(unit, pair)


@use_case(Permission.APPROVE_PLANS, target=owner(Pair, "pair_id"))
async def document(unit: Unit, *, pair_id: int) -> Made:
    """A programme as a .docx. Raises Refusal when its template cannot be filled."""
    return await _document(unit, await unit.session.get_one(Pair, pair_id))


async def _document(unit: Unit, pair: Pair) -> Made:
    words = words_in(unit.actor.locale)
    rows = await queries.of_pair(unit.session, pair.id)
    row: dict[str, Any] = await pair_row(unit, rows, {})
    context = {
        **await place(unit, pair.organisation_id),
        "pairs": [row | await plan_row(unit, pair)],
    }
    return Made(
        name=f"{words.plain('model-file-programme')}-{pair.id}.docx",
        data=await written("model-programme", words.language, context),
        caption="pair-plan-caption",
    )


async def plan_row(unit: Unit, pair: Pair) -> dict[str, Any]:
    """What the paper says of a pair's programme."""
    words = words_in(unit.actor.locale)
    plan = await view(unit, pair, None)
    goals = [one.title for one in plan.items if _counts(one) and one.kind == Kind.GOAL]
    return blank() | {
        name: value
        for name, value in (
            ("goals", "; ".join(goals)),
            ("approved", written_day(words, plan.approved_on)),
            ("lines", _lines(words, plan)),
        )
        if value
    }


def blank() -> dict[str, Any]:
    """Lines to write on, where a programme is written by hand."""
    lines = [_line(number=str(number)) for number in range(1, _EMPTY + 1)]
    return {"goals": BLANK * 5, "approved": BLANK, "lines": lines}


def _counts(item: Item) -> bool:
    return item.status != ItemStatus.PROPOSED


def _lines(words: Words, plan: Plan) -> list[dict[str, str]]:
    """A heading for each block there is, and its lines by their terms."""
    found: list[dict[str, str]] = []
    number = 0
    for kind in _BLOCKS:
        items = [item for item in plan.items if item.kind == kind and _counts(item)]
        if items:
            found.append(_line(title=words.plain(f"personal-block-{kind}")))
        for item in sorted(items, key=lambda one: (one.due_on or date.max, one.id)):
            number += 1
            found.append(
                _line(
                    number=str(number),
                    title=item.title,
                    due=words.plain("paper-short-day", date=item.due_on) if item.due_on else "",
                    expected=item.expected,
                    actual=_actual(words, item),
                    mark=str(item.mark or ""),
                )
            )
    return found


def _actual(words: Words, item: Item) -> str:
    if item.status != ItemStatus.DONE:
        return ""
    return item.actual or words.plain("personal-stands-done")


def _line(**cells: str) -> dict[str, str]:
    return dict.fromkeys(("number", "title", "due", "expected", "actual", "mark"), "") | cells
