"""Templates of papers: each can be filled, an operator's own comes first, none can do harm."""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docx
import pytest

from mentoring.papers import model, templates
from mentoring.papers.templates import PaperError, filled

NAMES = sorted({path.name.partition(".")[0] for path in templates.DIRECTORY.glob("*.docx")})
PAIR: dict[str, Any] = {
    name: f"<{name}> & \x0bCo"
    for name in (
        "mentors",
        "mentees",
        "form",
        "starts",
        "ends",
        "until",
        "ended",
        "ground",
        "former",
    )
}
LINE = dict.fromkeys(("number", "title", "due", "expected", "actual", "mark"), "<строка> & Ко")
PAIR |= {"goals": "цели", "approved": "день", "lines": [LINE, LINE]}
CONTEXT: dict[str, Any] = {
    **dict.fromkeys(
        (
            *("organisation", "head", "curators", "programme", "form", "starts"),
            *("ends", "today", "number", "day", "mentor", "hours"),
        ),
        "слова",
    ),
    "meetings": 12,
    "mentors_count": 1,
    "mentees_count": 1,
    "pairs_count": 1,
    "pairs": [PAIR, PAIR],
    "readers": ["Анна & Ко"],
    "mentors": [{"name": "Анна", "post": "учитель"}],
    "mentees": [{"name": "Миша", "post": "7Б"}],
    "plan": [dict.fromkeys(("number", "title", "term", "who", "result"), "строка")],
    "lines": [
        dict.fromkeys(
            ("day", "kind", "minutes", "note", "agreed", "month", "meetings", "hours"), "запись"
        )
    ],
}


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Path]:
    yield tmp_path
    templates.use(None)


def words(data: bytes) -> str:
    document = docx.Document(io.BytesIO(data))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def written(path: Path, text: str) -> None:
    document = docx.Document()
    document.add_paragraph(text)
    document.save(str(path))


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("name", NAMES)
def test_each_can_be_filled(name: str, language: str) -> None:
    told = words(filled(name, language, CONTEXT))
    assert "{{" not in told
    assert "{%" not in told
    assert "слова" in told


def test_every_paper_that_is_offered_has_a_template() -> None:
    assert {f"model-{paper}" for paper in model.PAPERS} == {
        name for name in NAMES if name.startswith("model-")
    }


def test_an_operators_own_comes_first(own: Path) -> None:
    written(own / "certificate.ru.docx", "Наш сертификат: {{ mentor }}")
    templates.use(own)
    assert words(filled("certificate", "ru", CONTEXT)) == "Наш сертификат: слова"
    assert "{{" not in words(filled("journal", "ru", CONTEXT))
    written(own / "diploma.ru.docx", "-")
    with pytest.raises(PaperError, match="diploma"):
        templates.use(own)


@pytest.mark.parametrize(
    "text",
    [
        "{{ mentro }}",
        "{{ mentor.__class__.__mro__ }}",
        "{{ pairs.append(1) }}",
        "{% for %}",
    ],
)
def test_a_wrong_or_wicked_template_is_an_error_and_no_more(own: Path, text: str) -> None:
    written(own / "certificate.ru.docx", text)
    templates.use(own)
    with pytest.raises(PaperError, match="certificate"):
        filled("certificate", "ru", CONTEXT)


def test_a_broken_file_is_an_error(own: Path) -> None:
    (own / "certificate.ru.docx").write_bytes(b"not a document")
    templates.use(own)
    with pytest.raises(PaperError):
        filled("certificate", "ru", CONTEXT)
