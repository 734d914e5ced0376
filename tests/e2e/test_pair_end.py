"""The graceful end of a pair: thanks, exit forms, papers; and the school's own words."""

import io

import docx
from sqlalchemy import select, update

from db.models import Meeting, Pair, Response
from examples.stage import Stage
from sandbox.people import Person
from tests.e2e.municipality import found
from tests.e2e.test_pairs import press, press_raw, send


def paper(person: Person) -> str:
    """The words of the newest document in somebody's chat."""
    file = next(one.file for one in reversed(person.visible) if one.file is not None)
    document = docx.Document(io.BytesIO(file.data))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


async def test_a_mentor_takes_a_statement_of_hours_in_the_middle(stage: Stage) -> None:
    school = (await found(stage, "Управление", ["Школа № 5"])).schools[0]
    curator, mentor, mentee = school.people
    await press(stage, curator, "Пары", "Создать пару", 0, 0, "Создать")
    await press(stage, mentor, "Записать встречу", "Записать", "В главное меню")
    await press(stage, mentor, "Мои встречи", "Мои часы", "Справка о часах")
    assert "Справка придёт отдельным сообщением" in mentor.toasts[-1].text
    told = paper(mentor)
    assert "СПРАВКА О ЧАСАХ НАСТАВНИЧЕСТВА" in told
    assert "проведено встреч: 1, часов: 0,8" in told
    assert "сентябрь 2026" in told
    assert mentee.name not in told
    await send(stage, mentee, "/menu")
    await press(stage, mentee, "Мои встречи", "Мои часы")
    assert "Справка о часах" not in mentee.buttons()


async def test_a_pair_is_completed_with_thanks_and_papers(stage: Stage) -> None:
    school = (await found(stage, "Управление", ["Школа № 5"])).schools[0]
    curator, mentor, mentee = school.people
    await press(stage, curator, "Люди", "Программы", "Новая программа", 0, 0)
    await send(stage, curator, "/menu")
    await press(stage, curator, "Пары", "Создать пару", 0, 0, "Создать")
    await press(stage, mentor, "Записать встречу", "Записать")
    async with stage.app.database.begin() as session:
        kept = {"shared_note": "Наметили план", "agreed": "Прочесть главу", "note": "устал"}
        await session.execute(update(Meeting).values(kept))
    await press(stage, curator, "К списку пар", 0, "Завершить пару")
    assert "Взаимное решение" in curator.buttons()
    await press(stage, curator, "Изменить основания")
    await send(stage, curator, "Переезд\nРешение педсовета")
    assert "Записано" in curator.screen
    assert "Переезд" in curator.buttons()
    await press(stage, curator, "Завершить по плану")
    assert "Встреч: 1" in curator.screen
    assert "Итоговая встреча ещё не записана" in curator.screen
    await press(stage, curator, "Да, завершить")
    # The exit form comes too; the thanks are above it.
    assert "Спасибо за участие" in "".join(message.text or "" for message in mentee.chat)
    await press_raw(stage, mentor, "certificate:1")
    told = paper(mentor)
    assert "СЕРТИФИКАТ НАСТАВНИКА" in told
    assert "Проведено встреч: 1, часов: 0,8" in told
    await press_raw(stage, mentee, "journal:1")
    told = paper(mentee)
    assert "Наметили план" in told
    assert "Прочесть главу" in told
    assert "устал" not in told
    await press_raw(stage, mentee, "certificate:1")
    others = (await found(stage, "Другое управление", ["Лицей № 1"])).schools[0]
    for person in others.people:
        for forged in ("journal:1", "certificate:1"):
            await press_raw(stage, person, forged)
        assert all(message.file is None for message in person.visible)
    await the_reports_come(stage, curator, mentor, mentee)
    async with stage.app.database.reading() as session:
        assert await session.scalar(select(Pair.status)) == "completed"
        exits = select(Response.role).where(Response.occasion == "exit:1")
        assert set(await session.scalars(exits)) == {"mentor", "mentee"}


async def the_reports_come(stage: Stage, curator: Person, mentor: Person, mentee: Person) -> None:
    """Each side writes its own; the curator alone reads them, and fills in for who does not."""
    async with stage.app.database.reading() as session:
        asked = select(Response.id, Response.role).where(Response.occasion == "report:1")
        mine = {row.role: row.id for row in await session.execute(asked)}
    assert "Отчёт наставника" in curator.screen
    assert "ещё не сдан" in curator.screen
    await press_raw(stage, mentee, f"form:{mine['mentee']}")
    assert "Отчёт прочтёт куратор" in mentee.screen
    await press(stage, mentee, "Частично")
    await send(stage, mentee, "Научился решать задачи")
    await press(stage, mentee, "Пропустить", "Отправить")
    await press(stage, curator, "Отчёты")
    assert "ещё не сдан" in curator.screen
    await press(stage, curator, 0)
    assert "Научился решать задачи" in curator.screen
    await press(stage, curator, "Назад", "Напомнить или внести")
    assert "Ответили: 1 из 2" in curator.screen
    await press(stage, curator, "Внести со слов", 0, "Да")
    await send(stage, curator, "Прошли три темы")
    await press(stage, curator, "Пропустить", "Отправить")
    await press_raw(stage, mentor, f"form:{mine['mentor']}")
    assert "Прошли три темы" in mentor.screen


async def test_a_school_has_its_own_conversation_starters(stage: Stage) -> None:
    school = (await found(stage, "Управление", ["Школа № 5"])).schools[0]
    curator, mentor, _mentee = school.people
    await press(stage, curator, "Люди", "Программы", "Новая программа", 0, 0)
    await send(stage, curator, "/menu")
    await press(stage, curator, "Пары", "Создать пару", 0, 0, "Сначала спросить обоих")
    await press(stage, curator, "К черновикам", "О чём поговорить в начале", 0)
    await send(stage, curator, "Один\nДва")
    assert "Нужно ровно 3 строки" in curator.screen
    await send(stage, curator, "Любимая книга\nЛюбимое место\nЛюбимое дело")
    assert "Любимое место" in curator.screen
    await press(stage, curator, "Назад", "Назад", 0, "Приказ уже есть")
    await send(stage, curator, "12-о")
    assert "Любимая книга" in mentor.screen
