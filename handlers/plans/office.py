"""Programmes of the school's pairs: read one by one, approved or given back with a remark."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button, Column, Start

from handlers.kit import menu
from handlers.kit.actions import action, number
from handlers.kit.labels import HALF, WHOLE, shortened
from handlers.kit.navigation import open_dialog
from handlers.kit.paging import shown
from handlers.kit.screens import Say, SayEach, Screen, button, choice, go, leave, pages, typed
from handlers.kit.starting import adopt
from handlers.kit.turn import remark, unit_of, words_of
from handlers.kit.turning import page_buttons, to_first_page
from handlers.plans.bank import line_rows
from handlers.plans.showing import history_data, plan_data
from handlers.plans.states import PlanBank, PlanOffice
from mentoring.papers import plan_papers
from mentoring.plans import approving, banking, reading
from mentoring.plans.rules import REMARK_LIMIT, Status
from mentoring.roles import Role

_PAGE = 8


def _pair(manager: DialogManager) -> int:
    return int(manager.dialog_data.get("pair", 0))


def deciding_school(manager: DialogManager) -> int:
    """Where the person approves: as a curator or one of the council; 0 where they do not."""
    seat = unit_of(manager).actor.seat(Role.CURATOR, Role.COUNCIL)
    return seat.organisation_id if seat else 0


async def list_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    words = words_of(dialog_manager)
    found = await approving.listed(
        unit_of(dialog_manager), organisation_id=deciding_school(dialog_manager)
    )
    rows = [
        {
            "id": row.pair_id,
            "label": words.plain(
                "pairs-label",
                mentor=shortened(row.mentors, HALF),
                mentee=shortened(row.mentees, HALF),
            ),
            "mentors": shortened(row.mentors, WHOLE),
            "mentees": shortened(row.mentees, WHOLE),
            "status": words.plain(f"personal-status-{row.status or 'none'}"),
            "changed": "yes" if row.waits and row.status == Status.APPROVED else "no",
        }
        for row in found
    ]
    return {
        "pairs": rows,
        "shown": await shown(dialog_manager, "pp", rows, _PAGE),
        "count": len(rows),
        "waits": sum(row.waits for row in found),
        "without": sum(row.status is None for row in found),
    }


async def office_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    words = words_of(dialog_manager)
    plan = await reading.of_pair(unit_of(dialog_manager), pair_id=_pair(dialog_manager))
    waits = plan.status == Status.SENT or plan.changed
    return {
        **plan_data(dialog_manager, plan),
        "begun": plan.begun,
        "waits": waits,
        # The press carries what was read.
        "versions": [{"id": plan.version, "label": words.plain("personal-approve")}]
        if waits
        else [],
        "has_history": plan.status in {Status.SENT, Status.APPROVED} or bool(plan.remark),
    }


async def changes_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    found = await reading.history(unit_of(dialog_manager), pair_id=_pair(dialog_manager))
    return history_data(dialog_manager, found)


async def on_pair(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    manager.dialog_data["pair"] = number(item)
    to_first_page(manager)
    await manager.switch_to(PlanOffice.plan)


async def on_document(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await plan_papers.send(unit_of(manager), pair_id=_pair(manager))
    remark(manager, "order-sent")


async def on_approve(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    await approving.approve(unit_of(manager), pair_id=_pair(manager), version=item)
    remark(manager, "personal-approved")
    await manager.switch_to(PlanOffice.list)


async def on_give_back(manager: DialogManager, text: str) -> None:
    await approving.give_back(unit_of(manager), pair_id=_pair(manager), remark=text)
    remark(manager, "personal-given-back")
    await manager.switch_to(PlanOffice.list)


async def keep_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    found = await banking.preview(unit_of(dialog_manager), pair_id=_pair(dialog_manager))
    return {"lines": line_rows(words_of(dialog_manager), found)}


async def on_keep(manager: DialogManager, text: str) -> None:
    made = await banking.keep(unit_of(manager), pair_id=_pair(manager), title=text)
    remark(manager, "personal-kept-done")
    await manager.switch_to(PlanOffice.plan)
    await manager.start(PlanBank.card, {"template": made})


@action("programmes")
async def open_programmes(manager: DialogManager, _argument: str) -> None:
    """Out of the morning digest: what waits for approval."""
    await open_dialog(manager, PlanOffice.list)


def dialog() -> Dialog:
    menu.entry("personal", "menu-personal", PlanOffice.list, Role.COUNCIL)
    return Dialog(
        Screen(
            Say("personal-office"),
            SayEach("personal-office-row", "shown"),
            pages(choice("p", "pairs", on_pair), "pp", height=_PAGE),
            Start(Say("personal-bank-open", plain=True), id="bank", state=PlanBank.list),
            leave("button-back"),
            state=PlanOffice.list,
            getter=list_data,
        ),
        Screen(
            Say("personal-plan"),
            SayEach("personal-line", "lines"),
            page_buttons(),
            Column(choice("approve", "versions", on_approve)),
            go("personal-give-back", "give", PlanOffice.back, when="waits"),
            go("personal-history", "history", PlanOffice.history, when="has_history"),
            button("personal-document", "document", on_document, when="begun"),
            go("personal-keep", "keep", PlanOffice.keep, when="begun"),
            go("personal-all", "all", PlanOffice.list),
            leave("button-back"),
            state=PlanOffice.plan,
            getter=office_data,
        ),
        Screen(
            Say("personal-give-back-ask"),
            typed(on_give_back, limit=REMARK_LIMIT),
            go("button-back", "back", PlanOffice.plan),
            state=PlanOffice.back,
            getter=office_data,
        ),
        Screen(
            Say("personal-changes"),
            SayEach("personal-change", "changes"),
            go("button-back", "back", PlanOffice.plan),
            state=PlanOffice.history,
            getter=changes_data,
        ),
        Screen(
            Say("personal-keep-how"),
            SayEach("personal-kept-line", "lines"),
            typed(on_keep, limit=banking.TITLE_LIMIT),
            go("button-back", "back", PlanOffice.plan),
            state=PlanOffice.keep,
            getter=keep_data,
        ),
        on_start=adopt,
    )
