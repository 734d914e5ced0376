"""A programme begins, and takes in who was there before it."""

from datetime import date
from typing import Any

import pytest
from sqlalchemy import select

from core.clock import SettableClock
from core.errors import NotAllowed, Refusal
from db.engines import Database
from db.models import Person, Profile, ProgrammePlan
from mentoring.bank import entering
from mentoring.bank.status import Status
from mentoring.programmes import board, programmes, stages
from mentoring.roles import Role
from tests.mentoring.seed import Town, acting

YEAR = {"starts_on": date(2026, 9, 1), "ends_on": date(2027, 5, 31)}


@pytest.mark.parametrize(
    ("today", "first", "last"),
    [
        (date(2026, 6, 1), date(2026, 9, 1), date(2027, 5, 31)),
        (date(2026, 9, 1), date(2026, 9, 1), date(2027, 5, 31)),
        (date(2026, 11, 24), date(2026, 11, 24), date(2027, 5, 31)),
        (date(2027, 1, 10), date(2027, 1, 10), date(2027, 5, 31)),
        (date(2027, 5, 31), date(2027, 5, 31), date(2027, 5, 31)),
    ],
)
def test_the_school_year_to_plan_for(today: date, first: date, last: date) -> None:
    assert programmes.school_year(today) == (first, last)


async def begin(database: Database, clock: SettableClock, town: Town, title: str = "Год") -> int:
    async with acting(database, town.actor("school", Role.CURATOR), clock.now()) as unit:
        return await programmes.create(
            unit, organisation_id=town.school, form="pupil-pupil", title=title, **YEAR
        )


async def test_members_without_a_programme_enter_the_first_one_only(
    database: Database, clock: SettableClock, town: Town
) -> None:
    first = await begin(database, clock, town)
    assert await begin(database, clock, town) == first
    await begin(database, clock, town, "Другая")
    async with database.reading() as session:
        rows = (await session.scalars(select(Profile))).all()
    expected = {
        (person, side)
        for side in (Role.MENTOR, Role.MENTEE)
        for person in town.people["school", side]
    }
    assert {(row.person_id, row.side) for row in rows} == expected
    assert len(rows) == len(expected)
    assert {row.programme_id for row in rows} == {first}
    assert {row.status for row in rows} == {Status.NEW}


async def test_dates_the_wrong_way_round_are_refused(
    database: Database, clock: SettableClock, town: Town
) -> None:
    made = await begin(database, clock, town)
    async with acting(database, town.actor("school", Role.CURATOR), clock.now()) as unit:
        with pytest.raises(Refusal) as caught:
            await programmes.change(unit, programme_id=made, ends_on=date(2026, 8, 31))
        assert caught.value.key == "programme-dates-wrong"
        with pytest.raises(NotAllowed):
            await programmes.create(
                unit, organisation_id=town.school, form="nonsense", title="x", **YEAR
            )


async def test_who_joins_under_a_listed_name_takes_that_row_over(
    database: Database, clock: SettableClock, town: Town
) -> None:
    made = await begin(database, clock, town)
    async with database.begin() as session:
        listed = Person(name="Петрова Алёна", locale="ru", created_at=clock.now())
        come = Person(name="алена петрова", telegram_id=77, locale="ru", created_at=clock.now())
        session.add_all([listed, come])
        await session.flush()
        session.add(
            Profile(
                organisation_id=town.school,
                programme_id=made,
                person_id=listed.id,
                side="mentee",
                status=Status.LISTED,
                status_since=clock.now(),
                search=" алена петрова",
                class_name="7А",
                created_at=clock.now(),
            )
        )
    async with acting(database, town.actor("school", Role.CURATOR), clock.now()) as unit:
        for _ in range(2):
            await entering.enter(
                unit,
                organisation_id=town.school,
                person_id=come.id,
                side="mentee",
                name="алена петрова",
            )
    async with database.reading() as session:
        profile = (await session.scalars(select(Profile).where(Profile.person_id == come.id))).one()
        wiped = (await session.scalars(select(Person).where(Person.id == listed.id))).one()
    assert (profile.status, profile.class_name) == (Status.NEW, "7А")
    assert (wiped.name, wiped.erased_at) == (f"Удалённая запись № {wiped.id}", clock.now())


async def test_nobody_enters_without_a_programme_or_a_side(
    database: Database, clock: SettableClock, town: Town
) -> None:
    async with acting(database, town.actor("school", Role.CURATOR), clock.now()) as unit:
        me = {"organisation_id": town.school, "person_id": unit.me, "name": "x"}
        assert await entering.enter(unit, side="mentor", **me) is None
        assert await entering.enter(unit, side="curator", **me) is None


