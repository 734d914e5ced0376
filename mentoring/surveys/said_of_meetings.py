"""The form after a meeting, from paper, becomes what the meeting's feedback holds."""

from collections.abc import Mapping, Sequence
from typing import Any

from core.errors import NotAllowed, Refusal
from mentoring.meetings import feedback
from mentoring.roles import Role
from mentoring.surveys.forms import Form
from mentoring.surveys.questions import WITH_OPTIONS, Question
from mentoring.surveys.values import from_json
from mentoring.unit import Unit
from mentoring.words import words_in

# Stable keys of the form that the feedback has fields for; all the rest is its words.
_MARK, _CALLS = "mark", "need_curator"


async def save(unit: Unit, form: Form, role: Role, rows: Sequence[Mapping[str, Any]]) -> int:
    """Keep the answers of a table (rows of `sheet_reading.Read`). Returns how many were kept.

    Who has answered meanwhile keeps their own; a row without a mark, or of a meeting that was
    called off meanwhile, is left out.
    """
    language, kept = words_in(unit.actor.locale).language, 0
    for row in rows:
        answers = row["answers"]
        mark = answers.get(_MARK)
        if not isinstance(mark, int):
            continue
        said = [
            f"{question.name.to(language)}: {_spoken(question, answers[question.key], language)}"
            for question in form.roles[role]
            if question.key in answers and question.key not in {_MARK, _CALLS}
        ]
        try:
            kept += await feedback.enter_for(
                unit,
                meeting_id=row["meeting"],
                person_id=row["person"],
                mark=mark,
                text="\n".join(said),
                needs_curator=answers.get(_CALLS) == "yes",
                channel="paper",
            )
        except (NotAllowed, Refusal):
            continue
    return kept


def _spoken(question: Question, value: Any, language: str) -> str:
    value = from_json(value)
    if question.kind in WITH_OPTIONS:
        keys = value if isinstance(value, tuple) else (str(value),)
        return ", ".join(question.options[key].to(language) for key in keys)
    return str(value)
