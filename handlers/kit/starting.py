"""How a dialog begins."""

from typing import Any

from aiogram_dialog import DialogManager


async def adopt(data: Any, manager: DialogManager) -> None:
    """For `Dialog(on_start=...)`: what it was opened with is where the person is."""
    if isinstance(data, dict):
        manager.dialog_data.update(data)
