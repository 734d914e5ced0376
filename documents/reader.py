"""Bytes to paragraphs and tables, whatever the file is called."""

from __future__ import annotations

import zipfile
from io import BytesIO

from documents import limits
from documents.errors import DocumentError, Refusal
from documents.model import Document

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_IMAGES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\x00", b"MM\x00*", b"RIFF")


def read(data: bytes, name: str = "") -> Document:
    """The document in `data`; `name` only tells kinds of text apart.

    Raises DocumentError with the reason when the file is of another kind, damaged,
    protected, or larger than documents.limits allows.
    """
    if not data.strip():
        raise DocumentError(Refusal.EMPTY)
    if len(data) > limits.FILE_BYTES:
        raise DocumentError(Refusal.TOO_LARGE)
    _refuse_other_formats(data)
    if data[:4] in (b"PK\x03\x04", b"PK\x05\x06"):
        return _read_archive(data)
    if b"%PDF-" in data[:1024]:
        from documents import pdf  # noqa: PLC0415 - slow to import, seldom needed

        return pdf.read(data)
    from documents import plain  # noqa: PLC0415

    return plain.read(data, name)


def _refuse_other_formats(data: bytes) -> None:
    if data.startswith(_OLE):
        protected = _OLE_ENCRYPTED in data
        raise DocumentError(Refusal.ENCRYPTED if protected else Refusal.OLD_WORD)
    if data.startswith(b"{\\rtf"):
        raise DocumentError(Refusal.RICH_TEXT)
    if data.startswith(_IMAGES):
        raise DocumentError(Refusal.IMAGE)


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
            if packed.read("mimetype").startswith(b"application/vnd.oasis"):
                raise DocumentError(Refusal.OPEN_DOCUMENT)
    raise DocumentError(Refusal.UNKNOWN)
