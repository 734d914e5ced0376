"""Form files: what is in ours, and what is said of a broken one."""

import json
from pathlib import Path
from typing import Any

import pytest

from mentoring.roles import Role
from mentoring.surveys.forms import FormError, Kind, forms, newest


def _text(words: str = "слова") -> dict[str, str]:
    return {"ru": words, "en": "words"}


def _write(folder: Path, name: str = "entry-1.json", **changes: Any) -> Path:
    content = {
        "key": "entry",
        "version": 1,
        "title": _text(),
        "roles": {"mentor": [{"key": "one", "kind": "scale", "name": _text(), "text": _text()}]},
    }
    (folder / name).write_text(json.dumps(content | changes))
    return folder


def test_our_forms_have_four_to_six_questions_in_both_languages_for_each_role() -> None:
    for form in newest():
        assert set(form.roles) == {Role.MENTOR, Role.MENTEE}
        for questions in form.roles.values():
            assert 4 <= len(questions) <= 6
            for wording in (
                form.title,
                *(question.text for question in questions),
                *(question.name for question in questions),
                *(words for question in questions for words in question.options.values()),
            ):
                assert set(wording.languages) == {"ru", "en"}
                assert wording.to("ru") != wording.to("en")
                assert wording.to(None) == wording.to("fr") == wording.to("ru")


def test_entry_and_exit_ask_the_same_scales_so_that_they_can_be_compared() -> None:
    entry, exit_ = ({form.key: form for form in newest()}[key] for key in ("entry", "exit"))
    for role in (Role.MENTOR, Role.MENTEE):
        scales = [
            {question.key for question in form.roles[role] if question.kind is Kind.SCALE}
            for form in (entry, exit_)
        ]
        assert scales[0] == scales[1]


def test_the_newest_version_is_the_largest_number(tmp_path: Path) -> None:
    for version in (2, 10, 9):
        _write(tmp_path, f"entry-{version}.json", version=version)
    assert [form.id for form in newest(tmp_path)] == ["entry-10"]
    assert set(forms(tmp_path)) == {"entry-2", "entry-9", "entry-10"}


@pytest.mark.parametrize(
    "changes",
    [
        {"key": "exit"},
        {"version": "one"},
        {"title": {"en": "no Russian"}},
        {"roles": {"director": []}},
        {"roles": {"mentor": []}},
        {"roles": {"mentor": [{"key": "one", "kind": "guess", "name": _text(), "text": _text()}]}},
        {"roles": {"mentor": [{"key": "one", "kind": "choice", "name": _text(), "text": _text()}]}},
        {
            "roles": {
                "mentor": [{"key": "one", "kind": "scale", "name": _text(), "text": _text()}] * 2
            }
        },
        {"roles": None},
    ],
)
def test_a_broken_form_is_named(tmp_path: Path, changes: dict[str, Any]) -> None:
    with pytest.raises(FormError, match=r"entry-1\.json"):
        forms(_write(tmp_path, **changes))


def test_a_form_that_is_no_json_is_named(tmp_path: Path) -> None:
    (tmp_path / "entry-1.json").write_text("{")
    with pytest.raises(FormError, match=r"entry-1\.json"):
        forms(tmp_path)


def test_a_question_takes_only_what_it_asks_for() -> None:
    questions = {question.key: question for question in forms()["entry-1"].roles[Role.MENTEE]}
    assert questions["comfort"].takes(10)
    assert not any(questions["comfort"].takes(value) for value in (0, 11, "5", ""))
    assert questions["experience"].takes("yes")
    assert not any(questions["experience"].takes(value) for value in ("maybe", 1, ""))
    assert questions["words"].takes("я" * 1000)
    assert not any(questions["words"].takes(value) for value in ("я" * 1001, 5, ""))
