"""Requests: what a mentee needs, said by the mentee or by somebody who knows them."""

from collections.abc import Sequence

from sqlalchemy import update

from core.errors import NotAllowed, Refusal
from db.models import Profile, Request
from mentoring import audit
from mentoring.access import oneself, owner, use_case
from mentoring.bank.editing import tell_changed
from mentoring.bank.indexing import reindex
from mentoring.bank.own import mine
from mentoring.bank.status import Side, Status, Voice
from mentoring.roles import Permission
from mentoring.surveys import taxonomy
from mentoring.unit import Unit

TEXT_LIMIT = 1000


@use_case(Permission.KEEP_BANK, target=owner(Profile, "profile_id"))
async def voice(
    unit: Unit, *, profile_id: int, text: str, topics: Sequence[str] = (), voiced_by: Voice
) -> int:
    """Record what somebody asks for a mentee. Returns its id.

    Raises Refusal for somebody who is only listed: nothing about them is kept before a consent.
    """
    profile = await unit.session.get_one(Profile, profile_id)
    if profile.side != Side.MENTEE or not set(topics) <= set(taxonomy.options("topics")):
        raise NotAllowed
    if profile.status == Status.LISTED:
        raise Refusal("bank-listed-only")
    created = await _add(unit, profile, text, topics, voiced_by)
    audit.record(
        unit, profile.organisation_id, "request-voiced", subject_id=profile.person_id, by=voiced_by
    )
    await tell_changed(unit, profile)
    return created


@use_case(Permission.KEEP_OWN_PROFILE, target=oneself)
async def voice_mine(unit: Unit, *, profile_id: int, text: str, topics: Sequence[str] = ()) -> int:
    """Say what one needs: it takes the place of what one said before. Returns its id."""
    profile = await mine(unit, profile_id)
    if profile.side != Side.MENTEE or not set(topics) <= set(taxonomy.options("topics")):
        raise NotAllowed
    return await replace_own(unit, profile, text, topics)


async def replace_own(unit: Unit, profile: Profile, text: str, topics: Sequence[str]) -> int:
    """Put a mentee's own request in place of their earlier one."""
    await unit.session.execute(
        update(Request)
        .where(
            Request.organisation_id == profile.organisation_id,
            Request.profile_id == profile.id,
            Request.voiced_by == Voice.SELF,
            Request.withdrawn_at.is_(None),
        )
        .values(withdrawn_at=unit.now)
    )
    return await _add(unit, profile, text, topics, Voice.SELF)


@use_case(Permission.KEEP_BANK, target=owner(Request, "request_id"))
async def withdraw(unit: Unit, *, request_id: int) -> None:
    """A request counts no longer; it is kept."""
    request = await unit.session.get_one(Request, request_id)
    if request.withdrawn_at is None:
        request.withdrawn_at = unit.now
        profile = await unit.session.get_one(Profile, request.profile_id)
        await reindex(unit, profile)
        await tell_changed(unit, profile)


async def _add(
    unit: Unit, profile: Profile, text: str, topics: Sequence[str], voiced_by: Voice
) -> int:
    created = Request(
        organisation_id=profile.organisation_id,
        profile_id=profile.id,
        text=text,
        topics=list(topics),
        voiced_by=voiced_by,
        created_by=unit.actor.person_id,
        created_at=unit.now,
    )
    unit.session.add(created)
    await reindex(unit, profile)
    return created.id
