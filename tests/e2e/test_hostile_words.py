"""Ten thousand characters, HTML, emoji and formulas into every field of people's data."""

import logging

import pytest

from examples.stage import Stage
from mentoring.roles import Role
from sandbox.people import Person
from tests.e2e import municipality
from tests.e2e.hostile import AWKWARD, LONG, check, formulas, typed, window_of
from tests.e2e.invariants import broken
from tests.e2e.test_consent import AFTER_LESSONS
from tests.e2e.test_pairs import press, send
from tests.guards.test_screens import WINDOWS

AREAS = ("people", "consent", "bank", "surveys")
MENTORS = ("Люди", "Участники", "Наставники", 0)
MENTEES = ("Люди", "Участники", "Наставляемые")
FORMS = ("Документы", "Свои вопросы и анкеты")
QUESTION = (*FORMS, "Вопросы в анкетах программы", 0, 0, "Наставника", "Добавить вопрос")
STAFF = ("Люди", "Сотрудники", 0)
PARTNERS = ("Люди", "Сведения", "Организации-партнёры")
# From the main menu to each field; a word in angle quotes is typed.
CURATOR: dict[str, tuple[str | int, ...]] = {
    "Place:short": ("Люди", "Сведения", "Кратко"),
    "Place:zone": ("Люди", "Сведения", "Часовой пояс"),
    "Partners:name": (*PARTNERS, "Добавить партнёра", "Работодатель"),
    "Links:label": ("Люди", "Приглашения", "Новая ссылка", "Наставляемый"),
    "Links:limits": ("Люди", "Приглашения", 0, "Число мест и срок"),
    "Staff:order": (*STAFF, "Приказ"),
    "Staff:contact": (*STAFF, "Контакт"),
    "Staff:training": (*STAFF, "Обучение"),
    "Staff:first_day": (*STAFF, "Назначить заместителя", 0),
    "Staff:last_day": (*STAFF, "Назначить заместителя", 0, "С сегодняшнего дня"),
    "Bank:list": MENTEES,
    "Bank:filter": (*MENTEES, "Фильтр"),
    "Bank:same": (*MENTEES, 0, "Это тот же человек"),
    "Bank:request": (*MENTEES, 0, "Записать запрос", 0),
    "Bank:ground": (*MENTORS, "Отбор", "Отказать"),
    "Bank:training": (*MENTORS, "Записать обучение"),
    "Edit:words": (*MENTORS, "Изменить данные", 0),
    "RosterScreens:send": (*MENTEES, "Загрузить список людей"),
    "Surveys:day": ("Опросы", "Назначить опрос", 0),
    "Putting:list": ("Люди", "Анкеты"),
    "Putting:paper": ("Люди", "Анкеты", 0, "На бумаге"),
    "Putting:upload": ("Люди", "Анкеты", "Загрузить таблицу"),
    "Forms:text": QUESTION,
    "Forms:options": (*QUESTION, "«Какой чай?»", "Один вариант"),
    "Forms:title": (*FORMS, "Свои анкеты", "Новая анкета"),
    "Forms:table": (*FORMS, "Свои анкеты", "Новая анкета", "«О газете»"),
    "Journal:list": ("Документы", "Журнал обращений к данным"),
    "Keeping:card": ("Люди", "Согласия", "Ждём бумагу: 1", 1),
    "Keeping:number": ("Люди", "Согласия", "Ждём бумагу: 1", 1, "Записать бумагу", 0),
    "Place:name": ("Люди", "Сведения", "Название"),
}
AFTER_NUMBER = (*CURATOR["Keeping:number"], "«12-1»")
CURATOR |= {"Keeping:day": AFTER_NUMBER, "Keeping:photo": (*AFTER_NUMBER, "Сегодня")}
ADMIN = {
    "Departments:name": ("Управления образования", "Добавить управление"),
    "Departments:region_name": ("Управления образования", "Добавить регион"),
}
OFFICE = {
    "Schools:name": ("Школы", "Добавить школу"),
    "Schools:file": ("Школы", "Загрузить списком"),
}
# Reached by the way in, by a question, by a form, or by a kind of question of one's own.
ELSEWHERE = {
    *("Join:year", "Join:years", "Join:question", "Join:name", "Join:phone"),
    *("Consents:question", "Answer:text"),
    *("Signing:order", "MyProfile:request"),
    *("Answering:text", "Answering:choice", "Answering:several", "Answering:scale"),
    "Answering:media",
}


