"""What a person is shown of themselves: no table forgotten, nothing of anybody else."""

import io
import json
from datetime import datetime
from typing import Any

import pytest
from docx import Document
from sqlalchemy import insert, select

from core.clock import SettableClock
from core.errors import NotAllowed
from db.engines import Database
from db.models import Base, Chat, Feedback, Meeting, Person, Profile, Representation
from mentoring.privacy import own_data
from mentoring.privacy.disclosing import SHOWN
from mentoring.privacy.registry import HELD
from mentoring.roles import Role
from mentoring.unit import Unit
from mentoring.words import words_in
from tests.mentoring import seed
from tests.mentoring.seed import Town

# Rows that are made first: others refer to them.
FIRST = ("file", "programme", "pair", "announcement", "invite", "job", "survey", "pair_member",
         "meeting", "pair_order", "profile", "survey_response", "pair_application")  # fmt: skip


# Optional columns that say whose a row is.
OURS = {"person_id", "child_id", "asked_by", "subject_id", "actor_id"}


def a_value(column: Any, town: Town, me: int, now: datetime) -> Any:
    """Something that fits the column and is the person's where that is said."""
    target = next((key.column.table.name for key in column.foreign_keys), "")
    if target:
        return {"person": me, "organisation": town.school}.get(target, 1)
    kind = repr(column.type)
    fitting = {"Boolean": True, "UTC": now, "Date": now.date(), "Json": {}, "JSON": {}, "Int": 1}
    found = [value for word, value in fitting.items() if word in kind]
    return found[0] if found else f"w-{column.name}"


async def filled(database: Database, town: Town, me: int, now: datetime) -> None:
    """One row of the person in every table of the registry, with every column set."""
    held = {one.table.__tablename__ for one in HELD} - {"person", "chat", "membership"}
    names = [*FIRST, *sorted(held - set(FIRST))]
    async with database.begin() as session:
        for name in names:
            table = Base.metadata.tables[name]
            values = {
                column.name: a_value(column, town, me, now)
                for column in table.c
                if column.name in OURS or not (column.nullable or column.name == "id")
            }
            if name == "representation":
                values["child_id"] = town.people["neighbour", Role.MENTEE][0]
            if name == "appointment":
                query = select(Base.metadata.tables["membership"].c.id).where(
                    Base.metadata.tables["membership"].c.person_id == me
                )
                values["membership_id"] = await session.scalar(query)
            if name == "audit":
                values["what"] = "card-read"
            if name == "profile":
                values |= {"side": "mentor", "status": "new"}
            if name == "consent":
                values["purpose"] = "programme"
            if name == "survey_response":
                values["role"] = "mentor"
            await session.execute(insert(table).values(values))
        person = await session.get_one(Person, me)
        session.add(Chat(chat_id=person.telegram_id or 0, data="{}"))


async def test_every_personal_table_is_in_both_files(
    database: Database, town: Town, clock: SettableClock
) -> None:
    actor = town.actor("school", Role.MENTOR)
    me = actor.person_id or 0
    await filled(database, town, me, clock.now())
    async with database.reading() as session:
        unit = Unit(session=session, now=clock.now(), actor=actor)
        made = await own_data.make_data(unit, me, {"person": me})
        paper = await own_data.make_paper(unit, me, {"person": me})
    data = json.loads(made.data)["tables"]
    assert set(data) == {one.table.__tablename__ for one in HELD}
    words = words_in("ru")
    document = Document(io.BytesIO(paper.data))
    told = "\n".join(paragraph.text for paragraph in document.paragraphs)
    for one in HELD:
        name = one.table.__tablename__
        title = words.plain(f"data-table-{name.replace('_', '-')}")
        assert words.plain("own-data-table", title=title, count=data[name]["count"]) in told
    assert made.personal and paper.personal


async def test_others_words_are_not_shown(
    database: Database, town: Town, clock: SettableClock
) -> None:
    actor = town.actor("school", Role.MENTEE)
    me, partner = actor.person_id or 0, town.people["school", Role.MENTOR][0]
    await filled(database, town, me, clock.now())
    async with database.begin() as session:
        meeting = (await session.scalars(select(Meeting))).one()
        meeting.note, meeting.logged_by = "mentor's own note", partner
        session.add(
            Feedback(
                organisation_id=town.school,
                meeting_id=meeting.id,
                person_id=partner,
                mark=3,
                note="partner's words",
                given_at=clock.now(),
            )
        )
    async with database.reading() as session:
        unit = Unit(session=session, now=clock.now(), actor=actor)
        made = (await own_data.make_data(unit, me, {"person": me})).data.decode()
    assert "mentor's own note" not in made and "partner's words" not in made
    assert "w-shared_note" in made


async def test_only_oneself_and_ones_children(
    database: Database, town: Town, clock: SettableClock
) -> None:
    parent = town.actor("school", Role.REPRESENTATIVE)
    child = town.people["school", Role.MENTEE][0]
    async with seed.acting(database, parent, clock.now()) as unit:
        with pytest.raises(NotAllowed):
            await own_data.send(unit, person_id=child)
        unit.session.add(
            Representation(
                organisation_id=town.school,
                representative_id=parent.person_id or 0,
                child_id=child,
                since=clock.now(),
            )
        )
        await unit.session.flush()
        await own_data.send(unit, person_id=child)
        assert (await own_data.make_paper(unit, unit.me, {"person": child})).data
    async with seed.acting(database, town.actor("school", Role.CURATOR), clock.now()) as unit:
        with pytest.raises(NotAllowed):
            await own_data.make_data(unit, unit.me, {"person": child})


def test_profile_is_wiped_of_all_that_is_said() -> None:
    held = next(one for one in HELD if one.table is Profile)
    assert {"traits", "search", "relatives"} <= set(held.wiped)


def test_areas_are_together() -> None:
    areas = [shown.area for shown in SHOWN.values()]
    assert sorted(areas, key=areas.index) == areas
