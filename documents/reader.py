"""Bytes to paragraphs and tables, whatever the file is called."""

from __future__ import annotations

import zipfile
from io import BytesIO

from documents import limits
from documents.errors import DocumentError, Refusal
from documents.model import Document

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
# Streams by which an old file is a text or a sheet.
_OLD_FORMS = {"doc": "WordDocument", "xls": "Workbook"}
_OPEN_FORMS = {b"application/vnd.oasis.opendocument.spreadsheet": "ods"}
_IMAGES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\x00", b"MM\x00*", b"RIFF")


def read(data: bytes, name: str = "") -> Document:
    """The document in `data`; `name` only tells kinds of text apart.

    Older and open formats are read where LibreOffice is installed: that takes seconds and starts
    a program, so it belongs into a process of its own. Raises DocumentError with the reason when
    the file is of another kind, damaged, protected, or larger than documents.limits allows.
    """
    if not data.strip():
        raise DocumentError(Refusal.EMPTY)
    if len(data) > limits.FILE_BYTES:
        raise DocumentError(Refusal.TOO_LARGE)
    if data.startswith(_OLE):
        return _read_old(data)
    if data.startswith(b"{\\rtf"):
        return _read_converted(data, "rtf", Refusal.RICH_TEXT)
    if data.startswith(_IMAGES):
        raise DocumentError(Refusal.IMAGE)
    if data[:4] in (b"PK\x03\x04", b"PK\x05\x06"):
        return _read_archive(data)
    if b"%PDF-" in data[:1024]:
        from documents import pdf  # noqa: PLC0415 - slow to import, seldom needed

        return pdf.read(data)
    from documents import plain  # noqa: PLC0415

    return plain.read(data, name)


def _read_old(data: bytes) -> Document:
    if _OLE_ENCRYPTED in data:
        raise DocumentError(Refusal.ENCRYPTED)
    for form, stream in _OLD_FORMS.items():
        if stream.encode("utf-16-le") in data:
            return _read_converted(data, form, Refusal.OLD_WORD)
    raise DocumentError(Refusal.OLD_WORD)


def _read_converted(data: bytes, form: str, refusal: Refusal) -> Document:
    """Read what LibreOffice makes of a file; without it the person is advised how to save it."""
    from documents import office  # noqa: PLC0415 - starts another program, seldom needed

    made = office.converted(data, form)
    if made is None:
        raise DocumentError(refusal)
    return _read_archive(made)


def _read_archive(data: bytes) -> Document:
    from documents import archive  # noqa: PLC0415

    names = archive.check(data)
    if "word/document.xml" in names or any(name.startswith("word/") for name in names):
        from documents import word  # noqa: PLC0415

        return word.read(data)
    if any(name.startswith("xl/") for name in names):
        from documents import sheet  # noqa: PLC0415

        return sheet.read(data)
    if "mimetype" in names:
        with zipfile.ZipFile(BytesIO(data)) as packed:
            kind = packed.read("mimetype").strip()
        if kind.startswith(b"application/vnd.oasis"):
            return _read_converted(data, _OPEN_FORMS.get(kind, "odt"), Refusal.OPEN_DOCUMENT)
    raise DocumentError(Refusal.UNKNOWN)
