"""Two records of one person become one: nothing is lost, nothing refers to the other any more."""

from typing import Any

import pytest
from sqlalchemy import func, insert, select, update

from core.clock import SettableClock
from core.errors import NotAllowed, Refusal
from db import merging as engine
from db.engines import Database
from db.models import (
    Answer,
    Audit,
    Base,
    Erasure,
    Membership,
    Pair,
    PairMember,
    Person,
    Profile,
    Representation,
    Request,
    Response,
)
from mentoring.bank import merging
from mentoring.bank.merging_rules import RULES
from mentoring.bank.status import Status
from mentoring.pairs import pairs
from mentoring.roles import Role
from tests.mentoring.bank.test_bank import begin, profile_of
from tests.mentoring.privacy.test_erasing import a_value
from tests.mentoring.seed import Town, acting

NAME = "Воронова Анна"


def test_every_table_in_which_two_rows_may_be_one_has_a_rule() -> None:
    """Also those that refer to a table whose rows are made one."""
    targets, seen = ["person"], set()
    while targets:
        target = targets.pop()
        seen.add(target)
        for column in engine.referring(target):
            table = column.table.name
            if not list(engine.uniques(column)):
                continue
            assert table in RULES, f"declare {table} in mentoring/bank/merging_rules.py"
            joined = RULES[table].stays == engine.Stays.OURS and "id" in column.table.c
            if joined and table not in seen:
                targets.append(table)
    assert {"membership", "profile"} <= seen


async def second(
    database: Database, clock: SettableClock, town: Town, *, of: int, side: Role = Role.MENTEE
) -> int:
    """A record without a chat beside somebody's own, in the same programme. Returns the person."""
    async with database.begin() as session:
        first = (await session.scalars(select(Profile).where(Profile.person_id == of))).one()
        twin = Person(name=NAME, locale="ru", birth_year=2011, created_at=clock.now())
        session.add(twin)
        await session.flush()
        session.add(
            Profile(
                organisation_id=town.school,
                programme_id=first.programme_id,
                person_id=twin.id,
                side=side,
                status=Status.LISTED,
                status_since=clock.now(),
                class_name="7А",
                created_at=clock.now(),
            )
        )
        return int(twin.id)


async def named(database: Database, person_id: int, **values: Any) -> None:
    async with database.begin() as session:
        await session.execute(update(Person).where(Person.id == person_id).values(**values))


async def referring(database: Database, person_id: int) -> dict[str, int]:
    """How many rows of each table refer to a person, by the column."""
    found = {}
    async with database.reading() as session:
        for column in engine.referring("person"):
            query = select(func.count()).select_from(column.table).where(column == person_id)
            count = await session.scalar(query) or 0
            found[str(column)] = count
    return found


async def test_whatever_refers_to_the_other_refers_to_the_one_that_stays(
    database: Database, clock: SettableClock, town: Town
) -> None:
    await begin(database, clock, town)
    me = town.people["school", Role.MENTEE][0]
    twin = await second(database, clock, town, of=me)
    seeded = {"person", "organisation", "organisation_branch"}
    first: dict[str, Any] = {}
    async with database.begin() as session:
        for table in Base.metadata.sorted_tables:
            if table.name not in seeded:
                values = {
                    column.name: a_value(column, town, twin, clock, first)
                    for column in table.c
                    if column.name != "id"
                }
                if table.name == "chat":
                    values["chat_id"] = 1
                await session.execute(insert(table).values(values))
            if "id" in table.c:
                first[table.name] = await session.scalar(select(func.max(table.c.id)))
    theirs, ours = await referring(database, twin), await referring(database, me)
    assert all(theirs.values())
    mine, other = await profile_of(database, me), await profile_listed(database, twin)
    async with acting(database, town.actor("school", Role.CURATOR), clock.now()) as unit:
        told = await merging.preview(unit, profile_id=other.id, other_id=mine.id)
        # Whichever card is open, the record with a chat stays.
        assert (told.stays.profile_id, told.goes.profile_id) == (mine.id, other.id)
        assert told.why is None
        assert {"seats", "pairs", "meetings", "answers", "rights"} <= set(told.moved)
        assert await merging.merge(unit, profile_id=other.id, other_id=mine.id) == mine.id
    left = await referring(database, twin)
    assert not any(left.values()), {name: count for name, count in left.items() if count}
    now = await referring(database, me)
    # What both had is one: the profile of one programme. All else is there as before.
    less = {name: theirs[name] + ours[name] - now[name] for name in now}
    logged = {"audit.subject_id": 1}
    assert {
        name: count + logged.get(name, 0)
        for name, count in less.items()
        if count + logged.get(name, 0)
    } == {"profile.person_id": 1}
    async with database.reading() as session:
        assert await session.get(Person, twin) is None
        deed = (await session.scalars(select(Audit).where(Audit.what == "records-merged"))).one()
    assert (deed.subject_id, deed.args["gone"]) == (me, twin)
    async with acting(database, town.actor("school", Role.CURATOR), clock.now()) as unit:
        with pytest.raises(Refusal) as refusal:
            await merging.merge(unit, profile_id=mine.id, other_id=other.id)
        assert refusal.value.key == "merge-no-record"


