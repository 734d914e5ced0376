"""Lists of people as schools keep them."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as some
from openpyxl import Workbook

from mentoring.bank.roster_matching import Known, match
from mentoring.bank.roster_reading import Entry, Roster, parse, parse_text


def read(data: bytes, name: str = "x.xlsx") -> Roster:
    found = parse(data, name)
    assert isinstance(found, Roster), found
    return found


def sheet(rows: list[list[object]], merges: tuple[str, ...] = ()) -> bytes:
    book = Workbook()
    page = book.active
    assert page is not None
    for row in rows:
        page.append(row)
    for merge in merges:
        page.merge_cells(merge)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def told(found: Roster) -> list[tuple[int, str, str]]:
    return [(one.row, one.name, one.class_name or one.post) for one in found.people]


def test_headings_below_a_title_with_a_column_about_somebody_else() -> None:
    found = read(
        sheet(
            [
                ["Список наставляемых"],
                [],
                ["№ п/п", "Ф.И.О. ученика", "ФИО родителя", "Класс", "Дата рождения", "Телефон"],
                [1, "Петрова Анна Сергеевна", "Петров С.", "7 «а»", "12.03.2013", "+7 900 1"],
                [2, "О'Коннор-Иванова Мария", "", "10-Б", "", ""],
                ["", "Итого: 2", "", "", "", ""],
            ],
            merges=("A1:F1",),
        )
    )
    assert told(found) == [
        (4, "Петрова Анна Сергеевна", "7А"),
        (5, "О'Коннор-Иванова Мария", "10Б"),
    ]
    assert (found.people[0].given, found.people[0].born) == ("Анна", 2013)
    assert found.columns["name"] == "Ф.И.О. ученика"


def test_surname_and_given_name_apart_and_the_letter_of_the_class() -> None:
    found = read(
        sheet(
            [
                ["Фамилия", "Имя", "Отчество", "Параллель класса", "Литера"],
                ["Ким", "Ян", "", 5, "в"],
            ]
        )
    )
    assert told(found) == [(2, "Ким Ян", "5В")]
    assert found.people[0].given == "Ян"


def test_classes_as_headings_of_sections_and_no_headings_at_all() -> None:
    found = read(sheet([["8 класс"], ["Петров Пётр"], ["Сидоров Сидор"], ["9Б"], ["Ли Юлия"]]))
    assert told(found) == [
        (2, "Петров Пётр", "8"),
        (3, "Сидоров Сидор", "8"),
        (5, "Ли Юлия", "9Б"),
    ]


def test_a_name_merged_over_two_rows_is_one_person() -> None:
    rows: list[list[object]] = [["ФИО", "Класс"], ["Петров Пётр", "7А"], [None, "7А"]]
    assert len(read(sheet(rows, merges=("A2:A3",))).people) == 1


def test_a_class_merged_beside_several_people_is_the_class_of_each() -> None:
    rows: list[list[object]] = [["ФИО", "Класс"], ["Петров Пётр", "7А"], ["Котова Анна", None]]
    found = read(sheet(rows, merges=("B2:B3",)))
    assert told(found) == [(2, "Петров Пётр", "7А"), (3, "Котова Анна", "7А")]


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("Анна Петрова", "Анна"),
        ("Жанна д'Арк", "Жанна"),
        ("Петрова Анна", "Анна"),
        ("Алиева Ибрагим кызы", "Ибрагим"),
        ("Петрова А. С.", ""),
    ],
)
def test_the_given_name_is_told_wherever_it_stands(name: str, given: str) -> None:
    found = read(sheet([["ФИО", "Класс"], [name, "7А"]]))
    assert [one.given for one in found.people] == [given]


def test_semicolons_in_windows_1251() -> None:
    text = "Фамилия;Имя;Должность\r\nСемёнова;Ольга;учитель химии\r\n"
    found = read(text.encode("cp1251"), "список.csv")
    assert told(found) == [(2, "Семёнова Ольга", "учитель химии")]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("<b>Анна</b> Петрова", "signs"),
        ("Анна 😀", "signs"),
        ("=HYPERLINK(1) Анна", "signs"),
        ("Анна", "short"),
        ("я " * 80, "long"),
        ("Петрова Анна 8-900-123-45-67", "signs"),
    ],
)
def test_what_is_no_name_is_told_by_its_row(name: str, code: str) -> None:
    text = f"ФИО;Класс;Год рождения\nПетров Пётр;7А;2012\n{name};7А;2012\n"
    found = read(text.encode(), "x.csv")
    assert len(found.people) == 1
    assert [(one.row, one.code) for one in found.troubles] == [(3, code)]


def test_too_many_people_and_no_people_are_told_apart() -> None:
    letters = "абвгдежзиклмнопрстуфхцчшэюя"
    lines = [f"Петров Пётр{a}{b}{c};7А" for a in letters for b in letters for c in letters[:5]]
    assert parse(("ФИО;Класс\n" + "\n".join(lines)).encode(), "x.csv") == "too_many"
    assert parse(("ФИО;Класс\n" + "Ли Ян;7\n" * 60_000).encode(), "x.csv") == "too_long"
    assert parse(sheet([["Смета", "Сумма"], ["Мел", 5]]), "x.xlsx") == "no_roster"


def test_a_pasted_table_and_a_pasted_list_of_names() -> None:
    found = parse_text("Иванова Анна\t7А\nПетров Пётр\t7Б")
    assert isinstance(found, Roster)
    assert told(found) == [(1, "Иванова Анна", "7А"), (2, "Петров Пётр", "7Б")]
    lines = parse_text("1. Иванова Анна\n2. Петров Пётр")
    assert isinstance(lines, Roster)
    assert [one.name for one in lines.people] == ["Иванова Анна", "Петров Пётр"]
    assert parse_text("добрый день, как дела") == "no_roster"


@given(some.text(max_size=400))
def test_any_text_is_read_or_refused(text: str) -> None:
    assert parse_text(text) is not None
    assert parse(text.encode("utf-8", "ignore"), "x.csv") is not None


def entry(name: str, class_name: str = "", born: int | None = None, row: int = 1) -> Entry:
    return Entry(row=row, name=name, class_name=class_name, born=born)


def test_the_same_people_are_known_again() -> None:
    known = [
        Known(1, "Петрова Алёна", "7А"),
        Known(2, "Иванов Пётр", "7А"),
        Known(3, "Иванов Пётр", "8Б"),
        Known(4, "Сидорова Мария", "6А", 2014),
    ]
    found = match(
        [
            entry("Алена ПЕТРОВА", "8А"),
            entry("Иванов Петр", "8Б"),
            entry("Иванов Петр", "8Б"),
            entry("Иванов Пётр", "9Г"),
            entry("Ивановв Пётр", "7А"),
            entry("Сидорова Мария", "6А", 2009),
            entry("Новый Человек", "5А"),
            entry("Новый Человке", "5А"),
        ],
        known,
    )
    assert [(one.name, to) for one, to in found.same] == [
        ("Алена ПЕТРОВА", 1),
        ("Иванов Петр", 3),
        ("Иванов Пётр", 2),
    ]
    assert [one.name for one in found.repeated] == ["Иванов Петр"]
    assert [one.name for one in found.new] == ["Ивановв Пётр", "Сидорова Мария", "Новый Человек"]
    assert [(one.entry.name, one.profile_id) for one in found.alike] == [("Новый Человке", None)]


def test_a_slip_of_the_pen_is_shown_beside_whom_it_may_be() -> None:
    found = match([entry("Ивановв Пётр", "7А")], [Known(2, "Иванов Пётр", "7А")])
    assert [(one.name, one.profile_id) for one in found.alike] == [("Иванов Пётр", 2)]
    assert found.new == []
    other = match([entry("Ивановв Пётр", "8А")], [Known(2, "Иванов Пётр", "7А")])
    assert len(other.new) == 1


def test_two_thousand_names_are_matched_in_moderate_time() -> None:
    names = [f"Фамилия{number} Имя{number % 7}" for number in range(2000)]
    known = [Known(number, name, "7А") for number, name in enumerate(names)]
    found = match([entry(name, "7А", row=number) for number, name in enumerate(names)], known)
    assert len(found.same) == 2000


@pytest.mark.parametrize("other", ["Пущина Вера Павловна", "Игнатьева Вера Павловна"])
def test_two_surnames_are_two_people_whatever_else_they_share(other: str) -> None:
    found = match([entry(other, "7А"), entry("Репнина Вера Павловна", "7А")], [])
    assert found.alike == []
    assert len(found.new) == 2
