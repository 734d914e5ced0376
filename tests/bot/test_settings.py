"""A bad setting stops the start with one line that names it and shows no secret."""

import logging

import pytest

from bot.logs import Json, Text, masked
from bot.settings import Settings, SettingsError, load_settings
from tests.paths import ROOT

TOKEN = "123456789:" + "A" * 35


@pytest.fixture(autouse=True)
def clean(monkeypatch: pytest.MonkeyPatch, tmp_path: object) -> None:
    monkeypatch.chdir(str(tmp_path))
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.setenv("BOT_TOKEN", TOKEN)


def test_a_token_is_enough() -> None:
    settings = load_settings()
    assert settings.database_url == "sqlite+aiosqlite:///data/bot.db"
    assert settings.bot_mode == "polling"
    assert settings.admin_ids == ()


def test_administrators_are_a_list(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ADMIN_IDS", "12, 34;56")
    assert load_settings().admin_ids == (12, 34, 56)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("BOT_TOKEN", "nonsense"),
        ("BOT_TOKEN", ""),
        ("DATABASE_URL", "mysql://user:secret-word@host/db"),
        ("DATABASE_URL", "not an address"),
        ("BOT_API_URL", "ftp://host"),
        ("PROXY_URL", "gopher://user:secret-word@host"),
        ("ADMIN_IDS", "12, secret-word"),
        ("DEFAULT_TIMEZONE", "Moscow/Nowhere"),
        ("DEFAULT_TIMEZONE", "../../etc/passwd"),
        ("DEFAULT_LOCALE", "xx"),
        ("DEFAULT_LOCALE", ""),
        ("DEFAULT_LOCALE", ".."),
        ("BOT_MODE", "carrier pigeon"),
        ("WEBHOOK_PORT", "99999"),
        ("LOG_FORMAT", "xml"),
        ("FILES_BY", "pigeon"),
        ("FILES_BY", "link"),
        ("PARCEL_DAYS", "0"),
        ("KEEP_TEXTS_DAYS", "1"),
        ("SENDER_SLOTS", "0"),
    ],
)
def test_a_malformed_setting_is_named(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingsError) as caught:
        load_settings()
    line = str(caught.value)
    assert name in line
    assert "\n" not in line
    assert "secret-word" not in line


def test_a_missing_token_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("BOT_TOKEN")
    with pytest.raises(SettingsError, match="BOT_TOKEN is missing"):
        load_settings()


@pytest.mark.parametrize(
    ("url", "secret", "named"),
    [("", "s" * 16, "WEBHOOK_URL"), ("https://host", "short", "WEBHOOK_SECRET")],
)
def test_a_webhook_needs_its_address_and_secret(
    monkeypatch: pytest.MonkeyPatch, url: str, secret: str, named: str
) -> None:
    monkeypatch.setenv("BOT_MODE", "webhook")
    monkeypatch.setenv("WEBHOOK_URL", url)
    monkeypatch.setenv("WEBHOOK_SECRET", secret)
    with pytest.raises(SettingsError, match=named):
        load_settings()


def test_every_setting_is_documented() -> None:
    documented = (ROOT / ".env.example").read_text(encoding="utf-8")
    missing = [name for name in Settings.model_fields if f"\n{name.upper()}=" not in documented]
    assert missing == []


@pytest.mark.parametrize("formatter", [Text("%(message)s"), Json()])
def test_no_secret_gets_into_a_log(formatter: logging.Formatter) -> None:
    url = f"https://host/bot{TOKEN}/getMe postgresql://user:pass-word@host/db"
    record = logging.LogRecord("x", logging.ERROR, "x", 1, "failed: %s", (url,), None)
    line = formatter.format(record)
    assert TOKEN not in line
    assert "pass-word" not in line
    assert "failed" in line


def test_masking_leaves_the_rest() -> None:
    assert masked("12:30 done, 5:1") == "12:30 done, 5:1"
