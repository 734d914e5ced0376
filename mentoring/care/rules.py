"""Whom a school calls for help, how long each has, how long silence may last; all editable."""

from dataclasses import dataclass

from core.errors import NotAllowed, Refusal
from db.models import CareRules
from db.queries import care as queries
from db.upsert import upserting
from mentoring.access import organisation, use_case
from mentoring.roles import Permission
from mentoring.unit import Unit

LINES_LIMIT = 800
_MINUTES = (5, 24 * 60)
_DAYS = (7, 90)
_MOST_PEOPLE = 8


@dataclass(frozen=True, slots=True)
class Adult:
    """Somebody of the staff; `place` is 0 for those who are not named, else their turn."""

    id: int
    name: str
    role: str
    place: int = 0


@dataclass(frozen=True, slots=True)
class Rules:
    """The defaults are our judgement and no rule of anybody; `order` is whom to call, in turn."""

    people: tuple[int, ...] = ()
    minutes: int = 30
    silent_days: int = 21
    lines: str = ""


async def of(unit: Unit, organisation_id: int) -> Rules:
    """The rules of a school; for other parts of this area."""
    kept = await unit.session.get(CareRules, organisation_id)
    if kept is None:
        return Rules()
    return Rules(tuple(kept.people), kept.minutes, kept.silent_days, kept.lines)


async def in_turn(unit: Unit, organisation_id: int) -> list[Adult]:
    """Whom to call: those who are named, then curators and heads, so that it never ends nowhere."""
    named = (await of(unit, organisation_id)).people
    found = {row.id: row for row in await queries.adults(unit.session, organisation_id)}
    usual = [row.id for row in found.values() if row.role in {"curator", "head"}]
    ids = dict.fromkeys([one for one in named if one in found] + usual)
    return [
        Adult(found[one].id, found[one].name, found[one].role, place)
        for place, one in enumerate(ids, start=1)
    ]


@use_case(Permission.KEEP_PAIRS, target=organisation("organisation_id"))
async def read(unit: Unit, *, organisation_id: int) -> tuple[Rules, list[Adult]]:
    """The rules, and the staff: those who are called in their turn first."""
    turn = await in_turn(unit, organisation_id)
    rows = await queries.adults(unit.session, organisation_id)
    present = {one.id for one in turn}
    others = {row.id: Adult(row.id, row.name, row.role) for row in rows if row.id not in present}
    return await of(unit, organisation_id), [*turn, *others.values()]


@use_case(Permission.KEEP_PAIRS, target=organisation("organisation_id"))
async def change(
    unit: Unit,
    *,
    organisation_id: int,
    minutes: int | None = None,
    silent_days: int | None = None,
    lines: str | None = None,
    first: int | None = None,
) -> None:
    """Change a rule; `first` puts somebody of the staff at the head of those who are called.

    Raises Refusal for numbers out of bounds and too long a text, NotAllowed for a stranger.
    """
    kept = await of(unit, organisation_id)
    people = kept.people
    if first is not None:
        if first not in {row.id for row in await queries.adults(unit.session, organisation_id)}:
            raise NotAllowed
        people = (first, *(one for one in people if one != first))[:_MOST_PEOPLE]
    if minutes is not None and not _MINUTES[0] <= minutes <= _MINUTES[1]:
        raise Refusal("care-minutes-bounds", least=_MINUTES[0], most=_MINUTES[1])
    if silent_days is not None and not _DAYS[0] <= silent_days <= _DAYS[1]:
        raise Refusal("care-days-bounds", least=_DAYS[0], most=_DAYS[1])
    if lines is not None and len(lines) > LINES_LIMIT:
        raise Refusal("input-too-long", limit=LINES_LIMIT, length=len(lines))
    values = {
        "people": list(people),
        "minutes": kept.minutes if minutes is None else minutes,
        "silent_days": kept.silent_days if silent_days is None else silent_days,
        "lines": kept.lines if lines is None else lines,
        "changed_by": unit.me,
        "changed_at": unit.now,
    }
    statement = upserting(unit.session, CareRules).values(organisation_id=organisation_id, **values)
    await unit.session.execute(
        statement.on_conflict_do_update(index_elements=["organisation_id"], set_=values)
    )
