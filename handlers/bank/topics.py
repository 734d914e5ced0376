"""Keys of a list of the taxonomy, put on and off by taps; and days out of a dialog's data."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import ScrollingGroup

from handlers.kit.labels import WHOLE, shortened
from handlers.kit.screens import choice, pages
from handlers.kit.turn import words_of
from mentoring.surveys import taxonomy

_ON = "\u2713 "


def data(manager: DialogManager, name: str = "topics") -> dict[str, Any]:
    """For getters of windows with `buttons`: the options, the chosen ones marked."""
    words, picked = words_of(manager), chosen(manager)
    options = [
        {
            "id": key,
            "label": shortened((_ON if key in picked else "") + said.to(words.language), WHOLE),
        }
        for key, said in taxonomy.options(name).items()
    ]
    return {"options": options, "any_chosen": bool(picked), "picked": len(picked)}


def chosen(manager: DialogManager) -> tuple[str, ...]:
    return tuple(manager.dialog_data.get("topics", ()))


def forget(manager: DialogManager, present: Iterable[str] = ()) -> None:
    """Begin with these chosen."""
    manager.dialog_data["topics"] = list(present)


async def on_topic(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    picked = list(chosen(manager))
    if item in picked:
        picked.remove(item)
    else:
        picked.append(item)
    manager.dialog_data["topics"] = picked[-60:]


def buttons() -> list[ScrollingGroup]:
    return [pages(choice("o", "options", on_topic), "op", height=8)]


def day_of(text: str | None, default: date) -> date:
    return date.fromisoformat(text) if text else default
