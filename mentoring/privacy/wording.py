"""The values of columns in the words of whoever reads them."""

from datetime import date, datetime
from typing import Any

from core.translator import Words
from mentoring.bank import fields
from mentoring.letters import spoken
from mentoring.surveys import taxonomy

# What a column of the database holds.
Value = Any

# Columns of keys whose words stand elsewhere: (table, column), or a column of any table.
_PREFIXES: dict[tuple[str, str], str] = {
    ("profile", "status"): "bank-status",
    ("consent", "purpose"): "consent-purpose",
    ("personal_plan", "status"): "personal-status",
    ("plan_item", "kind"): "personal-kind",
    ("plan_item", "status"): "personal-stands",
    ("plan_change", "what"): "personal-change",
}
_KEYS = frozenset(
    [
        "role",
        "side",
        "status",
        "kind",
        "giver",
        "channel",
        "reason",
        "answer",
        "after",
        "what",
        "voiced_by",
        "selection",
        "source",
        "locale",
        "form",
        "mood",
    ]
)
# Columns of these names that hold somebody's own words.
_WORDS = frozenset({("pair_member", "reason"), ("pair_application", "reason"),
                    ("pair_event", "reason"), ("question", "answer")})  # fmt: skip


def said(words: Words, table: str, column: str, value: Value) -> str:
    """One value; an instant has to be in its reader's time."""
    if isinstance(value, list):
        return ", ".join(_listed(words, table, column, one) for one in value)
    if isinstance(value, dict):
        return "; ".join(_trait(words, key, one) for key, one in value.items())
    if isinstance(value, date):
        return f"{value:%d.%m.%Y %H:%M}" if isinstance(value, datetime) else f"{value:%d.%m.%Y}"
    if isinstance(value, bool):
        return words.plain("data-yes" if value else "data-no")
    return _worded(words, table, column, str(value))


def _worded(words: Words, table: str, column: str, value: str) -> str:
    if (table, column) in _PREFIXES:
        return words.plain(f"{_PREFIXES[table, column]}-{value}")
    if column in _KEYS and (table, column) not in _WORDS:
        return words.plain("data-word", word=value)
    return value


def _trait(words: Words, key: str, value: Value) -> str:
    """What a questionnaire knows of a person, named as the bank names it."""
    field = fields.FIELDS.get(key)
    if field is None:
        return f"{key}: {value}"
    told = value if isinstance(value, list) else [value]
    named = ", ".join(_keyed(words, field, one) for one in told)
    return f"{words.plain(f'bank-field-{key}')}: {named}"


def _keyed(words: Words, field: fields.Field, value: Value) -> str:
    found = taxonomy.words(field.list, str(value)) if field.list else None
    return found.to(words.language) if found else str(value)


def deed(words: Words, what: str, args: dict[str, Any]) -> str:
    """What was done with the data, as the log says it."""
    told = spoken(args)
    if "role" in told:
        told["role"] = words.plain(f"role-{told['role']}")
    return words.plain(f"audit-{what}", **told)


def _listed(words: Words, table: str, column: str, key: str) -> str:
    field = fields.FIELDS.get(column) if table in {"profile", "request"} else None
    return _keyed(words, field, key) if field is not None else key
