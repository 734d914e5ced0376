"""Looks through a zip before any parser sees it: bombs, encryption, XML entities."""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO

from documents import limits
from documents.errors import DocumentError, Refusal

_CHUNK = 64 * 1024
_DECLARATIONS = tuple(
    word.encode(encoding)
    for word in ("<!DOCTYPE", "<!ENTITY")
    for encoding in ("ascii", "utf-16-le", "utf-16-be")
)
_OVERLAP = max(map(len, _DECLARATIONS)) - 1
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError)


def check(data: bytes) -> frozenset[str]:
    """The names inside the archive, once every entry has been unpacked and counted.

    The declared sizes are a stranger's word, so the bytes are counted as well. Raises
    DocumentError: bomb, damaged, encrypted, entities.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as packed:
            entries = packed.infolist()
            _check_declared(entries)
            total = 0
            for entry in entries:
                total += _check_entry(packed, entry)
                if total > limits.ARCHIVE_BYTES:
                    raise DocumentError(Refusal.BOMB)
    except _BROKEN as error:
        raise DocumentError(Refusal.DAMAGED) from error
    return frozenset(entry.filename for entry in entries)


def _check_declared(entries: list[zipfile.ZipInfo]) -> None:
    if len(entries) > limits.ARCHIVE_ENTRIES:
        raise DocumentError(Refusal.BOMB)
    if sum(entry.file_size for entry in entries) > limits.ARCHIVE_BYTES:
        raise DocumentError(Refusal.BOMB)
    for entry in entries:
        if entry.flag_bits & 0x1:
            raise DocumentError(Refusal.ENCRYPTED)
        packed_size = max(entry.compress_size, 1)
        if entry.file_size > limits.RATIO_FROM and entry.file_size / packed_size > limits.RATIO:
            raise DocumentError(Refusal.BOMB)


def _check_entry(packed: zipfile.ZipFile, entry: zipfile.ZipInfo) -> int:
    most = limits.WORD_BYTES if entry.filename == "word/document.xml" else limits.XML_BYTES
    is_xml = entry.filename.lower().endswith((".xml", ".rels", ".vml"))
    size, tail = 0, b""
    with packed.open(entry) as stream:
        while chunk := stream.read(_CHUNK):
            size += len(chunk)
            if size > (most if is_xml else limits.ARCHIVE_BYTES):
                raise DocumentError(Refusal.BOMB)
            if is_xml:
                window = tail + chunk
                if any(word in window for word in _DECLARATIONS):
                    raise DocumentError(Refusal.ENTITIES)
                tail = window[-_OVERLAP:]
    return size
