"""The Russian words roadmaps are recognised by, apart from those of deadlines."""

from __future__ import annotations

import re


def _spaced(verbs: str) -> str:
    """Any of the words, also written with a space between the letters."""
    return "|".join(r"\s*".join(verb) for verb in verbs.split())


# Headings of columns: the first pattern that matches decides.
NUMBER_HEADING = re.compile(r"^(?:№|n{1,2}\b|no\b|#|п\s*[/.\\]?\s*п\b|номер)", re.IGNORECASE)
START_HEADING = re.compile(r"\bначал", re.IGNORECASE)
FINISH_HEADING = re.compile(r"\b(?:окончани|завершени|конец)", re.IGNORECASE)
FACT_HEADING = re.compile(r"\bфакт", re.IGNORECASE)
REMARK_HEADING = re.compile(r"отметк|примечан|комментар", re.IGNORECASE)
DEADLINE_HEADING = re.compile(
    r"\bсрок|\bдат[аыу]\b|\bпериод\b|\bвремя\b|\bмесяц\b|\bкогда\b|"
    r"период[а-я]* (?:исполн|провед|реализ)",
    re.IGNORECASE,
)
# The hour, where another column has the day; a place in the column of days.
HOUR_HEADING = re.compile(r"^время(?:\s+(?:проведения|начала))?$", re.IGNORECASE)
PLACE_HEADING = re.compile(r"\bмест[оа]\b", re.IGNORECASE)
EXECUTOR_HEADING = re.compile(
    r"ответствен|исполнител|\bкто\b|\bкоординатор|\bкуратор", re.IGNORECASE
)
RESULT_HEADING = re.compile(
    r"результат|документ|продукт|\bвыход|показател|отч[её]тн|подтвержд|\bитог", re.IGNORECASE
)
OTHER_HEADING = re.compile(
    r"\bформ[аы]\b|участник|категори|аудитори|\bмест[оа]\b|объ[её]м|финанс|источник|ресурс|\bцел[ьи]\b|"
    r"^(?:класс|групп[аы]$|возраст|кол-?во|количеств|день недели|предмет$)",
    re.IGNORECASE,
)
ACTIVITY_HEADING = re.compile(
    r"мероприят|содержан|действи|\bактивност|^что(?:\s+(?:делаем|делать|сделать|будет сделано|"
    r"нужно сделать|предстоит сделать))?\s*\??$",
    re.IGNORECASE,
)
SECTION_HEADING = re.compile(
    r"\bэтап|раздел|направлен|\bблок|\bзадач|\bмодул|^(?:учебный )?год$", re.IGNORECASE
)
# What is done, and in the same cell when: "Activity (deadline)".
DATED_ACTIVITY = re.compile(
    r"^(?:наименование\s+)?(?:мероприят|содержан)[^(,;/]*(?:[(,;/]|\sи\s)\s*срок", re.IGNORECASE
)
NAME_HEADING = re.compile(
    r"наименован|назван|\bвид|\bработ|\bдел[оа]\b|\bтема|\bшаг", re.IGNORECASE
)
# Of those names, the ones of something to be done and not of a person or a school.
WHAT_IS_DONE = re.compile(r"^(?:тем[аы]|вид[ы]? работ|дел[оа]|шаг)\b", re.IGNORECASE)

YEAR_COLUMN = re.compile(r"^(?:учебный )?год$", re.IGNORECASE)
DAY_HEADING = re.compile(r"^(?:число|числа|день|дни|недел[яи]|декад[аы])$", re.IGNORECASE)
# A heading of nothing but a year: "2026 год", "2026-2027 учебный год".
YEAR_TITLE = re.compile(
    r"^\W*(?:на\s+)?20\d\d(?:\s*[-–—/]\s*(?:20)?\d\d)?\s*(?:уч[а-я.]*\s*)?(?:г\w*)?\W*$",
    re.IGNORECASE,
)
# A column of a quarter or of half a year; the mere number where a heading above says of what.
PART_HEADING = re.compile(
    r"^(?P<number>[1-4]|I{1,3}|IV)(?:\s*-?\s*(?:й|ый|е|ое))?\s*"
    r"(?P<part>кв(?:артал)?|полугодие|п/г|четв(?:ерть)?|триместр|семестр)?\.?$",
    re.IGNORECASE,
)
PARTS = (
    ("квартал", re.compile(r"\bкв(?:артал|\.)", re.IGNORECASE)),
    ("полугодие", re.compile(r"полугод|п/г|семестр", re.IGNORECASE)),
    ("четверть", re.compile(r"\bчетв", re.IGNORECASE)),
    ("триместр", re.compile(r"\bтриместр", re.IGNORECASE)),
)

