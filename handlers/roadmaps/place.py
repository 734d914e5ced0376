"""What a roadmap's screens are about: the organisation, the draft, the row of it."""

from aiogram_dialog import DialogManager

from handlers.kit.actions import number
from handlers.kit.turn import unit_of
from mentoring.roles import Role

# Who keeps a roadmap, a school's before a department's.
KEEPERS = (Role.CURATOR, Role.DEPARTMENT)


def place_of(manager: DialogManager) -> int:
    """That of the message which led here, else the one whose roadmap the person keeps."""
    return number(str(manager.dialog_data.get("organisation", ""))) or my_place(manager)


def my_place(manager: DialogManager) -> int:
    """The organisation whose roadmap the person keeps; 0 where there is none."""
    actor = unit_of(manager).actor
    seats = (seat for role in KEEPERS if (seat := actor.seat(role)))
    seat = next(seats, None)
    return seat.organisation_id if seat else 0


def keeps(manager: DialogManager) -> bool:
    """Whether the person keeps the roadmap the screen is about, and does not only see it."""
    place = place_of(manager)
    return any(
        seat.role in KEEPERS and seat.organisation_id == place
        for seat in unit_of(manager).actor.seats
    )


def draft_of(manager: DialogManager) -> int:
    """The draft's id; 0, which none has, where no draft is open."""
    return number(str(manager.dialog_data.get("roadmap", "")))


def row_of(manager: DialogManager) -> int:
    """The id of the draft's row that is open."""
    return number(str(manager.dialog_data.get("row", "")))
