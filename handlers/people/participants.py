"""Which school's people a curator's screens are about; which place's forms."""

from aiogram_dialog import DialogManager

from handlers.kit.turn import unit_of
from mentoring.roles import Role


def my_school(manager: DialogManager) -> int:
    """The organisation in which the person is a curator; 0 where there is none."""
    seat = unit_of(manager).actor.seat(Role.CURATOR)
    return seat.organisation_id if seat else 0


def my_place(manager: DialogManager) -> int:
    """The school whose curator, or the department whose member the person is; 0 for neither."""
    actor = unit_of(manager).actor
    seat = actor.seat(Role.CURATOR) or actor.seat(Role.DEPARTMENT)
    return seat.organisation_id if seat else 0
