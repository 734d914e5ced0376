"""Answers on their way into a row of the table and out of it."""

from typing import Any

from mentoring.surveys.questions import Kind, Question, Value

# Keys of options have no comma in them.
_BETWEEN = ","


def stored(question: Question, value: Value) -> dict[str, Any]:
    """The columns number, text, file_id of an answer."""
    columns: dict[str, Any] = {"number": None, "text": None, "file_id": None}
    if isinstance(value, tuple):
        columns["text"] = _BETWEEN.join(value)
    elif isinstance(value, str):
        columns["text"] = value
    elif question.kind is Kind.MEDIA:
        columns["file_id"] = value
    else:
        columns["number"] = value
    return columns


def loaded(question: Question, row: Any) -> Value:
    """An answer out of a row with those columns."""
    if question.kind is Kind.SEVERAL:
        return tuple(row.text.split(_BETWEEN)) if row.text else None
    for value in (row.number, row.text, row.file_id):
        if value is not None:
            return value  # type: ignore[no-any-return]
    return None


def from_json(value: Any) -> Value:
    """A value that went through JSON: lists are tuples again."""
    return tuple(value) if isinstance(value, list) else value
