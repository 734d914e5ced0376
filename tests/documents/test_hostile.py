"""Files that are something else, broken, or meant to do harm: each refused with its own reason."""

from __future__ import annotations

import time
import tracemalloc
import zipfile
from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from documents import limits, office
from documents.errors import DocumentError, Refusal
from documents.reader import read

from .makers import docx_bytes, part, pdf_bytes, with_part, xlsx_bytes

ROWS = [["No", "Activity", "Date"], ["1", "Order", "01.09.2023"]]
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)
BODY = "word/document.xml"
GOOD = (docx_bytes(ROWS), xlsx_bytes(ROWS), pdf_bytes(ROWS), b"a\tb\tc\n1\t2\t3")


def refusal(data: bytes, name: str = "file.docx") -> Refusal:
    with pytest.raises(DocumentError) as caught:
        read(data, name)
    return caught.value.code


def archive(entries: dict[str, bytes]) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in entries.items():
            packed.writestr(name, content)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", Refusal.EMPTY),
        (b" \n\t ", Refusal.EMPTY),
        (OLE, Refusal.OLD_WORD),
        (OLE + "EncryptedPackage".encode("utf-16-le"), Refusal.ENCRYPTED),
        (rb"{\rtf1\ansi}", Refusal.RICH_TEXT),
        (b"\x89PNG\r\n\x1a\n" + bytes(64), Refusal.IMAGE),
        (b"\xff\xd8\xff\xe0" + bytes(64), Refusal.IMAGE),
        (archive({"mimetype": b"application/vnd.oasis.opendocument.text"}), Refusal.OPEN_DOCUMENT),
        (archive({"readme.txt": b"hello"}), Refusal.UNKNOWN),
        (bytes(range(32)) * 20, Refusal.UNKNOWN),
        (b"PK\x03\x04" + b"rubbish" * 10, Refusal.DAMAGED),
        (b"%PDF-1.4\nrubbish", Refusal.DAMAGED),
        (pdf_bytes([[""]], ruled=False), Refusal.SCAN),
        (pdf_bytes(ROWS, encrypted=True), Refusal.ENCRYPTED),
        (archive({BODY: b"<w:document/>"}), Refusal.DAMAGED),
        (archive({"xl/workbook.xml": b"<workbook/>"}), Refusal.DAMAGED),
    ],
)
def test_other_files(data: bytes, code: Refusal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "PROGRAMS", ())
    assert refusal(data) is code


def test_too_large() -> None:
    assert refusal(b"x" * (limits.FILE_BYTES + 1)) is Refusal.TOO_LARGE


def test_a_pdf_or_sheet_called_docx_is_read() -> None:
    assert read(pdf_bytes(ROWS), "plan.docx").form == "pdf"
    assert read(xlsx_bytes(ROWS), "plan.docx").form == "xlsx"


def test_bomb_by_ratio() -> None:
    bomb = with_part(docx_bytes(ROWS), "word/media/image1.bin", bytes(40 * 1024 * 1024))
    started = time.monotonic()
    assert refusal(bomb) is Refusal.BOMB
    assert time.monotonic() - started < 1


def test_bomb_with_a_small_declared_size() -> None:
    """The size in the directory is changed: what unpacks does not match it."""
    bomb = bytearray(archive({BODY: bytes(2 * 1024 * 1024)}))
    directory = bomb.rfind(b"PK\x01\x02")
    bomb[directory + 24 : directory + 28] = (1000).to_bytes(4, "little")
    assert refusal(bytes(bomb)) in (Refusal.DAMAGED, Refusal.BOMB)


def test_bomb_by_entries() -> None:
    many = archive({f"word/{number}.xml": b"" for number in range(limits.ARCHIVE_ENTRIES + 1)})
    assert refusal(many) is Refusal.BOMB


