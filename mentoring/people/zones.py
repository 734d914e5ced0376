"""Time zones as people say them: by a city, by the hours from Moscow or from Greenwich."""

import re
from datetime import UTC, datetime
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from babel.dates import get_timezone_location

# One for each Russian offset, from west to east: what the buttons offer.
RUSSIAN = (
    "Europe/Kaliningrad",
    "Europe/Moscow",
    "Europe/Samara",
    "Asia/Yekaterinburg",
    "Asia/Omsk",
    "Asia/Krasnoyarsk",
    "Asia/Irkutsk",
    "Asia/Yakutsk",
    "Asia/Vladivostok",
    "Asia/Magadan",
    "Asia/Kamchatka",
)
_LANGUAGES = ("ru", "en")
# The rest are names of old, of states or of ships.
_CONTINENTS = ("Europe/", "Asia/", "America/", "Africa/", "Australia/", "Pacific/", "Atlantic/")
# An instant of one winter: Russian offsets do not change with the season.
_WINTER = datetime(2026, 1, 15, tzinfo=UTC)
_HOURS = re.compile(r"([^\W\d]{3})\s*([+-]\s*\d{1,2})?")
# What hours are counted from: Moscow, in either alphabet, or Greenwich.
_MOSCOW = frozenset({"\u043c\u0441\u043a", "msk"})
_GREENWICH = frozenset({"utc", "gmt"})
_MOSCOW_HOURS = 3


def city(zone: str, language: str) -> str:
    """The city a zone is named after, in a language."""
    return str(get_timezone_location(zone, locale=language, return_city=True))


def hours(zone: str) -> int:
    """Whole hours east of Greenwich, in winter."""
    offset = _WINTER.astimezone(ZoneInfo(zone)).utcoffset()
    return round(offset.total_seconds() / 3600) if offset else 0


def find(text: str) -> str | None:
    """The zone meant by a city, "UTC+5", "MSK+2" or the zone's own name; None when it is none."""
    said = " ".join(text.split())
    folded = _folded(said)
    exact = next((zone for zone in available_timezones() if zone.casefold() == folded), None)
    if exact is not None and "/" in exact:
        return exact
    counted = _HOURS.fullmatch(folded)
    if counted and counted[1] in _MOSCOW | _GREENWICH:
        shift = int((counted[2] or "0").replace(" ", ""))
        wanted = shift + (_MOSCOW_HOURS if counted[1] in _MOSCOW else 0)
        return next((zone for zone in RUSSIAN if hours(zone) == wanted), None)
    return _cities().get(folded)


@cache
def _cities() -> dict[str, str]:
    """City, folded, in every language -> zone; the Russian ones before namesakes."""
    zones = sorted(available_timezones(), key=lambda zone: (zone in RUSSIAN, zone))
    return {
        _folded(city(zone, language)): zone
        for zone in zones
        if zone.startswith(_CONTINENTS)
        for language in _LANGUAGES
    }


def _folded(text: str) -> str:
    return text.casefold().replace("\u0451", "\u0435")
