"""Working days in Russia: weekends, public holidays, and the days the Government moves.

Public holidays come from the `holidays` package. The moved days are data that an operator keeps,
workdays/russia.toml: they are decided anew each year.
"""

import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from holidays import country_holidays

FILE = Path(__file__).resolve().parent.parent / "workdays" / "russia.toml"
_DAY = timedelta(days=1)
_FIVE_DAYS, _SIX_DAYS = 5, 6


@dataclass(frozen=True, slots=True)
class Week:
    """The week of an organisation: five working days, or six with Saturday among them."""

    six_days: bool = False

    def works(self, day: date) -> bool:
        return _works(day, self.six_days)

    def on_or_before(self, day: date) -> date:
        """The last working day up to `day`."""
        while not self.works(day):
            day -= _DAY
        return day

    def on_or_after(self, day: date) -> date:
        """The first working day from `day` on."""
        while not self.works(day):
            day += _DAY
        return day

    def after(self, day: date, count: int) -> date:
        """The `count`-th working day after `day`; with none to count, the day itself."""
        for _ in range(count):
            day = self.on_or_after(day + _DAY)
        return day

    def opening(self, day: date) -> date:
        """The first working day of the week that `day` lies in, or after a week without any."""
        return self.on_or_after(day - timedelta(days=day.weekday()))


def is_holiday(day: date) -> bool:
    """A public holiday, or a day given off for one; a plain Saturday or Sunday is neither."""
    moved_off, moved_on = _moved()
    return day not in moved_on and (day in moved_off or day in _holidays(day.year))


@cache
def _works(day: date, six_days: bool) -> bool:
    moved_off, moved_on = _moved()
    if day in moved_on:
        return True
    last = _SIX_DAYS if six_days else _FIVE_DAYS
    return day.weekday() < last and day not in moved_off and day not in _holidays(day.year)


@cache
def _holidays(year: int) -> frozenset[date]:
    return frozenset(country_holidays("RU", years=year))


@cache
def _moved() -> tuple[frozenset[date], frozenset[date]]:
    """Days off and working days out of the file. Raises ValueError for what is no day."""
    found = tomllib.loads(FILE.read_text(encoding="utf-8"))
    days_off, working = (
        frozenset(date.fromisoformat(str(day)) for day in found.get(name, ()))
        for name in ("days_off", "working_days")
    )
    return days_off, working
