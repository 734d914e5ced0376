"""Two people whom the curator wants together in any case, or never."""

from dataclasses import dataclass

from sqlalchemy import delete

from core.errors import NotAllowed, Refusal
from db.models import MatchRule, MatchSuggestion, Profile, Programme
from db.queries import matching as queries
from db.upsert import upserting
from mentoring import audit
from mentoring.access import owner, use_case
from mentoring.bank.status import Side
from mentoring.matching import loading, suggesting
from mentoring.matching.loading import BAR, PIN
from mentoring.matching.model import Reason
from mentoring.matching.rules import forbidden
from mentoring.people.naming import shown
from mentoring.roles import Permission
from mentoring.unit import Unit


@dataclass(frozen=True, slots=True)
class RuleView:
    """A pin or a bar; `why` says what keeps a pin from being carried out."""

    id: int
    kind: str
    mentee: str
    mentor: str
    why: Reason | None = None


@dataclass(frozen=True, slots=True)
class Somebody:
    """Somebody in a programme, by the id of the profile."""

    id: int
    name: str


@use_case(Permission.KEEP_PAIRS, target=owner(Programme, "programme_id"))
async def rules(unit: Unit, *, programme_id: int) -> list[RuleView]:
    """All pins and bars of a programme."""
    names = await _names(unit, programme_id)
    left, right = await loading.banks(unit, programme_id)
    mentees, mentors = {one.id: one for one in left}, {one.id: one for one in right}
    found = []
    for rule in await queries.rules(unit.session, programme_id):
        mentee, mentor = mentees.get(rule.mentee_id), mentors.get(rule.mentor_id)
        why = forbidden(mentee, mentor) if rule.kind == PIN and mentee and mentor else None
        named = (names.get(rule.mentee_id, "-"), names.get(rule.mentor_id, "-"))
        found.append(RuleView(rule.id, rule.kind, *named, why))
    return found


async def _names(unit: Unit, programme_id: int) -> dict[int, str]:
    rows = await queries.people(unit.session, programme_id)
    return {row.id: shown(row, unit.today()) for row in rows}


@use_case(Permission.KEEP_PAIRS, target=owner(Programme, "programme_id"))
async def people(unit: Unit, *, programme_id: int, side: str) -> list[Somebody]:
    """Who is on a side of a programme."""
    rows = await queries.people(unit.session, programme_id)
    return [Somebody(row.id, shown(row, unit.today())) for row in rows if row.side == side]


@use_case(Permission.KEEP_PAIRS, target=owner(Programme, "programme_id"))
async def add(unit: Unit, *, programme_id: int, mentee_id: int, mentor_id: int, kind: str) -> None:
    """Say of two profiles that they are a pair in any case, or never; the last word holds.

    Raises NotAllowed for profiles of another programme, or on other sides.
    """
    programme = await unit.session.get_one(Programme, programme_id)
    sides = ((mentee_id, Side.MENTEE), (mentor_id, Side.MENTOR))
    found = [(await unit.session.get(Profile, one), side) for one, side in sides]
    if kind not in {PIN, BAR} or any(
        one is None or one.programme_id != programme_id or one.side != side for one, side in found
    ):
        raise NotAllowed
    values = {"kind": kind, "created_by": unit.me, "created_at": unit.now}
    statement = upserting(unit.session, MatchRule).values(
        organisation_id=programme.organisation_id,
        programme_id=programme_id,
        mentee_id=mentee_id,
        mentor_id=mentor_id,
        **values,
    )
    await unit.session.execute(
        statement.on_conflict_do_update(index_elements=["mentee_id", "mentor_id"], set_=values)
    )
    audit.record(unit, programme.organisation_id, f"match-{kind}")


@use_case(Permission.KEEP_PAIRS, target=owner(MatchRule, "rule_id"))
async def remove(unit: Unit, *, rule_id: int) -> None:
    """Undo a pin or a bar."""
    rule = await unit.session.get_one(MatchRule, rule_id)
    audit.record(unit, rule.organisation_id, "match-rule-undone")
    await unit.session.execute(delete(MatchRule).where(MatchRule.id == rule_id))


@use_case(Permission.KEEP_PAIRS, target=owner(MatchSuggestion, "suggestion_id"))
async def of_suggestion(unit: Unit, *, suggestion_id: int, kind: str) -> None:
    """Pin the two that are proposed, or never propose them again: then the next mentor comes.

    Raises Refusal when it is decided already, or nobody is proposed.
    """
    made = await unit.session.get(MatchSuggestion, suggestion_id)
    if made is None or made.status != "proposed":
        raise Refusal("match-decided")
    if made.mentor_id is None:
        raise Refusal("match-no-other")
    barred = made.mentor_id
    await add(
        unit,
        programme_id=made.programme_id,
        mentee_id=made.mentee_id,
        mentor_id=barred,
        kind=kind,
    )
    if kind == PIN:
        return
    try:
        await suggesting.another(unit, suggestion_id=suggestion_id)
    except Refusal:
        made.mentor_id, made.score, made.cons = None, 0, []
        made.pros = [{"key": "none-barred", "args": {}}]
    made.others = [one for one in made.others if one[0] != barred]
    await unit.session.flush()
