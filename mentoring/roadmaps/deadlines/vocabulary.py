"""The Russian words of deadlines: the one place of this package where they are spelled out.

A pattern ending in `*` stands for every word that begins so; others are whole words. Words are
compared in lower case, with the letter yo written as ye.
"""

from __future__ import annotations

import re

from mentoring.roadmaps.deadlines.kinds import T

_SOFT = "ь я ю ем е"
_HARD = "- а у ом е"
_MONTHS = (
    ("январ", _SOFT, "янв"),
    ("феврал", _SOFT, "фев февр"),
    ("март", _HARD, "мар"),
    ("апрел", _SOFT, "апр"),
    ("ма", "й я ю ем е", ""),
    ("июн", _SOFT, "июн"),
    ("июл", _SOFT, "июл"),
    ("август", _HARD, "авг"),
    ("сентябр", _SOFT, "сен сент"),
    ("октябр", _SOFT, "окт"),
    ("ноябр", _SOFT, "ноя нояб"),
    ("декабр", _SOFT, "дек"),
)

MONTH_FORMS: dict[str, int] = {
    form: number
    for number, (stem, endings, short) in enumerate(_MONTHS, start=1)
    for form in (*(stem + end.strip("-") for end in endings.split()), *short.split())
}
MONTH_NOMINATIVES = tuple(stem + endings.split()[0].strip("-") for stem, endings, _ in _MONTHS)

_TEENS = ("один", "две", "три", "четыр", "пят", "шест", "сем", "восем", "девят")

_NUMBERED: dict[T, tuple[tuple[int, str], ...]] = {
    T.WEEKDAY: (
        (0, "понедельник*"),
        (1, "вторник*"),
        (2, "среда среду среды среде средам средой"),
        (3, "четверг*"),
        (4, "пятниц*"),
        (5, "суббот*"),
        (6, "воскресень*"),
    ),
    T.ORDINAL: (
        (1, "первый первая первое первого первой первую первом первым первые перв"),
        (2, "второй вторая второе второго вторую втором вторым вторые"),
        (3, "третий третья третье третьего третьей третью третьем третьим"),
        (4, "четвертый четвертая четвертое четвертого четвертой четвертую четвертом"),
        (5, "пятый пятая пятое пятого пятой пятую"),
        (6, "шестой шестая шестое шестого шестую"),
        (7, "седьмой седьмая седьмое седьмого седьмую"),
        (8, "восьмой восьмая восьмое восьмого восьмую"),
        (9, "девятый девятая девятое девятого девятую"),
        (10, "десятый десятая десятое десятого десятую"),
        *((10 + n, f"{stem}надцатого") for n, stem in enumerate(_TEENS, start=1)),
        (20, "двадцатого"),
        (30, "тридцатого"),
        (-1, "последний последняя последнее последнего последней последнюю последнем последние"),
    ),
    T.NUM: (
        (1, "один одна одного одной одну однократно"),
        (2, "два две двух дважды"),
        (3, "три трех трижды"),
        (4, "четыре четырех"),
        (5, "пять пяти"),
        (6, "шесть шести"),
        (7, "семь семи"),
        (8, "восемь восьми"),
        (9, "девять девяти"),
        (10, "десять десяти"),
        (15, "пятнадцать пятнадцати"),
        (20, "двадцать двадцати"),
        (30, "тридцать тридцати"),
    ),
    T.HALFYEAR: ((6, "полгода"),),
    T.YEARWORD: ((2, "годы годов годах годами гг"),),
    T.SPAN: ((1, "период периода периоде периоду"),),
    T.SEASON: (
        (12, "зима зимой зимы зиму"),
        (3, "весна весной весны весну"),
        (6, "лето летом лета"),
        (9, "осень осенью осени"),
    ),
    T.SEASONAL: (
        (12, "зимний зимнего зимнем зимние зимних"),
        (3, "весенний весеннего весеннем весенние весенних"),
        (6, "летний летнего летнем летние летних"),
        (9, "осенний осеннего осеннем осенние осенних"),
    ),
    T.NOISE: ((1, "текущий текущего текущем текущей этого данного настоящего тек"),),
}

