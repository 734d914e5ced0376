"""The forms that are shipped: files in questionnaires/, read once.

A form file is never changed after it was used: a new wording is a new version, so that old answers
keep their questions. Keys of questions stay the same over versions and from the entry form to the
exit form, so that before and after can be compared.

A file in questionnaires/mentoring/ is one set of questions for all forms of mentoring. It is put
together for each of them when it is read: what is only for some of them is left out of the others,
and minors are asked in simpler words.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import orjson

from mentoring.programmes import forms as programmes
from mentoring.roles import Role
from mentoring.surveys import taxonomy
from mentoring.surveys.questions import (
    DEFAULT_LANGUAGE,
    WITH_OPTIONS,
    Condition,
    Kind,
    Operator,
    Question,
    Wording,
)

DIRECTORY = Path(__file__).resolve().parent.parent.parent / "questionnaires"
_COMPOSED = "mentoring"
# Data of another kind beside the forms.
_NO_FORMS = frozenset({"taxonomy", "template"})
# So many questions nobody answers, and dialog data stays small.
MOST_QUESTIONS = 60


class FormError(Exception):
    """A form is not what it should be; the message names the file or the place."""


@dataclass(frozen=True, slots=True)
class Form:
    """A form with the questions of each role, in their order."""

    # What a survey and a response remember.
    id: str
    # What stays the same over versions.
    key: str
    version: int
    title: Wording
    roles: dict[Role, tuple[Question, ...]]
    # The form of mentoring it is for; empty for any.
    mentoring: str = ""

    @property
    def purpose(self) -> str:
        """entry, exit, feedback, preference, or whatever else it is for."""
        return self.key.partition(".")[0]

    def question(self, role: Role, key: str) -> Question | None:
        return next((found for found in self.roles.get(role, ()) if found.key == key), None)


@cache
def forms(directory: Path = DIRECTORY) -> dict[str, Form]:
    """All shipped forms by id ("entry-1", "entry.pupil-pupil-1"). Raises FormError."""
    found = [
        form
        for path in sorted(directory.glob("*.json"))
        if path.stem not in _NO_FORMS
        for form in _read(path, composed=False)
    ]
    for path in sorted((directory / _COMPOSED).glob("*.json")):
        found.extend(_read(path, composed=True))
    return {form.id: form for form in found}


def newest(directory: Path = DIRECTORY) -> list[Form]:
    """Of each form the latest version: what can be put to people now."""
    by_version = sorted(forms(directory).values(), key=lambda form: form.version)
    return sorted({form.key: form for form in by_version}.values(), key=lambda form: form.key)


def shipped_for(purpose: str, mentoring: str) -> Form:
    """The newest form of a purpose (entry, exit ...) for a form of mentoring.

    Raises KeyError when there is none.
    """
    return {form.key: form for form in newest()}[f"{purpose}.{mentoring}"]


def _read(path: Path, *, composed: bool) -> Iterator[Form]:
    try:
        content = orjson.loads(path.read_bytes())
        if f"{content['key']}-{int(content['version'])}" != path.stem:
            raise ValueError(f"key and version make {content['key']}-{content['version']}")
        if not composed:
            yield form_from(path.stem, content)
            return
        for mentoring in programmes.shipped().values():
            key = f"{content['key']}.{mentoring.key}"
            suited = content | {"key": key, "roles": _suited(content["roles"], mentoring)}
            yield form_from(f"{key}-{content['version']}", suited, mentoring=mentoring.key)
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise FormError(f"{path.name}: {type(error).__name__}: {error}") from error


def form_from(form_id: str, content: dict[str, Any], *, mentoring: str = "") -> Form:
    """A form out of JSON. Raises ValueError, KeyError, TypeError for what is none."""
    roles = {Role(role): tuple(_questions(rows)) for role, rows in content["roles"].items()}
    for role, questions in roles.items():
        check(role, questions)
    title = wording(content["title"])
    version = int(content["version"])
    return Form(form_id, content["key"], version, title, roles, mentoring)


def check(role: str, questions: tuple[Question, ...]) -> None:
    """Raises ValueError for keys that come twice and conditions that make no sense."""
    if not 0 < len(questions) <= MOST_QUESTIONS:
        raise ValueError(f"{role}: there have to be 1 to {MOST_QUESTIONS} questions")
    before: dict[str, Question] = {}
    for question in questions:
        if question.key in before:
            raise ValueError(f"{role}: two questions with the key {question.key}")
        condition = question.condition
        if condition:
            asked = before.get(condition.question)
            if asked is None or not condition.fits(asked):
                raise ValueError(f"{role}: the condition of {question.key} cannot hold")
        before[question.key] = question


def _suited(roles: dict[str, Any], form: programmes.MentoringForm) -> dict[str, list[Any]]:
    """Of each role's sections and questions what concerns this form of mentoring."""
    young = {"mentor": not form.adult_mentors, "mentee": not form.adult_mentees}
    found: dict[str, list[Any]] = {}
    for role, sections in roles.items():
        kept = []
        for section in sections:
            questions = [
                _for_whom(question, form, young=young[role])
                for question in section["questions"]
                if _concerns(question, form)
            ]
            if questions and _concerns(section, form):
                kept.append({"title": section["title"], "questions": questions})
        found[role] = kept
    return found


def _concerns(part: dict[str, Any], form: programmes.MentoringForm) -> bool:
    only = part.get("only", {})
    return form.mentors in only.get("mentors", [form.mentors]) and form.mentees in only.get(
        "mentees", [form.mentees]
    )


def _for_whom(
    question: dict[str, Any], form: programmes.MentoringForm, *, young: bool
) -> dict[str, Any]:
    suited = question | {"mentees": form.mentees}
    return suited | {"text": question["child"]} if young and "child" in question else suited


def _questions(rows: list[dict[str, Any]]) -> Iterator[Question]:
    """Questions, or sections with questions."""
    for row in rows:
        if "questions" in row:
            title = wording(row["title"])
            for inner in row["questions"]:
                yield question_from(inner, title)
        else:
            yield question_from(row)


def question_from(row: dict[str, Any], section: Wording | None = None) -> Question:
    """A question out of JSON. Raises ValueError, KeyError, TypeError for what is none."""
    kind = Kind(row["kind"])
    if kind is Kind.YES_NO:
        options = taxonomy.options("yes-no")
    elif "list" in row:
        options = taxonomy.options(row["list"], row.get("mentees"))
    else:
        options = {option["key"]: wording(option["text"]) for option in row.get("options", [])}
    if bool(options) != (kind in WITH_OPTIONS):
        raise ValueError(f"{row['key']}: options belong to a choice, and a choice needs them")
    return Question(
        key=row["key"],
        kind=kind,
        required=bool(row.get("required", True)),
        name=wording(row["name"]),
        text=wording(row["text"]),
        options=options,
        least=int(row.get("least", 0)),
        most=int(row.get("most", 1000)),
        section=section,
        condition=_condition(row["if"]) if "if" in row else None,
    )


def _condition(row: dict[str, Any]) -> Condition:
    [(operator, value)] = [(key, value) for key, value in row.items() if key != "question"]
    return Condition(row["question"], Operator(operator), value)


def wording(texts: dict[str, str]) -> Wording:
    """Raises ValueError when the default language is missing."""
    if not isinstance(texts, dict) or not texts.get(DEFAULT_LANGUAGE):
        raise ValueError(f"no text in {DEFAULT_LANGUAGE}")
    return Wording(texts)
