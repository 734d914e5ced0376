"""A curator's list of people, however many there are."""

from db.models import Membership, Person
from examples.stage import Stage
from mentoring.roles import Role
from tests.e2e import municipality


async def test_a_long_list_of_people_still_fits_a_message(stage: Stage) -> None:
    town = await municipality.found(stage, "Управление", ["Школа № 1"])
    school = town.schools[0]
    now = stage.clock.now()
    async with stage.app.database.begin() as session:
        people = [
            Person(name=f"{number:03} " + "и" * 110, locale="ru", created_at=now)
            for number in range(60)
        ]
        session.add_all(people)
        await session.flush()
        session.add_all(
            Membership(organisation_id=school.id, person_id=one.id, role=Role.MENTEE, since=now)
            for one in people
        )
    curator = school.curators[0]
    await curator.press("Люди")
    await stage.settle()
    await curator.press("Участники")
    await stage.settle()
    assert "Наставляемые: 61" in curator.screen
    assert "Показаны первые 12" in curator.screen
    assert stage.world.calls.refused() == []
