"""All journeys. The home screen comes first: its commands hold in every state."""

from aiogram import Router

from handlers import home
from handlers.kit import actions
from handlers.people import join, organisations, participants


def routers() -> list[Router]:
    """Fresh routers, in the order in which an update is offered to them."""
    journeys: list[Router] = [
        *organisations.dialogs(),
        participants.dialog(),
        join.dialog(),
    ]
    return [home.router(), actions.router(), *journeys]
