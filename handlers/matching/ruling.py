"""Who is to be together in any case, who never: a list, and a new one out of two names."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button

from handlers.kit.actions import number
from handlers.kit.labels import HALF, WHOLE, shortened
from handlers.kit.paging import shown
from handlers.kit.screens import Say, SayEach, Screen, button, choice, go, pages
from handlers.kit.turn import remark, unit_of, words_of
from handlers.matching import reasons
from handlers.matching.states import Tuning
from mentoring.matching import ruling
from mentoring.matching.loading import BAR, PIN
from mentoring.matching.model import Reason

_PAGE = 6


async def _rules(manager: DialogManager) -> list[ruling.RuleView]:
    programme = int(manager.dialog_data.get("programme", 0))
    return await ruling.rules(unit_of(manager), programme_id=programme)


def _row(manager: DialogManager, rule: ruling.RuleView) -> dict[str, Any]:
    # Said as for somebody who has found nobody.
    barring = [Reason(f"none-{rule.why.key}")] if rule.why else []
    why = reasons.lines(words_of(manager), barring)
    names = f"{shortened(rule.mentee, HALF)} \u2013 {shortened(rule.mentor, HALF)}"
    return {
        "id": rule.id,
        "label": shortened(names, WHOLE),
        "kind": rule.kind,
        "mentee": rule.mentee,
        "mentor": rule.mentor,
        "stands": "no" if why else "yes",
        "why": why[0]["reason"] if why else "-",
    }


async def list_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    rows = [_row(dialog_manager, rule) for rule in await _rules(dialog_manager)]
    page = await shown(dialog_manager, "rp", rows, _PAGE)
    return {"rules": rows, "shown": page, "count": len(rows)}


async def rule_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    wanted = dialog_manager.dialog_data.get("rule", 0)
    found = next((rule for rule in await _rules(dialog_manager) if rule.id == wanted), None)
    return _row(dialog_manager, found or ruling.RuleView(0, PIN, "-", "-"))


async def _people(manager: DialogManager, side: str) -> list[dict[str, Any]]:
    programme = int(manager.dialog_data.get("programme", 0))
    found = await ruling.people(unit_of(manager), programme_id=programme, side=side)
    return [{"id": one.id, "label": shortened(one.name, WHOLE)} for one in found]


async def mentees_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    rows = await _people(dialog_manager, "mentee")
    return {"people": rows, "count": len(rows)}


async def mentors_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    rows = await _people(dialog_manager, "mentor")
    return {"people": rows, "count": len(rows)}


async def kind_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    data = dialog_manager.dialog_data
    named = {}
    for side in ("mentee", "mentor"):
        rows = await _people(dialog_manager, side)
        named[side] = next((row["label"] for row in rows if row["id"] == data.get(side)), "-")
    return named


async def on_rule(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    manager.dialog_data["rule"] = number(item)
    await manager.switch_to(Tuning.rule)


async def on_undo(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await ruling.remove(unit_of(manager), rule_id=manager.dialog_data.get("rule", 0))
    remark(manager, "rule-undone")
    await manager.switch_to(Tuning.rules)


async def on_mentee(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    manager.dialog_data["mentee"] = number(item)
    await manager.switch_to(Tuning.mentor)


async def on_mentor(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    manager.dialog_data["mentor"] = number(item)
    await manager.switch_to(Tuning.kind)


def _adding(kind: str) -> Any:
    async def on_kind(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
        data = manager.dialog_data
        await ruling.add(
            unit_of(manager),
            programme_id=int(data.get("programme", 0)),
            mentee_id=data.get("mentee", 0),
            mentor_id=data.get("mentor", 0),
            kind=kind,
        )
        remark(manager, "rule-kept")
        await manager.switch_to(Tuning.rules)

    return on_kind


def screens() -> list[Screen]:
    return [
        Screen(
            Say("rules-title"),
            SayEach("rule-row", "shown"),
            pages(choice("r", "rules", on_rule), "rp", height=_PAGE),
            go("rule-new", "new", Tuning.mentee),
            go("button-back", "back", Tuning.menu),
            state=Tuning.rules,
            getter=list_data,
        ),
        Screen(
            Say("rule-row"),
            button("rule-undo", "undo", on_undo),
            go("button-back", "back", Tuning.rules),
            state=Tuning.rule,
            getter=rule_data,
        ),
        Screen(
            Say("rule-mentee"),
            pages(choice("e", "people", on_mentee), "ep", height=_PAGE),
            go("button-back", "back", Tuning.rules),
            state=Tuning.mentee,
            getter=mentees_data,
        ),
        Screen(
            Say("rule-mentor"),
            pages(choice("m", "people", on_mentor), "mp", height=_PAGE),
            go("button-back", "back", Tuning.mentee),
            state=Tuning.mentor,
            getter=mentors_data,
        ),
        Screen(
            Say("rule-kind"),
            button("match-pin", "pin", _adding(PIN)),
            button("match-bar", "bar", _adding(BAR)),
            go("button-back", "back", Tuning.mentor),
            state=Tuning.kind,
            getter=kind_data,
        ),
    ]