async def profile_listed(database: Database, person_id: int) -> Profile:
    async with database.reading() as session:
        query = select(Profile).where(Profile.person_id == person_id, Profile.side == "mentee")
        return (await session.scalars(query)).one()


async def test_what_both_have_becomes_one(
    database: Database, clock: SettableClock, town: Town
) -> None:
    await begin(database, clock, town)
    me = town.people["school", Role.MENTEE][0]
    twin = await second(database, clock, town, of=me)
    await named(database, me, name="Анна Воронова", birth_year=None)
    await named(database, twin, name="Воронова Анна Сергеевна", phone="+79990001122")
    mine, other = await profile_of(database, me), await profile_of(database, twin)
    async with database.begin() as session:
        session.add(
            Membership(
                organisation_id=town.school, person_id=twin, role=Role.MENTEE, since=clock.now()
            )
        )
        session.add(
            Request(
                organisation_id=town.school,
                profile_id=other.id,
                text="боится доски",
                topics=[],
                voiced_by="parent",
                created_by=town.people["school", Role.CURATOR][0],
                created_at=clock.now(),
            )
        )
        for whose, completed, text in ((me, None, "раньше"), (twin, clock.now(), "позже")):
            made = Response(
                organisation_id=town.school,
                occasion="entry",
                person_id=whose,
                form="mentee",
                role="mentee",
                channel="chat",
                started_at=clock.now(),
                completed_at=completed,
            )
            session.add(made)
            await session.flush()
            session.add(
                Answer(
                    organisation_id=town.school,
                    response_id=made.id,
                    question="goal",
                    text=text,
                    answered_at=clock.now(),
                )
            )
    async with acting(database, town.actor("school", Role.CURATOR), clock.now()) as unit:
        [offered] = await merging.alike(unit, profile_id=mine.id)
        assert (offered.profile_id, offered.name) == (other.id, "Анна В.")
        told = await merging.preview(unit, profile_id=mine.id, other_id=other.id)
        assert told.doubled == {"membership": 1, "profile": 1, "survey_response": 1}
        assert told.filled == ("name", "phone", "birth_year")
        await merging.merge(unit, profile_id=mine.id, other_id=other.id)
    async with database.reading() as session:
        person = await session.get_one(Person, me)
        profile = (await session.scalars(select(Profile).where(Profile.person_id == me))).one()
        assert person.name == "Воронова Анна Сергеевна"
        assert (person.phone, person.birth_year, person.telegram_id) == (
            "+79990001122",
            2011,
            1000 + me,
        )
        assert (profile.status, profile.class_name) == (Status.NEW, "7А")
        assert "сергеевна" in profile.search and "доски" in profile.search
        assert (await session.scalars(select(Answer.text))).all() == ["позже"]
        assert (await session.scalars(select(Request.profile_id))).all() == [profile.id]


