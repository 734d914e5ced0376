"""Handing in, accepting, giving back, asking for another term, and twins closed together."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from core.clock import SettableClock
from core.errors import NotAllowed, Refusal
from db.engines import Database
from db.models import Activity, Assignment, Outbox, Roadmap
from mentoring.roadmaps import accepting, answering, asking, board, closing, receiving, twins
from mentoring.roadmaps.alerts import MovedTerms
from mentoring.roadmaps.closing import Outcome
from mentoring.roadmaps.decisions import DecisionAlerts
from mentoring.roadmaps.executing import SCHOOLS
from mentoring.roadmaps.expected import documents, likeliest
from mentoring.roadmaps.status import AssignmentStatus, Part, Plea
from mentoring.roles import Role
from mentoring.unit import Actor
from tests.mentoring.roadmaps.plans import FILE, confirmed, curator, item
from tests.mentoring.roadmaps.test_usecases_assigning import decided, spread
from tests.mentoring.seed import Town, acting

# A Tuesday.
TODAY = date(2026, 9, 1)
DAY = timedelta(days=1)
SCHOOLS_DO = ("Руководители ОО",)
PLAN = (
    item("1", end=TODAY + 20 * DAY, responsible=SCHOOLS_DO),
    item("2", end=TODAY + 30 * DAY, responsible=SCHOOLS_DO, result="приказ; положение; план"),
)


@pytest.fixture
def staff(town: Town) -> Actor:
    return town.actor("department", Role.DEPARTMENT)


@pytest.fixture
async def given(database: Database, clock: SettableClock, town: Town, staff: Actor) -> list[int]:
    """The school's assignments of the department's plan."""
    await confirmed(database, clock, staff, *PLAN)
    await decided(database, clock, staff, SCHOOLS_DO[0], SCHOOLS)
    await spread(database, clock, staff, town)
    async with acting(database, curator(town), clock.now()) as unit:
        found = await board.tasks(
            unit, organisation_id=town.school, part=Part.ALL, offset=0, limit=9
        )
    return [task.id for task in found]


async def waiting(database: Database, clock: SettableClock, town: Town, staff: Actor) -> list[int]:
    async with acting(database, staff, clock.now()) as unit:
        found, total = await accepting.waiting(
            unit, organisation_id=town.department, offset=0, limit=9
        )
    assert total == len(found)
    return [one.id for one in found]


@pytest.mark.parametrize(
    ("result", "title", "found"),
    [
        ("приказ", "", []),
        ("Приказ; положение; план работы", "", ["Приказ", "положение", "план работы"]),
        ("приказ, протокол", "", ["приказ", "протокол"]),
        ("", "Разработка актов: · дорожные карты ОО, · положения о программе", []),
        ("", "Акты: • дорожные карты ОО • положения ОО", ["дорожные карты ОО", "положения ОО"]),
        ("повышение мотивации, развитие кадров", "", []),
        ("1. Приказ 2. Положение", "", ["Приказ", "Положение"]),
    ],
)
def test_a_list_of_documents_is_told_from_other_words(
    result: str, title: str, found: list[str]
) -> None:
    if "·" in title:
        found = ["дорожные карты ОО", "положения о программе"]
    assert documents(result, title) == found


def test_a_files_name_tells_which_document_it_is() -> None:
    wanted = ["Приказ", "Положение о наставничестве"]
    assert likeliest("приказ_12.pdf", wanted) == "Приказ"
    assert likeliest("scan0001.pdf", wanted) == ""
    assert likeliest("приказ и положение.pdf", wanted) == ""


async def test_several_documents_close_a_row_when_all_are_here(
    database: Database, clock: SettableClock, town: Town, given: list[int]
) -> None:
    async with acting(database, curator(town), clock.now()) as unit:
        file = await receiving.keep(unit, organisation_id=town.school, file=FILE)
        row = given[1]
        with pytest.raises(NotAllowed):
            await closing.attach(unit, assignment_id=row, file_ids=[file], item="смета")
        first = await closing.attach(unit, assignment_id=row, file_ids=[file], item="приказ")
        again = await closing.attach(unit, assignment_id=row, file_ids=[file], item="приказ")
        assert (first.outcome, first.given, first.wanted) == (Outcome.PARTLY, 1, 3)
        assert again == first
        card = await board.card(unit, assignment_id=row)
        assert (card.given, card.task.status) == ({"приказ"}, AssignmentStatus.OPEN)
        await closing.attach_note(unit, assignment_id=row, note="ссылка", item="положение")
        last = await closing.attach(unit, assignment_id=row, file_ids=[file], item="план")
        assert last.outcome is Outcome.CLOSED


async def test_what_is_handed_in_is_accepted_by_itself_after_five_working_days(
    database: Database, clock: SettableClock, town: Town, staff: Actor, given: list[int]
) -> None:
    async with acting(database, curator(town), clock.now()) as unit:
        await closing.close(unit, assignment_id=given[0])
        assert (await board.card(unit, assignment_id=given[0])).accept_on == date(2026, 9, 8)
    assert await waiting(database, clock, town, staff) == [given[0]]
    clock.advance(6 * DAY)
    assert await waiting(database, clock, town, staff) == [given[0]]
    clock.advance(DAY)
    assert await waiting(database, clock, town, staff) == []


async def test_a_checked_row_waits_for_a_person_and_lists_are_accepted_but_for_some(
    database: Database, clock: SettableClock, town: Town, staff: Actor, given: list[int]
) -> None:
    async with database.reading() as session:
        activity = (await session.get_one(Assignment, given[0])).activity_id
    async with acting(database, staff, clock.now()) as unit:
        await accepting.check(unit, activity_id=activity, checked=True)
    async with acting(database, curator(town), clock.now()) as unit:
        for row in given:
            await closing.close(unit, assignment_id=row)
    clock.advance(30 * DAY)
    assert await waiting(database, clock, town, staff) == [given[0]]
    async with acting(database, staff, clock.now()) as unit:
        assert await accepting.accept(unit, organisation_id=town.department, but=[given[0]]) == 0
        assert await accepting.accept(unit, organisation_id=town.department) == 1
    assert await waiting(database, clock, town, staff) == []
    clock.advance(timedelta(hours=23))
    async with acting(database, staff, clock.now()) as unit:
        assert await accepting.undo(unit, organisation_id=town.department) == 1
        assert await accepting.accept(unit, organisation_id=town.department) == 1
    clock.advance(timedelta(hours=25))
    async with acting(database, staff, clock.now()) as unit:
        assert await accepting.undo(unit, organisation_id=town.department) == 0
        with pytest.raises(Refusal, match="roadmap-task-changed"):
            await accepting.give_back(unit, assignment_id=given[0], note="поздно")


async def test_what_is_given_back_is_open_with_its_remark_and_told_at_once(
    database: Database, clock: SettableClock, town: Town, staff: Actor, given: list[int]
) -> None:
    async with acting(database, curator(town), clock.now()) as unit:
        await closing.attach_note(unit, assignment_id=given[0], note="приказ 1")
    async with acting(database, town.actor("school", Role.HEAD), clock.now()) as unit:
        with pytest.raises(NotAllowed):
            await accepting.give_back(unit, assignment_id=given[0], note="не моё")
    async with acting(database, staff, clock.now()) as unit:
        await accepting.give_back(unit, assignment_id=given[0], note="нет подписи")
        with pytest.raises(Refusal):
            await accepting.give_back(unit, assignment_id=given[0], note="второй раз")
    async with acting(database, curator(town), clock.now()) as unit:
        card = await board.card(unit, assignment_id=given[0])
        assert (card.returned, card.task.status) == ("нет подписи", AssignmentStatus.OPEN)
        assert [proof.note for proof in card.proofs] == ["приказ 1"]
        await closing.attach_note(unit, assignment_id=given[0], note="приказ 1 с подписью")
        assert (await board.card(unit, assignment_id=given[0])).returned == ""
    async with database.reading() as session:
        query = select(Outbox.person_id).where(Outbox.message == "roadmap-given-back")
        assert set(await session.scalars(query)) == set(town.people["school", Role.CURATOR])


async def test_a_day_later_only_the_department_opens_it_again(
    database: Database, clock: SettableClock, town: Town, given: list[int]
) -> None:
    async with acting(database, curator(town), clock.now()) as unit:
        await closing.close(unit, assignment_id=given[0])
    clock.advance(timedelta(hours=25))
    async with acting(database, curator(town), clock.now()) as unit:
        with pytest.raises(Refusal, match="roadmap-undo-late"):
            await closing.reopen(unit, assignment_id=given[0])


async def test_another_term_is_asked_for_answered_and_told(
    database: Database, clock: SettableClock, town: Town, staff: Actor, given: list[int]
) -> None:
    new = TODAY + 60 * DAY
    async with acting(database, curator(town), clock.now()) as unit:
        with pytest.raises(Refusal, match="roadmap-term-past"):
            await asking.another_term(unit, assignment_id=given[0], until=TODAY - DAY, reason="x")
        asked = await asking.another_term(
            unit, assignment_id=given[0], until=new, reason="карантин"
        )
        assert not asked
        with pytest.raises(Refusal, match="roadmap-asked-already"):
            await asking.not_needed(unit, assignment_id=given[0], reason="x")
        assert (await board.card(unit, assignment_id=given[0])).asked is Plea.TERM
        assert not await asking.not_needed(unit, assignment_id=given[1], reason="нет классов")
    tomorrow = TODAY + DAY
    async with acting(database, staff, clock.now()) as unit:
        told = await DecisionAlerts().who(unit, town.department, TODAY - DAY, tomorrow)
        assert told == set(town.people["department", Role.DEPARTMENT])
        (line,) = await DecisionAlerts().lines(unit, unit.me, TODAY - DAY, tomorrow)
        assert line.args == {"asked": 2, "handed": 0}
        first, second = await answering.asked(unit, organisation_id=town.department)
        assert (first.until, first.reason, second.kind) == (new, "карантин", Plea.NOT_NEEDED)
        await answering.decide(unit, petition_id=first.id, agreed=True)
        await answering.decide(unit, petition_id=second.id, agreed=True)
        with pytest.raises(Refusal, match="roadmap-asked-decided"):
            await answering.decide(unit, petition_id=first.id, agreed=False)
    async with acting(database, curator(town), clock.now()) as unit:
        cards = [await board.card(unit, assignment_id=row) for row in given]
        assert (cards[0].task.due_on, cards[0].asked) == (new, None)
        assert cards[1].task.status is AssignmentStatus.NOT_NEEDED
        source = MovedTerms()
        assert await source.next_day(unit, town.school, TODAY) == tomorrow
        # Whoever asked has had the answer.
        other = town.people["school", Role.CURATOR][1]
        assert await source.who(unit, town.school, TODAY, tomorrow) == {other}
        assert await source.lines(unit, unit.me, TODAY, tomorrow) == []
    async with acting(database, curator(town, number=1), clock.now()) as unit:
        found = await source.lines(unit, other, TODAY, tomorrow)
    moved = found[1].args
    assert (moved["from"], moved["to"], moved["reason"]) == (TODAY + 20 * DAY, new, "карантин")
    assert moved["by"] == staff.name


async def test_ones_own_plan_is_moved_at_once(
    database: Database, clock: SettableClock, town: Town
) -> None:
    await confirmed(database, clock, curator(town), *PLAN)
    async with acting(database, curator(town), clock.now()) as unit:
        tasks = await board.tasks(
            unit, organisation_id=town.school, part=Part.ALL, offset=0, limit=9
        )
        new = TODAY + 90 * DAY
        moved = await asking.another_term(
            unit, assignment_id=tasks[0].id, until=new, reason="отпуск"
        )
        assert moved
        assert (await board.card(unit, assignment_id=tasks[0].id)).task.due_on == new
        await closing.close(unit, assignment_id=tasks[0].id)
    async with acting(database, town.actor("school", Role.HEAD), clock.now()) as unit:
        found, _total = await accepting.waiting(
            unit, organisation_id=town.school, offset=0, limit=9
        )
        assert [one.number for one in found] == ["1"]


async def test_one_document_closes_linked_rows(
    database: Database, clock: SettableClock, town: Town, given: list[int]
) -> None:
    await confirmed(database, clock, curator(town), item("7", end=TODAY + 25 * DAY), item("8"))
    async with database.begin() as session:
        roadmaps = (await session.scalars(select(Roadmap))).all()
        assert [one.status for one in roadmaps] == ["confirmed", "confirmed"]
        rows = {row.number: row for row in (await session.scalars(select(Activity))).all()}
        rows["1"].title = "Формирование базы наставников"
        rows["7"].title = "Формирование базы наставников школы"
        rows["8"].title = "Совсем другое дело"
    async with acting(database, curator(town), clock.now()) as unit:
        (offer,) = await twins.offers(unit, organisation_id=town.school)
        assert (offer.number, offer.other_number, offer.issuer) == ("7", "1", "department name")
        await twins.answer(
            unit,
            organisation_id=town.school,
            activity_id=offer.activity_id,
            other_id=offer.other_id,
            linked=True,
        )
        assert await twins.offers(unit, organisation_id=town.school) == []
        await closing.attach_note(unit, assignment_id=given[0], note="база № 1")
        tasks = await board.tasks(
            unit, organisation_id=town.school, part=Part.CLOSED, offset=0, limit=9
        )
        assert {task.number for task in tasks} == {"1", "7"}
        own = next(task for task in tasks if task.number == "7")
        card = await board.card(unit, assignment_id=own.id)
        assert [proof.note for proof in card.proofs] == ["база № 1"]
        # A slip is taken back for both.
        await closing.reopen(unit, assignment_id=own.id)
        card = await board.card(unit, assignment_id=given[0])
        assert (card.task.status, card.proofs) == (AssignmentStatus.OPEN, [])
        await closing.attach_note(unit, assignment_id=own.id, note="база № 2")
    # What the head gives back is not good enough for the department either.
    async with acting(database, town.actor("school", Role.HEAD), clock.now()) as unit:
        await accepting.give_back(unit, assignment_id=own.id, note="не открывается")
    async with acting(database, curator(town), clock.now()) as unit:
        for row in (own.id, given[0]):
            card = await board.card(unit, assignment_id=row)
            assert (card.task.status, card.returned) == (AssignmentStatus.OPEN, "не открывается")
