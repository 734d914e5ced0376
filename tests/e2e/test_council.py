"""The methodical council through the chat: a pair's difficulty, then what the pair has come to."""

from datetime import timedelta

from examples.stage import Stage
from mentoring.roles import Role
from tests.e2e.invariants import broken
from tests.e2e.municipality import found, join
from tests.e2e.test_pairs import press, send


async def test_the_council_advises_and_judges(stage: Stage) -> None:
    school = (await found(stage, "Управление", ["Школа № 5"])).schools[0]
    curator, mentor, mentee = school.curators[0], school.mentors[0], school.mentees[0]
    await press(stage, curator, "Пары", "Создать пару", 0, 0, "Создать")
    # No council, no button.
    assert "Методический совет" not in curator.buttons()
    (council,) = await join(stage, school.id, Role.COUNCIL, school.name, 1)
    # The one asks for another partner in confidence: the council gets the curator's words only.
    await send(stage, mentee, "/menu")
    await press(stage, mentee, "Моя пара", "Попросить о замене")
    await send(stage, mentee, "Мне с ним страшно")
    await press(stage, curator, "Открыть", "Методический совет")
    assert "Не пишите того, что Вам доверили лично" in curator.screen
    await send(stage, curator, "Не сходятся <по времени>")
    assert "Передано совету" in curator.screen
    await send(stage, curator, "И ещё одно")
    assert "Это уже передано совету" in curator.screen

    await send(stage, council, "/menu")
    await press(stage, council, "Дела", "Трудности пар: 1", 0)
    assert "Не сходятся <по времени>" in council.screen and "страшно" not in council.screen
    await send(stage, council, "Попробуйте среду")
    await send(stage, council, "Попробуйте среду после уроков")
    assert "Отправленную изменить нельзя" in council.screen
    await press(stage, council, "Отправить куратору")
    assert "отправлена куратору" in council.toasts[-1].text
    assert "Рекомендаций сейчас никто не ждёт" in council.screen
    assert "среду после уроков" in curator.screen
    assert "среду" not in mentor.screen
    await press(stage, curator, "Передать рекомендацию паре")
    assert "Передана паре" in curator.screen
    for person in (mentor, mentee):
        assert "Попробуйте среду после уроков" in person.screen

    await send(stage, curator, "/menu")
    await press(stage, curator, "Пары", 0, "Завершить пару", "Завершить по плану", "Да, завершить")
    # In the list, as for many pairs at once.
    await send(stage, curator, "/menu")
    await press(stage, curator, "Дела", "Итоги пар для методического совета: 1")
    assert "пара их не увидит" in curator.screen
    await press(stage, curator, "Передать остальных")
    assert curator.toasts[-1].text == "Передано совету: 1."
    await send(stage, council, "/menu")
    await press(stage, council, "Дела", "Оценить итоги: 1", 0, "8")
    await send(stage, council, "девять")
    assert "2 из 4" in council.screen
    await send(stage, council, "9")
    await press(stage, council, "10", "5")
    assert "Наставляемый продвинулся – 10" in council.screen
    await press(stage, council, "Отправить")
    assert "8 из 10 (оценили: 1)" in council.screen
    await stage.go_to(stage.clock.now() + timedelta(days=1))
    assert "Методический совет оценил итоги пары" in curator.screen
    await press(stage, curator, "Карточка пары")
    assert "Оценка методического совета: 8 из 10" in curator.screen
    assert "Оценка методического совета" not in mentor.screen
    assert await broken(stage.app.database) == {}
