"""Which documents a row asks for, where it asks for several: rules, no database."""

import re

from rapidfuzz import fuzz

from mentoring.roadmaps.wording import LINE_LIMIT, clip

# More is a text that was cut wrongly, not a list of documents.
_MOST = 12
# A file's name is a document of the list from so much likeness (of 100) on.
_ALIKE = 75
_BETWEEN = re.compile(r"[;\n•·▪●]|(?:^|\s)[-–—]\s+|(?:^|[\s;.])\d{1,2}[.)]\s+")
_COMMA = re.compile(r",\s+")
# What a document is called, at the beginning of its name.
_DOCUMENT = re.compile(
    r"(?:\w+\s+){0,2}(?:приказ|распоряж|положени|дорожн\w+ карт|план|программ|протокол|отч[её]т"
    r"|справк|анкет|список|реестр|баз[аы]\b|банк|соглашени|договор|согласи|график|порядок"
    r"|регламент|инструкци|письмо|ссылк|фото|скриншот|публикаци|сертификат|аналитическ\w+"
    r"|рекомендаци|материал|акт[ыа]?\b|кейс|пакет|форм[аы]\b|стать|лист\b|журнал|сведени"
    r"|информаци|order|regulation|plan|report|list|minutes|agreement)",
    re.IGNORECASE,
)


def documents(result: str, title: str = "") -> list[str]:
    """The documents asked for, two or more; empty where one is asked for, or none.

    They stand in the column of results, else behind a colon in the title itself.
    """
    _head, colon, listed = title.partition(":")
    return _listed(result) or (_listed(listed) if colon else [])


def _listed(text: str) -> list[str]:
    found = _named(_BETWEEN.split(text))
    if len(found) < 2:
        found = _named(_COMMA.split(text))
    return found if 2 <= len(found) <= _MOST else []


def _named(parts: list[str]) -> list[str]:
    """The parts, if every one of them is called like a document."""
    tidy = [clip(part.strip(" .,;:"), LINE_LIMIT) for part in parts]
    tidy = list(dict.fromkeys(part for part in tidy if part))
    return tidy if all(_DOCUMENT.match(part) for part in tidy) else []


def likeliest(name: str, wanted: list[str]) -> str:
    """The one document of `wanted` that a file's name tells of, else nothing."""
    words = name.rpartition(".")[0].casefold().replace("_", " ") or name.casefold()
    alike = [
        item for item in wanted if fuzz.partial_token_set_ratio(words, item.casefold()) >= _ALIKE
    ]
    return alike[0] if len(alike) == 1 else ""
