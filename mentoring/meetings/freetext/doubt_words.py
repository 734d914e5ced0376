"""The words that make a line about a meeting doubtful; of deeds and people see deed_words.py."""

import re

from mentoring.meetings.freetext.vocabulary import (
    NUMBER,
    SHORT_WEEKDAYS,
    WEEKDAY_STEMS,
    WORDED,
)


def any_of(*patterns: str) -> re.Pattern[str]:
    """One pattern of several."""
    return re.compile("|".join(patterns))


def among(said: str) -> frozenset[str]:
    """Words written one after another."""
    return frozenset(said.split())


# --- How long it was.
# "Not 40 but 50", "I mean": which of the two was meant is asked.
CORRECTED = any_of(
    r"\bне (?:\w+ ){1,3}а\b", r"\b(?:вернее|точнее|ошибся|ошиблась|поправка|то есть)\b"
)
ROUGHLY = any_of(
    r"\bакадем\w*", r"\b(?:полтора|пол) ?урока\b", rf"\bуже (?:{NUMBER}|час|пол)", r"\bитого\b",
    r"\bсуммарно\b", r"\bв сумме\b", r"^всего\b",
)  # fmt: skip
# "20 of them we waited."
PART_LOST = re.compile(
    rf"(?:{NUMBER}) (?:минут\w* |мин )?из (?:них|которых) (?:\w+ )?(?:[оа]п[оа]зд|\w*жда)\w*"
)
# A length whose number was not understood.
UNIT_LEFT = re.compile(r"\b(?:минут|минуток|мин|часов)\b")
# Said right before a length, or right behind it.
MORE_OR_LESS = re.compile(
    r"\b(?:почти|чуть|больше|более|меньше|менее|свыше|неполн\w+|без малого) (?:чем )?$"
)
MORE_BEHIND = re.compile(
    r"^ ?(?:или |и |с )?(?:чуть|немного|больше|более|меньше|менее|лишним|небольшим|хвост\w+|"
    r"копейк\w+)\b"
)
STILL_MORE = re.compile(
    r"^(?: \S+){0,2} и (?:еще )?(?:чуть|немного|еще)\b(?: чуть)? *(?:$|[,.;])|^ ?\+"
)
LESS = any_of(
    r"^ без (?:\d|пяти|десяти|пятнадцати|двадцати|четверти|пары|малого|копе)",
    r"^ до (?:начала|конца)",
    r"^ из (?:\d|них|котор|двух|трех|полутора|часа)",
)
# "2 x 45 minutes", "30+15".
TIMES = re.compile(r"\d ?[хx*×+] ?$")
NEXT_TO_LENGTH = any_of(
    r"полтор[аы]", r"\d{1,3}", WORDED, "пяти", "десяти", "пятнадцати", "двадцати"
)
ENDED = any_of(
    r"\b(?:законч|окончил|заверш)\w*", r"\bдо \d", r"\bпол ?дня\b", r"\bдолго\b", r"\bполтор[аы]\b",
    r"\b(?:весь|целый) (?:день|вечер)\b", r"\b\w*дцати\b", r"\b(?:часом|двумя|тремя)\b",
    r"\bдо (?:обеда|вечера|ночи|упора)\b",
    r"\b(?:с|до) (?:часу?|двух|трех|четырех|пяти|шести|семи|восьми|девяти|десяти|половины)\b",
)  # fmt: skip
# A number that nothing explains, and the nouns that do explain one before them.
LONE_NUMBER = re.compile(
    rf"(?<![\w.,:/№#-])(?:\d{{1,3}}|{WORDED}|полтор[аы])"
    r"(?=\s*(?:$|[,;!]|\.(?!\d))|  | (?:с|со|на|по|до|у|к|то|или|ли|может|максимум) )"
)
LABEL = re.compile(
    r"(?:\b(?:каб|кл|школ|оцен|балл|парагр|тем|глав|урок|стр|задач|зада|упр|номер|пункт|лицей|"
    r"раздел|модул|билет|вариант|часть|лет|том|из)\w*\.?|№|§) $"
)
# What the writer is not sure of, and what stands at a day or a length and makes it another.
HEDGES = among("вроде кажется наверное наверно возможно ошибаюсь помню по-моему может или то")
_WAITED = among("опоздал опоздала опоздали ждал ждала ждали подождал подождала прождал прождала")
BEFORE_LENGTH = (
    HEDGES
    | _WAITED
    | among("без минус плюс до через после вместо не чем еще из от о об про спустя сверх")
)
BEHIND_LENGTH = (
    HEDGES | _WAITED | among("минус плюс раньше позже спустя назад тому каждый планировали")
)
# "The first ten minutes"; "after the seventh lesson".
OF_A_PART = among("первые последние каждые")
OF_PLACE = among("после до на перед с к около")

