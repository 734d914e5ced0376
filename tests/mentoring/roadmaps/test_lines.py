"""Plans of numbered lines, and orders that say what is to be done in other words than most."""

from __future__ import annotations

from datetime import date

import pytest

from documents.reader import read
from mentoring.roadmaps.doubts import is_doubtful
from mentoring.roadmaps.model import Item, NotARoadmap, RoadmapDraft
from mentoring.roadmaps.reading import read_roadmap

from .builders import word

TITLE = "План мероприятий («дорожная карта») по наставничеству на 2026-2027 учебный год"


def text(*lines: str) -> RoadmapDraft:
    return read_roadmap(read("\n".join(lines).encode()))


def said(items: tuple[Item, ...]) -> list[tuple[str, str, str]]:
    """Number, first and last day."""
    days = ((item.number, item.deadline.start, item.deadline.end) for item in items)
    return [(number, str(start or "."), str(end or ".")) for number, start, end in days]


def asked(draft: RoadmapDraft) -> list[str]:
    return [item.number for item in draft.activities if is_doubtful(item.deadline, item.warnings)]


def test_the_term_and_the_executor_behind_each_line() -> None:
    draft = text(
        "УТВЕРЖДАЮ",
        "Директор школы И.И. Иванова",
        TITLE,
        "",
        "1. Провести педагогический совет до 20 января 2027 г. Отв.: Иванова И.И.",
        "2. Издать приказ о наставниках. Срок: до 15.09.2026. Ответственный: директор",
        "3. Опросить классы. Срок: октябрь. Ответственные: классные руководители, психолог",
        "4. Подвести итоги (май 2027 г., отв. Петрова А.А.)",
        "5. Вести журнал. Срок: в течение года. Отв. наставники. Результат: журнал",
        "6. Разместить материалы на сайте",
        "Директор И.И. Иванова",
    )
    assert draft.title == TITLE
    assert said(draft.items) == [
        ("1", ".", "2027-01-20"),
        ("2", ".", "2026-09-15"),
        ("3", "2026-10-01", "2026-10-31"),
        ("4", "2027-05-01", "2027-05-31"),
        ("5", ".", "."),
        ("6", ".", "."),
    ]
    assert [item.responsible for item in draft.items] == [
        ("Иванова И.И.",),
        ("директор",),
        ("классные руководители", "психолог"),
        ("Петрова А.А.",),
        ("наставники",),
        (),
    ]
    assert (draft.items[3].title, draft.items[4].result) == ("Подвести итоги", "журнал")
    assert asked(draft) == ["3"]  # before the row above it, and it names no year


def test_labels_in_lines_of_their_own_and_sections() -> None:
    draft = read_roadmap(
        word(
            TITLE,
            "I. Подготовительный этап",
            "1.1. Провести педагогический совет",
            "Срок: до 20 сентября 2026 г.\nОтветственный: Иванова И.И.",
            "1.2. Издать приказ – октябрь – директор",
            "II. Основной этап",
            "2.1. Проводить встречи пар — ноябрь–апрель (наставники)",
            "2.2. Собрать отчёты",
            "Срок исполнения: ежеквартально",
        )
    )
    assert said(draft.items)[:3] == [
        ("1.1", ".", "2026-09-20"),
        ("1.2", "2026-10-01", "2026-10-31"),
        ("2.1", "2026-11-01", "2027-04-30"),
    ]
    assert draft.items[3].deadline.freq == "quarterly"
    assert [item.section for item in draft.items] == ["Подготовительный этап"] * 2 + [
        "Основной этап"
    ] * 2
    assert [item.title for item in draft.items][1:3] == ["Издать приказ", "Проводить встречи пар"]
    assert [item.responsible for item in draft.items][:3] == [
        ("Иванова И.И.",),
        ("директор",),
        ("наставники",),
    ]
    assert asked(draft) == []


def test_without_a_title_the_terms_are_called_so() -> None:
    lines = ("1. Назначить куратора. Срок: 10.09.2026", "2. Собрать базу. Срок: 01.10.2026")
    assert said(text(*lines).items) == [("1", ".", "2026-09-10"), ("2", ".", "2026-10-01")]
    with pytest.raises(NotARoadmap):
        text("1. Пообедали 10.09.2026", "2. Поужинали до 11.09.2026")


def test_what_looks_like_a_date_and_is_not_read_is_asked_about() -> None:
    draft = text(
        TITLE,
        "1. Совет – до 10.09.2026",
        "2. Слёт – до 31.06.2027",
        "3. Опрос где-то к середине того сентября или октября",
        "4. Отчёт – до 15.05.2027",
        "5. Итоги – до 20.05.2027",
    )
    assert asked(draft) == ["2", "3"]
    assert draft.items[1].deadline.end is None


