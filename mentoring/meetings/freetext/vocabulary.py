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
    "двацать": 20,
    "тридцать": 30,
    "трицать": 30,
    "сорок": 40,
    "пятьдесят": 50,
    "шестьдесят": 60,
    "семьдесят": 70,
    "восемьдесят": 80,
    "девяносто": 90,
}
_ONES = "|".join(word for word, number in NUMBERS.items() if number < 10)
_TENS = "|".join(word for word, number in NUMBERS.items() if number > 15)
WORDED = rf"(?:{_TENS}) (?:{_ONES})|" + "|".join(NUMBERS)
# Not the tail of a fraction, a clock or a stretch.
NUMBER = rf"(?<!\d)(?<!\d[/:.,])\d{{1,4}}(?:[.,]\d)?|\b(?:{WORDED})\b"
_COUNT = rf"(?P<count>{NUMBER})"
# Days of the month, as in "of the twelfth".
_ORDERED = """
    первого второго третьего четвертого пятого шестого седьмого восьмого девятого десятого
    одиннадцатого двенадцатого тринадцатого четырнадцатого пятнадцатого шестнадцатого
    семнадцатого восемнадцатого девятнадцатого двадцатого
"""
ORDINALS = {word: number for number, word in enumerate(_ORDERED.split(), 1)}
ORDINALS |= {
    f"двадцать {word}": 20 + number for word, number in list(ORDINALS.items()) if number < 10
}
ORDINALS |= {"тридцатого": 30, "тридцать первого": 31}
_ORDINAL = "|".join(sorted(ORDINALS, key=len, reverse=True))
_DAY = r"(?P<day>\d{1,2})"
_MONTH_WORD = (
    r"(?P<word>(?:янв|фев|апр|авг|сен|окт|ноя|дек)\w{0,6}\b\.?|мар(?:та?)?\b\.?|ма[йя]\b|"
    r"ию[нл][ья]?\b)"
)
_MONTH_LOOK = r"(?:янв|фев|мар|апр|ма[йя]|ию[нл]|авг|сен|окт|ноя|дек)"
# "Wednes-" alone begins other words: "middle", "means"; "Satur-" that of a day of work.
_SHORT_STEMS = {"сред": r"сред(?:а|у|е|ы|ой|ам)\b", "суббот": r"суббот(?:а|у|е|ы|ой|ам)\b"}
WEEKDAY_STEMS = tuple(_SHORT_STEMS.get(stem, rf"{stem}\w*") for stem in WEEKDAYS)
_WEEKDAY = "|".join((*WEEKDAY_STEMS, *SHORT_WEEKDAYS))

# "Yesterday's lesson" may be any; "yesterday's meeting" is this one.
_THE_MEETING = r"(?= (?:встреч|заняти|консультац|бесед|разговор|созвон))"

