"""One roadmap of our own, laid out the many ways such documents come."""

from __future__ import annotations

from dataclasses import dataclass

from .builders import Rows

TITLE = "План мероприятий («дорожная карта») по наставничеству на 2024-2025 учебный год"
HEADING = ("№ п/п", "Мероприятие", "Сроки", "Ответственные", "Результат")


@dataclass(frozen=True)
class Line:
    """An activity as the documents write it, and what its deadline means."""

    title: str
    deadline: str
    means: str
    executor: str
    result: str


SECTIONS: tuple[tuple[str, tuple[Line, ...]], ...] = (
    (
        "Подготовка условий",
        (
            Line(
                "Издать приказ о запуске программы",
                "до 10.09.2024",
                "due . 2024-09-10",
                "Директор школы",
                "Приказ",
            ),
            Line(
                "Рассказать педагогам о целях программы",
                "сентябрь",
                "period 2024-09-01 2024-09-30",
                "Куратор программы",
                "Протокол педсовета",
            ),
            Line(
                "Составить перечень партнёров школы",
                "с 1 по 15 октября 2024 года",
                "period 2024-10-01 2024-10-15",
                "Заместитель директора",
                "Перечень",
            ),
        ),
    ),
    (
        "Формирование пар",
        (
            Line(
                "Опросить желающих получить поддержку",
                "октябрь – ноябрь",
                "period 2024-10-01 2024-11-30",
                "Классные руководители",
                "Сводка запросов",
            ),
            Line(
                "Провести встречу для выбора наставников",
                "не позднее 20 декабря",
                "due . 2024-12-20",
                "Куратор программы",
                "Листы предпочтений",
            ),
        ),
    ),
    (
        "Сопровождение и итоги",
        (
            Line(
                "Собирать отзывы о встречах пар",
                "ежемесячно",
                "recurring . . monthly",
                "Наставники",
                "Записи в дневнике",
            ),
            Line(
                "Помогать парам советом психолога",
                "в течение учебного года",
                "continuous . .",
                "Педагог-психолог",
                "Журнал обращений",
            ),
            Line(
                "Подвести итоги на общем празднике",
                "май 2025 г.",
                "period 2025-05-01 2025-05-31",
                "Куратор программы",
                "Фотоотчёт",
            ),
        ),
    ),
)
LINES = [line for _, lines in SECTIONS for line in lines]
MEANS = [line.means for line in LINES]
THROUGH = [str(number) for number in range(1, len(LINES) + 1)]
INSIDE = [
    f"{section}.{place}"
    for section, (_, lines) in enumerate(SECTIONS, start=1)
    for place, _ in enumerate(lines, start=1)
]
Part = str | Rows


def _cells(number: str, line: Line) -> tuple[str, ...]:
    return (number, line.title, line.deadline, line.executor, line.result)


def _sectioned(banner: str, numbers: list[str], across: bool = True) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = []
    left = iter(numbers)
    for place, (name, lines) in enumerate(SECTIONS, start=1):
        text = banner.format(n=place, roman="I" * place, name=name)
        rows.append((text, "<", "<", "<", "<") if across else ("", text, "", "", ""))
        rows.extend(_cells(next(left), line) for line in lines)
    return rows


def _inner(mark: str = "{}") -> list[str]:
    return [mark.format(i) for _, lines in SECTIONS for i, _ in enumerate(lines, start=1)]


