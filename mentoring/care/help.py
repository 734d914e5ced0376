"""Help: one press calls a named adult, then the next one, till somebody answers.

Whoever calls is never told to wait: what they read at once are numbers to ring. Messages of a call
go at any hour.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from core.errors import NotAllowed, Refusal
from db.models import HelpCall, Person
from db.queries import care as queries
from mentoring.access import oneself, organisation, owner, use_case
from mentoring.care import rules
from mentoring.notices import button, tell
from mentoring.people.naming import shown
from mentoring.roles import Permission
from mentoring.unit import Unit

TEXT_LIMIT = 1000
# A press within this time after the last one is the same call.
_SAME = timedelta(hours=12)
# Once somebody has answered, a press after this time calls anew.
_ANSWERED = timedelta(minutes=10)
# Everybody is called so many times before it is left to the curator's list alone.
_ROUNDS = 3


@dataclass(frozen=True, slots=True)
class Called:
    """What the caller sees: `who` has been called last, or has answered (`taken`)."""

    id: int
    who: str
    taken: bool
    minutes: int
    # The school's own words with numbers to ring; empty: the usual ones.
    lines: str


@use_case(Permission.TAKE_PART, target=organisation("organisation_id"))
async def call(unit: Unit, *, organisation_id: int) -> Called:
    """Call the first adult. Pressed again while a call is open, it is the same one."""
    found = await _mine(unit)
    if found is None or (found.taken_at is not None and found.taken_at < unit.now - _ANSWERED):
        found = HelpCall(
            organisation_id=organisation_id,
            person_id=unit.me,
            called_at=unit.now,
            told=0,
            next_at=unit.now,
        )
        unit.session.add(found)
        await unit.session.flush()
        await _call_next(unit, found)
    return await _seen(unit, found)


@use_case(Permission.TAKE_PART, target=oneself)
async def present(unit: Unit) -> Called | None:
    """The actor's call as it stands, if there is one: looking at it calls nobody."""
    found = await _mine(unit)
    return await _seen(unit, found) if found is not None else None


async def _mine(unit: Unit) -> HelpCall | None:
    """The actor's call that is open, or was answered a short while ago."""
    found = await queries.open_call(unit.session, unit.me)
    if found is None or found.called_at < unit.now - _SAME:
        return None
    return found


async def _seen(unit: Unit, found: HelpCall) -> Called:
    kept = await rules.of(unit, found.organisation_id)
    turn = await rules.in_turn(unit, found.organisation_id)
    if found.taken_by is not None:
        by = await unit.session.get_one(Person, found.taken_by)
        return Called(found.id, by.name, True, kept.minutes, kept.lines)
    who = turn[(max(found.told, 1) - 1) % len(turn)].name if turn else ""
    return Called(found.id, who, False, kept.minutes, kept.lines)


async def _call_next(unit: Unit, found: HelpCall) -> None:
    """Call the next adult in turn, and set the clock for the one after."""
    turn = await rules.in_turn(unit, found.organisation_id)
    if not turn or found.told >= _ROUNDS * len(turn):
        found.next_at = None
        await unit.session.flush()
        return
    adult = turn[found.told % len(turn)]
    found.told += 1
    minutes = (await rules.of(unit, found.organisation_id)).minutes
    found.next_at = unit.now + timedelta(minutes=minutes)
    person = await unit.session.get_one(Person, found.person_id)
    await unit.session.flush()
    await tell(
        unit,
        adult.id,
        "help-called",
        unique=f"help:{found.id}:{found.told}",
        args={"who": shown(person, unit.today()), "minutes": minutes},
        buttons=[button("help-take", f"help-take:{found.id}")],
        at_once=True,
    )


async def next_due(unit: Unit) -> datetime | None:
    """When the next adult is to be called, over all calls."""
    return await queries.next_call(unit.session)


async def due(unit: Unit) -> list[int]:
    """The calls whose clock has run out."""
    return list(await queries.due_calls(unit.session, unit.now))


