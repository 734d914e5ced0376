"""An operator's own consent texts."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.app import _use_consents
from bot.settings import SettingsError
from mentoring.consent import texts
from mentoring.consent.texts import Purpose


@pytest.fixture(autouse=True)
def shipped_again() -> Iterator[None]:
    yield
    texts.use(None)


def test_a_folder_of_ones_own(tmp_path: Path) -> None:
    own = tmp_path / "own"
    shutil.copytree(texts.DIRECTORY, own)
    file = own / "programme-1.ru.md"
    title = file.read_text(encoding="utf-8").splitlines()[0]
    file.write_text(file.read_text(encoding="utf-8").replace(title, "# Свой заголовок", 1), "utf-8")
    _use_consents(str(own))
    assert texts.newest(Purpose.PROGRAMME).to("ru").title == "Свой заголовок"


def test_what_cannot_be_read_names_the_setting(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="CONSENTS_DIR"):
        _use_consents(str(tmp_path))
