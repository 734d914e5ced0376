"""The Russian words of a meeting told in one line: the one place of this package for them.

Texts are compared in lower case, with the letter yo written as ye.
"""

import re

WEEKDAYS = ("понедельник", "вторник", "сред", "четверг", "пятниц", "суббот", "воскресен")
SHORT_WEEKDAYS = ("пн", "вт", "ср", "чт", "пт", "сб", "вс")
# The beginnings of the months' names, in the order of the year.
MONTHS = tuple(["янв", "фев", "мар", "апр", "ма", "июн", "июл", "авг", "сен", "окт", "ноя", "дек"])
NUMBERS = {
    "один": 1,
    "одну": 1,
    "два": 2,
    "две": 2,
    "пару": 2,
    "три": 3,
    "четыре": 4,
    "пять": 5,
    "шесть": 6,
    "семь": 7,
    "восемь": 8,
    "девять": 9,
    "десять": 10,
    "пятнадцать": 15,
    "двадцать": 20,
    "тридцать": 30,
    "сорок": 40,
    "пятьдесят": 50,
    "шестьдесят": 60,
    "девяносто": 90,
}
_COUNT = r"(?P<count>\d{1,4}(?:[.,]\d)?|" + "|".join(NUMBERS) + ")"
_DAY = r"(?P<day>\d{1,2})"
_MONTH_WORD = (
    r"(?P<word>(?:янв|фев|апр|авг|сен|окт|ноя|дек)\w{0,6}\b\.?|мар(?:та?)?\b\.?|ма[йя]\b|"
    r"ию[нл][ья]?\b)"
)
_WEEKDAY = "|".join([f"(?:{stem}\\w*)" for stem in WEEKDAYS] + list(SHORT_WEEKDAYS))

# Each is looked for in this order; what one has taken no other reads again.
SPANS: dict[str, re.Pattern[str]] = {
    name: re.compile(pattern)
    for name, pattern in {
        "from_to": r"\b(?:с|от)? ?(?P<h1>[01]?\d|2[0-3])(?:[:.\-](?P<m1>[0-5]\d))? ?(?:ч\w*)? ?"
        r"(?:до|по|[-–—]) ?(?P<h2>[01]?\d|2[0-3])[:.\-](?P<m2>[0-5]\d)\b",
        "at": r"\b(?:в|к|около) (?P<hour>[01]?\d|2[0-3])"
        r"(?:[:](?P<minute>[0-5]\d)|\.(?P<dotted>[0-5]\d)(?!\.?\d)| ?(?:ч|час|часа|часов)\b)"
        r"(?: (?:утра|дня|вечера))?",
        "hours_minutes": r"\b(?P<hours>\d{1,2}|один|два|две)? ?(?:час|часа|ч)\.? ?(?:и )?"
        r"(?P<minutes>\d{1,2}) ?(?:минут\w*|мин|м)\b\.?",
        "minutes": r"\b(?:минут|мин) (?P<about>\d{1,3})\b|" + _COUNT + r" ?(?:минут\w*|мин|м)\b\.?",
        "half_hour": r"\bпол[ -]?часа\b|\bполчасика\b",
        "hour_and_half": r"\bполтора часа?\b|\bполтора ч\b",
        "hours": _COUNT + r" ?(?:часа|часов|час|часик\w*|ч)\b\.?",
        "one_hour": r"\b(?:около |примерно |почти |целый )?(?:час|часа|часик|часок)\b",
        "lessons": r"\b(?P<lessons>\d|один|два|две|три) урок(?:а|ов)?\b",
        "iso": r"\b(?P<year>20\d\d)-(?P<month>\d\d)-(?P<day>\d\d)\b",
        "numeric": r"\b"
        + _DAY
        + r"[./](?P<month>\d{1,2})(?:[./](?P<year>20\d\d|\d\d))?\b\.?(?: ?г\b\.?)?",
        "named": r"\b"
        + _DAY
        + r"(?:-?го|-?ое)? ?"
        + _MONTH_WORD
        + r"(?: (?P<year>20\d\d))?(?: ?г\w*\b\.?)?",
        "day_only": r"\b" + _DAY + r"(?:-?го|-?ого|-?ое| числа)\b(?: числа)?",
        "days_ago": r"\b(?:" + _COUNT + r" )?(?:день|дня|дней) назад\b",
        "weeks_ago": r"\b(?:"
        + _COUNT
        + r" )?(?:неделю|недели|недель) назад\b|\bна (?:прошлой|той) неделе\b",
        "before_yesterday": r"\bпоза ?вчера\w*\b",
        "yesterday": r"\bвчера(?:шн\w+)?\b|\bвчерась\b|\bвчора\b|\bвчира\b",
        "today_": r"\bс[еи]г[оа]дня(?:шн\w+)?\b|\bсегоня\b|\bтолько что\b|\bсейчас\b",
        "upcoming": r"\b(?:после)?завтра\w*\b|\bчерез (?:\w+ )?(?:день|дня|дней|недел\w+|час\w*)\b|"
        r"\b(?:в|на) следующ\w+ \w+\b",
        "weekday": r"\b(?:во? )?(?P<last>прошл\w+ |эт\w+ |минувш\w+ )?(?P<weekday>"
        + _WEEKDAY
        + r")\b",
    }.items()
}