async def test_records_that_are_of_two_people_stay_two(
    database: Database, clock: SettableClock, town: Town
) -> None:
    await begin(database, clock, town)
    me, another = town.people["school", Role.MENTEE]
    twin = await second(database, clock, town, of=me)
    mentor = town.people["school", Role.MENTOR][0]
    mine, other = await profile_of(database, me), await profile_of(database, twin)
    curator = town.actor("school", Role.CURATOR)

    async def refused(first: int, second: int) -> str:
        async with acting(database, curator, clock.now()) as unit:
            told = await merging.preview(unit, profile_id=first, other_id=second)
            with pytest.raises(Refusal) as refusal:
                await merging.merge(unit, profile_id=first, other_id=second)
            assert refusal.value.key == f"merge-no-{told.why}"
            return str(told.why)

    assert await refused(mine.id, (await profile_of(database, another)).id) == "chats"
    async with acting(database, curator, clock.now()) as unit:
        for stranger, key in ((10**12, "merge-no-record"), (mine.id, "merge-no-same")):
            with pytest.raises(Refusal) as refusal:
                await merging.preview(unit, profile_id=mine.id, other_id=stranger)
            assert refusal.value.key == key
    async with acting(database, town.actor("neighbour", Role.CURATOR), clock.now()) as unit:
        with pytest.raises(NotAllowed):
            await merging.merge(unit, profile_id=mine.id, other_id=other.id)
    async with database.begin() as session:
        where = {"organisation_id": town.school}
        erasure = Erasure(person_id=twin, reason="asked", due_at=clock.now(), **where)
        session.add(erasure)
    assert await refused(mine.id, other.id) == "erasure"
    async with database.begin() as session:
        await session.execute(update(Erasure).values(cancelled_at=clock.now()))
        kin = Representation(representative_id=me, child_id=twin, since=clock.now(), **where)
        session.add(kin)
    assert await refused(mine.id, other.id) == "family"
    async with database.begin() as session:
        await session.execute(update(Representation).values(child_id=another))
        session.add(
            Membership(
                organisation_id=town.neighbour, person_id=twin, role=Role.MENTEE, since=clock.now()
            )
        )
    assert await refused(mine.id, other.id) == "elsewhere"
    async with database.begin() as session:
        seat = update(Membership).where(Membership.person_id == twin)
        await session.execute(seat.values(organisation_id=town.school))
        await session.execute(update(Profile).where(Profile.id == other.id).values(status="new"))
    async with acting(database, curator, clock.now()) as unit:
        for mentee in (me, twin):
            await pairs.create(
                unit, organisation_id=town.school, mentor_id=mentor, mentee_id=mentee
            )
    assert await refused(mine.id, other.id) == "partner"
    async with database.begin() as session:
        run = select(Pair.id).join(PairMember).where(PairMember.person_id == twin)
        await session.execute(
            update(PairMember)
            .where(PairMember.pair_id.in_(run), PairMember.person_id == mentor)
            .values(person_id=me)
        )
    assert await refused(mine.id, other.id) == "pair"


async def test_a_pair_goes_over_with_its_key(
    database: Database, clock: SettableClock, town: Town
) -> None:
    await begin(database, clock, town)
    me, mentor = town.people["school", Role.MENTEE][0], town.people["school", Role.MENTOR][0]
    twin = await second(database, clock, town, of=me)
    mine, other = await profile_of(database, me), await profile_of(database, twin)
    async with database.begin() as session:
        session.add(
            Membership(
                organisation_id=town.school, person_id=twin, role=Role.MENTEE, since=clock.now()
            )
        )
        await session.execute(update(Profile).where(Profile.id == other.id).values(status="new"))
    place = {"organisation_id": town.school, "mentor_id": mentor}
    async with acting(database, town.actor("school", Role.CURATOR), clock.now()) as unit:
        await pairs.create(unit, mentee_id=twin, **place)
        await merging.merge(unit, profile_id=mine.id, other_id=other.id)
    async with acting(database, town.actor("school", Role.CURATOR), clock.now()) as unit:
        # The same two have a pair: a second one is not made.
        with pytest.raises(Refusal) as refusal:
            await pairs.create(unit, mentee_id=me, **place)
        assert refusal.value.key == "pair-exists"
    assert (await profile_of(database, me)).status == Status.MATCHED
