"""The graceful end: the final meeting, reports, exit forms, thanks, the mentor's certificate."""

from dataclasses import dataclass

from sqlalchemy import func, select

from db.models import Meeting, Pair
from db.queries import drafts as queries
from db.queries.telling import PAIR_SIDE, plan_for
from mentoring.access import owner, use_case
from mentoring.notices import button, notice
from mentoring.pairs import life, reports
from mentoring.pairs.people import names, other_side
from mentoring.pairs.states import Deed
from mentoring.roles import Permission, Role
from mentoring.surveys import occasions
from mentoring.unit import Unit

_HELD = Meeting.status == "held"


@dataclass(frozen=True, slots=True)
class Summing:
    """What a pair has to show before it is completed."""

    meetings: int
    minutes: int
    has_final: bool
    # Whether there is an exit form to be put to its people.
    asks: bool


async def summed(unit: Unit, pair: Pair) -> Summing:
    query = select(
        func.count(Meeting.id),
        func.coalesce(func.sum(Meeting.minutes), 0),
        func.count(Meeting.id).filter(Meeting.kind == "final"),
    ).where(Meeting.pair_id == pair.id, _HELD)
    meetings, minutes, final = (await unit.session.execute(query)).one()
    return Summing(meetings, int(minutes), final > 0, pair.programme_id is not None)


@use_case(Permission.KEEP_PAIRS, target=owner(Pair, "pair_id"))
async def look(unit: Unit, *, pair_id: int) -> Summing:
    """How far a pair has come, for the question whether to complete it."""
    return await summed(unit, await unit.session.get_one(Pair, pair_id))


@use_case(Permission.KEEP_PAIRS, target=owner(Pair, "pair_id"))
async def complete(unit: Unit, *, pair_id: int) -> None:
    """The work is done: thanks to everybody, both sides' reports, exit forms, papers in one tap.

    Raises Refusal when the pair does not run.
    """
    rows = await queries.of_pair(unit.session, pair_id)
    pair = await life.finish(unit, pair_id, Deed.COMPLETE, message=None)
    found = await summed(unit, pair)
    for side in (Role.MENTOR, Role.MENTEE):
        buttons = [button("pair-journal", f"journal:{pair_id}")]
        if side == Role.MENTOR:
            buttons.insert(0, button("pair-certificate", f"certificate:{pair_id}"))
        row = notice(
            unit,
            unique=f"pair-completed:{pair_id}:{unit.now:%Y%m%d%H%M}",
            message=f"pair-completed-{side}",
            args={
                "others": names(rows, other_side(side), unit.today()),
                "meetings": found.meetings,
                "hours": round(found.minutes / 60, 1),
            },
            buttons=buttons,
        )
        await plan_for(unit.session, row, PAIR_SIDE, pair=pair_id, side=str(side))
    await occasions.ask(unit, pair.organisation_id, reports.key_of(pair_id))
    if pair.programme_id is not None:
        of_pair = {row.PairMember.person_id for row in rows}
        await occasions.ask(unit, pair.organisation_id, f"exit:{pair.programme_id}", only=of_pair)
