"""A curator's people, through the chat: a programme, a list loaded, the banks searched and kept."""

from sqlalchemy import func, select, update

from db.models import Membership, Person, Profile
from examples.stage import Stage
from mentoring.roles import Role
from sandbox.people import Person as Phone
from tests.e2e import municipality
from tests.e2e.test_pairs import press, send

LIST = "ФИО\tКласс\nПетрова Анна Сергеевна\t7А\nИванов Пётр Ильич\t8Б\nИваново\t8Б"


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
    await press(
        stage, curator, "Люди", "Участники", "Создать программу", 0, "Создать", "В главное меню"
    )
    await press(stage, curator, "Люди", "Участники")
    assert "Наставляемых: 61, без пары: 61" in curator.screen
    await press(stage, curator, "Наставляемые", "Следующие")
    assert "присоединился сегодня" in curator.screen
    assert stage.world.calls.refused() == []


async def test_a_curator_keeps_the_banks(stage: Stage) -> None:
    school = (await municipality.found(stage, "Управление", ["Школа № 1"])).schools[0]
    curator, mentor = school.curators[0], school.mentors[0]
    await press(
        stage, curator, "Люди", "Участники", "Создать программу", "ученик – ученик", "Создать"
    )
    assert "Наставников: 1, наставляемых: 1" in curator.screen
    await send(stage, curator, "/menu")

    # A pasted list: nothing is kept before the yes, the wrong row is named.
    await press(stage, curator, "Люди", "Участники", "Наставляемые", "Загрузить список людей")
    await send(stage, curator, "здравствуйте")
    assert "не нашлось списка людей" in curator.screen
    await send(stage, curator, LIST)
    assert "Пока ничего не сохранено" in curator.screen
    assert "Новых: 2" in curator.screen
    assert "Петрова" not in curator.screen
    await press(stage, curator, "Строки с ошибками")
    assert "Строка 4, «Иваново»: нужны фамилия и имя" in curator.screen
    await press(stage, curator, "Назад", "Сохранить")
    assert "Наставляемые: 3" in curator.screen
    assert "Анна П., 7А: в списке, согласия ещё нет" in curator.screen

    await narrow(stage, curator)
    await send(stage, curator, "7а")
    assert "Наставляемые: 1" in curator.screen
    await press(stage, curator, "Анна П., 7А")
    assert "передайте ссылку-приглашение" in curator.screen

    # What waits: all but none.
    await send(stage, curator, "/menu")
    await press(stage, curator, "Дела", 0, "Утвердить остальных")
    assert "ничего не ждёт" in curator.screen

    # A mentor says what they can do, the curator chooses and trains them.
    await press(stage, mentor, "Мой профиль", "Изменить", "Чем может помочь", 0, 1)
    await press(stage, mentor, "Готово", "Сколько наставляемых: 1")
    await send(stage, mentor, "сто")
    assert "целое число от 1 до 30" in mentor.screen
    await send(stage, mentor, "2")
    assert "Сколько наставляемых: 2" in mentor.buttons()
    await send(stage, curator, "/menu")
    await press(stage, curator, "Люди", "Участники", "Наставники", 0, "Отбор", "Включить в банк")
    await press(stage, curator, "Записать обучение")
    await send(stage, curator, "Основы наставничества; 36 ч; № 1024; 10.09.2026")
    await press(stage, curator, "Вне школы")
    assert "Основы наставничества, 10 сентября 2026, 36 ч, удостоверение № 1024" in curator.screen
    assert "Отбор: включён в банк 14 сентября 2026" in curator.screen

    # The banks as a file.
    await press(stage, curator, "Назад", "Назад", "Выгрузить банки в .xlsx")
    assert any("Базы наставляемых" in message.text for message in curator.chat)
    async with stage.app.database.reading() as session:
        assert await session.scalar(select(func.count(Profile.id))) == 4

    await look_into_log(stage, curator)
    assert stage.world.calls.refused() == []


async def narrow(stage: Stage, curator: Phone) -> None:
    """A list of three narrowed, by buttons and by typing."""
    # Each button has how many it would show; it is taken back by a second press.
    await press(stage, curator, "Фильтр", "8Б: 1")
    assert {"✓ 8Б: 1", "7А: 1", "В списке: 1", "Показать: 1"} <= set(curator.buttons())
    assert "Новые: 1" not in curator.buttons()
    await press(stage, curator, "В списке: 1", "Показать: 1")
    assert "Фильтр: 8Б, в списке." in curator.screen
    assert "Наставляемые: 1" in curator.screen
    await press(stage, curator, "Показать всех")
    assert "Наставляемые: 3" in curator.screen
    # By typing: the whole of it in the list, more of it in the window.
    await send(stage, curator, "8Б ждёт")
    assert "Фильтр: 8Б, ждут." in curator.screen
    assert "Никого не нашлось" in curator.screen
    await press(stage, curator, "Фильтр")
    await send(stage, curator, "в списке")
    assert "Фильтр: 8Б, в списке." in curator.screen
    await send(stage, curator, "👍")
    assert "Не получилось понять" in curator.screen
    # The class is emptied behind the open window: its button says so.
    await press(stage, curator, "Показать всех", "Фильтр")
    async with stage.app.database.begin() as session:
        await session.execute(
            update(Profile).where(Profile.class_name == "8Б").values(class_name="8В")
        )
    await press(stage, curator, "8Б: 1")
    assert "Такого в списке больше нет" in curator.toasts[-1].text
    await press(stage, curator, "Показать: 3")


async def look_into_log(stage: Stage, curator: Phone) -> None:
    """All of it is there, and can be found by a name."""
    await send(stage, curator, "/menu")
    await press(stage, curator, "Документы", "Журнал обращений к данным")
    assert "выгружены банки наставников и наставляемых" in curator.screen
    await send(stage, curator, "петрова")
    assert "открыта карточка в банке. О ком: Анна П." in curator.screen
    assert "выгружены" not in curator.screen
    await press(stage, curator, "Обо всех", "Выгрузки", "Таблица .xlsx")
    assert any("Журнал обращений" in message.text for message in curator.chat if message.file)
