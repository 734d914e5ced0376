from datetime import timedelta
from typing import Any

from db.models import Deputy, File, Invite, Membership, Organisation
from mentoring.people.school_lists import Listing
from mentoring.roadmaps.receiving import Incoming
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
    "list": lambda scene: File(
        organisation_id=scene.town.department,
        name="x.csv",
        size=1,
        media_type="",
        bot_id=1,
        file_id="x",
        sent_as="document",
        created_by=scene.person(Role.CURATOR),
        created_at=scene.now,
    ),
    "link": lambda scene: Invite(
        organisation_id=scene.town.school,
        role=Role.EXECUTOR,
        token="t" * 22,
        uses_left=1,
        used=0,
        expires_at=scene.now + timedelta(days=1),
        created_at=scene.now,
    ),
    "partner": lambda scene: Organisation(
        parent_id=scene.town.school,
        kind="employer",
        name="x",
        timezone="Europe/Moscow",
        locale="ru",
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


async def partner(scene: Scene) -> dict[str, Any]:
    """Of the school; whoever tries elsewhere finds none of that name there either."""
    return {"organisation_id": scene.town.school, "partner_id": scene.ids["partner"]}


async def listing(scene: Scene) -> dict[str, Any]:
    return {"file_id": scene.ids["list"], "listing": Listing((), ())}


SAMPLES: dict[str, Sample] = {
    "privacy.log.page": school(days=30, limit=8),
    "privacy.log.send": school(days=30),
    "people.organisations.everything": nothing,
    "people.organisations.correct": school(name="x"),
    "people.organisations.particulars": school(),
    "people.registers.adults": department(),
    "people.registers.curators": department(),
    "people.registers.send": department(register="curators"),
    "people.registers.send_links": department(address="x"),
    "people.school_lists.confirm": row("list", "file_id"),
    "people.school_lists.preview": listing,
    "people.school_lists.receive": department(file=Incoming("x.csv", 1, "", 1, "x", "document")),
    "people.school_lists.save": listing,
    "people.school_lists.source": row("list", "file_id"),
    "signing.sign": school(kind="appointment", thing_id=0, number="1", day=DAY),
    "signing.standing": school(),
    "signing.waiting": school(),
    "people.deputies.appoint": own_deputy,
    "people.deputies.candidates": row("seat", "membership_id"),
    "people.deputies.dismiss": row("deputy"),
    "people.invites.card": row("link", "invite_id"),
    "people.invites.choices": school(),
    "people.invites.classes": school(),
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
    "people.organisations.found_region": named,
    "people.organisations.put_below": department(region_id=None),
    "people.partners.add": school(kind="employer", name="x"),
    "people.partners.attach": row("matched mentor", "profile_id", partner_id=None),
    "people.partners.for_mentor": row("matched mentor", "profile_id"),
    "people.partners.invite_mentors": partner,
    "people.partners.listed": school(),
}
# Whose object is the department, not the school.
OF_DEPARTMENT = {
    "people.organisations.connect_school",
    "people.organisations.schools",
    "people.registers.adults",
    "people.registers.curators",
    "people.registers.send",
    "people.registers.send_links",
    "people.school_lists.confirm",
    "people.school_lists.preview",
    "people.school_lists.receive",
    "people.school_lists.save",
    "people.school_lists.source",
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
    "signing.sign",
}
