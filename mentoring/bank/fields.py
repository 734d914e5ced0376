"""What a profile holds: one table of fields for screens, questionnaires and exports."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from core.errors import NotAllowed, Refusal
from db.models import Profile
from mentoring.bank.status import Side
from mentoring.surveys import taxonomy

SHORT = 120
LONG = 1000
MOST_MENTEES = 30

Value = str | int | tuple[str, ...] | None


class Kind(StrEnum):
    TEXT = "text"
    NUMBER = "number"
    # One of a few options, whose words are messages `bank-<field>-<option>`.
    ONE = "one"
    # Keys of a list of the taxonomy.
    KEYS = "keys"


@dataclass(frozen=True, slots=True)
class Field:
    """One field. `answer` is the key of the questions that fill it, `list` names the taxonomy's."""

    key: str
    kind: Kind
    sides: tuple[Side, ...]
    answer: str = ""
    list: str = ""
    options: tuple[str, ...] = ()
    limit: int = SHORT
    most: int = 0
    # Kept among `Profile.traits` and not in a column of its own.
    trait: bool = False

    @property
    def many(self) -> bool:
        return self.kind == Kind.KEYS


_BOTH = (Side.MENTEE, Side.MENTOR)
_MENTEE = (Side.MENTEE,)
_MENTOR = (Side.MENTOR,)

FIELDS: dict[str, Field] = {
    field.key: field
    for field in (
        Field("class_name", Kind.TEXT, _BOTH, limit=20),
        Field("class_teacher", Kind.TEXT, _MENTEE),
        Field("own_teacher", Kind.ONE, _MENTEE, options=("avoid", "any"), trait=True),
        Field("post", Kind.TEXT, _BOTH, "post"),
        Field("source", Kind.ONE, _MENTOR, options=("pupil", "alumnus", "enterprise", "teacher")),
        Field("workplace", Kind.TEXT, _MENTOR, "company"),
        Field("topics", Kind.KEYS, _MENTOR, "competences", list="topics"),
        Field("competences", Kind.TEXT, _MENTOR, "competence_words", limit=LONG),
        Field("achievements", Kind.TEXT, _MENTOR, "achievements", limit=LONG),
        Field("capacity", Kind.NUMBER, _MENTOR, "capacity", most=MOST_MENTEES),
        Field("wished_ages", Kind.KEYS, _MENTOR, "ages", list="ages"),
        Field("free_time", Kind.KEYS, _BOTH, "times", list="times"),
        Field("hours", Kind.NUMBER, _MENTOR, "hours", most=100, trait=True),
        Field("places", Kind.KEYS, _BOTH, "places", list="places", trait=True),
        Field("formats", Kind.KEYS, _BOTH, "formats", list="formats", trait=True),
        Field("languages", Kind.KEYS, _BOTH, "languages", list="languages", trait=True),
        Field("interests", Kind.KEYS, _BOTH, "interests", list="interests", trait=True),
        Field("conditions", Kind.KEYS, _MENTEE, "conditions", list="conditions"),
        Field("relatives", Kind.TEXT, _BOTH, limit=300),
    )
}
# Answers that are only kept: matching and reports look at them by their keys.
KEPT = frozenset({"grade", "year_of_study", "years_of_work", "experience", "visits"})


def of_side(side: str) -> list[Field]:
    return [field for field in FIELDS.values() if side in field.sides]


def get(profile: Profile, field: Field) -> Value:
    """What a field holds: text (perhaps empty), a number or None, keys."""
    if field.trait:
        found = profile.traits.get(field.key)
        return tuple(found or ()) if field.many else found
    value = getattr(profile, field.key)
    return tuple(value) if field.many else value


def put(profile: Profile, key: str, value: Value) -> bool:
    """Set a field. Whether that changed anything.

    Raises NotAllowed for a field the side does not have, Refusal for a value it cannot hold.
    """
    field = FIELDS.get(key)
    if field is None or profile.side not in field.sides:
        raise NotAllowed
    cleaned = _cleaned(field, value)
    if get(profile, field) == cleaned:
        return False
    stored = list(cleaned) if isinstance(cleaned, tuple) else cleaned
    if field.trait:
        profile.traits = {**profile.traits, key: stored}
    else:
        setattr(profile, key, stored)
    return True


def _cleaned(field: Field, value: Value) -> Value:
    if field.kind == Kind.KEYS:
        known = taxonomy.options(field.list)
        chosen = (value,) if isinstance(value, str) else value
        if not isinstance(chosen, tuple | list) or not set(chosen) <= set(known):
            raise NotAllowed
        return tuple(key for key in known if key in chosen)
    if field.kind == Kind.NUMBER:
        if not isinstance(value, int) or not 1 <= value <= field.most:
            raise Refusal("bank-number-wrong", most=field.most)
        return value
    text = " ".join(str(value or "").split())
    if field.kind == Kind.ONE and text and text not in field.options:
        raise NotAllowed
    if len(text) > field.limit:
        raise Refusal("input-too-long", limit=field.limit, length=len(text))
    return text


def keep_answers(profile: Profile, answers: Mapping[str, Any]) -> None:
    """Remember what is neither shown nor edited (see KEPT)."""
    kept = {key: answers[key] for key in KEPT if answers.get(key) is not None}
    if kept:
        profile.traits = {**profile.traits, **kept}
