"""Own questions in the shipped forms, and forms of a school's or a department's own."""

from typing import Any

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button

from handlers.kit import menu
from handlers.kit.actions import action, number
from handlers.kit.labels import WHOLE, shortened
from handlers.kit.navigation import open_dialog
from handlers.kit.screens import Say, SayEach, Screen, button, choice, go, leave, pages, typed
from handlers.kit.starting import adopt
from handlers.kit.turn import remark, unit_of
from handlers.people.participants import my_place
from handlers.roadmaps.files import file_input, incoming
from handlers.surveys import adding
from handlers.surveys.states import Answering, Forms
from mentoring.roles import Role
from mentoring.surveys import custom, own

_PAGE = 8
_LISTED = 12
_TITLE_LIMIT = 120


async def own_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    found = await own.listed(unit_of(dialog_manager), organisation_id=my_place(dialog_manager))
    rows = [
        {
            "id": one.id,
            "label": shortened(one.title, WHOLE),
            "title": one.title,
            "status": one.status,
            "mine": "yes" if one.mine else "no",
        }
        for one in found
    ]
    mine = [row for row in rows if row["mine"] == "yes"]
    return {"forms": mine, "rows": rows[:_LISTED], "count": len(rows)}


async def form_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    found = await own.listed(unit_of(dialog_manager), organisation_id=my_place(dialog_manager))
    form = next((one for one in found if one.id == dialog_manager.dialog_data.get("form")), None)
    questions = form.questions if form else {}
    return {
        "title": form.title if form else "",
        "status": form.status if form else "retired",
        "shared": "yes" if form and form.shared else "no",
        "mentors": questions.get(Role.MENTOR, 0),
        "mentees": questions.get(Role.MENTEE, 0),
        "draft": bool(form) and form.status == own.DRAFT if form else False,
        "there": form is not None,
        "department": unit_of(dialog_manager).actor.seat(Role.CURATOR) is None,
    }


async def on_form(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    manager.dialog_data["form"] = number(item)
    await manager.switch_to(Forms.form)


def _trial(role: Role) -> Any:
    async def start(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
        data = {"trial": manager.dialog_data.get("form", 0), "role": role.value}
        await manager.start(Answering.list, data)

    return start


async def on_publish(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await own.publish(unit_of(manager), questionnaire_id=manager.dialog_data.get("form", 0))
    remark(manager, "forms-published")


async def on_share(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    data = await form_data(dialog_manager=manager)
    await own.share(
        unit_of(manager),
        questionnaire_id=manager.dialog_data.get("form", 0),
        shared=data["shared"] == "no",
    )


async def on_retire(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await own.retire(unit_of(manager), questionnaire_id=manager.dialog_data.get("form", 0))
    remark(manager, "forms-retired")
    await manager.switch_to(Forms.own)


async def on_title(manager: DialogManager, text: str) -> None:
    manager.dialog_data["title"] = " ".join(text.split())
    await manager.switch_to(Forms.table)


async def on_template(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await custom.send_template(unit_of(manager), organisation_id=my_place(manager))
    remark(manager, "forms-template-comes")


async def on_table(manager: DialogManager, message: Message) -> None:
    file = incoming(message)
    if file is not None:
        await custom.receive(
            unit_of(manager),
            organisation_id=my_place(manager),
            title=str(manager.dialog_data.get("title", "")),
            file=file,
        )
        remark(manager, "putting-reading")
        await manager.switch_to(Forms.own)


@action("own")
async def open_own(manager: DialogManager, argument: str) -> None:
    """Under the message that a form was read out of a table."""
    await open_dialog(manager, Forms.form, {"form": number(argument)})


def dialog() -> Dialog:
    menu.entry("forms", "menu-forms", Forms.home, Role.CURATOR, Role.DEPARTMENT, group="papers")
    return Dialog(
        Screen(
            Say("forms"),
            go("forms-questions", "questions", Forms.purpose),
            go("forms-own", "own", Forms.own),
            leave("button-home"),
            state=Forms.home,
        ),
        *adding.screens(),
        Screen(
            Say("forms-own-list"),
            SayEach("forms-own-row", "rows"),
            pages(choice("f", "forms", on_form), "fop", height=_PAGE),
            go("forms-new", "new", Forms.title),
            go("button-back", "back", Forms.home),
            state=Forms.own,
            getter=own_data,
        ),
        Screen(
            Say("forms-form"),
            button("forms-try-mentee", "te", _trial(Role.MENTEE), when="mentees"),
            button("forms-try-mentor", "tm", _trial(Role.MENTOR), when="mentors"),
            button("forms-publish", "publish", on_publish, when="draft"),
            button("forms-share", "share", on_share, when="department"),
            button("forms-retire", "retire", on_retire, when="there"),
            go("button-back", "back", Forms.own),
            state=Forms.form,
            getter=form_data,
        ),
        Screen(
            Say("forms-title"),
            typed(on_title, limit=_TITLE_LIMIT),
            go("button-back", "back", Forms.own),
            state=Forms.title,
        ),
        Screen(
            Say("forms-table"),
            button("forms-template", "template", on_template),
            file_input(on_table),
            go("button-back", "back", Forms.title),
            state=Forms.table,
        ),
        on_start=adopt,
    )
