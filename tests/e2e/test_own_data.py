"""Rights over one's own data: everything sent as files, to nobody else."""

import io
import json

from docx import Document
from sqlalchemy import func, select, update

from db.models import Audit, Meeting, Person
from examples.stage import Stage
from sandbox.people import Person as Phone
from tests.e2e.municipality import found
from tests.e2e.test_pairs import press, send


async def number_of(stage: Stage, person: Phone) -> int:
    async with stage.app.database.reading() as session:
        query = select(Person.id).where(Person.telegram_id == person.id)
        return (await session.scalars(query)).one()


def files(person: Phone, ending: str) -> list[bytes]:
    told = [one.file for one in person.visible if one.file is not None]
    return [one.data for one in told if one.name.endswith(ending)]


def more(person: Phone) -> list[str]:
    """Where the menu is long, the entry is behind one more press."""
    return [] if "Мои данные" in person.buttons() else ["Ещё"]


async def test_everything_held_comes_as_files(stage: Stage) -> None:
    school = (await found(stage, "Управление", ["Школа № 5"])).schools[0]
    curator, mentor, mentee = school.people
    await press(stage, curator, "Люди", "Программы", "Новая программа", 0, 0)
    await send(stage, curator, "/menu")
    await press(stage, curator, "Пары", "Создать пару", 0, 0, "Создать")
    await press(stage, mentor, "Записать встречу", "Записать")
    async with stage.app.database.begin() as session:
        kept = {"shared_note": "Наметили план", "note": "устал сегодня"}
        await session.execute(update(Meeting).values(kept))
    await send(stage, mentee, "/menu")
    await press(stage, mentee, *more(mentee), "Мои данные")
    assert "Чьи данные" in mentee.screen
    await press(stage, mentee, "Мои данные")
    data = json.loads(files(mentee, ".json")[-1])
    assert {"person", "membership", "pair_member", "meeting", "consent"} <= set(data["tables"])
    written = json.dumps(data, ensure_ascii=False)
    assert "Наметили план" in written
    assert "устал сегодня" not in written
    assert await number_of(stage, mentee) == data["person"]
    document = Document(io.BytesIO(files(mentee, ".docx")[-1]))
    told = [one.text for one in document.paragraphs]
    assert "Карточка в банке (записей: 1)" in told
    async with stage.app.database.reading() as session:
        noted = select(func.count()).where(Audit.what == "own-data-sent")
        assert await session.scalar(noted) == 1
    assert not files(mentor, ".json")
