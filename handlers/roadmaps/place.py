"""Which school a roadmap's screens are about."""

from aiogram_dialog import DialogManager

from handlers.kit.actions import number
from handlers.people.participants import my_school


def place_of(manager: DialogManager) -> int:
    """The school of the message that led here, else the one the person is the curator of."""
    return number(str(manager.dialog_data.get("organisation", ""))) or my_school(manager)
