"""A school's own plan: remarks to its rows, the head's order, executors told of their rows."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from core.clock import SettableClock
from core.errors import NotAllowed, Refusal
from core.translator import Translator
from db.engines import Database
from db.models import Outbox, Roadmap
from mentoring import signing
from mentoring.digest import DigestSource
from mentoring.roadmaps import approving, board, confirming, editing, naming, remarks
from mentoring.roadmaps.confirming import Past
from mentoring.roadmaps.executing import Choice, Holder
from mentoring.roadmaps.remarks import Remarks
from mentoring.roadmaps.status import Own, RoadmapStatus
from mentoring.roadmaps.taking import NewRows
from mentoring.roles import Role
from mentoring.unit import Actor, Unit
from tests.conftest import START
from tests.mentoring.roadmaps.plans import activity_ids, assignments, curator, draft, item, saved
from tests.mentoring.seed import Town, acting

TODAY = date(2026, 9, 1)
DAY = timedelta(days=1)
PLAN = draft(
    item("1", end=date(2026, 8, 20)),
    item("2", end=date(2026, 9, 18), responsible=("педагог-психолог",)),
    item("3", responsible=("педагог-психолог",)),
)


async def said(
    database: Database,
    translator: Translator,
    source: DigestSource,
    actor: Actor,
    at: tuple[int, date],
) -> list[str]:
    """A source's part of the digest of a day; planning and making agree on whom it is for."""
    words, (place, day) = translator.to("ru"), at
    async with acting(database, actor, START) as unit:
        people = await source.who(unit, place, day - DAY, day)
        lines = await source.lines(unit, actor.person_id or 0, day - DAY, day)
        assert bool(lines) == (actor.person_id in people)
    return [words(line.message, **line.args) for line in lines]


async def owns(database: Database, clock: SettableClock, town: Town) -> board.School:
    async with acting(database, town.actor("department", Role.DEPARTMENT), clock.now()) as unit:
        return await board.school(unit, organisation_id=town.school)


async def waiting(unit: Unit, town: Town) -> list[signing.Thing]:
    found = await signing.waiting(unit, organisation_id=town.school)
    return [one for one in found if one.kind == "roadmap"]


async def test_remarks_are_asked_for_made_and_answered(
    database: Database, clock: SettableClock, town: Town, translator: Translator
) -> None:
    maker = curator(town)
    council, department = (
        town.actor("school", Role.COUNCIL),
        town.actor("department", Role.DEPARTMENT),
    )
    roadmap = await saved(database, clock.now(), maker, PLAN)
    rows = await activity_ids(database, roadmap)
    async with acting(database, council, clock.now()) as unit:
        with pytest.raises(Refusal, match="remarks-not-asked"):
            await remarks.remark(unit, activity_id=rows[1], text="рано")
    async with acting(database, maker, clock.now()) as unit:
        found = {one.role: one.people for one in await remarks.circles(unit, roadmap_id=roadmap)}
        assert found == {
            Role.HEAD: 2,
            Role.COUNCIL: 2,
            Role.METHODOLOGIST: 2,
            Role.DEPARTMENT: 2,
        }
        for role in (Role.COUNCIL, Role.DEPARTMENT, Role.COUNCIL):
            assert await remarks.ask(unit, roadmap_id=roadmap, role=role) == 2
    for actor, text in ((council, "Перенести на октябрь"), (department, "Нет приказа")):
        async with acting(database, actor, clock.now()) as unit:
            assert (await remarks.rows(unit, roadmap_id=roadmap, offset=0, limit=5))[1] == 3
            await remarks.remark(unit, activity_id=rows[1], text=text)
    async with acting(database, town.actor("neighbour", Role.COUNCIL), clock.now()) as unit:
        with pytest.raises(NotAllowed):
            await remarks.rows(unit, roadmap_id=roadmap, offset=0, limit=5)
    source = Remarks()
    school = town.school
    told = await said(database, translator, source, maker, (school, TODAY + DAY))
    assert told == ["Новые замечания к проекту «План мероприятий»: 2"]
    assert await said(database, translator, source, maker, (school, TODAY + 2 * DAY)) == []
    async with acting(database, maker, clock.now()) as unit:
        assert await source.next_day(unit, school, TODAY) == TODAY + DAY
        assert await source.next_day(unit, school, TODAY + DAY) is None
        first, second = await remarks.unanswered(unit, roadmap_id=roadmap)
        await remarks.answer(unit, remark_id=first.id)
        await remarks.answer(unit, remark_id=second.id, text="Приказ в строке 1")
        await remarks.answer(unit, remark_id=second.id, text="передумал")
        assert await remarks.unanswered(unit, roadmap_id=roadmap) == []
    assert await said(database, translator, source, council, (school, TODAY + DAY)) == [
        "Ваше замечание к строке 2 учтено (school name)."
    ]
    assert await said(database, translator, source, department, (school, TODAY + DAY)) == [
        "Ответ на Ваше замечание к строке 2 (school name): Приказ в строке 1"
    ]