def test_every_field_is_known() -> None:
    fields = {
        state
        for state, window in WINDOWS.items()
        if window.on_message is not None
        and window.get_state().group.__module__.split(".")[1] in AREAS
    }
    assert fields == {*CURATOR, *ADMIN, *OFFICE, *ELSEWHERE}


async def attack(stage: Stage, person: Person, state: str) -> None:
    """What is far too long is asked for again; what is awkward is taken as it is, or refused."""
    assert await window_of(stage, person) == state, person.screen
    await typed(stage, person, *LONG)
    assert await window_of(stage, person) == state, person.screen
    await typed(stage, person, AWKWARD)


async def walk(stage: Stage, person: Person, fields: dict[str, tuple[str | int, ...]]) -> None:
    for state, path in fields.items():
        await send(stage, person, "/menu")
        for step in path:
            if isinstance(step, str) and step.startswith("«"):
                await send(stage, person, step.strip("«»"))
            else:
                await press(stage, person, step)
        await attack(stage, person, state)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_fields_are_upset_by_nothing(stage: Stage, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.ERROR)
    await stage.go_to(AFTER_LESSONS)
    admin = stage.world.person("Админ", user_id=municipality.ADMIN_ID)
    await admin.start()
    town = await municipality.found(stage, "Управление", ["Школа № 5"])
    school = town.schools[0]
    curator, mentor, mentee = school.people
    await municipality.join(stage, school.id, Role.EXECUTOR, "Исполнитель", 1)
    [head] = await municipality.join(stage, school.id, Role.HEAD, school.name, 1)
    await press(stage, curator, "Люди", "Участники", "Создать программу", "учитель – ученик")
    await press(stage, curator, "Создать")
    await way_in(stage, school, curator)
    await walk(stage, admin, ADMIN)
    await walk(stage, town.staff[0], OFFICE)
    await walk(stage, curator, CURATOR)
    await form(stage, mentee)
    await walk(stage, mentee, {"MyProfile:request": ("Мой профиль", "Мой запрос")})
    await walk(stage, head, {"Signing:order": ("На подпись", 0)})
    await by_number(stage, school)
    await picture(stage, curator, mentor)
    await tables(stage, curator, town.staff[0])
    assert formulas([curator, town.staff[0]]) == []
    assert await broken(stage.app.database) == {}
    refused = [
        call for call in stage.world.calls.refused() if call.method != "editMessageReplyMarkup"
    ]
    assert refused == []
    assert [record.getMessage() for record in caplog.records] == []


async def way_in(stage: Stage, school: municipality.School, curator: Person) -> None:
    """A pupil of whom only paper counts: everything they may type before and after."""
    pupil = stage.world.person("Миша", last_name="Петров", phone="+79001112233")
    await pupil.start(await municipality.link(stage, school.id, Role.MENTEE, 9))
    await stage.settle()
    await attack(stage, pupil, "Join:year")
    await press(stage, pupil, "2010-е")
    await attack(stage, pupil, "Join:years")
    await send(stage, pupil, "2011")
    await press(stage, pupil, "Вопрос куратору")
    await attack(stage, pupil, "Join:question")
    await press(stage, curator, "Ответить")
    await attack(stage, curator, "Answer:text")
    await press(stage, pupil, "Дальше")
    await attack(stage, pupil, "Join:name")
    if "Осталось получить" not in pupil.screen:
        await press(stage, pupil, 0)
    assert "Осталось получить согласие" in pupil.screen
    await press(stage, pupil, 0, "Вопрос куратору")
    await attack(stage, pupil, "Consents:question")