async def escalate(unit: Unit, call_id: int) -> None:
    """Nobody has pressed in time: the next one is called. For the planner."""
    found = await unit.session.get(HelpCall, call_id, with_for_update=True)
    if found is not None and found.next_at is not None and found.next_at <= unit.now:
        await _call_next(unit, found)


@use_case(Permission.TAKE_PART, target=organisation("organisation_id"))
async def say(unit: Unit, *, organisation_id: int, text: str) -> None:
    """Add words to one's call: they go to whoever has taken it, else to those called so far.

    Without a call the words are one.
    """
    if len(text) > TEXT_LIMIT:
        raise Refusal("input-too-long", limit=TEXT_LIMIT, length=len(text))
    if await _mine(unit) is None:
        await call(unit, organisation_id=organisation_id)
    found = await _mine(unit)
    if found is None:
        raise NotAllowed
    person = await unit.session.get_one(Person, unit.me)
    for adult in await _told(unit, found):
        await tell(
            unit,
            adult,
            "help-said",
            unique=f"help-said:{found.id}:{adult}:{unit.now.isoformat()}",
            args={"who": shown(person, unit.today()), "text": text},
            buttons=[button("help-reply", f"help-reply:{found.id}")],
            at_once=True,
        )


async def _told(unit: Unit, found: HelpCall) -> list[int]:
    if found.taken_by is not None:
        return [found.taken_by]
    turn = await rules.in_turn(unit, found.organisation_id)
    return [adult.id for adult in turn[: max(found.told, 1)]]


@use_case(Permission.TAKE_PART, target=oneself)
async def mistaken(unit: Unit) -> None:
    """It was pressed by mistake: whoever was called is told so."""
    found = await _mine(unit)
    if found is None:
        return
    found.mistaken_at, found.next_at = unit.now, None
    person = await unit.session.get_one(Person, unit.me)
    await unit.session.flush()
    for adult in await _told(unit, found):
        await tell(
            unit,
            adult,
            "help-mistaken",
            unique=f"help-mistaken:{found.id}:{adult}",
            args={"who": shown(person, unit.today())},
            at_once=True,
        )


async def _for_me(unit: Unit, call_id: int) -> HelpCall:
    """A call in whose turn the actor is. Raises NotAllowed for other staff."""
    found = await unit.session.get_one(HelpCall, call_id)
    if unit.me not in {adult.id for adult in await rules.in_turn(unit, found.organisation_id)}:
        raise NotAllowed
    return found


@use_case(Permission.ANSWER_HELP, target=owner(HelpCall, "call_id"))
async def take(unit: Unit, *, call_id: int) -> str:
    """Answer a call: the caller is told who does. Returns the caller's name.

    Raises Refusal when somebody else was quicker, or it was a mistake.
    """
    found = await _for_me(unit, call_id)
    person = await unit.session.get_one(Person, found.person_id)
    if not await queries.take(unit.session, call_id, unit.me, unit.now):
        await unit.session.refresh(found)
        if found.taken_by != unit.me:
            raise Refusal("help-taken")
        return shown(person, unit.today())
    await tell(
        unit,
        found.person_id,
        "help-answered",
        unique=f"help-answered:{call_id}",
        args={"who": unit.actor.name},
        buttons=[button("help-write", "help-write")],
        at_once=True,
    )
    return shown(person, unit.today())


@use_case(Permission.ANSWER_HELP, target=owner(HelpCall, "call_id"))
async def reply(unit: Unit, *, call_id: int, text: str) -> None:
    """Write to whoever has called; the first to write has taken the call."""
    if len(text) > TEXT_LIMIT:
        raise Refusal("input-too-long", limit=TEXT_LIMIT, length=len(text))
    found = await _for_me(unit, call_id)
    await queries.take(unit.session, call_id, unit.me, unit.now)
    await tell(
        unit,
        found.person_id,
        "help-replied",
        unique=f"help-replied:{call_id}:{unit.me}:{unit.now.isoformat()}",
        args={"who": unit.actor.name, "text": text},
        buttons=[button("help-write", "help-write")],
        at_once=True,
    )
