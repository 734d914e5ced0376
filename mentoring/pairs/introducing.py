"""First contact: the pair is introduced to each other, with something to begin a talk with."""

from typing import Any

from core.clock import local_date
from db.models import Pair, PairRules
from db.queries import drafts as queries
from mentoring.notices import button, notice, plan
from mentoring.pairs import starters
from mentoring.pairs.people import names, other_side
from mentoring.programmes import kinds
from mentoring.roles import Role
from mentoring.unit import Unit


async def introduce(unit: Unit, pair_id: int, *, only: int | None = None) -> None:
    """Tell everybody in a pair that begins who the others are; or `only` somebody who joins."""
    rows = await queries.of_pair(unit.session, pair_id)
    today = local_date(unit.now, unit.timezone)
    planned = []
    for row in rows:
        member = row.PairMember
        if only not in {None, member.person_id}:
            continue
        is_mentor = member.side == Role.MENTOR
        talk = await begin_with(unit, row.Pair, row.form, row.locale or "ru")
        planned.append(
            notice(
                unit,
                unique=f"pair:{pair_id}:{member.person_id}:{unit.now:%Y%m%d%H%M%S}",
                message=f"pair-made-{member.side}",
                person_id=member.person_id,
                args={
                    str(other_side(member.side)): names(rows, other_side(member.side), today),
                    **{f"talk{place}": text for place, text in enumerate(talk, start=1)},
                },
                buttons=[
                    button("pair-record", f"meeting:{pair_id}")
                    if is_mentor
                    else button("pair-meetings", "meetings"),
                    button("pair-contact", f"contact:{pair_id}"),
                ],
            )
        )
    await plan(unit, planned)


async def begin_with(unit: Unit, pair: Pair, form: str | None, language: str) -> list[str]:
    """The school's conversation starters for a form of mentoring, else the shipped ones."""
    own: dict[str, Any] = {}
    rules = await unit.session.get(PairRules, pair.organisation_id)
    if rules is not None:
        own = rules.starters
    if form is None:
        return own.get("") or starters.shipped("", language)
    if own.get(form):
        return list(own[form])
    kind = (await kinds.all_of(unit, pair.organisation_id)).get(form)
    return starters.shipped(kind.like.key if kind else "", language)
