"""Answers as people type them."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import Refusal
from mentoring.surveys.forms import newest, question_from
from mentoring.surveys.parsing import option, parse
from mentoring.surveys.questions import Kind, Question, Value
from mentoring.surveys.values import loaded, stored

TODAY = date(2026, 9, 1)


def asked(kind: str, **more: Any) -> Question:
    words = {"ru": "слова", "en": "words"}
    return question_from({"key": "one", "kind": kind, "name": words, "text": words} | more)


def read(question: Question, text: str, language: str = "ru") -> Value:
    return parse(question, text, today=TODAY, language=language)


TOPICS = asked("several", list="topics", mentees="pupil")
GRADE = asked("number", least=1, most=11)


@pytest.mark.parametrize(
    ("question", "text", "value"),
    [
        (asked("scale"), " 7 ", 7),
        (asked("scale"), "10.0", 10),
        (GRADE, "11", 11),
        (asked("yes_no"), "ДА", "yes"),
        (asked("yes_no"), "2", "no"),
        (asked("choice", list="formats"), "все равно", "any"),
        (asked("choice", list="formats"), "один", "personal"),
        (asked("choice", list="formats"), "Either", "any"),
        (TOPICS, "1, 3", ("maths", "literature")),
        (TOPICS, "3 1", ("maths", "literature")),
        (TOPICS, "физика; математика", ("maths", "physics")),
        (TOPICS, "Общение в классе, новые друзья, спорт", ("friends", "sport")),
        (TOPICS, "Math", ("maths",)),
        (asked("date"), "12 октября", "2026-10-12"),
        (asked("date"), "12.10.2027", "2027-10-12"),
        (asked("short"), "  Учу <b>физику</b> 👩‍🏫 ", "Учу <b>физику</b> 👩‍🏫"),
        (asked("contact"), "8 (999) 123-45-67", "+79991234567"),
        (asked("contact"), "999 123 45 67", "+79991234567"),
        (asked("contact"), "+375 29 123-45-67", "+375291234567"),
    ],
)
def test_what_is_typed_is_understood(question: Question, text: str, value: Value) -> None:
    found = read(question, text)
    assert found == value
    assert question.takes(found)


@pytest.mark.parametrize(
    ("question", "text", "refusal"),
    [
        (asked("scale"), "11", "answer-no-mark"),
        (asked("scale"), "семь", "answer-no-mark"),
        (asked("scale"), "9" * 40, "answer-no-mark"),
        (GRADE, "5,5", "answer-no-number"),
        (GRADE, "-1", "answer-no-number"),
        (asked("yes_no"), "3", "answer-no-option"),
        (asked("yes_no"), "", "answer-no-option"),
        (TOPICS, "1, 99", "answer-no-options"),
        (TOPICS, "физика, шахматы", "answer-no-options"),
        (TOPICS, "", "answer-no-options"),
        (asked("date"), "30.02.2026", "answer-no-day"),
        (asked("short"), "я" * 121, "input-too-long"),
        (asked("text"), "я" * 10_000, "input-too-long"),
        (asked("text"), "   ", "input-empty"),
        (asked("contact"), "спросите у мамы", "answer-no-phone"),
        (asked("contact"), "12", "answer-no-phone"),
        (asked("media"), "вот", "answer-no-media"),
    ],
)
def test_what_is_not_an_answer_is_refused_in_words(
    question: Question, text: str, refusal: str
) -> None:
    with pytest.raises(Refusal) as caught:
        read(question, text)
    assert caught.value.key == refusal


@given(st.sampled_from(list(Kind)), st.text(max_size=300))
def test_whatever_is_typed_is_an_answer_or_refused(kind: Kind, text: str) -> None:
    question = asked(kind, **({"list": "times"} if kind in {"choice", "several"} else {}))
    try:
        value = read(question, text)
    except Refusal:
        return
    assert question.takes(value)


@pytest.mark.parametrize("language", ["ru", "en"])
def test_every_option_can_be_typed_by_its_words_and_by_its_number(language: str) -> None:
    for form in newest():
        for questions in form.roles.values():
            for question in questions:
                for place, (key, words) in enumerate(question.options.items(), start=1):
                    assert option(question, words.to(language).upper()) == key
                    assert option(question, str(place)) == key


class Row:
    def __init__(self, number: Any, text: Any, file_id: Any) -> None:
        self.number, self.text, self.file_id = number, text, file_id


@pytest.mark.parametrize(
    ("question", "value"),
    [
        (asked("scale"), 7),
        (TOPICS, ("maths", "physics")),
        (asked("yes_no"), "no"),
        (asked("media"), 12),
        (asked("text"), "слова, слова"),
        (TOPICS, None),
    ],
)
def test_an_answer_comes_out_of_its_row_as_it_went_in(question: Question, value: Value) -> None:
    assert loaded(question, Row(**stored(question, value))) == value