# --- On which day.
_ANY_WEEKDAY = "|".join((*WEEKDAY_STEMS, *SHORT_WEEKDAYS))
_LONG_TIME = r"(?:год|месяц|четверт|полугод|семестр|выходн|недел)\w*"
_MONTHS = r"(?:январ|феврал|март|апрел|ма[йя]|июн|июл|август|сентябр|октябр|ноябр|декабр)"
ANOTHER_DAY = any_of(
    rf"\b(?:тот|ту|то|того|тем|той) (?:же |самый |самую )?(?:{_ANY_WEEKDAY}|день|вечер|раз)\b",
    r"\b(?:на|во время) (?:майск|новогодн|осенн|весенн|зимн|летн|праздн)\w+",
    rf"\b(?:позапрошл|прошл|минувш|т[оае])\w{{0,2}} (?:\w+ )?{_LONG_TIME}",
    r"\bна (?:прошлой|той|этой)\b(?! недел)",
    r"\b(?:летом|зимой|весной|осенью|в (?:неделю|месяц|день))\b",
    r"\b(?:на|в|во время|до|перед|после) (?:\w+ )?каникул\w*",
    rf"\bза (?:{_MONTHS}[ья]?|{_LONG_TIME}|все время)\b",
    r"\b(?:итого|суммарно|в сумме)\b", r"^всего\b",
)  # fmt: skip
# Where no rule of days has taken it.
LEFT_OF_DAYS = any_of(r"\bназад\b", r"\b(?:\d|два|две|три|четыре) (?:дня|дней|встречи|раза)\b")
LEFT_OF_A_DAY = re.compile(
    r"\b(?:перед|после|до|на|во время) (?:поза|после)?(?:вчера|сегодня|завтра)\w?шн\w+"
)
# A day behind these is of something else.
BEFORE_OTHER_DAY = among("к ко до после про о об")
SINCE = among("с со от")