# Each is looked for in this order; what one has taken no other reads again.
SPANS: dict[str, re.Pattern[str]] = {
    name: re.compile(pattern)
    for name, pattern in {
        # Two days or more of one month.
        "several": r"(?<![\d.:])\d{1,2}(?:-?го)?(?: ?(?:,|и|или|по|на|[-–—]) ?\d{1,2}(?:-?го)?)+ ?"
        rf"(?:{_MONTH_LOOK}\w*|[./]\d{{1,2}}\b(?!\.\d)|числа\b)|"
        r"\bкаждый день\b|\bежедневно\b|\bс \d{1,2} на \d{1,2}\b",
        "from_to": r"\b(?:с|от)? ?(?P<h1>[01]?\d|2[0-3])(?:[:.\-](?P<m1>[0-5]\d))? ?(?:ч\w*)? ?"
        r"(?:до|по|[-–—]) ?(?P<h2>[01]?\d|2[0-3])[:.\-](?P<m2>[0-5]\d)\b",
        "range": r"\b\d{1,3}(?:[.,]\d)? ?[-–—] ?\d{1,3}(?:[.,]\d)? ?"
        r"(?:минут\w*|мин|м|час\w*|ч)\b\.?|"
        r"\b(?:минут|мин) \d{1,3} ?[-–—] ?\d{1,3}\b",
        "hour_to_hour": r"\b(?P<lead>с |от )?(?P<h1>[01]?\d|2[0-3])(?: ?(?:часов|часа|ч))?"
        r"(?P<to> до | ?[-–—] ?)"
        rf"(?P<h2>[01]?\d|2[0-3])\b(?![:./]\d| ?{_MONTH_LOOK}| числ| мин)(?: ?(?:часов|часа|ч)\b)?",
        "at": r"\b(?:в|к|около) (?P<hour>[01]?\d|2[0-3])"
        r"(?:[:](?P<minute>[0-5]\d)|\.(?P<dotted>[0-5]\d)(?!\.?\d)| ?(?:ч|час|часа|часов)\b)"
        r"(?: (?:утра|дня|вечера))?",
        "hours_minutes": r"(?:\b(?P<hours>\d{1,2}|один|два|две|три) ?(?:час|часа|ч)|\bчас)"
        r"(?![^\W\d])\.? ?(?:и )?"
        rf"(?P<minutes>{NUMBER})(?![:./]?\d| числа| ?{_MONTH_LOOK})"
        r"(?P<sure> ?(?:минут\w*|мин|м)\b\.?|"
        r"(?= ?(?:$|[,.;!]|[су] |вчера|сегодня|в )| \w+ли\b))?",
        "late": r"\b(?:[оа]п[оа]зд|задержал)\w+ (?:на )?(?:\w+ ){1,2}?мин\w*",
        "minutes": rf"\b(?:минут|мин) (?:на )?(?P<about>{NUMBER})\b|"
        rf"{_COUNT} ?(?:(?:минут\w*|мин|м)\b\.?|['’′])",
        "adjective": r"\b(?:(?P<count>\d{1,3}) ?-? ?)?(?:\w+)?минутн\w+",
        "with_half": rf"\b(?P<whole>\d|{_ONES}) с половиной (?:час\w*|ч)\b",
        "half_hour": r"\bпол[ -]?часа\b|\bполчасика\b|\bполучаса\b|\bполчас\b",
        "hour_and_half": r"\bполтор[аы] (?:час(?:а|ика)?|ч)\b|\bчас(?:а|ика) полтора\b",
        "quarters": r"\b(?P<three>3/4|три четверти)? ?(?(three)|четверть) ?часа\b",
        "hours": rf"\b(?:часа|часов|часика) (?P<about>два|три|четыре|пять|[2-5])\b|"
        rf"{_COUNT} ?(?:часа|часов|час|часик\w*|ч)\b\.?",
        "one_hour": r"\b(?P<vague>(?:больше|более|меньше|менее|треть|\d[/:]\d+) )?"
        r"(?:около |примерно |целый )?(?<!классный )(?<!классного )(?:час|часа|часу|часик|часок)\b",
        "clock_or_length": r"(?<![\d:.])(?P<hours>[0-3]):(?P<minutes>[0-5]\d)\b",
        "twice": r"\b(?:дважды|(?:2|3|два|две|три) (?:раза|встречи|занятия))\b",
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
        "named_in_words": rf"\b(?P<day>{_ORDINAL}) {_MONTH_WORD}"
        r"(?: (?P<year>20\d\d))?(?: ?г\w*\b\.?)?",
        "day_only": r"\b" + _DAY + r"(?:-?го|-?ого|-?ое| числа)\b(?: числа)?",
        "day_in_words": rf"\b(?P<day>{_ORDINAL})\b(?P<sure> числа\b)?",
        "days_ago": r"\b(?:" + _COUNT + r" )?(?:день|дня|дней) назад\b|"
        rf"\b(?:дня|дней) (?P<about>{NUMBER}) назад\b",
        "weeks_ago": r"\b(?:"
        + _COUNT
        + r" )?(?:неделю|недели|недель|месяц\w*) назад\b|\bна (?:прошлой|той) неделе\b|"
        r"\bв (?:прошлом|том) (?:\w+ )?(?:году|месяце)\b",
        "about_then": r"\bна (?:днях|этой неделе|вых(?:ах|одных)\w*)\b|\bв выходные\b|\bнедавно\b|"
        r"\bв (?:начале|середине|конце) \w+\b|\bв прошлый раз\b|"
        rf"\bв (?:прошлом )?{_MONTH_LOOK}\w*е\b",
        "before_yesterday": r"\b(?P<more>(?:поза ?)+)вчера\w*\b",
        "yesterday": rf"\b[вф]ч[еи]ра(?:шн\w+{_THE_MEETING})?\b|\bвчерась\b|\bвчора\b",
        "today_": rf"\bс[еи][гв][оа]дня(?:шн\w+{_THE_MEETING})?\b|\bсегоня\b|\bс[еи]дня\b|"
        r"\bсення\b|\bтолько что\b|\bсейчас\b|\bсег\b",
        "upcoming": rf"\b(?:после)?завтра(?:шн\w+{_THE_MEETING})?\b|"
        r"\bчерез (?:\w+ )?(?:день|дня|дней|недел\w+|час\w*)\b|"
        r"\b(?:в|на) след(?:ующ\w+)?\.? \w+\b",
        "weekday": r"\b(?:во? |ф )?"
        r"(?P<last>(?:поза)?прошл\w+ |эт\w+ |минувш\w+ |предыдущ\w+ )?(?P<weekday>"
        + _WEEKDAY
        + r")\b",
    }.items()
}

