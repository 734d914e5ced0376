from typing import Any

from mentoring.roles import Role
from tests.guards.samples.scene import Sample, Scene, department, nothing, school


async def named(_scene: Scene) -> dict[str, Any]:
    return {"name": "x"}


SAMPLES: dict[str, Sample] = {
    "people.organisations.connect_school": department(name="x"),
    "people.organisations.departments": nothing,
    "people.organisations.found_department": named,
    "people.organisations.invite_participants": school(role=Role.MENTOR),
    "people.organisations.invite_staff": school(role=Role.CURATOR),
    "people.organisations.schools": department(),
    "people.participants.listed": school(role=Role.MENTOR),
}
# Whose object is the department, not the school.
OF_DEPARTMENT = {
    "people.organisations.connect_school",
    "people.organisations.schools",
}
