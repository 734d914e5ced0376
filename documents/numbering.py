"""Word counts numbered paragraphs when it shows them: their labels are not in the text."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Any

from docx.oxml.ns import qn

_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_PLACE = re.compile(r"%([1-9])")
_MAX_STYLE_DEPTH = 20
_PPR, _NUM_PR, _P_STYLE = map(qn, ("w:pPr", "w:numPr", "w:pStyle"))


class ListNumbers:
    """Labels of numbered paragraphs, counted in the order the document is walked."""

    def __init__(self, opened: Any) -> None:
        self._levels: dict[str, dict[int, tuple[str, str, int]]] = {}
        self._abstract: dict[str, str] = {}
        self._styles: dict[str, Any] = {}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        self._read_numbering(opened)
        styles = opened.styles.element
        for style in styles.findall(qn("w:style")):
            self._styles[style.get(qn("w:styleId"), "")] = style

    def _read_numbering(self, opened: Any) -> None:
        part = next(
            (r.target_part for r in opened.part.rels.values() if r.reltype.endswith("/numbering")),
            None,
        )
        if part is None or not hasattr(part, "element"):
            return
        for abstract in part.element.findall(qn("w:abstractNum")):
            levels = {}
            for level in abstract.findall(qn("w:lvl")):
                index = level.get(qn("w:ilvl"), "0")
                if index.isdecimal():
                    start = _value(level, "w:start", "1")
                    levels[int(index)] = (
                        _value(level, "w:numFmt", "decimal"),
                        _value(level, "w:lvlText", ""),
                        int(start) if start.isdecimal() and len(start) < 6 else 1,
                    )
            self._levels[abstract.get(qn("w:abstractNumId"), "")] = levels
        for number in part.element.findall(qn("w:num")):
            self._abstract[number.get(qn("w:numId"), "")] = _value(number, "w:abstractNumId", "")

    def label(self, paragraph: Any) -> str:
        """The label Word would show, such as `1.2.`; a dash for a bullet; empty when none."""
        numbered = self._numbered(paragraph)
        if numbered is None:
            return ""
        number, level = numbered
        levels = self._levels.get(self._abstract.get(number, ""), {})
        if level not in levels:
            return ""
        form, pattern, start = levels[level]
        if form == "bullet":
            return "-"
        if form == "none":
            return ""
        counts = self._counts[self._abstract[number]]
        counts[level] = counts.get(level, start - 1) + 1
        for deeper in [key for key in counts if key > level]:
            del counts[deeper]

        def shown(match: re.Match[str]) -> str:
            index = int(match[1]) - 1
            shape, _, first = levels.get(index, ("decimal", "", 1))
            return _format(counts.get(index, first), shape)

        return _PLACE.sub(shown, pattern)

    def _numbered(self, paragraph: Any) -> tuple[str, int] | None:
        properties = paragraph.find(_PPR)
        if properties is None:
            return None
        found = properties.find(_NUM_PR)
        style = properties.find(_P_STYLE)
        name = style.get(qn("w:val")) if style is not None else None
        for _ in range(_MAX_STYLE_DEPTH):
            if found is not None or name not in self._styles:
                break
            found = self._styles[name].find(f"{qn('w:pPr')}/{qn('w:numPr')}")
            name = _value(self._styles[name], "w:basedOn", "")
        if found is None:
            return None
        number, level = _value(found, "w:numId", "0"), _value(found, "w:ilvl", "0")
        return None if number == "0" or not level.isdecimal() else (number, int(level))


def _value(element: Any, tag: str, default: str) -> str:
    found = element.find(qn(tag))
    return default if found is None else found.get(qn("w:val"), default)


def _format(number: int, shape: str) -> str:
    if shape in ("upperRoman", "lowerRoman") and 0 < number < 50:
        text = ""
        for size, sign in _ROMAN:
            while number >= size:
                text += sign
                number -= size
        return text if shape == "upperRoman" else text.lower()
    if shape in ("upperLetter", "lowerLetter") and 0 < number <= 26:
        return chr(ord("A" if shape == "upperLetter" else "a") + number - 1)
    return str(number)
