"""The plan in force: lists, cards, closing, taking up again, and the department's view."""

from datetime import date, timedelta

import pytest
from sqlalchemy import func, select

from core.clock import SettableClock
from core.errors import NotAllowed, Refusal
from db.engines import Database
from db.models import Evidence
from mentoring.roadmaps import asking, board, closing, receiving
from mentoring.roadmaps.closing import Outcome
from mentoring.roadmaps.status import AssignmentStatus, Part
from mentoring.roles import Role
from mentoring.unit import Actor
from tests.mentoring.roadmaps.plans import FILE, assignments, confirmed, curator, item
from tests.mentoring.seed import Town, acting

TODAY = date(2026, 9, 1)
PLAN = (
    item("1", end=TODAY),
    item("2", end=TODAY + timedelta(days=7)),
    item("3", TODAY, TODAY + timedelta(days=30)),
    item("4", TODAY + timedelta(days=60), TODAY + timedelta(days=90)),
    item("5"),
)


@pytest.fixture
async def plan(database: Database, clock: SettableClock, town: Town) -> list[int]:
    """Ids of the school's assignments 1 to 5."""
    roadmap = await confirmed(database, clock, curator(town), *PLAN)
    return [one.id for one in await assignments(database, roadmap)]


async def keep(database: Database, clock: SettableClock, actor: Actor) -> int:
    async with acting(database, actor, clock.now()) as unit:
        place = actor.seats[0].organisation_id
        return await receiving.keep(unit, organisation_id=place, file=FILE)


async def numbers(database: Database, clock: SettableClock, town: Town, part: Part) -> list[str]:
    async with acting(database, curator(town), clock.now()) as unit:
        found = await board.tasks(unit, organisation_id=town.school, part=part, offset=0, limit=20)
        counted = await board.counts(unit, organisation_id=town.school)
    assert counted[part] == len(found)
    return [task.number for task in found]


async def test_the_parts_of_the_list(
    database: Database, clock: SettableClock, town: Town, plan: list[int]
) -> None:
    async def shown() -> dict[str, list[str]]:
        return {part: await numbers(database, clock, town, part) for part in Part}

    assert await shown() == {
        "near": ["1", "2", "3"],
        "overdue": [],
        "week": ["1", "2"],
        "month": ["1", "2", "3"],
        "undated": ["5"],
        "open": ["1", "2", "3", "4", "5"],
        "closed": [],
        "given": [],
        "all": ["1", "2", "3", "4", "5"],
    }
    async with acting(database, curator(town), clock.now()) as unit:
        await closing.close(unit, assignment_id=plan[1])
    clock.advance(timedelta(days=10))
    assert await shown() == {
        "near": ["1"],
        "overdue": ["1"],
        "week": [],
        "month": ["3"],
        "undated": ["5"],
        "open": ["1", "3", "4", "5"],
        "closed": ["2"],
        "given": [],
        "all": ["1", "2", "3", "4", "5"],
    }


async def test_a_page_of_the_list(
    database: Database, clock: SettableClock, town: Town, plan: list[int]
) -> None:
    async with acting(database, curator(town), clock.now()) as unit:
        found = await board.tasks(
            unit, organisation_id=town.school, part=Part.ALL, offset=2, limit=2
        )
    assert [task.id for task in found] == plan[2:4]


async def test_a_document_closes_and_more_can_be_added(
    database: Database, clock: SettableClock, town: Town, plan: list[int]
) -> None:
    actor = curator(town)
    first, second = await keep(database, clock, actor), await keep(database, clock, actor)
    async with acting(database, actor, clock.now()) as unit:
        done = await closing.attach(unit, assignment_id=plan[0], file_ids=[first])
        more = await closing.attach(unit, assignment_id=plan[0], file_ids=[second])
        words = await closing.attach_note(unit, assignment_id=plan[0], note="приказ 12")
        assert [one.outcome for one in (done, more, words)] == [
            Outcome.CLOSED,
            Outcome.ADDED,
            Outcome.ADDED,
        ]
        card = await board.card(unit, assignment_id=plan[0])
    assert card.task.status is AssignmentStatus.DONE
    assert (card.closed_by, card.closed_on) == (actor.name, TODAY)
    assert [(proof.name, proof.note) for proof in card.proofs] == [
        (FILE.name, ""),
        (FILE.name, ""),
        ("", "приказ 12"),
    ]


async def test_done_without_a_document_is_told_as_such(
    database: Database, clock: SettableClock, town: Town, plan: list[int]
) -> None:
    async with acting(database, curator(town), clock.now()) as unit:
        await closing.close(unit, assignment_id=plan[0])
        card = await board.card(unit, assignment_id=plan[0])
    assert (card.task.status, card.proofs) == (AssignmentStatus.DONE, [])


async def test_a_second_press_is_told_that_it_came_too_late(
    database: Database, clock: SettableClock, town: Town, plan: list[int]
) -> None:
    async with acting(database, curator(town), clock.now()) as unit:
        assert await asking.not_needed(unit, assignment_id=plan[0], reason="нет таких классов")
    async with acting(database, curator(town, number=1), clock.now()) as unit:
        for late in (
            closing.close(unit, assignment_id=plan[0]),
            asking.not_needed(unit, assignment_id=plan[0], reason="x"),
            asking.another_term(unit, assignment_id=plan[0], until=TODAY, reason="x"),
        ):
            with pytest.raises(Refusal, match="roadmap-task-changed"):
                await late
        card = await board.card(unit, assignment_id=plan[0])
    assert card.task.status is AssignmentStatus.NOT_NEEDED


