"""Another partner: the pair ends, the mentee gets the next mentor; a mentor's relief of it all."""

from core.errors import Refusal
from db.models import Pair
from db.queries import applications
from db.queries import drafts as draft_queries
from db.queries import pairs as queries
from mentoring.access import owner, use_case
from mentoring.bank import entering
from mentoring.bank.status import Status
from mentoring.pairs import drafts, groups, inviting, life, orders
from mentoring.pairs.candidates import following
from mentoring.pairs.invitations import propose_another
from mentoring.pairs.moving import locked
from mentoring.pairs.people import names
from mentoring.pairs.states import Deed
from mentoring.roles import Permission, Role
from mentoring.unit import Unit

GROUND = "replacement"


@use_case(Permission.KEEP_PAIRS, target=owner(Pair, "pair_id"))
async def by_curator(unit: Unit, *, pair_id: int, reason: str = "") -> int | None:
    """The curator replaces the mentor of a pair. The new draft's id; None: nobody is next."""
    return await replace(unit, pair_id, reason=reason)


async def replace(
    unit: Unit, pair_id: int, *, asked_by: int | None = None, reason: str = ""
) -> int | None:
    """End a pair for another one, or take whoever asked out of a group.

    The mentee's next mentor is asked at once; where there is none, the curators are told. Nobody
    of the pair learns who asked. Raises Refusal for a group whose only mentor is to go.
    """
    present = await queries.members(unit.session, pair_id)
    mentees = [one.person_id for one in present if one.side == Role.MENTEE]
    asker = next((one for one in present if one.person_id == asked_by), None)
    if len(present) == 2:
        found = await following(unit, pair_id)
        await life.finish(unit, pair_id, Deed.END, ground=GROUND, reason=reason)
        return await _go_on(unit, pair_id, mentees[0], found is not None)
    if asker is None or (asker.side == Role.MENTOR and len(present) - len(mentees) == 1):
        raise Refusal("replace-group")
    await groups.let_go(unit, pair_id, asker.person_id, ground=GROUND)
    if asker.side == Role.MENTEE:
        return await _go_on(unit, pair_id, asker.person_id, True)
    return None


async def _go_on(unit: Unit, pair_id: int, mentee_id: int, has_next: bool) -> int | None:
    """The next draft for a mentee out of this pair."""
    pair = await unit.session.get_one(Pair, pair_id)
    found = await following(unit, pair_id, mentee_id) if has_next else None
    if found is None:
        rows = await draft_queries.of_pair(unit.session, pair_id)
        args = {"mentees": names(rows, Role.MENTEE, unit.today())}
        await inviting.tell_curators(
            unit,
            pair.organisation_id,
            "replace-nobody",
            unique=f"replace-nobody:{pair_id}:{unit.now:%Y%m%d%H%M}",
            args=args,
        )
        return None
    made = await drafts.propose(
        unit,
        organisation_id=pair.organisation_id,
        mentor_id=found.mentor_id,
        mentee_id=mentee_id,
        programme_id=pair.programme_id,
        follows_id=pair_id,
    )
    await inviting.send(unit, await locked(unit, made))
    return made


async def relieve(unit: Unit, organisation_id: int, mentor_id: int) -> None:
    """A mentor leaves all groups, pairs and drafts of a school; each mentee's next is proposed."""
    ended = []
    for row in await applications.pairs_of(unit.session, mentor_id, Role.MENTOR):
        pair = row.Pair
        if pair.organisation_id != organisation_id:
            continue
        present = await queries.members(unit.session, pair.id)
        if sum(1 for one in present if one.side == Role.MENTOR) > 1:
            await groups.let_go(unit, pair.id, mentor_id, ground="relief")
            continue
        rows = await draft_queries.of_pair(unit.session, pair.id)
        args = {"mentees": names(rows, Role.MENTEE, unit.today())}
        await life.finish(unit, pair.id, Deed.END, ground="relief")
        await propose_another(unit, pair, "draft-relieved", args)
        ended.append((pair.id, {"ground": "relief"}))
    for pair_id in await draft_queries.with_mentor(unit.session, organisation_id, mentor_id):
        rows = await draft_queries.of_pair(unit.session, pair_id)
        args = {"mentees": names(rows, Role.MENTEE, unit.today())}
        await drafts.call_off(unit, pair_id, ground="relief")
        await propose_another(unit, rows[0].Pair, "draft-relieved", args)
    profiles = await draft_queries.profiles_of(
        unit.session, organisation_id, mentor_id, Role.MENTOR
    )
    if profiles:
        await entering.move(unit, profiles, Status.LEFT)
    if ended:
        await orders.draft(unit, organisation_id, orders.OrderKind.RELIEF, ended)
