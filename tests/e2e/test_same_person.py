"""A curator makes one of two records of a person: listed by the school, and joined by a link."""

from sqlalchemy import select, update

from db.models import Person, Profile
from examples.stage import Stage
from tests.e2e import municipality
from tests.e2e.test_pairs import press, send


async def test_two_records_become_one(stage: Stage) -> None:
    school = (await municipality.found(stage, "Управление", ["Школа № 1"])).schools[0]
    curator, mentee = school.curators[0], school.mentees[0]
    await press(stage, curator, "Люди", "Участники", "Создать программу", 0, "Создать")
    async with stage.app.database.begin() as session:
        await session.execute(
            update(Person)
            .where(Person.telegram_id == mentee.id)
            .values(name="Анна Петрова", given="Анна")
        )
    await send(stage, curator, "/menu")
    await press(stage, curator, "Люди", "Участники", "Наставляемые", "Загрузить список людей")
    await send(stage, curator, "ФИО\tКласс\nПетрова Анна Сергеевна\t7А\nИванов Пётр Ильич\t8Б")
    if "Сохранить" in curator.buttons():
        await press(stage, curator, "Сохранить")
    async with stage.app.database.begin() as session:
        # Entered by hand elsewhere, so the list could not know them for one.
        rows = (
            (
                await session.execute(
                    select(Person.name).join(Profile, Profile.person_id == Person.id)
                )
            )
            .scalars()
            .all()
        )
    assert "Петрова Анна Сергеевна" in rows, (rows, curator.screen)

    await press(stage, curator, "Анна П., 7А", "Это тот же человек")
    assert "Этот человек записан дважды?" in curator.screen
    await send(stage, curator, "никто")
    assert "никого не нашлось" in curator.screen
    await send(stage, curator, "иванов")
    assert "Пётр И., 8Б" in curator.buttons()
    await press(stage, curator, "Назад", "Это тот же человек", "Анна Петрова, в Telegram")
    assert "Останется: Анна Петрова, в Telegram" in curator.screen
    assert "Войдёт в неё и исчезнет: Анна П., 7А" in curator.screen
    assert "Дополнится: полное имя" in curator.screen
    assert "В программе обе карточки" in curator.screen
    await press(stage, curator, "Да, это один человек")
    assert "Петрова Анна Сергеевна" in curator.screen
    assert "Класс: 7А" in curator.screen
    async with stage.app.database.reading() as session:
        names = (
            await session.scalars(select(Person.name).join(Profile, Profile.person_id == Person.id))
        ).all()
    assert sorted(name for name in names if "Петрова" in name) == ["Петрова Анна Сергеевна"]
    # They can still speak with the bot, and are told nothing of the other record.
    await send(stage, mentee, "/menu")
    assert mentee.buttons()
    assert stage.world.calls.refused() == []
