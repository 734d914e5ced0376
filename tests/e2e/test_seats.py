"""Links with their codes and posters, a deputy for a week, a successor."""

from datetime import timedelta

import pytest

from examples.stage import Stage
from mentoring.roles import Role
from sandbox.people import Person
from tests.e2e import municipality
from tests.e2e.invariants import broken


async def do(stage: Stage, person: Person, *labels: str | int) -> None:
    for label in labels:
        await person.press(label)
        await stage.settle()


async def say(stage: Stage, person: Person, text: str) -> None:
    await person.send(text)
    await stage.settle()


def card(person: Person) -> str:
    """The screen with buttons; a file may have come below it."""
    message = person.keyboard_message()
    return message.text if message else ""


def token(person: Person) -> str:
    return card(person).rsplit("start=", 1)[1].split()[0]


async def test_a_link_a_deputy_and_a_successor(stage: Stage) -> None:
    town = await municipality.found(stage, "Управление", ["Школа № 7"])
    curator = town.schools[0].curators[0]
    await pass_links_on(stage, curator)
    await go_on_leave(stage, curator)
    await hand_over(stage, curator)
    assert await broken(stage.app.database) == {}
    # A keyboard that is gone already may be taken off once more; nothing else is refused.
    refused = [call.method for call in stage.world.calls.refused()]
    assert set(refused) <= {"editMessageReplyMarkup"}


async def pass_links_on(stage: Stage, curator: Person) -> None:
    await do(stage, curator, "Люди", "Приглашения", "Новая ссылка", "Наставляемый")
    await say(stage, curator, "8Б")
    assert "8Б" in curator.screen
    await do(stage, curator, "QR-код", "Плакат")
    names = [one.file.name for one in curator.visible if one.from_bot and one.file]
    assert len(names) == 2
    assert names[1].startswith("плакат")
    await do(stage, curator, "Число мест и срок", "1 чел.")
    assert "Осталось мест: 1" in card(curator)
    link = token(curator)

    # The last place is taken by one; the other is told whom to ask.
    for number, said in ((1, "Школа № 7"), (2, "Попросите новую: curator 1 Школа № 7, Школа № 7")):
        guest = stage.world.person(f"Гость {number}")
        await guest.start(link)
        await stage.settle()
        if number == 1:
            await municipality.agree(stage, guest)
        assert said in guest.screen
    await do(stage, curator, "Назад")
    assert "пришли 1" in card(curator)


async def go_on_leave(stage: Stage, curator: Person) -> None:
    """An executor comes by a link and stands in for the curator for two days."""
    await do(stage, curator, "Новая ссылка", "Исполнитель")
    link = token(curator)
    deputy = stage.world.person("Вера", last_name="Заместитель")
    await deputy.start(link)
    await stage.settle()
    await do(stage, deputy, "Всё верно")
    assert "Пары" not in deputy.buttons()
    await say(stage, curator, "/menu")
    await do(stage, curator, "Люди", "Сотрудники", "curator 1 Школа № 7", "Назначить заместителя")
    await do(stage, curator, "Вера Заместитель")
    await say(stage, curator, "завтра утром")
    assert "Не получилось понять дату" in curator.screen
    await say(stage, curator, "16.09.2026")
    await say(stage, curator, "17.09.2026")
    assert "Замещает Вера Заместитель: с 16.09.2026 по 17.09.2026" in curator.screen
    assert "Вы замещаете: curator 1 Школа № 7" in deputy.screen
    await stage.go_to(stage.clock.now() + timedelta(days=2))
    await say(stage, deputy, "/menu")
    await do(stage, deputy, "Куратор: Школа № 7")
    assert "Пары" in deputy.buttons()
    assert "Вы замещаете другого человека." in deputy.screen
    await stage.go_to(stage.clock.now() + timedelta(days=2))
    await do(stage, deputy, "Пары")
    assert "Исполнитель" in deputy.screen or "недоступно" in deputy.screen
    await say(stage, deputy, "/menu")
    assert "Пары" not in deputy.buttons()


async def hand_over(stage: Stage, curator: Person) -> None:
    """Somebody new takes over in one step."""
    await say(stage, curator, "/menu")
    await do(stage, curator, "Люди", "Сотрудники", "curator 1 Школа № 7", "Передать дела")
    link = token(curator)
    heir = stage.world.person("Ольга", last_name="Новая")
    await heir.start(link)
    await stage.settle()
    await do(stage, heir, "Всё верно")
    assert "Пары" in heir.buttons()
    assert any("Ваши дела принял(а): Ольга Новая" in one.text for one in curator.visible)
    await say(stage, curator, "/menu")
    assert "Пары" not in curator.buttons()


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_many_hats(stage: Stage) -> None:
    """The seat taken last is acted from; the others are a tap away, many are behind a button."""
    town = await municipality.found(stage, "Управление", ["Школа № 1", "Школа № 2"])
    first, second = town.schools
    person = first.curators[0]
    await municipality.take(stage, person, second.id, Role.CURATOR)
    assert "Куратор: Школа № 2" in person.screen
    assert "Куратор: Школа № 1" in person.buttons()
    await do(stage, person, "Люди", "Сотрудники")
    assert "curator 1 Школа № 2" in person.screen
    await say(stage, person, "/menu")
    await do(stage, person, "Куратор: Школа № 1", "Люди", "Сотрудники")
    assert "curator 1 Школа № 2" not in person.screen
    await say(stage, person, "/menu")
    for role in (Role.EXECUTOR, Role.COUNCIL):
        await municipality.take(stage, person, second.id, role)
    await do(stage, person, "Другая роль", "Куратор: Школа № 1")
    assert "Пары" in person.buttons()
