"""Surveys: put to people, answered bit by bit, summed up without giving anybody away."""

from datetime import date, timedelta

import pytest
from sqlalchemy import func, insert, select, update

from core.clock import SettableClock
from core.errors import NotAllowed, Refusal
from db.engines import Database
from db.models import Answer, Membership, Organisation, Outbox, Response, Survey
from mentoring.roles import Role
from mentoring.surveys import answering, surveys
from mentoring.surveys.alerts import SurveyAlerts, build_invitation
from mentoring.surveys.answering import Sitting
from mentoring.surveys.forms import Kind
from mentoring.unit import Actor
from tests.mentoring.seed import Town, acting

TODAY = date(2026, 9, 1)


async def assign(
    database: Database, clock: SettableClock, town: Town, opens_on: date = TODAY
) -> int:
    async with acting(database, town.actor("school", Role.CURATOR), clock.now()) as unit:
        return await surveys.assign(
            unit, organisation_id=town.school, form="entry-1", opens_on=opens_on
        )


async def fill(
    database: Database, clock: SettableClock, actor: Actor, survey_id: int, mark: int = 7
) -> Sitting:
    """Answer every question and send."""
    async with acting(database, actor, clock.now()) as unit:
        sitting = await answering.begin(unit, survey_id=survey_id)
        for question in sitting.questions:
            values = {Kind.SCALE: mark, Kind.CHOICE: "yes", Kind.TEXT: "тайные слова"}
            await answering.answer(
                unit,
                response_id=sitting.response_id,
                form=sitting.form.id,
                role=sitting.role,
                question=question.key,
                value=values[question.kind],
            )
        await answering.submit(unit, response_id=sitting.response_id)
    return sitting


async def answer(
    database: Database,
    clock: SettableClock,
    actor: Actor,
    sitting: Sitting,
    given: dict[str, answering.Value],
    **changes: object,
) -> None:
    values: dict[str, object] = {
        "response_id": sitting.response_id,
        "form": sitting.form.id,
        "role": sitting.role,
    } | changes
    async with acting(database, actor, clock.now()) as unit:
        for question, value in given.items():
            await answering.answer(unit, question=question, value=value, **values)  # type: ignore[arg-type]


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


async def test_the_curator_sees_who_has_not_answered_and_no_averages_of_a_few(
    database: Database, clock: SettableClock, town: Town
) -> None:
    survey_id = await assign(database, clock, town)
    for number, mark in ((0, 4), (1, 9)):
        await fill(database, clock, town.actor("school", Role.MENTEE, number), survey_id, mark)
    curator = town.actor("school", Role.CURATOR)
    async with acting(database, curator, clock.now()) as unit:
        results = await surveys.results(unit, survey_id=survey_id)
        [listed] = await surveys.listed(unit, organisation_id=town.school)
    assert (results.answered, results.invited) == (2, 4)
    assert (listed.answered, listed.invited) == (2, 4)
    assert results.waiting == ("school mentor 0", "school mentor 1")
    assert results.averages == []


async def test_averages_are_of_at_least_three_finished_responses_of_a_role(
    database: Database, clock: SettableClock, town: Town
) -> None:
    survey_id = await assign(database, clock, town)
    people = [town.actor("school", Role.MENTEE, number) for number in (0, 1)]
    people += [town.actor("neighbour", Role.MENTEE, number) for number in (0, 1)]
    async with database.begin() as session:
        await session.execute(
            update(Membership)
            .where(Membership.organisation_id == town.neighbour, Membership.role == Role.MENTEE)
            .values(organisation_id=town.school)
        )
    for actor, mark in zip(people[:3], (4, 9, 7), strict=True):
        await fill(database, clock, actor, survey_id, mark)
    async with acting(database, people[3], clock.now()) as unit:
        begun = await answering.begin(unit, survey_id=survey_id)
    await answer(database, clock, people[3], begun, {"comfort": 1})
    async with acting(database, town.actor("school", Role.CURATOR), clock.now()) as unit:
        results = await surveys.results(unit, survey_id=survey_id)
    assert [(row.role, row.question.key) for row in results.averages] == [
        (Role.MENTEE, question) for question in ("usefulness", "comfort", "support", "clarity")
    ]
    assert {(row.answers, round(row.average, 2)) for row in results.averages} == {(3, 6.67)}


