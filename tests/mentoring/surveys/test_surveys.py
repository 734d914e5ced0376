"""Surveys put to people, told of, summed up without giving anybody away."""

from datetime import date, timedelta

import pytest
from sqlalchemy import func, select, update

from core.clock import SettableClock
from core.errors import NotAllowed, Refusal
from db.engines import Database
from db.models import Membership, Organisation, Outbox, Survey
from mentoring.roles import Role
from mentoring.surveys import answering, surveys
from mentoring.surveys.alerts import SurveyAlerts, build_invitation
from tests.mentoring.seed import Town, acting
from tests.mentoring.surveys.steps import TODAY, answer, assign, fill


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
