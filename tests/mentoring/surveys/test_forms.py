"""Form files: what is in ours, and what is said of a broken one."""

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from mentoring.programmes.forms import shipped
from mentoring.roles import Role
from mentoring.surveys import taxonomy
from mentoring.surveys.forms import DIRECTORY, FormError, forms, newest, shipped_for
from mentoring.surveys.questions import Kind, Question, applying

# Each released form file and the beginning of its SHA-256.
RELEASED = {
    "entry-1.json": "2280129dbc2ae124",
    "exit-1.json": "86921d75d71682a7",
    "mentoring/entry-1.json": "66e7b9295fe881e1",
    "mentoring/exit-1.json": "5d3e379abdd746bc",
    "mentoring/feedback-1.json": "169fbac58a03f001",
    "mentoring/preference-1.json": "f3bb6cdf3509a1eb",
    "report-1.json": "fc891624e06d3d3c",
}
SIDES = (Role.MENTOR, Role.MENTEE)


def _text(words: str = "слова") -> dict[str, str]:
    return {"ru": words, "en": "words"}


def _question(key: str = "one", kind: str = "scale", **more: Any) -> dict[str, Any]:
    return {"key": key, "kind": kind, "name": _text(), "text": _text()} | more


def _write(folder: Path, name: str = "entry-1.json", **changes: Any) -> Path:
    content = {
        "key": "entry",
        "version": 1,
        "title": _text(),
        "roles": {"mentor": [_question()]},
    }
    (folder / name).write_text(json.dumps(content | changes))
    return folder


def test_every_form_of_mentoring_has_its_five_forms_and_the_preference() -> None:
    for mentoring in shipped():
        for purpose in ("entry", "exit", "feedback", "preference"):
            form = shipped_for(purpose, mentoring)
            assert (form.purpose, form.mentoring) == (purpose, mentoring)
            assert set(form.roles) == set(SIDES)


def test_our_forms_are_whole_in_both_languages_and_short_enough_to_be_shown() -> None:
    for form in newest():
        for questions in form.roles.values():
            for question in questions:
                said = [form.title, question.text, question.name, *question.options.values()]
                said += [question.section] if question.section else []
                for wording in said:
                    assert set(wording.languages) == {"ru", "en"}
                    assert wording.to(None) == wording.to("fr") == wording.to("ru")
                assert question.text.to("ru") != question.text.to("en")
                assert len(question.name.to("ru")) <= 34
                assert all(len(words.to("ru")) <= 45 for words in question.options.values())


def test_a_released_form_is_never_changed() -> None:
    """Old answers keep the wording they were given to: a new wording is a new version, in a file
    of its own. Whoever adds a file adds its line here; no line is ever changed."""
    found = {
        path.relative_to(DIRECTORY).as_posix(): sha256(path.read_bytes()).hexdigest()[:16]
        for path in DIRECTORY.rglob("*-[0-9]*.json")
    }
    assert found == RELEASED


@pytest.mark.parametrize("suffix", ["", *(f".{mentoring}" for mentoring in shipped())])
def test_entry_and_exit_ask_the_same_scales_so_that_they_can_be_compared(suffix: str) -> None:
    known = {form.key: form for form in newest()}
    for role in SIDES:
        entry, exit_ = (
            {
                question.key
                for question in known[f"{purpose}{suffix}"].roles[role]
                if question.kind is Kind.SCALE
            }
            for purpose in ("entry", "exit")
        )
        only_at_the_end = {"satisfaction_work", "satisfaction_result", "expectations_met", "plan"}
        assert entry == exit_ - only_at_the_end


def test_what_is_wanted_and_what_is_offered_have_the_same_keys() -> None:
    for mentoring in shipped():
        form = shipped_for("entry", mentoring)
        wanted = form.question(Role.MENTEE, "requests")
        offered = form.question(Role.MENTOR, "competences")
        assert wanted and offered and set(wanted.options) == set(offered.options)
        assert "diagnosis" not in wanted.options
    pupils = taxonomy.options("topics", "pupil")
    assert "maths" in pupils and "attestation" not in pupils
    said = taxonomy.words("topics", "attestation")
    assert said is not None and said.to("ru") == "Аттестация и категория"


def test_minors_are_asked_in_simpler_words() -> None:
    def asked(mentoring: str) -> str:
        question = shipped_for("entry", mentoring).question(Role.MENTEE, "requests")
        return question.text.to("ru") if question else ""

    assert "В чём Вам нужна помощь" in asked("teacher-pupil")
    assert "В чём Вам нужна помощь" not in asked("teacher-teacher")


