"""Days and lengths in a line about a meeting: what each span of the vocabulary means."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from re import Match

from mentoring.meetings.freetext.model import Ask
from mentoring.meetings.freetext.vocabulary import MONTHS, NUMBERS, SHORT_WEEKDAYS, WEEKDAYS

LESSON_MINUTES = 45
SHORTEST_MINUTES, LONGEST_MINUTES = 5, 600
# A day longer ago is asked about: a slip of the year is likelier.
_FURTHEST_BACK = timedelta(days=60)


def _count(said: str | None, default: int = 1) -> float:
    if said is None:
        return default
    return NUMBERS[said] if said in NUMBERS else float(said.replace(",", "."))


@dataclass
class Days:
    """The day of the meeting. `future`: a day to come is named."""

    today: date
    found: set[date] = field(default_factory=set)
    future: bool = False
    vague: bool = False
    asks: set[Ask] = field(default_factory=set)

    @property
    def only(self) -> date | None:
        """The one day named; today when none is, and nothing is doubtful."""
        if len(self.found) > 1 or self.vague:
            self.asks.add(Ask.WHEN)
            return None
        if not self.found:
            return None if self.future or Ask.WHEN in self.asks else self.today
        return next(iter(self.found))

    def _add(self, day: date | None, *, sure: bool = True) -> bool:
        if day is None or not sure:
            self.asks.add(Ask.WHEN)
        if day is None:
            return False
        if day > self.today:
            self.future = True
        elif self.today - day > _FURTHEST_BACK:
            self.asks.add(Ask.WHEN)
        self.found.add(day)
        return True

    def today_(self, _match: Match[str]) -> bool:
        return self._add(self.today)

    def yesterday(self, _match: Match[str]) -> bool:
        return self._add(self.today - timedelta(days=1))

    def before_yesterday(self, _match: Match[str]) -> bool:
        return self._add(self.today - timedelta(days=2))

    def days_ago(self, match: Match[str]) -> bool:
        count = _count(match["count"])
        return count < 1000 and self._add(self.today - timedelta(days=int(count)))

    def weeks_ago(self, _match: Match[str]) -> bool:
        """A week ago may be any day of it."""
        self.vague = True
        return True

    def upcoming(self, _match: Match[str]) -> bool:
        self.future = True
        return True

    def weekday(self, match: Match[str]) -> bool:
        """The last such day; said on that very weekday, it may be today or a week ago."""
        said = match["weekday"]
        number = next(
            place
            for place in range(7)
            if said == SHORT_WEEKDAYS[place] or said.startswith(WEEKDAYS[place])
        )
        back = (self.today.weekday() - number) % 7
        if match["last"] and match["last"].startswith(("прошл", "минувш")):
            # Of the week before, or the last one there was: people mean either.
            back = back or 7
            return self._add(self.today - timedelta(days=back), sure=back > self.today.weekday())
        return self._add(self.today - timedelta(days=back), sure=back != 0)

    def iso(self, match: Match[str]) -> bool:
        return self._add(_day(int(match["year"]), int(match["month"]), int(match["day"])))

    def numeric(self, match: Match[str]) -> bool:
        month = int(match["month"])
        if month > 12:
            # "15.30": a clock, which the record has no place for.
            return int(match["day"]) < 24 and month < 60 and match["year"] is None
        return self._dated(match["year"], month, int(match["day"]))

    def named(self, match: Match[str]) -> bool:
        word = match["word"]
        # The longest beginning first: March and May share two letters.
        month = max(
            (len(stem), place) for place, stem in enumerate(MONTHS, 1) if word.startswith(stem)
        )[1]
        return self._dated(match["year"], month, int(match["day"]))

    def _dated(self, year: str | None, month: int, day: int) -> bool:
        if year is not None:
            return self._add(_day(int(year) + (2000 if len(year) == 2 else 0), month, day))
        this, last = (_day(self.today.year - back, month, day) for back in (0, 1))
        if this is not None and this <= self.today:
            return self._add(this)
        # Not yet this year: last year's only when that is not long ago (a January of December).
        if last is not None and self.today - last <= _FURTHEST_BACK:
            return self._add(last)
        return self._add(this)

    def day_only(self, match: Match[str]) -> bool:
        """The 12th: of this month, else of the one before."""
        number = int(match["day"])
        first = self.today.replace(day=1)
        before = first - timedelta(days=1)
        here = _day(self.today.year, self.today.month, number)
        if here is not None and here <= self.today:
            return self._add(here)
        return self._add(_day(before.year, before.month, number), sure=False)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


@dataclass
class Lengths:
    """How long the meeting took, in minutes."""

    found: set[int] = field(default_factory=set)
    asks: set[Ask] = field(default_factory=set)

    @property
    def only(self) -> int | None:
        if len(self.found) > 1:
            self.asks.add(Ask.MINUTES)
            return None
        return next(iter(self.found), None)

    def _add(self, minutes: float, *, sure: bool = True) -> bool:
        if SHORTEST_MINUTES <= minutes <= LONGEST_MINUTES:
            self.found.add(round(minutes))
        else:
            sure = False
        if not sure:
            self.asks.add(Ask.MINUTES)
        return True

    def from_to(self, match: Match[str]) -> bool:
        start = int(match["h1"]) * 60 + int(match["m1"] or 0)
        end = int(match["h2"]) * 60 + int(match["m2"])
        return self._add(end - start)

    def at(self, _match: Match[str]) -> bool:
        """The hour it began: no length."""
        return True

    def hours_minutes(self, match: Match[str]) -> bool:
        return self._add(_count(match["hours"]) * 60 + int(match["minutes"]))

    def minutes(self, match: Match[str]) -> bool:
        about = match["about"]
        return self._add(float(about) if about else _count(match["count"]))

    def half_hour(self, _match: Match[str]) -> bool:
        return self._add(30)

    def hour_and_half(self, _match: Match[str]) -> bool:
        return self._add(90)

    def hours(self, match: Match[str]) -> bool:
        return self._add(_count(match["count"]) * 60, sure=match["count"] != "пару")

    def one_hour(self, _match: Match[str]) -> bool:
        return self._add(60)

    def lessons(self, match: Match[str]) -> bool:
        """Lessons differ from school to school: the length is proposed and asked."""
        return self._add(_count(match["lessons"]) * LESSON_MINUTES, sure=False)