async def form(stage: Stage, mentee: Person) -> None:
    """Each kind of question of the entry form."""
    await send(stage, mentee, "/menu")
    await press(stage, mentee, "Мои анкеты", 0)
    await attack(stage, mentee, "Answering:text")
    await send(stage, mentee, "9")
    await attack(stage, mentee, "Answering:choice")
    await press(stage, mentee, "Нет")
    await attack(stage, mentee, "Answering:several")
    await send(stage, mentee, "1, 5")
    # A long text of one's own is kept as it was typed.
    await attack(stage, mentee, "Answering:text")
    for said in ("в субботу", "1", "русский"):
        await send(stage, mentee, said)
    await press(stage, mentee, "Всё равно", "Пропустить", "Пропустить")
    await attack(stage, mentee, "Answering:scale")


async def by_number(stage: Stage, school: municipality.School) -> None:
    """In place of one's own number, which only a button shares."""
    await municipality.read_list(stage, school, "ФИО\tТелефон\nКотов Иван\t8 900 777-00-02")
    ivan = stage.world.person("Иван", last_name="Котов", phone="+79007770002")
    await ivan.start(await municipality.link(stage, school.id, Role.MENTEE))
    await stage.settle()
    await send(stage, ivan, "2011")
    await press(stage, ivan, "Дальше", "Найти себя в списке школы")
    await attack(stage, ivan, "Join:phone")
    # A number that nobody has, of nobody and of another.
    for phone, owner in ((AWKWARD, ivan.id), ("+" + "9" * 4000, ivan.id), ("+79007770002", 1)):
        if "Под каким именем" in ivan.screen:
            await press(stage, ivan, "Найти себя в списке школы")
        await ivan.send_contact(phone, AWKWARD, user_id=owner)
        await stage.settle()
        check(ivan, ivan.screen)
        assert "Это Вы?" not in ivan.screen


async def picture(stage: Stage, curator: Person, mentor: Person) -> None:
    """In place of a voice message or a photo."""
    await send(stage, curator, "/menu")
    await press(stage, curator, *FORMS, "Вопросы в анкетах программы", "После общей встречи")
    await press(stage, curator, "учитель – ученик", "Наставника", "Добавить вопрос")
    await send(stage, curator, "Ваше фото?")
    await press(stage, curator, ">", "Голос или фото")
    await send(stage, curator, "/menu")
    await press(
        stage, curator, "Люди", "Анкеты", "2. После общей встречи", "Разослать неответившим"
    )
    await press(stage, mentor, 0, "Нет", "Пропустить", "8")
    await attack(stage, mentor, "Answering:media")
    await mentor.send_file("фото <b>.exe", b"\x00", caption=AWKWARD)
    await stage.settle()
    assert await window_of(stage, mentor) == "Answering:media", mentor.screen
    await mentor.send_photo(b"not a photo", AWKWARD)
    await stage.settle()
    assert await window_of(stage, mentor) != "Answering:media", mentor.screen
    check(mentor, mentor.screen)


async def tables(stage: Stage, curator: Person, staff: Person) -> None:
    """Whatever was typed comes out in these."""
    await send(stage, curator, "/menu")
    await press(stage, curator, "Люди", "Участники", "Выгрузить банки в .xlsx")
    await send(stage, curator, "/menu")
    await press(stage, curator, "Документы", "Журнал обращений к данным", "Таблица .xlsx")
    await send(stage, staff, "/menu")
    await press(stage, staff, "Люди", "Реестры", "Таблица .xlsx")
    for person, count in ((curator, 2), (staff, 1)):
        assert sum(bool(message.file) for message in person.chat if message.from_bot) == count
