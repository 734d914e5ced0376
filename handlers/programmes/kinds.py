"""Forms of mentoring as a school or a department has them: renamed, hidden, added."""

from typing import Any

from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button

from handlers.kit import menu
from handlers.kit.labels import WHOLE, shortened
from handlers.kit.screens import Say, SayEach, Screen, button, choice, go, leave, pages, typed
from handlers.kit.turn import remark, unit_of, words_of
from handlers.people.participants import my_place
from mentoring.programmes import kinds
from mentoring.programmes.forms import shipped
from mentoring.roles import Role

_PAGE = 8


class Kinds(StatesGroup):
    """The forms of mentoring of an organisation."""

    list = State()
    card = State()
    name = State()
    models = State()
    new = State()
    like = State()


async def _found(manager: DialogManager) -> list[kinds.Kind]:
    return await kinds.listed(unit_of(manager), organisation_id=my_place(manager))


async def list_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    language = words_of(dialog_manager).language
    return {
        "kinds": [
            {
                "id": kind.key,
                "label": shortened(kind.title_in(language), WHOLE),
                "title": kind.title_in(language),
                "hidden": "yes" if kind.hidden else "no",
            }
            for kind in await _found(dialog_manager)
        ]
    }


async def card_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    language = words_of(dialog_manager).language
    chosen = dialog_manager.dialog_data.get("kind")
    kind = next((one for one in await _found(dialog_manager) if one.key == chosen), None)
    return {
        "title": kind.title_in(language) if kind else "",
        "hidden": "yes" if kind and kind.hidden else "no",
        "like": kind.like.title.get(language, "") if kind else "",
        "models": [{"model": one} for one in kind.models_in(language)] if kind else [],
        "shown": bool(kind) and not kind.hidden if kind else False,
        "gone": bool(kind) and kind.hidden if kind else False,
    }


async def like_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    language = words_of(dialog_manager).language
    return {
        "forms": [
            {"id": form.key, "label": form.title.get(language) or form.title["ru"]}
            for form in shipped().values()
        ],
        "title": dialog_manager.dialog_data.get("title", ""),
    }


async def on_kind(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    manager.dialog_data["kind"] = item
    await manager.switch_to(Kinds.card)


async def _change(manager: DialogManager, **what: Any) -> None:
    await kinds.change(
        unit_of(manager),
        organisation_id=my_place(manager),
        key=manager.dialog_data.get("kind", ""),
        **what,
    )
    remark(manager, "kinds-kept")
    await manager.switch_to(Kinds.card)


async def on_name(manager: DialogManager, text: str) -> None:
    await _change(manager, title=" ".join(text.split()))


async def on_models(manager: DialogManager, text: str) -> None:
    lines = [" ".join(line.split()) for line in text.split("\n")]
    await _change(manager, models=[line for line in lines if line])


async def on_hide(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await _change(manager, hidden=True)


async def on_show(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await _change(manager, hidden=False)


async def on_new(manager: DialogManager, text: str) -> None:
    manager.dialog_data["title"] = " ".join(text.split())
    await manager.switch_to(Kinds.like)


async def on_like(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    manager.dialog_data["kind"] = await kinds.add(
        unit_of(manager),
        organisation_id=my_place(manager),
        title=str(manager.dialog_data.get("title", "")),
        like=item,
    )
    remark(manager, "kinds-added")
    await manager.switch_to(Kinds.card)


def dialog() -> Dialog:
    menu.entry("kinds", "menu-kinds", Kinds.list, Role.CURATOR, Role.DEPARTMENT, group="papers")
    return Dialog(
        Screen(
            Say("kinds"),
            SayEach("kinds-row", "kinds"),
            pages(choice("k", "kinds", on_kind), "kkp", height=_PAGE),
            go("kinds-new", "new", Kinds.new),
            leave("button-home"),
            state=Kinds.list,
            getter=list_data,
        ),
        Screen(
            Say("kinds-card"),
            SayEach("kinds-model", "models"),
            go("kinds-rename", "name", Kinds.name),
            go("kinds-models-change", "models", Kinds.models),
            button("kinds-hide", "hide", on_hide, when="shown"),
            button("kinds-show", "show", on_show, when="gone"),
            go("button-back", "back", Kinds.list),
            leave("button-home"),
            state=Kinds.card,
            getter=card_data,
        ),
        Screen(
            Say("kinds-name"),
            typed(on_name, limit=kinds.TITLE_LIMIT),
            go("button-back", "back", Kinds.card),
            state=Kinds.name,
        ),
        Screen(
            Say("kinds-models-how"),
            typed(on_models, limit=2000),
            go("button-back", "back", Kinds.card),
            state=Kinds.models,
        ),
        Screen(
            Say("kinds-new-how"),
            typed(on_new, limit=kinds.TITLE_LIMIT),
            go("button-back", "back", Kinds.list),
            state=Kinds.new,
        ),
        Screen(
            Say("kinds-like"),
            pages(choice("f", "forms", on_like), "klp", height=_PAGE),
            go("button-back", "back", Kinds.new),
            state=Kinds.like,
            getter=like_data,
        ),
    )
