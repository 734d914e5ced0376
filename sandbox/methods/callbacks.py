"""Answers to button presses."""

from __future__ import annotations

import time

from sandbox.calls import Call
from sandbox.entities import utf16
from sandbox.errors import bad_request
from sandbox.methods.registry import method
from sandbox.state import Toast

ANSWER_LIMIT = 200


@method("answerCallbackQuery")
def answer_callback_query(call: Call) -> bool:
    """Stop the button's waiting sign, with a toast or a window when there is text."""
    state = call.state
    query = state.queries.get(call.text("callback_query_id"))
    too_old = query is not None and time.monotonic() - query.made > state.query_seconds
    if query is None or query.chat.bot is not call.bot or too_old:
        raise bad_request("query is too old and response timeout expired or query ID is invalid")
    text, url = call.text("text"), call.text("url")
    if utf16(text) > ANSWER_LIMIT:
        raise bad_request("MESSAGE_TOO_LONG")
    if query.answered:
        return True
    query.answered = True
    if text or url:
        alert = call.flag("show_alert")
        query.toast = Toast(text, alert, url)
        kind = "alert" if alert else "toast"
        state.log(query.chat, kind, who=call.bot.first_name, from_bot=True, text=text or url)
    query.chat.changed.fire()
    return True
