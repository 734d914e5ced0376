"""Suggestions: made from the banks, decided once, with the next mentor when asked."""

from datetime import date

import pytest
from sqlalchemy import select, update

from core.clock import SettableClock
from core.errors import NotAllowed, Refusal
from db.engines import Database
from db.models import MatchSuggestion, Outbox, Pair, Person, Profile, Request
from mentoring.matching import checks, lacking, ruling, suggesting, tuning
from mentoring.matching.loading import banks
from mentoring.matching.model import Reason
from mentoring.matching.reasons import cons
from mentoring.matching.rules import forbidden, unchecked
from mentoring.matching.solving import match
from mentoring.programmes import programmes
from mentoring.roles import Role
from tests.mentoring.counting import counted
from tests.mentoring.seed import Town, acting


@pytest.fixture
async def programme(database: Database, clock: SettableClock, town: Town) -> int:
    """Two mentees, two mentors: one for exams, one who talks about programming."""
    async with acting(database, town.actor("school", Role.CURATOR), clock.now()) as unit:
        created = await programmes.create(
            unit,
            organisation_id=town.school,
            form="pupil-pupil",
            title="Год",
            starts_on=date(2026, 9, 1),
            ends_on=date(2027, 5, 31),
        )
        mentees, mentors = (town.people["school", side] for side in (Role.MENTEE, Role.MENTOR))
        rows = {row.person_id: row for row in await unit.session.scalars(select(Profile))}
        for person, topics, words in (
            (mentees[0], ["exams"], "подготовка к экзамену"),
            (mentees[1], [], "программирование роботов"),
        ):
            request = Request(
                organisation_id=town.school,
                profile_id=rows[person].id,
                text=words,
                topics=topics,
                voiced_by="self",
                created_at=clock.now(),
            )
            unit.session.add(request)
        rows[mentors[0]].topics = ["exams"]
        rows[mentors[1]].competences = "Программирую роботов пять лет"
        rows[mentors[1]].free_time = ["evening"]
        rows[mentees[1]].free_time = ["evening"]
    return created


async def suggested(database: Database, clock: SettableClock, town: Town, programme: int) -> None:
    """As the job does it, in this process."""
    async with acting(database, town.actor("school", Role.CURATOR), clock.now()) as unit:
        outcome = match(*await suggesting.load(unit, programme_id=programme))
        await suggesting.keep(unit, programme_id=programme, job_id=1, outcome=outcome)


async def test_each_gets_the_mentor_who_answers_the_request(
    database: Database, clock: SettableClock, town: Town, programme: int
) -> None:
    await suggested(database, clock, town, programme)
    curator = town.actor("school", Role.CURATOR)
    async with acting(database, curator, clock.now()) as unit:
        overview = await suggesting.overview(unit, programme_id=programme)
        assert {(one.mentee, one.mentor) for one in overview.suggested} == {
            ("school mentee 0", "school mentor 0"),
            ("school mentee 1", "school mentor 1"),
        }
        assert overview.unmatched == []
        talking = next(one for one in overview.suggested if one.mentee.endswith("1"))
        assert [reason.key for reason in talking.pros] == ["request", "time"]
        with counted(database) as statements:
            assert await suggesting.accept_all(unit, programme_id=programme) == (2, 0)
        assert len(statements) < 35
        assert (await suggesting.overview(unit, programme_id=programme)).suggested == []
        statuses = set(await unit.session.scalars(select(Profile.status)))
        assert statuses == {"matched"}
        assert len((await unit.session.scalars(select(Pair))).all()) == 2
        # Nobody is told before the curator has looked through the drafts.
        told = (await unit.session.scalars(select(Outbox.message))).all()
        assert set(told) == {"match-done"}
        with pytest.raises(Refusal, match="match-decided"):
            await suggesting.accept(unit, suggestion_id=talking.id)
        with pytest.raises(Refusal, match="match-nobody"):
            await suggesting.start(unit, programme_id=programme)


