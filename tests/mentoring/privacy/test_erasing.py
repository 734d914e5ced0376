"""Erasure: whose word it needs, what goes and what stays, and that the name is nowhere after it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any

import orjson
import pytest
from sqlalchemy import String, Text, func, insert, select, update

from core.clock import SettableClock
from core.errors import NotAllowed, Refusal
from db.engines import Database
from db.models import (
    Appointment,
    Base,
    Erasure,
    Membership,
    Outbox,
    Pair,
    PairMember,
    PairOrder,
    Person,
    Representation,
)
from db.types import Json
from mentoring import areas, todo
from mentoring.consent import representing
from mentoring.notices import tell
from mentoring.pairs import groups, pairs
from mentoring.people import joining
from mentoring.privacy import asking, reminding
from mentoring.privacy.mentions import name_of
from mentoring.privacy.registry import KEPT
from mentoring.roles import Role
from mentoring.unit import Actor, Unit
from scheduler.planner import next_due, run_due
from tests.mentoring.seed import Town, acting, waiting

areas.load()
CHILD = 2016
PUPIL = 2011


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Воронова Анна", "X"),
        ("Анна Воронова, 7А", "X, 7А"),
        ("Вы в паре с Анной Вороновой.", "Вы в паре с X."),
        ("Анна Сергеевна опоздала, ВОРОНОВОЙ не было", "X опоздала, X не было"),
        ("Анна В. и Воронова А. С.", "X и X"),
        ("Спросите Воронову", "Спросите X"),
        ("Вороновской школе, Анна, воронов", "Вороновской школе, Анна, воронов"),
    ],
)
def test_the_ways_to_call_somebody(text: str, found: str) -> None:
    name = name_of("Воронова Анна Сергеевна", "Анна", [("Смирнова Анна", None)])
    assert not name.shared
    assert name.out_of({"text": [text]}, "X") == {"text": [found]}


def test_others_of_the_same_name_are_not_touched() -> None:
    name = name_of("Пётр Королёв", "Пётр", [("Королева Вера", None), ("Павел Котов", "Павел")])
    told = "Королёв не пришёл, Королёва Петра нет, Королева Вера пришла"
    assert name.out_of(told, "X") == "Королёв не пришёл, X нет, Королева Вера пришла"
    assert name_of("Анна", None).out_of(["Анна", "Анна Котова"], "X") == ["X", "Анна Котова"]
    assert name_of("Анна Котова", None, [("Котова Анна", "Анна")]).shared
    # Keys are no names, however somebody is called.
    assert name_of("Ann Mentor", "Ann").out_of({"role": "mentor"}, "X") == {"role": "mentor"}


@asynccontextmanager
async def by(database: Database, actor: Actor, clock: SettableClock) -> AsyncIterator[Unit]:
    async with acting(database, actor, clock.now()) as unit:
        yield unit


async def born(database: Database, person_id: int, year: int) -> None:
    async with database.begin() as session:
        await session.execute(update(Person).where(Person.id == person_id).values(birth_year=year))


async def raised(database: Database, town: Town, clock: SettableClock) -> tuple[int, Actor]:
    """A child of the school, and who speaks for them."""
    child = town.people["school", Role.MENTEE][0]
    parent = town.actor("school", Role.REPRESENTATIVE)
    async with database.begin() as session:
        session.add(
            Representation(
                organisation_id=town.school,
                representative_id=parent.person_id or 0,
                child_id=child,
                since=clock.now(),
            )
        )
    await born(database, child, CHILD)
    return child, parent


async def erased(database: Database) -> set[int]:
    async with database.reading() as session:
        return set(await session.scalars(select(Person.id).where(Person.erased_at.is_not(None))))


async def told(database: Database, message: str) -> set[int | None]:
    async with database.reading() as session:
        return set(await session.scalars(select(Outbox.person_id).where(Outbox.message == message)))


async def test_a_child_is_erased_at_the_parents_word_and_the_curators_yes(
    database: Database, town: Town, clock: SettableClock
) -> None:
    child, parent = await raised(database, town, clock)
    curator = town.actor("school", Role.CURATOR)
    async with by(database, town.actor("school", Role.MENTEE), clock) as unit:
        with pytest.raises(Refusal) as refusal:
            await asking.ask(unit, person_id=child)
        assert refusal.value.key == "erasure-by-parent"
    other = town.actor("school", Role.REPRESENTATIVE, 1)
    async with by(database, other, clock) as unit:
        with pytest.raises(NotAllowed):
            await asking.ask(unit, person_id=child)
    async with by(database, parent, clock) as unit:
        with pytest.raises(NotAllowed):
            await asking.ask(unit, person_id=child, organisation_id=town.neighbour)
        for _press in range(2):
            assert (await asking.ask(unit, person_id=child)).decided_by is not None
    await run_due(database, clock)
    assert await erased(database) == set()
    assert curator.person_id in await told(database, "erasure-asked-notice")
    where: dict[str, Any] = {"organisation_id": town.school, "kind": "erasures"}
    async with by(database, curator, clock) as unit:
        [thing] = await waiting(unit, **where)
        assert thing.args["by"] == parent.name and thing.args["name"] != town.names[child]
        done = await todo.approve(unit, seen={thing.id: ""}, **where)
        assert done == todo.Approved(1, [])
    await run_due(database, clock)
    assert await erased(database) == {child}
    assert {parent.person_id, curator.person_id} <= await told(database, "erasure-act")
    async with by(database, curator, clock) as unit:
        assert await waiting(unit, **where) == []


async def test_no_link_leads_to_who_was_erased(
    database: Database, town: Town, clock: SettableClock
) -> None:
    child, _parent = await raised(database, town, clock)
    curator = town.actor("school", Role.CURATOR)
    async with by(database, curator, clock) as unit:
        token = await representing.link(unit, town.school, child)
        await joining.read_invitation(unit, token=token)
        await asking.order(unit, organisation_id=town.school, person_id=child)
    await run_due(database, clock)
    assert await erased(database) == {child}
    async with by(database, Actor(telegram_id=5), clock) as unit:
        with pytest.raises(Refusal) as refusal:
            await joining.join(unit, token=token, name="x")
        assert refusal.value.key == "invite-revoked"


async def test_a_demand_is_refused_or_carried_out_when_its_day_has_come(
    database: Database, town: Town, clock: SettableClock
) -> None:
    pupil = town.actor("school", Role.MENTEE)
    me = pupil.person_id or 0
    await born(database, me, PUPIL)
    where: dict[str, Any] = {"organisation_id": town.school, "kind": "erasures"}
    for refused in (True, False):
        async with by(database, pupil, clock) as unit:
            promised = await asking.ask(unit, person_id=me)
            assert promised.decided_by == unit.today() + asking.DECIDED_WITHIN
        if refused:
            async with by(database, town.actor("school", Role.CURATOR), clock) as unit:
                [thing] = await waiting(unit, **where)
                assert (thing.args["own"], thing.args["by"]) == ("yes", "-")
                assert await todo.refuse(unit, ids=frozenset({thing.id}), **where) == 1
            assert await told(database, "erasure-refused-notice") == {me}
        clock.set(clock.now() + asking.DECIDED_WITHIN)
        await run_due(database, clock)
        assert (await erased(database) == {me}) is not refused
    async with database.reading() as session:
        assert (await session.scalars(select(Erasure.reason))).all() == ["minor_demand"] * 2


async def test_only_the_place_that_is_meant_goes(
    database: Database, town: Town, clock: SettableClock
) -> None:
    """A curator who is a mentor here and next door leaves next door, then everywhere."""
    curator = town.actor("school", Role.CURATOR)
    me = curator.person_id or 0
    async with database.begin() as session:
        seat = select(Membership.id).where(Membership.person_id == me)
        session.add(
            Appointment(
                organisation_id=town.school,
                membership_id=(await session.scalars(seat)).one(),
                contact="каб. 5",
                changed_at=clock.now(),
            )
        )
        for place in (town.school, town.neighbour):
            session.add(
                Membership(organisation_id=place, person_id=me, role=Role.MENTOR, since=clock.now())
            )
    async with by(database, curator, clock) as unit:
        promised = await asking.ask(unit, person_id=me, organisation_id=town.neighbour)
        assert [one.organisation_id for one in promised.places] == [town.school, town.neighbour]
        assert [one.roles for one in promised.stays] == [(Role.CURATOR,)]
    await run_due(database, clock)
    assert await seats(database, me) == [(town.school, "curator"), (town.school, "mentor")]
    async with by(database, curator, clock) as unit:
        await asking.ask(unit, person_id=me)
    await run_due(database, clock)
    assert await seats(database, me) == [(town.school, "curator")]
    assert await erased(database) == set()
    async with database.reading() as session:
        assert await session.scalar(select(Appointment.contact)) == "каб. 5"
        assert await session.scalar(select(Person.name).where(Person.id == me)) == curator.name
    async with by(database, curator, clock) as unit:
        with pytest.raises(Refusal):
            await asking.ask(unit, person_id=me)


async def seats(database: Database, person_id: int) -> list[tuple[int, str]]:
    query = (
        select(Membership.organisation_id, Membership.role)
        .where(Membership.person_id == person_id, Membership.ended_at.is_(None))
        .order_by(Membership.id)
    )
    async with database.reading() as session:
        return [tuple(row) for row in (await session.execute(query)).all()]


async def test_a_group_goes_on_and_a_mentors_pairs_end(
    database: Database, town: Town, clock: SettableClock
) -> None:
    mentor, other = town.people["school", Role.MENTOR]
    mentees = town.people["school", Role.MENTEE]
    async with by(database, town.actor("school", Role.CURATOR), clock) as unit:
        one = {"organisation_id": town.school, "mentee_id": mentees[0]}
        group = await pairs.create(unit, mentor_id=mentor, **one)
        await groups.join(unit, pair_id=group, person_id=mentees[1], side=Role.MENTEE)
        pair = await pairs.create(unit, mentor_id=other, **one)
    leaving = town.actor("school", Role.MENTEE, 1)
    async with by(database, leaving, clock) as unit:
        await asking.ask(unit, person_id=mentees[1])
    async with by(database, town.actor("school", Role.MENTOR, 1), clock) as unit:
        await asking.ask(unit, person_id=other)
    await run_due(database, clock)
    assert await erased(database) == {mentees[1], other}
    async with database.reading() as session:
        states = dict((await session.execute(select(Pair.id, Pair.status))).all())  # type: ignore[arg-type]
        assert states == {group: "active", pair: "ended_early"}
        left = select(PairMember.person_id).where(
            PairMember.pair_id == group, PairMember.left_on.is_(None)
        )
        assert set(await session.scalars(left)) == {mentor, mentees[0]}
        assert await session.scalar(select(PairOrder.kind)) == "early_end"


NAME, PHONE, HOLDS = "Воронова Анна", "+79990001122", ("ворон", "9990001122", "77000077")
SAID = f"Позвоните: Анна Воронова, {PHONE}. Без Вороновой не начинаем"


def a_value(column: Any, town: Town, partner: int, clock: SettableClock, first: Any) -> Any:
    """Something that fits the column of a row of the partner's: words name who will be erased."""
    target = next((key.column.table.name for key in column.foreign_keys), "")
    if target:
        return {"person": partner, "organisation": town.school}.get(target, first.get(target))
    if isinstance(column.type, Json):
        return {"said": [SAID]}
    if isinstance(column.type, Text) or getattr(column.type, "length", 0) == 300:
        return orjson.dumps({"said": SAID}).decode() if column.table.name == "chat" else SAID
    if isinstance(column.type, String):
        return "key"
    kinds = {"Bool": True, "UTC": clock.now(), "Date": clock.now().date(), "Int": 1}
    return next(value for word, value in kinds.items() if word in repr(column.type))


