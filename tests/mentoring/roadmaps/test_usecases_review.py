"""Checking a draft: what is shown, asked, corrected, and by whom."""

from datetime import date

import pytest
from sqlalchemy import select

from core.clock import SettableClock
from core.errors import NotAllowed, Refusal
from db.engines import Database
from db.models import Activity
from mentoring.roadmaps import confirming, editing, review, years
from mentoring.roadmaps.deadlines import Deadline, Kind, Warn
from mentoring.roadmaps.doubts import likely
from mentoring.roles import Role
from tests.mentoring.roadmaps.plans import activity_ids, curator, draft, item, saved
from tests.mentoring.seed import Town, acting

PLAN = (
    item("1", is_section=True),
    item("1.1", end=date(2026, 9, 20)),
    item("1.2", kind=Kind.UNKNOWN, warnings=(Warn.UNREAD,)),
    item("1.3", date(2026, 5, 1), date(2026, 5, 31), warnings=(Warn.BEFORE_PLAN_START,)),
    item("1.4", kind=Kind.CONTINUOUS, warnings=(Warn.SPELLING,)),
)


@pytest.fixture
async def roadmap(database: Database, clock: SettableClock, town: Town) -> int:
    return await saved(database, clock.now(), curator(town), draft(*PLAN))


async def stored(database: Database, activity_id: int) -> Activity:
    async with database.reading() as session:
        return await session.get_one(Activity, activity_id)


async def test_the_overview_counts_activities_and_questions(
    database: Database, clock: SettableClock, town: Town, roadmap: int
) -> None:
    async with acting(database, curator(town), clock.now()) as unit:
        found = await review.overview(unit, roadmap_id=roadmap)
        live = await review.live(unit, organisation_id=town.school)
        rows, total = await review.rows(unit, roadmap_id=roadmap, offset=1, limit=2)
    assert (found.activities, found.questions, len(found.sections)) == (4, 2, 1)
    assert [(one.id, one.is_draft, one.questions) for one in live] == [(roadmap, True, 2)]
    assert ([row.number for row in rows], total) == (["1.2", "1.3"], 4)


async def test_questions_follow_each_other_and_end(
    database: Database, clock: SettableClock, town: Town, roadmap: int
) -> None:
    ids = await activity_ids(database, roadmap)
    async with acting(database, curator(town), clock.now()) as unit:
        assert await review.next_question(unit, roadmap_id=roadmap) == ids[2]
        assert await review.next_question(unit, roadmap_id=roadmap, after=ids[2]) == ids[3]
        assert await review.next_question(unit, roadmap_id=roadmap, after=ids[3]) == ids[2]
        await review.settle(unit, activity_id=ids[2], answer="none")
        await editing.remove(unit, activity_id=ids[3], removed=True)
        assert await review.next_question(unit, roadmap_id=roadmap, after=ids[2]) is None
        row, left = await review.row(unit, activity_id=ids[3])
    assert (row.removed, row.asks, left) == (True, False, 0)


async def test_another_year_is_offered_where_it_would_cure_the_doubt(
    database: Database, clock: SettableClock, town: Town, roadmap: int
) -> None:
    activity = (await activity_ids(database, roadmap))[3]
    async with acting(database, curator(town), clock.now()) as unit:
        row, left = await review.row(unit, activity_id=activity)
        assert (list(row.answers), left) == (["read", "later"], 2)
        await review.settle(unit, activity_id=activity, answer="later")
    settled = await stored(database, activity)
    assert (settled.start, settled.end) == (date(2027, 5, 1), date(2027, 5, 31))
    assert settled.settled_at == clock.now()
    assert settled.deadline_text == "срок 1.3"


async def test_an_answer_that_is_not_offered_is_refused(
    database: Database, clock: SettableClock, town: Town, roadmap: int
) -> None:
    ids = await activity_ids(database, roadmap)
    async with acting(database, curator(town), clock.now()) as unit:
        for activity, answer in ((ids[2], "read"), (ids[1], "later"), (ids[3], "earlier")):
            with pytest.raises(NotAllowed):
                await review.settle(unit, activity_id=activity, answer=answer)


def test_an_end_before_the_start_gets_its_year() -> None:
    backwards = Deadline(Kind.PERIOD, date(2026, 9, 1), date(2026, 5, 31))
    found = likely(backwards, (Warn.ENDS_BEFORE_START,))
    assert (found["later"].start, found["later"].end) == (date(2026, 9, 1), date(2027, 5, 31))
    assert (found["earlier"].start, found["earlier"].end) == (date(2025, 9, 1), date(2026, 5, 31))
    assert "read" not in found


