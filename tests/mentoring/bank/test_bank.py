"""The banks: found by words, filled by answers, changed with the owner's knowledge."""

from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import func, select, update

from core.clock import SettableClock
from core.errors import NotAllowed, Refusal
from db.engines import Database
from db.models import Audit, Membership, Outbox, Profile, Request
from mentoring import areas, todo
from mentoring.bank import (
    cards,
    checking,
    editing,
    filling,
    finding,
    own,
    requests,
    selecting,
)
from mentoring.bank.filtering import Filters, State
from mentoring.bank.status import Selection, Side, Status, Voice
from mentoring.pairs import life, pairs
from mentoring.programmes import programmes
from mentoring.roles import Role
from mentoring.surveys import answering
from mentoring.surveys.after import Sent, follow
from tests.mentoring.programmes.test_programmes import begin
from tests.mentoring.seed import Town, acting

areas.load()
ANSWERS = {
    "competences": "maths,physics",
    "competence_words": "решаю задачи повышенной трудности",
    "ages": ("12-13",),
    "capacity": 3,
    "times": "evening",
    "hours": 6,
    "places": "school,online",
    "interests": "books",
    "years_of_work": 12,
    "comfort": 9,
    "languages": "klingon",
}


async def profile_of(database: Database, person_id: int) -> Profile:
    async with database.reading() as session:
        return (await session.scalars(select(Profile).where(Profile.person_id == person_id))).one()


async def test_answers_fill_a_mentor_who_is_then_ready_and_found_by_any_form_of_a_word(
    database: Database, clock: SettableClock, town: Town
) -> None:
    await begin(database, clock, town)
    mentor = town.actor("school", Role.MENTOR)
    place = {"organisation_id": town.school, "person_id": mentor.person_id, "side": "mentor"}
    async with acting(database, mentor, clock.now()) as unit:
        await filling.begun(unit, **place)
        assert (await own.profiles(unit))[0].status == Status.IN_QUESTIONNAIRE
        sent = Sent(town.school, unit.me, Role.MENTOR, None, dict(ANSWERS))
        await follow(unit, "exit", sent)
        assert (await own.profiles(unit))[0].status == Status.IN_QUESTIONNAIRE
        await follow(unit, "entry", sent)
    made = await profile_of(database, mentor.person_id)
    assert (made.status, made.topics, made.capacity) == (Status.READY, ["maths", "physics"], 3)
    assert made.traits == {
        "hours": 6,
        "places": ["school", "online"],
        "interests": ["books"],
        "years_of_work": 12,
    }
    async with acting(database, town.actor("school", Role.CURATOR), clock.now()) as unit:
        for words in ("задача", "ЗАДАЧАМИ", "физике", "physics задач", ""):
            page = await finding.find(
                unit, organisation_id=town.school, side=Side.MENTOR, words=words
            )
            assert made.id in [row.id for row in page.rows], words
        page = await finding.find(
            unit, organisation_id=town.school, side=Side.MENTOR, words="химия задача"
        )
        assert (page.rows, page.total) == ([], 0)


async def test_a_request_told_by_another_is_marked_and_ones_own_replaces_ones_own(
    database: Database, clock: SettableClock, town: Town
) -> None:
    await begin(database, clock, town)
    mentee = town.actor("school", Role.MENTEE)
    made = await profile_of(database, mentee.person_id)
    async with acting(database, town.actor("school", Role.CURATOR), clock.now()) as unit:
        told = await requests.voice(
            unit,
            profile_id=made.id,
            text="боится отвечать у доски",
            topics=("speaking",),
            voiced_by=Voice.CLASS_TEACHER,
        )
        with pytest.raises(NotAllowed):
            await requests.voice(
                unit, profile_id=made.id, text="x", topics=("нет",), voiced_by=Voice.PARENT
            )
    async with acting(database, mentee, clock.now()) as unit:
        for text in ("хочу лучше знать алгебру", "хочу лучше знать геометрию"):
            await requests.voice_mine(unit, profile_id=made.id, text=text)
        card = (await own.profiles(unit))[0]
        assert [(one.voiced_by, one.text) for one in card.requests] == [
            (Voice.CLASS_TEACHER, "боится отвечать у доски"),
            (Voice.SELF, "хочу лучше знать геометрию"),
        ]
    async with acting(database, town.actor("school", Role.CURATOR), clock.now()) as unit:
        await requests.withdraw(unit, request_id=told)
        found = await finding.find(
            unit, organisation_id=town.school, side=Side.MENTEE, words="доске"
        )
        assert found.total == 0
    async with database.reading() as session:
        # All of it is kept.
        assert await session.scalar(select(func.count(Request.id))) == 3