ADVERBS: dict[str, tuple[int, int, str]] = {  # times, every so many, unit
    "ежедневно": (1, 1, "day"),
    "еженедельно": (1, 1, "week"),
    "ежемесячно": (1, 1, "month"),
    "ежеквартально": (1, 1, "quarter"),
    "ежегодно": (1, 1, "year"),
    "ежечетвертно": (1, 1, "term"),
    "поквартально": (1, 1, "quarter"),
    "помесячно": (1, 1, "month"),
    "понедельно": (1, 1, "week"),
    "ежедекадно": (3, 1, "month"),
    "ежетриместрово": (1, 1, "trimester"),
}
_ADVERB_STEMS = {
    "ежедневн": "ежедневно",
    "еженедельн": "еженедельно",
    "ежемесячн": "ежемесячно",
    "ежеквартальн": "ежеквартально",
    "ежегодн": "ежегодно",
}

_WORDS: dict[T, str] = {
    T.UNTIL: "до",
    T.BY: "к ко",
    T.PO: "по",
    T.FROM: "с со начиная",
    T.IN: "в во",
    T.ON: "на",
    T.FOR: "за",
    T.OF: "от",
    T.AND: "и",
    T.OR: "или либо",
    T.NOT: "не",
    T.LATER: "позднее позже",
    T.LESS: "реже менее чаще более",
    T.YEARWORD: "год года году годом годе г",
    T.SCHOOL: "учебный учебное учебную учебного учебном учебному учебным учебные учебных"
    " уч учеб учебн у",
    T.QUARTER: "квартал* кварт кв",
    T.TERM: "четверть четверти четвертью четвертях четв чет",
    T.TRIMESTER: "триместр* трим",
    T.HALFYEAR: "полугоди* полугодье полугод полуг пол семестр* сем",
    T.HALF: "половин*",
    T.DECADE: "декад*",
    T.WEEK: "недел* нед",
    T.DAY: "день дня дней дню днем дни дн",
    T.DATEWORD: "число числа числу числе чисел числах",
    T.MONTHWORD: "месяц месяца месяце месяцу месяцем месяцы месяцев месяцах мес",
    T.BEGIN: "начало начала начале началу началом",
    T.MIDDLE: "середина середины середине середину",
    T.FINISH: "конец конца конце концу концом окончания завершения",
    T.EVERY: "каждый каждая каждое каждого каждой каждую каждом каждые каждых любого",
    T.EXCEPT: "кроме исключением исключая",
    T.TIMES: "раз раза разу р разово",
    T.DURING: "теч течение течении протяжении протяжение течени втечение втечении продолжение",
    T.WHOLE: "весь всего всей все всем вся всю круглый целый",
    T.SPAN: "срок срока сроке сроки сроков",
    T.UNREADABLE: "хх ххх хххх xx xxx xxxx",
    T.CONSTANT: "постоянно постоянная постоянной непрерывно регулярно систематически "
    "круглогодично перманентно бессрочно периодически пост",
    T.RELATIVE: "согласно соответствии мере необходимости необходимость графику графиком графика "
    "графикам плану планом плана планам план график согласованию запросу запросам "
    "заявкам заявке итогам результатам окончании окончанию завершении завершению после "
    "через момента моменту при перед накануне рамках ходе мероприятий мероприятия "
    "проведения отдельному утвержденному особому индивидуальному договоренности факту "
    "рекомендации обращению каникул каникулы каникулах порядке основании основанию "
    "требованию требованиям ходу издания подписания утверждения утверждению время "
    "приказу распоряжению расписанию расписанием положению звонку звонке незамедлительно "
    "немедленно срочно своевременно одновременно оперативно сразу уточняется уточняются "
    "дополнительно установленные установленном каникулярное каникулярный",
    T.RUN: "реализации действия внедрения работы обучения",
    T.WORKING: "рабочий рабочего рабочих рабочем рабочие",
    T.PER: "четвертям триместрам полугодиям семестрам кварталам месяцам неделям годам",
    T.FURTHER: "далее затем впоследствии",
    T.NEXT: "следующий следующего следующем следующей след",
    T.NOISE: "включительно нового новый календарный календарного календарном открыто исполнения "
    "дата датой даты крайний ориентировочно примерно включая чем основе минимум",
}
HOUR = "час"
HOLIDAY = "день"
SEMESTER = "сем"
OF_ALL = ("ый", "ий")
"""How the word ends that stands before it: the International Day."""
NEW = "нового"
DATES_PLURAL = frozenset(("числа", "числах"))
SHIFTS = frozenset(("после", "перед", "накануне", "через"))
PER_UNITS = {
    "четвертям": "term",
    "триместрам": "trimester",
    "полугодиям": "halfyear",
    "семестрам": "halfyear",
    "кварталам": "quarter",
    "месяцам": "month",
    "неделям": "week",
    "годам": "year",
}
SUBSTITUTES = {"о": "0", "o": "0", "з": "3", "б": "6", "l": "1", "|": "1", "i": "1"}
"""Letters that scanners put for digits."""
LATIN_TWINS = str.maketrans("aceopxykmthb", "асеорхукмтнв")
"""Latin letters that look like Cyrillic ones, inside a Cyrillic word."""
PLAINER = str.maketrans({"ё": "е", "і": "i"})
LETTERS = "а-яa-z"
CYRILLIC = "а-я"
DIGIT_LIKE = "0-9ozl|iозб"
ORDINAL_ENDINGS = "ого|его|ому|ему|ая|ое|ый|ой|ую|ые|ых|ти|го|му|й|я|е|ю|х|м"
QUOTES = frozenset("\"'«»“”„`_*•·")
SOFT_NOMINATIVE, SOFT_CASES = "ь", ("ь", "я", "е", "ю")
ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9}
ROMAN_TWINS = {
    sign: number
    for number, signs in ((2, "п li il ll"), (3, "ш пi lll lii iil ill"), (4, "iу 1у iч iy lv"))
    for sign in signs.split()
}
"""What scanners make of Roman numbers; meant so only before the name of a term."""


