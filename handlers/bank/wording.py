"""A profile in words: the lines of its card, the labels of its fields."""

from typing import Any

from core.translator import Words
from handlers.kit.labels import shortened
from mentoring.bank import fields
from mentoring.bank.cards import Card
from mentoring.surveys import taxonomy

_VALUE_LIMIT = 250
# So many lines of each kind stand on one card.
_LINES = 5


def said(words: Words, field: fields.Field, value: fields.Value) -> str:
    """What a field holds, in the reader's words."""
    if isinstance(value, tuple):
        found = (taxonomy.words(field.list, key) for key in value)
        return ", ".join(one.to(words.language) for one in found if one)
    if field.kind == fields.Kind.ONE and value:
        return words.plain(f"bank-{field.key}-{value}")
    return str(value if value is not None else "")


def facts(words: Words, card: Card) -> list[dict[str, Any]]:
    """A row for each field that holds something: what it is, what it says."""
    return [
        {
            "field": words.plain(f"bank-field-{key}"),
            "value": shortened(said(words, fields.FIELDS[key], value), _VALUE_LIMIT),
        }
        for key, value in card.values.items()
    ]


def requests(words: Words, card: Card) -> list[dict[str, Any]]:
    topics = fields.FIELDS["topics"]
    return [
        {
            "id": request.id,
            "label": shortened(_request(words, topics, request.topics, request.text), 40),
            "request": shortened(
                _request(words, topics, request.topics, request.text), _VALUE_LIMIT
            ),
            "voice": str(request.voiced_by),
            "on": request.on,
        }
        for request in card.requests[-_LINES:]
    ]


def _request(words: Words, field: fields.Field, topics: tuple[str, ...], text: str) -> str:
    return ". ".join(part for part in (said(words, field, topics), text) if part)


def trainings(card: Card) -> list[dict[str, Any]]:
    return [
        {
            "course": shortened(training.course, _VALUE_LIMIT),
            "outside": "yes" if training.outside else "no",
            "hours": training.hours or 0,
            "certified": "yes" if training.certificate else "no",
            "certificate": training.certificate or "-",
            "finished_on": training.finished_on,
        }
        for training in card.trainings[:_LINES]
    ]


def described(words: Words, card: Card) -> dict[str, Any]:
    """Everything a card's window shows."""
    return {
        "name": card.name,
        "side": str(card.side),
        "programme": card.programme,
        "status": words.plain(f"bank-status-{card.status}"),
        "since": card.since,
        "next": card.next_action,
        "days": card.waiting_days or 0,
        "waits": bool(card.waiting_days),
        "stale": not card.fresh,
        "partners": shortened(", ".join(card.partners), _VALUE_LIMIT),
        "paired": bool(card.partners),
        "facts": facts(words, card),
        "requests": requests(words, card),
        "trainings": trainings(card),
        "selection": str(card.selection or ""),
        "selected_on": card.selected_on or card.since,
        "ground": card.selection_ground or "-",
        "chosen": card.selection is not None,
        "decided": "yes" if card.selected_by else "no",
        "by": card.selected_by or "-",
        "changed": card.changed_on is not None,
        "changed_on": card.changed_on or card.since,
        "is_mentor": card.side == "mentor",
        "is_mentee": card.side == "mentee",
    }
