from db.models import PersonalPlan, PlanItem, PlanTemplate
from mentoring.plans.rules import Kind
from mentoring.roles import Role
from tests.guards.samples.scene import Maker, Sample, Scene, row, school


def _plan(scene: Scene) -> PersonalPlan:
    return PersonalPlan(
        organisation_id=scene.town.school,
        pair_id=scene.ids["pair"],
        status="sent",
        begun_by=scene.person(Role.MENTOR),
        begun_at=scene.now,
        sent_by=scene.person(Role.MENTOR),
        sent_at=scene.now,
    )


def _item(scene: Scene) -> PlanItem:
    return PlanItem(
        organisation_id=scene.town.school,
        pair_id=scene.ids["pair"],
        kind=Kind.DIFFICULTY,
        status="open",
        title="-",
        proposed_by=scene.person(Role.MENTOR),
        created_at=scene.now,
    )


def _template(scene: Scene) -> PlanTemplate:
    return PlanTemplate(
        organisation_id=scene.town.school,
        title="-",
        form="teacher-teacher",
        content={"items": []},
        kept_by=scene.curator,
        kept_at=scene.now,
        shared_at=scene.now,
    )


MAKERS: dict[str, Maker] = {"personal plan": _plan, "item": _item, "kept plan": _template}

SAMPLES: dict[str, Sample] = {
    "plans.banking.card": row("kept plan", "template_id"),
    "plans.banking.keep": row("pair", title="-"),
    "plans.banking.listed": school(),
    "plans.banking.preview": row("pair"),
    "plans.banking.remove": row("kept plan", "template_id"),
    "plans.banking.share": row("kept plan", "template_id", shared=False),
    "papers.plan_papers.document": row("pair"),
    "papers.plan_papers.send": row("pair"),
    "papers.plan_papers.send_own": row("pair"),
    "plans.approving.approve": row("pair", version=""),
    "plans.approving.give_back": row("pair", remark="-"),
    "plans.approving.listed": school(),
    "plans.counting.by_school": school(),
    "plans.reading.history": row("pair"),
    "plans.reading.mine": row("pair"),
    "plans.reading.my_history": row("pair"),
    "plans.reading.shelved": school(),
    "plans.reading.of_pair": row("pair"),
    "plans.working.begin": row("pair", template="teachers-1:usual"),
    "plans.working.change": row("item", title="-"),
    "plans.working.decide": row("item", take=True),
    "plans.working.drop": row("item"),
    "plans.working.finish": row("item"),
    "plans.working.offers": row("pair"),
    "plans.working.propose": row("pair", kind=Kind.GOAL, title="-"),
    "plans.working.reopen": row("item"),
    "plans.working.send": row("pair"),
    "plans.working.tell_done": row("item", done=True),
    "todo.approve": school(kind="plans", seen={0: ""}),
    "todo.refuse": school(kind="plans", ids=frozenset({0})),
    "todo.things": school(kind="plans", ids=[0]),
    "todo.versions": school(kind="plans"),
}
