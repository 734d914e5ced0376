"""A form out of a table: one row a question. What is wrong is said with its row."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import orjson

from core.errors import Refusal
from mentoring.roles import Role
from mentoring.surveys.forms import MOST_QUESTIONS, question_from
from mentoring.surveys.own import QUESTION_LIMIT, check_options, shortened
from mentoring.surveys.parsing import fold, option
from mentoring.surveys.questions import (
    DECIDING,
    DEFAULT_LANGUAGE,
    Condition,
    Kind,
    Operator,
    Question,
)

_FILE = Path(__file__).resolve().parent.parent.parent / "questionnaires" / "template.json"
_NUMBERED = re.compile(r"\D{0,12}?(\d{1,3})\s*(.+)")
_HEAD_ROWS = 10
_SIDES = {"mentor": (Role.MENTOR,), "mentee": (Role.MENTEE,), "both": (Role.MENTOR, Role.MENTEE)}
_NEEDED = ("question", "kind")


@cache
def vocabulary() -> dict[str, Any]:
    """How columns, kinds, sides and operators are called, and the example."""
    found: dict[str, Any] = orjson.loads(_FILE.read_bytes())
    return found


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a row (numbered as a spreadsheet does): a message key, its arguments."""

    row: int
    key: str
    args: dict[str, Any] = field(default_factory=dict)


@dataclass(slots=True)
class Draft:
    """The questions of each role as a form file has them, and the faults found."""

    roles: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)


def headings(language: str) -> list[str]:
    return [_said(words, language) for words in vocabulary()["columns"].values()]


def example(language: str) -> list[list[str]]:
    """The rows of the example sheet."""
    kinds, sides, yes = (vocabulary()[name] for name in ("kinds", "roles", "required"))
    return [
        [
            _said(section, language),
            _said(question, language),
            _said(kinds[kind], language),
            _said(options, language),
            _said(yes[required], language),
            _said(condition, language),
            _said(sides[role], language),
        ]
        for section, question, kind, options, required, condition, role in vocabulary()["example"]
    ]


def choices(name: str, language: str) -> list[str]:
    """What may stand in the columns kind, role and required."""
    return [_said(words, language) for words in vocabulary()[name].values()]


def _said(words: Any, language: str) -> str:
    if isinstance(words, dict):
        words = words.get(language) or words[DEFAULT_LANGUAGE]
    return str(words)


def read_form(rows: list[list[str]]) -> Draft:
    """The form in a table. Raises Refusal when it has no row of headings or no question."""
    head, columns = _columns(rows)
    draft = Draft()
    asked: dict[int, tuple[Question, tuple[Role, ...]]] = {}
    number = 0
    for place, cells in enumerate(rows[head + 1 :], start=head + 2):
        row = {name: cells[at].strip() for name, at in columns.items() if at < len(cells)}
        if not any(row.values()):
            continue
        number += 1
        try:
            made, roles = _row(row, number, asked)
            asked[number] = question_from(made), roles
        except Refusal as refusal:
            draft.faults.append(Fault(place, refusal.key, refusal.arguments))
            continue
        _place(draft, made, roles, row.get("section", ""))
    if not number:
        raise Refusal("template-empty")
    if number > MOST_QUESTIONS:
        raise Refusal("template-too-long", most=MOST_QUESTIONS)
    return draft


def _columns(rows: list[list[str]]) -> tuple[int, dict[str, int]]:
    names = {
        fold(word): column
        for column, words in vocabulary()["columns"].items()
        for word in words.values()
    }
    for place, row in enumerate(rows[:_HEAD_ROWS]):
        found = {names[fold(cell)]: at for at, cell in enumerate(row) if fold(cell) in names}
        if all(column in found for column in _NEEDED):
            return place, found
    raise Refusal("template-no-head")


def _row(
    row: dict[str, str], number: int, asked: dict[int, tuple[Question, tuple[Role, ...]]]
) -> tuple[dict[str, Any], tuple[Role, ...]]:
    text = row.get("question", "")
    if not 0 < len(text) <= QUESTION_LIMIT:
        raise Refusal("template-question", limit=QUESTION_LIMIT)
    kind = _meant("kinds", row.get("kind", ""))
    if kind is None:
        raise Refusal("template-kind", said=row.get("kind", "")[:40])
    side = _meant("roles", row.get("role", "")) if row.get("role") else "both"
    if side is None:
        raise Refusal("template-role", said=row["role"][:40])
    required = _meant("required", row.get("required", "")) if row.get("required") else "yes"
    if required is None:
        raise Refusal("template-required", said=row["required"][:40])
    options = tuple(_options(row.get("options", "")))
    if kind in {Kind.CHOICE, Kind.SEVERAL}:
        check_options(options)
    elif options:
        raise Refusal("template-options-idle")
    made: dict[str, Any] = {
        "key": f"q{number}",
        "kind": kind,
        "required": required == "yes",
        "name": {DEFAULT_LANGUAGE: shortened(text)},
        "text": {DEFAULT_LANGUAGE: text},
        "options": [
            {"key": f"o{place}", "text": {DEFAULT_LANGUAGE: said}}
            for place, said in enumerate(options, start=1)
        ],
    }
    roles = _SIDES[side]
    if row.get("condition"):
        made["if"] = _condition(row["condition"], roles, asked)
    return made, roles


def _options(text: str) -> Iterator[str]:
    for part in re.split(r"[;\n]", text):
        if part.strip():
            yield " ".join(part.split())


def _meant(name: str, said: str) -> str | None:
    for key, words in vocabulary()[name].items():
        if fold(said) in {fold(word) for word in words.values()} | {key}:
            return str(key)
    return None


def _condition(
    text: str, roles: tuple[Role, ...], asked: dict[int, tuple[Question, tuple[Role, ...]]]
) -> dict[str, Any]:
    """ "2 = yes", "3 > 5": the number of an earlier question, how it compares, with what."""
    found = _NUMBERED.fullmatch(text.strip())
    earlier = asked.get(int(found[1])) if found else None
    if found is None or earlier is None or not set(roles) <= set(earlier[1]):
        raise Refusal("template-condition", said=text[:40])
    question = earlier[0]
    for operator, signs in vocabulary()["operators"].items():
        for sign in signs:
            if found[2].casefold().startswith(sign):
                value = _value(question, found[2][len(sign) :].strip())
                compared = "has" if question.kind is Kind.SEVERAL else operator
                if value is not None and _holds(question, compared, value):
                    return {"question": question.key, compared: value}
    raise Refusal("template-condition", said=text[:40])


def _value(question: Question, said: str) -> int | str | None:
    if question.options:
        return option(question, said)
    return int(said) if said.isascii() and said.isdecimal() and len(said) < 10 else None


def _holds(question: Question, operator: str, value: int | str) -> bool:
    return question.kind in DECIDING and Condition(question.key, Operator(operator), value).fits(
        question
    )


def _place(draft: Draft, made: dict[str, Any], roles: tuple[Role, ...], section: str) -> None:
    """Put a question under its heading, which is the one before while the column is empty."""
    for role in roles:
        sections = draft.roles.setdefault(role.value, [])
        title = {DEFAULT_LANGUAGE: " ".join(section.split())[:80]}
        if (not section and sections) or (sections and sections[-1].get("title") == title):
            sections[-1]["questions"].append(made)
        else:
            sections.append({"title": title, "questions": [made]})