async def everybody_mentions(
    database: Database, town: Town, partner: int, clock: SettableClock
) -> None:
    """A row in every table, in which everything that is words names who is going to be erased."""
    seeded = {"person", "organisation", "organisation_branch", "membership"}
    first: dict[str, Any] = {}
    async with database.begin() as session:
        for table in Base.metadata.sorted_tables:
            if table.name not in seeded:
                values = {
                    column.name: a_value(column, town, partner, clock, first)
                    for column in table.c
                    if column.name != "id"
                }
                if table.name == "chat":
                    values["chat_id"] = 1000 + partner
                await session.execute(insert(table).values(values))
            if "id" in table.c:
                first[table.name] = await session.scalar(select(func.min(table.c.id)))


async def holding(database: Database) -> set[str]:
    """Tables with anything that names somebody, by dumping all there is."""
    found = set()
    async with database.reading() as session:
        for table in Base.metadata.sorted_tables:
            for row in (await session.execute(select(table))).mappings():
                for column, value in row.items():
                    raw = str(value).casefold()
                    if any(one in raw for one in HOLDS):
                        found.add((table.name, f"{table.name}.{column}"))
    return {column if column in KEPT else table for table, column in found}


async def test_after_an_erasure_the_name_is_nowhere(
    database: Database, town: Town, clock: SettableClock
) -> None:
    mentee = town.actor("school", Role.MENTEE)
    me, partner = mentee.person_id or 0, town.people["school", Role.MENTOR][0]
    async with database.begin() as session:
        await session.execute(
            update(Person)
            .where(Person.id == me)
            .values(name=NAME, given="Анна", phone=PHONE, telegram_id=77000077)
        )
    await everybody_mentions(database, town, partner, clock)
    async with by(database, town.actor("school", Role.CURATOR), clock) as unit:
        await tell(unit, partner, "joined-notice", unique="waits", args={"name": NAME})
    # Nothing is looked for in vain.
    assert set(KEPT) - {"organisation", "outbox", "roster"} < await holding(database)
    async with by(database, mentee, clock) as unit:
        await asking.ask(unit, person_id=me)
    await run_due(database, clock)
    async with database.reading() as session:
        waiting = select(Outbox.args).where(Outbox.unique_key == "waits")
        assert await session.scalar(waiting) == {"name": "участник"}
        said = (await session.execute(select(Outbox.args, Outbox.buttons))).all()
        assert not [row for row in said if any(one in str(row).casefold() for one in HOLDS)]
        emptied = select(Outbox.id).where(Outbox.args == {}, Outbox.status == "key")
        assert (await session.scalars(emptied)).one()
        # The act goes to the chat, whose number is forgotten a day later.
        chats = select(Outbox.message).where(Outbox.chat_id == 77000077)
        assert (await session.scalars(chats)).all() == ["erasure-act"]
    left = await holding(database) - {"outbox", "person"}
    assert left <= set(KEPT), "declare these in mentoring/privacy/registry.py, or wipe them"
    async with database.reading() as session:
        names = await session.scalars(select(Person.name))
        assert not [name for name in names if "Ворон" in name]


