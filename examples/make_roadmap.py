"""Makes examples/roadmap.docx of examples/roadmap.json; another target may be given."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import docx
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

SOURCE = Path(__file__).with_name("roadmap.json")
WIDTHS = (Cm(1.5), Cm(9.2), Cm(4.3), Cm(5.2), Cm(4.8))
DEADLINE = 2  # the column of deadlines; null there goes on in the cell above


def main(target: Path) -> None:
    """Writes the sample roadmap to `target`."""
    content = json.loads(SOURCE.read_text(encoding="utf-8"))
    document = docx.Document()
    _lay_out(document)
    for line in content["approval"]:
        _write(document.add_paragraph(), line, WD_ALIGN_PARAGRAPH.RIGHT)
    document.add_paragraph()
    for line in content["title"]:
        _write(document.add_paragraph(), line, WD_ALIGN_PARAGRAPH.CENTER, bold=True)
    document.add_paragraph()
    _add_table(document, content)
    document.save(str(target))


def _lay_out(document: Any) -> None:
    page = document.sections[0]
    page.orientation = WD_ORIENT.LANDSCAPE
    page.page_width, page.page_height = Cm(29.7), Cm(21)
    page.left_margin, page.right_margin = Cm(2.5), Cm(2)
    page.top_margin = page.bottom_margin = Cm(2)
    style = document.styles["Normal"]
    style.font.name, style.font.size = "Times New Roman", Pt(12)
    style.paragraph_format.space_after = Pt(0)


def _write(paragraph: Any, text: str, align: WD_ALIGN_PARAGRAPH, *, bold: bool = False) -> None:
    paragraph.alignment = align
    paragraph.add_run(text).bold = bold


def _add_table(document: Any, content: dict[str, Any]) -> None:
    table = document.add_table(rows=0, cols=len(WIDTHS))
    table.style = "Table Grid"
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    for column, width in zip(table.columns, WIDTHS, strict=True):
        column.width = width
    _repeat_on_each_page(_add_row(table, content["heading"], bold=True))
    for section in content["sections"]:
        banner = table.add_row().cells
        _write(banner[0].paragraphs[0], section["title"], WD_ALIGN_PARAGRAPH.CENTER, bold=True)
        banner[0].merge(banner[-1])
        above = None
        for values in section["rows"]:
            row = _add_row(table, values)
            if values[DEADLINE] is None and above is not None:
                above.cells[DEADLINE].merge(row.cells[DEADLINE])
            above = row


def _add_row(table: Any, values: list[str | None], *, bold: bool = False) -> Any:
    row = table.add_row()
    for cell, text, width in zip(row.cells, values, WIDTHS, strict=True):
        cell.width = width
        align = WD_ALIGN_PARAGRAPH.CENTER if bold else WD_ALIGN_PARAGRAPH.LEFT
        if text is not None:
            _write(cell.paragraphs[0], text, align, bold=bold)
    _keep_together(row)
    return row


def _keep_together(row: Any) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def _repeat_on_each_page(row: Any) -> None:
    mark = OxmlElement("w:tblHeader")
    mark.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(mark)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else SOURCE.with_suffix(".docx"))
