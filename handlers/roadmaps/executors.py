"""Whom the plan's executors mean: suggestions are taken all at once, or corrected one by one."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button, Column

from handlers.kit import labels
from handlers.kit.actions import action, number
from handlers.kit.navigation import open_dialog
from handlers.kit.screens import Say, SayEach, Screen, button, choice, go, leave
from handlers.kit.starting import adopt
from handlers.kit.turn import remark, unit_of, words_of
from handlers.kit.turning import page_buttons, page_of, turning
from handlers.roadmaps.place import place_of
from handlers.roadmaps.states import Executors
from mentoring.roadmaps import naming
from mentoring.roadmaps.executing import KEEPERS, SCHOOLS, Choice, Holder
from mentoring.roadmaps.naming import Named
from mentoring.roadmaps.wording import LINE_LIMIT, clip
from mentoring.roles import Role

_PAGE = 6
_MOST_PEOPLE = 20


async def list_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    found = await naming.listed(unit_of(dialog_manager), organisation_id=place_of(dialog_manager))
    page = page_of(dialog_manager)
    shown = [_row(dialog_manager, one) for one in found[page * _PAGE : (page + 1) * _PAGE]]
    waiting = sum(1 for one in found if not one.decided)
    return {
        "rows": shown,
        "waiting": waiting,
        "asks": waiting > 0,
        "none": not found,
        **turning(page, more=(page + 1) * _PAGE < len(found)),
    }


def _row(manager: DialogManager, one: Named) -> dict[str, Any]:
    return {
        "id": one.id,
        "label": labels.shortened(one.words, labels.WHOLE),
        "words": clip(one.words, LINE_LIMIT),
        "activities": one.activities,
        "holder": _holder(manager, one),
        "decided": "yes" if one.decided else "no",
        "gone": "yes" if one.gone else "no",
    }


def _holder(manager: DialogManager, one: Named) -> str:
    words, choice = words_of(manager), one.choice
    if choice.holder is Holder.PERSON:
        return one.person
    if choice.holder is Holder.ROLE:
        return words.plain(f"roadmap-holder-{choice.role}")
    return words.plain(f"roadmap-holder-{choice.holder}")


async def on_all(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    count = await naming.accept_all(unit_of(manager), organisation_id=place_of(manager))
    remark(manager, "roadmap-executors-accepted", count=count)


async def on_one(_callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str) -> None:
    manager.dialog_data["executor"] = number(item)
    await manager.switch_to(Executors.one)


def _executor(manager: DialogManager) -> int:
    return number(str(manager.dialog_data.get("executor", "")))


async def one_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    words = words_of(dialog_manager)
    found = await naming.answers(unit_of(dialog_manager), executor_id=_executor(dialog_manager))
    choices = [{"id": "keepers", "label": words.plain("roadmap-holder-keepers")}]
    if found.has_schools:
        choices.append({"id": "schools", "label": words.plain("roadmap-holder-schools")})
    choices += [
        {"id": f"role-{role}", "label": words.plain(f"roadmap-holder-{role}")}
        for role in found.roles
    ]
    choices += [
        {"id": str(person), "label": labels.shortened(name, labels.WHOLE)}
        for person, name in found.people[:_MOST_PEOPLE]
    ]
    return {**_row(dialog_manager, found.named), "choices": choices}


async def on_choice(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    await naming.decide(unit_of(manager), executor_id=_executor(manager), choice=_chosen(item))
    remark(manager, "roadmap-executor-saved")
    await manager.switch_to(Executors.list)


def _chosen(item: str) -> Choice:
    """Out of callback data, which may be forged: the use case checks it."""
    plain = {"keepers": KEEPERS, "schools": SCHOOLS}
    if item in plain:
        return plain[item]
    role = item.removeprefix("role-")
    if role in set(Role):
        return Choice(Holder.ROLE, role=Role(role))
    return Choice(Holder.PERSON, person_id=number(item))


@action("roadmap-executors")
async def open_executors(manager: DialogManager, argument: str) -> None:
    await open_dialog(manager, Executors.list, {"organisation": number(argument)})


def dialog() -> Dialog:
    return Dialog(
        Screen(
            Say("roadmap-executors"),
            SayEach("roadmap-executor", "rows"),
            Say("roadmap-executors-none", when="none"),
            button("roadmap-executors-accept", "all", on_all, when="asks"),
            Column(choice("x", "rows", on_one)),
            page_buttons(),
            leave("button-back"),
            state=Executors.list,
            getter=list_data,
        ),
        Screen(
            Say("roadmap-executor-ask"),
            Column(choice("c", "choices", on_choice)),
            go("button-back", "back", Executors.list),
            state=Executors.one,
            getter=one_data,
        ),
        on_start=adopt,
    )
