"""Whom words in a column of executors are taken to mean, before anybody says it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentoring.roadmaps.executing import KEEPERS, SCHOOLS, Choice, Holder, fold, suggest
from mentoring.roles import Role

PEOPLE = [(7, "Петрова Анна Сергеевна"), (8, "Олег Иванов")]
HEAD = Choice(Holder.ROLE, role=Role.HEAD)
COUNCIL = Choice(Holder.ROLE, role=Role.COUNCIL)


def of_department(words: str, remembered: dict[str, Choice] | None = None) -> Choice:
    return suggest(words, has_schools=True, remembered=remembered or {}, people=PEOPLE)


def of_school(words: str) -> Choice:
    return suggest(words, has_schools=False, remembered={}, people=PEOPLE)


@pytest.mark.parametrize(
    "words",
    ["Руководители ОО", "образовательные организации", "ОО", "школы", "директора школ", "МБОУ СОШ"],
)
def test_schools_of_a_department(words: str) -> None:
    assert of_department(words) == SCHOOLS
    assert of_school(words) != SCHOOLS


@pytest.mark.parametrize(
    "words", ["Управление образования", "муниципальный куратор", "социальный педагог", "наставники"]
)
def test_what_is_nobody_else_is_with_the_keepers(words: str) -> None:
    assert of_department(words) == KEEPERS
    assert of_school(words) == KEEPERS


def test_roles_of_a_school() -> None:
    assert of_school("директор") == HEAD
    assert of_school("Руководитель ОО") == HEAD
    assert of_school("Методический совет") == COUNCIL
    assert of_school("зам. директора по ВР") == KEEPERS


@pytest.mark.parametrize(
    "words",
    ["Петрова А.С.", "методист А. С. Петрова", "Петровой Анне Сергеевне", "куратор Петрова А. С."],
)
def test_a_person_is_known_by_name(words: str) -> None:
    assert of_school(words) == Choice(Holder.PERSON, person_id=7)


def test_a_namesake_with_other_initials_is_somebody_else() -> None:
    assert of_school("Петрова В.И.") == KEEPERS
    assert of_school("Иванова Мария") == KEEPERS


def test_what_was_said_before_is_remembered_for_similar_words() -> None:
    remembered = {fold("Социальный педагог"): Choice(Holder.PERSON, person_id=8)}
    assert of_department("социальные педагоги", remembered).person_id == 8
    assert of_department("Педагог социальный", remembered).person_id == 8
    assert of_department("педагог-психолог", remembered) == KEEPERS
    # However it is shortened.
    for words in ("соц. педагог", "соцпедагог", "социальный пед.", "Соц.педагог"):
        assert of_department(words, remembered).person_id == 8, words
    for words in ("педагог", "соц. работник", "социолог", "педагог-организатор"):
        assert of_department(words, remembered) == KEEPERS, words
    short = {fold("зам. директора по ВР"): Choice(Holder.PERSON, person_id=7)}
    assert of_department("заместитель директора по ВР", short).person_id == 7
    assert of_department("зам. дир. по вр", short).person_id == 7
    assert of_department("заместитель директора по УВР", short) == KEEPERS
    assert of_department("директор", short) == Choice(Holder.ROLE, role=Role.HEAD)


@given(st.text())
def test_any_words_get_an_answer(words: str) -> None:
    assert fold(fold(words)) == fold(words)
    assert of_department(words).holder is not Holder.UNDECIDED
