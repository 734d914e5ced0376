"""Drafts of pairs in the curator's hands: proposed, sent out, called off, followed by the next."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from core.errors import Refusal
from db.models import Pair
from db.queries import drafts as queries
from db.queries import pairs as pair_queries
from db.types import AnyRow
from mentoring.access import organisation, owner, use_case
from mentoring.bank import pairing
from mentoring.notices import tell
from mentoring.pairs import inviting
from mentoring.pairs.candidates import Next, following
from mentoring.pairs.moving import begin, locked, move
from mentoring.pairs.pairs import names_of
from mentoring.pairs.people import names
from mentoring.pairs.states import Deed, State
from mentoring.people.naming import shown
from mentoring.roles import Permission, Role
from mentoring.unit import Unit


@dataclass(frozen=True, slots=True)
class Place:
    """One of those asked. `answer` is yes, no or ask; `reason` is for the curator alone."""

    person_id: int
    side: Role
    name: str
    answer: str | None
    reason: str
    # Somebody who has never opened the bot cannot press: the curator writes down what they say.
    reachable: bool


@dataclass(frozen=True, slots=True)
class Draft:
    """A pair on its way to the order."""

    id: int
    status: State
    mentors: str
    mentees: str
    asked_on: date | None
    places: tuple[Place, ...]

    @property
    def waits_for(self) -> tuple[Place, ...]:
        """Who has not said yes."""
        return tuple(place for place in self.places if place.answer != "yes")


def _draft(unit: Unit, rows: Sequence[AnyRow]) -> Draft:
    pair, today = rows[0].Pair, unit.today()
    return Draft(
        id=pair.id,
        status=State(pair.status),
        mentors=names(rows, Role.MENTOR, today),
        mentees=names(rows, Role.MENTEE, today),
        asked_on=pair.asked_on,
        places=tuple(
            Place(
                row.PairMember.person_id,
                Role(row.PairMember.side),
                shown(row, today),
                row.PairMember.answer,
                row.PairMember.reason,
                row.telegram_id is not None,
            )
            for row in rows
        ),
    )


@use_case(Permission.KEEP_PAIRS, target=organisation("organisation_id"))
async def listed(unit: Unit, *, organisation_id: int) -> list[Draft]:
    """All drafts of a school, the oldest first."""
    rows = await queries.of_organisation(unit.session, organisation_id)
    return [_draft(unit, list(group)) for _, group in groupby(rows, key=lambda row: row.Pair.id)]


@use_case(Permission.KEEP_PAIRS, target=owner(Pair, "pair_id"))
async def card(unit: Unit, *, pair_id: int) -> Draft:
    """One draft, or what became of it."""
    return _draft(unit, await queries.of_pair(unit.session, pair_id))


@use_case(Permission.KEEP_PAIRS, target=organisation("organisation_id"))
async def propose(
    unit: Unit,
    *,
    organisation_id: int,
    mentor_id: int,
    mentee_id: int,
    programme_id: int | None = None,
    follows_id: int | None = None,
) -> int:
    """A draft of these two; nobody is told yet. Returns its id.

    Raises Refusal when they are a pair or a draft already.
    """
    mentor, mentee = await names_of(unit, organisation_id, mentor_id, mentee_id)
    sides = [(mentor_id, str(Role.MENTOR)), (mentee_id, str(Role.MENTEE))]
    pair_id = await begin(
        unit,
        Deed.PROPOSE,
        organisation_id=organisation_id,
        sides=sides,
        programme_id=programme_id
        or await pair_queries.programme_of(unit.session, organisation_id, sides),
        follows_id=follows_id,
    )
    if pair_id is None:
        raise Refusal("pair-exists", mentor=mentor, mentee=mentee)
    await pairing.paired(unit, organisation_id, sides)
    return pair_id


@use_case(Permission.KEEP_PAIRS, target=owner(Pair, "pair_id"))
async def ask(unit: Unit, *, pair_id: int) -> None:
    """Send the invitations. Raises Refusal when they are out, or it is no draft any more."""
    pair = await locked(unit, pair_id)
    if pair.status != State.PROPOSED or pair.asked_on is not None:
        raise Refusal("draft-asked-already")
    await inviting.send(unit, pair)


@use_case(Permission.KEEP_PAIRS, target=organisation("organisation_id"))
async def ask_all(unit: Unit, *, organisation_id: int) -> int:
    """Send the invitations of all drafts that have none out. Returns how many drafts."""
    rows = await queries.of_organisation(unit.session, organisation_id)
    waiting = dict.fromkeys(
        row.Pair.id
        for row in rows
        if row.Pair.status == State.PROPOSED and row.Pair.asked_on is None
    )
    for pair_id in waiting:
        await inviting.send(unit, await locked(unit, pair_id))
    return len(waiting)


@use_case(Permission.KEEP_PAIRS, target=owner(Pair, "pair_id"))
async def note_yes(unit: Unit, *, pair_id: int, person_id: int) -> None:
    """Write down a yes said in person or on paper. Raises NotAllowed for somebody else."""
    await inviting.answered(unit, pair_id, person_id, "yes", channel="curator")


@use_case(Permission.KEEP_PAIRS, target=owner(Pair, "pair_id"))
async def cancel(unit: Unit, *, pair_id: int) -> None:
    """Call a draft off; whoever was asked is told that there will be no such pair."""
    await call_off(unit, pair_id, ground="curator")


async def call_off(
    unit: Unit, pair_id: int, *, ground: str, reason: str = "", but: int = 0
) -> None:
    """Cancel a draft and free its people. `but` is who need not be told: they know."""
    rows = await queries.of_pair(unit.session, pair_id)
    pair = await move(unit, pair_id, Deed.CANCEL, ground=ground, reason=reason)
    people = [(row.PairMember.person_id, row.PairMember.side) for row in rows]
    await pairing.parted(unit, pair.organisation_id, people)
    if pair.asked_on is None:
        return
    for row in rows:
        side = row.PairMember.side
        other = Role.MENTEE if side == Role.MENTOR else Role.MENTOR
        if row.PairMember.person_id != but:
            await tell(
                unit,
                row.PairMember.person_id,
                "draft-off",
                unique=f"draft-off:{pair_id}:{row.PairMember.person_id}",
                args={"others": names(rows, other, unit.today())},
            )


@use_case(Permission.KEEP_PAIRS, target=owner(Pair, "pair_id"))
async def next_one(unit: Unit, *, pair_id: int) -> Next | None:
    """The next mentor for the mentee of a pair that came to nothing, or ended."""
    return await following(unit, pair_id)


@use_case(Permission.KEEP_PAIRS, target=owner(Pair, "pair_id"))
async def propose_next(unit: Unit, *, pair_id: int) -> int:
    """Propose the next mentor and send the invitations. Returns the new draft's id.

    Raises Refusal when there is nobody else with room.
    """
    found = await following(unit, pair_id)
    if found is None:
        raise Refusal("draft-no-next")
    pair = await unit.session.get_one(Pair, pair_id)
    made = await propose(
        unit,
        organisation_id=pair.organisation_id,
        mentor_id=found.mentor_id,
        mentee_id=found.mentee_id,
        programme_id=pair.programme_id,
        follows_id=pair_id,
    )
    await inviting.send(unit, await locked(unit, made))
    return made