async def test_what_the_curator_changes_is_logged_and_told_once_a_day(
    database: Database, clock: SettableClock, town: Town
) -> None:
    await begin(database, clock, town)
    mentor = town.actor("school", Role.MENTOR)
    made = await profile_of(database, mentor.person_id)
    async with acting(database, town.actor("school", Role.CURATOR), clock.now()) as unit:
        for key, value in (("capacity", 2), ("source", "alumnus"), ("source", "alumnus")):
            await editing.change(unit, profile_id=made.id, key=key, value=value)
        for key, value in (("capacity", 0), ("capacity", 10**9)):
            with pytest.raises(Refusal):
                await editing.change(unit, profile_id=made.id, key=key, value=value)
        forged: tuple[tuple[str, Any], ...] = (
            ("status", "matched"),
            ("conditions", ("home",)),
            ("source", "zzz"),
        )
        for key, what in forged:
            with pytest.raises(NotAllowed):
                await editing.change(unit, profile_id=made.id, key=key, value=what)
    async with database.reading() as session:
        logged = (await session.scalars(select(Audit.args).order_by(Audit.id))).all()
        told = (await session.scalars(select(Outbox.message))).all()
    assert logged == [{"field": "capacity"}, {"field": "source"}]
    assert told == ["bank-changed-notice"]
    # The mark stays till the owner has said that it is right.
    clock.advance(timedelta(hours=1))
    for confirmed in (False, True):
        async with acting(database, mentor, clock.now()) as unit:
            [card] = await own.profiles(unit)
            assert (card.changed_on is None) is confirmed
            await own.confirm(unit, profile_id=made.id)


async def test_nobody_changes_anothers_profile(
    database: Database, clock: SettableClock, town: Town
) -> None:
    await begin(database, clock, town)
    made = await profile_of(database, town.people["school", Role.MENTOR][1])
    async with acting(database, town.actor("school", Role.MENTOR), clock.now()) as unit:
        with pytest.raises(NotAllowed):
            await editing.change_mine(unit, profile_id=made.id, key="post", value="x")
        with pytest.raises(NotAllowed):
            await own.confirm(unit, profile_id=made.id)


async def test_a_pair_stops_the_count_of_days_and_its_end_begins_it(
    database: Database, clock: SettableClock, town: Town
) -> None:
    await begin(database, clock, town)
    mentor, mentee = (town.people["school", side][0] for side in (Role.MENTOR, Role.MENTEE))
    clock.advance(timedelta(days=12))
    who = town.actor("school", Role.CURATOR)
    async with acting(database, who, clock.now()) as unit:
        page = await finding.find(
            unit, organisation_id=town.school, side=Side.MENTEE, filters=Filters(State.FREE)
        )
        assert {row.waiting_days for row in page.rows} == {12}
        pair = await pairs.create(
            unit, organisation_id=town.school, mentor_id=mentor, mentee_id=mentee
        )
    made = await profile_of(database, mentee)
    assert (made.status, made.unmatched_since) == (Status.MATCHED, None)
    clock.advance(timedelta(days=3))
    async with acting(database, who, clock.now()) as unit:
        await life.end(unit, pair_id=pair, ground="mutual")
    clock.advance(timedelta(days=2))
    async with acting(database, who, clock.now()) as unit:
        card = await cards.card(unit, profile_id=made.id)
    assert (card.status, card.waiting_days) == (Status.WAITING, 2)


async def test_one_person_is_taken_in_from_their_card(
    database: Database, clock: SettableClock, town: Town
) -> None:
    await begin(database, clock, town)
    mentor = town.people["school", Role.MENTOR][0]
    made = await profile_of(database, mentor)
    async with acting(database, town.actor("school", Role.CURATOR), clock.now()) as unit:
        assert (await cards.card(unit, profile_id=made.id)).next_action == "accept"
        await editing.accept(unit, profile_id=made.id)
        await selecting.decide(unit, profile_id=made.id, selection=Selection.INTERVIEWED)
        card = await cards.card(unit, profile_id=made.id)
    assert (card.accepted, card.next_action) == (True, "select")
    assert card.selected_by == "school curator 0"


