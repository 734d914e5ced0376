"""Pages of a list whose text and number buttons go together."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Group, Row

from handlers.kit.screens import button, choice

# Buttons side by side on a small phone, by what their labels need.
_NARROW, _NARROW_LABEL = 4, 7
_WIDE = 2


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


def labelled(rows: list[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    """The rows of a page for `numbers`: narrow buttons where all labels fit them."""
    narrow = all(len(row["label"]) <= _NARROW_LABEL for row in rows)
    return {"narrow": rows if narrow else [], "wide": [] if narrow else rows}


def numbers(id: str, on_click: Any) -> tuple[Group, Group]:  # noqa: A002
    """A small button for each row of the page (see `labelled`)."""
    return (
        Group(choice(id, "narrow", on_click), width=_NARROW),
        Group(choice(f"{id}w", "wide", on_click), width=_WIDE),
    )


def page_buttons() -> Row:
    return Row(
        button("button-previous", "previous", _previous, when="has_previous"),
        button("button-next", "next", _next, when="has_next"),
    )
