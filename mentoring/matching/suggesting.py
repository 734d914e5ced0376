"""Suggestions for a curator: made in a job, looked at one by one or all together, decided."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from core.errors import NotAllowed, Refusal
from db.models import MatchSuggestion, Programme
from db.queries import suggestions as queries
from db.types import AnyRow
from mentoring.access import owner, use_case
from mentoring.bank import entering
from mentoring.bank.status import Status
from mentoring.jobs import JobContext, enqueue, job
from mentoring.matching.loading import banks, settings
from mentoring.matching.model import Candidate, Matching, Mentee, Mentor, Reason, Settings
from mentoring.matching.solving import explained, match
from mentoring.notices import button, tell
from mentoring.pairs import drafts
from mentoring.people.naming import shown
from mentoring.roles import Permission
from mentoring.unit import Unit


@dataclass(frozen=True, slots=True)
class View:
    """A suggestion as the curator sees it; without a mentor `pros` says why there is none."""

    id: int
    programme_id: int
    mentee: str
    mentor: str | None
    score: int
    waiting_days: int
    pros: tuple[Reason, ...]
    cons: tuple[Reason, ...]
    others: int


@dataclass(frozen=True, slots=True)
class Overview:
    """What there is to decide in a programme; `made_at` is empty before the first matching."""

    title: str
    made_at: datetime | None
    suggested: list[View]
    unmatched: list[View]


@use_case(Permission.KEEP_PAIRS, target=owner(Programme, "programme_id"))
async def start(unit: Unit, *, programme_id: int) -> None:
    """Have the mentors of a programme matched to its mentees; a message tells of the result.

    Raises Refusal while one side has nobody to be matched.
    """
    mentees, mentors = await banks(unit, programme_id)
    if not mentees or not mentors:
        raise Refusal("match-nobody", side="mentors" if mentees else "mentees")
    await enqueue(
        unit,
        "matching.run",
        unique=f"match:{programme_id}:{unit.now:%Y%m%d%H%M}",
        person_id=unit.me,
        args={"programme": programme_id},
    )


@job("matching.run")
async def run(context: JobContext) -> None:
    """Read the banks, match in a process of its own, keep what came out."""
    programme_id = context.args["programme"]
    async with context.unit() as unit:
        left, right, turned = await load(unit, programme_id=programme_id)
    outcome = await context.aside(match, left, right, turned)
    async with context.unit() as unit:
        await keep(unit, programme_id=programme_id, job_id=context.job_id, outcome=outcome)


@use_case(Permission.KEEP_PAIRS, target=owner(Programme, "programme_id"))
async def load(unit: Unit, *, programme_id: int) -> tuple[list[Mentee], list[Mentor], Settings]:
    """The banks of a programme and its settings, should the person still be one to match them."""
    return *await banks(unit, programme_id), await settings(unit, programme_id)


@use_case(Permission.KEEP_PAIRS, target=owner(Programme, "programme_id"))
async def keep(unit: Unit, *, programme_id: int, job_id: int, outcome: Matching) -> None:
    """Put these suggestions in the place of those that are undecided, and tell of them."""
    programme = await unit.session.get_one(Programme, programme_id)
    head = {
        "organisation_id": programme.organisation_id,
        "programme_id": programme_id,
        "status": "proposed",
        "made_at": unit.now,
    }
    rows = [
        head | _columns(one.mentee, one.chosen, one.alternatives) for one in outcome.suggestions
    ]
    for one in outcome.unmatched:
        nobody = Candidate(0, 0.0, pros=one.why)
        rows.append(head | _columns(one.mentee, nobody, one.alternatives))
    await queries.replace(unit.session, programme_id, rows)
    await tell(
        unit,
        unit.me,
        "match-done",
        unique=f"match-done:{job_id}",
        args={
            "pairs": len(outcome.suggestions),
            "alone": len(outcome.unmatched),
            "refused": len(outcome.refused_pins),
        },
        buttons=[button("match-look", f"match:{programme_id}")],
    )


def _columns(mentee: int, chosen: Candidate, others: Sequence[Candidate]) -> dict[str, Any]:
    return {
        "mentee_id": mentee,
        "mentor_id": chosen.mentor or None,
        "score": _percent(chosen.score),
        "pros": [asdict(reason) for reason in chosen.pros],
        "cons": [asdict(reason) for reason in chosen.cons],
        "others": [[one.mentor, _percent(one.score)] for one in others],
    }


def _percent(score: float) -> int:
    return round(score * 100)


@use_case(Permission.KEEP_PAIRS, target=owner(Programme, "programme_id"))
async def overview(unit: Unit, *, programme_id: int) -> Overview:
    """The undecided suggestions, the best first, and those without a mentor."""
    programme = await unit.session.get_one(Programme, programme_id)
    found = await queries.of_programme(unit.session, programme_id, found=True)
    alone = await queries.of_programme(unit.session, programme_id, found=False)
    views = sorted((_view(unit, row) for row in alone), key=lambda one: -one.waiting_days)
    made_at = await queries.made_at(unit.session, programme_id)
    return Overview(programme.title, made_at, [_view(unit, row) for row in found], views)


@use_case(Permission.KEEP_PAIRS, target=owner(MatchSuggestion, "suggestion_id"))
async def card(unit: Unit, *, suggestion_id: int) -> View:
    """One suggestion with its reasons. Raises Refusal when it is decided already."""
    return _view(unit, await _open(unit, suggestion_id))


async def _open(unit: Unit, suggestion_id: int) -> AnyRow:
    row = await queries.one(unit.session, suggestion_id)
    if row is None:
        raise NotAllowed
    if row.MatchSuggestion.status != "proposed":
        raise Refusal("match-decided")
    return row


def _view(unit: Unit, row: AnyRow) -> View:
    made: MatchSuggestion = row.MatchSuggestion
    since, today = row.unmatched_since, unit.today()
    return View(
        id=made.id,
        programme_id=made.programme_id,
        mentee=shown(row.mentee, today),
        mentor=shown(row.mentor, today) if made.mentor_id else None,
        score=made.score,
        waiting_days=max((unit.now - since).days, 0) if since else 0,
        pros=tuple(Reason(**reason) for reason in made.pros),
        cons=tuple(Reason(**reason) for reason in made.cons),
        others=len(made.others),
    )


@use_case(Permission.KEEP_PAIRS, target=owner(MatchSuggestion, "suggestion_id"))
async def another(unit: Unit, *, suggestion_id: int) -> None:
    """Propose the next of the other mentors; the one proposed till now goes to the end of them.

    Raises Refusal when there is no other who still has room.
    """
    row = await _open(unit, suggestion_id)
    made: MatchSuggestion = row.MatchSuggestion
    left, right = await banks(unit, made.programme_id)
    mentee = next((one for one in left if one.id == made.mentee_id), None)
    free = {one.id: one for one in right if one.capacity > 0}
    following = next(([one, score] for one, score in made.others if one in free), None)
    if mentee is None or following is None:
        raise Refusal("match-no-other")
    mentor, score = following
    present = [[made.mentor_id, made.score]] if made.mentor_id else []
    made.others = [*(one for one in made.others if one != following), *present]
    candidate = explained(Candidate(mentor, score / 100), mentee, free[mentor])
    made.mentor_id, made.score = mentor, score
    made.pros = [asdict(reason) for reason in candidate.pros]
    made.cons = [asdict(reason) for reason in candidate.cons]
    if await queries.proposed_to(unit.session, mentor, made.id) >= free[mentor].capacity:
        made.cons = [*made.cons, asdict(Reason("con-reserved"))]
    await unit.session.flush()


@use_case(Permission.KEEP_PAIRS, target=owner(MatchSuggestion, "suggestion_id"))
async def accept(unit: Unit, *, suggestion_id: int) -> int:
    """Make a draft of the suggested pair; nobody is told yet. Returns its id.

    Raises Refusal when it is decided already, or has no mentor with room.
    """
    row = await _open(unit, suggestion_id)
    return await _accept(unit, row, await _room(unit, row.MatchSuggestion.programme_id))


async def _room(unit: Unit, programme_id: int) -> dict[int, int]:
    """How many mentees more each mentor's profile can take."""
    _left, right = await banks(unit, programme_id)
    return {one.id: one.capacity for one in right}


