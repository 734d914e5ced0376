"""Words in the reader's language, arguments harmless."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.translator import Markup, MissingWords, Translator


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for language, text in {
        "ru": "hello = Привет, { $name }!\npairs = { $n ->\n    [one] { $n } пара\n"
        "    [few] { $n } пары\n   *[other] { $n } пар\n}\nday = { DAY($d) }, { WEEKDAY($d) }\n"
        "at = { TIME($t) }\nonly = только по-русски\n",
        "en": "hello = Hello, { $name }!\nday = { DAY($d) }\n",
    }.items():
        (tmp_path / language).mkdir()
        (tmp_path / language / "x.ftl").write_text(text, encoding="utf-8")
    return tmp_path


def test_plural_forms(folder: Path) -> None:
    words = Translator(folder, strict=True).to("ru")
    assert [words("pairs", n=n) for n in (1, 2, 5, 21)] == ["1 пара", "2 пары", "5 пар", "21 пара"]


def test_dates_in_the_readers_language(folder: Path) -> None:
    translator = Translator(folder, strict=True)
    assert translator.to("ru")("day", d=date(2026, 9, 5)) == "5 сентября, суббота"
    assert translator.to("en")("day", d=date(2026, 9, 5)) == "5 September"
    assert translator.to("ru")("at", t=datetime(2026, 9, 5, 8, 5, tzinfo=UTC)) == "08:05"


@given(st.text())
def test_a_typed_name_never_becomes_a_tag(name: str) -> None:
    said = Translator(strict=True).to("ru")("failure", code=name)
    inside = said.partition("(код ")[2]
    assert "<" not in inside
    assert ">" not in inside


def test_markup_goes_in_as_it_is(folder: Path) -> None:
    words = Translator(folder, strict=True).to("ru")
    assert words("hello", name=Markup("<b>Я</b>")) == "Привет, <b>Я</b>!"
    assert words("hello", name="<b>") == "Привет, &lt;b&gt;!"
    assert words.plain("hello", name="<b>") == "Привет, <b>!"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Вера Л.", "Это Вера Л. Да"),
        ("Вера", "Это Вера. Да"),
        ("Ну..", "Это Ну... Да"),
        ("Вера Л..", "Это Вера Л... Да"),
    ],
)
def test_an_initial_ends_the_sentence(folder: Path, name: str, said: str) -> None:
    (folder / "ru" / "y.ftl").write_text("this = Это { $name }. Да\n", encoding="utf-8")
    assert Translator(folder, strict=True).to("ru")("this", name=name) == said


def test_an_initial_in_bold_ends_it_too(folder: Path) -> None:
    (folder / "ru" / "y.ftl").write_text("this = Это <b>{ $name }</b>. Да\n", encoding="utf-8")
    words = Translator(folder, strict=True).to("ru")
    assert words("this", name="Вера Л.") == "Это <b>Вера Л.</b> Да"
    assert words("this", name="Вера") == "Это <b>Вера</b>. Да"


def test_an_unknown_language_is_the_default(folder: Path) -> None:
    translator = Translator(folder)
    assert translator.language("en-GB") == "en"
    assert translator.language("kk") == "ru"
    assert translator.language(None) == "ru"


def test_strict_raises_and_lenient_falls_back(folder: Path) -> None:
    with pytest.raises(MissingWords):
        Translator(folder, strict=True).to("en")("only")
    with pytest.raises(MissingWords):
        Translator(folder, strict=True).to("ru")("hello")
    lenient = Translator(folder)
    assert lenient.to("en")("only") == "только по-русски"
    assert lenient.to("en")("nowhere") == "nowhere"


def test_a_broken_catalogue_is_refused(folder: Path) -> None:
    (folder / "ru" / "bad.ftl").write_text("key = { $", encoding="utf-8")
    with pytest.raises(ValueError, match=r"bad\.ftl"):
        Translator(folder)
