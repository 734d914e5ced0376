"""The words of a meeting to come, beside those of vocabulary.py."""

import re

# Before this hour nobody meets: "at 3" is in the afternoon, or else is asked.
EARLIEST_HOUR = 8

_PART = r"(?: ?(?P<part>утра|дня|вечера))?"
_HOUR = r"(?P<hour>[01]?\d|2[0-3])"
CLOCKS = tuple(
    re.compile(pattern)
    for pattern in (
        # "From 15 to 16", "15:00-15:45": the first of the two.
        rf"\b(?:с |от )?{_HOUR}(?:[:.-](?P<minute>[0-5]\d))?"
        rf" ?(?:до|[-–—]) ?\d{{1,2}}\b(?:[:.-][0-5]\d)?{_PART}",
        rf"\b(?:в|к|на|с) {_HOUR}(?:[:.\- ](?P<minute>[0-5]\d)(?!\d|\.\d| ?мин))"
        rf"(?: ?ч\w*\b)?{_PART}",
        rf"\b(?:в|к|на|с) {_HOUR}(?P<minute>)"
        r"(?! ?(?:мин|м\b|[./]\d|-?го\b|числ|янв|фев|мар|апр|ма[йя]|ию|авг|сен|окт|ноя|дек|урок))\b"
        rf"(?: ?(?:ч|час|часа|часов)\b)?{_PART}",
        rf"(?<![\d.:]){_HOUR}:(?P<minute>[0-5]\d)(?!\d){_PART}",
        # With a dot, where it is no date.
        rf"(?<![\d.:]){_HOUR}\.(?P<minute>00|1[3-9]|[2-5]\d)(?![\d.]){_PART}",
    )
)
DAYS = {
    re.compile(r"\bпослезавтра\b"): 2,
    re.compile(r"\bзавтра(?:шн\w+)?\b"): 1,
    re.compile(r"\bсегодня(?:шн\w+)?\b|\bс[еи]дня\b"): 0,
}
COUNTED = {"два": 2, "три": 3, "четыре": 4, "пять": 5}
IN_DAYS = re.compile(
    r"через (?:(?P<week>неделю)|(?:(?P<count>\d|два|три|четыре|пять) )?(?:день|дня|дней))"
)
AGREED = re.compile(
    r"\bвстр[еи][чт](?:аемся|аюсь|имся)\b|\bвстречусь\b|\bувидимся\b|"
    r"\bдоговорил\w* (?:с \w+ )?на\b|"
    r"\b(?:назнач|заплан)(?:ь|ьте|и|ите|ируй|ируйте|им|имо)\b|\bпланиру(?:ю|ем)\b|"
    r"\bсобира(?:юсь|емся)\b|\bбуд(?:у|ем|ет)\b"
)
LINK = re.compile(r"https?://\S+")
ONLINE = re.compile(r"\b(?:онлайн|созвон\w*|созвонимся|видео\w*|зум\w*|скайп\w*|телемост\w*)\b")
PLACES = {
    "school": re.compile(
        r"\b(?P<place>в (?:каб(?:инет)?\w{0,2}\.? ?№? ?\d+\w?|кабинете \w+|библиотеке|столовой|"
        r"актов\w+ зале|спортзале|классе|школе|учительской|лаборатории|музее школы))"
    ),
    "outside": re.compile(
        r"\b(?P<place>(?:в|на) (?:парке|кафе|кино|музее|театре|технопарке|стадионе|катке|выставке|"
        r"площади|набережной|заводе|вузе|университете|колледже|лесу|поход\w*))"
    ),
}