def _columns(order: list[int], rows: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    return [tuple(row[i] for i in order) for row in rows]


def _plain(mark: str = "{}") -> list[tuple[str, ...]]:
    return [_cells(mark.format(i), line) for i, line in enumerate(LINES, start=1)]


def _with_column_of_sections(numbers: list[str]) -> list[tuple[str | None, ...]]:
    rows: list[tuple[str | None, ...]] = []
    left = iter(numbers)
    for place, (name, lines) in enumerate(SECTIONS, start=1):
        for at, line in enumerate(lines):
            head = (f"{place}.", name) if at == 0 else (None, None)
            title = f"{next(left)} {line.title}".strip()
            rows.append((*head, title, line.deadline, line.executor, line.result))
    return rows


def _all_in_one_cell(apart: str) -> list[tuple[str, ...]]:
    rows = []
    for place, (name, lines) in enumerate(SECTIONS, start=1):
        titles = apart.join(f"{place}.{i}. {line.title}" for i, line in enumerate(lines, start=1))
        deadlines = "\n".join(line.deadline for line in lines)
        rows.append((f"{place}.", name, titles, deadlines, lines[0].executor))
    return rows


WIDE = ("№", "Этап", "Мероприятия", "Срок реализации", "Исполнитель", "Вид документа")
LAYOUTS: dict[str, tuple[list[Part], list[str]]] = {
    "plain": ([TITLE, [HEADING, *_plain()]], THROUGH),
    "dotted numbers": ([TITLE, [HEADING, *_plain("{}.")]], THROUGH),
    "bracketed numbers": ([TITLE, [HEADING, *_plain("{})")]], THROUGH),
    "no numbers": ([TITLE, _columns([1, 2, 3, 4], [HEADING, *_plain()])], THROUGH),
    "deadline first": ([TITLE, _columns([2, 1, 3, 4], [HEADING, *_plain()])], THROUGH),
    "result before deadline": ([TITLE, _columns([0, 1, 4, 3, 2], [HEADING, *_plain()])], THROUGH),
    "executor first": ([TITLE, _columns([3, 0, 1, 2], [HEADING, *_plain()])], THROUGH),
    "no heading": ([TITLE, _plain()], THROUGH),
    "columns numbered": ([TITLE, [HEADING, ("1", "2", "3", "4", "5"), *_plain()]], THROUGH),
    "title in the table": ([[(TITLE, "<", "<", "<", "<"), HEADING, *_plain()]], THROUGH),
    "sections across": ([TITLE, [HEADING, *_sectioned("{n}. {name}", INSIDE)]], INSIDE),
    "sections by word": ([TITLE, [HEADING, *_sectioned("Раздел {n}. {name}", INSIDE)]], INSIDE),
    "roman sections, counted through": (
        [TITLE, [HEADING, *_sectioned("{roman}. {name}", THROUGH)]],
        THROUGH,
    ),
    "roman sections, counted anew": (
        [TITLE, [HEADING, *_sectioned("{roman}. {name}", _inner("{}."))]],
        [
            number.replace("3.", "III.").replace("2.", "II.").replace("1.", "I.", 1)
            for number in INSIDE
        ],
    ),
    "nameless sections, counted anew": (
        [TITLE, [HEADING, *_sectioned("{name}", _inner("{}."))]],
        INSIDE,
    ),
    "sections not merged": (
        [TITLE, [HEADING, *_sectioned("{name}", _inner(), across=False)]],
        INSIDE,
    ),
    "column of sections": (
        [TITLE, [WIDE, *_with_column_of_sections([f"{number}." for number in INSIDE])]],
        INSIDE,
    ),
    "column of sections, no numbers": (
        [TITLE, [WIDE, *_with_column_of_sections([""] * len(LINES))]],
        INSIDE,
    ),
    "column of sections, counted anew": (
        [TITLE, [WIDE, *_with_column_of_sections(_inner("{}."))]],
        INSIDE,
    ),
    "several in a cell": ([TITLE, [WIDE[:5], *_all_in_one_cell(" ")]], INSIDE),
    "several in a cell, by lines": ([TITLE, [WIDE[:5], *_all_in_one_cell("\n")]], INSIDE),
    "page break with heading": (
        [TITLE, [HEADING, *_plain()[:4]], "2", [HEADING, *_plain()[4:]]],
        THROUGH,
    ),
    "page break without heading": ([TITLE, [HEADING, *_plain()[:4]], [*_plain()[4:]]], THROUGH),
    "page break inside": (
        [TITLE, [HEADING, *_plain()[:4], HEADING, *_plain()[4:]]],
        THROUGH,
    ),
    "a table for each section": (
        [
            TITLE,
            *(
                part
                for place, (name, lines) in enumerate(SECTIONS, start=1)
                for part in (
                    f"{place}. {name}",
                    [HEADING, *(_cells(f"{i}", line) for i, line in enumerate(lines, start=1))],
                )
            ),
        ],
        INSIDE,
    ),
    "two-row heading": (
        [
            TITLE,
            [
                ("№", "Наименование мероприятия", "Срок исполнения", "Ответственный", "<"),
                (None, None, None, "управление образования", "школа"),
                *((*row[:3], "Методист", row[3]) for row in _plain()),
            ],
        ],
        THROUGH,
    ),
    "marks of completion": (
        [
            TITLE,
            [
                (*HEADING[:4], "Отметка об исполнении"),
                *((*row[:4], "выполнено 01.02.2020") for row in _plain()),
            ],
        ],
        THROUGH,
    ),
    "approval beside and page numbers": (
        [
            [("СОГЛАСОВАНО\nпротокол от 28.08.2024 № 1", "УТВЕРЖДАЮ\nДиректор\n30.08.2024")],
            TITLE,
            [HEADING, *_plain()[:3], ("", "2", "", "", ""), *_plain()[3:]],
        ],
        THROUGH,
    ),
    "titles as lists": (
        [
            TITLE,
            [
                HEADING,
                *(
                    (row[0], f"{row[1]}:\n- в начале года;\n- при смене пары.", *row[2:])
                    for row in _plain()
                ),
            ],
        ],
        THROUGH,
    ),
    "empty columns": (
        [TITLE, [(*HEADING, "", ""), *((*row, "", "") for row in _plain())]],
        THROUGH,
    ),
}
