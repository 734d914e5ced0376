from datetime import date

from db.models import Programme
from tests.guards.samples.scene import Maker, Sample, Scene, row, school


def _programme(scene: Scene) -> Programme:
    return Programme(
        organisation_id=scene.town.school,
        form="pupil-pupil",
        title="x",
        starts_on=date(2026, 9, 1),
        ends_on=date(2027, 5, 31),
        status="running",
        created_at=scene.now,
    )


MAKERS: dict[str, Maker] = {"programme": _programme}

SAMPLES: dict[str, Sample] = {
    "programmes.board.behind": row("programme", check="untrained"),
    "programmes.board.move": row("programme", stage="conditions", done=True),
    "programmes.board.read": row("programme"),
    "programmes.programmes.change": row("programme", title="y"),
    "programmes.programmes.create": school(
        form="pupil-pupil", title="y", starts_on=date(2026, 9, 1), ends_on=date(2027, 5, 31)
    ),
    "programmes.programmes.end": row("programme"),
    "programmes.programmes.forms": school(),
    "programmes.programmes.listed": school(),
    "programmes.stages.add_stage": row("programme", after="pairs", title="Выезд"),
    "programmes.stages.change": row("programme", rhythm_days=7),
    "programmes.stages.change_stage": row("programme", stage="conditions", title="Начало"),
    "programmes.stages.check_stage": row(
        "programme", stage="pairs", check="untrained", wanted=True
    ),
    "programmes.stages.read": row("programme"),
    "programmes.stages.remove_stage": row("programme", stage="training"),
    "programmes.stages.shift_stage": row("programme", stage="training", earlier=True),
}
