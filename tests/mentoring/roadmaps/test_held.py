"""Rows whose result the bot itself holds: told by their words, counted by the areas."""

import pytest

from core.clock import SettableClock
from db.engines import Database
from db.models import Profile, Programme
from mentoring import areas
from mentoring.roadmaps import held
from mentoring.roles import Role
from tests.mentoring.seed import Town, acting

areas.load()


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Формирование базы наставников", "mentors"),
        ("Составить банк данных наставляемых", "mentees"),
        ("Формирование баз наставников и наставляемых", "banks"),
        ("Ведение реестра наставляемых и наставников", "banks"),
        ("Организация обучения наставников", "training"),
        ("Анкетирование наставников", "surveys"),
        ("Формирование наставнических пар", "pairs"),
        ("Приказ о наставниках", None),
        ("Школа № 5: собрание", None),
    ],
)
def test_what_a_row_asks_for(title: str, kind: str | None) -> None:
    assert held.kind_of(title) == kind


async def test_the_banks_are_counted_without_those_who_left(
    database: Database, clock: SettableClock, town: Town
) -> None:
    async with acting(database, town.actor("school", Role.CURATOR), clock.now()) as unit:
        programme = Programme(
            organisation_id=town.school,
            form="pupil_pupil",
            title="x",
            starts_on=clock.now().date(),
            ends_on=clock.now().date(),
            created_at=clock.now(),
        )
        unit.session.add(programme)
        await unit.session.flush()
        people = [
            ("mentor", "ready", Role.MENTOR, 0),
            ("mentor", "left", Role.MENTOR, 1),
            ("mentee", "new", Role.MENTEE, 0),
        ]
        for side, status, role, number in people:
            unit.session.add(
                Profile(
                    organisation_id=town.school,
                    programme_id=programme.id,
                    person_id=town.people["school", role][number],
                    side=side,
                    status=status,
                    status_since=clock.now(),
                    created_at=clock.now(),
                )
            )
        await unit.session.flush()
        for title, count in (
            ("База наставников", 1),
            ("База наставляемых", 1),
            ("База наставников и наставляемых", 2),
        ):
            found = await held.held(unit, town.school, title)
            assert found is not None
            assert found.count == count
        assert await held.held(unit, town.neighbour, "База наставников") is None
