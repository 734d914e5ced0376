"""What organisations have settled about alerts: their own rules, else those above, else ours."""

from collections.abc import Collection

from core.errors import Refusal
from db.queries import alerting as queries
from mentoring.access import organisation, use_case
from mentoring.roadmaps.audience import policy_in
from mentoring.roadmaps.rules import DEFAULT, Policy
from mentoring.roles import Permission
from mentoring.unit import Unit

# What can be chosen, in days and working days.
NOTICE_DAYS = range(1, 31)
WORKING_DAYS = range(1, 31)


async def policies_of(unit: Unit, organisations: Collection[int]) -> dict[int, Policy]:
    """The rules each of the organisations goes by."""
    rows = await queries.rules(unit.session, organisations)
    found = {row.organisation_id: policy_in(row) for row in rows}
    return {place: found.get(place, DEFAULT) for place in organisations}


async def policy_of(unit: Unit, organisation_id: int) -> Policy:
    return (await policies_of(unit, [organisation_id]))[organisation_id]


@use_case(Permission.KEEP_ROADMAP, target=organisation("organisation_id"))
async def present(unit: Unit, *, organisation_id: int) -> Policy:
    """The rules in force there."""
    return await policy_of(unit, organisation_id)


@use_case(Permission.KEEP_ROADMAP, target=organisation("organisation_id"))
async def settle(unit: Unit, *, organisation_id: int, policy: Policy) -> None:
    """Set an organisation's own rules; those below without any go by them too.

    Raises Refusal for days that make no sense.
    """
    working = (policy.escalation_days, policy.acceptance_days)
    if policy.notice_days not in NOTICE_DAYS or any(one not in WORKING_DAYS for one in working):
        raise Refusal("alerts-days-range", most=NOTICE_DAYS.stop - 1)
    await queries.set_rules(
        unit.session,
        {
            "organisation_id": organisation_id,
            "notice_days": policy.notice_days,
            "escalation_days": policy.escalation_days,
            "acceptance_days": policy.acceptance_days,
            "six_day_week": policy.six_day_week,
            "set_by": unit.me,
            "set_at": unit.now,
        },
    )
