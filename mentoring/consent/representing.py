"""Whoever speaks for a minor: a link of their own for each child, and their consents."""

from collections.abc import Sequence
from datetime import timedelta

from core.errors import NotAllowed, Refusal
from core.tokens import new_token
from db.models import Invite
from db.queries import consents as queries
from db.queries import representation
from mentoring.consent.giving import press
from mentoring.consent.rules import Giver, is_minor
from mentoring.consent.texts import Purpose
from mentoring.roles import Role
from mentoring.unit import Unit

# Parents, or guardians.
MOST = 2
_LINK_DAYS = 30


async def link(unit: Unit, organisation_id: int, child_id: int) -> str:
    """The token of a link for a child's representatives; the one there is while it works.

    Part of what the child or the curator does. Raises Refusal for somebody of age.
    """
    year = await queries.birth_year(unit.session, child_id)
    if not is_minor(year, unit.today()):
        raise Refusal("representative-of-adult")
    present = await representation.child_link(
        unit.session, organisation_id, child_id, unit.now + timedelta(days=1)
    )
    if present is not None:
        return present
    token = new_token()
    unit.session.add(
        Invite(
            organisation_id=organisation_id,
            role=Role.REPRESENTATIVE,
            child_id=child_id,
            token=token,
            uses_left=MOST,
            used=0,
            expires_at=unit.now + timedelta(days=_LINK_DAYS),
            created_by=unit.actor.person_id,
            created_at=unit.now,
        )
    )
    await unit.session.flush()
    return token


async def take(unit: Unit, invite: Invite, person_id: int) -> bool:
    """Let whoever opened the link speak for its child. Whether that is new.

    Raises Refusal for the child's own hand, and when two others speak for the child already.
    """
    child_id = invite.child_id
    if child_id is None or child_id == person_id:
        raise Refusal("representative-oneself")
    before = await representation.speaks_for(unit.session, person_id, child_id)
    year = await queries.birth_year(unit.session, person_id)
    if year is not None and is_minor(year, unit.today()):
        raise Refusal("representative-minor")
    room = await representation.represent(
        unit.session,
        organisation_id=invite.organisation_id,
        representative_id=person_id,
        child_id=child_id,
        most=MOST,
        now=unit.now,
    )
    if not room:
        raise Refusal("representative-enough")
    return not before


async def agree(
    unit: Unit,
    organisation_id: int,
    *,
    representative_id: int,
    child_id: int,
    purposes: Sequence[Purpose],
) -> None:
    """Record a representative's consents. Raises NotAllowed for whoever does not speak for them."""
    if not await representation.speaks_for(unit.session, representative_id, child_id):
        raise NotAllowed
    for purpose in purposes:
        await press(
            unit,
            organisation_id=organisation_id,
            person_id=child_id,
            purpose=purpose,
            giver=Giver.REPRESENTATIVE,
            given_by=representative_id,
        )
