from datetime import timedelta
from typing import Any

from db.models import Pair, PairMember, PairOrder, PairOrderLine
from mentoring.roles import Role
from tests.guards.samples.scene import DAY, Maker, Sample, Scene, nothing, row, school


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


def _draft(scene: Scene) -> Pair:
    return Pair(
        organisation_id=scene.town.school,
        created_by=scene.curator,
        created_at=scene.now,
        started_on=scene.now.date(),
        asked_on=scene.now.date(),
        status="proposed",
        members_key="y",
    )


def _invited(scene: Scene, role: Role) -> PairMember:
    return PairMember(pair_id=scene.ids["pair draft"], person_id=scene.person(role), side=role)


def _order(scene: Scene) -> PairOrder:
    return PairOrder(
        organisation_id=scene.town.school,
        kind="pairs",
        status="waiting",
        prepared_by=scene.curator,
        prepared_at=scene.now,
    )


def _line(scene: Scene) -> PairOrderLine:
    return PairOrderLine(order_id=scene.ids["pair order"], pair_id=scene.ids["pair draft"], args={})


MAKERS: dict[str, Maker] = {
    "pair draft": _draft,
    "invited mentor": lambda scene: _invited(scene, Role.MENTOR),
    "invited mentee": lambda scene: _invited(scene, Role.MENTEE),
    "pair order": _order,
    "pair order line": _line,
    "pair": _pair,
    "mentor": lambda scene: _member(scene, Role.MENTOR),
    "mentee": lambda scene: _member(scene, Role.MENTEE),
}


async def spoken(scene: Scene) -> dict[str, Any]:
    return {"pair_id": scene.ids["pair draft"], "person_id": scene.person(Role.MENTEE)}


SAMPLES: dict[str, Sample] = {
    "papers.pair_orders.document": row("pair order", "order_id"),
    "pairs.drafts.ask": row("pair draft", "pair_id"),
    "pairs.drafts.ask_all": school(),
    "pairs.drafts.cancel": row("pair draft", "pair_id"),
    "pairs.drafts.card": row("pair draft", "pair_id"),
    "pairs.drafts.listed": school(),
    "pairs.drafts.next_one": row("pair draft", "pair_id"),
    "pairs.drafts.note_yes": spoken,
    "pairs.drafts.propose": couple,
    "pairs.drafts.propose_next": row("pair draft", "pair_id"),
    "pairs.invitations.agree": row("pair draft", "pair_id"),
    "pairs.invitations.card": row("pair draft", "pair_id"),
    "pairs.invitations.clarify": row("pair draft", "pair_id", text="?"),
    "pairs.invitations.object_to": row("pair draft", "pair_id", text="?"),
    "pairs.invitations.refuse": row("pair draft", "pair_id", reason="-"),
    "pairs.invitations.waiting": nothing,
    "pairs.orders.enter": row("pair draft", "pair_id", number="1", day=DAY),
    "pairs.orders.put_up": school(),
    "pairs.orders.recall": row("pair draft", "pair_id"),
    "pairs.pairs.candidates": school(side=Role.MENTOR),
    "pairs.pairs.card": row("pair"),
    "pairs.pairs.create": couple,
    "pairs.pairs.end": row("pair"),
    "pairs.pairs.listed": school(),
    "pairs.pairs.proposed": couple,
}
