from datetime import timedelta
from typing import Any

from db.models import Pair, PairMember
from mentoring.roles import Role
from tests.guards.samples.scene import Maker, Sample, Scene, row, school


def _pair(scene: Scene) -> Pair:
    return Pair(
        organisation_id=scene.town.school,
        created_by=scene.curator,
        created_at=scene.now,
        started_on=scene.now.date() - timedelta(days=9),
        members_key="x",
    )


def _member(scene: Scene, role: Role) -> PairMember:
    return PairMember(pair_id=scene.ids["pair"], person_id=scene.person(role), side=role)


async def couple(scene: Scene) -> dict[str, Any]:
    return {
        "organisation_id": scene.town.school,
        "mentor_id": scene.person(Role.MENTOR),
        "mentee_id": scene.person(Role.MENTEE),
    }


MAKERS: dict[str, Maker] = {
    "pair": _pair,
    "mentor": lambda scene: _member(scene, Role.MENTOR),
    "mentee": lambda scene: _member(scene, Role.MENTEE),
}

SAMPLES: dict[str, Sample] = {
    "pairs.pairs.candidates": school(side=Role.MENTOR),
    "pairs.pairs.card": row("pair"),
    "pairs.pairs.create": couple,
    "pairs.pairs.end": row("pair"),
    "pairs.pairs.listed": school(),
    "pairs.pairs.proposed": couple,
}
