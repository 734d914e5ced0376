"""A school of three hundred comes on board: the list, the links, the banks taken out."""

import io

from openpyxl import Workbook, load_workbook
from sqlalchemy import func, select

from db.models import Invite, Profile
from examples.stage import Stage
from mentoring.bank.status import Status
from tests.e2e import municipality
from tests.e2e.invariants import broken
from tests.e2e.municipality import agree
from tests.e2e.test_pairs import press, send

SYLLABLES = ("бар", "вен", "гол", "дуб", "жар", "зим", "кош", "лук", "мор", "нов")

# Names alike are in different classes, so that nobody is taken for somebody else.
LETTERS = "АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЭЮЯABDFGHIJLNQRSUVWYZ"


def roster(count: int) -> bytes:
    """A list as a clerk keeps it: a title, numbers, a class, and a row that is nobody."""
    book = Workbook()
    page = book.active
    assert page is not None
    page.append(["Список наставляемых"])
    page.append(["№", "ФИО", "Класс", "Дата рождения"])
    for number in range(count):
        parts = (SYLLABLES[number // place % 10] for place in (100, 10, 1))
        name = f"{''.join(parts).title()}ов Пётр Ильич"
        page.append([number + 1, name, f"{number % 7 + 5}{LETTERS[number // 7]}", "01.02.2012"])
    page.append(["", "???", "7А", ""])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


async def test_a_school_of_three_hundred_comes_on_board(stage: Stage) -> None:
    school = (await municipality.found(stage, "Управление", ["Школа № 1"], each=1)).schools[0]
    curator = school.curators[0]
    people = ("Люди", "Участники")
    await press(stage, curator, *people, "Создать программу", "ученик – ученик", "Создать")
    await send(stage, curator, "/menu")
    await press(stage, curator, *people, "Наставляемые", "Загрузить список людей")
    await curator.send_file("список.xlsx", roster(300))
    await stage.settle()
    assert any("людей 300, строк с ошибками 1" in one.text for one in curator.chat)
    await press(stage, curator, "Проверить список")
    assert "Новых: 300" in curator.screen
    await press(stage, curator, "Сохранить", "В списке: 300")
    assert "только в списке: 300" in curator.screen

    # The same list once more doubles nobody.
    await press(stage, curator, "Загрузить список людей")
    await curator.send_file("список.xlsx", roster(300))
    await stage.settle()
    await press(stage, curator, "Проверить список")
    assert "Новых: 0" in curator.screen
    assert "Уже есть, обновятся: 300" in curator.screen
    await press(stage, curator, "Не сохранять")

    # Whoever comes by the link takes their own row over and waits for nobody's yes.
    await send(stage, curator, "/menu")
    await press(stage, curator, *people, "Пригласить наставляемого")
    async with stage.app.database.reading() as session:
        query = select(Invite.token).where(Invite.role == "mentee").order_by(Invite.id.desc())
        token = (await session.scalars(query.limit(1))).one()
    pupil = stage.world.person("Пётр", last_name="Барбарбаров")
    await pupil.start(token)
    await stage.settle()
    await agree(stage, pupil)
    async with stage.app.database.reading() as session:
        count = select(func.count(Profile.id))
        assert await session.scalar(count.where(Profile.status == Status.LISTED)) == 299
        assert await session.scalar(count) == 302

    await send(stage, curator, "/menu")
    await press(stage, curator, *people, "Выгрузить банки в .xlsx")
    sent = next(message.file for message in reversed(curator.chat) if message.file)
    mentees, _mentors = (list(page.values) for page in load_workbook(io.BytesIO(sent.data)))
    assert "Пётр Барбарбаров" in {row[1] for row in mentees}
    assert len(mentees) == 3
    assert await broken(stage.app.database) == {}
    assert stage.world.calls.refused() == []
