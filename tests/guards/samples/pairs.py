from datetime import date, timedelta
from typing import Any

from db.models import (
    ApplicationAnswer,
    Pair,
    PairApplication,
    PairMember,
    PairOrder,
    PairOrderLine,
    Response,
)
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
    return PairMember(
        pair_id=scene.ids["pair"],
        person_id=scene.person(role),
        side=role,
        is_primary=role == Role.MENTOR,
    )


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


def _application(scene: Scene) -> PairApplication:
    return PairApplication(
        organisation_id=scene.town.school,
        pair_id=scene.ids["pair"],
        kind="award",
        status="open",
        asked_by=scene.person(Role.MENTEE),
        subject_id=scene.person(Role.MENTOR),
        created_at=scene.now,
    )


def _asked(scene: Scene) -> ApplicationAnswer:
    return ApplicationAnswer(
        application_id=scene.ids["application"], person_id=scene.person(Role.MENTOR)
    )


def _report(scene: Scene) -> Response:
    return Response(
        organisation_id=scene.town.school,
        occasion=f"report:{scene.ids['pair']}",
        person_id=scene.person(Role.MENTEE),
        role=Role.MENTEE,
        form="report-1",
        channel="chat",
        completed_at=scene.now,
    )


MAKERS: dict[str, Maker] = {
    "application": _application,
    "application answer": _asked,
    "pair draft": _draft,
    "invited mentor": lambda scene: _invited(scene, Role.MENTOR),
    "invited mentee": lambda scene: _invited(scene, Role.MENTEE),
    "pair order": _order,
    "pair order line": _line,
    "pair": _pair,
    "pair report": _report,
    "mentor": lambda scene: _member(scene, Role.MENTOR),
    "mentee": lambda scene: _member(scene, Role.MENTEE),
}


async def member(scene: Scene) -> dict[str, Any]:
    return {"pair_id": scene.ids["pair"], "person_id": scene.person(Role.MENTOR)}


async def certified(scene: Scene) -> dict[str, Any]:
    return {"pair_id": scene.ids["pair"], "mentor_id": scene.person(Role.MENTOR)}


async def joining(scene: Scene) -> dict[str, Any]:
    other = scene.town.people["school", Role.MENTEE][1]
    return {"pair_id": scene.ids["pair"], "person_id": other, "side": Role.MENTEE}


async def helper(scene: Scene) -> dict[str, Any]:
    other = scene.town.people["school", Role.MENTOR][1]
    return {"pair_id": scene.ids["pair"], "person_id": other}


LATER = date(2027, 2, 1)


async def spoken(scene: Scene) -> dict[str, Any]:
    return {"pair_id": scene.ids["pair draft"], "person_id": scene.person(Role.MENTEE)}


SAMPLES: dict[str, Sample] = {
    "papers.pair_orders.document": row("pair order", "order_id"),
    "pairs.applications.ask_extension": row("pair", until=LATER),
    "pairs.applications.ask_relief": row("pair", reason="-"),
    "pairs.applications.ask_replacement": row("pair", reason="-"),
    "pairs.deciding.card": row("application"),
    "pairs.applications.colleagues": row("pair"),
    "pairs.applications.consent": row("application", agrees=True),
    "pairs.deciding.decline": row("application"),
    "pairs.deciding.grant": row("application"),
    "pairs.applications.invite_helper": helper,
    "pairs.deciding.listed": school(),
    "pairs.applications.propose_award": row("pair", reason="-"),
    "pairs.applications.propose_extension": row("pair", until=LATER),
    "papers.model.document": row("programme", paper="minutes"),
    "papers.model.send": row("programme", paper="minutes"),
    "papers.hours.send": nothing,
    "papers.pair_papers.certificate": certified,
    "papers.pair_papers.journal": row("pair"),
    "papers.pair_papers.send_certificates": row("pair"),
    "papers.pair_papers.send_journal": row("pair"),
    "papers.pair_papers.send_own": row("pair", paper="journal"),
    "pairs.completing.complete": row("pair"),
    "pairs.completing.look": row("pair"),
    "pairs.reports.listed": row("pair"),
    "pairs.reports.read": row("pair report", "response_id"),
    "pairs.rules.end_grounds": school(),
    "pairs.rules.set_grounds": school(text="-"),
    "pairs.rules.set_talk": school(form="pupil-pupil", text="1\n2\n3"),
    "pairs.rules.talk": school(form="pupil-pupil", language="ru"),
    "pairs.contact.card": row("pair"),
    "pairs.contact.my_pairs": nothing,
    "pairs.contact.put": row("pair", text="https://meet.example.org/1"),
    "pairs.contact.reach": row("pair"),
    "pairs.contact.share": row("pair", agrees=True),
    "pairs.groups.join": joining,
    "pairs.groups.leave": member,
    "pairs.groups.make_primary": member,
    "pairs.groups.may_join": row("pair", side=Role.MENTEE),
    "pairs.groups.members": row("pair"),
    "pairs.history.of_pair": row("pair"),
    "pairs.life.end": row("pair", ground="mutual"),
    "pairs.life.may_undo": row("pair"),
    "pairs.life.new_cycle": row("pair"),
    "pairs.life.pause": row("pair", until=LATER),
    "pairs.life.reasons": row("pair"),
    "pairs.life.resume": row("pair"),
    "pairs.life.undo_end": row("pair"),
    "pairs.orders.listed": school(),
    "pairs.orders.number": row("pair order", "order_id", number="1", day=DAY),
    "pairs.orders.send": row("pair order", "order_id"),
    "pairs.replacing.by_curator": row("pair"),
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
    "pairs.pairs.listed": school(),
    "pairs.pairs.proposed": couple,
}