def test_bomb_of_repeated_xml() -> None:
    row = b"<w:p><w:r><w:t>%d</w:t></w:r></w:p>"
    huge = b"".join(row % number for number in range(350_000))
    assert len(huge) > limits.WORD_BYTES
    assert refusal(with_part(docx_bytes(ROWS), BODY, huge)) is Refusal.BOMB


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize(
    "declaration",
    [
        '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>',
        '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE d SYSTEM "http://127.0.0.1:9/evil.dtd">',
    ],
)
@pytest.mark.parametrize(
    ("good", "name"),
    [
        (docx_bytes(ROWS), BODY),
        (docx_bytes(ROWS), "[Content_Types].xml"),
        (docx_bytes(ROWS), "_rels/.rels"),
        (xlsx_bytes(ROWS), "xl/worksheets/sheet1.xml"),
    ],
)
def test_entities(good: bytes, name: str, declaration: str, encoding: str) -> None:
    xml = part(good, name).decode()
    _, _, rest = xml.partition("?>")
    hostile = f'<?xml version="1.0" encoding="{encoding}"?>{declaration}{rest or xml}'
    assert refusal(with_part(good, name, hostile.encode(encoding))) is Refusal.ENTITIES


def test_entities_across_a_chunk_border() -> None:
    start = b'<?xml version="1.0"?><!--' + b"-x" * ((64 * 1024 - 34) // 2) + b"-->"
    hostile = start + b"<!DOCTYPE d []><d/>"
    assert refusal(with_part(docx_bytes(ROWS), BODY, hostile)) is Refusal.ENTITIES


def test_protected_entry() -> None:
    data = bytearray(docx_bytes(ROWS))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(mark)
        data[at + offset] |= 1
    assert refusal(bytes(data)) is Refusal.ENCRYPTED


def test_too_many_rows() -> None:
    good = xlsx_bytes([["x"]])
    name = "xl/worksheets/sheet1.xml"
    rows = b"".join(
        b'<row r="%d"><c><v>%d</v></c></row>' % (n, n * 7919) for n in range(1, limits.ROWS + 2)
    )
    head, _, rest = part(good, name).partition(b"<sheetData>")
    sheet = head + b"<sheetData>" + rows + b"</sheetData>" + rest.partition(b"</sheetData>")[2]
    assert refusal(with_part(good, name, sheet)) is Refusal.TOO_LONG


def test_a_lone_cell_far_away_costs_nothing() -> None:
    good = xlsx_bytes([["a"]])
    name = "xl/worksheets/sheet1.xml"
    xml = part(good, name).replace(
        b"</sheetData>", b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    )
    started = time.monotonic()
    assert len(read(with_part(good, name, xml)).tables[0].rows) == 1
    assert time.monotonic() - started < 5


def test_absurd_merges_are_cut() -> None:
    good = xlsx_bytes([["a", "b"]], ("A1:B1",))
    name = "xl/worksheets/sheet1.xml"
    xml = part(good, name).replace(b'ref="A1:B1"', b'ref="A1:XFD1048576"')
    assert read(with_part(good, name, xml)).tables[0].width == limits.COLUMNS


def test_a_thousand_rows_take_little_time_and_memory() -> None:
    rows = [["1", "Activity " * 20, "01.09.2023", "Head, curator", "Order"]] * 1000
    data = xlsx_bytes(rows)
    started = time.monotonic()
    document = read(data)
    taken = time.monotonic() - started
    tracemalloc.start()
    read(data)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(document.tables[0].rows) == 1000
    assert taken < 5
    assert peak < 100 * 1024 * 1024


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_broken_files_are_refused_or_read(data: st.DataObject) -> None:
    broken = bytearray(data.draw(st.sampled_from(GOOD)))
    for _ in range(data.draw(st.integers(1, 6))):
        broken[data.draw(st.integers(0, len(broken) - 1))] = data.draw(st.integers(0, 255))
    if data.draw(st.booleans()):
        broken = broken[: data.draw(st.integers(0, len(broken)))]
    try:
        read(bytes(broken), "file")
    except DocumentError as error:
        assert error.code in Refusal
