"""Surveys answered bit by bit, by those they are put to."""

from datetime import timedelta

import pytest
from sqlalchemy import func, insert, select

from core.clock import SettableClock
from core.errors import NotAllowed, Refusal
from db.engines import Database
from db.models import Answer, Membership, Response
from mentoring.roles import Role
from mentoring.surveys import answering, surveys
from tests.mentoring.counting import counted
from tests.mentoring.seed import Town, acting
from tests.mentoring.surveys.steps import TODAY, answer, assign, fill


async def test_a_survey_is_left_and_taken_up_again(
    database: Database, clock: SettableClock, town: Town
) -> None:
    survey_id = await assign(database, clock, town)
    mentee = town.actor("school", Role.MENTEE)
    async with acting(database, mentee, clock.now()) as unit:
        [waiting] = await answering.mine(unit)
        assert (waiting.id, waiting.begun) == (survey_id, False)
        sitting = await answering.begin(unit, survey_id=survey_id)
    assert (sitting.role, sitting.position) == (Role.MENTEE, 0)
    await answer(database, clock, mentee, sitting, {"experience": "yes"})
    await answer(database, clock, mentee, sitting, {"usefulness": 4})
    await answer(database, clock, mentee, sitting, {"usefulness": 9})
    clock.advance(timedelta(days=30))
    async with acting(database, mentee, clock.now()) as unit:
        assert [waiting.begun for waiting in await answering.mine(unit)] == [True]
        again = await answering.begin(unit, survey_id=survey_id)
    assert again.response_id == sitting.response_id
    assert again.answers == {"experience": "yes", "usefulness": 9}
    assert again.position == 2
    async with database.reading() as session:
        assert await session.scalar(select(func.count()).select_from(Answer)) == 2


async def test_required_questions_are_answered_before_sending_and_optional_ones_may_be_skipped(
    database: Database, clock: SettableClock, town: Town
) -> None:
    survey_id = await assign(database, clock, town)
    mentor = town.actor("school", Role.MENTOR)
    async with acting(database, mentor, clock.now()) as unit:
        sitting = await answering.begin(unit, survey_id=survey_id)
    for question, value in (("experience", "no"), ("usefulness", 5), ("words", None)):
        await answer(database, clock, mentor, sitting, {question: value})
    with pytest.raises(Refusal) as caught:
        await answer(database, clock, mentor, sitting, {"comfort": None})
    assert caught.value.key == "survey-required"
    async with acting(database, mentor, clock.now()) as unit:
        with pytest.raises(Refusal) as caught:
            await answering.submit(unit, response_id=sitting.response_id)
        assert (caught.value.key, caught.value.arguments) == ("survey-incomplete", {"number": 3})
        assert (await answering.sitting(unit, response_id=sitting.response_id)).position == 2
    await fill(database, clock, mentor, survey_id)
    async with acting(database, mentor, clock.now()) as unit:
        assert await answering.mine(unit) == []
        for attempt in (
            answering.begin(unit, survey_id=survey_id),
            answering.submit(unit, response_id=sitting.response_id),
        ):
            with pytest.raises(Refusal) as caught:
                await attempt
            assert caught.value.key == "survey-sent-already"
    with pytest.raises(Refusal) as caught:
        await answer(database, clock, mentor, sitting, {"comfort": 1})
    assert caught.value.key == "survey-sent-already"


@pytest.mark.parametrize("value", [0, 11, "7", "x" * 2000])
async def test_a_value_the_question_does_not_take_is_refused(
    database: Database, clock: SettableClock, town: Town, value: int | str
) -> None:
    survey_id = await assign(database, clock, town)
    mentor = town.actor("school", Role.MENTOR)
    async with acting(database, mentor, clock.now()) as unit:
        sitting = await answering.begin(unit, survey_id=survey_id)
    with pytest.raises(Refusal) as caught:
        await answer(database, clock, mentor, sitting, {"comfort": value})
    assert caught.value.key == "survey-value"


async def test_only_an_own_open_response_takes_answers(
    database: Database, clock: SettableClock, town: Town
) -> None:
    survey_id = await assign(database, clock, town)
    mentor, other = (town.actor("school", Role.MENTOR, number) for number in (0, 1))
    async with acting(database, mentor, clock.now()) as unit:
        sitting = await answering.begin(unit, survey_id=survey_id)
    for actor in (
        other,
        town.actor("school", Role.MENTEE),
        town.actor("school", Role.CURATOR),
        town.actor("stranger_school", Role.MENTOR),
    ):
        with pytest.raises(NotAllowed):
            await answer(database, clock, actor, sitting, {"comfort": 5})
        async with acting(database, actor, clock.now()) as unit:
            with pytest.raises(NotAllowed):
                await answering.submit(unit, response_id=sitting.response_id)
    forged: tuple[dict[str, object], ...] = (
        {"form": "exit-1"},
        {"form": "own-7"},
        {"role": Role.MENTEE},
        {"form": "../secret"},
        {"response_id": 10**15},
    )
    for changes in forged:
        with pytest.raises(NotAllowed):
            await answer(database, clock, mentor, sitting, {"comfort": 5}, **changes)
    with pytest.raises(NotAllowed):
        await answer(database, clock, mentor, sitting, {"no such question": 5})
    async with database.reading() as session:
        assert await session.scalar(select(func.count()).select_from(Answer)) == 0


async def test_a_survey_is_begun_by_those_it_is_put_to_and_not_before_its_day(
    database: Database, clock: SettableClock, town: Town
) -> None:
    survey_id = await assign(database, clock, town, TODAY + timedelta(days=1))
    mentor = town.actor("school", Role.MENTOR)
    for actor in (mentor, town.actor("neighbour", Role.MENTOR)):
        async with acting(database, actor, clock.now()) as unit:
            assert await answering.mine(unit) == []
            with pytest.raises(NotAllowed):
                await answering.begin(unit, survey_id=survey_id)
    clock.advance(timedelta(days=1))
    async with acting(database, mentor, clock.now()) as unit:
        await answering.begin(unit, survey_id=survey_id)
    async with database.reading() as session:
        assert (await session.scalars(select(Response.role))).all() == ["mentor"]


async def test_somebody_with_both_seats_answers_once_as_a_mentor(
    database: Database, clock: SettableClock, town: Town
) -> None:
    mentee = town.actor("school", Role.MENTEE)
    async with database.begin() as session:
        await session.execute(
            insert(Membership).values(
                organisation_id=town.school,
                person_id=mentee.person_id,
                role=Role.MENTOR,
                since=clock.now(),
            )
        )
    survey_id = await assign(database, clock, town)
    async with acting(database, mentee, clock.now()) as unit:
        assert [waiting.id for waiting in await answering.mine(unit)] == [survey_id]
        assert (await answering.begin(unit, survey_id=survey_id)).role is Role.MENTOR
    async with acting(database, town.actor("school", Role.CURATOR), clock.now()) as unit:
        assert (await surveys.results(unit, survey_id=survey_id)).invited == 4


async def test_an_answer_costs_one_statement(
    database: Database, clock: SettableClock, town: Town
) -> None:
    survey_id = await assign(database, clock, town)
    async with acting(database, town.actor("school", Role.MENTOR), clock.now()) as unit:
        sitting = await answering.begin(unit, survey_id=survey_id)
        with counted(database) as statements:
            await answering.answer(
                unit,
                response_id=sitting.response_id,
                form=sitting.form.id,
                role=sitting.role,
                question="comfort",
                value=7,
            )
    assert len(statements) == 1
