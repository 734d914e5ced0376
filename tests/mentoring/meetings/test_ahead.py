"""Meetings to come, told in one line."""

from datetime import date

import pytest

from mentoring.meetings.freetext.ahead import Ahead, read_ahead
from mentoring.meetings.freetext.model import Known
from mentoring.meetings.freetext.reading import read

TODAY = date(2026, 10, 14)
MENTEES = [Known(1, "Мария Петрова"), Known(2, "Пётр Иванов"), Known(2, "Роман Белов")]
NOON = 12 * 60


def _october(day: int) -> date:
    return date(2026, 10, day)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("завтра с Машей в 15:30", Ahead(_october(15), 930, "", None)),
        ("завтра в 3 дня с машей", Ahead(_october(15), 900, "", None)),
        # In the night or in the day: asked.
        ("завтра в 3 с машей", Ahead(_october(15), None, "", None)),
        (
            "встречаемся в пятницу в 16 в библиотеке",
            Ahead(_october(16), 960, "в библиотеке", "school"),
        ),
        ("послезавтра с машей 14.30 онлайн", Ahead(_october(16), 870, "", "online")),
        ("20 октября маша 16:00-16:45", Ahead(_october(20), 960, "", None)),
        ("5 числа в 15-00", Ahead(date(2026, 11, 5), 900, "", None)),
        ("10.01 в 15:00", Ahead(date(2027, 1, 10), 900, "", None)),
        ("через неделю с машей", Ahead(_october(21), None, "", None)),
        ("через три дня в 12:00", Ahead(_october(17), 720, "", None)),
        # Of this week or of the next one, today or in a week: asked.
        ("в следующую пятницу в 15", Ahead(None, 900, "", None)),
        ("встретимся в среду в 15:00", Ahead(None, 900, "", None)),
        ("завтра или в пятницу в 15:00", Ahead(None, 900, "", None)),
        ("завтра в 17:30 в парке", Ahead(_october(15), 1050, "в парке", "outside")),
        ("завтра 17:00 https://a.ru/1", Ahead(_october(15), 1020, "https://a.ru/1", "online")),
        ("завтра на 16 00 с машей на 45 минут", Ahead(_october(15), 960, "", None)),
        ("31.02 в 15:00", Ahead(None, 900, "", None)),
    ],
)
def test_day_hour_and_place(line: str, expected: Ahead) -> None:
    assert read_ahead(line, today=TODAY) == expected


@pytest.mark.parametrize(
    ("line", "ahead"),
    [
        ("завтра с Машей в 15:30", True),
        ("договорились с Машей на четверг на 16:00", True),
        ("сегодня в 18:00 с Машей", True),
        ("сегодня в 10:00 с Машей 45 минут", False),
        ("вчера в 18:00 с Машей час", False),
        ("отменили завтра с Машей", False),
        ("завтра не смогу с Машей", False),
        ("с Машей час, завтра она пишет контрольную", False),
    ],
)
def test_what_is_surely_ahead(line: str, *, ahead: bool) -> None:
    assert read(line, today=TODAY, mentees=MENTEES, minute_now=NOON).is_ahead is ahead


def test_a_group_is_meant_by_everybody() -> None:
    told = read("завтра с группой в 16:00", today=TODAY, mentees=MENTEES, minute_now=NOON)
    assert (told.pairs, told.is_ahead) == ((2,), True)
