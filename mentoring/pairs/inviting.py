"""Invitations into a pair: what each side may know of the other, and what they answer."""

from collections.abc import Sequence
from typing import Any

from core.errors import NotAllowed, Refusal
from db.models import Pair, PairMember, Profile
from db.queries import drafts as queries
from db.queries import pairs as pair_queries
from db.queries import representation
from db.queries.telling import HOLDERS, plan_for
from db.types import AnyRow
from mentoring.consent.rules import is_minor
from mentoring.letters import day
from mentoring.notices import button, notice, plan, tell
from mentoring.pairs.moving import locked, move, note
from mentoring.pairs.people import names, other_side
from mentoring.pairs.states import Deed, State
from mentoring.people.naming import shown
from mentoring.programmes import kinds
from mentoring.roles import Role
from mentoring.surveys import taxonomy
from mentoring.unit import Unit

# What is told of a mentor and of a mentee, by lists of the taxonomy. Never what a request says in
# words, nor anybody's conditions.
_OF_MENTOR = ("topics", "interests", "times")
_OF_MENTEE = ("interests", "times")
_FIELDS = {"times": "free_time"}


async def send(unit: Unit, pair: Pair, *, only: int | None = None) -> None:
    """Ask everybody in a draft who has not said yes, or `only` a newcomer, and tell those who
    speak for minors."""
    pair.asked_on = unit.today()
    note(unit, pair, "ask", before=pair.status)
    rows = await queries.of_pair(unit.session, pair.id)
    for row in rows:
        if row.PairMember.answer != "yes" and only in {None, row.PairMember.person_id}:
            row.PairMember.answer = None
            await _invite(unit, rows, row)
    await unit.session.flush()


async def _invite(unit: Unit, rows: Sequence[AnyRow], row: AnyRow) -> None:
    pair, member = row.Pair, row.PairMember
    head = f"{pair.id}:{member.person_id}:{unit.now:%Y%m%d%H%M%S}"
    args = {
        "others": names(rows, other_side(member.side), unit.today()),
        **await known(unit, rows, row),
    }
    await tell(
        unit,
        member.person_id,
        f"pair-invite-{member.side}",
        unique=f"invite:{head}",
        args=args,
        buttons=[
            button(f"pair-invite-{answer}", f"invited:{pair.id}:{answer}")
            for answer in ("yes", "no", "ask")
        ],
    )
    if is_minor(row.birth_year, unit.today()):
        await _tell_parents(unit, rows, row, head)


async def _tell_parents(unit: Unit, rows: Sequence[AnyRow], row: AnyRow, head: str) -> None:
    """Those who speak for a minor learn of the partner first, and may object."""
    told = await representation.representatives(unit.session, row.PairMember.person_id)
    side = other_side(row.PairMember.side)
    notices = [
        notice(
            unit,
            unique=f"invite-parent:{head}:{one.id}",
            message="pair-invite-parent",
            person_id=one.id,
            args={
                "child": shown(row, unit.today()),
                "others": names(rows, side, unit.today()),
                "side": str(side),
            },
            buttons=[button("pair-invite-object", f"object:{row.Pair.id}")],
        )
        for one in told
    ]
    await plan(unit, notices)


async def known(unit: Unit, rows: Sequence[AnyRow], reader: AnyRow) -> dict[str, Any]:
    """What a member may know of the draft, as arguments of a message in their language."""
    first = rows[0]
    found: dict[str, Any] = {"form": "", "until": "", "about": "", "has_about": "no"}
    found["has_form"] = "no" if first.form is None else "yes"
    if first.form is not None:
        kind = (await kinds.all_of(unit, first.Pair.organisation_id)).get(first.form)
        found["form"] = kind.title_in(reader.locale or "ru") if kind else first.form
        found["until"] = day(first.Pair.ends_on or first.season_ends_on)
        side = other_side(reader.PairMember.side)
        others = [row for row in rows if row.PairMember.side == side]
        about = [await _about(unit, row, reader.locale or "ru") for row in others]
        found["about"] = "; ".join(filter(None, about))
        found["has_about"] = "yes" if found["about"] else "no"
    return found


async def _about(unit: Unit, row: AnyRow, language: str) -> str:
    """In a line, what helps to decide: topics, interests, free time, a post or a class."""
    member = row.PairMember
    profile = await queries.profile(
        unit.session, row.Pair.programme_id, member.person_id, member.side
    )
    if profile is None:
        return ""
    is_mentor = member.side == Role.MENTOR
    parts = [profile.post or profile.workplace if is_mentor else profile.class_name]
    if not is_mentor:
        wanted = await queries.topics(unit.session, profile.id)
        parts.append(_words("topics", wanted, language))
    for name in _OF_MENTOR if is_mentor else _OF_MENTEE:
        parts.append(_words(name, _keys(profile, name), language))
    return "; ".join(filter(None, parts))


def _keys(profile: Profile, name: str) -> Sequence[str]:
    field = _FIELDS.get(name, name)
    found: Sequence[str] = getattr(profile, field, None) or profile.traits.get(field, ())
    return found


def _words(name: str, keys: Sequence[str], language: str) -> str:
    found = (taxonomy.words(name, key) for key in keys)
    return ", ".join(one.to(language) for one in found if one is not None)


async def answered(
    unit: Unit,
    pair_id: int,
    person_id: int,
    answer: str,
    *,
    reason: str = "",
    channel: str = "chat",
) -> bool:
    """Keep what one of those asked says. Whether now everybody has said yes.

    Raises NotAllowed for somebody who is not in it, Refusal when it is no longer asked.
    """
    pair = await locked(unit, pair_id)
    member = await unit.session.get(PairMember, (pair_id, person_id), populate_existing=True)
    if member is None or member.left_on is not None:
        raise NotAllowed
    sides = [(person_id, member.side)]
    if not await pair_queries.seated(unit.session, pair.organisation_id, sides):
        raise NotAllowed
    if pair.status != State.PROPOSED or pair.asked_on is None:
        raise Refusal("invited-over")
    member.answer, member.reason, member.answered_at = answer, reason, unit.now
    note(unit, pair, "answer", before=pair.status, member_id=person_id, said=answer, by=channel)
    await unit.session.flush()
    return await check_all(unit, pair_id)


async def check_all(unit: Unit, pair_id: int) -> bool:
    """A draft is agreed once everybody in it has said yes. Whether it is now."""
    rows = await queries.of_pair(unit.session, pair_id)
    if any(row.PairMember.answer != "yes" for row in rows):
        return False
    await move(unit, pair_id, Deed.AGREE)
    return True


async def tell_curators(
    unit: Unit, organisation_id: int, message: str, *, unique: str, **more: Any
) -> None:
    """One message for each curator of a school (see `mentoring.notices.notice` for `more`)."""
    row = notice(unit, unique=unique, message=message, **more)
    await plan_for(
        unit.session, row, HOLDERS, organisation=organisation_id, roles=[str(Role.CURATOR)]
    )
    unit.wakes.add("sender")
