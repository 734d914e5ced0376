"""The executors a plan names, and whom the organisation means by each: said once, remembered."""

from collections.abc import Sequence
from dataclasses import dataclass

from core.errors import NotAllowed
from core.tokens import new_token
from db.models import Activity, Executor
from db.queries import executors as queries
from db.types import AnyRow
from mentoring.access import organisation, owner, use_case
from mentoring.jobs import enqueue
from mentoring.roadmaps.executing import SCHOOLS, Choice, Holder, fold, suggest
from mentoring.roles import Permission, Role
from mentoring.unit import Unit

# Who may be named an executor, and the roles that may be one as a whole.
STAFF = (
    Role.DEPARTMENT,
    Role.METHODOLOGIST,
    Role.HEAD,
    Role.CURATOR,
    Role.COUNCIL,
    Role.EXECUTOR,
)
ROLES = (Role.HEAD, Role.COUNCIL, Role.METHODOLOGIST)


@dataclass(frozen=True, slots=True)
class Named:
    """An executor of the plan in force; `choice` is a suggestion until it is `decided`."""

    id: int
    words: str
    activities: int
    choice: Choice
    person: str
    decided: bool
    # The person has stopped the bot: nothing reaches them.
    gone: bool = False


@dataclass(frozen=True, slots=True)
class Answers:
    """Who an executor can be said to be."""

    named: Named
    has_schools: bool
    roles: list[Role]
    people: list[tuple[int, str]]


async def note(unit: Unit, organisation_id: int, activities: Sequence[Activity]) -> None:
    """Keep whom these activities name, and hand out what is known by now to fall on schools.

    To be called whenever a plan comes into force or its rows change. Words that were answered for
    before keep their answer.
    """
    words: dict[str, str] = {}
    for activity in activities:
        for name in activity.responsible:
            if folded := fold(name):
                words.setdefault(folded, name)
    await queries.add_new(
        unit.session,
        [
            {
                "organisation_id": organisation_id,
                "words": name,
                "folded": folded,
                "holder": Holder.UNDECIDED,
            }
            for folded, name in words.items()
        ],
    )
    known = await queries.ids(unit.session, organisation_id)
    links = {
        (activity.id, known[folded])
        for activity in activities
        for name in activity.responsible
        if (folded := fold(name))
    }
    await queries.relink(
        unit.session,
        [activity.id for activity in activities],
        [
            {"activity_id": activity, "executor_id": executor, "organisation_id": organisation_id}
            for activity, executor in sorted(links)
        ],
    )
    await _spread(unit, organisation_id)


@use_case(Permission.KEEP_ROADMAP, target=organisation("organisation_id"))
async def listed(unit: Unit, *, organisation_id: int) -> list[Named]:
    """The executors of the plan in force, those still to be decided first."""
    rows = await queries.named(unit.session, organisation_id)
    if all(row.holder != Holder.UNDECIDED for row in rows):
        return [_decided(row) for row in rows]
    guess = await _guesses(unit, organisation_id)
    named = [
        _decided(row) if row.holder != Holder.UNDECIDED else guess.of(row.id, row) for row in rows
    ]
    return sorted(named, key=lambda one: one.decided)


@use_case(Permission.KEEP_ROADMAP, target=organisation("organisation_id"))
async def waiting(unit: Unit, *, organisation_id: int) -> int:
    """How many executors of the plan in force nobody has decided yet."""
    return await queries.undecided(unit.session, organisation_id)


@use_case(Permission.KEEP_ROADMAP, target=owner(Executor, "executor_id"))
async def answers(unit: Unit, *, executor_id: int) -> Answers:
    """One executor of the plan in force, and the answers there are."""
    executor = await unit.session.get_one(Executor, executor_id)
    place = executor.organisation_id
    rows = await queries.named(unit.session, place)
    row = next((row for row in rows if row.id == executor_id), None)
    if row is None:
        raise NotAllowed
    guess = await _guesses(unit, place)
    named = _decided(row) if row.holder != Holder.UNDECIDED else guess.of(row.id, row)
    return Answers(named, guess.has_schools, list(ROLES), guess.people)


