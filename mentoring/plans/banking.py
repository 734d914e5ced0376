"""Programmes kept to begin others from: a school's own, and those it has shared upward.

Nobody's name is in them: what is known of the pair's people, and whatever looks like a name, is
taken out before anybody else reads it.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass

from core.clock import local_date
from core.errors import NotAllowed, Refusal
from db.models import Pair, PlanTemplate
from db.queries import drafts as pair_queries
from db.queries import plan_templates as queries
from db.queries import plans as plan_queries
from mentoring.access import organisation, owner, use_case
from mentoring.audit import record
from mentoring.meetings.freetext.names import any_name, called, forms, plain
from mentoring.plans.reading import form_of
from mentoring.plans.rules import ItemStatus, Kind
from mentoring.plans.templates import Line
from mentoring.roles import Permission
from mentoring.unit import Unit
from mentoring.words import words_in

TITLE_LIMIT = 120
# A bank of more nobody looks through.
MOST = 60
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Kept:
    """A kept programme. `own`: of an organisation in which the reader has a seat."""

    id: int
    title: str
    form: str
    organisation: str
    shared: bool
    own: bool
    lines: tuple[Line, ...]


def nameless(text: str, known: Collection[str], instead: str) -> str:
    """The text without names: `known` ones in any case and fond form, other ones where they are
    written with a capital. Several in a row are one."""
    gone = {form for name in known for word in _WORD.findall(name) for form in _forms(word)}

    def taken(word: re.Match[str]) -> str:
        said = plain(word[0])
        is_name = said in gone or (word[0][0].isupper() and said in any_name())
        return instead if is_name else word[0]

    found = _WORD.sub(taken, text)
    several = rf"{re.escape(instead)}(?:[ .]+{re.escape(instead)})+"
    return re.sub(several, instead, found)


def _forms(word: str) -> frozenset[str]:
    return forms(word) | called(word) if len(word) > 1 else frozenset()


async def _lines(unit: Unit, pair: Pair) -> list[Line]:
    """The goals and activities of a programme, without names and without what came of them."""
    plan = await plan_queries.of_pair(unit.session, pair.id)
    if plan is None:
        raise Refusal("plan-empty")
    names = await queries.names_of(unit.session, pair.id)
    instead = words_in(unit.actor.locale).plain("personal-no-name")
    first = local_date(plan.begun_at, unit.timezone)
    found = []
    for item in await plan_queries.items(unit.session, pair.id):
        if item.kind == Kind.TASK or item.status == ItemStatus.PROPOSED:
            continue
        days = max(0, (item.due_on - first).days) if item.due_on else None
        title, expected = (nameless(text, names, instead) for text in (item.title, item.expected))
        found.append(Line(Kind(item.kind), title, expected, days))
    if not found:
        raise Refusal("plan-empty")
    return found


@use_case(Permission.APPROVE_PLANS, target=owner(Pair, "pair_id"))
async def preview(unit: Unit, *, pair_id: int) -> list[Line]:
    """What would be kept of a pair's programme. Raises Refusal while there is nothing in it."""
    return await _lines(unit, await unit.session.get_one(Pair, pair_id))


@use_case(Permission.APPROVE_PLANS, target=owner(Pair, "pair_id"))
async def keep(unit: Unit, *, pair_id: int, title: str) -> int:
    """Keep a programme to begin others from. Returns its id. Raises Refusal when there are too
    many, or nothing is in it."""
    if len(title) > TITLE_LIMIT:
        raise Refusal("input-too-long", limit=TITLE_LIMIT, length=len(title))
    pair = await unit.session.get_one(Pair, pair_id)
    if await queries.count(unit.session, pair.organisation_id) >= MOST:
        raise Refusal("plan-bank-full", most=MOST)
    names = await queries.names_of(unit.session, pair_id)
    instead = words_in(unit.actor.locale).plain("personal-no-name")
    rows = await pair_queries.of_pair(unit.session, pair_id)
    made = PlanTemplate(
        organisation_id=pair.organisation_id,
        title=nameless(title, names, instead),
        form=await form_of(unit, pair.organisation_id, rows),
        content={
            "items": [
                {
                    "kind": line.kind,
                    "title": line.title,
                    "expected": line.expected,
                    "days": line.days,
                }
                for line in await _lines(unit, pair)
            ]
        },
        kept_by=unit.me,
        kept_at=unit.now,
    )
    unit.session.add(made)
    await unit.session.flush()
    return made.id


def lines_of(template: PlanTemplate) -> tuple[Line, ...]:
    """The lines of a kept programme."""
    return tuple(
        Line(Kind(row["kind"]), row["title"], row["expected"], row["days"])
        for row in template.content["items"]
    )


def _view(unit: Unit, template: PlanTemplate, place: str) -> Kept:
    return Kept(
        id=template.id,
        title=template.title,
        form=template.form,
        organisation=place,
        shared=template.shared_at is not None,
        own=_own(unit, template),
        lines=lines_of(template),
    )


def _own(unit: Unit, template: PlanTemplate) -> bool:
    return template.organisation_id in {seat.organisation_id for seat in unit.actor.seats}


@use_case(Permission.SEE_PLAN_BANK, target=organisation("organisation_id"))
async def listed(unit: Unit, *, organisation_id: int) -> list[Kept]:
    """What an organisation has kept, and what those below it have shared."""
    rows = await queries.bank(unit.session, organisation_id, MOST)
    found = [_view(unit, row.PlanTemplate, row.name) for row in rows]
    return [one for one in found if one.own or one.shared]


@use_case(Permission.SEE_PLAN_BANK, target=owner(PlanTemplate, "template_id"))
async def card(unit: Unit, *, template_id: int) -> Kept:
    """One of them. Raises NotAllowed for what its school keeps to itself."""
    row = await queries.one(unit.session, template_id)
    if row is None or not (row.PlanTemplate.shared_at or _own(unit, row.PlanTemplate)):
        raise NotAllowed
    return _view(unit, row.PlanTemplate, row.name)


@use_case(Permission.APPROVE_PLANS, target=owner(PlanTemplate, "template_id"))
async def share(unit: Unit, *, template_id: int, shared: bool) -> None:
    """Put it into the bank of the department, where the schools beside begin from it too; or take
    it out of there: programmes begun from it stay."""
    template = await _mine(unit, template_id)
    template.shared_at = unit.now if shared else None
    record(unit, template.organisation_id, "plan-shared" if shared else "plan-unshared")


@use_case(Permission.APPROVE_PLANS, target=owner(PlanTemplate, "template_id"))
async def remove(unit: Unit, *, template_id: int) -> None:
    """Keep it no longer; programmes begun from it stay."""
    template = await _mine(unit, template_id)
    template.removed_at, template.shared_at = unit.now, None


async def _mine(unit: Unit, template_id: int) -> PlanTemplate:
    template = await unit.session.get_one(PlanTemplate, template_id)
    if template.removed_at is not None:
        raise NotAllowed
    return template
