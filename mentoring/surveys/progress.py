"""Surveys as a result that roadmaps ask for."""

from db.queries import progress
from mentoring.roadmaps.held import result
from mentoring.unit import Unit


@result("surveys")
async def count_responses(unit: Unit, organisation_id: int) -> int:
    """The forms that were sent in."""
    return await progress.completed_responses(unit.session, organisation_id)