async def test_a_mentor_is_chosen_on_a_ground_and_trained(
    database: Database, clock: SettableClock, town: Town
) -> None:
    await begin(database, clock, town)
    made = await profile_of(database, town.people["school", Role.MENTOR][0])
    async with acting(database, town.actor("school", Role.CURATOR), clock.now()) as unit:
        with pytest.raises(Refusal):
            await selecting.decide(unit, profile_id=made.id, selection=Selection.DECLINED)
        await selecting.decide(unit, profile_id=made.id, selection=Selection.SELECTED)
        with pytest.raises(Refusal):
            await selecting.trained(
                unit, profile_id=made.id, course="x", finished_on=date(2030, 1, 1)
            )
        await selecting.trained(
            unit, profile_id=made.id, course="Основы", hours=36, finished_on=date(2026, 8, 20)
        )
        card = await cards.card(unit, profile_id=made.id)
        assert (card.selection, card.selected_on) == (Selection.SELECTED, date(2026, 9, 1))
        assert [(one.course, one.hours) for one in card.trainings] == [("Основы", 36)]


async def test_all_but_these_are_taken_in_and_the_refused_lose_their_seat(
    database: Database, clock: SettableClock, town: Town
) -> None:
    await begin(database, clock, town)
    place = {"organisation_id": town.school}
    async with acting(database, town.actor("school", Role.CURATOR), clock.now()) as unit:
        (waiting,) = await todo.waiting(unit, **place)
        assert (waiting.kind, waiting.count) == ("people", 4)
        seen = await todo.versions(unit, kind="people", **place)
        stranger, late = min(seen), max(seen)
        del seen[stranger], seen[late]
        done = await todo.approve(unit, kind="people", seen=seen, **place)
        assert done == todo.Approved(2, [])
        assert await todo.approve(unit, kind="people", seen=seen, **place) == todo.Approved(0, [])
        assert await todo.refuse(unit, kind="people", ids=frozenset({stranger, 999}), **place) == 1
        assert list(await todo.versions(unit, kind="people", **place)) == [late]
        left = await todo.things(unit, kind="people", ids=[stranger, late], **place)
        assert [one.id for one in left] == [late]
        with pytest.raises(NotAllowed):
            await todo.refuse(unit, kind="selection", ids=frozenset({1}), **place)
    async with database.reading() as session:
        gone = await session.scalar(select(Profile.person_id).where(Profile.id == stranger))
        seat = await session.scalar(select(Membership.ended_at).where(Membership.person_id == gone))
        told = (await session.scalars(select(Outbox.person_id))).all()
    assert seat == clock.now()
    assert told == [gone]


async def test_once_a_year_everybody_is_asked_and_one_tap_answers(
    database: Database, clock: SettableClock, town: Town
) -> None:
    await begin(database, clock, town)
    mentor = town.actor("school", Role.MENTOR)
    made = await profile_of(database, mentor.person_id)
    source, day = checking.YearlyRound(), date(2026, 9, 1)
    async with acting(database, mentor, clock.now()) as unit:
        first = await source.next_day(unit, town.school, day)
        assert first == date(2027, 9, 2)
        before = first - timedelta(days=1)
        assert await source.who(unit, town.school, day, before) == set()
        assert len(await source.who(unit, town.school, before, first)) == 4
        assert len(await source.lines(unit, unit.me, before, first)) == 1
    clock.advance(timedelta(days=366))
    async with acting(database, mentor, clock.now()) as unit:
        assert not (await own.profiles(unit))[0].fresh
        await own.confirm(unit, profile_id=made.id)
        assert (await own.profiles(unit))[0].fresh
    async with acting(database, town.actor("school", Role.CURATOR), clock.now()) as unit:
        page = await finding.find(
            unit, organisation_id=town.school, side=Side.MENTOR, filters=Filters(State.STALE)
        )
        assert page.total == 1
        assert await checking.ask_stale(unit, organisation_id=town.school) == 3


async def test_the_bank_shows_who_has_begun_the_entry_form(
    database: Database, clock: SettableClock, town: Town
) -> None:
    async with acting(database, town.actor("school", Role.CURATOR), clock.now()) as unit:
        await programmes.create(
            unit,
            organisation_id=town.school,
            form="pupil-pupil",
            title="Год",
            starts_on=clock.now().date(),
            ends_on=clock.now().date() + timedelta(days=200),
        )
    me = town.people["school", Role.MENTEE][0]
    status = select(Profile.status).where(Profile.person_id == me)
    async with acting(database, town.actor("school", Role.MENTEE), clock.now()) as unit:
        [form] = await answering.waiting(unit)
        assert await unit.session.scalar(status) == Status.NEW
        await answering.take_up(unit, response_id=form.response_id)
        assert await unit.session.scalar(status) == Status.IN_QUESTIONNAIRE
        # Looking again later moves nobody back.
        await unit.session.execute(update(Profile).values(status=Status.READY))
        await answering.take_up(unit, response_id=form.response_id)
        assert await unit.session.scalar(status) == Status.READY
