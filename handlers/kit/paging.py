"""Long lists whose text tells of the same rows as the buttons below it."""

from typing import Any

from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.common import ManagedScroll


async def shown(
    manager: DialogManager, scroll_id: str, rows: list[dict[str, Any]], size: int
) -> list[dict[str, Any]]:
    """The rows on the present page of the window's `pages(..., scroll_id, height=size)`."""
    scroll: ManagedScroll | None = manager.find(scroll_id)
    page = await scroll.get_page() if scroll else 0
    page = min(page, max(0, (len(rows) - 1) // size))
    return rows[page * size : (page + 1) * size]
