"""Links that are none, or not for whoever holds them; ids of another school in every choice."""

import logging
import re
from datetime import timedelta

import pytest
from sqlalchemy import func, select, update

from db.models import Base, Invite, Membership, Person
from examples.stage import Stage
from mentoring.consent import representing
from mentoring.roles import Role
from mentoring.unit import Actor, Seat, Unit
from sandbox.people import Person as Phone
from tests.e2e import municipality, standing
from tests.e2e.hostile import check
from tests.e2e.test_pairs import press, send
from tests.e2e.witness import Witness

NONSENSE = (
    *("x", "0", "-", "_", "menu", "pair-1", "consents", "1" * 64, "A" * 22),
    *("null", "admin", "start", "SELECT", "-1", "a-b_c"),
)
# The intent before the mark, the tag of the screen at the end (bot/screens.py).
_CHOICE = re.compile(r"^(?P<head>.*\x1d\w+:)(?P<id>\d+)(?P<tail>\D.*)?$", re.DOTALL)
# Screens with a choice among rows; the ids on their buttons are what is forged.
SCREENS = (
    ("Люди", "Приглашения"),
    ("Люди", "Сотрудники"),
    ("Люди", "Участники", "Наставляемые"),
    ("Люди", "Участники", "Наставники"),
    ("Люди", "Программы"),
    ("Люди", "Анкеты", 0, "Внести со слов"),
    ("Люди", "Согласия", "Ждём бумагу: 1"),
    ("Опросы",),
)


async def counts(stage: Stage) -> tuple[int, ...]:
    async with stage.app.database.reading() as session:
        tables = (Person, Membership)
        return tuple([await session.scalar(select(func.count(one.id))) or 0 for one in tables])


async def test_a_link_that_is_none_says_so(stage: Stage, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.ERROR)
    town = await municipality.found(stage, "Управление", ["Школа № 5"])
    school = town.schools[0]
    curator, mentor, _mentee = school.people
    stranger = stage.world.person("Прохожий")
    before = await counts(stage)
    for token in NONSENSE:
        for person in (stranger, mentor):
            await person.start(token)
            await stage.settle()
            assert "ссылк" in person.screen.lower(), (token, person.screen)
            check(person, person.screen)
    # Out of its time, used up, taken back: each says so, and whom to ask.
    spoiled = {
        "Срок этой ссылки вышел": {"expires_at": stage.clock.now() - timedelta(days=1)},
        "уже пришли все": {"uses_left": 0},
        "отозвали": {"revoked_at": stage.clock.now()},
    }
    for said, values in spoiled.items():
        token = await municipality.link(stage, school.id, Role.MENTEE)
        async with stage.app.database.begin() as session:
            await session.execute(update(Invite).where(Invite.token == token).values(**values))
        await stranger.start(token)
        await stage.settle()
        assert said in stranger.screen
        assert "Школа № 5" in stranger.screen
    # Spoiled while it stands open: nothing is kept of whoever has begun.
    token = await municipality.link(stage, school.id, Role.MENTEE)
    await stranger.start(token)
    await stage.settle()
    await send(stage, stranger, "1990")
    async with stage.app.database.begin() as session:
        await session.execute(
            update(Invite).where(Invite.token == token).values(revoked_at=stage.clock.now())
        )
    await press(stage, stranger, "Согласен")
    assert "отозвали" in "\n".join([stranger.screen, *(one.text for one in stranger.toasts)])
    assert await counts(stage) == before
    assert curator.buttons()
    assert [one.getMessage() for one in caplog.records if one.name != "aiogram_dialog.window"] == []