async def _accept(unit: Unit, row: AnyRow, room: dict[int, int]) -> int:
    made: MatchSuggestion = row.MatchSuggestion
    mentor = made.mentor_id or 0
    if room.get(mentor, 0) <= 0:
        raise Refusal("match-no-room")
    pair_id = await drafts.propose(
        unit,
        organisation_id=made.organisation_id,
        mentor_id=row.mentor_person,
        mentee_id=row.mentee_person,
        programme_id=made.programme_id,
    )
    room[mentor] -= 1
    await queries.decide(unit.session, made.id, "accepted")
    await entering.move(unit, [made.mentee_id], Status.MATCHED)
    return pair_id


@use_case(Permission.KEEP_PAIRS, target=owner(Programme, "programme_id"))
async def accept_all(unit: Unit, *, programme_id: int) -> tuple[int, int]:
    """Make drafts of all suggested pairs. Returns how many, and how many could not be any more."""
    room, made = await _room(unit, programme_id), 0
    rows = await queries.of_programme(unit.session, programme_id, found=True)
    for row in rows:
        try:
            await _accept(unit, row, room)
        except Refusal:
            continue
        made += 1
    return made, len(rows) - made


@use_case(Permission.KEEP_PAIRS, target=owner(MatchSuggestion, "suggestion_id"))
async def skip(unit: Unit, *, suggestion_id: int) -> None:
    """Leave this mentee without a pair for now. Raises Refusal when it is decided already."""
    if not await queries.decide(unit.session, suggestion_id, "skipped"):
        raise Refusal("match-decided")
