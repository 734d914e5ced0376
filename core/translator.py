"""Every word the bot says, in the reader's language.

Messages are Fluent files in locales/<language>/. Arguments are escaped for HTML unless they are
`Markup`, because a name typed by somebody must never become a tag.
"""

import logging
import re
from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

from babel.dates import format_date, format_datetime
from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.resolver import TextElement
from fluent.runtime.types import FluentNone
from fluent.syntax.ast import Junk, Resource

logger = logging.getLogger(__name__)

LOCALES = Path(__file__).resolve().parent.parent / "locales"


# "..., Vera L.." - the initial's full stop is the sentence's.
_INITIAL_AT_THE_END = re.compile(r"(?<=\s[^\W\d_a-z])\.(</b>|)\.(?!\.)")


class Markup(str):
    """Text that is HTML already and goes in as it is."""

    __slots__ = ()


class MissingWords(Exception):
    """A message or one of its arguments is missing (raised by strict translators only)."""


def _dates(language: str) -> dict[str, Callable[..., Any]]:
    """Functions for the .ftl files: DAY "5 September", DATE with the year, SHORT "05.09", ..."""

    def formatter(pattern: str) -> Callable[..., Any]:
        def function(value: Any) -> Any:
            if isinstance(value, FluentNone):
                return value
            if isinstance(value, datetime):
                return format_datetime(value, pattern, locale=language)
            return format_date(value, pattern, locale=language)

        return function

    def days(value: Any) -> Any:
        """Weekdays ("0,3": Monday, Thursday) by their short names."""
        if isinstance(value, FluentNone):
            return value
        monday = date(2024, 1, 1)
        found = (monday + timedelta(days=int(one)) for one in str(value).split(",") if one)
        return ", ".join(format_date(one, "EEE", locale=language) for one in found)

    return {
        "DAYS": days,
        "DAY": formatter("d MMMM"),
        "DATE": formatter("d MMMM y"),
        "SHORT": formatter("dd.MM"),
        "FULL": formatter("dd.MM.y"),
        "WEEKDAY": formatter("EEEE"),
        "MONTH": formatter("LLLL y"),
        "TIME": formatter("HH:mm"),
    }


@cache
def _parsed(text: str) -> Resource:
    """Parsed once in a process: a second translator over the same files costs next to nothing."""
    return FluentResource(text)


class Translator:
    """All languages. `strict` raises on a missing message or argument instead of logging."""

    def __init__(
        self, directory: Path = LOCALES, *, default: str = "ru", strict: bool = False
    ) -> None:
        self.default = default
        self.strict = strict
        self._bundles = {
            folder.name: self._load(folder)
            for folder in sorted(directory.iterdir())
            if folder.is_dir()
        }
        if default not in self._bundles:
            raise ValueError(f"no messages for the default language {default!r}")

    @staticmethod
    def _load(folder: Path) -> FluentBundle:
        bundle = FluentBundle([folder.name], use_isolating=False, functions=_dates(folder.name))
        for file in sorted(folder.glob("*.ftl")):
            resource = _parsed(file.read_text(encoding="utf-8"))
            junk = next((entry for entry in resource.body if isinstance(entry, Junk)), None)
            if junk is not None:
                found = (junk.content or "")[:60]
                raise ValueError(f"{file.name} cannot be read at: {found!r}")
            bundle.add_resource(resource)
        return bundle

    @property
    def languages(self) -> list[str]:
        return list(self._bundles)

    def language(self, wanted: str | None) -> str:
        """The nearest language there is: "en-GB" -> "en", unknown -> the default."""
        short = (wanted or "").split("-")[0].lower()
        return short if short in self._bundles else self.default

    def to(self, wanted: str | None) -> "Words":
        return Words(self, self.language(wanted))

    def format(self, language: str, key: str, arguments: dict[str, Any]) -> str:
        for candidate in (language, self.default):
            bundle = self._bundles[candidate]
            if bundle.has_message(key) and (pattern := bundle.get_message(key).value):
                if isinstance(pattern, TextElement):
                    # Most labels: nothing to put in, so the arguments need not be prepared.
                    return pattern.value
                text, errors = bundle.format_pattern(pattern, arguments)
                if errors:
                    self._fault(f"{candidate}: {key}: {errors[0]}")
                return _INITIAL_AT_THE_END.sub(r".\1", str(text))
            self._fault(f"{candidate}: no message {key}")
        return key

    def _fault(self, what: str) -> None:
        if self.strict:
            raise MissingWords(what)
        logger.error("words missing: %s", what)


class Words:
    """The messages in one language: `words("key", name=...)` is HTML, `words.plain` for buttons."""

    def __init__(self, translator: Translator, language: str) -> None:
        self._translator = translator
        self.language = language

    def __call__(self, key: str, /, **arguments: Any) -> str:
        return self._translator.format(
            self.language, key, {name: _html(value) for name, value in arguments.items()}
        )

    def plain(self, key: str, /, **arguments: Any) -> str:
        return self._translator.format(self.language, key, arguments)


def _html(value: Any) -> Any:
    if isinstance(value, str) and not isinstance(value, Markup):
        return escape(value, quote=False)
    return value
