"""A person's own switches: which kinds of notices about roadmaps they do without."""

from core.errors import NotAllowed
from db.queries import notices as queries
from mentoring.access import oneself, use_case
from mentoring.roadmaps.rules import ALWAYS, Alert
from mentoring.roles import Permission
from mentoring.unit import Unit


@use_case(Permission.CHOOSE_NOTICES, target=oneself)
async def present(unit: Unit) -> dict[Alert, bool]:
    """Each kind that can be switched, and whether it is on."""
    off = await queries.muted_by(unit.session, unit.me)
    return {alert: alert not in off for alert in Alert if alert not in ALWAYS}


@use_case(Permission.CHOOSE_NOTICES, target=oneself)
async def switch(unit: Unit, *, kind: Alert, on: bool) -> None:
    """Switch a kind on or off. Raises NotAllowed for what nobody can do without."""
    if kind in ALWAYS:
        raise NotAllowed
    if on:
        await queries.unmute(unit.session, unit.me, kind)
    else:
        await queries.mute(unit.session, unit.me, kind)
