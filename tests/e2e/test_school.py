"""A school of three hundred comes on board: lists, links, consents, questions, the banks."""

import io
import itertools
import logging
import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from sqlalchemy import func, select

from db.models import Consent, Membership, Profile
from examples.stage import Stage, consents_by_button
from mentoring.bank.status import Status
from mentoring.consent import texts
from mentoring.roles import Role
from sandbox.people import Person as Phone
from tests.e2e import municipality, whole_school
from tests.e2e.conftest import MONDAY
from tests.e2e.invariants import broken
from tests.e2e.municipality import School
from tests.e2e.test_pairs import press, send
from tests.e2e.whole_school import Pupil

# Pupils are written to when their lessons are over.
AFTER_LESSONS = MONDAY + timedelta(hours=5)
TUESDAY = MONDAY + timedelta(days=1)
PUPILS = whole_school.pupils()


@pytest.fixture
def operator(tmp_path: Path) -> Iterator[dict[str, Any]]:
    """For minors, too, a button counts: the parents have links of their own."""
    yield {"consents_dir": consents_by_button(tmp_path / "consents")}
    texts.use(None)


async def test_a_school_of_three_hundred_comes_on_board(
    stage: Stage, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.ERROR)
    await stage.go_to(AFTER_LESSONS)
    school = (await municipality.found(stage, "Управление", ["Школа № 1"], each=1)).schools[0]
    curator = school.curators[0]
    await lists_are_loaded(stage, curator)
    class_link = await link_of_class(stage, curator, "9А")
    walkers = [one for one in PUPILS if one.grade == "9А"][:2]
    # Two pupils, a parent and a mentor walk in by the chat.
    await pupil_with_a_parent(stage, class_link, walkers[0])
    await pupil_with_a_paper(stage, class_link, curator, walkers[1])
    mentors_link = await mentor_of_age(stage, curator)
    await everybody_else(stage, school, mentors_link, walkers)
    # The first of a day is told of, the others are counted.
    assert sum("О тех, кто придёт сегодня следом" in message.text for message in curator.chat) == 2
    await send(stage, curator, "/menu")
    await press(stage, curator, "Люди", "Приглашения")
    await press(stage, curator, next(one for one in curator.buttons() if "9А" in one))
    assert "9А: 28 из 28 пришли" in curator.screen
    await banks_are_taken_out(stage, curator)
    await parents_are_checked(stage, curator)
    check_screens(stage)
    assert await broken(stage.app.database) == {}
    assert refused(stage) == []
    assert [record.getMessage() for record in caplog.records] == []


async def lists_are_loaded(stage: Stage, curator: Phone) -> None:
    """Pupils from a file, mentors pasted; nothing is saved before the yes, nobody doubled."""
    people = ("Люди", "Участники")
    await press(stage, curator, *people, "Создать программу", "ученик – ученик", "Создать")
    await send(stage, curator, "/menu")
    for again in (False, True):
        await press(stage, curator, *(() if again else (*people, "Наставляемые")))
        await press(stage, curator, "Загрузить список людей")
        await curator.send_file("список.xlsx", whole_school.roster(PUPILS))
        await stage.settle()
        assert any("людей 280, строк с ошибками 1" in one.text for one in curator.chat)
        await press(stage, curator, "Проверить список")
        assert f"Новых: {0 if again else 280}" in curator.screen
        assert f"Уже есть, обновятся: {280 if again else 0}" in curator.screen
        assert "Пётр А., 5А" in curator.screen or again
        await press(stage, curator, "Не сохранять" if again else "Сохранить")
        if not again:
            await press(stage, curator, "Фильтр", "В списке: 280", "Показать: 280")
    await send(stage, curator, "/menu")
    await press(stage, curator, *people, "Наставники", "Загрузить список людей")
    await send(stage, curator, whole_school.mentors())
    assert "Новых: 20" in curator.screen
    await press(stage, curator, "Сохранить")


