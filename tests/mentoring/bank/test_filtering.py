"""A bank narrowed: what occurs in it, how many each, and a typed line read as a choice."""

import pytest
from sqlalchemy import insert, select

from core.clock import SettableClock
from db.engines import Database
from db.models import Person, Profile
from mentoring.bank import finding
from mentoring.bank.filtering import Choices, Filters, Place, State, place_key, read
from mentoring.bank.status import Side
from mentoring.roles import Role
from tests.mentoring.bank.test_bank import begin
from tests.mentoring.seed import Town, acting

STATES = {State.WAITING: "ждут,ждёт", State.FREE: "без пары", State.MATCHED: "в паре"}
SOURCES = {"alumnus": "Выпускник,выпускники"}
CLASSES = [
    Place("8а", "8А", 3, True),
    Place("7", "7", 1, True),
    Place("учитель", "Учитель", 1, False),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("8А ждёт", (Filters(State.WAITING, "8а"), "")),
        # In the other alphabet, apart, in another order.
        ("ждут 8-a", (Filters(State.WAITING, "8а"), "")),
        ("8 а Петрова без пары", (Filters(State.FREE, "8а"), "петрова")),
        ("выпускники в паре", (Filters(State.MATCHED, None, "alumnus"), "")),
        # A number alone, a post, a class that nobody is in: words to search for.
        ("7", (Filters(), "7")),
        ("учитель", (Filters(), "учитель")),
        ("9В", (Filters(), "9в")),
        # A second class is no choice: nothing is guessed.
        ("8А 8А", (Filters(None, "8а"), "8а")),
        ("<b>&'%_ \u202e", (Filters(), "b")),
        ("👍", (Filters(), "")),
    ],
)
def test_a_line_is_read(text: str, expected: tuple[Filters, str]) -> None:
    assert read(text, CLASSES, STATES, SOURCES) == expected


def test_a_class_is_one_however_it_is_spelt() -> None:
    assert len({place_key(name, "") for name in ("8А", "8 а", "8-A", "8a")}) == 1
    assert place_key("", "Учитель  МАТЕМАТИКИ") == place_key(" ", "учитель математики")
    assert place_key("", "") == ""


async def test_a_bank_is_narrowed_in_several_respects_at_once(
    database: Database, clock: SettableClock, town: Town
) -> None:
    await begin(database, clock, town)
    now = clock.now()
    rows = [
        ("8А", "", "waiting"),
        ("8-a", "", "waiting"),
        ("8 а", "", "matched"),
        ("10Б", "", "waiting"),
        ("9А", "", "left"),
        ("", "Учитель", "paused"),
    ]
    async with database.begin() as session:
        first = await session.scalar(select(Profile).where(Profile.side == Side.MENTEE))
        assert first is not None
        for number, (class_name, post, status) in enumerate(rows):
            person = Person(name=f"{number} и", locale="ru", created_at=now)
            session.add(person)
            await session.flush()
            await session.execute(
                insert(Profile).values(
                    organisation_id=town.school,
                    programme_id=first.programme_id,
                    person_id=person.id,
                    side=Side.MENTEE,
                    status=status,
                    status_since=now,
                    class_name=class_name,
                    post=post,
                    created_at=now,
                )
            )
    async with acting(database, town.actor("school", Role.CURATOR), clock.now()) as unit:

        async def found(**chosen: str) -> tuple[int, list[str], Choices]:
            filters = Filters(
                State(chosen["state"]) if "state" in chosen else None,
                chosen.get("place"),
                chosen.get("source"),
            )
            page = await finding.find(
                unit, organisation_id=town.school, side=Side.MENTEE, filters=filters
            )
            return page.total, [row.name[0] for row in page.rows], page.choices

        count, _names, choices = await found()
        assert count == 4 + 2
        assert [(one.key, one.people) for one in choices.places] == [("8а", 3), ("10б", 1), ("", 2)]
        assert choices.states[State.FREE] == 3 + 2
        assert choices.states[State.WAITING] == 3
        assert choices.states[State.LEFT] == 1
        assert State.READY not in choices.states

        count, names, choices = await found(place="8а", state="waiting")
        assert (count, names) == (2, ["0", "1"])
        # What the other respect would give: each count is what a press shows.
        assert [(one.key, one.people) for one in choices.places] == [("8а", 2), ("10б", 1)]
        assert choices.states[State.MATCHED] == 1
        for key, people in (("left", 1), ("paused", 1)):
            assert (await found(state=key))[0] == people
        assert (await found(place="учитель", state="paused"))[1] == ["5"]
        # Who is paused is not among everybody; forged and bygone values find nobody.
        for place in ("учитель", "' OR 1=1 --", "99я"):
            count, names, choices = await found(place=place)
            assert (count, names) == (0, [])
        assert (await found(source="nothing"))[0] == 0
