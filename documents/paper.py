"""Documents out as .docx: A4, a serif face of official size, plain tables."""

import io
from collections.abc import Iterable, Sequence

from docx import Document
from docx.document import Document as DocxDocument
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.shared import Cm, Pt

_FACE = "Times New Roman"
_CONTROL = {code: None for code in range(32) if code not in {9, 10, 13}}


def cleaned(text: str) -> str:
    """Text without the control characters that XML does not take."""
    return text.translate(_CONTROL)


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

    def picture(self, data: bytes, *, width: float) -> None:
        """A centred picture, `width` in centimetres."""
        paragraph = self.document.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.add_run().add_picture(io.BytesIO(data), width=Cm(width))

    def table(
        self,
        head: Sequence[str],
        rows: Iterable[Sequence[str]],
        widths: Sequence[float] | None = None,
    ) -> None:
        """A ruled table whose headings repeat on every page; `widths` in centimetres."""
        table = self.document.add_table(rows=1, cols=len(head), style="Table Grid")
        for cell, name in zip(table.rows[0].cells, head, strict=True):
            cell.text = ""
            cell.paragraphs[0].add_run(cleaned(name)).bold = True
        properties = table.rows[0]._tr.get_or_add_trPr()
        properties.append(properties.makeelement(_REPEATED, {}))
        for row in rows:
            for cell, value in zip(table.add_row().cells, row, strict=True):
                cell.text = cleaned(value)
        table.autofit = not widths
        for place, width in enumerate(widths or ()):
            table.columns[place].width = Cm(width)
            for cell in table.columns[place].cells:
                cell.width = Cm(width)

    def page_break(self) -> None:
        self.document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)

    def done(self) -> bytes:
        """The .docx file."""
        written = io.BytesIO()
        self.document.save(written)
        return written.getvalue()


_REPEATED = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}tblHeader"
