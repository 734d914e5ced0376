"""The roadmaps that are shipped: dated without a doubt, and a draft at one press."""

import pytest
from sqlalchemy import select

from core.clock import SettableClock
from core.errors import Refusal
from db.engines import Database
from db.models import Activity, Roadmap
from mentoring.roadmaps import starting
from mentoring.roadmaps.deadlines import Kind, school_span
from mentoring.roadmaps.doubts import is_doubtful
from mentoring.roadmaps.templates import draft_of, names
from tests.mentoring.roadmaps.plans import curator
from tests.mentoring.seed import Town, acting


@pytest.mark.parametrize("template", names("ru"))
@pytest.mark.parametrize("year", [2024, 2026, 2027])
def test_every_row_is_dated_within_the_year(template: str, year: int) -> None:
    draft = draft_of(template, year)
    assert draft.period == school_span(year)
    assert 15 <= len(draft.items) <= 25
    for item in draft.items:
        assert not item.warnings
        assert not is_doubtful(item.deadline, item.warnings)
        assert item.responsible
        assert item.result
        days = [day for day in (item.deadline.start, item.deadline.end) if day]
        assert days or item.deadline.kind in (Kind.CONTINUOUS, Kind.RECURRING)
        assert all(draft.period.start <= day <= draft.period.end for day in days)


def test_names() -> None:
    assert list(names("ru")) == list(names("en")) == ["pupils", "teachers"]


async def test_a_draft_is_begun_once(database: Database, clock: SettableClock, town: Town) -> None:
    actor = curator(town)
    start = {"organisation_id": town.school, "template": "pupils", "school_year": 2026}
    async with acting(database, actor, clock.now()) as unit:
        roadmap_id = await starting.from_template(unit, **start)
    async with acting(database, actor, clock.now()) as unit:
        roadmap = await unit.session.get_one(Roadmap, roadmap_id)
        assert (roadmap.status, roadmap.school_year, roadmap.needs_year) == ("draft", 2026, False)
        rows = (await unit.session.scalars(select(Activity).order_by(Activity.position))).all()
        assert len(rows) == len(draft_of("pupils", 2026).items)
        assert not any(row.doubtful for row in rows)
        with pytest.raises(Refusal) as refused:
            await starting.from_template(unit, **start)
        assert refused.value.key == "roadmap-has-draft"
