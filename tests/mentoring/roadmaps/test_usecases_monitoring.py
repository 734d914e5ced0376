"""What a department sees of introduction, asks for in one tap, advises, and hears back."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from core.clock import SettableClock
from core.errors import NotAllowed, Refusal
from core.translator import Translator
from db.engines import Database
from db.models import Outbox
from mentoring.digest import Line
from mentoring.roadmaps import board, closing, introduction, recommending
from mentoring.roadmaps.introduction import Mark
from mentoring.roadmaps.nudging import Nudged
from mentoring.roadmaps.recommending import Advices, State
from mentoring.roadmaps.status import Part
from mentoring.roles import Role
from mentoring.unit import Actor
from tests.conftest import START
from tests.mentoring.roadmaps.plans import confirmed, curator, item
from tests.mentoring.seed import Town, acting

TODAY = date(2026, 9, 1)
DAY = timedelta(days=1)


def department(town: Town) -> Actor:
    return town.actor("department", Role.DEPARTMENT)


async def digest(
    database: Database, town: Town, actor: Actor, day: date, translator: Translator
) -> list[str]:
    """The part of the digest about recommendations; planning and making agree on whom it is for."""
    source, words = Advices(), translator.to("ru")
    async with acting(database, actor, START) as unit:
        place = actor.seats[0].organisation_id
        people = await source.who(unit, place, day - DAY, day)
        lines: list[Line] = await source.lines(unit, actor.person_id or 0, day - DAY, day)
        assert bool(lines) == (actor.person_id in people)
        if lines:
            assert await source.next_day(unit, place, day - DAY) == day
    return [words(line.message, **line.args) for line in lines]


async def test_the_table_fills_itself_and_gaps_are_asked_for(
    database: Database, clock: SettableClock, town: Town
) -> None:
    maker = curator(town)
    await confirmed(
        database,
        clock,
        maker,
        item("1", end=date(2026, 9, 30), result="положение о наставничестве"),
        item("2", end=date(2026, 9, 30), result="раздел на сайте школы"),
    )
    async with acting(database, maker, clock.now()) as unit:
        tasks = await board.tasks(
            unit, organisation_id=town.school, part=Part.ALL, offset=0, limit=5
        )
        await closing.attach_note(unit, assignment_id=tasks[0].id, note="утверждено 5.09, № 7")
        await closing.attach_note(
            unit, assignment_id=tasks[1].id, note="готово: https://school5.example/m/"
        )
        with pytest.raises(Refusal, match="introduction-no-link"):
            await introduction.say(
                unit, organisation_id=town.school, mark=Mark.SITE, note="на сайте"
            )
        with pytest.raises(NotAllowed):
            await introduction.say(unit, organisation_id=town.school, mark=Mark.MENTORS, note="5")
        await introduction.say(unit, organisation_id=town.school, mark=Mark.ORDER, note="№ 3")
        await introduction.say(unit, organisation_id=town.school, mark=Mark.ORDER, note="№ 4")
    async with acting(database, department(town), clock.now()) as unit:
        found = {one.id: one for one in await introduction.table(unit, department_id=1)}
        mine = found[town.school]
        assert mine.marks[Mark.ORDER] == "№ 4"
        assert mine.marks[Mark.REGULATION] == "утверждено 5.09, № 7"
        assert mine.marks[Mark.SITE] == "https://school5.example/m/"
        assert mine.marks[Mark.ROADMAP] == "действует, приказ не указан"
        assert mine.gaps == [Mark.MENTORS, Mark.MENTEES, Mark.TARGETS]
        assert set(found[town.neighbour].marks) == {Mark.CURATOR}
        for nudged in (Nudged(2, 0, 0), Nudged(0, 2, 0)):
            assert nudged == await introduction.nudge_all(unit, department_id=town.department)
        made = await introduction.make_table(unit, 0, {"department": town.department})
        assert made.data.startswith(b"PK")
        with pytest.raises(NotAllowed):
            await introduction.school(unit, organisation_id=town.stranger_school)
        told = await unit.session.scalars(
            select(Outbox.person_id).where(Outbox.message == "introduction-nudge")
        )
        assert len(list(told)) == 4


async def test_advice_is_told_answered_returned_and_accepted(
    database: Database, clock: SettableClock, town: Town, translator: Translator
) -> None:
    maker, staff = curator(town), department(town)
    async with acting(database, staff, clock.now()) as unit:
        with pytest.raises(Refusal):
            await recommending.advise(
                unit,
                school_id=town.school,
                department_id=town.department,
                text="x",
                due_on=TODAY - DAY,
            )
        await recommending.advise(
            unit,
            school_id=town.school,
            department_id=town.department,
            text="Обновить банк наставников",
            due_on=date(2026, 9, 15),
        )
        (given,) = await recommending.issued(unit, department_id=town.department, offset=0, limit=5)
        with pytest.raises(Refusal):
            await recommending.accept(unit, recommendation_id=given.id)
    row = "• Обновить банк наставников: до 15 сентября"
    for day in (date(2026, 9, 2), date(2026, 9, 8), date(2026, 9, 15)):
        assert row in await digest(database, town, maker, day, translator)
    assert await digest(database, town, maker, date(2026, 9, 3), translator) == []
    late = await digest(database, town, maker, date(2026, 9, 16), translator)
    assert late[1] == "• Обновить банк наставников: срок был 15 сентября"
    async with acting(database, maker, clock.now()) as unit:
        slip = await recommending.answer(unit, recommendation_id=given.id, text="Обновлённ")
        assert slip is recommending.Kept.NEW
        mended = await recommending.answer(unit, recommendation_id=given.id, text="Обновлён")
        assert mended is recommending.Kept.REPLACED
    told = await digest(database, town, staff, TODAY + DAY, translator)
    assert told == ["Ответили на рекомендации: school name"]
    async with acting(database, staff, clock.now()) as unit:
        until = date(2026, 9, 20)
        await recommending.ask_more(unit, recommendation_id=given.id, text="Список?", due_on=until)
    assert "• Список?: до 20 сентября" in await digest(
        database, town, maker, TODAY + DAY, translator
    )
    async with acting(database, maker, clock.now()) as unit:
        # What is missing is added: the department has read the former answer already.
        more = await recommending.answer(unit, recommendation_id=given.id, text="Список приложен")
        assert more is recommending.Kept.ADDED
        answer = (await recommending.mine(unit, recommendation_id=given.id)).answer
        assert answer == "Обновлён\nСписок приложен"
    async with acting(database, staff, clock.now()) as unit:
        await recommending.accept(unit, recommendation_id=given.id)
        assert (await recommending.one(unit, recommendation_id=given.id)).state is State.ACCEPTED
    async with acting(database, maker, clock.now()) as unit:
        with pytest.raises(Refusal, match="advice-settled"):
            await recommending.answer(unit, recommendation_id=given.id, text="ещё")
    assert await digest(database, town, maker, date(2026, 9, 21), translator) == []