async def test_a_form_is_set_once_for_a_day_that_is_to_come(
    database: Database, clock: SettableClock, town: Town
) -> None:
    await assign(database, clock, town)
    with pytest.raises(Refusal) as caught:
        await assign(database, clock, town)
    assert caught.value.key == "survey-exists"
    for days in (-1, 367):
        with pytest.raises(Refusal) as caught:
            await assign(database, clock, town, TODAY + timedelta(days=days))
        assert caught.value.key == "survey-day"
    async with acting(database, town.actor("school", Role.CURATOR), clock.now()) as unit:
        with pytest.raises(NotAllowed):
            await surveys.assign(
                unit, organisation_id=town.school, form="../../etc/passwd", opens_on=TODAY
            )


@pytest.mark.parametrize(
    ("place", "role"),
    [
        ("school", Role.MENTOR),
        ("school", Role.MENTEE),
        ("neighbour", Role.CURATOR),
        ("department", Role.DEPARTMENT),
    ],
)
async def test_only_the_schools_curators_keep_its_surveys(
    database: Database, clock: SettableClock, town: Town, place: str, role: Role
) -> None:
    survey_id = await assign(database, clock, town)
    async with acting(database, town.actor(place, role), clock.now()) as unit:
        for attempt in (
            surveys.forms(unit, organisation_id=town.school),
            surveys.receivers(unit, organisation_id=town.school),
            surveys.listed(unit, organisation_id=town.school),
            surveys.results(unit, survey_id=survey_id),
            surveys.assign(
                unit, organisation_id=town.school, form="exit-1", opens_on=date(2026, 9, 9)
            ),
        ):
            with pytest.raises(NotAllowed):
                await attempt
    async with database.reading() as session:
        assert await session.scalar(select(func.count()).select_from(Survey)) == 1


async def test_the_digest_tells_on_the_day_and_reminds_once(
    database: Database, clock: SettableClock, town: Town
) -> None:
    opens_on = TODAY + timedelta(days=1)
    survey_id = await assign(database, clock, town, opens_on)
    alerts = SurveyAlerts()
    mentor, mentee = town.actor("school", Role.MENTOR), town.actor("school", Role.MENTEE)
    everybody = set(town.people["school", Role.MENTOR] + town.people["school", Role.MENTEE])

    async def morning(day: date) -> tuple[set[int], list[str]]:
        async with acting(database, mentor, clock.now()) as unit:
            since = day - timedelta(days=1)
            who = await alerts.who(unit, town.school, since, day)
            lines = await alerts.lines(unit, unit.me, since, day)
        return who, [line.message for line in lines]

    assert await morning(opens_on) == (everybody, ["survey-digest"])
    clock.advance(timedelta(days=1))
    await fill(database, clock, mentee, survey_id)
    assert await morning(opens_on + timedelta(days=1)) == (set(), [])
    assert await morning(opens_on + timedelta(days=3)) == (
        everybody - {mentee.person_id},
        ["survey-reminder"],
    )
    assert await morning(opens_on + timedelta(days=6)) == (set(), [])
    async with acting(database, mentor, clock.now()) as unit:
        days = [
            await alerts.next_day(unit, town.school, after)
            for after in (TODAY, opens_on, opens_on + timedelta(days=3))
        ]
        [line] = await alerts.lines(unit, unit.me, TODAY, opens_on)
        outside = await alerts.who(unit, town.neighbour, TODAY, opens_on)
    assert days == [opens_on, opens_on + timedelta(days=3), None]
    assert line.button is not None
    assert line.button["action"] == f"survey:{survey_id}"
    assert outside == set()


async def test_a_survey_for_a_day_whose_digests_are_out_is_told_at_once(
    database: Database, clock: SettableClock, town: Town
) -> None:
    async with database.begin() as session:
        await session.execute(update(Organisation).values(planned_on=TODAY))
    survey_id = await assign(database, clock, town)
    mentor, mentee = town.actor("school", Role.MENTOR), town.actor("school", Role.MENTEE)
    await fill(database, clock, mentee, survey_id)
    async with database.reading() as session:
        told = list(await session.scalars(select(Outbox)))
    assert {row.person_id for row in told} == set(
        town.people["school", Role.MENTOR] + town.people["school", Role.MENTEE]
    )
    assert {(row.kind, row.message) for row in told} == {("built", "survey-invitation")}
    for actor, expected in ((mentor, 1), (mentee, 0)):
        async with acting(database, actor, clock.now()) as unit:
            assert len(await build_invitation(unit, unit.me, told[0].args)) == expected
