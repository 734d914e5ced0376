"""What the people of a pair ask for: a longer term, another partner, relief, a helper, an award.

What concerns the others needs their consent; what is asked against somebody goes to the curators
and the head alone.
"""

from datetime import date
from enum import StrEnum

from core.errors import NotAllowed, Refusal
from db.models import ApplicationAnswer, Pair, PairApplication, PairMember
from db.queries import applications as queries
from db.queries import drafts as draft_queries
from db.queries import pairs as pair_queries
from db.queries.telling import HOLDERS, plan_for
from mentoring.access import oneself, owner, use_case
from mentoring.letters import day
from mentoring.notices import button, notice, tell
from mentoring.pairs import groups, orders
from mentoring.pairs.moving import locked, note
from mentoring.pairs.people import names
from mentoring.pairs.states import RUNNING
from mentoring.people.naming import shown
from mentoring.roles import Permission, Role
from mentoring.unit import Unit

REASON_LIMIT = 600
OPEN, GRANTED, DECLINED = "open", "granted", "declined"
# A term may be moved so far at once.
_LONGEST_DAYS = 366


class Kind(StrEnum):
    EXTENSION = "extension"
    REPLACEMENT = "replacement"
    RELIEF = "relief"
    HELPER = "helper"
    AWARD = "award"


async def mine(unit: Unit, pair_id: int) -> tuple[Pair, PairMember]:
    """A running pair the actor takes part in. Raises NotAllowed, Refusal when it is over."""
    pair = await locked(unit, pair_id)
    member = await unit.session.get(PairMember, (pair_id, unit.me))
    if member is None or member.left_on is not None:
        raise NotAllowed
    sides = [(unit.me, member.side)]
    if not await pair_queries.seated(unit.session, pair.organisation_id, sides):
        raise NotAllowed
    if pair.status not in RUNNING:
        raise Refusal("pair-not-now", status=pair.status)
    return pair, member


async def _file(
    unit: Unit,
    kind: Kind,
    organisation_id: int,
    pair_id: int | None,
    *,
    reason: str = "",
    until: date | None = None,
    subject_id: int | None = None,
) -> PairApplication:
    if await queries.is_open(unit.session, organisation_id, kind, unit.me, pair_id):
        raise Refusal("application-open")
    made = PairApplication(
        organisation_id=organisation_id,
        pair_id=pair_id,
        kind=kind,
        status=OPEN,
        asked_by=unit.me,
        subject_id=subject_id,
        until=until,
        reason=reason,
        created_at=unit.now,
    )
    unit.session.add(made)
    await unit.session.flush()
    return made


async def _to_the_office(unit: Unit, made: PairApplication, *, roles: tuple[Role, ...]) -> None:
    """The curators (and the head) get it with a button; nobody of the pair is told."""
    row = notice(
        unit,
        unique=f"application:{made.id}",
        message=f"application-{made.kind}",
        args={"who": shown(unit.actor, unit.today()), "reason": made.reason},
        buttons=[button("application-look", f"application:{made.id}")],
    )
    await plan_for(
        unit.session,
        row,
        HOLDERS,
        organisation=made.organisation_id,
        roles=[str(role) for role in roles],
    )
    unit.wakes.add("sender")


@use_case(Permission.TAKE_PART, target=oneself)
async def ask_replacement(unit: Unit, *, pair_id: int, reason: str) -> None:
    """Ask for another partner. The partner is not told, neither now nor who asked."""
    pair, _member = await mine(unit, pair_id)
    made = await _file(unit, Kind.REPLACEMENT, pair.organisation_id, pair_id, reason=reason)
    await _to_the_office(unit, made, roles=(Role.CURATOR, Role.HEAD))


@use_case(Permission.LOG_MEETING, target=oneself)
async def ask_relief(unit: Unit, *, pair_id: int, reason: str) -> None:
    """A mentor asks to be relieved of all mentoring in the school of one of their pairs."""
    pair, member = await mine(unit, pair_id)
    if member.side != Role.MENTOR:
        raise NotAllowed
    made = await _file(unit, Kind.RELIEF, pair.organisation_id, None, reason=reason)
    await _to_the_office(unit, made, roles=(Role.CURATOR, Role.HEAD))


@use_case(Permission.TAKE_PART, target=oneself)
async def propose_award(unit: Unit, *, pair_id: int, reason: str) -> None:
    """Propose the mentor who answers for the pair for an award; the office decides."""
    pair, member = await mine(unit, pair_id)
    present = await pair_queries.members(unit.session, pair_id)
    mentor = next(one for one in present if one.is_primary)
    if mentor.person_id == member.person_id:
        raise Refusal("award-oneself")
    made = await _file(
        unit,
        Kind.AWARD,
        pair.organisation_id,
        pair_id,
        reason=reason,
        subject_id=mentor.person_id,
    )
    await _to_the_office(unit, made, roles=(Role.CURATOR, Role.HEAD))


@use_case(Permission.TAKE_PART, target=oneself)
async def ask_extension(unit: Unit, *, pair_id: int, until: date) -> None:
    """Propose a longer term; it holds once everybody in the pair agrees.

    Raises Refusal for a day that is no extension.
    """
    pair, _member = await mine(unit, pair_id)
    await _extend(unit, pair, until)


