"""The bank of programmes: what a school keeps, and what schools have shared with the department."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button

from core.translator import Words
from handlers.kit import menu
from handlers.kit.actions import number
from handlers.kit.labels import WHOLE, shortened
from handlers.kit.screens import Say, SayEach, Screen, button, choice, go, leave, pages
from handlers.kit.starting import adopt
from handlers.kit.turn import remark, unit_of, words_of
from handlers.kit.turning import page_buttons, page_of, turning
from handlers.plans.states import PlanBank
from mentoring.plans import banking, counting
from mentoring.plans.templates import Line
from mentoring.roles import GRANTS, OFFICE, Permission, Role

# So many lines of a programme fit one message whatever they say.
_LINES, _LINE = 25, 110
_WEEK = 7
# Schools of a page, and of a name.
_SCHOOLS, _SCHOOL = 15, 60


def _place(manager: DialogManager) -> int:
    """Where the person sees the bank; 0 where they do not."""
    roles = [role for role in Role if Permission.SEE_PLAN_BANK in GRANTS[role]]
    seat = unit_of(manager).actor.seat(*roles)
    return seat.organisation_id if seat else 0


async def list_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    found = await banking.listed(unit_of(dialog_manager), organisation_id=_place(dialog_manager))
    rows = [{"id": one.id, "label": shortened(one.title, WHOLE)} for one in found]
    hat = unit_of(dialog_manager).actor.hat
    return {
        "kept": rows,
        "count": len(rows),
        "office": hat is not None and hat.role in OFFICE,
    }


async def schools_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Numbers alone: nobody above a school sees whose programme it is."""
    page = page_of(dialog_manager)
    found = await counting.by_school(
        unit_of(dialog_manager), organisation_id=_place(dialog_manager)
    )
    rows = [
        {
            "school": shortened(one.name, _SCHOOL),
            "pairs": one.pairs,
            "approved": one.approved,
            "waiting": one.waiting,
            "drafts": one.drafts,
            "late": one.late,
        }
        for one in found
    ]
    return {
        "schools": rows[page * _SCHOOLS : (page + 1) * _SCHOOLS],
        "count": len(rows),
        "pairs": sum(one.pairs for one in found),
        "approved": sum(one.approved for one in found),
        "late": sum(one.late for one in found),
        **turning(page, more=len(rows) > (page + 1) * _SCHOOLS),
    }


def line_rows(words: Words, lines: list[Line] | tuple[Line, ...]) -> list[dict[str, Any]]:
    """What `personal-kept-line` says of each line."""
    return [
        {
            "kind": words.plain(f"personal-kind-{line.kind}"),
            "title": shortened(line.title, _LINE),
            "timed": "no" if line.days is None else "yes",
            "week": 0 if line.days is None else max(1, -(-line.days // _WEEK)),
        }
        for line in lines[:_LINES]
    ]


async def card_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    template_id = dialog_manager.dialog_data.get("template", 0)
    found = await banking.card(unit_of(dialog_manager), template_id=template_id)
    hat = unit_of(dialog_manager).actor.hat
    keeps = found.own and hat is not None and Permission.APPROVE_PLANS in GRANTS[hat.role]
    return {
        "title": found.title,
        "organisation": shortened(found.organisation, 80),
        "shared": "yes" if found.shared else "no",
        "lines": line_rows(words_of(dialog_manager), found.lines),
        "can_share": keeps and not found.shared,
        "can_unshare": keeps and found.shared,
        "keeps": keeps,
    }


async def on_template(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    manager.dialog_data["template"] = number(item)
    await manager.switch_to(PlanBank.card)


async def _share(manager: DialogManager, *, shared: bool) -> None:
    template_id = manager.dialog_data.get("template", 0)
    await banking.share(unit_of(manager), template_id=template_id, shared=shared)
    remark(manager, "personal-shared" if shared else "personal-unshared")


async def on_share(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await _share(manager, shared=True)


async def on_unshare(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await _share(manager, shared=False)


async def on_remove(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    template_id = manager.dialog_data.get("template", 0)
    await banking.remove(unit_of(manager), template_id=template_id)
    remark(manager, "personal-removed")
    await manager.switch_to(PlanBank.list)


def dialog() -> Dialog:
    menu.entry(
        "plan_bank",
        "menu-plan-bank",
        PlanBank.list,
        Role.DEPARTMENT,
        Role.METHODOLOGIST,
        group="papers",
    )
    return Dialog(
        Screen(
            Say("personal-bank"),
            pages(choice("t", "kept", on_template), "tp"),
            go("personal-schools-open", "schools", PlanBank.schools, when="office"),
            leave("button-back"),
            state=PlanBank.list,
            getter=list_data,
        ),
        Screen(
            Say("personal-schools"),
            SayEach("personal-school", "schools"),
            page_buttons(),
            go("button-back", "back", PlanBank.list),
            state=PlanBank.schools,
            getter=schools_data,
        ),
        Screen(
            Say("personal-bank-card"),
            SayEach("personal-kept-line", "lines"),
            button("personal-share", "share", on_share, when="can_share"),
            button("personal-unshare", "unshare", on_unshare, when="can_unshare"),
            go("personal-remove", "remove", PlanBank.remove, when="keeps"),
            go("button-back", "back", PlanBank.list),
            state=PlanBank.card,
            getter=card_data,
        ),
        Screen(
            Say("personal-remove-sure"),
            button("personal-remove-yes", "yes", on_remove),
            go("button-back", "back", PlanBank.card),
            state=PlanBank.remove,
            getter=card_data,
        ),
        on_start=adopt,
    )