KINDS: dict[str, re.Pattern[str]] = {
    "acquaintance": re.compile(r"\bзнаком(?:ство|ились|ились|илась|ился|ства)\b|\bпознаком\w+"),
    "trial": re.compile(r"\bпробн\w+"),
    "planning": re.compile(
        r"\bпланировани[ею]\b|\b(?:составил|наметил|написал)\w* (?:\w+ )?план\b(?! урок)"
    ),
    "final": re.compile(
        r"\bитогов\w+|\bзаключительн\w+|\bпоследн\w+ встреч\w+|\bподвел\w* итог\w*"
    ),
    "working": re.compile(r"\bрабоч\w+ встреч\w+"),
}
NOT_HELD = re.compile(
    r"\bне (?:состоял|встрет|виде|приш|яви|получил|удал|смог|был|вышл)\w*|"
    r"\bотмен\w+|\bперен[ео]с\w*|"
    r"\bсорвал\w*|\bпропустил\w*|\bзаболел\w*|\bпрогул\w*"
)
EVERYBODY = re.compile(
    r"\b(?:с[ао]? )?(?:вс(?:ей|еми|е) (?:групп\w+|ребят\w*|моими|вместе)|всеми|групп(?:ой|а)|"
    r"ребятами|обоими)\b"
)
TOLD = re.compile(
    r"\bвстре[чт]\w*|\bвидел\w*|\bзанима\w+|\bпозанима\w+|\bразобра\w+|\bразбир\w+|\bпоговор\w+|"
    r"\bобсуд\w+|\bобсужд\w+|\bбеседов\w+|\bсозвон\w+|\bзанятие\b|\bпровел\w*|\bрешал\w*"
)
# Names that are common words too: names only with a capital letter or behind a preposition.
COMMON_WORDS = frozenset(
    word
    for line in (
        "вера веру вере верой надежда надежду любовь роман романа романе лев слава славу роза",
        "света свете поля поле полю лиса лису мила тема темы теме тему темой рус ника яна коле",
        "марго матвей мир мира рома саня",
    )
    for word in line.split()
)
WITH = re.compile(r"(?:^|\W)(?:с|со|c|у|для|к|ко) $")
# What may stand between two people who came together.
AND = re.compile(r"^\W*(?:и|да|плюс|\+|,)\W*$")
# What is left hanging at the ends of a note when the rest was taken out.
_SMALL = (
    "с|со|в|во|на|у|и|а|но|мы|я|к|был|была|было|были|встреча|встречались|встретились|встретился|"
    "встретилась|виделись|занимались|позанимались|провел|провела|около|примерно|где|то|часов|дня|"
    "утра|вечера|по|за|это|от|длилась|длительность|ровно"
)
HANGING_START = re.compile(rf"(?:\W|\b(?:{_SMALL})\b)+")
HANGING_END = re.compile(r"(?:[^\w.!?)»]|\b(?:с|со|в|во|на|у|и|около|примерно|по|за)\b(?=\W*$))+$")
