"""What the morning digest says of programmes, and their document."""

import io
from datetime import date, timedelta

import docx
import pytest

from core.errors import NotAllowed
from mentoring.digest import Line
from mentoring.pairs import life
from mentoring.papers import plan_papers
from mentoring.plans import alerts, approving, reading, working
from mentoring.plans.rules import Kind
from mentoring.roles import Role
from tests.mentoring.plans.house import House


async def told(house: House, since: date, until: date) -> dict[tuple[Role, str], Line]:
    """What the digest says to each of the house: (role, message) -> line."""
    found: dict[tuple[Role, str], Line] = {}
    for source in (alerts.LateLines(), alerts.ToMark(), alerts.Answers(), alerts.ToApprove()):
        for role in (Role.MENTOR, Role.MENTEE, Role.CURATOR, Role.COUNCIL, Role.HEAD):
            async with house.role(role) as unit:
                lines = await source.lines(unit, unit.me, since, until)
                who = await source.who(unit, house.town.school, since, until)
                assert (unit.me in who) == bool(lines), (role, source, who, lines)
                if lines:
                    # Asked on the day before, the planner wakes for it.
                    day = await source.next_day(unit, house.town.school, until - ONE)
                    assert day == until, (source, day)
                found |= {(role, line.message): line for line in lines}
    return found


ONE = timedelta(days=1)
BOTH = (Role.MENTOR, Role.MENTEE)


async def test_the_morning_after_tells_who_has_to_do_what(house: House) -> None:
    day = house.clock.now().date()
    await house.begun()
    async with house.role(Role.MENTEE) as unit:
        await working.propose(unit, pair_id=house.pair, kind=Kind.GOAL, title="Не опаздывать")
        item = (await reading.mine(unit, pair_id=house.pair)).items[1]
        await working.tell_done(unit, item_id=item.id, done=True)
    async with house.role(Role.MENTOR) as unit:
        await working.send(unit, pair_id=house.pair)
    found = await told(house, day, day + ONE)
    assert set(found) == {
        (Role.MENTOR, "personal-digest-mark"),
        (Role.CURATOR, "personal-digest-waits"),
        (Role.COUNCIL, "personal-digest-waits"),
    }
    said = found[Role.MENTOR, "personal-digest-mark"].args
    assert (said["told"], said["proposed"]) == (1, 1)
    assert await told(house, day + ONE, day + 2 * ONE) == {}
    house.clock.set(house.clock.now() + ONE)
    async with house.role(Role.CURATOR) as unit:
        await approving.give_back(unit, pair_id=house.pair, remark="Добавьте урок")
    found = await told(house, day + ONE, day + 2 * ONE)
    assert set(found) == {(role, "personal-digest-answer") for role in BOTH}
    assert found[Role.MENTEE, "personal-digest-answer"].args["remark"] == "Добавьте урок"


async def test_a_late_line_is_told_the_day_after_and_a_week_later(house: House) -> None:
    async with house.role(Role.MENTOR) as unit:
        due_on = unit.today() + 5 * ONE
        made = await working.propose(
            unit, pair_id=house.pair, kind=Kind.GROWTH, title="Урок", due_on=due_on
        )
    late = {(role, "personal-digest-late") for role in BOTH}
    for days, expected in ((0, set()), (1, late), (2, set()), (7, set()), (8, late), (9, set())):
        day = due_on + days * ONE
        assert set(await told(house, day - ONE, day)) == expected, days
    async with house.role(Role.CURATOR) as unit:
        await life.pause(unit, pair_id=house.pair, until=due_on + 3 * ONE)
    assert await told(house, due_on, due_on + ONE) == {}
    async with house.role(Role.CURATOR) as unit:
        await life.resume(unit, pair_id=house.pair)
    async with house.role(Role.MENTOR) as unit:
        await working.finish(unit, item_id=made)
    assert await told(house, due_on, due_on + ONE) == {}


async def test_it_comes_as_a_document_to_the_pair_and_to_who_approves(house: House) -> None:
    await house.approved()
    item = await house.item()
    async with house.role(Role.MENTEE) as unit:
        await working.propose(unit, pair_id=house.pair, kind=Kind.GOAL, title="Пока не взято")
    async with house.role(Role.MENTOR) as unit:
        await working.finish(unit, item_id=item.id, actual="Список & план", mark=8)
    for role in (Role.MENTEE, Role.CURATOR):
        async with house.role(role) as unit:
            made = await plan_papers.make(unit, unit.me, {"pair": house.pair})
        document = docx.Document(io.BytesIO(made.data))
        text = "\n".join(one.text for one in document.paragraphs)
        rows = [[cell.text for cell in row.cells] for row in document.tables[0].rows]
        assert "school mentor 0" in text
        assert "Понять свои сильные стороны" in text
        assert "Пока не взято" not in text
        assert "Утверждена: 1 сентября 2026" in text
        assert rows[1][1] == "Работаем над трудностями"
        assert rows[2][0::5] == ["1", "8"]
        assert rows[2][4] == "Список & план"
    async with house.role(Role.MENTOR, 1) as unit:
        with pytest.raises(NotAllowed):
            await plan_papers.make(unit, unit.me, {"pair": house.pair})
