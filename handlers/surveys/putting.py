"""A curator's questionnaires: put to people, filled in for them, printed and read from paper."""

from typing import Any

from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button

from handlers.kit import menu
from handlers.kit.actions import action, number
from handlers.kit.labels import WHOLE, shortened
from handlers.kit.navigation import open_dialog
from handlers.kit.paging import shown
from handlers.kit.screens import Say, SayEach, Screen, button, choice, go, leave, pages
from handlers.kit.starting import adopt
from handlers.kit.turn import remark, unit_of, words_of
from handlers.people.participants import my_school
from handlers.roadmaps.files import file_input, incoming
from handlers.surveys.states import Answering
from mentoring.roles import Role
from mentoring.surveys import occasions, paper, proxy, sheets
from mentoring.surveys.occasions import Occasion

_PAGE = 6
_PEOPLE = 8
# So many errors of a sheet fit one message.
_ERRORS = 15


class Putting(StatesGroup):
    """What a school asks its people."""

    list = State()
    card = State()
    people = State()
    paper = State()
    upload = State()
    sheet = State()


def _said(occasion: Occasion, manager: DialogManager) -> dict[str, Any]:
    words = words_of(manager)
    title = occasion.form.title.to(words.language)
    if occasion.opens_on is None:
        label = f"{title}: {occasion.programme}"
    else:
        label = words.plain("survey-label", title=title, opens_on=occasion.opens_on)
    return {"title": title, "programme": occasion.programme, "label": label}


async def list_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    found = await occasions.listed(
        unit_of(dialog_manager), organisation_id=my_school(dialog_manager)
    )
    rows = []
    for n, occasion in enumerate(found, start=1):
        said = _said(occasion, dialog_manager)
        rows.append(
            {"id": occasion.key, "n": n, "label": f"{n}. {shortened(said['title'], WHOLE)}"}
            | {"title": said["label"]}
        )
    page = await shown(dialog_manager, "pp", rows, _PAGE)
    return {"occasions": rows, "shown": page, "count": len(rows)}


def _key(manager: DialogManager) -> str:
    return str(manager.dialog_data.get("occasion", ""))


async def card_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    occasion, people = await occasions.card(
        unit_of(dialog_manager),
        organisation_id=my_school(dialog_manager),
        occasion=_key(dialog_manager),
    )
    answered = [one for one in people if one.completed_at]
    return _said(occasion, dialog_manager) | {
        "invited": len(people),
        "answered": len(answered),
        "paper": sum(1 for one in answered if one.channel == "paper"),
        "spoken": sum(1 for one in answered if one.channel == "spoken"),
        "unconnected": sum(1 for one in people if not one.connected),
        "can_send": occasion.programme_id is not None and len(answered) < len(people),
        "waiting": len(answered) < len(people),
    }


async def people_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    _occasion, people = await occasions.card(
        unit_of(dialog_manager),
        organisation_id=my_school(dialog_manager),
        occasion=_key(dialog_manager),
    )
    rows = [
        {"id": one.person_id, "label": shortened(one.name, WHOLE)}
        for one in people
        if one.completed_at is None
    ]
    return {"people": rows, "count": len(rows)}


async def sheet_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    view = await sheets.card(
        unit_of(dialog_manager), sheet_id=dialog_manager.dialog_data.get("sheet", 0)
    )
    return {
        "title": view.title,
        "people": view.people,
        "answers": view.answers,
        "unanswered": view.unanswered,
        "count": len(view.errors),
        "errors": [{"what": shortened(one, 180)} for one in view.errors[:_ERRORS]],
        "more": max(0, len(view.errors) - _ERRORS),
        "faulty": bool(view.errors),
        "can_save": view.people > 0 and view.status == sheets.PREVIEW,
    }


