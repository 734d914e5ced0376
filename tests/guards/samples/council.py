from db.models import CouncilCase
from mentoring.council.passing import Kind
from tests.guards.samples.scene import Maker, Sample, Scene, row, school


def _case(scene: Scene, kind: Kind) -> CouncilCase:
    return CouncilCase(
        organisation_id=scene.town.school,
        pair_id=scene.ids["pair"],
        kind=kind,
        question="-",
        asked_by=scene.curator,
        asked_at=scene.now,
    )


def _difficulty(scene: Scene) -> CouncilCase:
    return _case(scene, Kind.DIFFICULTY)


def _results(scene: Scene) -> CouncilCase:
    return _case(scene, Kind.RESULTS)


MAKERS: dict[str, Maker] = {"difficulty": _difficulty, "results": _results}

SAMPLES: dict[str, Sample] = {
    "council.answering.advise": row("difficulty", "case_id", text="-"),
    "council.answering.criteria": row("results", "case_id"),
    "council.answering.judge": row("results", "case_id", marks={"goals": 5}),
    "council.answering.judged": school(),
    "council.answering.listed": school(kind=Kind.DIFFICULTY),
    "council.passing.desk": row("pair"),
    "council.passing.glance": row("pair"),
    "council.passing.pass_on": row("pair", text="-"),
    "council.passing.share": row("difficulty", "case_id"),
    "council.passing.withdraw": row("difficulty", "case_id"),
    "pairs.rules.criteria": school(),
    "pairs.rules.set_criteria": school(text="-"),
}
