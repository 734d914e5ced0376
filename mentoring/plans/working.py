"""Working on a programme: both propose, the mentor edits, both say what is done."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from core.errors import NotAllowed, Refusal
from db.models import Pair, PersonalPlan, PlanItem, PlanTemplate
from db.queries import drafts as pair_queries
from db.queries import plan_templates as template_queries
from db.queries import plans as queries
from mentoring.access import oneself, use_case
from mentoring.plans import templates
from mentoring.plans.banking import lines_of
from mentoring.plans.holding import (
    as_mentor,
    at_work,
    changed,
    item_at_work,
    log,
    own,
    plan_of,
    put,
)
from mentoring.plans.reading import form_of
from mentoring.plans.rules import (
    MARKS,
    MOST,
    TITLE_LIMIT,
    WORDS_LIMIT,
    ItemStatus,
    Kind,
    Status,
    whole_months,
)
from mentoring.roles import Permission, Role
from mentoring.unit import Unit
from mentoring.words import words_in

# Terms may lie so far ahead, and so far back: what was done before it was written down.
_AHEAD, _BACK = timedelta(days=730), timedelta(days=366)
# For a pair outside of any season: whom it is about is not known, the plainest one fits.
_ANY_FORM = "teacher-pupil"
# Keys of kept programmes, and how many are offered.
_KEPT, _MOST_KEPT = "own:", 8


@dataclass(frozen=True, slots=True)
class Offer:
    """A programme to begin from: `key` as `begin` takes it, how many months it takes."""

    key: str
    level: str
    months: int
    title: str = ""


@use_case(Permission.TAKE_PART, target=oneself)
async def offers(unit: Unit, *, pair_id: int) -> list[Offer]:
    """What a mentor may begin the programme of this pair from."""
    pair, _member = await own(unit, pair_id)
    name = await _shipped_for(unit, pair)
    today, language = unit.today(), words_in(unit.actor.locale).language
    found = []
    for level in templates.LEVELS if name else ():
        days = templates.lasts(templates.lines_of(name, level, language))
        months = whole_months(today, today + timedelta(days=days))
        found.append(Offer(f"{name}:{level}", level, months))
    kept = await _kept_for(unit, pair)
    return found + [Offer(f"{_KEPT}{one.id}", "kept", 0, one.title) for one in kept]


async def _kept_for(unit: Unit, pair: Pair) -> Sequence[PlanTemplate]:
    """What the school keeps, and what the schools beside it have shared."""
    rows = await pair_queries.of_pair(unit.session, pair.id)
    form = await form_of(unit, pair.organisation_id, rows)
    return await template_queries.offered(unit.session, pair.organisation_id, form, _MOST_KEPT)


async def _lines_of(unit: Unit, pair: Pair, template: str) -> tuple[templates.Line, ...]:
    if template.startswith(_KEPT):
        kept = {f"{_KEPT}{one.id}": one for one in await _kept_for(unit, pair)}
        return lines_of(kept[template])
    name, _, level = template.partition(":")
    return templates.lines_of(name, level, words_in(unit.actor.locale).language)


async def _shipped_for(unit: Unit, pair: Pair) -> str:
    rows = await pair_queries.of_pair(unit.session, pair.id)
    form = await form_of(unit, pair.organisation_id, rows)
    return templates.newest_for(form or _ANY_FORM) or ""


@use_case(Permission.TAKE_PART, target=oneself)
async def begin(unit: Unit, *, pair_id: int, template: str) -> None:
    """Begin the programme from one of the offers. Raises NotAllowed for another, Refusal when it
    was begun already (by the other mentor, or by a second press)."""
    pair = await as_mentor(unit, pair_id)
    if template not in {offer.key for offer in await offers(unit, pair_id=pair_id)}:
        raise NotAllowed
    items = await queries.items(unit.session, pair_id)
    if any(item.kind != Kind.TASK and item.status != ItemStatus.PROPOSED for item in items):
        raise Refusal("plan-begun")
    lines = await _lines_of(unit, pair, template)
    plan = await plan_of(unit, pair)
    plan.template = template
    rows = await pair_queries.of_pair(unit.session, pair_id)
    last = pair.ends_on or rows[0].season_ends_on
    for line, day in templates.dated(lines, unit.today(), last):
        await put(unit, plan, line, day, ItemStatus.OPEN)


@use_case(Permission.TAKE_PART, target=oneself)
async def propose(
    unit: Unit, *, pair_id: int, kind: Kind, title: str, due_on: date | None = None
) -> int:
    """Put a goal or an activity into the programme: a mentor's stands there at once, a mentee's
    waits for a mentor. Returns its id. Raises Refusal for too much, or a day out of bounds."""
    _check_words(title, TITLE_LIMIT)
    _check_day(unit, due_on)
    pair, member = await at_work(unit, pair_id)
    if await queries.count(unit.session, pair_id) >= MOST:
        raise Refusal("plan-full", most=MOST)
    plan = await plan_of(unit, pair)
    by_mentor = member.side == Role.MENTOR
    status = ItemStatus.OPEN if by_mentor else ItemStatus.PROPOSED
    made = await put(unit, plan, templates.Line(Kind(kind), title), due_on, status)
    log(unit, plan, "added" if by_mentor else "proposed", made, became=title)
    if by_mentor:
        changed(unit, plan, made)
    return made.id


def _check_words(text: str, limit: int) -> None:
    if len(text) > limit:
        raise Refusal("input-too-long", limit=limit, length=len(text))
    if not text.strip():
        raise Refusal("input-empty")


def _check_day(unit: Unit, day: date | None) -> None:
    if day is not None and not unit.today() - _BACK <= day <= unit.today() + _AHEAD:
        raise Refusal("plan-day-bounds")


async def _plan(unit: Unit, item: PlanItem) -> PersonalPlan:
    return await plan_of(unit, await unit.session.get_one(Pair, item.pair_id))


@use_case(Permission.TAKE_PART, target=oneself)
async def decide(unit: Unit, *, item_id: int, take: bool) -> None:
    """A mentor takes a mentee's proposal into the programme, or does not."""
    item, member = await item_at_work(unit, item_id)
    if member.side != Role.MENTOR:
        raise NotAllowed
    if item.status != ItemStatus.PROPOSED:
        raise Refusal("plan-item-moved")
    if not take:
        await _drop(unit, item, "declined")
        return
    plan = await _plan(unit, item)
    item.status = ItemStatus.OPEN
    log(unit, plan, "taken", item, became=item.title)
    changed(unit, plan, item)


