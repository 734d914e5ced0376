"""Results go to the council in one list, and the curator hears in the morning what came of it."""

from datetime import timedelta

from mentoring import todo
from mentoring.council import alerts, answering, passing
from mentoring.council.passing import Kind
from mentoring.pairs import completing
from mentoring.roles import Role
from tests.mentoring.council.test_council import GOOD, ONE, completed, passed, waiting
from tests.mentoring.council.test_council import house as house  # noqa: PLC0414
from tests.mentoring.pairs.test_pairs import make
from tests.mentoring.plans.house import House


async def test_all_results_but_some_are_passed_in_one_list(house: House) -> None:
    place, clock = {"organisation_id": house.town.school}, house.clock
    others = [await make(house.database, clock, house.town, 1, mentee) for mentee in (0, 1)]
    await completed(house)
    async with house.role(Role.CURATOR) as unit:
        for pair in others:
            await completing.complete(unit, pair_id=pair)
        assert todo.Waiting("verdicts", 3) in await todo.waiting(unit, **place)
        seen = await todo.versions(unit, kind="verdicts", **place)
        del seen[others[1]]
    await passed(house, "")
    async with house.role(Role.CURATOR, 1) as unit:
        # One of them a colleague has passed meanwhile.
        done = await todo.approve(unit, kind="verdicts", seen=seen, **place)
        assert done == todo.Approved(1, [])
        left = frozenset({others[1]})
        assert await todo.refuse(unit, kind="verdicts", ids=left, **place) == 1
        assert await todo.versions(unit, kind="verdicts", **place) == {}
        # Refused in the list, passed from its own card.
        assert await passing.pass_on(unit, pair_id=others[1]) is Kind.RESULTS
    assert len(await waiting(house, Kind.RESULTS)) == 3


async def test_of_long_ago_nobody_is_reminded(house: House) -> None:
    await completed(house)
    house.clock.set(house.clock.now() + timedelta(days=61))
    async with house.role(Role.CURATOR) as unit:
        place = {"organisation_id": house.town.school}
        assert await todo.versions(unit, kind="verdicts", **place) == {}


async def test_the_morning_after_the_last_vote_tells_the_curators(house: House) -> None:
    source, day = alerts.FromCouncil(), house.clock.now().date()
    school = house.town.school
    await completed(house)
    await passed(house, "")
    (case,) = await waiting(house, Kind.RESULTS)
    async with house.role(Role.COUNCIL) as unit:
        await answering.judge(unit, case_id=case.id, marks=GOOD)
    async with house.role(Role.CURATOR) as unit:
        # One of two has not judged: the council is waited for.
        assert await source.who(unit, school, day, day + ONE) == set()
        assert await source.next_day(unit, school, day) == day + answering.WAITS + ONE
        late = day + answering.WAITS
        assert await source.lines(unit, unit.me, late, late + ONE) != []
    house.clock.set(house.clock.now() + ONE)
    async with house.role(Role.COUNCIL, 1) as unit:
        await answering.judge(unit, case_id=case.id, marks=GOOD)
    async with house.role(Role.CURATOR) as unit:
        assert await source.next_day(unit, school, day) == day + 2 * ONE
        told = await source.who(unit, school, day + ONE, day + 2 * ONE)
        assert told == set(house.town.people["school", Role.CURATOR])
        (line,) = await source.lines(unit, unit.me, day + ONE, day + 2 * ONE)
        assert (line.args["count"], line.args["mentors"]) == (1, "school mentor 0")
        assert await source.lines(unit, unit.me, late, late + ONE) == []
    async with house.role(Role.CURATOR) as unit:
        assert await source.lines(unit, unit.me, day + 2 * ONE, day + 3 * ONE) == []
