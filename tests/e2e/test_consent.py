"""Coming in: an adult in four taps, a pupil with a parent, papers, questions, a change of mind."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from db.models import Audit, Consent, Membership, Person
from examples.stage import Stage
from mentoring.consent import texts
from mentoring.roles import Role
from sandbox.people import Person as Phone
from tests.e2e import municipality
from tests.e2e.conftest import MONDAY
from tests.e2e.invariants import broken
from tests.e2e.municipality import School

# Pupils are written to when their lessons are over.
AFTER_LESSONS = MONDAY + timedelta(hours=5)


async def link(stage: Stage, school: School, role: Role) -> str:
    """The payload of a link into the school."""
    return await municipality.link(stage, school.id, role, 10)


async def press(stage: Stage, person: Phone, *labels: str | int) -> None:
    for label in labels:
        await person.press(label)
        await stage.settle()


async def send(stage: Stage, person: Phone, text: str) -> None:
    await person.send(text)
    await stage.settle()


async def seats(stage: Stage, person: Phone) -> list[str]:
    async with stage.app.database.reading() as session:
        query = (
            select(Membership.role)
            .join(Person, Person.id == Membership.person_id)
            .where(Person.telegram_id == person.id, Membership.ended_at.is_(None))
        )
        return list(await session.scalars(query))


async def start(stage: Stage, person: Phone, token: str) -> None:
    await person.start(token)
    await stage.settle()


def refused(stage: Stage) -> list[str]:
    """What the messenger took offence at; that a keyboard was gone already is none."""
    return [
        call.method
        for call in stage.world.calls.refused()
        if call.method != "editMessageReplyMarkup"
    ]


async def test_a_mentor_of_age_reads_asks_agrees_and_changes_their_mind(stage: Stage) -> None:
    school = (await municipality.found(stage, "Управление", ["Школа № 5"])).schools[0]
    token = await link(stage, school, Role.MENTOR)
    anna = stage.world.person("Анна", last_name="Воронова")
    await start(stage, anna, token)
    assert "Школа № 5" in anna.screen and "наставник" in anna.screen
    await send(stage, anna, "в девяностом")
    assert "четырьмя цифрами" in anna.screen
    await press(stage, anna, "1980-е", "1985")
    assert "Школа № 5" in anna.screen and "персональных данных" in anna.screen
    # The full text before anything is agreed to, and a question to the curator.
    await press(stage, anna, "Полный текст")
    assert any(event.attachment for event in anna.events)
    await press(stage, anna, "Вопрос куратору")
    await send(stage, anna, "А фото <нужно>?")
    curator = school.curators[0]
    await press(stage, curator, "Ответить")
    await send(stage, curator, "Нет, не нужно")
    assert any("Нет, не нужно" in event.text for event in anna.events)
    assert await seats(stage, anna) == []
    # A refusal leaves nothing behind.
    await press(stage, anna, "Не согласен")
    async with stage.app.database.reading() as session:
        assert await session.scalar(select(Person).where(Person.telegram_id == anna.id)) is None
    await start(stage, anna, token)
    await send(stage, anna, "1985 год")
    await press(stage, anna, "Согласен", "Согласен", "Всё верно")
    assert await seats(stage, anna) == ["mentor"]
    # The log names her, who has only just become a person here.
    async with stage.app.database.reading() as session:
        me = await session.scalar(select(Person.id).where(Person.telegram_id == anna.id))
        given = select(Audit.actor_id).where(Audit.subject_id == me, Audit.what == "consent-given")
        assert list(await session.scalars(given)) == [me, me]
    # Two taps, with what follows said before.
    await press(stage, anna, "Ещё", "Мои согласия", 0, "Отозвать согласие")
    assert "стёрты в течение 30 дней" in anna.screen
    await press(stage, anna, "Да, отозвать")
    assert await seats(stage, anna) == []
    assert any("отозвано согласие" in event.text for event in curator.events)
    await stage.go_to(stage.clock.now() + timedelta(days=31))
    async with stage.app.database.reading() as session:
        wiped = (await session.scalars(select(Person).where(Person.erased_at.is_not(None)))).one()
    assert (wiped.telegram_id, wiped.birth_year) == (None, None)
    assert wiped.name == f"Удалённая запись № {wiped.id}"
    assert any("вместо имени остался номер" in event.text for event in curator.events)
    assert refused(stage) == []


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_nothing_goes_on_after_a_withdrawal(stage: Stage) -> None:
    await stage.go_to(AFTER_LESSONS)
    school = (await municipality.found(stage, "Управление", ["Школа № 5"])).schools[0]
    curator, mentor, mentee = school.people
    await press(stage, curator, "Люди", "Программы", "Новая программа", 0, 0)
    await send(stage, curator, "/menu")
    await press(stage, curator, "Пары", "Создать пару", 0, 0, "Создать")
    await send(stage, mentee, "/menu")
    await press(stage, mentee, "Ещё", "Мои согласия", 0, "Отозвать согласие", "Да, отозвать")
    told = len(mentee.events)
    await stage.go_to(stage.clock.now() + timedelta(days=15))
    assert len(mentee.events) == told
    assert await broken(stage.app.database) == {}
    assert mentor.buttons()


async def test_a_pupil_comes_in_when_a_parent_has_agreed(stage: Stage) -> None:
    catalogue = texts.read()
    await stage.go_to(AFTER_LESSONS)
    school = (await municipality.found(stage, "Управление", ["Школа № 5"])).schools[0]
    token = await link(stage, school, Role.MENTEE)
    mother = stage.world.person("Ольга", last_name="Петрова")
    pupil, brother = (stage.world.person(name, last_name="Петров") for name in ("Миша", "Вэй"))
    with_button = {
        purpose: tuple(
            texts.Version(one.purpose, one.number, one.adults, one.adults, one.months, one.texts)
            for one in versions
        )
        for purpose, versions in catalogue.items()
    }
    texts.use(with_button)
    try:
        # 15: agrees too. 9: does not sign, and what the given name is cannot be told.
        for child, year in ((pupil, "2011"), (brother, "2017")):
            await start(stage, child, token)
            await send(stage, child, year)
            await press(stage, child, "Согласен" if child is pupil else "Дальше")
            if child is brother:
                await send(stage, child, "Ли Вэй")
                await press(stage, child, "Вэй")
            else:
                await press(stage, child, "Всё верно")
            assert "Осталось получить согласие" in child.screen
            assert await seats(stage, child) == []
            await press(stage, child, 0, "Ссылка для родителя")
            parent_token = child.screen.rsplit("start=", 1)[1].split()[0]
            # The child's own hand does not sign for the parent.
            await start(stage, mother, parent_token)
            shown = "Миша П." if child is pupil else "Вэй Л."
            assert shown in mother.screen
            await press(stage, mother, "Согласен", "Всё верно")
            assert await seats(stage, child) == ["mentee"]
            assert any("Согласие получено" in event.text for event in child.events)
        assert await seats(stage, mother) == ["representative"]
        await press(stage, mother, "Мои согласия")
        assert "Миша П." in mother.screen and "Вэй Л." in mother.screen
        async with stage.app.database.reading() as session:
            given = (await session.execute(select(Consent.giver, Consent.channel))).all()
        assert sorted(tuple(row) for row in given if row.giver == "representative") == [
            ("representative", "button"),
            ("representative", "button"),
        ]
    finally:
        texts.use(None)
    assert refused(stage) == []


async def test_a_curator_keeps_papers_and_reminds_once_a_day(stage: Stage) -> None:
    """As shipped: of minors only paper counts."""
    await stage.go_to(AFTER_LESSONS)
    school = (await municipality.found(stage, "Управление", ["Школа № 5"])).schools[0]
    curator, token = school.curators[0], await link(stage, school, Role.MENTEE)
    pupils = [stage.world.person(name, last_name="Котов") for name in ("Миша", "Саша", "Даша")]
    for pupil in pupils:
        await start(stage, pupil, token)
        await send(stage, pupil, "2011")
        assert "только на бумаге" in pupil.screen
        await press(stage, pupil, "Дальше", "Всё верно")
        assert "Осталось получить согласие" in pupil.screen
    await press(stage, pupils[0], 0, "Бланк для подписи")
    assert any(event.attachment for event in pupils[0].events)
    await curator.send("/menu")
    await stage.settle()
    await press(stage, curator, "Люди", "Согласия")
    assert "Без согласия: 3" in curator.screen
    await press(stage, curator, "Ждём бумагу: 3", "Напомнить всем")
    assert all(any("не хватает согласия" in e.text for e in pupil.events) for pupil in pupils)
    told = [len(pupil.events) for pupil in pupils]
    await press(stage, curator, "Напомнить всем")
    assert [len(pupil.events) for pupil in pupils] == told
    # One of them, with a photo; then everybody left, in a row.
    await press(stage, curator, "Даша К., 2011", "Записать бумагу", "Участник и родитель")
    await send(stage, curator, "17-о")
    await send(stage, curator, "31.12.2099")
    await send(stage, curator, "вчера или позавчера")
    assert "Какого числа" in curator.screen
    await press(stage, curator, "Сегодня")
    await curator.send_photo(b"photo")
    await stage.settle()
    assert await seats(stage, pupils[2]) == ["mentee"]
    assert any("Согласие получено" in event.text for event in pupils[2].events)
    await press(stage, curator, "Ждём бумагу: 2", "Записать бумаги на всех", "Участник и родитель")
    await send(stage, curator, "18")
    await press(stage, curator, "Сегодня")
    assert "в порядке" in curator.screen
    async with stage.app.database.reading() as session:
        numbers = set(await session.scalars(select(Consent.number)))
        photos = list(await session.scalars(select(Consent.photo_id)))
    assert {"17-о", "18-1", "18-2"} <= numbers
    assert sum(photo is not None for photo in photos) == 2
    assert refused(stage) == []