async def link_of_class(stage: Stage, curator: Phone, name: str) -> str:
    """The curator makes a link for one class; its counter stands at nothing."""
    await send(stage, curator, "/menu")
    await press(stage, curator, "Люди", "Приглашения", "Новая ссылка", "Наставляемый")
    while f"{name}: 0 из 28" not in curator.buttons():
        await press(stage, curator, ">")
    await press(stage, curator, f"{name}: 0 из 28")
    assert f"{name}: 0 из 28 пришли" in curator.screen
    return curator.screen.rsplit("start=", 1)[1].split()[0]


async def pupil_with_a_parent(stage: Stage, token: str, one: Pupil) -> None:
    """At fourteen and over both agree, each by their own hand; then come the questions."""
    pupil = stage.world.person(one.given, last_name=one.surname)
    await pupil.start(token)
    await stage.settle()
    await send(stage, pupil, str(one.born))
    await press(stage, pupil, "Согласен", "Всё верно")
    assert "Осталось получить согласие" in pupil.screen
    await press(stage, pupil, "Ссылка для родителя")
    mother = stage.world.person("Ольга", last_name=f"{one.surname}а")
    await mother.start(pupil.screen.rsplit("start=", 1)[1].split()[0])
    await stage.settle()
    assert f"{one.given} {one.surname[0]}." in mother.screen
    await press(stage, mother, "Согласен", "Всё верно")
    assert any("Согласие получено" in event.text for event in pupil.events)
    await questions_are_answered(stage, pupil)


async def questions_are_answered(stage: Stage, pupil: Phone) -> None:
    """Pressed and typed, a step back, one left out; in the middle the bot's process ends."""
    await press(stage, pupil, "Что дальше")
    # The link of the class has told it.
    assert "Уже записано: Класс – 9" in pupil.screen
    assert "вопрос 2 из" in pupil.screen
    await press(stage, pupil, "Да")
    assert "Где и в чём" in pupil.screen
    await press(stage, pupil, "Назад", "Нет")
    await send(stage, pupil, "1, 5")
    await send(stage, pupil, "Хочу понимать задачи")
    await stage.restart()
    await send(stage, pupil, "в субботу; в каникулы")
    assert "вопрос 6 из 26" in pupil.screen
    await send(stage, pupil, "1")
    await send(stage, pupil, "русский")
    await press(stage, pupil, "Всё равно", "Пропустить", "Пропустить", *["9"] * 13)
    await press(stage, pupil, "Пропустить", "Пропустить", "Да")
    assert "1. Класс: 9" in pupil.screen
    await press(stage, pupil, "Отправить")


async def pupil_with_a_paper(stage: Stage, token: str, curator: Phone, one: Pupil) -> None:
    """The pupil agrees by the button, the parent on paper; the curator puts it on record."""
    pupil = stage.world.person(one.given, last_name=one.surname)
    await pupil.start(token)
    await stage.settle()
    await send(stage, pupil, str(one.born))
    await press(stage, pupil, "Согласен", "Всё верно")
    await send(stage, curator, "/menu")
    await press(stage, curator, "Люди", "Согласия", "Ждём родителей: 1")
    await press(stage, curator, f"{one.given} {one.surname[0]}., {one.born}")
    await press(stage, curator, "Записать бумагу", "Родитель")
    await send(stage, curator, "15-с")
    await press(stage, curator, "Сегодня", "Пропустить")
    assert any("Согласие получено" in event.text for event in pupil.events)


async def mentor_of_age(stage: Stage, curator: Phone) -> str:
    """An adult's two consents are two taps. Returns the link all mentors have."""
    await send(stage, curator, "/menu")
    await press(stage, curator, "Люди", "Приглашения", "Новая ссылка", "Наставник")
    token = curator.screen.rsplit("start=", 1)[1].split()[0]
    mentor = stage.world.person("Вера", last_name="Абрамцева")
    await mentor.start(token)
    await stage.settle()
    await send(stage, mentor, "1985 год")
    await press(stage, mentor, "Согласен", "Согласен", "Всё верно")
    assert "Анкета в начале программы" in mentor.screen
    await press(stage, mentor, "Продолжить позже")
    return token


