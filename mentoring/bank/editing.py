"""Profiles are changed by their owners, and by the curator, which the owner is told."""

from db.models import Profile
from mentoring import audit
from mentoring.access import oneself, owner, use_case
from mentoring.bank import fields
from mentoring.bank.entering import move
from mentoring.bank.indexing import reindex
from mentoring.bank.own import mine
from mentoring.bank.status import Status
from mentoring.notices import button, tell
from mentoring.roles import Permission
from mentoring.unit import Unit


@use_case(Permission.KEEP_BANK, target=owner(Profile, "profile_id"))
async def change(unit: Unit, *, profile_id: int, key: str, value: fields.Value) -> None:
    """Set a field for somebody. Raises NotAllowed for another side's field, Refusal for a value
    that it cannot hold."""
    profile = await unit.session.get_one(Profile, profile_id)
    if not fields.put(profile, key, value):
        return
    await reindex(unit, profile)
    audit.record(
        unit, profile.organisation_id, "profile-changed", subject_id=profile.person_id, field=key
    )
    await tell_changed(unit, profile)


@use_case(Permission.KEEP_OWN_PROFILE, target=oneself)
async def change_mine(unit: Unit, *, profile_id: int, key: str, value: fields.Value) -> None:
    """Set a field of one's own. What was changed has been looked at: the year begins anew."""
    profile = await mine(unit, profile_id)
    if fields.put(profile, key, value):
        profile.checked_at = unit.now
        await reindex(unit, profile)


@use_case(Permission.KEEP_BANK, target=owner(Profile, "profile_id"))
async def accept(unit: Unit, *, profile_id: int) -> None:
    """Whoever came by a link is one of ours; a second press changes nothing."""
    profile = await unit.session.get_one(Profile, profile_id)
    if profile.accepted_at is None and profile.status not in (Status.LISTED, Status.LEFT):
        profile.accepted_at = unit.now


@use_case(Permission.KEEP_BANK, target=owner(Profile, "profile_id"))
async def pause(unit: Unit, *, profile_id: int) -> None:
    """No pair is looked for until `resume`."""
    await move(unit, [profile_id], Status.PAUSED)


@use_case(Permission.KEEP_BANK, target=owner(Profile, "profile_id"))
async def resume(unit: Unit, *, profile_id: int) -> None:
    """A pair is looked for again."""
    profile = await unit.session.get_one(Profile, profile_id)
    if profile.status in (Status.PAUSED, Status.LEFT):
        await move(unit, [profile_id], Status.WAITING)


async def tell_changed(unit: Unit, profile: Profile) -> None:
    """The owner hears of it once a day at most, however much the curator changes."""
    if profile.person_id == unit.actor.person_id or profile.status == Status.LISTED:
        return
    await tell(
        unit,
        profile.person_id,
        "bank-changed-notice",
        unique=f"profile-changed:{profile.id}:{unit.today().isoformat()}",
        buttons=[button("bank-changed-look", "my-profile")],
    )
