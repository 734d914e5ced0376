"""Marks from 1 to 10, two short rows."""

from typing import Any

from aiogram_dialog.widgets.kbd import Group

from handlers.kit.screens import choice
from mentoring.meetings.feedback import MARKS

# For getters of windows with `marks`.
MARK_ROWS = [{"id": mark, "label": str(mark)} for mark in MARKS]


def marks(on_mark: Any, *, when: Any = None) -> Group:
    """Buttons 1 to 10; the window's getter gives MARK_ROWS as "marks"."""
    return Group(choice("mk", "marks", on_mark), width=len(MARK_ROWS) // 2, when=when)
