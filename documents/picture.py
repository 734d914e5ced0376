"""Pictures out as .png: a strip of bars over months, and a map of coloured cells.

What is drawn comes as plain rows and finished words; nothing here knows a roadmap. Both take up to
a few tenths of a second of the processor: draw them in a thread.
"""

import io
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from font_manrope import font_files
from PIL import Image, ImageDraw, ImageFont

# Telegram scales a photo to 1280 points at its longer side: taller ones become unreadable.
MOST_BARS = 45
MOST_ROWS, MOST_COLUMNS = 40, 14

_INK, _FAINT, _RULE, _PAPER = "#1f2933", "#6b7785", "#d9dfe5", "#ffffff"
# Told apart by those who do not see red from green: they differ in darkness, and signs repeat it.
COLOURS = {
    "done": "#2a7f62",
    "open": "#5b8def",
    "late": "#c2412d",
    "idle": "#c3cbd4",
}
_MARGIN = 24
_BAR_HEIGHT, _BAR_GAP = 22, 10
_NAMES = 450
_MONTH = 80
_CELL_WIDTH, _CELL_HEIGHT = 92, 38


@dataclass(frozen=True, slots=True)
class Span:
    """A bar: its days (one may be open), and a key of COLOURS."""

    start: date | None
    end: date | None
    colour: str


@dataclass(frozen=True, slots=True)
class Bar:
    """A row of the strip: its words, and a bar for each time it comes round."""

    label: str
    spans: Sequence[Span]


