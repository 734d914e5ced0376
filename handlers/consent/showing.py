"""A consent's text as a screen shows it."""

from typing import Any

from aiogram_dialog import DialogManager
from babel.dates import format_date

from handlers.kit.turn import unit_of, words_of
from mentoring.consent.texts import Version, filled


def spoken(manager: DialogManager, version: Version, organisation: str) -> dict[str, Any]:
    """Title and summary in the reader's language, with the term as if given today."""
    language = words_of(manager).language
    text = version.to(language)
    until = version.until(unit_of(manager).today())
    return {
        "title": text.title,
        "summary": filled(
            text.summary,
            organisation=organisation,
            version=version,
            until=format_date(until, "d MMMM y", locale=language),
        ),
    }
