"""Where an update goes when it belongs to a dialog."""

from typing import Any

from aiogram import Router
from aiogram.dispatcher.event.bases import UNHANDLED
from aiogram.types import TelegramObject
from aiogram_dialog import Dialog
from aiogram_dialog.api.internal import CONTEXT_KEY


class Journeys(Router):
    """Offers an update only to the dialog the person is in.

    Asked one after the other, as routers are, a score of dialogs that have nothing to do with it
    take a tenth of the time of a step.
    """

    def __init__(self, dialogs: list[Dialog]) -> None:
        super().__init__(name="journeys")
        self.include_routers(*dialogs)
        self._dialogs = {dialog.states_group(): dialog for dialog in dialogs}

    async def propagate_event(self, update_type: str, event: TelegramObject, **kwargs: Any) -> Any:
        context = kwargs.get(CONTEXT_KEY)
        dialog = self._dialogs.get(context.state.group) if context else None
        if dialog is None:
            return UNHANDLED
        return await dialog.propagate_event(update_type, event, **kwargs)
