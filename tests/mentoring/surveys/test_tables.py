"""Forms and answers out of tables, the good and the bad ones."""

import io
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from core.errors import Refusal
from mentoring.roles import Role
from mentoring.surveys.codes import code_of, person_of
from mentoring.surveys.forms import form_from, shipped_for
from mentoring.surveys.questions import Kind, Operator
from mentoring.surveys.sheet_reading import Read, table_in, understood, unread
from mentoring.surveys.template import example, headings, read_form

HEAD = headings("ru")
FORM = shipped_for("entry", "pupil-pupil")


def fault(*row: str) -> str:
    """The one fault of a form of a first question and this row."""
    first = ["", "Сколько Вам лет?", "число", "", "да", "", "обоим"]
    draft = read_form([HEAD, first, list(row)])
    assert [one.row for one in draft.faults] == [3]
    return draft.faults[0].key


@pytest.mark.parametrize("language", ["ru", "en"])
def test_the_example_of_the_template_is_a_form(language: str) -> None:
    draft = read_form([headings(language), *example(language)])
    assert draft.faults == []
    content = {"key": "x", "version": 1, "title": {"ru": "x"}, "roles": draft.roles}
    form = form_from("x", content)
    assert (len(form.roles[Role.MENTEE]), len(form.roles[Role.MENTOR])) == (5, 2)
    helps = form.roles[Role.MENTEE][2]
    assert helps.kind is Kind.SEVERAL and not helps.required
    assert helps.condition and helps.condition.operator is Operator.IS


@pytest.mark.parametrize(
    ("row", "key"),
    [
        (("", "", "число"), "template-question"),
        (("", "я" * 301, "число"), "template-question"),
        (("", "Как?", ""), "template-kind"),
        (("", "Как?", "угадайка"), "template-kind"),
        (("", "Как?", "один вариант", "да"), "own-options"),
        (("", "Как?", "один вариант", "да; Да"), "own-options"),
        (("", "Как?", "число", "1; 2"), "template-options-idle"),
        (("", "Как?", "число", "", "наверное"), "template-required"),
        (("", "Как?", "число", "", "", "", "директору"), "template-role"),
        (("", "Как?", "число", "", "", "2 = 5"), "template-condition"),
        (("", "Как?", "число", "", "", "1 = да"), "template-condition"),
        (("", "Как?", "число", "", "", "если захочется"), "template-condition"),
    ],
)
def test_what_is_wrong_is_said_with_its_row(row: tuple[str, ...], key: str) -> None:
    assert fault(*row) == key


@pytest.mark.parametrize("said", ["1 > 5", "вопрос 1: 7", "1 не 7", "1 меньше 3"])
def test_conditions_are_understood_as_people_write_them(said: str) -> None:
    first = ["", "Сколько Вам лет?", "число"]
    draft = read_form([HEAD, first, ["", "Как?", "текст", "", "", said]])
    assert draft.faults == []
    assert draft.roles["mentee"][0]["questions"][1]["if"]["question"] == "q1"


@pytest.mark.parametrize(
    ("rows", "key"),
    [
        ([], "template-no-head"),
        ([["Вопрос", "Ответ"]], "template-no-head"),
        ([HEAD], "template-empty"),
        ([HEAD, *[["", "Как?", "число"]] * 61], "template-too-long"),
    ],
)
def test_what_is_no_form_is_refused(rows: list[list[str]], key: str) -> None:
    with pytest.raises(Refusal) as caught:
        read_form(rows)
    assert caught.value.key == key


@given(st.lists(st.lists(st.text(max_size=12), max_size=8), max_size=6))
def test_any_table_is_read_or_refused(rows: list[list[str]]) -> None:
    try:
        read_form([HEAD, *rows])
    except Refusal:
        return


@given(st.integers(1, 10**12))
def test_a_code_leads_to_its_person_and_one_wrong_digit_to_nobody(person_id: int) -> None:
    code = code_of(person_id)
    assert person_of(f" {code} ") == person_id
    first = str((int(code[0]) + 1) % 10)
    assert person_of(first + code[1:]) is None


def read(*rows: list[str]) -> Read:
    keys = ["#entry:1/mentee", "", "grade", "requests", "words", "no such key"]
    return understood(
        [["Код", "Имя", "1", "2", "3", "4"], keys, *rows],
        1,
        FORM,
        Role.MENTEE,
        {(1, 0), (2, 0)},
        today=date(2026, 9, 1),
        language="ru",
    )


def test_answers_of_a_class_are_understood_and_errors_have_their_rows() -> None:
    found = read(
        [code_of(1), "Анна", "7", "1; 3", "'=1+1", "x"],
        [code_of(2), "Ян", "12", "шахматы", "я" * 10_000, ""],
        [code_of(1), "Анна", "8", "", "", ""],
        ["12345", "Кто-то", "8", "", "", ""],
        [code_of(9), "Чужой", "8", "", "", ""],
        ["", "", "", "", "", ""],
    )
    assert found.rows == [
        {
            "person": 1,
            "meeting": 0,
            "answers": {"grade": 7, "requests": ("maths", "literature"), "words": "=1+1"},
        },
        {"person": 2, "meeting": 0, "answers": {}},
    ]
    assert [(row, key) for row, _column, key, _args in found.errors] == [
        (4, "answer-no-number"),
        (4, "answer-no-options"),
        (4, "input-too-long"),
        (5, "sheet-twice"),
        (6, "sheet-no-person"),
        (7, "sheet-no-person"),
    ]


def test_a_csv_of_an_old_program_is_read() -> None:
    text = "Код;Имя;Класс\r\n#entry:1/mentee;;grade\r\n1-8;Анна;7\r\n"
    assert table_in(text.encode("cp1251"), "ответы.csv") == [
        ["Код", "Имя", "Класс"],
        ["#entry:1/mentee", "", "grade"],
        ["1-8", "Анна", "7"],
    ]


def test_merged_cells_say_their_text_once() -> None:
    book = Workbook()
    page = book.active
    assert page is not None
    page.append(["Код", "Имя", "Класс"])
    page.append(["1-8", "Анна", "7"])
    page.append([None, "Ян", "8"])
    page.merge_cells("A2:A3")
    written = io.BytesIO()
    book.save(written)
    rows = table_in(written.getvalue(), "x.xlsx")
    assert [row[0] for row in rows] == ["Код", "1-8", ""]


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"", "roadmap-file-empty"),
        ("слова без таблицы".encode(), "sheet-unknown"),
        (b"PK\x03\x04 no zip", "roadmap-file-damaged"),
        (b"a;b;c\n" * 60_000, "sheet-too-long"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_in_words(data: bytes, key: str) -> None:
    code = table_in(data, "x.csv")
    assert isinstance(code, str)
    assert unread(code, "x.csv", "sheet-unknown").key == key