def test_the_29th_of_february_moves_to_the_28th() -> None:
    leap = Deadline(Kind.DUE, None, date(2028, 2, 29))
    assert likely(leap, (Warn.YEAR_DOUBTFUL,))["later"].end == date(2029, 2, 28)


@pytest.mark.parametrize(
    "case",
    [
        ("до 20 сентября", None, date(2026, 9, 20)),
        ("с 1 по 15 октября", date(2026, 10, 1), date(2026, 10, 15)),
        ("май 2028 г.", date(2028, 5, 1), date(2028, 5, 31)),
    ],
)
async def test_a_typed_deadline_is_read_as_the_documents_are(
    database: Database,
    clock: SettableClock,
    town: Town,
    roadmap: int,
    case: tuple[str, date | None, date],
) -> None:
    text, start, end = case
    activity = (await activity_ids(database, roadmap))[2]
    async with acting(database, curator(town), clock.now()) as unit:
        await review.settle_typed(unit, activity_id=activity, text=text)
        row, left = await review.row(unit, activity_id=activity)
    assert (row.deadline.start, row.deadline.end, row.asks, left) == (start, end, False, 1)


@pytest.mark.parametrize(
    "case",
    [
        ("когда рак свистнет", "roadmap-typed-unread"),
        ("1", "roadmap-typed-unread"),
        ("до 31 июня", "roadmap-typed-impossible"),
    ],
)
async def test_what_is_no_deadline_is_asked_again(
    database: Database, clock: SettableClock, town: Town, roadmap: int, case: tuple[str, str]
) -> None:
    text, key = case
    activity = (await activity_ids(database, roadmap))[2]
    async with acting(database, curator(town), clock.now()) as unit:
        with pytest.raises(Refusal) as caught:
            await review.settle_typed(unit, activity_id=activity, text=text)
    assert (caught.value.key, caught.value.arguments) == (key, {"text": text})
    assert (await stored(database, activity)).settled_at is None


async def test_titles_and_executors_are_corrected(
    database: Database, clock: SettableClock, town: Town, roadmap: int
) -> None:
    activity = (await activity_ids(database, roadmap))[1]
    async with acting(database, curator(town), clock.now()) as unit:
        await editing.rename(unit, activity_id=activity, title="  Назначить\nкуратора ")
        await editing.assign(unit, activity_id=activity, names="директор;  завуч,\nпсихолог,,")
    found = await stored(database, activity)
    assert found.title == "Назначить куратора"
    assert found.responsible == ["директор", "завуч", "психолог"]


async def test_a_title_of_nothing_visible_is_refused(
    database: Database, clock: SettableClock, town: Town, roadmap: int
) -> None:
    activity = (await activity_ids(database, roadmap))[1]
    with pytest.raises(Refusal, match="input-empty"):
        async with acting(database, curator(town), clock.now()) as unit:
            await editing.rename(unit, activity_id=activity, title="\u200b\u2060")
    assert (await stored(database, activity)).title == "Мероприятие 1.1"


async def test_a_row_taken_out_comes_back(
    database: Database, clock: SettableClock, town: Town, roadmap: int
) -> None:
    activity = (await activity_ids(database, roadmap))[1]
    async with acting(database, curator(town), clock.now()) as unit:
        await editing.remove(unit, activity_id=activity, removed=True)
        assert (await review.overview(unit, roadmap_id=roadmap)).activities == 3
        await editing.remove(unit, activity_id=activity, removed=False)
        assert (await review.overview(unit, roadmap_id=roadmap)).activities == 4


async def test_nothing_changes_once_it_is_confirmed(
    database: Database, clock: SettableClock, town: Town, roadmap: int
) -> None:
    activity = (await activity_ids(database, roadmap))[1]
    async with acting(database, curator(town), clock.now()) as unit:
        await confirming.confirm(unit, roadmap_id=roadmap, past=None)
    async with acting(database, curator(town), clock.now()) as unit:
        for late in (
            review.settle(unit, activity_id=activity, answer="none"),
            review.settle_typed(unit, activity_id=activity, text="до 1 мая"),
            editing.rename(unit, activity_id=activity, title="другое"),
            editing.assign(unit, activity_id=activity, names="другие"),
            editing.remove(unit, activity_id=activity, removed=True),
            review.row(unit, activity_id=activity),
            review.set_year(unit, roadmap_id=roadmap, school_year=2030),
        ):
            with pytest.raises(Refusal, match="roadmap-draft-gone"):
                await late
    assert (await stored(database, activity)).title == "Мероприятие 1.1"