@use_case(Permission.KEEP_PAIRS, target=owner(Pair, "pair_id"))
async def propose_extension(unit: Unit, *, pair_id: int, until: date) -> None:
    """The curator proposes a longer term to everybody in the pair."""
    await _extend(unit, await locked(unit, pair_id), until)


async def _extend(unit: Unit, pair: Pair, until: date) -> None:
    if pair.status not in RUNNING:
        raise Refusal("pair-not-now", status=pair.status)
    rows = await draft_queries.of_pair(unit.session, pair.id)
    ends = pair.ends_on or rows[0].season_ends_on or unit.today()
    if until <= max(ends, unit.today()) or (until - ends).days > _LONGEST_DAYS:
        raise Refusal("extension-day", day=ends)
    made = await _file(unit, Kind.EXTENSION, pair.organisation_id, pair.id, until=until)
    asked = [row for row in rows if row.PairMember.person_id != unit.me]
    await _ask(unit, made, [row.PairMember.person_id for row in asked], until=day(until))
    if len(asked) < len(rows):
        unit.session.add(
            ApplicationAnswer(
                application_id=made.id, person_id=unit.me, answer="yes", answered_at=unit.now
            )
        )


async def _ask(unit: Unit, made: PairApplication, people: list[int], **args: object) -> None:
    for person_id in people:
        unit.session.add(ApplicationAnswer(application_id=made.id, person_id=person_id))
        await tell(
            unit,
            person_id,
            f"consent-{made.kind}",
            unique=f"consent:{made.id}:{person_id}",
            args={"who": shown(unit.actor, unit.today()), **args},
            buttons=[
                button("pair-invite-yes", f"consented:{made.id}:yes"),
                button("pair-invite-no", f"consented:{made.id}:no"),
            ],
        )
    await unit.session.flush()


@use_case(Permission.LOG_MEETING, target=oneself)
async def colleagues(unit: Unit, *, pair_id: int) -> list[tuple[int, str]]:
    """The other mentors of the school, whom a mentor may invite to help: id, name."""
    pair, member = await mine(unit, pair_id)
    if member.side != Role.MENTOR:
        raise NotAllowed
    inside = {one.person_id for one in await pair_queries.members(unit.session, pair_id)}
    rows = await pair_queries.candidates(unit.session, pair.organisation_id, Role.MENTOR)
    return [(row.id, shown(row, unit.today())) for row in rows if row.id not in inside]


@use_case(Permission.LOG_MEETING, target=oneself)
async def invite_helper(unit: Unit, *, pair_id: int, person_id: int) -> None:
    """Invite a colleague to help; with their consent they join as one more mentor."""
    if person_id not in {one for one, _name in await colleagues(unit, pair_id=pair_id)}:
        raise NotAllowed
    pair, _member = await mine(unit, pair_id)
    made = await _file(unit, Kind.HELPER, pair.organisation_id, pair_id, subject_id=person_id)
    rows = await draft_queries.of_pair(unit.session, pair_id)
    await _ask(unit, made, [person_id], mentees=names(rows, Role.MENTEE, unit.today()))


@use_case(Permission.TAKE_PART, target=oneself)
async def consent(unit: Unit, *, application_id: int, agrees: bool) -> bool:
    """Answer what needs one's consent. Whether it holds now.

    Raises NotAllowed for somebody who was not asked, Refusal when it is decided.
    """
    said = await unit.session.get(ApplicationAnswer, (application_id, unit.me))
    if said is None:
        raise NotAllowed
    made = await unit.session.get_one(PairApplication, application_id)
    pair = await locked(unit, made.pair_id or 0)
    await unit.session.refresh(made)
    if made.status != OPEN:
        raise Refusal("application-over")
    said.answer, said.answered_at = ("yes" if agrees else "no"), unit.now
    await unit.session.flush()
    if not agrees:
        await decide(unit, made, DECLINED)
        await _tell_asker(unit, made, "no")
        return False
    if any(one.answer != "yes" for one in await queries.answers(unit.session, application_id)):
        return False
    await decide(unit, made, GRANTED)
    await _hold(unit, made, pair)
    await _tell_asker(unit, made, "yes")
    return True


async def _hold(unit: Unit, made: PairApplication, pair: Pair) -> None:
    """What everybody agreed to is done."""
    if made.kind == Kind.HELPER:
        await groups.add(unit, pair.id, made.subject_id or 0, Role.MENTOR)
        return
    if pair.status not in RUNNING or made.until is None:
        raise Refusal("pair-not-now", status=pair.status)
    pair.ends_on = made.until
    note(unit, pair, "extend", before=pair.status, until=made.until)
    await orders.draft(
        unit,
        pair.organisation_id,
        orders.OrderKind.EXTENSION,
        [(pair.id, {"until": day(made.until)})],
    )


async def _tell_asker(unit: Unit, made: PairApplication, answer: str) -> None:
    await tell(
        unit,
        made.asked_by,
        f"consented-{made.kind}",
        unique=f"consented:{made.id}",
        args={"answer": answer},
    )


async def decide(unit: Unit, made: PairApplication, status: str) -> None:
    """Close an application, for a use case that has checked the right. Raises Refusal when it is
    closed already."""
    if made.status != OPEN:
        raise Refusal("application-over")
    made.status, made.decided_by, made.decided_at = status, unit.me, unit.now
    await unit.session.flush()
