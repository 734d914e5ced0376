"""What a pair may begin a talk with: the school's own three starters for each form."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button

from handlers.kit.labels import WHOLE, shortened
from handlers.kit.screens import Say, SayEach, Screen, button, choice, go, leave, pages, typed
from handlers.kit.turn import remark, unit_of, words_of
from handlers.pairs.states import Talk
from handlers.people.participants import my_school
from mentoring.pairs import rules
from mentoring.programmes import programmes


async def forms_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    found = await programmes.forms(
        unit_of(dialog_manager), organisation_id=my_school(dialog_manager)
    )
    language = words_of(dialog_manager).language
    return {
        "forms": [
            {"id": form.key, "label": shortened(form.title[language], WHOLE)} for form in found
        ]
    }


def _where(manager: DialogManager) -> dict[str, Any]:
    return {
        "organisation_id": my_school(manager),
        "form": str(manager.dialog_data.get("form", "")),
    }


async def lines_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    found = await rules.talk(
        unit_of(dialog_manager),
        **_where(dialog_manager),
        language=words_of(dialog_manager).language,
    )
    return {"lines": [{"line": line} for line in found]}


async def on_form(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    manager.dialog_data["form"] = item
    await manager.switch_to(Talk.lines)


async def on_lines(manager: DialogManager, text: str) -> None:
    await rules.set_talk(unit_of(manager), **_where(manager), text=text)
    remark(manager, "rules-kept")


async def on_usual(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await rules.set_talk(unit_of(manager), **_where(manager), text=None)
    remark(manager, "rules-kept")


def dialog() -> Dialog:
    return Dialog(
        Screen(
            Say("talk-forms"),
            pages(choice("f", "forms", on_form), "fp"),
            leave("button-back"),
            state=Talk.form,
            getter=forms_data,
        ),
        Screen(
            Say("talk-lines"),
            SayEach("rules-line", "lines"),
            typed(on_lines, limit=600),
            button("rules-usual", "usual", on_usual),
            go("button-back", "back", Talk.form),
            state=Talk.lines,
            getter=lines_data,
        ),
    )
