"""Pairs as a result that roadmaps ask for."""

from db.queries import progress
from mentoring.roadmaps.held import result
from mentoring.unit import Unit


@result("pairs")
async def count_pairs(unit: Unit, organisation_id: int) -> int:
    """The pairs at work."""
    return await progress.current_pairs(unit.session, organisation_id)
