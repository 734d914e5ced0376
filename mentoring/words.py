"""The catalogue for what is written into documents: a file speaks its reader's language too."""

from functools import cache

from core.translator import Translator, Words


@cache
def _catalogue() -> Translator:
    return Translator()


def words_in(language: str | None) -> Words:
    """The words in a language, in the default one for None."""
    return _catalogue().to(language)