# --- Whether it was a meeting at all.
# "Could not come" is no meeting, "could not solve it" is one.
_NOT_OF_IT = (
    r"(?! (?:\w+ )?(?!встре|увид|прий|прид|собрат|собир|провес|позаним|заним|созвон|явит|попаст)"
    r"\w+(?:ть|ти|чь)(?:ся|сь)?\b)"
)
# One there was not, said anywhere in the line.
CALLED_OFF = any_of(
    r"\bн[еи] (?:состоял|встре[тч]|приш|яви|дождал|состоит)\w*",
    rf"\bн[еи] (?:получил|удал|смог|успел|вышл)\w*\b{_NOT_OF_IT}",
    r"\bотлож\w+", r"\b(?:отмен|перен[ео]с)(?!\w*ть\b|\w*ти\b)\w*", r"\bсорвал\w*",
    r"\bзаболел\w*", r"\bслил(?:ся|ась|ись)\b", r"\bувы\b",
    r"\bошибочн\w+", r"\bпо ошибке\b", r"\bно это (?:был|не)",
)  # fmt: skip
# The same, in what is said of the meeting itself.
NOT_HELD = any_of(
    r"\bн[еи] (?:виде|был|буд)\w*", r"\bн[еи] (?:за)?счита\w+", r"\bн[еи] (?:за|про|у)\w+н[аоы]?\b",
    r"\b(?:отмен|перен[ео]с)\w+", r"\bпропустил\w*", r"\bболел\w*", r"\bболеет\b",
    r"\bпрогул[яи]\w*", r"\b(?:мимо|отбой|шутка|прикол|зря|насмарку|впустую)\b",
    r"\b(?:продинамил|проспал|забыл|забил|разминул)\w*",
)  # fmt: skip
NEGATED = re.compile(r"\bн[еи] \w+л(?:а|о|и|ся|сь|ась|ось|ись)?\b")
AHEAD = any_of(
    r"\b(?:надо|нужно|вместо|бы|надеюсь|прошу|скоро|по плану)\b",
    r"\b(?:пред?стоит|долж[ен]\w*|хо(?:чу|чет|тим|тят|тел\w*)|назнач\w+|пригла[сш]\w+|жд(?:у|ем))\b",
    r"\b(?:планир\w+(?<!ние)(?<!нию)|собира\w+с[ья]|буд(?:у|ем|ет|ут))\b",
    r"\b(?:предлож|предлага|попрос)\w+", r"\bдоговорил\w*(?: с \w+)? (?:на|о)\b",
    rf"\bна (?:{_ANY_WEEKDAY}|{_MONTHS}[ья]?)\b", r"\b(?:за)?бронир\w+", r"\bдоговор\b",
    # What one person will do, or both: by the verbs of meeting, and of coming.
    r"\bвстре[тч](?:усь|имся|аемся|аюсь|ится|ятся)\b",
    r"\b(?:состо|получ|дожд|уда)(?:ится|емся|стся)\b",
    r"\b(?:увид|продолж|провед|сдела|разбер|собер|обсуд|позаним|созвон|поговор|посид|поработа|начн|"
    r"возьм|смож|смог|успе|верн)"
    r"(?:усь|юсь|ись|имся|емся|аемся|им|ем|у|ю|ет|ит|ут|ят|ется|ится)\b",
    r"\b(?:при|за|подо|по|до|вы|у)(?:й?[дт]|ед)(?:у|ем|ет|ут)\b",
    r"\bпо(?!след)\w{2,}(?:аем|яем|уем|еем|дем|рим|тим|сим|жим|дим)(?:ся)?\b",
    # A deed of now, of the writer's own.
    r"\b\w{2,}(?:аю|яю|юсь|усь|влю|плю|блю|млю)\b",
)  # fmt: skip
# What is meant to be done, where no length is told.
INTENDED = any_of(
    r"\bвстр[еи]ча(?:емся|юсь)\b", r"\bсобира(?:юсь|емся)\b", r"\bне мо(?:жет|гу|жем)\b"
)
# What is asked, or meant to be done, tells of no meeting.
ASKED = re.compile(r"^(?:когда|как|сколько|где|можно|почему|зачем|кто|что|надо|нужно)\b|\?$")
# Letters, not talk; unless they talked by the same means. The first ones may be worked at.
LETTERS = re.compile(r"\bсообщени\w+|\bсмс\w*|\bчат\w{0,3}\b(?!-)")
WRITTEN = any_of(
    r"\bпереписк(?!у)\w*", r"\b(?:переписыва|спис[ыа]ва)\w+", r"\bсписал\w*сь\b", r"\bчатил\w+",
    r"\bличк\w+", r"\bв директ\w*", r"\bтекстом\b", r"\bголосов\w+", r"\bвк\b", r"\bвконтакт\w+",
    r"\b(?:на|от|с)?писал\w* (?:мне|ей|ему|им)\b", r"\b[вуо]?[ао]т[сц]ап\w*", r"\bтелег\w*",
    r"\bмакс[ае]?\b",
    r"\b(?:комментари|форум)\w+", r"\bинст[уе]?\b", r"\bкружочк\w+", r"\bмессенджер\w*",
    r"\bпо почте\b", r"\b(?:от|пере)прав(?:ил|лял)\w*", r"\b(?:с|от|пере|под)?ки(?:дыв|ну)\w*",
    r"\b(?:при|пере|ото?|за|по)?(?:сл|сыл)ал\w*",
)  # fmt: skip
WORKED_AT = re.compile(r"\b\w+ли (?:\w+ )?$")
TALKED = re.compile(r"\b(?:созвон|звон|позвон|видео|зум|телефон|онлайн)\w*")
# What was done around a meeting, or without the mentor.
AROUND = any_of(
    r"\b(?:к|ко|до|после|перед|об?|про|без) (?:\w+ )?(?:встреч|консультац)\w+",
    r"\b(?:к|ко|об?|про|без) (?:\w+ )?занят\w+",
    r"\bобмен(?:ял|ива)\w+",
    r"\bклассный час", r"\bпод вопросом\b", r"\bсами\b", r"\bсо слов\b", r"\?",
    r"\b(?:сказал|говорит|рассказал|написал)\w* что\b", r"\bбез меня\b", r"\bвместо меня\b",
    r"(?<!после )(?<!до )(?<!перед )\b(?:педсовет|совещани|собрани|консилиум)\w*",
    r"\b(?:самостоятельно|обычно|ежедневно)\b",
    r"\bвсем классом\b",
    r"\b(?:по идее|как бы|якобы|порознь|отдельно)\b", r"\b(?:соседн|разн)\w+ каб\w+",
)  # fmt: skip
# "Test test", "one two one two": whether anybody listens.
STUTTER = re.compile(r"([^\W\d_]+)\W+\1\b")
TO_THE_BOT = re.compile(
    r"\b(?:удал|убер|убра|отмен|исправ|помен|измен|поправ|сотр)\w*(?:ите|ить|и|ть|й|йте)\b"
)

# --- Clauses.
BREAK = re.compile(
    r"[,;!?](?!\d)|(?<!\d)[,;!?](?=\d)|\.(?= |$)(?! ?\d)|[()]|(?<!\d) [-–—] (?!\d)|"
    r" (?:но|а|потом|хотя|потому|чтобы|котор\w+|что(?! ?-)|как(?! (?:обычно|всегда|раз)\b)|когда|"
    r"если|почему|зачем|он|она|они)(?= )"
)
# Said of the meeting itself, in whichever clause it stands.
OF_MEETING = re.compile(
    r"\bвстре[чт]\w*|\bзаняти[ея]\w*|\bзанима\w+|\bпозанима\w+|\bпровел\w*|\bконсультац\w+|"
    r"\b(?:не )?виде\w+|\b(?:по|раз)?говорили\b"
)
