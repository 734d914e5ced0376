"""What a roadmap's screens are about: the school, the draft, the row of it."""

from aiogram_dialog import DialogManager

from handlers.kit.actions import number
from handlers.people.participants import my_school


def place_of(manager: DialogManager) -> int:
    """The school of the message that led here, else the one the person is the curator of."""
    return number(str(manager.dialog_data.get("organisation", ""))) or my_school(manager)


def draft_of(manager: DialogManager) -> int:
    """The draft's id; 0, which none has, where no draft is open."""
    return number(str(manager.dialog_data.get("roadmap", "")))


def row_of(manager: DialogManager) -> int:
    """The id of the draft's row that is open."""
    return number(str(manager.dialog_data.get("row", "")))