ORDER = (
    "УПРАВЛЕНИЕ ОБРАЗОВАНИЯ",
    "{name}",
    "от 12.08.2026 № 145",
    "О внедрении целевой модели наставничества",
    "{verb}",
    "1. Утвердить дорожную карту (приложение 1).",
    "2. Руководителям школ:",
    "2.1. назначить кураторов до 10 сентября 2026 года;",
    "2.2. представить отчёт в срок до 20 декабря.",
    "3. Методисту Петровой А.А. ежеквартально проводить мониторинг.",
    "4. Контроль за исполнением оставляю за собой.",
    "Начальник управления И.И. Сидорова",
)


@pytest.mark.parametrize(
    ("name", "verb"),
    [
        ("ПРИКАЗ", "ПРИКАЗЫВАЮ:"),
        ("ПРИКАЗ", "п р и к а з ы в а ю :"),
        ("П Р И К А З", ""),
        ("ПРИКАЗ № 145", "В целях развития наставничества"),
        ("РАСПОРЯЖЕНИЕ", "обязываю"),
        ("РАСПОРЯЖЕНИЕ", ""),
        ("ПОСТАНОВЛЕНИЕ", "администрация района п о с т а н о в л я е т :"),
        ("ПОСТАНОВЛЕНИЕ", "ПОСТАНОВЛЯЕТ:"),
        ("РЕШЕНИЕ", "совет решил:"),
        ("Руководителям школ", "В связи с этим прошу Вас:"),
        ("Руководителям школ", "рекомендую:"),
    ],
)
def test_orders_by_whatever_verb(name: str, verb: str) -> None:
    draft = text(*(line.format(name=name, verb=verb) for line in ORDER))
    assert said(draft.clauses) == [
        ("2.1", ".", "2026-09-10"),
        ("2.2", ".", "2026-12-20"),
        ("3", ".", "."),
    ]
    assert draft.clauses[0].responsible == ("Руководителям школ",)
    assert draft.items == ()
    assert draft.title == "О внедрении целевой модели наставничества"


def test_clauses_in_the_line_of_the_verb() -> None:
    draft = text(
        "ПРИКАЗ от 12.08.2026 № 1",
        "В целях развития приказываю: 1. Методисту собрать списки до 1 сентября 2026 г.",
        "2. Школам назначить кураторов до 10 сентября 2026 г.",
    )
    assert said(draft.clauses) == [("1", ".", "2026-09-01"), ("2", ".", "2026-09-10")]


def test_an_order_with_a_plan_of_lines_behind_it() -> None:
    lines = [line.format(name="ПРИКАЗ", verb="ПРИКАЗЫВАЮ:") for line in ORDER]
    draft = text(
        *lines,
        "Приложение 1",
        TITLE,
        "1. Семинар кураторов. Срок: до 20 сентября. Отв.: ЦРО",
        "2. Конкурс пар. Срок: март. Отв.: управление",
    )
    assert said(draft.items) == [("1", ".", "2026-09-20"), ("2", "2027-03-01", "2027-03-31")]
    assert [clause.number for clause in draft.clauses] == ["2.1", "2.2", "3"]
    assert draft.document_date == date(2026, 8, 12)


def test_other_texts_are_no_plans() -> None:
    for lines in (
        ("Положение о наставничестве", "1. Общие положения", "1.1. Срок обучения – три года."),
        ("Приказ Министерства просвещения от 25.12.2019 № Р-145", "1. Утвердить методологию."),
        ("План мероприятий", "1. Слёт", "2. Конкурс", "3. Беседа"),
    ):
        with pytest.raises(NotARoadmap):
            text(*lines)


def test_a_protocol_with_labels_and_a_regulation_that_only_names_a_plan() -> None:
    draft = text(
        "Протокол совещания от 12.08.2026",
        "Решили:",
        "1. Ивановой И.И. подготовить приказ. Срок: 20.08.2026.",
        "2. Школам провести анкетирование до 10 сентября. Отв.: кураторы",
    )
    assert said(draft.clauses) == [("1", ".", "2026-08-20"), ("2", ".", "2026-09-10")]
    assert [clause.responsible for clause in draft.clauses] == [("Ивановой И.И.",), ("кураторы",)]
    assert draft.clauses[0].title == "подготовить приказ"
    with pytest.raises(NotARoadmap):
        text(
            "Положение о наставничестве",
            "План мероприятий утверждается ежегодно.",
            "1.1. Положение действует до 31.12.2027.",
            "1.2. Отчёт сдаётся до 25 мая.",
        )


def test_a_clause_of_an_unknown_year_is_asked_about_and_not_lost() -> None:
    draft = text("ПРИКАЗЫВАЮ:", "1. Школам назначить кураторов до 10 сентября.")
    assert [clause.number for clause in draft.clauses] == ["1"]
    assert asked(draft) == ["п. 1"]


def test_a_term_inside_a_sentence_is_no_label() -> None:
    draft = text(
        "ПРИКАЗЫВАЮ:",
        "1. Школам собрать списки в срок до 20 января 2027 года, обеспечив их проверку.",
    )
    (clause,) = draft.clauses
    assert (clause.deadline.end, clause.deadline_text) == (
        date(2027, 1, 20),
        "в срок до 20 января 2027 года",
    )
    assert clause.title.startswith("собрать списки в срок до 20 января")
