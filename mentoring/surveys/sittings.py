"""A response being given: its form, and what was answered or skipped so far."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from core.errors import NotAllowed, Refusal
from db.queries import responses
from mentoring.roles import Role
from mentoring.surveys import library
from mentoring.surveys.after import Sent, opened
from mentoring.surveys.forms import Form
from mentoring.surveys.questions import Question, Value, applying, deciding
from mentoring.surveys.values import loaded, stored
from mentoring.unit import Unit


@dataclass(frozen=True, slots=True)
class Sitting:
    """One person's answers to one form."""

    response_id: int
    form: Form
    role: Role
    answers: dict[str, Value] = field(default_factory=dict)
    # Sent already, by whom else: paper or spoken, and waiting to be confirmed.
    sent: bool = False
    channel: str = "chat"
    organisation_id: int = 0
    person_id: int = 0
    programme_id: int | None = None
    # Just begun: nobody has been asked anything yet.
    fresh: bool = False

    @property
    def questions(self) -> tuple[Question, ...]:
        return self.form.roles[self.role]

    @property
    def asked(self) -> list[Question]:
        """The questions that apply, as things stand."""
        return applying(self.questions, self.answers)

    @property
    def position(self) -> int:
        """The first question asked without an answer, by its place in the whole form, from 0.

        The number of questions when all have one.
        """
        left = next((asked for asked in self.asked if asked.key not in self.answers), None)
        return len(self.questions) if left is None else self.questions.index(left)

    @property
    def decided(self) -> dict[str, Value]:
        """The answers on which it depends what is asked."""
        return {key: self.answers.get(key) for key in deciding(self.questions)}

    @property
    def fallen(self) -> set[str]:
        """Answered, and no longer asked for."""
        return set(self.answers) - {question.key for question in self.asked}

    @property
    def outcome(self) -> Sent:
        """What is told to those who live on the answers."""
        return Sent(
            self.organisation_id,
            self.person_id,
            self.role,
            self.programme_id,
            {key: value for key, value in self.answers.items() if key not in self.fallen},
        )

    def check_complete(self) -> None:
        """Raises Refusal while a required question has no answer."""
        for number, question in enumerate(self.asked, start=1):
            if question.required and self.answers.get(question.key) is None:
                raise Refusal("survey-incomplete", number=number)


async def sitting_of(unit: Unit, rows: Sequence[Any], *, sent: bool = False) -> Sitting:
    """A sitting out of the rows of `responses.response`.

    Raises NotAllowed without any, and Refusal when it was sent already unless `sent`.
    """
    if not rows:
        raise NotAllowed
    first = rows[0]
    if first.completed_at is not None and not sent:
        raise Refusal("survey-sent-already")
    form = await library.find(unit, first.form)
    role = Role(first.role)
    if role not in form.roles:
        raise NotAllowed
    answers = {}
    for row in rows:
        question = form.question(role, row.question) if row.question else None
        if question is not None:
            answers[question.key] = loaded(question, row)
    return Sitting(
        response_id=first.id,
        form=form,
        role=role,
        answers=answers,
        sent=first.completed_at is not None,
        channel=first.channel,
        organisation_id=first.organisation_id,
        person_id=first.person_id,
        programme_id=first.programme_id,
    )


async def begun(unit: Unit, taken: Sitting) -> Sitting:
    """Somebody begins a form, or another begins it for them: who lives on it is told. What these
    know already is kept as answered: it is not asked, and stands in the review to be changed."""
    known = await opened(
        unit,
        taken.form.purpose,
        organisation_id=taken.organisation_id,
        person_id=taken.person_id,
        side=taken.role,
    )
    answers = dict(taken.answers)
    for key, value in known.items():
        question = taken.form.question(taken.role, key)
        if question is None or key in answers or not question.takes(value):
            continue
        await responses.answer(
            unit.session,
            response_id=taken.response_id,
            person_id=taken.person_id,
            role=taken.role,
            form=taken.form.id,
            question=key,
            value=stored(question, value),
            now=unit.now,
        )
        answers[key] = value
    return replace(taken, answers=answers, fresh=True)


def check_value(question: Question, value: Value) -> None:
    """Raises Refusal for what the question does not take."""
    if value is None:
        if question.required:
            raise Refusal("survey-required")
    elif not question.takes(value):
        raise Refusal("survey-value")
