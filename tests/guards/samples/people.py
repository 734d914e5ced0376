from datetime import timedelta
from typing import Any

from db.models import Deputy, Invite, Membership
from mentoring.roles import Role
from tests.guards.samples.scene import DAY, Sample, Scene, department, nothing, row, school


async def named(_scene: Scene) -> dict[str, Any]:
    return {"name": "x"}


async def own_deputy(scene: Scene) -> dict[str, Any]:
    return {
        "membership_id": scene.ids["seat"],
        "person_id": 0,
        "starts_on": DAY,
        "ends_on": DAY,
    }


# A link that head, curator and department may give differs; each is kept to their own.
MAKERS = {
    "link": lambda scene: Invite(
        organisation_id=scene.town.school,
        role=Role.EXECUTOR,
        token="t" * 22,
        uses_left=1,
        used=0,
        expires_at=scene.now + timedelta(days=1),
        created_at=scene.now,
    ),
    "seat": lambda scene: Membership(
        organisation_id=scene.town.school,
        person_id=scene.person(Role.COUNCIL),
        role=Role.EXECUTOR,
        since=scene.now,
    ),
    "deputy": lambda scene: Deputy(
        organisation_id=scene.town.school,
        role=Role.EXECUTOR,
        person_id=scene.curator,
        absent_id=scene.person(Role.COUNCIL),
        starts_on=DAY,
        ends_on=DAY,
        created_by=scene.curator,
        created_at=scene.now,
    ),
}
SAMPLES: dict[str, Sample] = {
    "people.deputies.appoint": own_deputy,
    "people.deputies.candidates": row("seat", "membership_id"),
    "people.deputies.dismiss": row("deputy"),
    "people.invites.card": row("link", "invite_id"),
    "people.invites.choices": school(),
    "people.invites.create": school(role=Role.EXECUTOR),
    "people.invites.limit": row("link", "invite_id", uses=1, days=1),
    "people.invites.listed": school(),
    "people.invites.programmes": school(),
    "people.invites.revoke": row("link", "invite_id"),
    "people.posters.send_code": row("link", "invite_id", address="x"),
    "people.posters.send_poster": row("link", "invite_id", address="x"),
    "people.seats.appoint": row("seat", "membership_id", contact="x"),
    "people.seats.card": row("seat", "membership_id"),
    "people.seats.end": row("seat", "membership_id"),
    "people.seats.offer": row("seat", "membership_id"),
    "people.seats.staff": school(),
    "people.organisations.connect_school": department(name="x"),
    "people.organisations.departments": nothing,
    "people.organisations.found_department": named,
    "people.invites.invite_participants": school(role=Role.MENTOR),
    "people.invites.invite_staff": school(role=Role.CURATOR),
    "people.organisations.schools": department(),
    "people.participants.listed": school(role=Role.MENTOR),
}
# Whose object is the department, not the school.
OF_DEPARTMENT = {
    "people.organisations.connect_school",
    "people.organisations.schools",
}
# Within reach, and yet only whose it is to give: a seat or a link of a higher or lower kind.
AUTHORS_ONLY = {
    "people.deputies.appoint",
    "people.deputies.candidates",
    "people.deputies.dismiss",
    "people.invites.card",
    "people.invites.create",
    "people.invites.limit",
    "people.invites.revoke",
    "people.posters.send_code",
    "people.posters.send_poster",
    "people.seats.appoint",
    "people.seats.end",
    "people.seats.offer",
}
