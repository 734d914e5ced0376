from datetime import date

from db.models import SchoolHoliday
from tests.guards.samples.scene import Maker, Sample, Scene, row, school


def _holiday(scene: Scene) -> SchoolHoliday:
    return SchoolHoliday(
        organisation_id=scene.town.school,
        name="x",
        starts_on=date(2026, 10, 26),
        ends_on=date(2026, 11, 4),
        set_by=scene.curator,
        set_at=scene.now,
    )


MAKERS: dict[str, Maker] = {"holiday": _holiday}

SAMPLES: dict[str, Sample] = {
    "holidays.add": school(text="1-9 января 2027"),
    "holidays.present": school(),
    "holidays.remove": row("holiday"),
}