def test_the_newest_version_is_the_largest_number(tmp_path: Path) -> None:
    for version in (2, 10, 9):
        _write(tmp_path, f"entry-{version}.json", version=version)
    assert [form.id for form in newest(tmp_path)] == ["entry-10"]
    assert set(forms(tmp_path)) == {"entry-2", "entry-9", "entry-10"}


def _conditional(condition: Any, kind: str = "yes_no", **more: Any) -> dict[str, Any]:
    return {"mentor": [_question("one", kind, **more), _question("two", **{"if": condition})]}


@pytest.mark.parametrize(
    "changes",
    [
        {"key": "exit"},
        {"version": "one"},
        {"title": {"en": "no Russian"}},
        {"roles": {"director": []}},
        {"roles": {"mentor": []}},
        {"roles": {"mentor": [_question(kind="guess")]}},
        {"roles": {"mentor": [_question(kind="choice")]}},
        {"roles": {"mentor": [_question()] * 2}},
        {"roles": {"mentor": [_question(f"q{n}") for n in range(61)]}},
        {"roles": None},
        {"roles": _conditional({"question": "two", "is": "yes"})},
        {"roles": _conditional({"question": "zero", "is": "yes"})},
        {"roles": _conditional({"question": "one", "is": "perhaps"})},
        {"roles": _conditional({"question": "one", "has": "yes"})},
        {"roles": _conditional({"question": "one", "like": "yes"})},
        {"roles": _conditional({"question": "one"})},
        {"roles": _conditional({"question": "one", "more": 3})},
        {"roles": _conditional({"question": "one", "more": "3"}, "scale")},
        {"roles": _conditional({"question": "one", "is": "x"}, "text")},
    ],
)
def test_a_broken_form_is_named(tmp_path: Path, changes: dict[str, Any]) -> None:
    with pytest.raises(FormError, match=r"entry-1\.json"):
        forms(_write(tmp_path, **changes))


def test_a_form_that_is_no_json_is_named(tmp_path: Path) -> None:
    (tmp_path / "entry-1.json").write_text("{")
    with pytest.raises(FormError, match=r"entry-1\.json"):
        forms(tmp_path)


def _asked(tmp_path: Path, *rows: dict[str, Any]) -> dict[str, Question]:
    form = forms(_write(tmp_path, roles={"mentor": list(rows)}))["entry-1"]
    return {question.key: question for question in form.roles[Role.MENTOR]}


@pytest.mark.parametrize(
    ("row", "taken", "refused"),
    [
        ({"kind": "scale"}, [1, 10], [0, 11, "5", "", True, (1,)]),
        ({"kind": "yes_no"}, ["yes", "no"], ["maybe", 1, "", ("yes",)]),
        ({"kind": "several", "list": "times"}, [("evening", "sunday")], ["evening", (), ("x",)]),
        ({"kind": "number", "least": 1, "most": 11}, [1, 11], [0, 12, "5", True]),
        ({"kind": "date"}, ["2026-09-01"], ["01.09.2026", "2026-02-30", "20260901", 5]),
        ({"kind": "short"}, ["я" * 120], ["я" * 121, "", 5]),
        ({"kind": "text"}, ["я" * 1000], ["я" * 1001, "", 5]),
        ({"kind": "media"}, [17], [0, "17", True]),
        ({"kind": "contact"}, ["+79991234567"], ["", 5]),
    ],
)
def test_a_question_takes_only_what_it_asks_for(
    tmp_path: Path, row: dict[str, Any], taken: list[Any], refused: list[Any]
) -> None:
    question = _asked(tmp_path, _question(**row))["one"]
    assert all(question.takes(value) for value in taken)
    assert not any(question.takes(value) for value in [*refused, None])
    assert question.takes(("evening", "evening")) != ("evening", "evening")


def test_what_applies_follows_the_earlier_answers(tmp_path: Path) -> None:
    questions = _asked(
        tmp_path,
        _question("a", "yes_no"),
        _question("b", "scale", **{"if": {"question": "a", "is": "yes"}}),
        _question("c", "text", **{"if": {"question": "b", "more": 7}}),
        _question("d", "several", list="times"),
        _question("e", "text", **{"if": {"question": "d", "has": "evening"}}),
        _question("f", "text", **{"if": {"question": "a", "is not": "yes"}}),
    )

    def keys(**answers: Any) -> str:
        return "".join(question.key for question in applying(questions.values(), answers))

    assert keys() == "ad"
    assert keys(a="no") == "adf"
    assert keys(a="yes") == "abd"
    assert keys(a="yes", b=7, d=("sunday",)) == "abd"
    assert keys(a="yes", b=8, d=("sunday", "evening")) == "abcde"
    # The mark is still there, and no longer asked for.
    assert keys(a="no", b=8) == "adf"
