"""Who came in by the link of a class is not asked for it again, and can say that it is another."""

import pytest
from sqlalchemy import update

from core.clock import SettableClock
from db.engines import Database
from db.models import Profile
from mentoring import areas
from mentoring.bank import filling
from mentoring.roles import Role
from mentoring.surveys import answering
from mentoring.surveys.sittings import Sitting
from mentoring.unit import Actor
from tests.mentoring.bank.test_bank import profile_of
from tests.mentoring.programmes.test_programmes import begin
from tests.mentoring.seed import Town, acting

areas.load()


async def sat_down(
    database: Database, clock: SettableClock, town: Town, class_name: str
) -> tuple[Actor, Sitting, Sitting]:
    """The entry form of a pupil of this class, as it is begun and as it is taken up again."""
    await begin(database, clock, town)
    pupil = town.actor("school", Role.MENTEE)
    async with database.begin() as session:
        mine = update(Profile).where(Profile.person_id == pupil.person_id)
        await session.execute(mine.values(class_name=class_name))
    async with acting(database, pupil, clock.now()) as unit:
        [form] = await answering.waiting(unit)
        first = await answering.take_up(unit, response_id=form.response_id)
    async with acting(database, pupil, clock.now()) as unit:
        return pupil, first, await answering.take_up(unit, response_id=form.response_id)


@pytest.mark.parametrize(
    ("class_name", "known"),
    [("8Б", 8), ("11-А класс", 11), ("", None), ("Старшие", None), ("2026", None), ("15", None)],
)
async def test_the_class_is_taken_from_where_it_stands(
    database: Database, clock: SettableClock, town: Town, class_name: str, known: int | None
) -> None:
    _pupil, first, again = await sat_down(database, clock, town, class_name)
    assert first.answers == again.answers == ({"grade": known} if known else {})
    assert (first.fresh, again.fresh) == (True, False)
    assert first.questions[first.position].key == ("grade" if known is None else "experience")


@pytest.mark.parametrize(
    ("class_name", "grade", "becomes"),
    [("8Б", 8, "8Б"), ("8Б", 9, "9"), ("", 7, "7"), ("Старшие", 7, "Старшие")],
)
async def test_a_pupil_who_says_another_class_is_in_it(  # noqa: PLR0917
    database: Database,
    clock: SettableClock,
    town: Town,
    class_name: str,
    grade: int,
    becomes: str,
) -> None:
    pupil, _first, _again = await sat_down(database, clock, town, class_name)
    async with acting(database, pupil, clock.now()) as unit:
        await filling.fill(
            unit,
            organisation_id=town.school,
            person_id=unit.me,
            side="mentee",
            answers={"grade": grade},
        )
    assert (await profile_of(database, pupil.person_id or 0)).class_name == becomes
