"""Announcements, through the chat."""

from sqlalchemy import select

from db.models import Announcement
from examples.stage import Stage
from tests.e2e.municipality import found
from tests.e2e.test_pairs import press, send

WORDS = "Уважаемые наставники, семинар в пятницу <b>в 15:00</b>."


async def test_a_department_tells_all_mentors_and_sees_whom_it_reached(stage: Stage) -> None:
    town = await found(stage, "Управление", ["Школа № 5", "Школа № 6"], each=2)
    author = town.staff[0]
    mentors = [mentor for school in town.schools for mentor in school.mentors]
    await mentors[0].block()
    await stage.settle()
    await press(stage, author, "Ещё", "Объявления", "Наставникам: 4")
    await send(stage, author, WORDS)
    assert "Получателей: 4" in author.screen
    assert WORDS in author.screen
    await press(stage, author, "Отправить: 4", "Обновить")
    assert "Доставлено: 3" in author.screen
    assert "Не дошло: 1" in author.screen
    assert [mentor.screen == WORDS for mentor in mentors] == [False, True, True, True]
    assert all(WORDS not in mentee.screen for mentee in town.schools[0].mentees)
    await press(stage, author, "Отправленные объявления", 0)
    assert "Доставлено: 3" in author.screen


async def test_another_message_or_none_at_all(stage: Stage) -> None:
    town = await found(stage, "Управление", ["Школа № 5"])
    curator = town.schools[0].curators[0]
    await press(stage, curator, "Объявления", "Наставляемым: 1")
    await curator.send_file("план.docx", b"x")
    await stage.settle()
    assert "«план.docx»" in curator.screen
    await press(stage, curator, "Другое сообщение")
    await curator.send_photo(b"x")
    await stage.settle()
    assert "«Фото»" in curator.screen
    await press(stage, curator, "Отмена")
    assert "ничего не отправлено" in curator.toasts[-1].text
    async with stage.app.database.reading() as session:
        statuses = (await session.scalars(select(Announcement.status))).all()
    assert statuses == ["cancelled", "cancelled"]
    assert "Выберите" not in town.schools[0].mentees[0].screen


async def test_a_sticker_is_no_announcement(stage: Stage) -> None:
    town = await found(stage, "Управление", ["Школа № 5"])
    author = town.staff[0]
    await press(stage, author, "Ещё", "Объявления", 0)
    await author.send_sticker()
    await stage.settle()
    assert "Пришлите одно сообщение" in author.screen
    async with stage.app.database.reading() as session:
        assert (await session.scalars(select(Announcement))).all() == []
