"""The one error of this room, with a code people's words are found by."""

from __future__ import annotations

from enum import StrEnum


class Refusal(StrEnum):
    """Why a file was not read."""

    EMPTY = "empty"
    TOO_LARGE = "too_large"
    TOO_LONG = "too_long"
    BOMB = "bomb"
    DAMAGED = "damaged"
    ENCRYPTED = "encrypted"
    ENTITIES = "entities"
    OLD_WORD = "old_word"
    OPEN_DOCUMENT = "open_document"
    RICH_TEXT = "rich_text"
    IMAGE = "image"
    SCAN = "scan"
    UNKNOWN = "unknown_format"


class DocumentError(Exception):
    """A file that cannot be read; `code` is stable, the sentence for people is in the locales."""

    def __init__(self, code: Refusal) -> None:
        super().__init__(code.value)
        self.code = code
