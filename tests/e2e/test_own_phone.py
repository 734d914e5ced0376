"""Coming in as somebody of the school's list, found by one's own number."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from db.models import Chat, Person, Profile
from examples.stage import Stage
from mentoring.consent import keeping
from mentoring.roles import Role
from sandbox.people import Person as Phone
from tests.e2e import municipality
from tests.e2e.municipality import School, curator_of
from tests.e2e.test_pairs import press, send

# Two of one family share a number; one name stands there twice.
LIST = (
    "ФИО\tКласс\tТелефон\nСоколова Мария Ильинична\t8Б\t+7 900 111-22-33\n"
    "Соколов Илья Ильич\t5А\t+7 900 111-22-33\nКузнецов Иван\t7А\t8 900 777-00-01\n"
    "Кузнецов Иван\t9В\t8 900 777-00-02"
)


async def listed(stage: Stage) -> School:
    """A school with a programme and the list."""
    school = (await municipality.found(stage, "Управление", ["Школа № 5"])).schools[0]
    await municipality.list_mentees(stage, school, LIST)
    return school


async def profiles(stage: Stage, person: Phone) -> list[str]:
    """The classes of the bank's rows that are this person's."""
    async with stage.app.database.reading() as session:
        query = (
            select(Profile.class_name)
            .join(Person, Person.id == Profile.person_id)
            .where(Person.telegram_id == person.id)
        )
        return list(await session.scalars(query))


async def to_the_number(stage: Stage, person: Phone, school: School, year: str) -> None:
    await person.start(await municipality.link(stage, school.id, Role.MENTEE))
    await stage.settle()
    await send(stage, person, year)
    while "Согласен" in person.buttons() or "Дальше" in person.buttons():
        await press(stage, person, "Согласен" if "Согласен" in person.buttons() else "Дальше")
    await press(stage, person, "Найти себя в списке школы")


async def test_somebody_is_found_by_their_own_number_only(stage: Stage) -> None:
    school = await listed(stage)
    anna = stage.world.person("Маша", phone="+79001112233")
    await to_the_number(stage, anna, school, municipality.ADULT)
    # Somebody else's number, a number without an owner, a typed one.
    for user_id in (school.mentors[0].id, None):
        await anna.send_contact("+79007770001", user_id=user_id)
        await stage.settle()
        assert "только Ваш собственный номер" in anna.screen
    await send(stage, anna, "8 900 777-00-01")
    assert "Написанный номер не подойдёт" in anna.screen
    await press(stage, anna, "Поделиться своим номером")
    assert "Это Вы?" in anna.screen
    assert "Мария С., 8Б" in anna.buttons() and "Илья С., 5А" in anna.buttons()
    # Compared, and nothing kept: no person, no number in the conversation.
    async with stage.app.database.reading() as session:
        assert await session.scalar(select(Person).where(Person.telegram_id == anna.id)) is None
        kept = await session.scalar(select(Chat.data).where(Chat.chat_id == anna.id))
    assert kept is not None and "9001112233" not in kept and "Соколова" not in kept
    await press(stage, anna, "Мария С., 8Б")
    assert await profiles(stage, anna) == ["8Б"]
    async with stage.app.database.reading() as session:
        person = (await session.scalars(select(Person).where(Person.telegram_id == anna.id))).one()
        prints = list(await session.scalars(select(Profile.phone_print)))
    assert (person.name, person.phone) == ("Соколова Мария Ильинична", None)
    assert sum(one is not None for one in prints) == 3


async def test_a_pupil_waits_and_gets_their_own_row_of_two_namesakes(stage: Stage) -> None:
    school = await listed(stage)
    ivan = stage.world.person("Иван", phone="+79007770002")
    await to_the_number(stage, ivan, school, "2012")
    await send(stage, ivan, "назад")
    assert "Под каким именем" in ivan.screen
    await press(stage, ivan, "Найти себя в списке школы", "Поделиться своим номером", "Иван К., 9В")
    assert await profiles(stage, ivan) == []
    async with stage.app.database.begin() as session:
        unit = await curator_of(stage, school, session)
        me = await session.scalar(select(Person.id).where(Person.telegram_id == ivan.id))
        await keeping.record_papers(
            unit,
            organisation_id=school.id,
            people=[me],
            signed=keeping.Signed.BOTH,
            number="12",
            given_on=unit.today(),
        )
    await stage.settle()
    assert await profiles(stage, ivan) == ["9В"]
    stranger = stage.world.person("Пётр", phone="+79990000000")
    await to_the_number(stage, stranger, school, municipality.ADULT)
    await press(stage, stranger, "Поделиться своим номером")
    assert "В списке школы этого номера нет" in stranger.screen
    await press(stage, stranger, "Всё верно")
    assert await profiles(stage, stranger) == [""]


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_the_key_that_shares_a_number_goes_with_its_question(stage: Stage) -> None:
    school = await listed(stage)
    anna = stage.world.person("Маша", phone="+79001112233")
    await to_the_number(stage, anna, school, municipality.ADULT)
    assert "Поделиться своим номером" in anna.reply_buttons()
    # Asked once more: the first question is gone, the key is there.
    await send(stage, anna, "8 900 111-22-33")
    assert "Поделиться своим номером" in anna.reply_buttons()
    await send(stage, anna, "/menu")
    assert anna.reply_buttons() == []
    # An older keyboard is pressed while the question stands: it stands there anew, once.
    await to_the_number(stage, anna, school, municipality.ADULT)
    old = next(one for one in anna.chat if one.from_bot and "году" in one.text)
    await anna.press_raw("menu", old)
    await stage.settle()
    assert sum("поделитесь своим номером" in one.text for one in anna.visible) == 1
    assert "Поделиться своим номером" in anna.reply_buttons()
    await press(stage, anna, "Поделиться своим номером")
    assert anna.reply_buttons() == [] and "Это Вы?" in anna.screen
    # After days Telegram does not delete the question any more; its key goes all the same.
    await to_the_number(stage, anna, school, municipality.ADULT)
    await stage.go_to(stage.clock.now() + timedelta(days=3))
    await send(stage, anna, "/menu")
    assert anna.reply_buttons() == []
    assert "Экран обновлён" not in "".join(one.text for one in anna.visible)