async def test_the_board_shows_what_keeps_a_programme_from_going_on(
    database: Database, clock: SettableClock, town: Town
) -> None:
    programme = await begin(database, clock, town)
    async with acting(database, town.actor("school", Role.CURATOR), clock.now()) as unit:
        found = await board.read(unit, programme_id=programme)
        assert (len(found.plan.stages), found.current, found.missing) == (7, 0, ())
        await board.move(unit, programme_id=programme, stage="conditions", done=True)
        with pytest.raises(Refusal, match="board-moved"):
            await board.move(unit, programme_id=programme, stage="conditions", done=True)
        found = await board.read(unit, programme_id=programme)
        assert [(one.check, one.count) for one in found.missing] == [("no-request", 2)]
        for stage in ("mentees", "mentors"):
            await board.move(unit, programme_id=programme, stage=stage, done=True)
        found = await board.read(unit, programme_id=programme)
        assert {one.check: one.count for one in found.missing} == {"untrained": 2, "unchecked": 2}
        for check in (
            "no-consent",
            "no-request",
            "unmatched",
            "no-order",
            "no-entry",
            "no-meeting",
        ):
            lines = await board.behind(unit, programme_id=programme, check=check)
            assert len(lines) == (2 if check in {"no-request", "unmatched"} else 0), check
        with pytest.raises(NotAllowed):
            await board.behind(unit, programme_id=programme, check="everything")
        await stages.change_stage(
            unit, programme_id=programme, stage="training", title="Школа наставника"
        )
        await board.move(unit, programme_id=programme, stage="mentors", done=False)
        with pytest.raises(Refusal, match="board-rhythm-bounds"):
            await stages.change(unit, programme_id=programme, rhythm_days=1)
        await stages.change(unit, programme_id=programme, rhythm_days=7, target_pairs=30)
        found = await board.read(unit, programme_id=programme)
        assert (found.current, found.plan.rhythm_days, found.plan.target_pairs) == (2, 7, 30)
    # The next season begins with the school's own names, and nothing of it is done.
    following = await begin(database, clock, town, "Следующий год")
    async with acting(database, town.actor("school", Role.CURATOR), clock.now()) as unit:
        found = await board.read(unit, programme_id=following)
        assert stages.title(found.plan, found.plan.stages[3], "ru") == "Школа наставника"
        assert (found.current, found.plan.rhythm_days) == (0, 7)
        await stages.change(unit, programme_id=following, model=stages.TEACHERS)
        assert len((await board.read(unit, programme_id=following)).plan.stages) == 6


async def test_a_school_adds_removes_and_moves_stages_and_the_checks_go_with_them(
    database: Database, clock: SettableClock, town: Town
) -> None:
    programme = await begin(database, clock, town)
    async with acting(database, town.actor("school", Role.CURATOR), clock.now()) as unit:
        here = {"programme_id": programme}
        key = await stages.add_stage(unit, **here, after="mentors", title="Выездная школа")
        await stages.check_stage(unit, **here, stage=key, check="untrained", wanted=True)
        await stages.remove_stage(unit, **here, stage="training")
        await stages.shift_stage(unit, **here, stage=key, earlier=True)
        plan = (await board.read(unit, **here)).plan
        assert [(one.key, one.checks) for one in plan.stages[:4]] == [
            ("conditions", ()),
            ("mentees", ("no-consent", "no-request")),
            (key, ("untrained",)),
            ("mentors", ("mentors-no-consent",)),
        ]
        # Gone, unknown, or the edge of the list.
        with pytest.raises(Refusal, match="board-moved"):
            await board.move(unit, **here, stage="training", done=True)
        with pytest.raises(NotAllowed):
            await stages.check_stage(unit, **here, stage=key, check="everything", wanted=True)
        with pytest.raises(Refusal, match="input-empty"):
            await stages.add_stage(unit, **here, after=key, title=" ")
        await stages.shift_stage(unit, **here, stage="conditions", earlier=True)
        # A new stage before what is done is the present one; the others stay done.
        for stage in ("conditions", "mentees", key):
            await board.move(unit, **here, stage=stage, done=True)
        early = await stages.add_stage(unit, **here, after="conditions", title="Сбор заявок")
        found = await board.read(unit, **here)
        assert (found.current, found.last_done, found.plan.stages[1].key) == (1, 3, early)
        for _ in range(stages.MOST - len(found.plan.stages)):
            await stages.add_stage(unit, **here, after=early, title="Ещё")
        with pytest.raises(Refusal, match="board-stages-most"):
            await stages.add_stage(unit, **here, after=early, title="Лишний")
        for one in (await stages.read(unit, **here)).stages[1:]:
            await stages.remove_stage(unit, **here, stage=one.key)
        with pytest.raises(Refusal, match="board-stages-one"):
            await stages.remove_stage(unit, **here, stage="conditions")


async def test_a_check_that_comes_later_is_looked_for_in_running_programmes_too(
    database: Database, clock: SettableClock, town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    programme_id = await begin(database, clock, town)
    here: dict[str, Any] = {"programme_id": programme_id, "stage": "work"}
    kept = stages.shipped()
    younger = {
        model: [
            {**row, "checks": [one for one in row["checks"] if one != "no-plan"]} for row in rows
        ]
        for model, rows in kept.items()
    }
    async with acting(database, town.actor("school", Role.CURATOR), clock.now()) as unit:
        with monkeypatch.context() as past:
            past.setattr(stages, "shipped", lambda: younger)
            past.setattr(stages, "every_check", stages.every_check.__wrapped__)
            await stages.check_stage(unit, **here, check="no-meeting", wanted=False)
            plan = await stages.read(unit, programme_id=programme_id)
            assert plan.stage_of("work").checks == ("no-entry",)
        plan = await stages.read(unit, programme_id=programme_id)
        assert plan.stage_of("work").checks == ("no-entry", "no-plan")
        # What a curator takes off stays off, also in the stage it was moved to another from.
        await stages.check_stage(unit, **here, check="no-plan", wanted=False)
        plan = await stages.read(unit, programme_id=programme_id)
        assert plan.stage_of("work").checks == ("no-entry",)
        # Kept before it was noted what was taken off.
        row = await unit.session.get_one(ProgrammePlan, programme_id)
        row.stages = [
            {key: value for key, value in one.items() if key != "off"} for one in row.stages
        ]
        await unit.session.flush()
        plan = await stages.read(unit, programme_id=programme_id)
        assert plan.stage_of("work").checks == ("no-entry", "no-plan")
