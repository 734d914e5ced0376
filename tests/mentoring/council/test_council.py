"""The council advises in difficulties and judges results, never of a pair of one of its own."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select, update

from core.clock import SettableClock
from core.errors import NotAllowed, Refusal
from db.engines import Database
from db.models import HelpCall, Membership, Outbox, PairMember, Person
from mentoring import todo
from mentoring.care import help as calls
from mentoring.council import alerts, answering, passing, sheet
from mentoring.council.passing import Kind
from mentoring.pairs import completing, history, life, rules
from mentoring.roles import Role
from tests.mentoring.pairs.test_pairs import make
from tests.mentoring.plans.house import House
from tests.mentoring.seed import Town

ONE = timedelta(days=1)
GOOD = {"goals": 9, "work": 8, "growth": 10, "practice": 6}


@pytest.fixture
async def house(database: Database, clock: SettableClock, town: Town) -> House:
    made = House(database, clock, town)
    made.pair = await make(database, clock, town)
    return made


async def passed(house: House, text: str = "Не находят времени для встреч") -> None:
    async with house.role(Role.CURATOR) as unit:
        await passing.pass_on(unit, pair_id=house.pair, text=text)


async def waiting(house: House, kind: Kind, number: int = 0) -> list[answering.Case]:
    async with house.role(Role.COUNCIL, number) as unit:
        return await answering.listed(unit, organisation_id=house.town.school, kind=kind)


async def told(house: House, message: str) -> list[Outbox]:
    async with house.database.reading() as session:
        query = select(Outbox).where(Outbox.message == message).order_by(Outbox.person_id)
        return list((await session.scalars(query)).all())


async def desk(house: House) -> passing.Desk:
    async with house.role(Role.CURATOR) as unit:
        return await passing.desk(unit, pair_id=house.pair)


async def in_the_pair(house: House) -> None:
    """The first of the council is the mentor of the pair."""
    async with house.database.begin() as session:
        mentor = house.town.people["school", Role.MENTOR][0]
        member = update(PairMember).where(PairMember.person_id == mentor)
        council = house.town.people["school", Role.COUNCIL][0]
        await session.execute(member.values(person_id=council))


async def completed(house: House) -> None:
    async with house.role(Role.CURATOR) as unit:
        await completing.complete(unit, pair_id=house.pair)


async def test_a_difficulty_is_advised_on_once_and_handed_on_by_the_curator(house: House) -> None:
    await passed(house)
    with pytest.raises(Refusal, match="council-has-it"):
        await passed(house)
    (case,) = await waiting(house, Kind.DIFFICULTY)
    assert (case.question, case.mentors) == ("Не находят времени для встреч", "school mentor 0")
    async with house.role(Role.COUNCIL) as unit:
        assert await todo.waiting(unit, organisation_id=house.town.school) == [
            todo.Waiting("difficulties", 1)
        ]
        await answering.advise(unit, case_id=case.id, text="Встречайтесь после уроков по средам")
    async with house.role(Role.COUNCIL, 1) as unit:
        with pytest.raises(Refusal, match="council-answered"):
            await answering.advise(unit, case_id=case.id, text="Другое")
    assert await waiting(house, Kind.DIFFICULTY, 1) == []
    curators = house.town.people["school", Role.CURATOR]
    assert [row.person_id for row in await told(house, "council-advised")] == curators
    assert await told(house, "council-to-pair") == []
    (one,) = (await desk(house)).passed
    assert (one.advice, one.adviser, one.shared) == (
        "Встречайтесь после уроков по средам",
        "school council 0",
        False,
    )
    async with house.role(Role.CURATOR) as unit:
        assert await passing.share(unit, case_id=case.id) == house.pair
    async with house.role(Role.CURATOR, 1) as unit:
        assert await passing.share(unit, case_id=case.id) == house.pair
    rows = await told(house, "council-to-pair")
    assert {row.person_id for row in rows} == {
        house.town.people["school", role][0] for role in (Role.MENTOR, Role.MENTEE)
    }
    async with house.role(Role.CURATOR) as unit:
        lines = await history.of_pair(unit, pair_id=house.pair)
    assert [line.what for line in lines[:3]] == [
        "council-shared",
        "council-advised",
        "council-difficulty",
    ]
    # Advised on, another difficulty may be passed.
    await passed(house, "Снова")
    assert (await desk(house)).passed[0].question == "Снова"


async def test_what_a_child_entrusted_in_a_call_for_help_is_not_passed_on(house: House) -> None:
    async with house.role(Role.MENTEE) as unit:
        await calls.say(unit, organisation_id=house.town.school, text="меня обижают")
    await passed(house)
    (case,) = await waiting(house, Kind.DIFFICULTY)
    assert "обижают" not in repr(case)
    async with house.database.reading() as session:
        assert len((await session.scalars(select(HelpCall))).all()) == 1


async def test_a_question_is_taken_back_until_it_is_answered(house: House) -> None:
    await passed(house)
    (case,) = await waiting(house, Kind.DIFFICULTY)
    async with house.role(Role.CURATOR) as unit:
        await passing.withdraw(unit, case_id=case.id)
    assert await waiting(house, Kind.DIFFICULTY) == []
    async with house.role(Role.COUNCIL) as unit:
        with pytest.raises(NotAllowed):
            await answering.advise(unit, case_id=case.id, text="Поздно")
    assert (await desk(house)).passed == ()
    await passed(house)
    (case,) = await waiting(house, Kind.DIFFICULTY)
    async with house.role(Role.COUNCIL) as unit:
        await answering.advise(unit, case_id=case.id, text="Вовремя")
    async with house.role(Role.CURATOR) as unit:
        with pytest.raises(Refusal, match="council-answered"):
            await passing.withdraw(unit, case_id=case.id)


async def test_a_pair_that_is_over_needs_no_advice_any_more(house: House) -> None:
    await passed(house)
    (case,) = await waiting(house, Kind.DIFFICULTY)
    async with house.role(Role.CURATOR) as unit:
        await life.end(unit, pair_id=house.pair, ground="mutual")
    assert await waiting(house, Kind.DIFFICULTY) == []
    async with house.role(Role.COUNCIL) as unit:
        with pytest.raises(Refusal, match="pair-not-now"):
            await answering.advise(unit, case_id=case.id, text="Поздно")


async def test_nobody_advises_on_or_judges_their_own_pair(house: House) -> None:
    await passed(house)
    (case,) = await waiting(house, Kind.DIFFICULTY)
    await in_the_pair(house)
    assert await waiting(house, Kind.DIFFICULTY) == []
    assert len(await waiting(house, Kind.DIFFICULTY, 1)) == 1
    async with house.role(Role.COUNCIL) as unit:
        with pytest.raises(NotAllowed):
            await answering.advise(unit, case_id=case.id, text="О себе")
    await completed(house)
    await passed(house, "")
    assert await waiting(house, Kind.RESULTS) == []
    (results,) = await waiting(house, Kind.RESULTS, 1)
    async with house.role(Role.COUNCIL) as unit:
        with pytest.raises(NotAllowed):
            await answering.judge(unit, case_id=results.id, marks=GOOD)


async def test_results_are_judged_by_each_once_and_averaged(house: House) -> None:
    await completed(house)
    assert (await desk(house)).may is Kind.RESULTS
    await passed(house, "")
    (case,) = await waiting(house, Kind.RESULTS)
    async with house.role(Role.COUNCIL) as unit:
        assert await answering.criteria(unit, case_id=case.id) == sheet.SHIPPED
        await answering.judge(unit, case_id=case.id, marks=GOOD)
        with pytest.raises(Refusal, match="council-judged-already"):
            await answering.judge(unit, case_id=case.id, marks=GOOD)
        # What the others think shows to whoever has judged.
        (seen,) = await answering.judged(unit, organisation_id=house.town.school)
    assert await waiting(house, Kind.RESULTS) == []
    (unseen,) = await waiting(house, Kind.RESULTS, 1)
    assert (seen.result and seen.result.votes, unseen.result) == (1, None)
    async with house.role(Role.COUNCIL, 1) as unit:
        assert await answering.judged(unit, organisation_id=house.town.school) == []
        await answering.judge(unit, case_id=case.id, marks=dict.fromkeys(GOOD, 4))
    async with house.role(Role.CURATOR) as unit:
        found = (await passing.glance(unit, pair_id=house.pair)).result
    assert found == sheet.Result(
        2, 6.1, (("goals", 6.5), ("work", 6.0), ("growth", 7.0), ("practice", 5.0))
    )
    # Judged results are passed no second time, and not taken back.
    assert (await desk(house)).may is None
    async with house.role(Role.CURATOR) as unit:
        with pytest.raises(Refusal, match="council-answered"):
            await passing.withdraw(unit, case_id=case.id)


@pytest.mark.parametrize("marks", [{}, {"goals": 9}, {**GOOD, "goals": 11}, {**GOOD, "else": 3}])
async def test_marks_are_for_the_school_s_criteria(house: House, marks: dict[str, int]) -> None:
    await completed(house)
    await passed(house, "")
    (case,) = await waiting(house, Kind.RESULTS)
    async with house.role(Role.COUNCIL) as unit:
        with pytest.raises(Refusal, match="council-sheet-changed"):
            await answering.judge(unit, case_id=case.id, marks=marks)


async def test_a_school_has_criteria_of_its_own_and_marks_keep_theirs(house: House) -> None:
    await completed(house)
    await passed(house, "")
    (case,) = await waiting(house, Kind.RESULTS)
    async with house.role(Role.COUNCIL) as unit:
        await answering.judge(unit, case_id=case.id, marks=GOOD)
    async with house.role(Role.CURATOR) as unit:
        school = house.town.school
        await rules.set_criteria(unit, organisation_id=school, text="Польза\n- Порядок\nПольза")
        assert await rules.criteria(unit, organisation_id=school) == ("Польза", "Порядок")
        with pytest.raises(Refusal, match="rules-lines"):
            await rules.set_criteria(unit, organisation_id=school, text="\n".join("абвгдеж"))
    async with house.role(Role.COUNCIL, 1) as unit:
        await answering.judge(unit, case_id=case.id, marks={"Польза": 2, "Порядок": 3})
    async with house.role(Role.CURATOR) as unit:
        found = (await passing.glance(unit, pair_id=house.pair)).result
        assert found is not None
        assert dict(found.by_criterion) == {**GOOD, "Польза": 2, "Порядок": 3}
        await rules.set_criteria(unit, organisation_id=school, text=None)
        assert await rules.criteria(unit, organisation_id=school) == sheet.SHIPPED


async def test_without_a_council_nothing_is_passed(house: House) -> None:
    async with house.database.begin() as session:
        seats = update(Membership).where(Membership.role == Role.COUNCIL)
        await session.execute(seats.values(ended_at=house.clock.now()))
    async with house.role(Role.CURATOR) as unit:
        assert not (await passing.glance(unit, pair_id=house.pair)).exists
        assert (await passing.desk(unit, pair_id=house.pair)).may is None
    with pytest.raises(Refusal, match="council-nobody"):
        await passed(house)


async def test_the_morning_after_tells_the_council(house: House) -> None:
    day: date = house.clock.now().date()
    source = alerts.ToCouncil()
    await passed(house)
    async with house.role(Role.COUNCIL) as unit:
        assert await source.next_day(unit, house.town.school, day) == day + ONE
        council = set(house.town.people["school", Role.COUNCIL])
        assert await source.who(unit, house.town.school, day, day + ONE) == council
        (line,) = await source.lines(unit, unit.me, day, day + ONE)
        assert line.args == {"difficulty": 1, "results": 0}
        assert await source.lines(unit, unit.me, day + ONE, day + 2 * ONE) == []
    (case,) = await waiting(house, Kind.DIFFICULTY)
    async with house.role(Role.COUNCIL) as unit:
        await answering.advise(unit, case_id=case.id, text="Готово")
        # Done meanwhile: nothing to say any more.
        assert await source.lines(unit, unit.me, day, day + ONE) == []


async def test_a_minor_is_a_first_name_and_an_initial_to_the_council(house: House) -> None:
    async with house.database.begin() as session:
        child = house.town.people["school", Role.MENTEE][0]
        row = update(Person).where(Person.id == child)
        born = house.clock.now().year - 13
        await session.execute(row.values(name="Петров Иван", given="Иван", birth_year=born))
    await passed(house)
    (case,) = await waiting(house, Kind.DIFFICULTY)
    assert case.mentees == "Иван П."
