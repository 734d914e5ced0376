"""Results of pairs before the council: a mark for each criterion, sent once."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button, Group

from handlers.council.states import Judging
from handlers.council.wording import marks_of, of_pair, row_of
from handlers.kit.actions import number
from handlers.kit.labels import HALF, shortened
from handlers.kit.screens import Say, SayEach, Screen, button, choice, go, leave, pages
from handlers.kit.starting import adopt
from handlers.kit.turn import remark, unit_of, words_of
from handlers.plans.office import deciding_school
from handlers.plans.states import PlanOffice
from mentoring.council import answering, sheet
from mentoring.council.passing import Kind

# So many of those that are judged fit one message with the others.
_JUDGED = 6


async def _listed(manager: DialogManager) -> list[answering.Case]:
    return await answering.listed(
        unit_of(manager), organisation_id=deciding_school(manager), kind=Kind.RESULTS
    )


async def list_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    words = words_of(dialog_manager)
    found = await _listed(dialog_manager)
    judged = await answering.judged(
        unit_of(dialog_manager), organisation_id=deciding_school(dialog_manager)
    )
    rows = [
        {
            "mentors": shortened(one.mentors, HALF),
            "mentees": shortened(one.mentees, HALF),
            **marks_of(words, one.result),
        }
        for one in judged[:_JUDGED]
    ]
    return {
        "cases": [row_of(one) for one in found],
        "count": len(found),
        "judged": rows,
        "some": bool(rows),
    }


def _given(manager: DialogManager) -> dict[str, int]:
    return dict(manager.dialog_data.get("marks", {}))


async def card_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The first criterion without a mark."""
    words, case = words_of(dialog_manager), _case(dialog_manager)
    criteria = await answering.criteria(unit_of(dialog_manager), case_id=case)
    found = next((one for one in await _listed(dialog_manager) if one.id == case), None)
    given = _given(dialog_manager)
    left = [one for one in criteria if one not in given]
    return {
        **of_pair(found, unit_of(dialog_manager).today()),
        "place": len(criteria) - len(left) + 1,
        "count": len(criteria),
        "criterion": sheet.said(words, left[0]) if left else "-",
        "scale": [{"id": mark, "label": str(mark)} for mark in range(sheet.LEAST, sheet.MOST + 1)],
        "marks": [
            {"line": words.plain("council-mark", criterion=sheet.said(words, one), mark=mark)}
            for one, mark in given.items()
        ],
        "begun": bool(given),
    }


def _case(manager: DialogManager) -> int:
    return int(manager.dialog_data.get("case", 0))


async def on_case(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    case = number(item)
    found = next((one for one in await _listed(manager) if one.id == case), None)
    manager.dialog_data.update(case=case, marks={}, pair=found.pair_id if found else 0)
    await manager.switch_to(Judging.card)


async def on_mark(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    criteria = await answering.criteria(unit_of(manager), case_id=_case(manager))
    given = _given(manager)
    left = [one for one in criteria if one not in given]
    if left:
        given[left[0]] = min(max(number(item), sheet.LEAST), sheet.MOST)
        manager.dialog_data["marks"] = given
    if len(left) <= 1:
        await manager.switch_to(Judging.sure)


async def on_again(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    manager.dialog_data["marks"] = {}
    await manager.switch_to(Judging.card)


async def on_plan(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await manager.start(PlanOffice.plan, {"pair": manager.dialog_data.get("pair", 0)})


async def on_send(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await answering.judge(unit_of(manager), case_id=_case(manager), marks=_given(manager))
    remark(manager, "council-judged-done")
    await manager.switch_to(Judging.list)


def dialog() -> Dialog:
    return Dialog(
        Screen(
            Say("council-results"),
            SayEach("council-judged-row", "judged", when="some"),
            pages(choice("c", "cases", on_case), "cp"),
            leave("button-back"),
            state=Judging.list,
            getter=list_data,
        ),
        Screen(
            Say("council-result"),
            Group(choice("m", "scale", on_mark), width=5),
            button("council-read-plan", "plan", on_plan),
            button("council-again", "again", on_again, when="begun"),
            go("button-back", "back", Judging.list),
            state=Judging.card,
            getter=card_data,
        ),
        Screen(
            Say("council-sure"),
            SayEach("rules-line", "marks"),
            button("council-send-marks", "send", on_send),
            button("council-again", "again", on_again),
            go("button-back", "back", Judging.list),
            state=Judging.sure,
            getter=card_data,
        ),
        on_start=adopt,
    )
