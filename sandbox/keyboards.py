"""Checks of reply_markup. Error texts: tdlib/td ReplyMarkup.cpp and the limits lists.

The public server cuts or refuses keyboards over these limits depending on their kind; here all
are refused, so that a keyboard too large is found in a test.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import orjson

from sandbox.entities import checked_link
from sandbox.errors import ApiError, bad_request

INLINE_BUTTONS, INLINE_IN_ROW = 100, 8
KEYBOARD_BUTTONS, KEYBOARD_IN_ROW = 300, 12
MARKUP_BYTES = 10_240
CALLBACK_BYTES = 64

_ACTIONS = (
    "callback_data", "url", "web_app", "login_url", "switch_inline_query",
    "switch_inline_query_current_chat", "switch_inline_query_chosen_chat", "copy_text",
    "callback_game", "pay",
)  # fmt: skip
_REQUESTS = ("request_contact", "request_location", "request_poll", "request_users", "request_chat")


@dataclass(slots=True)
class Markup:
    """A checked keyboard: ``inline``, ``keyboard``, ``remove`` or ``force_reply``."""

    kind: str
    rows: list[list[dict[str, Any]]]
    options: dict[str, Any]


def parse_markup(raw: Any, *, private: bool) -> Markup | None:
    """The keyboard in a ``reply_markup`` argument; None when there is none.

    Raises ApiError (400) as Telegram does.
    """
    if raw is None or raw in ("", {}):
        return None
    if not isinstance(raw, dict):
        raise bad_request("object expected as reply markup")
    if "inline_keyboard" in raw:
        rows = [[_inline_button(button) for button in row] for row in _rows(raw, "inline_keyboard")]
        return _sized(Markup("inline", [row for row in rows if row], {}), raw)
    options = {key: value for key, value in raw.items() if key != "keyboard"}
    if "keyboard" in raw:
        rows = [[_button(button, private) for button in row] for row in _rows(raw, "keyboard")]
        return _sized(Markup("keyboard", [row for row in rows if row], options), raw)
    if raw.get("remove_keyboard"):
        return Markup("remove", [], options)
    if raw.get("force_reply"):
        return Markup("force_reply", [], options)
    return None


def _rows(raw: dict[str, Any], field: str) -> list[list[Any]]:
    rows = raw[field]
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        kind = "InlineKeyboardMarkup" if field == "inline_keyboard" else "ReplyKeyboardMarkup"
        raise bad_request(f'field "{field}" of the {kind} should be an Array of Arrays')
    return rows


def _sized(markup: Markup, raw: dict[str, Any]) -> Markup | None:
    if not markup.rows:
        return None
    inline = markup.kind == "inline"
    most, widest = (
        (INLINE_BUTTONS, INLINE_IN_ROW) if inline else (KEYBOARD_BUTTONS, KEYBOARD_IN_ROW)
    )
    total = sum(len(row) for row in markup.rows)
    if total > most or max(len(row) for row in markup.rows) > widest:
        raise bad_request("reply markup is too long")
    # The size only matters for large keyboards: spare the encoding of small ones.
    if total > 20 and len(orjson.dumps(raw)) > MARKUP_BYTES:
        raise bad_request("reply markup is too long")
    return markup


def _inline_error(what: str) -> ApiError:
    return bad_request(f"can't parse inline keyboard button: {what}")


def _inline_button(given: Any) -> dict[str, Any]:
    if not isinstance(given, dict):
        raise _inline_error("InlineKeyboardButton must be an Object")
    button = _without_nulls(given)
    text = button.get("text")
    if not isinstance(text, str):
        raise _inline_error('Field "text" must be of type String')
    if not text.strip():
        raise bad_request("inline keyboard button text must be non-empty")
    actions = [action for action in _ACTIONS if action in button]
    if not actions:
        raise _inline_error("Text buttons are unallowed in the inline keyboard")
    if "callback_data" in button:
        data = button["callback_data"]
        if not isinstance(data, str) or not 1 <= len(data.encode()) <= CALLBACK_BYTES:
            raise bad_request("BUTTON_DATA_INVALID")
    if "url" in button:
        _check_url(str(button["url"]), "Inline keyboard button")
    if "web_app" in button:
        _check_web_app(button["web_app"], "inline keyboard button")
    return button


def _button(button: Any, private: bool) -> dict[str, Any]:
    if isinstance(button, str):
        button = {"text": button}
    if not isinstance(button, dict) or not isinstance(button.get("text"), str):
        raise bad_request("can't parse keyboard button: KeyboardButton must be a String or Object")
    if not button["text"].strip():
        raise bad_request("keyboard button text must be non-empty")
    if not private and button.get("request_contact"):
        raise bad_request("phone number can be requested in private chats only")
    if not private and any(button.get(kind) for kind in _REQUESTS):
        raise bad_request("requests can be made in private chats only")
    if button.get("web_app"):
        _check_web_app(button["web_app"], "keyboard button")
    return _without_nulls(button)


def _without_nulls(button: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in button.items() if value is not None}


def _check_url(url: str, who: str) -> None:
    if url.startswith(("tg://", "mailto:")):
        return
    if checked_link(url) is None:
        raise bad_request(f"{who[0].lower()}{who[1:]} URL '{url}' is invalid: Wrong HTTP URL")


def _check_web_app(web_app: Any, who: str) -> None:
    url = web_app.get("url", "") if isinstance(web_app, dict) else ""
    if not url.startswith("https://"):
        raise bad_request(f"{who} Web App URL '{url}' is invalid: Only HTTPS links are allowed")
