"""What the server refuses, in Telegram's words; and what the people API refuses, in ours."""

from __future__ import annotations

from typing import Any


class ApiError(Exception):
    """An answer with ``ok: false``; ``str()`` of it is the description the bot gets."""

    def __init__(self, code: int, description: str, parameters: dict[str, Any] | None = None):
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters

    def body(self) -> dict[str, Any]:
        """The JSON of the answer."""
        body: dict[str, Any] = {
            "ok": False,
            "error_code": self.code,
            "description": self.description,
        }
        if self.parameters:
            body["parameters"] = self.parameters
        return body


class SandboxError(RuntimeError):
    """A person cannot do what the test asked: no such button, a blocked bot, a bad payload."""


def bad_request(what: str) -> ApiError:
    """400, as for every wrong argument."""
    return ApiError(400, f"Bad Request: {what}")


def forbidden(what: str) -> ApiError:
    """403, as for everyone the bot may not write to."""
    return ApiError(403, f"Forbidden: {what}")


def conflict(what: str) -> ApiError:
    """409, as for two consumers of one bot's updates."""
    return ApiError(409, f"Conflict: {what}")


def too_many(seconds: int) -> ApiError:
    """429 with the pause in whole seconds."""
    return ApiError(
        429, f"Too Many Requests: retry after {seconds}", {"retry_after": max(1, seconds)}
    )


def migrated(new_chat_id: int) -> ApiError:
    """The old group is gone; the answer carries the id of the supergroup."""
    return ApiError(
        400,
        "Bad Request: group chat was upgraded to a supergroup chat",
        {"migrate_to_chat_id": new_chat_id},
    )


def too_large() -> ApiError:
    """413: an upload over 50 MB."""
    return ApiError(413, "Request Entity Too Large")
