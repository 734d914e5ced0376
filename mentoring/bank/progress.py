"""The banks as a result that roadmaps ask for."""

from db.queries import progress
from mentoring.bank.status import Side
from mentoring.roadmaps.held import result
from mentoring.unit import Unit


@result("banks")
async def count_both(unit: Unit, organisation_id: int) -> int:
    """Everybody in the banks."""
    return await progress.banked(unit.session, organisation_id, list(Side))


@result("mentors")
async def count_mentors(unit: Unit, organisation_id: int) -> int:
    """The bank of mentors."""
    return await progress.banked(unit.session, organisation_id, [Side.MENTOR])


@result("mentees")
async def count_mentees(unit: Unit, organisation_id: int) -> int:
    """The bank of mentees."""
    return await progress.banked(unit.session, organisation_id, [Side.MENTEE])


@result("training")
async def count_trained(unit: Unit, organisation_id: int) -> int:
    """Mentors whose training is noted."""
    return await progress.trained(unit.session, organisation_id)
