"""One's own profiles: seen, said to be all right."""

from sqlalchemy import select

from core.errors import NotAllowed
from db.models import Profile
from mentoring.access import oneself, use_case
from mentoring.bank.cards import Card, card_of
from mentoring.bank.status import Status
from mentoring.roles import Permission
from mentoring.unit import Unit


async def mine(unit: Unit, profile_id: int) -> Profile:
    """A profile of the actor. Raises NotAllowed for anybody else's."""
    profile = await unit.session.scalar(
        select(Profile).where(Profile.id == profile_id, Profile.person_id == unit.me)
    )
    if profile is None:
        raise NotAllowed
    return profile


@use_case(Permission.KEEP_OWN_PROFILE, target=oneself)
async def profiles(unit: Unit) -> list[Card]:
    """The actor's profiles in programmes that they have not left, the newest first."""
    rows = await unit.session.scalars(
        select(Profile)
        .where(Profile.person_id == unit.me, Profile.status != Status.LEFT)
        .order_by(Profile.id.desc())
    )
    return [await card_of(unit, profile) for profile in rows.all()]


@use_case(Permission.KEEP_OWN_PROFILE, target=oneself)
async def confirm(unit: Unit, *, profile_id: int) -> None:
    """Everything is as it was: the profile is good for another year."""
    profile = await mine(unit, profile_id)
    profile.checked_at = unit.now
