"""Deadlines out as .ics: whole days, for any calendar program (RFC 5545)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from icalendar import Alarm, Calendar, Event, vDuration, vRecur

_PRODUCT = "-//mentoring-bot//deadlines//"
# How often a subscribed calendar is asked to look again.
_REFRESH = timedelta(hours=6)
_REMIND_BEFORE = timedelta(days=-1)
# A zone is described for so long around the meetings in it.
_YEAR = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Entry:
    """One deadline. `uid` stays the same however it changes, so that it is never shown twice."""

    uid: str
    title: str
    start: date
    # The last day, included.
    end: date
    text: str = ""
    alarm: bool = False


@dataclass(frozen=True, slots=True)
class Appointment:
    """A meeting: an aware beginning, its length in minutes, a place or a link.

    One that comes round has its `rule`, the `last` moment of it and the beginnings that fall out,
    `but`; one of these that differs has the same uid and is `instead_of` its usual beginning.
    """

    uid: str
    title: str
    starts: datetime
    minutes: int
    place: str = ""
    rule: str = ""
    last: datetime | None = None
    but: tuple[datetime, ...] = ()
    instead_of: datetime | None = None


def calendar(
    name: str,
    entries: Iterable[Entry],
    meetings: Iterable[Appointment] = (),
    *,
    made_at: datetime,
) -> bytes:
    """The .ics file of deadlines, and of meetings beside them."""
    book = _book(name)
    book.add("refresh-interval", _REFRESH, parameters={"value": "DURATION"})
    # What Outlook looks for in its place.
    book.add("x-published-ttl", vDuration(_REFRESH))
    for entry in entries:
        event = Event()
        event.add("uid", entry.uid)
        event.add("dtstamp", made_at)
        event.add("summary", entry.title)
        event.add("dtstart", entry.start)
        event.add("dtend", entry.end + timedelta(days=1))
        # A deadline takes nobody's time.
        event.add("transp", "TRANSPARENT")
        if entry.text:
            event.add("description", entry.text)
        if entry.alarm:
            event.add_component(_alarm(entry))
        book.add_component(event)
    _add(book, meetings, made_at)
    return bytes(book.to_ical())


def appointments(name: str, entries: Iterable[Appointment], *, made_at: datetime) -> bytes:
    """The .ics file of meetings."""
    book = _book(name)
    _add(book, entries, made_at)
    return bytes(book.to_ical())


def _book(name: str) -> Calendar:
    book = Calendar()
    book.add("prodid", _PRODUCT)
    book.add("version", "2.0")
    book.add("x-wr-calname", name)
    return book


def _add(book: Calendar, entries: Iterable[Appointment], made_at: datetime) -> None:
    """Put meetings in: single ones in UTC; what comes round keeps its hour in its own zone."""
    series: list[date] = []
    for entry in entries:
        event = Event()
        event.add("uid", entry.uid)
        event.add("dtstamp", made_at)
        event.add("summary", entry.title)
        begins = entry.starts if entry.rule or entry.instead_of else entry.starts.astimezone(UTC)
        event.add("dtstart", begins)
        # Added in UTC: a clock that is put forward meanwhile does not shorten a meeting.
        ends = begins.astimezone(UTC) + timedelta(minutes=entry.minutes)
        event.add("dtend", ends.astimezone(begins.tzinfo))
        if entry.rule:
            _come_round(event, entry)
            series += [begins.date(), (entry.last or begins).date()]
        if entry.instead_of is not None:
            event.add("recurrence-id", entry.instead_of)
        if entry.place:
            event.add("location", entry.place)
        book.add_component(event)
    if series:
        book.add_missing_timezones(min(series) - _YEAR, max(series) + _YEAR)


def _come_round(event: Event, entry: Appointment) -> None:
    rule = vRecur.from_ical(entry.rule)
    rule.pop("UNTIL", None)
    if entry.last is not None:
        # With a beginning in a zone the end is told in UTC (RFC 5545, 3.3.10).
        rule["UNTIL"] = [entry.last.astimezone(UTC)]
    event.add("rrule", rule)
    if entry.but:
        event.add("exdate", list(entry.but))


def _alarm(entry: Entry) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", entry.title)
    alarm.add("trigger", _REMIND_BEFORE)
    return alarm
