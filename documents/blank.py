"""Forms to be filled in by hand, out as .docx: a part a person, with their code on every page."""

import copy
from collections.abc import Sequence
from dataclasses import dataclass

from docx.enum.section import WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml import OxmlElement
from docx.shared import Cm, Pt

from documents.paper import Paper, add_page_number, cleaned

_BOX = "\u2610"
_LINE = "_" * 78
_CUT = "\u2702 " + "- " * 64


@dataclass(frozen=True, slots=True)
class Ask:
    """One question: `options` to tick, else `lines` to write on; `note` in small letters."""

    text: str
    note: str = ""
    options: tuple[str, ...] = ()
    # All options on one line: marks.
    in_a_row: bool = False
    lines: int = 0
    # The heading of a section that begins here.
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Whose:
    """Whose form it is: what stands at its head, and its code."""

    name: str
    code: str


def blanks(
    title: str, intro: str, asks: Sequence[Ask], people: Sequence[Whose], *, on_page: int = 1
) -> bytes:
    """The .docx file. Each person begins on a page of their own, with their code at its foot.

    Short forms may stand `on_page` together, to be cut apart.
    """
    paper = Paper(size=11)
    body = paper.document.element.body
    written: list[object] = []
    for place, whose in enumerate(people):
        if place and on_page > 1:
            _apart(paper, whole=place % on_page == 0)
        elif place:
            paper.document.add_section(WD_SECTION.NEW_PAGE)
        if on_page == 1:
            _foot(paper, whose)
        _head(paper, title, whose)
        if place:
            for element in written:
                body.sectPr.addprevious(copy.deepcopy(element))
            continue
        before = set(body)
        paper.text(intro)
        for ask in asks:
            _ask(paper, ask)
        written = [one for one in body if one not in before and one is not body.sectPr]
    return paper.done()


def _apart(paper: Paper, *, whole: bool) -> None:
    """Onto the next page, else a line to cut along."""
    if whole:
        paper.document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
        return
    line = paper.document.add_paragraph()
    line.paragraph_format.space_before = line.paragraph_format.space_after = Pt(14)
    line.add_run(_CUT).font.size = Pt(9)


def _head(paper: Paper, title: str, whose: Whose) -> None:
    paragraph = paper.document.add_paragraph()
    paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(16.4), alignment=2)
    paragraph.add_run(cleaned(whose.name)).bold = True
    run = paragraph.add_run(f"\t{cleaned(whose.code)}")
    run.bold, run.font.size = True, Pt(14)
    paper.heading(title)


def _foot(paper: Paper, whose: Whose) -> None:
    section = paper.document.sections[-1]
    section.footer.is_linked_to_previous = False
    paragraph = section.footer.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    paragraph.add_run(f"{cleaned(whose.code)}, ").font.size = Pt(9)
    run = paragraph.add_run()
    run.font.size = Pt(9)
    add_page_number(run)
    numbering = OxmlElement("w:pgNumType")
    numbering.set(f"{_NAMESPACE}start", "1")
    section._sectPr.append(numbering)


def _ask(paper: Paper, ask: Ask) -> None:
    if ask.heading:
        heading = paper.document.add_paragraph()
        heading.paragraph_format.keep_with_next = True
        heading.paragraph_format.space_before = Pt(10)
        heading.add_run(cleaned(ask.heading)).bold = True
    paragraph = paper.document.add_paragraph()
    paragraph.paragraph_format.keep_with_next = True
    paragraph.paragraph_format.space_after = Pt(2)
    paragraph.add_run(cleaned(ask.text))
    if ask.note:
        note = paragraph.add_run(f" ({cleaned(ask.note)})")
        note.italic, note.font.size = True, Pt(9)
    if ask.options:
        gap = "   " if ask.in_a_row else "\t"
        said = [f"{_BOX} {cleaned(option)}" for option in ask.options]
        _options(paper, said, gap, in_a_row=ask.in_a_row)
    for line in range(ask.lines):
        ruled = paper.document.add_paragraph()
        ruled.paragraph_format.keep_with_next = line + 1 < ask.lines
        ruled.add_run(_LINE)


def _options(paper: Paper, said: list[str], gap: str, *, in_a_row: bool) -> None:
    """Marks on one line, short options in two columns."""
    across = len(said) if in_a_row else 2
    rows = [gap.join(said[first : first + across]) for first in range(0, len(said), across)]
    for place, row in enumerate(rows):
        paragraph = paper.document.add_paragraph()
        paragraph.paragraph_format.left_indent = Cm(0.6)
        paragraph.paragraph_format.space_after = Pt(6 if place + 1 == len(rows) else 1)
        paragraph.paragraph_format.keep_with_next = place + 1 < len(rows)
        paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(8.5))
        paragraph.add_run(row)


_NAMESPACE = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
