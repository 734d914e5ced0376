"""Settings: environment variables and .env, each documented in .env.example."""

import re
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from db.engines import normalise

_TOKEN = re.compile(r"\d{3,20}:[A-Za-z0-9_-]{30,64}")
_SECRET = re.compile(r"[A-Za-z0-9_-]{16,256}")


class SettingsError(Exception):
    """A setting is missing or malformed; the message is one line that names it."""


class Settings(BaseSettings):
    """What the operator decides."""

    model_config = SettingsConfigDict(env_file=".env", env_file_encoding="utf-8", extra="ignore")

    bot_token: SecretStr
    database_url: str = "sqlite:///data/bot.db"
    bot_api_url: str = "https://api.telegram.org"
    proxy_url: SecretStr | None = None
    admin_ids: Annotated[tuple[int, ...], NoDecode] = ()
    default_timezone: str = "Europe/Moscow"
    default_locale: str = "ru"
    consents_dir: str = ""
    # Templates of papers of the operator's own; what it lacks comes from papers/.
    papers_dir: str = ""
    # How documents with personal data leave: through the messenger, by a link, by the operator.
    files_by: Literal["chat", "link", "operator"] = "chat"
    # Where they lie until they are taken, and for how long at most.
    parcels_dir: str = "data/parcels"
    parcel_days: int = Field(default=3, ge=1, le=30)
    # Where copies of evidence and of meetings' files are kept; empty: nowhere.
    files_dir: str = ""
    # For how long the texts of messages that were sent are kept.
    keep_texts_days: int = Field(default=90, ge=7, le=3650)
    bot_mode: Literal["polling", "webhook"] = "polling"
    webhook_url: str = ""
    webhook_secret: SecretStr = SecretStr("")
    webhook_host: str = "127.0.0.1"
    webhook_port: int = Field(default=8080, ge=1, le=65535)
    log_format: Literal["text", "json"] = "text"
    # How many messages may be on their way at once: as many may arrive twice after a crash.
    sender_slots: int = Field(default=64, ge=1, le=1000)
    # Messages a second to all chats together; Telegram refuses above about 30.
    sender_rate: float = Field(default=25, gt=0, le=1000)

    @field_validator("bot_token")
    @classmethod
    def _token(cls, value: SecretStr) -> SecretStr:
        if not _TOKEN.fullmatch(value.get_secret_value()):
            raise ValueError("is not a token as @BotFather gives it (123456789:AA...)")
        return value

    @field_validator("database_url")
    @classmethod
    def _database(cls, value: str) -> str:
        try:
            return normalise(value)
        except Exception as error:
            raise ValueError("is not a postgresql:// or sqlite:/// address") from error

    @field_validator("bot_api_url")
    @classmethod
    def _api(cls, value: str) -> str:
        if urlsplit(value).scheme not in {"http", "https"} or not urlsplit(value).hostname:
            raise ValueError("is not an http:// or https:// address")
        return value.rstrip("/")

    @field_validator("proxy_url")
    @classmethod
    def _proxy(cls, value: SecretStr | None) -> SecretStr | None:
        if value is None or not value.get_secret_value():
            return None
        if urlsplit(value.get_secret_value()).scheme not in {"http", "socks4", "socks5"}:
            raise ValueError("is not an http://, socks4:// or socks5:// address")
        return value

    @field_validator("admin_ids", mode="before")
    @classmethod
    def _admins(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        parts = [part for part in re.split(r"[,;\s]+", value) if part]
        if not all(part.isascii() and part.isdigit() for part in parts):
            raise ValueError("is not a list of Telegram ids (numbers, separated by commas)")
        return tuple(int(part) for part in parts)

    @field_validator("default_timezone")
    @classmethod
    def _zone(cls, value: str) -> str:
        try:
            ZoneInfo(value)
        except (KeyError, ValueError, OSError) as error:
            raise ValueError("is not a time zone such as Europe/Moscow") from error
        return value

    @field_validator("default_locale")
    @classmethod
    def _locale(cls, value: str) -> str:
        folder = Path(__file__).resolve().parent.parent / "locales"
        if value not in {path.name for path in folder.iterdir() if path.is_dir()}:
            raise ValueError("is not a language of locales/ (ru, en)")
        return value

    @model_validator(mode="after")
    def _files(self) -> "Settings":
        if self.files_by == "link" and (
            self.bot_mode != "webhook" or not self.webhook_url.startswith("https://")
        ):
            raise ValueError("FILES_BY=link needs BOT_MODE=webhook and an https:// WEBHOOK_URL")
        return self

    @model_validator(mode="after")
    def _webhook(self) -> "Settings":
        if self.bot_mode == "webhook":
            if not self.webhook_url.startswith(("https://", "http://")):
                raise ValueError("WEBHOOK_URL is needed with BOT_MODE=webhook")
            if not _SECRET.fullmatch(self.webhook_secret.get_secret_value()):
                raise ValueError("WEBHOOK_SECRET needs 16-256 characters of A-Z a-z 0-9 _ -")
        return self


def load_settings() -> Settings:
    """Read the settings. Raises SettingsError with one readable line; it never holds a value."""
    try:
        return Settings.model_validate({})
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        name = ".".join(str(part) for part in first["loc"]).upper()
        said = first["msg"].removeprefix("Value error, ")
        if first["type"] == "missing":
            said = "is missing (see .env.example)"
        raise SettingsError(f"{name} {said}".strip()) from None