LONGEST_ENDING = 5
SPAN_OF_DAYS = re.compile(r"(?:дневн|недельн|месячн)(?:ый|ого|ом)$")
"""How a word ends that sets a term by its length: within a three-day term."""


def _expand() -> tuple[dict[str, tuple[T, int]], list[tuple[str, T, int]]]:
    whole: dict[str, tuple[T, int]] = {}
    prefixes: list[tuple[str, T, int]] = []

    def add(kind: T, value: int, patterns: str) -> None:
        for pattern in patterns.split():
            if pattern.endswith("*"):
                prefixes.append((pattern[:-1], kind, value))
            else:
                whole.setdefault(pattern, (kind, value))

    for form, month in MONTH_FORMS.items():
        whole[form] = (T.MONTH, month)
    for kind, numbered in _NUMBERED.items():
        for value, patterns in numbered:
            add(kind, value, patterns)
    for kind, patterns in _WORDS.items():
        add(kind, 0, patterns)
    return whole, prefixes


_WHOLE, _PREFIXES = _expand()


def classify(word: str) -> tuple[T, int]:
    """The kind of a lower-case word and its number, when it has one."""
    if found := _WHOLE.get(word):
        return found
    if word in ADVERBS or any(word.startswith(stem) for stem in _ADVERB_STEMS):
        return T.ADVERB, 0
    for prefix, kind, value in _PREFIXES:
        if word.startswith(prefix) and len(word) - len(prefix) <= LONGEST_ENDING:
            return kind, value
    return (T.RELATIVE, 0) if SPAN_OF_DAYS.search(word) else (T.WORD, 0)


def adverb(word: str) -> tuple[int, int, str]:
    """How often an adverb of frequency says: times, every so many, unit."""
    if word in ADVERBS:
        return ADVERBS[word]
    return next(ADVERBS[full] for stem, full in _ADVERB_STEMS.items() if word.startswith(stem))
