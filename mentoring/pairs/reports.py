"""Both sides' own reports on the work of a pair: asked for when it is completed, read by the
curator alone."""

from dataclasses import dataclass
from datetime import date

from core.clock import local_date
from core.errors import NotAllowed, Refusal
from db.models import Pair, Response
from db.queries import responses
from mentoring import audit
from mentoring.access import owner, use_case
from mentoring.roles import Permission, Role
from mentoring.surveys import occasions
from mentoring.surveys.sittings import Sitting, sitting_of
from mentoring.unit import Unit


def key_of(pair_id: int) -> str:
    """The occasion of a pair's reports."""
    return f"{occasions.REPORT}:{pair_id}"


@dataclass(frozen=True, slots=True)
class Report:
    """One person's report; without `sent_on` it is still to come, without `response_id` it has
    not been asked for."""

    name: str
    side: Role
    response_id: int | None
    sent_on: date | None


@use_case(Permission.KEEP_PAIRS, target=owner(Pair, "pair_id"))
async def listed(unit: Unit, *, pair_id: int) -> list[Report]:
    """The reports of the people of a pair, mentors first."""
    pair = await unit.session.get_one(Pair, pair_id)
    found = await occasions.find(unit, pair.organisation_id, key_of(pair_id))
    people = await occasions.everybody(unit, pair.organisation_id, found)
    return [
        Report(
            one.name,
            one.role,
            one.response_id,
            local_date(one.completed_at, unit.timezone) if one.completed_at else None,
        )
        for one in sorted(people, key=lambda one: one.role != Role.MENTOR)
    ]


@use_case(Permission.KEEP_PAIRS, target=owner(Response, "response_id"))
async def read(unit: Unit, *, response_id: int) -> Sitting:
    """One report as it was sent. Raises NotAllowed for another form, Refusal till it is sent."""
    response = await unit.session.get_one(Response, response_id)
    if not response.occasion.startswith(f"{occasions.REPORT}:"):
        raise NotAllowed
    if response.completed_at is None:
        raise Refusal("report-not-sent")
    audit.record(unit, response.organisation_id, "pair-report-read", subject_id=response.person_id)
    rows = await responses.response(unit.session, response_id=response_id)
    return await sitting_of(unit, rows, sent=True)