async def test_another_mentor_and_nobody(
    database: Database, clock: SettableClock, town: Town, programme: int
) -> None:
    async with database.begin() as session:
        first = town.people["school", Role.MENTOR][0]
        await session.execute(update(Profile).where(Profile.person_id == first).values(capacity=0))
        talks = update(Profile).where(Profile.person_id == town.people["school", Role.MENTEE][0])
        await session.execute(talks.values(free_time=["evening"]))
    await suggested(database, clock, town, programme)
    async with acting(database, town.actor("school", Role.CURATOR), clock.now()) as unit:
        overview = await suggesting.overview(unit, programme_id=programme)
        (alone,), (taken,) = overview.unmatched, overview.suggested
        assert [reason.key for reason in alone.pros][:1] == ["none-taken"]
        await suggesting.another(unit, suggestion_id=alone.id)
        changed = await suggesting.card(unit, suggestion_id=alone.id)
        assert changed.mentor == "school mentor 1"
        assert "con-reserved" in [reason.key for reason in changed.cons]
        await suggesting.accept(unit, suggestion_id=alone.id)
        with pytest.raises(Refusal, match="match-no-room"):
            await suggesting.accept(unit, suggestion_id=taken.id)
        with pytest.raises(Refusal, match="match-no-other"):
            await suggesting.another(unit, suggestion_id=taken.id)
        await suggesting.skip(unit, suggestion_id=taken.id)
    await suggested_again(database, clock, town, programme)


async def suggested_again(
    database: Database, clock: SettableClock, town: Town, programme: int
) -> None:
    """Whoever was put off is there again, whoever has a pair is not."""
    await suggested(database, clock, town, programme)
    async with database.reading() as session:
        rows = (await session.scalars(select(MatchSuggestion))).all()
    assert sorted(row.status for row in rows) == ["accepted", "proposed"]


async def test_ages_come_from_the_year_of_birth(
    database: Database, clock: SettableClock, town: Town, programme: int
) -> None:
    async with acting(database, town.actor("school", Role.CURATOR), clock.now()) as unit:
        person = town.people["school", Role.MENTEE][0]
        await unit.session.execute(
            update(Person).where(Person.id == person).values(birth_year=2012)
        )
        mentor = update(Profile).where(Profile.side == "mentor")
        await unit.session.execute(mentor.values(wished_ages=["12-13", "14-15"], source="teacher"))
        mentees, mentors = await banks(unit, programme)
    assert sorted(one.age or 0 for one in mentees) == [14, 36]
    assert {(one.ages, one.adult) for one in mentors} == {((12, 15), True)}


async def test_ticks_pins_and_bars_hold(
    database: Database, clock: SettableClock, town: Town, programme: int
) -> None:
    async with acting(database, town.actor("school", Role.CURATOR), clock.now()) as unit:
        await unit.session.execute(
            update(Person)
            .where(Person.id.in_(town.people["school", Role.MENTEE]))
            .values(birth_year=2012)
        )
        rows = (await unit.session.scalars(select(Profile).order_by(Profile.id))).all()
        mentors = [row.id for row in rows if row.side == "mentor"]
        mentees = [row.id for row in rows if row.side == "mentee"]
        outcome = match(*await suggesting.load(unit, programme_id=programme))
        first = outcome.suggestions[0]
        unknown = [reason.key for reason in first.chosen.cons]
        assert {"unchecked-adult", "unchecked-training"} <= set(unknown)
        # Crossed over by pins, against what the scores say.
        crossed = dict(zip(mentees, reversed(mentors), strict=True))
        for mentee, mentor in crossed.items():
            await ruling.add(
                unit, programme_id=programme, mentee_id=mentee, mentor_id=mentor, kind="pin"
            )
        outcome = match(*await suggesting.load(unit, programme_id=programme))
        assert {one.mentee: one.chosen.mentor for one in outcome.suggestions} == crossed
        # A tick that says no forbids even a pin, and the curator sees why.
        await checks.tick(unit, profile_id=mentors[1], kind="training", passed=False)
        await checks.tick(unit, profile_id=mentors[0], kind="minors", passed=True)
        outcome = match(*await suggesting.load(unit, programme_id=programme))
        assert [reason.key for *_two, reason in outcome.refused_pins] == ["not-trained"]
        broken = [one for one in await ruling.rules(unit, programme_id=programme) if one.why]
        assert [one.why.key for one in broken if one.why] == ["not-trained"]
        await checks.tick(unit, profile_id=mentors[1], kind="training", passed=None)
        for mentor in mentors:
            await ruling.add(
                unit, programme_id=programme, mentee_id=mentees[0], mentor_id=mentor, kind="bar"
            )
        outcome = match(*await suggesting.load(unit, programme_id=programme))
        (alone,) = outcome.unmatched
        assert "none-barred" in [reason.key for reason in alone.why]
        with pytest.raises(NotAllowed):
            await ruling.add(
                unit,
                programme_id=programme,
                mentee_id=mentors[0],
                mentor_id=mentees[0],
                kind="pin",
            )


