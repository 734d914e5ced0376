"""A curator's links for mentors and mentees, and who has come by them."""

from typing import Any

from aiogram.fsm.state import State, StatesGroup
from aiogram_dialog import Dialog, DialogManager

from handlers.kit import menu
from handlers.kit.links import invite_link
from handlers.kit.screens import Say, SayEach, Screen, go, leave
from handlers.kit.turn import unit_of
from mentoring.people import invites, participants
from mentoring.roles import Role

# So many names of each are shown: a message holds 4,096 characters, a name up to 120.
NAMED = 12


class Participants(StatesGroup):
    """The people of a school's programme."""

    list = State()
    mentor_link = State()
    mentee_link = State()


def my_school(manager: DialogManager) -> int:
    """The organisation in which the person is a curator; 0 where there is none."""
    seat = unit_of(manager).actor.seat(Role.CURATOR)
    return seat.organisation_id if seat else 0


async def list_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    unit, school = unit_of(dialog_manager), my_school(dialog_manager)
    mentors = await participants.listed(unit, organisation_id=school, role=Role.MENTOR)
    mentees = await participants.listed(unit, organisation_id=school, role=Role.MENTEE)
    return {
        "mentors": [{"name": person.name} for person in mentors[:NAMED]],
        "mentees": [{"name": person.name} for person in mentees[:NAMED]],
        "mentor_count": len(mentors),
        "mentee_count": len(mentees),
        "more": max(len(mentors), len(mentees)) > NAMED,
        "named": NAMED,
    }


def _link_data(role: Role) -> Any:
    async def data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
        token = await invites.invite_participants(
            unit_of(dialog_manager), organisation_id=my_school(dialog_manager), role=role
        )
        return {"link": invite_link(dialog_manager, token)}

    return data


def dialog() -> Dialog:
    menu.entry("participants", "menu-participants", Participants.list, Role.CURATOR, group="people")
    return Dialog(
        Screen(
            Say("participants-mentors"),
            SayEach("participants-row", "mentors"),
            Say("participants-mentees"),
            SayEach("participants-row", "mentees"),
            Say("participants-more", when="more"),
            go("participants-invite-mentor", "mentor", Participants.mentor_link),
            go("participants-invite-mentee", "mentee", Participants.mentee_link),
            leave("button-home"),
            state=Participants.list,
            getter=list_data,
        ),
        Screen(
            Say("participants-link-mentor"),
            go("button-back", "back", Participants.list),
            state=Participants.mentor_link,
            getter=_link_data(Role.MENTOR),
        ),
        Screen(
            Say("participants-link-mentee"),
            go("button-back", "back", Participants.list),
            state=Participants.mentee_link,
            getter=_link_data(Role.MENTEE),
        ),
    )
