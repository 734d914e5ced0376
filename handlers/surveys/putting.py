"""A curator's questionnaires: put to people, filled in for them, printed and read from paper."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button

from handlers.kit import menu
from handlers.kit.actions import number
from handlers.kit.labels import WHOLE, shortened
from handlers.kit.paging import shown
from handlers.kit.screens import Say, SayEach, Screen, button, choice, go, leave, pages
from handlers.kit.starting import adopt
from handlers.kit.turn import remark, unit_of, words_of
from handlers.meetings.hearing import Hearing
from handlers.people.participants import my_school
from handlers.roadmaps.files import file_input
from handlers.surveys import papers
from handlers.surveys.states import Answering, Putting
from mentoring.roles import Role
from mentoring.surveys import occasions, proxy
from mentoring.surveys.occasions import Occasion

_PAGE = 6
_PEOPLE = 8


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
        "unconnected": len({one.person_id for one in people if not one.connected}),
        "can_send": occasion.programme_id is not None
        and not occasion.of_meetings
        and len(answered) < len(people),
        "met": occasion.of_meetings,
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


async def on_for(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """In somebody's words: of a meeting a mark is enough, else the form is filled in."""
    occasion, _people = await occasions.card(
        unit_of(manager), organisation_id=my_school(manager), occasion=_key(manager)
    )
    if occasion.of_meetings:
        await manager.start(Hearing.list)
    else:
        await manager.switch_to(Putting.people)


def dialog() -> Dialog:
    menu.entry("putting", "menu-putting", Putting.list, Role.CURATOR, group="people")
    return Dialog(
        Screen(
            Say("putting"),
            SayEach("putting-row", "shown"),
            pages(choice("o", "occasions", on_occasion), "pp", height=_PAGE),
            file_input(papers.on_table),
            go("putting-upload", "upload", Putting.upload),
            leave("button-home"),
            state=Putting.list,
            getter=list_data,
        ),
        Screen(
            Say("putting-card"),
            Say("putting-card-meetings", when="met"),
            button("putting-send", "send", on_send, when="can_send"),
            go("putting-paper", "paper", Putting.paper, when="waiting"),
            button("putting-for", "for", on_for, when="waiting"),
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
        *papers.screens(),
        on_start=adopt,
    )