async def test_a_childs_link_makes_nobody_a_parent_who_cannot_be(stage: Stage) -> None:
    school = (await municipality.found(stage, "Управление", ["Школа № 5"])).schools[0]
    pupils = [stage.world.person(name, last_name="Котов") for name in ("Миша", "Саша")]
    for pupil in pupils:
        await pupil.start(await municipality.link(stage, school.id, Role.MENTEE))
        await stage.settle()
        await send(stage, pupil, "2011")
        await press(stage, pupil, "Дальше", "Всё верно")
    async with stage.app.database.begin() as session:
        child = await session.scalar(select(Person.id).where(Person.telegram_id == pupils[0].id))
        seat = Seat(Role.CURATOR, school.id, school.name, municipality.ZONE)
        unit = Unit(session=session, now=stage.clock.now(), actor=Actor(1, seats=(seat,)))
        token = await representing.link(unit, school.id, child or 0)
    before = await counts(stage)
    for pupil, said in zip(pupils, ("для родителя", "только взрослый"), strict=True):
        await pupil.start(token)
        await stage.settle()
        while {"Дальше", "Всё верно"} & {*pupil.buttons()}:
            await press(
                stage, pupil, next(b for b in ("Дальше", "Всё верно") if b in pupil.buttons())
            )
            if said in heard(pupil):
                break
        assert said in heard(pupil)
    assert await counts(stage) == before


def heard(person: Phone) -> str:
    return "\n".join([person.screen, *(one.text for one in person.toasts[-2:])])


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_ids_of_another_school_open_nothing(
    stage: Stage, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.ERROR)
    town = await municipality.found(stage, "Управление", ["Школа № 5", "Лицей № 1"], each=1)
    for school, surname in zip(town.schools, ("Первушин", "Вторушин"), strict=True):
        curator = school.curators[0]
        await press(stage, curator, "Люди", "Участники", "Создать программу", 0, "Создать")
        await send(stage, curator, "/menu")
        await press(stage, curator, "Люди", "Приглашения", "Новая ссылка", "Исполнитель")
        await send(stage, curator, "/menu")
        await press(stage, curator, "Опросы", "Назначить опрос", 0, "Завтра", "Назначить")
        waiting = stage.world.person("Миша", last_name=surname)
        await waiting.start(await municipality.link(stage, school.id, Role.MENTEE))
        await stage.settle()
        await send(stage, waiting, "2011")
        await press(stage, waiting, "Дальше", "Всё верно")
    mine, other = town.schools
    ids = await ids_of(stage, other.id)
    known = await standing.read(stage.app.database, stage.app.settings.admin_ids)
    witness = Witness(stage.app.database)
    await witness.watch()
    tried = 0
    for path in SCREENS:
        curator = mine.curators[0]
        for foreign in sorted(ids):
            await send(stage, curator, "/menu")
            await press(stage, curator, *path)
            data = choice(curator)
            message = curator.keyboard_message()
            assert message is not None
            pressed = await curator.press_raw(data.format(foreign), message)
            await stage.settle()
            assert pressed.answered, (path, foreign)
            said = heard(curator)
            assert known.foreign(known.of(curator.id), said, "") == set(), (path, foreign, said)
            check(curator, curator.screen)
            tried += 1
    assert tried >= len(SCREENS) * 5
    changed = {one.what for one in await witness.changes() if one.organisation == other.id}
    assert changed == set()
    assert [one.getMessage() for one in caplog.records if one.name != "aiogram_dialog.window"] == []


def choice(person: Phone) -> str:
    """The data of the newest keyboard's first choice by an id, with a place for another one."""
    message = person.keyboard_message()
    markup = message.markup if message else None
    for row in markup.rows if markup else []:
        for button in row:
            found = _CHOICE.match(str(button.get("callback_data", "")))
            if found:
                return f"{found['head']}{{}}{found['tail'] or ''}"
    raise LookupError(person.buttons())


async def ids_of(stage: Stage, school: int) -> set[int]:
    """A few ids of each kind of row of a school, none of which may mean anything elsewhere."""
    found: set[int] = set()
    async with stage.app.database.reading() as session:
        for table in Base.metadata.sorted_tables:
            if "organisation_id" in table.c and "id" in table.c:
                query = select(table.c.id).where(table.c.organisation_id == school)
                found |= set(await session.scalars(query.order_by(table.c.id.desc()).limit(2)))
    return found