async def everybody_else(
    stage: Stage, school: School, mentors_link: str, here: list[Pupil]
) -> None:
    """By the links of their classes; of half the classes the parents agree, of half on paper."""
    ways = itertools.cycle((whole_school.parents_agree, whole_school.papers_come))
    for (grade, people), way in zip(whole_school.classes(PUPILS), ways, strict=False):
        token = await whole_school.link(stage, school, grade)
        ids = await whole_school.pupils_come(
            stage, token, [one for one in people if one not in here]
        )
        await way(stage, school, ids)
    await whole_school.mentors_come(stage, mentors_link)
    await stage.settle()
    async with stage.app.database.reading() as session:
        listed = select(func.count(Profile.id)).where(Profile.status == Status.LISTED)
        assert await session.scalar(listed) == 0
        seats = select(Membership.role, func.count()).group_by(Membership.role)
        taken = {role: count for role, count in await session.execute(seats)}
        given = select(Consent.channel, Consent.giver, func.count())
        given = given.group_by(Consent.channel, Consent.giver)
        consents = {
            (channel, giver): count for channel, giver, count in await session.execute(given)
        }
    assert (taken[Role.MENTEE], taken[Role.MENTOR]) == (281, 21)
    assert consents["button", "representative"] == 141
    assert consents["paper", "representative"] == 139


async def banks_are_taken_out(stage: Stage, curator: Phone) -> None:
    """Everybody stands in the file once, and what looks like a formula is text."""
    await send(stage, curator, "/menu")
    await press(stage, curator, "Люди", "Участники", "Выгрузить банки в .xlsx")
    sent = next(message.file for message in reversed(curator.chat) if message.file)
    mentees, mentors = load_workbook(io.BytesIO(sent.data)).worksheets
    names = [row[1] for row in mentees.iter_rows(min_row=2, values_only=True)]
    assert len(names) == 281
    assert {f"{one.given} {one.surname}" for one in PUPILS} <= set(names)
    row = next(row for row in mentors.iter_rows(min_row=2) if "Коннор" in str(row[1].value))
    assert "=1+1" in str(row[3].value)
    assert row[3].data_type == "s"


async def parents_are_checked(stage: Stage, curator: Phone) -> None:
    """Of 141 parents the first was a message; of all there is one line in the morning, one list."""
    told = [one.text for one in curator.chat if "теперь законный представитель" in one.text]
    assert len(told) == 1
    await stage.go_to(TUESDAY)
    assert "Новые законные представители: 141 (Школа № 1)" in curator.last.text
    await press(stage, curator, "Проверить представителей")
    assert "1. Ольга" in curator.screen
    assert "2. Мария Родительская – за: " in curator.screen
    await press(stage, curator, "1", "Подтвердить остальных")
    assert "Подтверждено: 140." in curator.toasts[-1].text
    await press(stage, curator, "Законные представители: 1", "1", "Отклонить отмеченных")
    assert "Отклонено: 1." in curator.toasts[-1].text


def check_screens(stage: Stage) -> None:
    """Nothing raw, nothing unsaid, and no pupil's surname on a phone but their own."""
    surnames = re.compile(rf"\b({'|'.join(whole_school.SURNAMES)})\b")
    for person in stage.world.people:
        for message in person.chat:
            if not message.from_bot:
                continue
            shown = "\n".join([message.text, *message.buttons])
            assert not re.search(r"</?[a-z]+>|&(lt|gt|amp|quot);|\{ ?\$|\bNone\b", shown), shown
            assert not re.fullmatch(r"[a-z]+(-[a-z]+)+", shown.strip()), shown
            assert {*surnames.findall(shown)} <= {person.account.last_name}, shown


def refused(stage: Stage) -> list[str]:
    """What the messenger took offence at; that a keyboard was gone already is none."""
    calls = stage.world.calls.refused()
    return [call.method for call in calls if call.method != "editMessageReplyMarkup"]