async def test_weights_show_what_they_change_and_the_gap_is_called_for(
    database: Database, clock: SettableClock, town: Town, programme: int
) -> None:
    async with acting(database, town.actor("school", Role.CURATOR), clock.now()) as unit:
        same = await tuning.effect(unit, programme_id=programme, changed={"request": 5})
        assert same
        assert (same.pairs, same.changed) == (2, 0)
        assert same.total_before == same.total_after
        rows = {row.person_id: row for row in await unit.session.scalars(select(Profile))}
        one, other = (rows[person] for person in town.people["school", Role.MENTOR])
        left, right = (rows[person] for person in town.people["school", Role.MENTEE])
        # Time alone would cross them over.
        one.free_time, other.free_time = ["evening"], ["weekend"]
        left.free_time, right.free_time = ["weekend"], ["evening"]
        await unit.session.flush()
        turned = await tuning.effect(unit, programme_id=programme, changed={"request": 0})
        assert turned
        assert turned.changed == 2
        assert turned.total_after > turned.total_before
        await tuning.set_weights(unit, programme_id=programme, changed={"request": 0})
        assert (await tuning.weights(unit, programme_id=programme))["request"] == 0
        with pytest.raises(NotAllowed):
            await tuning.set_weights(unit, programme_id=programme, changed={"request": 9})
        assert await lacking.lacking(unit, programme_id=programme) == []
        one.topics = []
        await unit.session.flush()
        (lack,) = await lacking.lacking(unit, programme_id=programme)
        assert (lack.topic, lack.asked, lack.room) == ("exams", 1, 0)
        waiting = await lacking.without_pair(unit, programme_id=programme)
        await lacking.support(unit, profile_id=waiting[0].profile_id, note="беседа")
        waiting = await lacking.without_pair(unit, programme_id=programme)
        assert [one.supports for one in waiting] == [1, 0]


async def test_relatives_and_the_own_class_teacher_are_read_from_the_cards(
    database: Database, clock: SettableClock, town: Town, programme: int
) -> None:
    mentees, mentors = (town.people["school", side] for side in (Role.MENTEE, Role.MENTOR))
    async with acting(database, town.actor("school", Role.CURATOR), clock.now()) as unit:
        names = {
            mentors[0]: "Котова Анна Сергеевна",
            mentors[1]: "Котов Илья",
            mentees[0]: "Петрова Вера",
        }
        for person, name in names.items():
            await unit.session.execute(update(Person).where(Person.id == person).values(name=name))
        rows = {row.person_id: row for row in await unit.session.scalars(select(Profile))}
        rows[mentees[0]].relatives = "мама работает с Котовой А., брат учится в 5Б"
        rows[mentees[1]].relatives = "нет"
        rows[mentees[1]].class_teacher = "Котов Илья"
        rows[mentees[1]].traits = {"own_teacher": "avoid"}
        await unit.session.flush()
        left, right = await banks(unit, programme)
        first, second = (next(one for one in left if one.id == rows[who].id) for who in mentees)
        anna, ilya = (next(one for one in right if one.id == rows[who].id) for who in mentors)
        assert (first.relatives, first.relatives_elsewhere) == ({anna.id}, False)
        assert (second.relatives, second.relatives_elsewhere) == (frozenset(), False)
        told = {
            (who.id, whom.id): forbidden(who, whom) for who in (first, second) for whom in right
        }
        assert {places: reason.key for places, reason in told.items() if reason} == {
            (first.id, anna.id): "relatives",
            (second.id, ilya.id): "class-teacher",
        }
        rows[mentors[1]].relatives = "сын Петровой Веры"
        rows[mentees[0]].relatives = "двоюродный брат в 9А"
        rows[mentees[1]].class_teacher = ""
        await unit.session.flush()
        left, right = await banks(unit, programme)
        first, second = (next(one for one in left if one.id == rows[who].id) for who in mentees)
        anna, ilya = (next(one for one in right if one.id == rows[who].id) for who in mentors)
        assert forbidden(first, ilya) == Reason("relatives")
        assert Reason("con-relatives") in cons(first, anna)
        assert Reason("unchecked-class-teacher") in unchecked(second, anna)
