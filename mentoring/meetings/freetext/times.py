"""Days and lengths in a line about a meeting: what each span of the vocabulary means."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from re import Match

from mentoring.meetings.freetext.model import Ask
from mentoring.meetings.freetext.vocabulary import (
    MONTHS,
    NUMBERS,
    ORDINALS,
    SHORT_WEEKDAYS,
    SLIPS_NEAR,
    WEEKDAYS,
)

LESSON_MINUTES = 45
SHORTEST_MINUTES, LONGEST_MINUTES = 5, 600
# A day longer ago is asked about: a slip of the year is likelier.
_FURTHEST_BACK = timedelta(days=60)


def _count(said: str | None, default: int = 1) -> float:
    if said is None:
        return default
    if said[0].isdigit():
        return float(said.replace(",", "."))
    return sum(NUMBERS[word] for word in said.split())


@dataclass
class Days:
    """The day of the meeting. `future`: a day to come is named."""

    today: date
    found: set[date] = field(default_factory=set)
    future: bool = False
    vague: bool = False
    # A stretch of days is named: nothing to be asked where the day is named too.
    loose: bool = False
    # Of this month it is still to come.
    either: bool = False
    asks: set[Ask] = field(default_factory=set)

    @property
    def only(self) -> date | None:
        """The one day named; today when none is, and nothing is doubtful."""
        if len(self.found) > 1 or self.vague or (self.loose and not self.found):
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

    def before_yesterday(self, match: Match[str]) -> bool:
        """Once more before for each "before"."""
        return self._add(self.today - timedelta(days=1 + match["more"].count("поза")))

    def days_ago(self, match: Match[str]) -> bool:
        count = _count(match["about"] or match["count"])
        sure = not match["about"] and match["count"] != "пару"
        return count < 1000 and self._add(self.today - timedelta(days=int(count)), sure=sure)

    def weeks_ago(self, _match: Match[str]) -> bool:
        """A week ago may be any day of it."""
        self.vague = True
        return True

    def about_then(self, _match: Match[str]) -> bool:
        """Some day of these."""
        self.loose = True
        return True

    def several(self, _match: Match[str]) -> bool:
        """Which of the days it is about is asked."""
        self.vague = True
        return True

    def upcoming(self, _match: Match[str]) -> bool:
        self.future = True
        return True

    def weekday(self, match: Match[str]) -> bool:
        """The last such day; said on that very weekday, it may be today or a week ago."""
        back = (self.today.weekday() - _weekday(match["weekday"])) % 7
        if match["last"] and match["last"].startswith(("поза", "предыд")):
            return self._add(self.today - timedelta(days=(back or 7) + 7), sure=False)
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
            # "15.30": a clock, which the record has no place for. "1.30" may be a length too.
            self.asks |= {Ask.MINUTES} if int(match["day"]) < 4 else set()
            return int(match["day"]) < 24 and month < 60 and match["year"] is None
        if match[0] in {"1.5", "2.5"}:
            self.asks.add(Ask.MINUTES)
        return self._dated(match["year"], month, int(match["day"]))

    def named(self, match: Match[str]) -> bool:
        word = match["word"]
        # The longest beginning first: March and May share two letters.
        month = max(
            (len(stem), place) for place, stem in enumerate(MONTHS, 1) if word.startswith(stem)
        )[1]
        day = match["day"]
        return self._dated(match["year"], month, ORDINALS.get(day) or int(day))

    def misspelt(self, meant: str) -> None:
        """A word a letter away from that of a day: the day is proposed and asked."""
        if meant in SLIPS_NEAR:
            back = SLIPS_NEAR[meant]
        else:
            back = (self.today.weekday() - _weekday(meant)) % 7
        self._add(self.today - timedelta(days=back), sure=False)

    def named_in_words(self, match: Match[str]) -> bool:
        return self.named(match)

    def day_in_words(self, match: Match[str]) -> bool:
        """ "Of the first" may be of a lesson as well."""
        return self._of_month(ORDINALS[match["day"]], sure=match["sure"] is not None)

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
        return self._of_month(int(match["day"]))

    def _of_month(self, number: int, *, sure: bool = True) -> bool:
        """The 12th: of this month, else of the one before."""
        first = self.today.replace(day=1)
        before = first - timedelta(days=1)
        here = _day(self.today.year, self.today.month, number)
        if here is not None and here <= self.today:
            return self._add(here, sure=sure)
        self.either = True
        return self._add(_day(before.year, before.month, number), sure=False)


def _weekday(said: str) -> int:
    return next(
        place
        for place in range(7)
        if said == SHORT_WEEKDAYS[place] or said.startswith(WEEKDAYS[place])
    )


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


@dataclass
class Lengths:
    """How long the meeting took, in minutes."""

    found: set[int] = field(default_factory=set)
    waited: bool = False
    asks: set[Ask] = field(default_factory=set)

    @property
    def only(self) -> int | None:
        if len(self.found) > 1 or (self.waited and not self.found):
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

    def hour_to_hour(self, match: Match[str]) -> bool:
        """ "From 15 to 16"; a bare "15-16" is proposed and asked."""
        length = (int(match["h2"]) - int(match["h1"])) * 60
        if match["lead"] or match["to"].strip() == "до":
            return self._add(length)
        # Numbers of tasks, pages, points.
        return 8 <= int(match["h1"]) < int(match["h2"]) <= 21 and self._add(length, sure=False)

    def range(self, _match: Match[str]) -> bool:
        """From so long to so long."""
        self.asks.add(Ask.MINUTES)
        return True

    def late(self, _match: Match[str]) -> bool:
        """How long somebody was waited for is no length."""
        self.waited = True
        return True

    def adjective(self, match: Match[str]) -> bool:
        """ "A 45-minute one"; written as one word, it is asked."""
        if match["count"] is None:
            self.asks.add(Ask.MINUTES)
            return False
        return self._add(int(match["count"]))

    def with_half(self, match: Match[str]) -> bool:
        return self._add((_count(match["whole"]) + 0.5) * 60)

    def twice(self, _match: Match[str]) -> bool:
        """Two meetings in one line: how long the recorded one was is asked."""
        self.asks.add(Ask.MINUTES)
        return True

    def hours_minutes(self, match: Match[str]) -> bool:
        minutes = _count(match["minutes"])
        return minutes < 60 and self._add(
            _count(match["hours"]) * 60 + minutes, sure=match["sure"] is not None
        )

    def clock_or_length(self, match: Match[str]) -> bool:
        return self._add(int(match["hours"]) * 60 + int(match["minutes"]), sure=False)

    def minutes(self, match: Match[str]) -> bool:
        return self._add(_count(match["about"] or match["count"]))

    def half_hour(self, _match: Match[str]) -> bool:
        return self._add(30)

    def hour_and_half(self, _match: Match[str]) -> bool:
        return self._add(90)

    def quarters(self, match: Match[str]) -> bool:
        return self._add(45 if match["three"] else 15)

    def hours(self, match: Match[str]) -> bool:
        said, about = match["count"], match["about"]
        return self._add(_count(about or said) * 60, sure=not about and said != "пару")

    def one_hour(self, match: Match[str]) -> bool:
        return self._add(60, sure=match["vague"] is None)

    def lessons(self, match: Match[str]) -> bool:
        """Lessons differ from school to school: the length is proposed and asked."""
        return self._add(_count(match["lessons"]) * LESSON_MINUTES, sure=False)
