"""One season of pairs in one school: from the requests to the certificate."""

from datetime import timedelta

from sqlalchemy import select, update

from db.models import Meeting, Pair, PairEvent, Profile, Request
from examples.stage import Stage
from mentoring.roles import Role
from sandbox.people import Person
from tests.e2e.municipality import School, found, join
from tests.e2e.test_pair_end import paper
from tests.e2e.test_pairs import press, send


async def with_requests(stage: Stage) -> tuple[School, Person]:
    """A school with a head and a programme: three mentees ask for what three mentors can."""
    school = (await found(stage, "Управление", ["Школа № 5"], each=3)).schools[0]
    [head] = await join(stage, school.id, Role.HEAD, "Директор", 1)
    curator = school.curators[0]
    await press(stage, curator, "Люди", "Программы", "Новая программа", 0, 0)
    async with stage.app.database.begin() as session:
        offer = {"topics": ["exams"], "free_time": ["evening"], "capacity": 2}
        await session.execute(update(Profile).where(Profile.side == "mentor").values(offer))
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
    return school, head


async def matched_and_ordered(stage: Stage, school: School, head: Person) -> dict[Person, Person]:
    """Who mentors whom, after one refusal; everybody is under the head's order."""
    curator = school.curators[0]
    await press(stage, curator, "Пары", "Подобрать пары", "Подобрать", "Посмотреть", "1")
    assert "запрос и опыт совпадают: Подготовка к экзаменам" in curator.screen
    await press(stage, curator, "Назад", "Все в черновики (3)", "Да, все в черновики")
    await press(stage, curator, "Черновики", "Отправить приглашения (3)")
    refusing = next(one for one in school.mentors if "Да" in one.buttons())
    await press(stage, refusing, "Нет", "Не хватает времени")
    assert "Причина (видит только куратор): «Не хватает времени»" in curator.screen
    await press(stage, curator, next(one for one in curator.buttons() if "Предложить" in one))
    for person in [*school.mentors, *school.mentees]:
        while "Да" in person.buttons():
            await press(stage, person, "Да")
    await send(stage, curator, "/menu")
    await press(stage, curator, "Пары", "Черновики (3)", "На подпись (3)")
    assert all(one.name in paper(head) for one in school.mentees)
    await send(stage, head, "/menu")
    await press(stage, head, "На подпись", 0)
    await send(stage, head, "31-о от 14.09.2026")
    return {
        mentee: next(one for one in school.mentors if one.name in mentee.screen)
        for mentee in school.mentees
    }


async def grouped_and_rested(stage: Stage, school: School, working: dict[Person, Person]) -> None:
    """The second mentee joins the first one's pair, which then has a pause."""
    curator, (first, second, _third) = school.curators[0], school.mentees
    # A group: the second joins the first's pair, theirs having come to its end.
    await at_pair(stage, curator, second)
    await press(stage, curator, "Завершить пару", 2)
    await press(stage, curator, "Да, завершить")
    await at_pair(stage, curator, first)
    await press(stage, curator, "Состав и история")
    await press(stage, curator, "Добавить наставляемого", second.name)
    assert f"Ваш наставник: {working[first].name}" in second.screen
    # Exams: a pause that ends by itself.
    await press(stage, curator, "Назад", "Изменить", "Пауза до даты")
    await send(stage, curator, "20.09.2026")
    assert "на паузе до 20 сентября" in first.screen
    await stage.go_to(stage.clock.now() + timedelta(days=7))
    assert "Пауза закончилась" in first.screen


async def replaced(stage: Stage, school: School, head: Person, former: Person) -> Person:
    """The third mentee asks for another mentor; nobody learns that, the next one is there."""
    curator, third = school.curators[0], school.mentees[2]
    await send(stage, third, "/menu")
    await press(stage, third, "Моя пара", "Попросить о замене")
    await send(stage, third, "Хочу к другому")
    await press(stage, curator, "Открыть", "Удовлетворить", "Да")
    assert "Хочу" not in former.screen
    assert "завершена" in former.screen
    following = next(one for one in school.mentors if one is not former and "Да" in one.buttons())
    await press(stage, following, "Да")
    await press(stage, third, "Да")
    await send(stage, curator, "/menu")
    await press(stage, curator, "Пары", "Черновики (1)", "На подпись (1)")
    assert former.name in paper(head)
    assert following.name in paper(head)
    await send(stage, head, "/menu")
    await press(stage, head, "На подпись", "Приказ о замене…")
    await send(stage, head, "40-о")
    assert f"Ваш наставник: {following.name}" in third.screen
    return following


async def test_a_season(stage: Stage) -> None:
    school, head = await with_requests(stage)
    curator, third = school.curators[0], school.mentees[2]
    working = await matched_and_ordered(stage, school, head)
    assert all("Ваш наставник" in one.screen for one in school.mentees)
    await grouped_and_rested(stage, school, working)
    following = await replaced(stage, school, head, working[third])
    # An extension by mutual consent, the final meeting, thanks and the certificate.
    await send(stage, following, "/menu")
    await press(stage, following, "Моя пара", "Продлить")
    await send(stage, following, "30.06.2027")
    await press(stage, third, "Да")
    assert "пара продлена" in following.screen
    await send(stage, following, "/menu")
    await press(stage, following, "Записать встречу")
    if third.name in following.buttons():
        await press(stage, following, third.name)
    await press(stage, following, "Записать")
    async with stage.app.database.begin() as session:
        await session.execute(update(Meeting).values(kind="final"))
    await at_pair(stage, curator, third)
    await press(stage, curator, "Завершить пару")
    await press(stage, curator, "Завершить по плану")
    assert "Итоговая встреча записана" in curator.screen
    await press(stage, curator, "Да, завершить", "Сертификат наставника")
    assert following.name in paper(curator)
    assert "СЕРТИФИКАТ НАСТАВНИКА" in paper(curator)
    async with stage.app.database.reading() as session:
        statuses = list(await session.scalars(select(Pair.status)))
        deeds = set(await session.scalars(select(PairEvent.what)))
    assert sorted(statuses) == ["active", "cancelled", "completed", "ended_early", "ended_early"]
    assert {"sign", "pause", "resume", "join", "extend", "end", "complete", "cancel"} <= deeds


async def at_pair(stage: Stage, curator: Person, mentee: Person) -> None:
    """The curator opens the pair this mentee is in."""
    await send(stage, curator, "/menu")
    await press(stage, curator, "Пары")
    number = " ".join(mentee.name.split()[:2])
    await press(stage, curator, next(one for one in curator.buttons() if number in one))