async def test_taken_up_again_it_is_as_new_and_its_evidence_is_kept_apart(
    database: Database, clock: SettableClock, town: Town, plan: list[int]
) -> None:
    actor = curator(town)
    file = await keep(database, clock, actor)
    async with acting(database, actor, clock.now()) as unit:
        await closing.attach(unit, assignment_id=plan[0], file_ids=[file])
    clock.advance(timedelta(days=20))
    async with acting(database, actor, clock.now()) as unit:
        await closing.reopen(unit, assignment_id=plan[0])
        card = await board.card(unit, assignment_id=plan[0])
        with pytest.raises(Refusal, match="roadmap-task-changed"):
            await closing.reopen(unit, assignment_id=plan[0])
        evidence = (await unit.session.scalars(select(Evidence))).one()
    assert (card.task.status, card.closed_by, card.proofs) == (AssignmentStatus.OPEN, None, [])
    assert evidence.withdrawn_at == clock.now()


async def test_the_rows_of_a_replaced_plan_are_history(
    database: Database, clock: SettableClock, town: Town, plan: list[int]
) -> None:
    await confirmed(database, clock, curator(town), item("9"))
    file = await keep(database, clock, curator(town))
    assert await numbers(database, clock, town, Part.ALL) == ["9"]
    async with acting(database, curator(town), clock.now()) as unit:
        for late in (
            board.card(unit, assignment_id=plan[0]),
            closing.close(unit, assignment_id=plan[0]),
            closing.attach(unit, assignment_id=plan[0], file_ids=[file]),
            closing.attach_note(unit, assignment_id=plan[0], note="поздно"),
            closing.reopen(unit, assignment_id=plan[0]),
        ):
            with pytest.raises(Refusal):
                await late
        assert await unit.session.scalar(select(func.count()).select_from(Evidence)) == 0


async def test_assignments_and_files_of_others_are_out_of_reach(
    database: Database, clock: SettableClock, town: Town, plan: list[int]
) -> None:
    neighbour = curator(town, "neighbour")
    strange_file = await keep(database, clock, neighbour)
    async with acting(database, curator(town), clock.now()) as unit:
        for files in ([strange_file], [10**15], [], list(range(1, 40))):
            with pytest.raises(NotAllowed):
                await closing.attach(unit, assignment_id=plan[0], file_ids=files)
    for outsider in (
        neighbour,
        town.actor("school", Role.MENTOR),
        town.actor("department", Role.DEPARTMENT),
    ):
        async with acting(database, outsider, clock.now()) as unit:
            for number in (plan[0], 0, 10**15):
                for forged in (
                    board.card(unit, assignment_id=number),
                    closing.close(unit, assignment_id=number),
                    asking.not_needed(unit, assignment_id=number, reason="x"),
                    closing.reopen(unit, assignment_id=number),
                    closing.attach(unit, assignment_id=number, file_ids=[strange_file]),
                    closing.attach_note(unit, assignment_id=number, note="чужое"),
                ):
                    with pytest.raises(NotAllowed):
                        await forged
            for forged_list in (
                board.counts(unit, organisation_id=town.school),
                board.tasks(unit, organisation_id=town.school, part=Part.ALL, offset=0, limit=5),
            ):
                with pytest.raises(NotAllowed):
                    await forged_list


async def test_the_department_sees_shares_and_overdue_rows(
    database: Database, clock: SettableClock, town: Town, plan: list[int]
) -> None:
    async with acting(database, curator(town), clock.now()) as unit:
        await closing.close(unit, assignment_id=plan[4])
    clock.advance(timedelta(days=2))
    async with acting(database, town.actor("department", Role.DEPARTMENT), clock.now()) as unit:
        schools = await board.schools(unit, department_id=town.department)
        one = await board.school(unit, organisation_id=town.school)
        rows = await board.overdue(unit, organisation_id=town.school, limit=10)
    assert [(school.name, school.has_roadmap, school.overdue) for school in schools] == [
        ("school name", True, 1),
        ("neighbour name", False, 0),
    ]
    assert (one.closed, one.open, one.overdue) == (1, 4, 1)
    assert [(row.number, row.title, row.due_on) for row in rows] == [("1", "Мероприятие 1", TODAY)]


async def test_schools_of_other_departments_are_out_of_reach(
    database: Database, clock: SettableClock, town: Town, plan: list[int]
) -> None:
    for outsider in (
        town.actor("stranger_department", Role.DEPARTMENT),
        curator(town),
        town.actor("school", Role.MENTOR),
    ):
        async with acting(database, outsider, clock.now()) as unit:
            for forged in (
                board.schools(unit, department_id=town.department),
                board.school(unit, organisation_id=town.school),
                board.overdue(unit, organisation_id=town.school, limit=5),
            ):
                with pytest.raises(NotAllowed):
                    await forged