@use_case(Permission.TAKE_PART, target=oneself)
async def drop(unit: Unit, *, item_id: int) -> None:
    """A mentor takes a line out; a mentee their own proposal while it waits."""
    item, member = await item_at_work(unit, item_id)
    _check_editor(unit, item, member.side)
    await _drop(unit, item, "dropped")


async def _drop(unit: Unit, item: PlanItem, what: str) -> None:
    plan = await _plan(unit, item)
    log(unit, plan, what, item, was=item.title)
    if item.status != ItemStatus.PROPOSED:
        changed(unit, plan, item)
    item.status = ItemStatus.DROPPED


def _check_editor(unit: Unit, item: PlanItem, side: str) -> None:
    """Mentors edit; whoever proposed a line may while it waits."""
    waits = item.status == ItemStatus.PROPOSED and item.proposed_by == unit.me
    if side != Role.MENTOR and not waits:
        raise NotAllowed
    if item.status == ItemStatus.DONE:
        raise Refusal("plan-item-moved")


@use_case(Permission.TAKE_PART, target=oneself)
async def change(
    unit: Unit,
    *,
    item_id: int,
    title: str | None = None,
    expected: str | None = None,
    due_on: date | None = None,
) -> None:
    """Change what is given of a line that is not done. Raises Refusal for bad words or days."""
    if title is not None:
        _check_words(title, TITLE_LIMIT)
    if expected is not None:
        _check_words(expected, WORDS_LIMIT)
    _check_day(unit, due_on)
    item, member = await item_at_work(unit, item_id)
    _check_editor(unit, item, member.side)
    plan = await _plan(unit, item)
    wanted = {"title": title, "expected": expected, "due_on": due_on}
    for name, value in wanted.items():
        was = getattr(item, name)
        if value is None or value == was:
            continue
        setattr(item, name, value)
        log(unit, plan, name.removesuffix("_on"), item, was=was, became=value)
        if item.status != ItemStatus.PROPOSED:
            changed(unit, plan, item)


@use_case(Permission.TAKE_PART, target=oneself)
async def tell_done(unit: Unit, *, item_id: int, done: bool) -> None:
    """A mentee says that something is done, or takes that back; the mentors mark it."""
    item, member = await item_at_work(unit, item_id)
    if member.side != Role.MENTEE:
        raise NotAllowed
    if item.status != ItemStatus.OPEN:
        raise Refusal("plan-item-moved")
    item.told_by, item.told_on = (unit.me, unit.today()) if done else (None, None)


@use_case(Permission.TAKE_PART, target=oneself)
async def finish(unit: Unit, *, item_id: int, actual: str = "", mark: int | None = None) -> None:
    """A mentor marks a line as done: what came of it, perhaps a mark from 1 to 10.

    Done already, the words and the mark take the place of the earlier ones, where given.
    """
    if mark is not None and mark not in MARKS:
        raise NotAllowed
    if len(actual) > WORDS_LIMIT:
        raise Refusal("input-too-long", limit=WORDS_LIMIT, length=len(actual))
    item, member = await item_at_work(unit, item_id)
    if member.side != Role.MENTOR:
        raise NotAllowed
    if item.status == ItemStatus.PROPOSED:
        raise Refusal("plan-item-moved")
    plan = await _plan(unit, item)
    if item.status != ItemStatus.DONE:
        item.status, item.done_by, item.done_on = ItemStatus.DONE, unit.me, unit.today()
        log(unit, plan, "done", item)
    item.actual = actual or item.actual
    item.mark = item.mark if mark is None else mark


@use_case(Permission.TAKE_PART, target=oneself)
async def reopen(unit: Unit, *, item_id: int) -> None:
    """A mentor takes back that a line is done."""
    item, member = await item_at_work(unit, item_id)
    if member.side != Role.MENTOR:
        raise NotAllowed
    if item.status != ItemStatus.DONE:
        raise Refusal("plan-item-moved")
    item.status, item.done_by, item.done_on = ItemStatus.OPEN, None, None
    item.told_by, item.told_on = None, None
    log(unit, await _plan(unit, item), "reopened", item)


@use_case(Permission.TAKE_PART, target=oneself)
async def send(unit: Unit, *, pair_id: int) -> None:
    """Send the programme to be approved. Raises Refusal for one without a goal or an activity, or
    that was sent already."""
    pair = await as_mentor(unit, pair_id)
    plan = await plan_of(unit, pair)
    if plan.status != Status.DRAFT:
        raise Refusal("plan-sent-already")
    items = await queries.items(unit.session, pair_id)
    present = {item.kind for item in items if item.status != ItemStatus.PROPOSED}
    if Kind.GOAL not in present or not present & {Kind.DIFFICULTY, Kind.GROWTH}:
        raise Refusal("plan-empty")
    plan.status, plan.remark = Status.SENT, ""
    plan.sent_by, plan.sent_at = unit.me, unit.now
    log(unit, plan, "sent")
