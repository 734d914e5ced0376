"""Deadlines out as .ics: whole days, for any calendar program (RFC 5545)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from icalendar import Alarm, Calendar, Event

_PRODUCT = "-//mentoring-bot//deadlines//"
# How often a subscribed calendar is asked to look again.
_REFRESH = timedelta(hours=6)
_REMIND_BEFORE = timedelta(days=-1)


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
    """A meeting: an aware beginning, its length in minutes, a place or a link."""

    uid: str
    title: str
    starts: datetime
    minutes: int
    place: str = ""


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
    """Put meetings in; their times are given in UTC, so no zone has to be described."""
    for entry in entries:
        event = Event()
        event.add("uid", entry.uid)
        event.add("dtstamp", made_at)
        event.add("summary", entry.title)
        begins = entry.starts.astimezone(UTC)
        event.add("dtstart", begins)
        event.add("dtend", begins + timedelta(minutes=entry.minutes))
        if entry.place:
            event.add("location", entry.place)
        book.add_component(event)


def _alarm(entry: Entry) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", entry.title)
    alarm.add("trigger", _REMIND_BEFORE)
    return alarm