@dataclass(frozen=True, slots=True)
class Strip:
    """A picture of bars. `months` are the words of the months shown, from `first` on."""

    title: str
    first: date
    months: Sequence[str]
    today: date
    today_label: str
    bars: Sequence[Bar]
    # (key of COLOURS, its meaning)
    legend: Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of the map: a few signs, and the key of its colour; `share` of it is filled, 0..1."""

    text: str
    colour: str
    share: float = 1.0


@dataclass(frozen=True, slots=True)
class HeatMap:
    """A picture of rows by columns."""

    title: str
    columns: Sequence[str]
    rows: Sequence[tuple[str, Sequence[Cell]]]
    legend: Sequence[tuple[str, str]]


def draw_strip(strip: Strip) -> bytes:
    """Bars over months with a line at today."""
    width = 2 * _MARGIN + _NAMES + _MONTH * len(strip.months)
    step = _BAR_HEIGHT + _BAR_GAP
    top = _MARGIN + _title_height(strip.title, width) + 34
    bottom = top + step * len(strip.bars)
    picture, pen = _blank(width, bottom + 64)
    _title(pen, strip.title, width)
    left = _MARGIN + _NAMES
    last = _later(strip.first, len(strip.months))
    for number, name in enumerate(strip.months):
        x = left + number * _MONTH
        pen.line([(x, top - 26), (x, bottom)], fill=_RULE)
        pen.text((x + 5, top - 25), _fitted(name, _MONTH - 8, 14), font=_font(14), fill=_FAINT)
    for number, bar in enumerate(strip.bars):
        y = top + number * step
        pen.text((_MARGIN, y + 2), _fitted(bar.label, _NAMES - 14, 16), font=_font(16), fill=_INK)
        pen.line([(_MARGIN, y + step - 5), (width - _MARGIN, y + step - 5)], fill=_RULE)
        for span in bar.spans:
            _bar(pen, span, strip, (left, y), last)
    if strip.first <= strip.today < last:
        x = left + _place(strip.today, strip.first)
        pen.line([(x, top - 30), (x, bottom)], fill=COLOURS["late"], width=2)
        pen.text(
            (x, bottom + 4), strip.today_label, font=_font(14), fill=COLOURS["late"], anchor="ma"
        )
    _legend(pen, strip.legend, bottom + 32)
    return _saved(picture)


def _bar(
    pen: ImageDraw.ImageDraw, bar: Span, strip: Strip, corner: tuple[int, int], last: date
) -> None:
    left, y = corner
    edge = left + _MONTH * len(strip.months)
    colour = COLOURS[bar.colour]
    if bar.start is None and bar.end is None:
        # No days: a thin line through the whole time.
        middle = y + _BAR_HEIGHT // 2
        pen.line([(left, middle), (edge, middle)], fill=COLOURS["idle"], width=3)
        return
    start = bar.start or bar.end or strip.first
    end = bar.end or last - timedelta(days=1)
    x1 = left + max(0, _place(max(start, strip.first), strip.first))
    x2 = left + max(0, _place(min(end, last - timedelta(days=1)), strip.first) + 3)
    if end < strip.first or start >= last:
        return
    if x2 - x1 < 12:  # a single day: a mark wide enough to be seen
        middle = min(max((x1 + x2) // 2, left + 6), edge - 6)
        x1, x2 = middle - 6, middle + 6
    pen.rounded_rectangle((x1, y, min(x2, edge) - 1, y + _BAR_HEIGHT - 2), radius=5, fill=colour)


def draw_map(heat: HeatMap) -> bytes:
    """Coloured cells, a row for each place, the headings of columns aslant above."""
    names = min(_NAMES, max([160, *(_width(name, 16) + 20 for name, _cells in heat.rows)]))
    head = min(230, max([60, *(int(_width(name, 15) * 0.75) + 26 for name in heat.columns)]))
    width = 2 * _MARGIN + names + _CELL_WIDTH * len(heat.columns) + head // 2
    width = max(width, 640)
    top = _MARGIN + _title_height(heat.title, width) + head
    bottom = top + _CELL_HEIGHT * len(heat.rows)
    picture, pen = _blank(width, bottom + 56)
    _title(pen, heat.title, width)
    left = _MARGIN + names
    for number, name in enumerate(heat.columns):
        _aslant(
            picture,
            _fitted(name, int(head / 0.75) - 26, 15),
            (left + number * _CELL_WIDTH + 30, top - 6),
        )
    for number, (name, cells) in enumerate(heat.rows):
        y = top + number * _CELL_HEIGHT
        pen.text((_MARGIN, y + 9), _fitted(name, names - 12, 16), font=_font(16), fill=_INK)
        for place, cell in enumerate(cells):
            _cell(pen, cell, (left + place * _CELL_WIDTH, y))
    _legend(pen, heat.legend, bottom + 20)
    return _saved(picture)


def _cell(pen: ImageDraw.ImageDraw, cell: Cell, corner: tuple[int, int]) -> None:
    x, y = corner
    box = (x + 2, y + 2, x + _CELL_WIDTH - 2, y + _CELL_HEIGHT - 2)
    colour = COLOURS[cell.colour]
    pen.rounded_rectangle(box, radius=5, fill=_tint(colour, 0.25 + 0.75 * (1 - cell.share)))
    if not cell.text:
        return
    dark = cell.share > 0.5 and cell.colour != "idle"
    middle = (x + _CELL_WIDTH // 2, y + _CELL_HEIGHT // 2)
    fill = _PAPER if dark else _INK
    pen.text(middle, cell.text, font=_font(15, bold=True), fill=fill, anchor="mm")


def _tint(colour: str, paleness: float) -> str:
    """A colour mixed with white, 0 for as it is."""
    paleness = max(0.0, min(1.0, paleness - 0.25))
    parts = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return "#" + "".join(f"{round(part + (255 - part) * paleness):02x}" for part in parts)


def _aslant(picture: Image.Image, text: str, foot: tuple[int, int]) -> None:
    """Words that rise from `foot` to the right."""
    font = _font(15)
    length = int(font.getlength(text)) + 4
    strip = Image.new("RGBA", (length, 24), (255, 255, 255, 0))
    ImageDraw.Draw(strip).text((0, 0), text, font=font, fill=_INK)
    turned = strip.rotate(48, expand=True, resample=Image.Resampling.BICUBIC)
    picture.paste(turned, (foot[0] - 8, foot[1] - turned.height), turned)


def _legend(pen: ImageDraw.ImageDraw, legend: Sequence[tuple[str, str]], y: int) -> None:
    x = _MARGIN
    for colour, meaning in legend:
        pen.rounded_rectangle((x, y + 2, x + 16, y + 18), radius=4, fill=COLOURS[colour])
        pen.text((x + 23, y + 1), meaning, font=_font(15), fill=_INK)
        x += 23 + _width(meaning, 15) + 26


def _blank(width: int, height: int) -> tuple[Image.Image, ImageDraw.ImageDraw]:
    picture = Image.new("RGB", (width, height), _PAPER)
    return picture, ImageDraw.Draw(picture)


def _title(pen: ImageDraw.ImageDraw, title: str, width: int) -> None:
    for number, line in enumerate(_lines(title, width)):
        pen.text((_MARGIN, _MARGIN - 6 + number * 28), line, font=_font(21, bold=True), fill=_INK)


def _title_height(title: str, width: int) -> int:
    return 28 * len(_lines(title, width)) + 8


def _lines(title: str, width: int) -> list[str]:
    """A title in at most two lines."""
    room, lines = width - 2 * _MARGIN, [""]
    for word in title.split():
        longer = f"{lines[-1]} {word}".strip()
        if _font(21, bold=True).getlength(longer) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    if len(lines) > 2:
        lines = [lines[0], _fitted(" ".join(lines[1:]), room, 21)]
    return lines


def _fitted(text: str, room: int, size: int) -> str:
    """As much of a text as `room` points hold, cut by an ellipsis."""
    text = " ".join(text.split())
    if _width(text, size) <= room:
        return text
    fits = bisect_right(range(len(text)), room, key=lambda cut: _width(f"{text[:cut]}…", size))
    return f"{text[: max(0, fits - 1)].rstrip()}…"


def _width(text: str, size: int) -> int:
    return int(_font(size).getlength(text))


def _place(day: date, first: date) -> int:
    """Points from the left edge to a day."""
    months = (day.year - first.year) * 12 + day.month - first.month
    length = (_later(day.replace(day=1), 1) - day.replace(day=1)).days
    return months * _MONTH + (day.day - 1) * _MONTH // length


def _later(first: date, months: int) -> date:
    """The first day of the month so many later."""
    number = first.year * 12 + first.month - 1 + months
    return date(number // 12, number % 12 + 1, 1)


@cache
def _font(size: int, *, bold: bool = False) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(font_files["ManropeBold" if bold else "Manrope"], size)


def _saved(picture: Image.Image) -> bytes:
    written = io.BytesIO()
    picture.save(written, "PNG", optimize=True)
    return written.getvalue()
