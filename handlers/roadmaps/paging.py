"""Pages of a list whose text and number buttons go together."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Group, Row

from handlers.kit.screens import button, choice

# Number buttons side by side on a small phone.
_WIDTH = 4


def page_of(manager: DialogManager) -> int:
    page = manager.dialog_data.get("page", 0)
    return page if isinstance(page, int) else 0


def to_first_page(manager: DialogManager) -> None:
    manager.dialog_data["page"] = 0


def turning(page: int, *, more: bool) -> dict[str, bool]:
    """What the page buttons go by."""
    return {"has_previous": page > 0, "has_next": more}


async def _previous(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    manager.dialog_data["page"] = max(0, page_of(manager) - 1)


async def _next(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    manager.dialog_data["page"] = page_of(manager) + 1


def numbers(id: str, items: str, on_click: Any) -> Group:  # noqa: A002
    """A small button for each row of the page."""
    return Group(choice(id, items, on_click), width=_WIDTH)


def page_buttons() -> Row:
    return Row(
        button("roadmap-page-previous", "previous", _previous, when="has_previous"),
        button("roadmap-page-next", "next", _next, when="has_next"),
    )
