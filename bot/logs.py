"""Logs: one line an event, as text or JSON; secrets never get into either."""

import logging
import re
import sys
import traceback
from typing import Any

import orjson

# A bot token, wherever it may turn up (Telegram's addresses carry it).
_TOKEN = re.compile(r"\d{3,20}:[A-Za-z0-9_-]{30,64}")
_PASSWORD = re.compile(r"(://[^:/@\s]*:)[^@\s]+@")


def masked(text: str) -> str:
    return _PASSWORD.sub(r"\1***@", _TOKEN.sub("<token>", text))


class Text(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        return masked(super().format(record))


class Json(logging.Formatter):
    """One JSON object a line, for collectors."""

    def format(self, record: logging.LogRecord) -> str:
        event: dict[str, Any] = {
            "at": self.formatTime(record),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
        }
        if record.exc_info:
            event["exception"] = "".join(traceback.format_exception(*record.exc_info))
        return masked(orjson.dumps(event).decode())


def set_up(log_format: str) -> None:
    """Log to standard error; libraries only when something is wrong."""
    handler = logging.StreamHandler(sys.stderr)
    plain = Text("%(asctime)s %(levelname)s %(name)s: %(message)s")
    handler.setFormatter(Json() if log_format == "json" else plain)
    logging.basicConfig(level=logging.INFO, handlers=[handler], force=True)
    for noisy in ("aiogram", "aiogram_dialog", "apscheduler", "aiohttp.access", "alembic"):
        logging.getLogger(noisy).setLevel(logging.WARNING)
    # It says again, and without the reason, what the guards log or answer.
    logging.getLogger("aiogram_dialog.window").setLevel(logging.CRITICAL)
