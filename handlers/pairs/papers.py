"""The model papers of a programme: chosen from a list, sent as documents."""

from typing import Any

from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager

from handlers.kit import menu
from handlers.kit.actions import number
from handlers.kit.labels import WHOLE, shortened
from handlers.kit.screens import Say, Screen, choice, go, leave, pages
from handlers.kit.turn import remark, unit_of, words_of
from handlers.people.participants import my_school
from mentoring.papers import model
from mentoring.programmes import programmes
from mentoring.roles import Role


class ModelPapers(StatesGroup):
    """Papers filled from the data of one programme."""

    programme = State()
    list = State()


async def begin(_data: Any, manager: DialogManager) -> None:
    """At the only programme there is; else it is chosen."""
    found = await programmes.listed(unit_of(manager), organisation_id=my_school(manager))
    manager.dialog_data["several"] = len(found) > 1
    if len(found) == 1:
        manager.dialog_data["programme"] = found[0].id
        await manager.switch_to(ModelPapers.list)


async def programme_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    found = await programmes.listed(
        unit_of(dialog_manager), organisation_id=my_school(dialog_manager)
    )
    rows = [{"id": one.id, "label": shortened(one.title, WHOLE)} for one in found]
    return {"programmes": rows, "count": len(rows)}


async def list_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    words = words_of(dialog_manager)
    rows = [{"id": paper, "label": words.plain(f"model-paper-{paper}")} for paper in model.PAPERS]
    return {"papers": rows, "several": dialog_manager.dialog_data.get("several", False)}


async def on_programme(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    manager.dialog_data["programme"] = number(item)
    await manager.switch_to(ModelPapers.list)


async def on_paper(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    programme = int(manager.dialog_data.get("programme", 0))
    await model.send(unit_of(manager), programme_id=programme, paper=item)
    remark(manager, "order-sent")


def dialog() -> Dialog:
    # Not "papers": that is the group it stands in.
    menu.entry(
        "model_papers", "menu-model-papers", ModelPapers.programme, Role.CURATOR, group="papers"
    )
    return Dialog(
        Screen(
            Say("model-programme"),
            pages(choice("g", "programmes", on_programme), "gp"),
            leave("button-home"),
            state=ModelPapers.programme,
            getter=programme_data,
        ),
        Screen(
            Say("model-papers"),
            pages(choice("p", "papers", on_paper), "pp", height=9),
            go("match-other-programme", "programme", ModelPapers.programme, when="several"),
            leave("button-home"),
            state=ModelPapers.list,
            getter=list_data,
        ),
        on_start=begin,
    )
