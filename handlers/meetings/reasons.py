"""Why a meeting was moved or did not take place: a few chips, or words."""

from typing import Any

from aiogram_dialog import DialogManager

from handlers.kit.turn import words_of
from mentoring.meetings.status import REASONS


def rows(manager: DialogManager) -> list[dict[str, Any]]:
    words = words_of(manager)
    return [{"id": key, "label": words.plain(f"meeting-reason-{key}")} for key in REASONS]