SECTION_WORD = re.compile(
    r"^(?:(?:раздел|этап|блок|направление|модуль|часть|задача)\s*№?\s*(?P<after>\d+|[IVX]+)"
    r"|(?P<before>\d+|[IVX]+)(?:\s*-?\s*(?:й|ый|ой|ая))?\s+(?:этап|раздел|блок|модуль))\b[.:)]?\s*",
    re.IGNORECASE,
)
PEOPLE = re.compile(
    r"директор|заместител|куратор|управлени|педагог|учител|администрац|ответствен|методист|"
    r"руководител|наставник|психолог|специалист|совет|отдел|школ|центр",
    re.IGNORECASE,
)
INITIALS = re.compile(r"^(?:[А-ЯЁ]\.\s?){1,2}\s?[А-ЯЁ][а-яё]+|^[А-ЯЁ][а-яё]+ (?:[А-ЯЁ]\.\s?){1,2}")
INITIAL = re.compile(r"\b[А-ЯЁ]\.")
SURNAMES = re.compile(r"^[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?(?:\s*,\s*[А-ЯЁ][а-яё]+)*$")
ENDS_WITH_INITIAL = re.compile(r"\b[А-ЯЁ]\.$")
TITLE_MARK = re.compile(
    r"дорожн\w+\s+карт|план\w*(?:\s+основных)?\s+мероприяти|план\w*[\s-]+(?:график|работы)|"
    r"календарный план|комплекс мер|циклограмм|"
    r"^\W*план\b|^\W*(?:сетевой )?график\b|^\W*перечень мероприяти",
    re.IGNORECASE,
)
PLAN_NAMED = re.compile(r"\b(?:план\w{0,3}|график\w{0,2}|карт[аыуе])\b", re.IGNORECASE)
APPENDIX = re.compile(
    r"^(?:приложени|утвержд|согласован|к\s+(?:приказу|письму|постановлен|распоряж))", re.I
)
REFERENCE_TO_ORDER = re.compile(
    r"^(?:к\s|приказ|протокол|распоряж|постановл|утвержд|от\b|«|№|\d|приложени|из\s)", re.IGNORECASE
)
FOREIGN_AUTHORITY = re.compile(r"минист|минпросвещ|минобр|правительств|федерац|рф\b", re.IGNORECASE)
_COMMANDS = (
    "приказываю приказывает распоряжаюсь распоряжается постановляю постановляет обязываю"
    " обязывает решил решила решили"
)
_REQUESTS = "предлагаю|рекомендую|поручаю|прошу"
ORDERS = re.compile(
    rf"(?<!\w)(?:(?:{_spaced(_COMMANDS)})\s*:?"
    rf"|(?:{_REQUESTS})(?:\s+вас)?\s*:)\s*(?:$|(?=\d{{1,2}}[.)]\s))",
    re.IGNORECASE,
)
SUBJECT = re.compile(r"^«?Об?\s+[а-яё]")
APPROVES = re.compile(r"\bутвердить\s.*(?:план|дорожн|карт|программ|мероприяти)", re.IGNORECASE)
# What an order calls itself, where no verb stands between its preamble and its clauses.
ORDER_NAME = re.compile(
    rf"^(?:{_spaced('приказ распоряжение постановление')})(?!\w)", re.IGNORECASE
)
ORDER_ENDS = re.compile(
    r"^(?:приложени|положение\s*$|дорожная карта|план мероприятий|утвержд[её]н|с приказом|"
    r"исп(?:олнитель|\.)|"
    r"(?:и\.\s?о\.\s*)?(?:начальник|директор|руководител|заведующ|глава)[а-я]*\b(?!.*\bобеспеч))",
    re.IGNORECASE,
)
INFINITIVE = re.compile(
    r"\b[а-яё]{3,}(?:ать|ять|еть|ить|оть|уть|ыть|сти|зти|чь)(?:ся)?\b", re.IGNORECASE
)
NOT_INFINITIVES = frozenset(
    (
        "деятельность",
        "часть",
        "область",
        "сеть",
        "память",
        "новости",
        "печать",
        "отчетность",
        "мать",
    )
)
SIGNATURE = re.compile(r"^(?:[А-ЯЁ]\.\s?){1,2}\s?[А-ЯЁ][а-яё-]+$")
FROM_MARK = re.compile(r"\bот\b\s*", re.IGNORECASE)
_MONTHS_IN = "январе|феврале|марте|апреле|мае|июне|июле|августе|сентябре|октябре|ноябре|декабре"
_MONTHS_OF = "января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря"
LIMITS = re.compile(
    r"\b(?:в\s+срок\b|до\b|не\s+позднее\b|к\b|по\b|ежемесячно|ежеквартально|еженедельно|ежегодно|"
    r"не\s+реже\b|(?:\d|один|раз|два|дважды|три)(?:\s+раза?)?\s+в\s+(?=год|полуг|четв|кварт|мес|нед)|"
    r"в\s+период\s+с\b|в\s+срок:|срок(?:\s+исполнения)?\s*[:–-]|с(?=\s+\d)|"
    rf"в(?=\s+(?:{_MONTHS_IN})\b)|"
    r"в\s+течение(?=\s+(?:\d|(?:одн|дв|тр|пят|десят)\w+\s|недели|месяца|суток)))"
    r"|(?<!от )(?<!от «)(?<!\bс )(?<!\bпо )(?<![\d.])"
    rf"\b\d{{1,2}}(?:\.\d\d\.20\d\d\b|\s+(?:{_MONTHS_OF})(?:\s+20\d\d\b|(?=\s*(?:[.;,]|$))))",
    re.IGNORECASE,
)
SUBCLAUSE = re.compile(r"^(?:[-–—•]|(?:\d{1,2}|[а-яё])\))\s*", re.IGNORECASE)
PAGE_MARK = re.compile(
    r"^(?:-\s*)?(?:стр(?:аница|\.)?\s*)?\d{1,3}(?:\s*(?:из|/)\s*\d{1,3})?(?:\s*-)?$", re.I
)
FROM = "с {start}"
FROM_TO = "с {start} по {end}"
SCHOOL_YEARS = re.compile(r"уч[а-я]*\.?\s*(?:г|год)", re.IGNORECASE)
OF_SCHOOL_YEAR = r"\s*уч[а-я]*\.?\s*г[а-я.]*"
SCHOOL_YEARS_PLURAL = "учебные годы"
FROM_YEAR_TO_YEAR = re.compile(
    r"\bс\s+(20\d\d)\s*(?:г[а-я.]*\s*)?по\s+(20\d\d)(?!\d)", re.IGNORECASE
)
FULL_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
LOWER_START = re.compile(r"^(?:[а-яё,;:)]|[-–—•]\s)")
"""How a text begins that goes on from the row above."""
UPPER = "А-ЯЁA-Z"

MERE_DAYS = re.compile(r"^(?:(?:до|к)\s+)?\d{1,2}(?:\s*[-–—]\s*\d{1,2})?\.?$")
"""A deadline of days alone: its month is the heading above it."""

FOR_MONTH = re.compile(r"\bна\s+([а-я]{3,8})(?:\s+месяц)?\s+20\d\d\b", re.IGNORECASE)
"""The month a plan is for, in its title."""
MERE_WEEKS = re.compile(
    r"^(?:[1-5]|I{1,3}|IV|перв|втор|трет|четв[её]рт|последн)[а-я\d,и\s–—-]*(?:недел|декад)[а-я]*$",
    re.IGNORECASE,
)
WEEKS = re.compile(r"^(?:недел|декад)", re.IGNORECASE)
ALL_MONTH = re.compile(r"^(?:в\s+течение\s+)?(?:всего\s+)?(?:месяца?|весь месяц)$", re.IGNORECASE)
IN_MONTH = "{month}, {part}"
"""A week of a month, in the column beside the month or below its heading."""

CLAUSES = "Поручения приказа"
CLAUSE = "п. {number}"
"""How the clauses of an order stand beside the rows of its table."""
