"""Matching through the chat: ask, look, decide."""

from datetime import timedelta

from sqlalchemy import select, update

from db.models import Pair, Profile, Request
from examples.stage import Stage
from sandbox.people import Person
from tests.e2e.municipality import found
from tests.e2e.test_pairs import press, send


async def tuned(stage: Stage, curator: Person) -> None:
    """Weights, ticks, what is missing and a pin, each looked at; back at the suggestions."""
    await press(stage, curator, "Настроить подбор", "Что важнее", "Запрос и опыт: 5", "0")
    assert "Если подобрать заново, пары останутся теми же: 2." in curator.screen
    await press(stage, curator, "Сохранить", "Назад", "Обучение и проверки", 0, "Проверка пройдена")
    assert "проверка для работы с детьми: пройдена" in curator.screen
    await press(stage, curator, "Назад", "Назад", "Кого не хватает")
    assert "хватает" in curator.screen
    await press(stage, curator, "Назад", "Обязательно и никогда", "Добавить", 0, 0)
    await press(stage, curator, "Обязательно вместе")
    assert "обязательно вместе" in curator.screen
    await press(stage, curator, 0, "Отменить", "Назад", "Назад")


async def test_suggestions_come_by_a_message_and_become_pairs(stage: Stage) -> None:
    town = await found(stage, "Управление", ["Школа № 5"], each=2)
    curator = town.schools[0].curators[0]
    await press(stage, curator, "Пары", "Подобрать пары")
    assert "Сначала создайте программу" in curator.screen
    await press(
        stage, curator, "Назад", "В главное меню", "Люди", "Программы", "Новая программа", 0, 0
    )
    async with stage.app.database.begin() as session:
        of_mentors = update(Profile).where(Profile.side == "mentor")
        offer = {"topics": ["exams"], "free_time": ["evening"], "capacity": 2}
        await session.execute(of_mentors.values(offer))
        for profile in await session.scalars(select(Profile).where(Profile.side == "mentee")):
            profile.free_time = ["evening"]
            session.add(
                Request(
                    organisation_id=profile.organisation_id,
                    profile_id=profile.id,
                    text="сдать экзамен",
                    topics=["exams"],
                    voiced_by="self",
                    created_at=stage.clock.now(),
                )
            )
    await send(stage, curator, "/menu")
    await press(stage, curator, "Пары", "Подобрать пары", "Подобрать")
    assert "Подбор готов. Предложено пар: 2." in curator.screen
    await press(stage, curator, "Посмотреть")
    assert "Наставник нашёлся для каждого" in curator.screen
    await tuned(stage, curator)
    await press(stage, curator, "1")
    assert "запрос и опыт совпадают: Подготовка к экзаменам" in curator.screen
    assert "оба свободны: В будни вечером" in curator.screen
    await press(stage, curator, "Другой наставник")
    assert "место этого наставника уже предложено другому" not in curator.screen
    await press(stage, curator, "В черновики")
    assert "Предложено пар: 1" in curator.screen
    await press(stage, curator, "Все в черновики (1)", "Да, все в черновики")
    async with stage.app.database.reading() as session:
        assert list(await session.scalars(select(Pair.status))) == ["proposed"] * 2
    mentors, mentees = town.schools[0].mentors, town.schools[0].mentees
    assert not any("наставник" in person.screen for person in mentees)
    await press(stage, curator, "Черновики", "Отправить приглашения (2)")
    assert all("Вам предлагают наставника" in person.screen for person in mentees)
    asked = next(person for person in mentors if "Подготовка к экзаменам" in person.screen)
    await press(stage, asked, "Нет", "Не моя тема")
    # Both mentors have room for two, so the other one is next.
    other = next(person for person in mentors if person is not asked)
    assert f"Следующий по подбору: {other.name}" in curator.screen
    await press(stage, curator, f"Предложить: {other.name}")
    assert "Приглашения отправлены" in curator.screen
    assert "Вам предлагают стать наставником" in other.screen
    # The next matching knows who has refused: the card says so, and does not propose them.
    await press(stage, other, "Нет", "Не моя тема")
    assert "Других кандидатов в последнем подборе нет" in curator.screen
    await stage.go_to(stage.clock.now() + timedelta(minutes=5))
    await send(stage, curator, "/menu")
    await press(stage, curator, "Пары", "Подобрать пары", "Подобрать", "Посмотреть")
    assert "Без пары: 1" in curator.screen
    await press(stage, curator, "Без пары (1)")
    assert "один из двоих уже отказался" in curator.screen


async def test_whoever_waits_is_seen_and_mentors_are_called_for(stage: Stage) -> None:
    town = await found(stage, "Управление", ["Школа № 5"])
    school = town.schools[0]
    curator = school.curators[0]
    await press(stage, curator, "Люди", "Программы", "Новая программа", 0, 0)
    async with stage.app.database.begin() as session:
        profile = await session.scalar(select(Profile).where(Profile.side == "mentee"))
        assert profile
        session.add(
            Request(
                organisation_id=profile.organisation_id,
                profile_id=profile.id,
                text="физика",
                topics=["physics"],
                voiced_by="self",
                created_at=stage.clock.now(),
            )
        )
    await send(stage, curator, "/menu")
    await press(stage, curator, "Пары", "Подобрать пары", "Без пары (1)", 0)
    assert "подбора ещё не было" in curator.screen
    await press(stage, curator, "Отметить поддержку")
    await send(stage, curator, "Беседа с психологом")
    assert "Поддержка отмечена: 1" in curator.screen
    await press(stage, curator, "Назад", "Назад", "Настроить подбор", "Кого не хватает")
    assert "Физика: ждут 1, мест 0" in curator.screen
    await press(stage, curator, "Составить объявление")
    assert "Ищем наставников" in curator.screen
    await press(stage, curator, "Разослать это")
    await press(stage, curator, 0)
    assert "Физика" in school.mentors[0].screen
