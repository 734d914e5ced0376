"""Rights over one's own data: everything sent as files, to nobody else."""

import io
import json
from datetime import timedelta

from docx import Document
from sqlalchemy import func, select, update

from db.models import (
    Audit,
    Erasure,
    Meeting,
    Outbox,
    Pair,
    PairMember,
    Person,
    Representation,
)
from examples.stage import Stage
from mentoring.privacy.registry import HELD
from sandbox.people import Person as Phone
from tests.e2e.invariants import broken
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


async def test_data_are_erased_at_ones_own_word_and_from_paper(stage: Stage) -> None:
    school = (await found(stage, "Управление", ["Школа № 5"], each=2)).schools[0]
    curator = school.curators[0]
    mentor, other = school.mentors
    mentee = school.mentees[0]
    await press(stage, curator, "Люди", "Программы", "Новая программа", 0, 0)
    await send(stage, curator, "/menu")
    await press(stage, curator, "Пары", "Создать пару", 0, 0, "Создать")
    async with stage.app.database.reading() as session:
        paired = set(await session.scalars(select(PairMember.person_id)))
    assert await number_of(stage, mentee) in paired
    me = await number_of(stage, mentee)
    await send(stage, mentee, "/menu")
    await press(stage, mentee, *more(mentee), "Мои данные", "Удалить данные")
    assert "Вернуть стёртое нельзя" in mentee.screen
    await press(stage, mentee, "Да, удалить")
    await stage.go_to(stage.clock.now() + timedelta(hours=1))
    async with stage.app.database.reading() as session:
        person = await session.get_one(Person, me)
        assert (person.name, person.telegram_id) == (f"Удалённая запись № {me}", None)
        assert person.erased_at is not None
        assert await session.scalar(select(Pair.status)) == "ended_early"
        wiped = (await session.scalars(select(Erasure))).one().wiped or {}
        for held in HELD:
            count = await session.scalar(
                select(func.count()).select_from(held.table).where(held.of(me))
            )
            assert not (held.deleted and count), held.table
            for name, value in held.wiped.items():
                query = select(getattr(held.table, name)).where(held.of(me))
                if (held.table, name) == (Person, "name"):
                    continue
                assert all(one == value for one in await session.scalars(query)), name
    assert {"person", "profile", "chat"} <= set(wiped)
    act = Document(io.BytesIO(files(mentee, ".docx")[-1]))
    assert "АКТ № 1" in act.paragraphs[0].text
    assert any("Данные стёрты" in one.text for one in mentee.visible)
    assert any("вместо имени остался номер" in one.text for one in curator.visible)
    # Whoever was erased is a stranger, whatever they press.
    await mentee.start("x")
    await stage.settle()
    assert "ссылку-приглашение" in mentee.screen
    # From paper, by a curator.
    await send(stage, curator, "/menu")
    await press(stage, curator, "Люди", "Согласия", "Удаление данных", other.name, "Да, удалить")
    await stage.go_to(stage.clock.now() + timedelta(hours=1))
    async with stage.app.database.reading() as session:
        erased = select(func.count()).where(Person.erased_at.is_not(None))
        assert await session.scalar(erased) == 2
    assert any("Данные стёрты" in one.text for one in other.visible)
    assert not any("Данные стёрты" in one.text for one in mentor.visible)
    await stage.go_to(stage.clock.now() + timedelta(days=2))
    async with stage.app.database.reading() as session:
        left = select(func.count()).where(Outbox.chat_id.in_((mentee.id, other.id)))
        assert await session.scalar(left) == 0
    assert await broken(stage.app.database) == {}


async def test_a_childs_data_go_at_the_parents_word_and_the_curators_yes(stage: Stage) -> None:
    await stage.go_to(stage.clock.now() + timedelta(hours=6))
    school = (await found(stage, "Управление", ["Школа № 5"])).schools[0]
    curator, parent, child = school.people
    me, other = await number_of(stage, child), await number_of(stage, parent)
    async with stage.app.database.begin() as session:
        await session.execute(update(Person).where(Person.id == me).values(birth_year=2016))
        session.add(
            Representation(
                organisation_id=school.id,
                representative_id=other,
                child_id=me,
                since=stage.clock.now(),
            )
        )
    await send(stage, child, "/menu")
    await press(stage, child, *more(child), "Мои данные", "Удалить данные")
    assert "До 14 лет об этом просит родитель" in child.toasts[-1].text
    await send(stage, parent, "/menu")
    await press(stage, parent, *more(parent), "Мои данные", "Удалить данные", 1)
    assert "Школа № 5: наставляемый" in parent.screen
    assert "подтверждает куратор" in parent.screen
    await press(stage, parent, "Да, удалить")
    assert "передана куратору" in parent.toasts[-1].text
    await press(stage, curator, "Решить")
    assert "данных несовершеннолетних" in curator.screen
    await press(stage, curator, "Утвердить остальных")
    assert "Утверждено: 1" in curator.toasts[-1].text
    await stage.go_to(stage.clock.now() + timedelta(hours=1))
    assert files(parent, ".docx") and files(curator, ".docx") and files(child, ".docx")
    async with stage.app.database.reading() as session:
        gone = await session.scalars(select(Person.id).where(Person.erased_at.is_not(None)))
        assert gone.all() == [me]
    assert await broken(stage.app.database) == {}
