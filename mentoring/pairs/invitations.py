"""An invitation in the hands of whoever is invited: yes, no with a reason, a question first."""

from dataclasses import dataclass
from typing import Any

from core.errors import NotAllowed, Refusal
from db.models import Pair
from db.queries import drafts as queries
from db.queries import representation
from mentoring.access import oneself, use_case
from mentoring.consent import questions
from mentoring.consent.rules import is_minor
from mentoring.notices import button
from mentoring.pairs import drafts, inviting
from mentoring.pairs.candidates import following
from mentoring.pairs.people import names, other_side
from mentoring.pairs.states import State
from mentoring.people.naming import shown
from mentoring.roles import Permission, Role
from mentoring.unit import Unit

REASON_LIMIT = 300


@dataclass(frozen=True, slots=True)
class Invitation:
    """A draft as one of its members sees it; `known` are arguments of the message."""

    pair_id: int
    # What the reader would be.
    side: Role
    others: str
    answer: str | None
    known: dict[str, Any]


@use_case(Permission.TAKE_PART, target=oneself)
async def waiting(unit: Unit) -> list[int]:
    """The drafts that wait for the actor's word, the oldest first."""
    rows = await queries.invited(unit.session, unit.me)
    return list(dict.fromkeys(row.Pair.id for row in rows))


@use_case(Permission.TAKE_PART, target=oneself)
async def card(unit: Unit, *, pair_id: int) -> Invitation:
    """One invitation. Raises NotAllowed for somebody else's, Refusal when it is over."""
    rows = await queries.of_pair(unit.session, pair_id)
    mine = next((row for row in rows if row.PairMember.person_id == unit.me), None)
    if mine is None:
        raise NotAllowed
    if mine.Pair.status != State.PROPOSED or mine.Pair.asked_on is None:
        raise Refusal("invited-over")
    side = mine.PairMember.side
    return Invitation(
        pair_id=pair_id,
        side=Role(side),
        others=names(rows, other_side(side), unit.today()),
        answer=mine.PairMember.answer,
        known=await inviting.known(unit, rows, mine),
    )


@use_case(Permission.TAKE_PART, target=oneself)
async def agree(unit: Unit, *, pair_id: int) -> bool:
    """Say yes. Whether everybody has now."""
    return await inviting.answered(unit, pair_id, unit.me, "yes")


@use_case(Permission.TAKE_PART, target=oneself)
async def refuse(unit: Unit, *, pair_id: int, reason: str) -> None:
    """Say no: the draft is over, the reason goes to the curators alone, with the next mentor."""
    await inviting.answered(unit, pair_id, unit.me, "no", reason=reason)
    rows = await queries.of_pair(unit.session, pair_id)
    today, pair = unit.today(), rows[0].Pair
    who = next(row for row in rows if row.PairMember.person_id == unit.me)
    side = who.PairMember.side
    args = {
        "who": shown(who, today),
        "others": names(rows, other_side(side), today),
        "reason": reason,
    }
    await drafts.call_off(unit, pair_id, ground="refused", reason=reason, but=unit.me)
    await propose_another(unit, pair, "draft-refused", args)


async def propose_another(
    unit: Unit, pair: Pair, message: str, args: dict[str, Any], *, unique: str = ""
) -> None:
    """Tell the curators that a pair came to nothing, with the next mentor in one tap."""
    found = await following(unit, pair.id)
    buttons = [button("drafts-open", "drafts")]
    if found is not None:
        buttons.insert(0, button("draft-next", f"next-pair:{pair.id}", mentor=found.mentor))
    await inviting.tell_curators(
        unit,
        pair.organisation_id,
        message,
        unique=unique or f"{message}:{pair.id}",
        args={
            **args,
            "next": found.mentor if found else "",
            "score": found.score if found else 0,
        },
        buttons=buttons,
    )


@use_case(Permission.TAKE_PART, target=oneself)
async def clarify(unit: Unit, *, pair_id: int, text: str) -> None:
    """Ask the curator something first; the answer comes back into the chat."""
    await inviting.answered(unit, pair_id, unit.me, "ask", reason=text)
    pair = await unit.session.get_one(Pair, pair_id)
    await questions.ask(unit, pair.organisation_id, text)


@use_case(Permission.SPEAK_FOR, target=oneself)
async def object_to(unit: Unit, *, pair_id: int, text: str) -> None:
    """A representative objects to a partner of the child; the curators decide.

    Raises NotAllowed for somebody who speaks for nobody in the pair.
    """
    rows = await queries.of_pair(unit.session, pair_id)
    for row in rows:
        child = row.PairMember.person_id
        if is_minor(row.birth_year, unit.today()) and await representation.speaks_for(
            unit.session, unit.me, child
        ):
            await questions.ask(unit, row.Pair.organisation_id, text)
            return
    raise NotAllowed
