"""Who was erased is a number wherever their name stood: in chats, documents and tables."""

import io
import re
import zipfile
from html import unescape
from typing import Any

from sqlalchemy import func, select, update

from core.clock import SettableClock
from db.engines import Database
from db.models import PairOrder, Person
from mentoring.bank import finding
from mentoring.bank.filtering import Filters, State
from mentoring.bank.status import Side
from mentoring.files import MAKERS
from mentoring.meetings import feedback
from mentoring.pairs import groups, history
from mentoring.pairs import pairs as using
from mentoring.papers import pair_orders, pair_papers, plan_papers
from mentoring.plans import working
from mentoring.plans.rules import Kind
from mentoring.privacy import asking, log
from mentoring.roles import Role
from scheduler.planner import run_due
from tests.mentoring.bank.test_bank import begin
from tests.mentoring.meetings.test_meetings import record
from tests.mentoring.seed import Town, acting

_TAG = re.compile(r"<[^>]+>")


def written(data: bytes) -> str:
    """The words of a document or of a table."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = [archive.read(name).decode() for name in archive.namelist() if "xml" in name]
    return unescape(_TAG.sub(" ", " ".join(parts))).replace("\u00a0", " ")


async def test_a_number_stands_for_who_was_erased(
    database: Database, clock: SettableClock, town: Town
) -> None:
    await begin(database, clock, town)
    mentor, (mentee, other) = (
        town.people["school", Role.MENTOR][0],
        town.people["school", Role.MENTEE],
    )
    curator = town.actor("school", Role.CURATOR)
    async with database.begin() as session:
        await session.execute(update(Person).where(Person.id == mentee).values(birth_year=2011))
    async with acting(database, curator, clock.now()) as unit:
        where = {"organisation_id": town.school, "mentor_id": mentor}
        group = await using.create(unit, mentee_id=mentee, **where)
        await groups.join(unit, pair_id=group, person_id=other, side=Role.MENTEE)
        alone = await using.create(
            unit,
            organisation_id=town.school,
            mentor_id=town.people["school", Role.MENTOR][1],
            mentee_id=mentee,
        )
    meeting = await record(database, clock, town, group)
    async with acting(database, town.actor("school", Role.MENTOR), clock.now()) as unit:
        [offer, *_] = await working.offers(unit, pair_id=group)
        await working.begin(unit, pair_id=group, template=offer.key)
    async with acting(database, town.actor("school", Role.MENTEE), clock.now()) as unit:
        await feedback.give(unit, meeting_id=meeting, mark=9)
        await working.propose(unit, pair_id=group, kind=Kind.GROWTH, title="Прочитать книгу")
    async with acting(database, curator, clock.now()) as unit:
        await asking.order(unit, organisation_id=town.school, person_id=mentee)
    await run_due(database, clock)

    number = f"Удалённая запись № {mentee}"
    async with acting(database, curator, clock.now()) as unit:
        assert await unit.session.scalar(select(func.count()).where(Person.name == "")) == 0
        chats: dict[str, Any] = {
            "history": await history.of_pair(unit, pair_id=group),
            "pair": await using.card(unit, pair_id=alone),
            "bank": await finding.find(
                unit,
                organisation_id=town.school,
                side=Side.MENTEE,
                filters=Filters(State.LEFT),
            ),
            "log": await log.page(unit, organisation_id=town.school, days=30, limit=20),
        }
        orders = await unit.session.scalars(select(PairOrder.id))
        papers = {
            "journal": await pair_papers.journal(unit, pair_id=alone),
            "plan": await plan_papers.document(unit, pair_id=alone),
            "bank": await MAKERS["bank-export"](unit, unit.me, {"organisation": town.school}),
            **{f"order {one}": await pair_orders.document(unit, order_id=one) for one in orders},
        }
    missing = [name for name, view in chats.items() if number not in repr(view)]
    missing += [name for name, made in papers.items() if number not in written(made.data)]
    assert missing == []
