"""A mentor of another school: asked for, offered, agreed by both curators and by the mentor."""

from sqlalchemy import select, update

import sandbox
from db.models import MentorLoan, Organisation, Person, Profile, Programme
from db.queries import matching
from examples.stage import Stage
from tests.e2e.invariants import broken
from tests.e2e.municipality import found
from tests.e2e.test_pairs import press, send


async def test_a_mentor_is_lent_when_both_curators_and_the_mentor_agree(stage: Stage) -> None:
    town = await found(stage, "Управление", ["Школа № 5", "Лицей № 7"])
    ours, theirs = town.schools
    mentor = ours.mentors[0]
    for school in (ours, theirs):
        await press(stage, school.curators[0], "Люди", "Программы", "Новая программа", 0, 0)
    async with stage.app.database.begin() as session:
        grown = update(Person).where(Person.telegram_id == mentor.id).values(birth_year=1985)
        await session.execute(grown)
        me = select(Person.id).where(Person.telegram_id == mentor.id).scalar_subquery()
        knows = update(Profile).where(Profile.person_id == me)
        await session.execute(knows.values(topics=["exams"], competences="химия"))
    lender, borrower = ours.curators[0], theirs.curators[0]
    await send(stage, borrower, "/menu")
    await press(stage, borrower, "Пары", "Подобрать пары", "Настроить подбор")
    await press(stage, borrower, "Наставники других школ", "Попросить у другой школы", 0)
    await send(stage, borrower, "химия, 9 класс")
    assert "Лицей № 7 ищет наставника: «химия, 9 класс»" in lender.screen
    await press(stage, lender, "Предложить наставника", 0)
    assert "Предложено" in lender.screen or "Предложено" in lender.toasts[-1].text
    assert "ждёт ответа" in lender.screen
    assert all("Вас приглашают" not in (message.text or "") for message in mentor.chat)
    await send(stage, borrower, "/menu")
    await press(stage, borrower, "Дела", "Наставники других школ: 1")
    assert mentor.name in borrower.screen
    await press(stage, borrower, "Утвердить остальных")
    assert "Вас приглашают быть наставником ещё в одной школе: Лицей № 7" in mentor.screen
    async with stage.app.database.reading() as session:
        assert await session.scalar(select(MentorLoan.status)) == "agreed"
        # Both curators agree, and still nothing is known of the mentor there: no consent.
        query = select(Profile).where(Profile.person_id == me)
        assert len((await session.scalars(query)).all()) == 1
    await press(stage, mentor, "Открыть согласия")
    await press(stage, mentor, "Участие в программе", "Согласен")
    await press(stage, mentor, "Быть наставником", "Согласен")
    async with stage.app.database.reading() as session:
        (lent,) = (
            await session.scalars(
                select(Profile)
                .join(Organisation, Organisation.id == Profile.organisation_id)
                .where(Profile.person_id == me, Organisation.name == "Лицей № 7")
            )
        ).all()
        assert (lent.topics, lent.competences, lent.workplace) == (["exams"], "химия", "Школа № 5")
        assert lent.status == "new"
    await _ended(stage, borrower, lender, mentor)
    assert await broken(stage.app.database) == {}


async def _ended(
    stage: Stage, borrower: sandbox.Person, lender: sandbox.Person, mentor: sandbox.Person
) -> None:
    """Either curator ends it; a pair there goes on, and no other is made."""
    await send(stage, borrower, "/menu")
    await press(stage, borrower, "Пары", "Создать пару", mentor.name, 0, "Создать")
    await send(stage, lender, "/menu")
    await press(stage, lender, "Пары", "Подобрать пары", "Настроить подбор")
    await press(stage, lender, "Наставники других школ", "Завершить", 0)
    assert "Работающие и готовящиеся пары (1) остаются" in lender.screen
    # Of a child of another school a curator sees a number.
    assert "mentee" not in lender.screen
    await press(stage, lender, "Да, завершить")
    assert "завершено" in lender.screen
    assert "Его пары у Вас (1) продолжают работу" in borrower.screen
    assert "Ваши пары там продолжают работу" in mentor.screen
    async with stage.app.database.reading() as session:
        programme = select(Programme.id).join(
            Organisation, Organisation.id == Programme.organisation_id
        )
        season = await session.scalar(programme.where(Organisation.name == "Лицей № 7"))
        found = await matching.profiles(session, season or 0, "mentor", ["matched"])
        assert mentor.name not in [row.name for row in found]
    # What is over can be offered anew.
    await press(stage, lender, "Предложить нашего", 0, 0)
    assert "ждёт ответа" in lender.screen
    # Taken back before an answer, it is nobody's message.
    before = len(borrower.chat)
    await press(stage, lender, "Завершить", 0)
    assert "Отозвать предложение?" in lender.screen
    await press(stage, lender, "Да, завершить")
    assert len(borrower.chat) == before