async def test_a_demand_nobody_looks_at_is_reminded_of_before_it_is_carried_out(
    database: Database, town: Town, clock: SettableClock
) -> None:
    pupil, curator = town.actor("school", Role.MENTEE), town.actor("school", Role.CURATOR)
    await born(database, pupil.person_id or 0, PUPIL)
    async with by(database, pupil, clock) as unit:
        await asking.ask(unit, person_id=unit.me)
        asked_on = unit.today()
    source, day = reminding.Demands(), timedelta(days=1)
    async with by(database, curator, clock) as unit:
        for passed, said in ((1, 0), (3, 1), (4, 0), (5, 1), (6, 0)):
            until = asked_on + passed * day
            lines = await source.lines(unit, unit.me, until - day, until)
            assert [line.args["count"] for line in lines] == [1] * said
            who = await source.who(unit, town.school, until - day, until)
            assert who == (set(town.people["school", Role.CURATOR]) if said else set())
        assert await source.next_day(unit, town.school, asked_on) == asked_on + 3 * day
        assert await source.next_day(unit, town.school, asked_on + 5 * day) is None
    # A day before, whatever day of the week that is; once.
    last = clock.now() + asking.DECIDED_WITHIN - day
    clock.set(last - timedelta(minutes=1))
    await run_due(database, clock)
    assert await told(database, "erasure-last-day") == set()
    assert await next_due(database, clock) == last
    clock.set(last)
    for _ in range(2):
        await run_due(database, clock)
    assert await told(database, "erasure-last-day") == set(town.people["school", Role.CURATOR])
    assert await erased(database) == set()
    clock.set(last + day)
    await run_due(database, clock)
    assert await erased(database) == {pupil.person_id}


async def test_a_demand_that_is_decided_is_not_reminded_of(
    database: Database, town: Town, clock: SettableClock
) -> None:
    pupil = town.actor("school", Role.MENTEE)
    await born(database, pupil.person_id or 0, PUPIL)
    async with by(database, pupil, clock) as unit:
        await asking.ask(unit, person_id=unit.me)
    where: dict[str, Any] = {"organisation_id": town.school, "kind": "erasures"}
    async with by(database, town.actor("school", Role.CURATOR), clock) as unit:
        [thing] = await waiting(unit, **where)
        await todo.refuse(unit, ids=frozenset({thing.id}), **where)
    clock.set(clock.now() + asking.DECIDED_WITHIN)
    await run_due(database, clock)
    assert await told(database, "erasure-last-day") == set()