async def test_rows_of_others_are_out_of_reach(
    database: Database, clock: SettableClock, town: Town, roadmap: int
) -> None:
    activity = (await activity_ids(database, roadmap))[1]
    for outsider in (curator(town, "neighbour"), town.actor("school", Role.MENTEE)):
        async with acting(database, outsider, clock.now()) as unit:
            for number in (activity, 0, -1, 10**15):
                for forged in (
                    review.row(unit, activity_id=number),
                    review.settle(unit, activity_id=number, answer="none"),
                    review.settle_typed(unit, activity_id=number, text="до 1 мая"),
                    editing.rename(unit, activity_id=number, title="чужое"),
                    editing.assign(unit, activity_id=number, names="чужие"),
                    editing.remove(unit, activity_id=number, removed=True),
                ):
                    with pytest.raises(NotAllowed):
                        await forged
            for forged_plan in (
                review.live(unit, organisation_id=town.school),
                review.rows(unit, roadmap_id=roadmap, offset=0, limit=5),
                review.next_question(unit, roadmap_id=roadmap),
            ):
                with pytest.raises(NotAllowed):
                    await forged_plan


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("2026/27", 2026),
        ("2026-2027", 2026),
        ("26/27", 2026),
        ("2026", 2026),
        ("2026 – 2027 уч. г.", 2026),
        ("2026/28", None),
        ("6", None),
        ("двадцать шестой", None),
        ("20266", None),
    ],
)
def test_a_school_year_is_typed_as_people_do(text: str, year: int | None) -> None:
    assert years.typed(text) == year


def test_from_june_on_plans_are_for_the_next_school_year() -> None:
    assert years.school_year_of(date(2026, 5, 31)) == 2025
    assert years.school_year_of(date(2026, 6, 1)) == 2026
    assert years.written(2099) == "2099/00"


async def in_order(database: Database, roadmap: int) -> list[tuple[str, str]]:
    query = select(Activity.number, Activity.title).where(Activity.roadmap_id == roadmap)
    async with database.reading() as session:
        rows = (await session.execute(query.order_by(Activity.position))).all()
    return [(row.number, row.title) for row in rows]


async def test_a_row_is_added_behind_another_and_moved(
    database: Database, clock: SettableClock, town: Town, roadmap: int
) -> None:
    ids = await activity_ids(database, roadmap)
    async with acting(database, curator(town), clock.now()) as unit:
        added = await editing.add(unit, roadmap_id=roadmap, title=" Новое\nдело ", after=ids[1])
        last = await editing.add(unit, roadmap_id=roadmap, title="Последнее")
        row, left = await review.row(unit, activity_id=added)
        # Questions follow the order on the screen, not the order in which rows came to be.
        assert await review.next_question(unit, roadmap_id=roadmap, after=added) == ids[2]
    assert (row.number, row.section, row.asks, left) == ("1.5", "Подготовка", False, 2)
    assert await in_order(database, roadmap) == [
        ("1", "Мероприятие 1"),
        ("1.1", "Мероприятие 1.1"),
        ("1.5", "Новое дело"),
        ("1.2", "Мероприятие 1.2"),
        ("1.3", "Мероприятие 1.3"),
        ("1.4", "Мероприятие 1.4"),
        ("1.6", "Последнее"),
    ]
    async with acting(database, curator(town), clock.now()) as unit:
        assert await editing.move(unit, activity_id=added, up=True)
        # Only the heading of the section stands above.
        assert not await editing.move(unit, activity_id=added, up=True)
        assert not await editing.move(unit, activity_id=last, up=False)
        assert await editing.move(unit, activity_id=last, up=True)
    numbers = [number for number, _title in await in_order(database, roadmap)]
    assert numbers == ["1", "1.5", "1.1", "1.2", "1.3", "1.6", "1.4"]


async def test_a_row_at_the_edge_goes_into_the_next_section(
    database: Database, clock: SettableClock, town: Town, roadmap: int
) -> None:
    ids = await activity_ids(database, roadmap)
    async with database.begin() as session:
        (await session.get_one(Activity, ids[2])).section = "Вторая"
    async with acting(database, curator(town), clock.now()) as unit:
        assert await editing.move(unit, activity_id=ids[1], up=False)
    moved = await stored(database, ids[1])
    assert (moved.section, moved.position) == ("Вторая", 1)


async def test_the_expected_documents_are_a_line_each(
    database: Database, clock: SettableClock, town: Town, roadmap: int
) -> None:
    activity = (await activity_ids(database, roadmap))[1]
    async with acting(database, curator(town), clock.now()) as unit:
        await editing.expect(unit, activity_id=activity, result=" приказ \n\n положение")
    assert (await stored(database, activity)).result == "приказ\nположение"
