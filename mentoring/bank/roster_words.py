"""How clerks head the columns of a list of people, and how names and classes look.

Russian, for so are the lists; headings are folded first (mentoring/bank/words.py).
"""

import re
from enum import StrEnum


class Column(StrEnum):
    """What a column of a roster holds; only name, class and post are kept."""

    NAME = "name"
    SURNAME = "surname"
    GIVEN = "given"
    PATRONYMIC = "patronymic"
    CLASS = "class"
    LETTER = "letter"
    POST = "post"
    BORN = "born"
    PHONE = "phone"


# The first that fits a folded heading is it; narrower ones stand before wider ones.
HEADINGS: tuple[tuple[re.Pattern[str], Column | None], ...] = tuple(
    (re.compile(pattern), column)
    for pattern, column in (
        # Columns about somebody else must not be taken for the person's own.
        (r"родител|представител|мать|матер|отец|отца|опекун|мам[аы]|пап[аы]", None),
        (r"классн\w* руковод|руководител|куратор|учител\w* класса|\bкл рук", None),
        (r"наставник\w*$", Column.NAME),
        (r"наставляем\w*$", Column.NAME),
        (r"\bфамили\w* .*\bим|\bфио\b|\bф и о\b|full name", Column.NAME),
        (r"фамили|surname|last name", Column.SURNAME),
        (r"отчеств|patronymic|middle name", Column.PATRONYMIC),
        (r"^имя\b|^имена?\b|first name|given name", Column.GIVEN),
        (r"^(ученик|обучающ|учащ|участник|педагог|учитель|сотрудник|студент|name)", Column.NAME),
        (r"литер|буква|^letter", Column.LETTER),
        (r"класс|^group$|групп|^class|^form$|^grade", Column.CLASS),
        (r"должност|предмет|специальност|професси|^post$|^position$|^job", Column.POST),
        (r"рожд|возраст|^др$|^д р$|born|birth", Column.BORN),
        (r"телефон|контакт|моб|^тел|phone", Column.PHONE),
    )
)
CLASS = re.compile(
    r"(\d{1,2})\s*[-\s]?\s*[«\"']?\s*([А-ЯЁа-яёA-Za-z]?)\s*[»\"']?(?:\s*класс\w*)?\.?"
)
# Letters of any alphabet in parts joined by hyphens, apostrophes and dots of initials.
NAME_WORD = re.compile(r"[^\W\d_]+(?:[-'’`ʼ.][^\W\d_]+)*\.?")
YEAR = re.compile(r"(?<!\d)(19[3-9]\d|20[0-3]\d)(?!\d)")
# Rows below a list that are no people.
FOOTER = re.compile(
    r"^(итого|всего|директор|исполнител|куратор|руководител|подпись|список|класс\b)"
)