async def on_occasion(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    manager.dialog_data["occasion"] = item
    await manager.switch_to(Putting.card)


async def on_send(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    count = await occasions.send(
        unit_of(manager), organisation_id=my_school(manager), occasion=_key(manager)
    )
    remark(manager, "putting-sent", count=count)


async def on_person(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    """Fill in for somebody in their words: the questions follow one by one."""
    unit = unit_of(manager)
    _occasion, people = await occasions.card(
        unit, organisation_id=my_school(manager), occasion=_key(manager)
    )
    name = next((one.name for one in people if one.person_id == number(item)), "")
    response_id = await proxy.begin(
        unit, organisation_id=my_school(manager), occasion=_key(manager), person_id=number(item)
    )
    await manager.start(Answering.list, {"for": response_id, "name": name})


def _sends(what: Any, role: Role) -> Any:
    async def send(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
        count = await what(unit_of(manager), my_school(manager), _key(manager), role)
        remark(manager, "putting-file-comes", count=count)

    return send


async def on_table(manager: DialogManager, message: Message) -> None:
    file = incoming(message)
    if file is not None:
        await sheets.receive(unit_of(manager), organisation_id=my_school(manager), file=file)
        remark(manager, "putting-reading")
        await manager.switch_to(Putting.list)


async def on_save(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    saved, kept = await sheets.save(unit_of(manager), sheet_id=manager.dialog_data.get("sheet", 0))
    remark(manager, "sheet-saved", saved=saved, kept=kept)
    await manager.switch_to(Putting.list)


async def on_discard(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await sheets.discard(unit_of(manager), sheet_id=manager.dialog_data.get("sheet", 0))
    remark(manager, "sheet-discarded")
    await manager.switch_to(Putting.list)


@action("sheet")
async def open_sheet(manager: DialogManager, argument: str) -> None:
    """Under the message that a table was read."""
    await open_dialog(manager, Putting.sheet, {"sheet": number(argument)})


def dialog() -> Dialog:
    menu.entry("putting", "menu-putting", Putting.list, Role.CURATOR, group="people")
    return Dialog(
        Screen(
            Say("putting"),
            SayEach("putting-row", "shown"),
            pages(choice("o", "occasions", on_occasion), "pp", height=_PAGE),
            file_input(on_table),
            go("putting-upload", "upload", Putting.upload),
            leave("button-home"),
            state=Putting.list,
            getter=list_data,
        ),
        Screen(
            Say("putting-card"),
            button("putting-send", "send", on_send, when="can_send"),
            go("putting-paper", "paper", Putting.paper, when="waiting"),
            go("putting-for", "for", Putting.people, when="waiting"),
            go("button-back", "back", Putting.list),
            leave("button-home"),
            state=Putting.card,
            getter=card_data,
        ),
        Screen(
            Say("putting-people"),
            pages(choice("p", "people", on_person), "qq", height=_PEOPLE),
            go("button-back", "back", Putting.card),
            state=Putting.people,
            getter=people_data,
        ),
        Screen(
            Say("putting-paper-how"),
            button("putting-blanks-mentees", "be", _sends(paper.send_blanks, Role.MENTEE)),
            button("putting-blanks-mentors", "bm", _sends(paper.send_blanks, Role.MENTOR)),
            button("putting-sheet-mentees", "se", _sends(paper.send_sheet, Role.MENTEE)),
            button("putting-sheet-mentors", "sm", _sends(paper.send_sheet, Role.MENTOR)),
            file_input(on_table),
            go("putting-upload", "upload", Putting.upload),
            go("button-back", "back", Putting.card),
            state=Putting.paper,
        ),
        Screen(
            Say("putting-upload-how"),
            file_input(on_table),
            go("button-back", "back", Putting.list),
            state=Putting.upload,
        ),
        Screen(
            Say("sheet-card"),
            SayEach("sheet-line", "errors"),
            Say("sheet-more", when="more"),
            Say("sheet-mend", when="faulty"),
            button("sheet-save", "save", on_save, when="can_save"),
            button("sheet-discard", "discard", on_discard, when="can_save"),
            go("button-back", "back", Putting.list),
            state=Putting.sheet,
            getter=sheet_data,
        ),
        on_start=adopt,
    )