async def test_the_head_signs_and_the_plan_is_in_force(
    database: Database, clock: SettableClock, town: Town, translator: Translator
) -> None:
    maker, head = curator(town), town.actor("school", Role.HEAD)
    assert (await owns(database, clock, town)).own is Own.NONE
    roadmap = await saved(database, clock.now(), maker, PLAN)
    assert (await owns(database, clock, town)).own is Own.DRAFT
    async with acting(database, maker, clock.now()) as unit:
        with pytest.raises(Refusal, match="roadmap-past-unanswered"):
            await approving.send(unit, roadmap_id=roadmap, past=None)
        await approving.send(unit, roadmap_id=roadmap, past=Past.DONE)
        await approving.send(unit, roadmap_id=roadmap, past=Past.OPEN)
        rows = await activity_ids(database, roadmap)
        for change in (
            editing.rename(unit, activity_id=rows[0], title="Другое"),
            editing.add(unit, roadmap_id=roadmap, title="Ещё"),
            confirming.confirm(unit, roadmap_id=roadmap, past=Past.DONE),
        ):
            with pytest.raises(Refusal, match="roadmap-with-head"):
                await change
    assert (await owns(database, clock, town)).own is Own.LIES
    async with acting(database, head, clock.now()) as unit:
        await approving.give_back(unit, roadmap_id=roadmap, note="нет раздела о рисках")
        assert await waiting(unit, town) == []
    async with acting(database, maker, clock.now()) as unit:
        await editing.rename(unit, activity_id=rows[0], title="Другое")
        await approving.send(unit, roadmap_id=roadmap, past=Past.DONE)
        await approving.withdraw(unit, roadmap_id=roadmap)
        with pytest.raises(Refusal, match="roadmap-not-with-head"):
            await approving.withdraw(unit, roadmap_id=roadmap)
        await approving.send(unit, roadmap_id=roadmap, past=Past.DONE)
    async with acting(database, head, clock.now()) as unit:
        (thing,) = await waiting(unit, town)
        for _press in range(2):
            sign = signing.sign(
                unit,
                organisation_id=town.school,
                kind=thing.kind,
                thing_id=thing.id,
                number="12-о",
                day=TODAY,
            )
            if _press:
                with pytest.raises(NotAllowed):
                    await sign
            else:
                await sign
    async with database.reading() as session:
        found = await session.get_one(Roadmap, roadmap)
        assert found.status == RoadmapStatus.CONFIRMED
    assert [one.status for one in await assignments(database, roadmap)] == [
        "done_earlier",
        "open",
        "open",
    ]
    school = await owns(database, clock, town)
    assert (school.own, school.number, school.ordered_on) == (Own.APPROVED, "12-о", TODAY)
    async with database.reading() as session:
        told = list(await session.scalars(select(Outbox.message).order_by(Outbox.id)))
    assert told.count("roadmap-unsigned") == told.count("roadmap-signed") == 2


async def test_executors_are_told_once_of_rows_that_became_theirs(
    database: Database, clock: SettableClock, town: Town, translator: Translator
) -> None:
    maker = curator(town)
    roadmap = await saved(database, clock.now(), maker, PLAN)
    async with acting(database, maker, clock.now()) as unit:
        await confirming.confirm(unit, roadmap_id=roadmap, past=Past.OPEN)
    psychologist = town.actor("school", Role.EXECUTOR)
    async with acting(database, maker, clock.now()) as unit:
        words = {
            one.words: one.id for one in await naming.listed(unit, organisation_id=town.school)
        }
        choice = Choice(Holder.PERSON, person_id=psychologist.person_id)
        await naming.decide(unit, executor_id=words["педагог-психолог"], choice=choice)
    source = NewRows()
    told = await said(database, translator, source, psychologist, (town.school, TODAY + DAY))
    assert told == [
        "<b>Дорожная карта действует: school name</b>",
        "Вам поручено 2 мероприятия, ближайший срок: 18 сентября.",
    ]
    async with acting(database, maker, clock.now()) as unit:
        assert await source.next_day(unit, town.school, TODAY) == TODAY + DAY
        assert await source.next_day(unit, town.school, TODAY + DAY) is None


async def test_a_school_without_a_head_notes_the_order_of_the_paper(
    database: Database, clock: SettableClock, town: Town
) -> None:
    maker = curator(town)
    roadmap = await saved(database, clock.now(), maker, PLAN)
    async with acting(database, maker, clock.now()) as unit:
        with pytest.raises(Refusal, match="roadmap-draft-gone"):
            await approving.note_order(unit, roadmap_id=roadmap, number="1", day=TODAY)
        await confirming.confirm(unit, roadmap_id=roadmap, past=Past.OPEN)
        with pytest.raises(Refusal, match="sign-day-ahead"):
            await approving.note_order(unit, roadmap_id=roadmap, number="1", day=TODAY + DAY)
    assert (await owns(database, clock, town)).own is Own.KEPT
    async with acting(database, maker, clock.now()) as unit:
        await approving.note_order(unit, roadmap_id=roadmap, number="7", day=TODAY)
        assert (await approving.standing(unit, roadmap_id=roadmap)).number == "7"
    assert (await owns(database, clock, town)).own is Own.APPROVED
