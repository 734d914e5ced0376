"""Small files for the tests, good and hostile."""

from __future__ import annotations

import zipfile
from io import BytesIO

import docx
from openpyxl import Workbook


def docx_bytes(rows: list[list[str]] | None = None, *paragraphs: str) -> bytes:
    """A .docx of paragraphs and one table."""
    opened = docx.Document()
    for text in paragraphs:
        opened.add_paragraph(text)
    if rows:
        table = opened.add_table(len(rows), len(rows[0]))
        for at, row in enumerate(rows):
            for column, text in enumerate(row):
                table.cell(at, column).text = text
    return saved(opened)


def saved(opened) -> bytes:
    """Whatever has `save`, as bytes."""
    buffer = BytesIO()
    opened.save(buffer)
    return buffer.getvalue()


def xlsx_bytes(rows: list[list[object]], merges: tuple[str, ...] = ()) -> bytes:
    """An .xlsx of one sheet."""
    book = Workbook()
    for row in rows:
        book.active.append(row)
    for merge in merges:
        book.active.merge_cells(merge)
    return saved(book)


def with_part(data: bytes, name: str, content: bytes, *, packed: bool = True) -> bytes:
    """The archive with one entry replaced or added."""
    buffer = BytesIO()
    method = zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(buffer, "w", method) as new:
        for entry in old.infolist():
            if entry.filename != name:
                new.writestr(entry, old.read(entry))
        new.writestr(name, content)
    return buffer.getvalue()


def part(data: bytes, name: str) -> bytes:
    """One entry of an archive."""
    with zipfile.ZipFile(BytesIO(data)) as packed:
        return packed.read(name)


def pdf_bytes(rows: list[list[str]], *, ruled: bool = True, encrypted: bool = False) -> bytes:
    """A one-page .pdf in Latin letters: a ruled table, built object by object."""
    width, height, left, top = 120, 30, 40, 760
    marks = []
    if ruled:
        right, bottom = left + width * len(rows[0]), top - height * len(rows)
        for at in range(len(rows) + 1):
            y = top - height * at
            marks.append(f"{left} {y} m {right} {y} l S")
        for column in range(len(rows[0]) + 1):
            x = left + width * column
            marks.append(f"{x} {top} m {x} {bottom} l S")
    for at, row in enumerate(rows):
        for column, text in enumerate(row):
            x, y = left + width * column + 4, top - height * at - 18
            marks.append(f"BT /F1 10 Tf {x} {y} Td ({text}) Tj ET")
    stream = "\n".join(marks).encode()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    trailer = b"/Root 1 0 R /Size 6"
    if encrypted:
        key = b"<" + b"41" * 32 + b">"
        objects.append(b"<< /Filter /Standard /V 1 /R 2 /O " + key + b" /U " + key + b" /P -4 >>")
        trailer = b"/Root 1 0 R /Size 7 /Encrypt 6 0 R /ID [<00><00>]"
    return _pdf(objects, trailer)


def _pdf(objects: list[bytes], trailer: bytes) -> bytes:
    data = b"%PDF-1.4\n"
    offsets = []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    data += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    return data + b"trailer\n<< %s >>\nstartxref\n%d\n%%%%EOF\n" % (trailer, start)
