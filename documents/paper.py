"""Documents out as .docx: A4, a serif face of official size, plain tables."""

import io
from collections.abc import Iterable, Sequence

from docx import Document
from docx.document import Document as DocxDocument
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml import OxmlElement
from docx.shared import Cm, Pt
from docx.table import _Row
from docx.text.run import Run

_FACE = "Times New Roman"
_SPACE = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PAGE_FIELD = (("begin", None), (None, "PAGE"), ("end", None))
_CONTROL = {code: None for code in range(32) if code not in {9, 10, 13}}


def cleaned(text: str) -> str:
    """Text without the control characters that XML does not take."""
    return text.translate(_CONTROL)


def add_page_number(run: Run) -> None:
    """Make a run show the number of the page it stands on."""
    for kind, code in _PAGE_FIELD:
        element = OxmlElement("w:instrText" if code else "w:fldChar")
        if code:
            element.text = code
        else:
            element.set(f"{_SPACE}fldCharType", str(kind))
        run._r.append(element)


class Paper:
    """A document being written from top to bottom."""

    def __init__(self, *, landscape: bool = False, size: int = 12) -> None:
        """`size` of the letters in points."""
        self.document: DocxDocument = Document()
        style = self.document.styles["Normal"]
        style.font.name, style.font.size = _FACE, Pt(size)
        style.paragraph_format.space_after = Pt(6)
        section = self.document.sections[0]
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        if landscape:
            section.orientation = WD_ORIENT.LANDSCAPE
            section.page_width, section.page_height = Cm(29.7), Cm(21)
        section.left_margin, section.right_margin = Cm(3), Cm(1.5)
        section.top_margin = section.bottom_margin = Cm(2)

    def heading(self, text: str) -> None:
        """A centred bold line."""
        paragraph = self.document.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.paragraph_format.keep_with_next = True
        paragraph.add_run(cleaned(text)).bold = True

    def text(
        self, text: str, *, bold: bool = False, centred: bool = False, size: int | None = None
    ) -> None:
        """A paragraph; line breaks inside stay. `size` in points where it is not the usual one."""
        paragraph = self.document.add_paragraph()
        if centred:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        run = paragraph.add_run(cleaned(text))
        run.bold = bold
        if size is not None:
            run.font.size = Pt(size)

    def on_every_page(self, text: str) -> None:
        """A small line at the head of each page, the page's number at its foot."""
        section = self.document.sections[0]
        head, foot = section.header.paragraphs[0], section.footer.paragraphs[0]
        head.alignment = foot.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        head.add_run(cleaned(text)).font.size = Pt(9)
        number = foot.add_run()
        number.font.size = Pt(9)
        add_page_number(number)

    def picture(self, data: bytes, *, width: float) -> None:
        """A centred picture, `width` in centimetres."""
        paragraph = self.document.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.add_run().add_picture(io.BytesIO(data), width=Cm(width))

    def table(
        self,
        head: Sequence[str],
        rows: Iterable[Sequence[str] | str],
        widths: Sequence[float] | None = None,
    ) -> None:
        """A ruled table whose headings repeat on every page; `widths` in centimetres.

        A row that is one text is the heading of those below it. No row is cut by a page's end.
        """
        table = self.document.add_table(rows=1, cols=len(head), style="Table Grid")
        for cell, name in zip(table.rows[0].cells, head, strict=True):
            cell.paragraphs[0].add_run(cleaned(name)).bold = True
        _mark(table.rows[0], "tblHeader")
        headings = []
        for row in rows:
            added = table.add_row()
            if isinstance(row, str):
                headings.append(added)
                row = [row, *[""] * (len(head) - 1)]  # noqa: PLW2901 - merged below
            for cell, value in zip(added.cells, row, strict=True):
                cell.text = cleaned(value)
        for row in table.rows:
            _mark(row, "cantSplit")
        table.autofit = not widths
        for place, width in enumerate(widths or ()):
            table.columns[place].width = Cm(width)
            for cell in table.columns[place].cells:
                cell.width = Cm(width)
        for row in headings:
            _across(row)

    def page_break(self) -> None:
        self.document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)

    def done(self) -> bytes:
        """The .docx file."""
        written = io.BytesIO()
        self.document.save(written)
        return written.getvalue()


def _mark(row: _Row, name: str) -> None:
    properties = row._tr.get_or_add_trPr()
    properties.append(properties.makeelement(f"{_SPACE}{name}", {}))


def _across(row: _Row) -> None:
    """One bold cell over the whole width, kept on the page of the row below."""
    text = row.cells[0].text
    whole = row.cells[0].merge(row.cells[-1])
    whole.text = ""
    paragraph = whole.paragraphs[0]
    paragraph.add_run(text).bold = True
    paragraph.paragraph_format.keep_with_next = True
