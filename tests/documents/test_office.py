"""Old and open formats: read where LibreOffice is installed, refused with advice where not."""

import subprocess
from datetime import date
from pathlib import Path

import pytest

from documents import office
from documents.errors import DocumentError, Refusal
from documents.reader import read
from mentoring.roadmaps.reading import read_roadmap
from tests.documents.makers import docx_bytes, xlsx_bytes

ROWS = [
    ["№", "Мероприятие", "Срок", "Ответственный", "Результат"],
    ["1", "Назначить куратора", "до 18 сентября 2026 г.", "директор", "приказ"],
    ["2", "Собрать базу наставников", "с 16 по 30 сентября 2026 г.", "куратор", "база"],
]
FORMS = {"doc": Refusal.OLD_WORD, "rtf": Refusal.RICH_TEXT, "odt": Refusal.OPEN_DOCUMENT}
SHEETS = {"xls": Refusal.OLD_WORD, "ods": Refusal.OPEN_DOCUMENT}
# Written straight from .docx, an old .doc loses its table: it comes by way of .odt.
SOURCES = {"odt": "docx", "doc": "odt", "rtf": "docx", "xls": "xlsx", "ods": "xlsx", "pdf": "docx"}
needs_office = pytest.mark.skipif(office.program() is None, reason="LibreOffice is not installed")


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """One table in every format, made by LibreOffice itself."""
    folder = tmp_path_factory.mktemp("office")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    (folder / "plan.docx").write_bytes(docx_bytes(ROWS))
    (folder / "plan.xlsx").write_bytes(xlsx_bytes(ROWS))
    for form, source in SOURCES.items():
        subprocess.run(
            [
                office.program() or "",
                profile,
                "--headless",
                "--convert-to",
                form,
                "--outdir",
                str(folder),
                str(folder / f"plan.{source}"),
            ],
            check=True,
            capture_output=True,
            timeout=60,
        )
    return {form: (folder / f"plan.{form}").read_bytes() for form in SOURCES}


@needs_office
@pytest.mark.parametrize("form", [*FORMS, *SHEETS, "pdf"])
def test_a_plan_is_read_from_every_format(files: dict[str, bytes], form: str) -> None:
    found = read_roadmap(read(files[form], f"plan.{form}"), school_year=None)
    assert [(item.number, item.title) for item in found.items] == [
        ("1", "Назначить куратора"),
        ("2", "Собрать базу наставников"),
    ]
    assert [(item.deadline.start, item.deadline.end) for item in found.items] == [
        (None, date(2026, 9, 18)),
        (date(2026, 9, 16), date(2026, 9, 30)),
    ]
    assert found.items[1].result == "база"


@needs_office
@pytest.mark.parametrize(("form", "refusal"), [*FORMS.items(), *SHEETS.items()])
def test_without_the_program_people_are_advised(
    files: dict[str, bytes], form: str, refusal: Refusal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office, "PROGRAMS", ("no such program",))
    with pytest.raises(DocumentError) as raised:
        read(files[form], f"plan.{form}")
    assert raised.value.code is refusal


@pytest.mark.skipif(not Path("/bin/sh").exists(), reason="no shell to stand in")
def test_a_program_that_hangs_is_ended_with_all_it_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mark = tmp_path / "child"
    slow = tmp_path / "soffice"
    slow.write_text(f"#!/bin/sh\n(sleep 3; touch {mark}) &\nsleep 60\n")
    slow.chmod(0o755)
    monkeypatch.setattr(office, "PROGRAMS", (str(slow),))
    monkeypatch.setattr(office, "SECONDS", 0.2)
    with pytest.raises(DocumentError) as raised:
        read(b"{\\rtf1 text}")
    assert raised.value.code is Refusal.RICH_TEXT
    assert not mark.exists()