@use_case(Permission.KEEP_ROADMAP, target=owner(Executor, "executor_id"))
async def decide(unit: Unit, *, executor_id: int, choice: Choice) -> None:
    """Say who an executor is. Raises NotAllowed for people and schools that are not the place's."""
    executor = await unit.session.get_one(Executor, executor_id)
    place = executor.organisation_id
    if choice.holder is Holder.PERSON:
        staff = await queries.staff(unit.session, place, STAFF)
        if choice.person_id not in {row.id for row in staff}:
            raise NotAllowed
    if choice.holder is Holder.ROLE and choice.role not in ROLES:
        raise NotAllowed
    if choice == SCHOOLS and not await queries.schools_below(unit.session, place):
        raise NotAllowed
    _settle(unit, executor, choice)
    await unit.session.flush()
    await _spread(unit, place)


@use_case(Permission.KEEP_ROADMAP, target=organisation("organisation_id"))
async def accept_all(unit: Unit, *, organisation_id: int) -> int:
    """Take every suggestion as it is shown. Returns how many were decided by it."""
    found = [one for one in await listed(unit, organisation_id=organisation_id) if not one.decided]
    for one in found:
        _settle(unit, await unit.session.get_one(Executor, one.id), one.choice)
    await unit.session.flush()
    if found:
        await _spread(unit, organisation_id)
    return len(found)


def _settle(unit: Unit, executor: Executor, choice: Choice) -> None:
    executor.holder = choice.holder
    executor.role = choice.role
    executor.person_id = choice.person_id
    executor.decided_by, executor.decided_at = unit.me, unit.now


@dataclass(frozen=True, slots=True)
class _Guesses:
    """What suggestions are made from."""

    has_schools: bool
    remembered: dict[str, Choice]
    people: list[tuple[int, str]]

    def of(self, executor_id: int, row: AnyRow) -> Named:
        choice = suggest(
            row.words,
            has_schools=self.has_schools,
            remembered=self.remembered,
            people=self.people,
        )
        person = dict(self.people).get(choice.person_id or 0, "")
        if choice.holder is Holder.PERSON and not person:
            # Whoever was meant before has no seat here any more.
            choice = Choice(Holder.KEEPERS)
        return Named(executor_id, row.words, row.activities, choice, person, decided=False)


async def _guesses(unit: Unit, organisation_id: int) -> _Guesses:
    remembered = await queries.decided(unit.session, organisation_id)
    staff = await queries.staff(unit.session, organisation_id, STAFF)
    schools = await queries.schools_below(unit.session, organisation_id)
    return _Guesses(
        has_schools=bool(schools),
        remembered={row.folded: _choice(row) for row in remembered},
        people=[(row.id, row.name) for row in staff],
    )


def _choice(row: AnyRow) -> Choice:
    return Choice(Holder(row.holder), Role(row.role) if row.role else None, row.person_id)


def _decided(row: AnyRow) -> Named:
    return Named(
        row.id,
        row.words,
        row.activities,
        _choice(row),
        row.person or "",
        decided=True,
        gone=row.gone is not None,
    )


async def _spread(unit: Unit, organisation_id: int) -> None:
    """Have assignments agree with the executors, after this unit's commit (see `spreading`).

    It waits for the last answer: schools are not given today what is taken back a minute later.
    """
    if await queries.undecided(unit.session, organisation_id):
        return
    if await queries.schools_below(unit.session, organisation_id):
        await enqueue(
            unit,
            "roadmap.spread",
            unique=f"roadmap-spread:{organisation_id}:{new_token()}",
            person_id=unit.me,
            args={"organisation": organisation_id},
        )