DAY_SPANS = ("several", "at", *list(SPANS)[list(SPANS).index("iso") :])
LENGTH_SPANS = tuple(name for name in SPANS if name not in DAY_SPANS)

# "A trial exam" is talked of at a meeting, "a trial one" is it.
_KIND_ENDS = (
    r"(?=\s*(?:$|[,.;!\d]|рабоч|встреч|заняти|консульт|провел|с\b|у\b|и\b|вчера|сегодня|\w*час))"
)
# Words of a day in which a slip of the pen is still seen; of some, how many days ago it was.
SLIPS_NEAR = {"сегодня": 0, "вчера": 1, "позавчера": 2}
SLIPS = (
    *("понедельник", "вторник", "четверг", "пятницу", "пятница", "субботу", "суббота"),
    *("воскресенье", *SLIPS_NEAR),
)
KINDS: dict[str, re.Pattern[str]] = {
    "acquaintance": re.compile(r"\bзнаком(?:ство|ились|ились|илась|ился|ства)\b|\bпознаком\w+"),
    "trial": re.compile(r"\bпробн(?!ик)\w+" + _KIND_ENDS),
    "planning": re.compile(
        r"\bпланировани[ею]\b|\b(?:составил|наметил|написал)\w*\s+(?:\w+\s+){0,3}план\b"
        r"(?=\s*(?:$|[,.;!]|на\b|работ|развит|встреч|действ|с\b|за\b|вчера|сегодня|\d))"
    ),
    "final": re.compile(
        r"\b(?:итогов|заключительн)\w+"
        + _KIND_ENDS
        + r"|\bпоследн\w+ встреч\w+|\bподвел\w* итог\w*\b"
        r"(?!\s+(?:четверт|полугод|недел|месяц|урок))"
    ),
    "working": re.compile(r"\bрабоч\w+ встреч\w+|\bрабочая" + _KIND_ENDS),
}
# Of the next meeting, told along with one that was.
NEXT_TIME = re.compile(
    r"\bслед(?:ующ\w+)?\.? (?:встреч|раз|заняти)\w*|\bдоговорил\w*|\bвстретимся\b|\bувидимся\b|"
    r"\bготов\w+ к\b"
)
# Whose relative it was, or teacher: not the mentee.
SOMEBODY_OF = re.compile(
    r"\b(?:мам|пап|родител|бабушк|дедушк|брат|сестр|отц|учител|друз|друг|подруг)\w*(?: у)? $"
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
AND = re.compile(r"^ ?(?:и|да|плюс|\+) ?$")
# What is left hanging at the ends of a note when the rest was taken out.
_SMALL = (
    "с|со|в|во|на|у|и|а|но|мы|я|к|был|была|было|были|встреча|встречались|встретились|встретился|"
    "встретилась|виделись|занимались|позанимались|провел|провела|около|примерно|где|то|часов|дня|"
    "утра|вечера|по|за|это|от|длилась|длительность|ровно"
)
HANGING_START = re.compile(rf"(?:\W|\b(?:{_SMALL})\b)+")
HANGING_END = re.compile(r"(?:[^\w.!?)»]|\b(?:с|со|в|во|на|у|и|около|примерно|по|за)\b(?=\W*$))+$")

# A time that comes round.
COMES_ROUND = re.compile(
    r"\bкажд\w+\b(?: недел\w+)?|\bеженедельно\b|"
    r"\bпо (?=(?:пон|втор|сред|четв|пятн|субб|воск|пн|вт|ср|чт|пт|сб|вс))|"
    r"\bраз в недел\w+|\bраз в (?:две|2) недел\w+|\bчерез неделю\b|\bevery\b(?: week\b)?"
)
FORTNIGHT = re.compile(
    r"\b(?:раз в|кажд\w+) (?:две|2) недел\w+|\bчерез неделю\b|\bevery (?:two|2) weeks\b(?: on\b)?"
)
NTHS = {"перв": 1, "втор": 2, "трет": 3, "четверт": 4, "последн": -1}
NTH = re.compile(r"\b(?:перв|втор(?!н)|трет|четверт|последн)\w+")
OF_MONTH = re.compile(r"\b(?:каждого )?месяца?\b")
ROUND_DAYS = tuple(
    re.compile(rf"\b(?:{stem}\w*|{short}|{english}\w*)\b")
    for stem, short, english in zip(
        WEEKDAYS, SHORT_WEEKDAYS, ("mon", "tue", "wed", "thu", "fri", "sat", "sun"), strict=True
    )
)
ROUND_CLOCK = re.compile(
    r"\b(?:(?:в|к|at) (?P<hour>[01]?\d|2[0-3])(?:[:.\-](?P<minute>[0-5]\d))?(?: ?(?:ч|час\w*))?)\b"
    r"|(?P<bare>\b(?:[01]?\d|2[0-3])[:.][0-5]\d)$"
)
UNTIL = re.compile(
    r"\b(?:до|по|until|till) (?:(?P<end>конца (?:программы|(?:учебного )?года)|the end)|"
    r"(?P<day>\d{1,2}(?:[./]\d{1,2}(?:[./]\d{2,4})?| \w+(?: \d{4})?)))"
)
ROUND_REST = re.compile(r"(?:\W|\b(?:и|в|во|на|по|с|and|on)\b)*")
# What a line says beside it: how long, and that it is of meetings.
LENGTHS_BESIDE = tuple(
    re.compile(rf"(?:\bпо )?(?:{SPANS[name].pattern})")
    for name in ("minutes", "half_hour", "hour_and_half")
)
BESIDE_ROUND = frozenset(
    word
    for line in (
        "встреча встречи встречу встречаемся встречаться занимаемся заниматься занятие занятия",
        "будем давайте давай хочу хотим нас у мы",
    )
    for word in line.split()
)
# Behind the kind of a meeting: with whom.
WITH_WHOM = re.compile(r" (?:с|со) (\w+)")
OWN = frozenset({"наставляемым", "наставляемой", "моим", "моей", "нашим", "нашей", "группой"})
# How a mentee speaks of the partner, not by name.
MENTORS = ("наставник", "наставница")
