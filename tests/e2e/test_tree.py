"""A region above a department, and a partner beside a school, in the chat."""

from sqlalchemy import func, select, update

from db.models import Branch, Invite, Organisation, Person, Profile
from examples.stage import ADMIN, Stage
from mentoring.roles import Role
from tests.e2e import municipality
from tests.e2e.invariants import broken
from tests.e2e.municipality import agree
from tests.e2e.test_pairs import press, send
from tests.e2e.test_questionnaires import menu


async def test_a_region_sees_the_departments_put_into_it(stage: Stage) -> None:
    admin = stage.world.person("Админ", user_id=ADMIN)
    town = await municipality.found(stage, "Управление", ["Школа № 5"])
    await menu(stage, admin, "Управления образования")
    await press(stage, admin, "Добавить регион")
    await send(stage, admin, "Министерство области")
    assert "Ссылка для сотрудников" in admin.screen
    await press(stage, admin, "Назад", "Управление")
    assert "В регион не входит" in admin.screen
    await press(stage, admin, "Регион", "Министерство области")
    assert "Регион: Министерство области" in admin.screen
    await press(stage, admin, "Назад")
    assert "Регион: Министерство области" in admin.buttons()
    async with stage.app.database.reading() as session:
        region = await session.scalar(select(Organisation.id).where(Organisation.kind == "region"))
        reach = set(
            await session.scalars(select(Branch.descendant_id).where(Branch.ancestor_id == region))
        )
    assert reach == {region, town.id, town.schools[0].id}
    [officer] = await municipality.join(stage, region or 0, Role.DEPARTMENT, "область", 1)
    await menu(stage, officer, "Школы")
    await press(stage, officer, "Управление")
    assert "Ссылка для сотрудников" in officer.screen
    assert await broken(stage.app.database) == {}


async def test_an_engineer_becomes_a_mentor_by_the_partners_link(stage: Stage) -> None:
    school = (await municipality.found(stage, "Управление", ["Школа № 5"])).schools[0]
    curator = school.curators[0]
    await menu(stage, curator, "Участники")
    await press(stage, curator, "Создать программу", "работодатель – ученик", "Создать")
    await menu(stage, curator, "Сведения")
    await press(stage, curator, "Организации-партнёры", "Добавить партнёра", "Работодатель")
    await send(stage, curator, "АО «Завод <точных> приборов»")
    assert "Работодатель" in curator.screen and "Наставников отсюда: 0" in curator.screen
    await press(stage, curator, "Название и часовой пояс", "Часовой пояс")
    await send(stage, curator, "Самара")
    await press(stage, curator, "Назад", "Ссылка для наставников")
    token = curator.screen.split("start=")[1].split()[0]
    engineer = stage.world.person("Пётр", last_name="Инженеров")
    await engineer.start(token)
    await stage.settle()
    await agree(stage, engineer)
    await menu(stage, curator, "Сведения")
    await press(stage, curator, "Организации-партнёры")
    assert "Работодатель, наставников 1" in curator.screen
    async with stage.app.database.reading() as session:
        query = select(Profile).join(Person, Person.id == Profile.person_id)
        profile = (await session.scalars(query.where(Person.telegram_id == engineer.id))).one()
    assert profile.workplace == "АО «Завод <точных> приборов»"
    # The link is made by the press; looking at it again makes none, not even in place of a revoked.
    await press(stage, curator, 0, "Ссылка для наставников")
    async with stage.app.database.begin() as session:
        await session.execute(update(Invite).values(revoked_at=stage.clock.now()))
        made = await session.scalar(select(func.count(Invite.id)))
    await send(stage, curator, "ещё раз")
    assert token in curator.screen
    async with stage.app.database.reading() as session:
        assert await session.scalar(select(func.count(Invite.id))) == made
    # One who came by the common link is put there by hand.
    await menu(stage, curator, "Участники")
    await press(stage, curator, "Наставники", "mentor 1 Школа № 5", "Организация-партнёр")
    await press(stage, curator, 0)
    assert "Место работы или учёбы: АО «Завод <точных> приборов»" in curator.screen
    assert await broken(stage.app.database) == {}
