"""The curator's list: who needs a word now, and the rules of care."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button, Column

from handlers.care import helping
from handlers.care.states import Focus, Thread
from handlers.council import passing as council
from handlers.kit import menu
from handlers.kit.actions import action, number
from handlers.kit.labels import HALF, WHOLE, shortened
from handlers.kit.navigation import open_dialog
from handlers.kit.paging import shown
from handlers.kit.screens import Say, SayEach, Screen, button, choice, go, leave, pages, typed
from handlers.kit.turn import remark, unit_of, words_of
from handlers.pairs.states import Pairs
from handlers.people.participants import my_school
from mentoring.care import asking, rules, silence
from mentoring.council import passing
from mentoring.roles import Role

_PAGE = 6
_CALLED = 6


async def _focus(manager: DialogManager) -> silence.Focus:
    return await silence.focus(unit_of(manager), organisation_id=my_school(manager))


def _row(manager: DialogManager, one: silence.Quiet) -> dict[str, Any]:
    words = words_of(manager)
    said = [
        words.plain("focus-said", name=each.name, said=each.answer or "nothing")
        for each in one.said
    ]
    label = f"{shortened(one.mentees, HALF)} \u2013 {shortened(one.mentors, HALF)}"
    return {
        "id": one.pair_id,
        "label": shortened(label, WHOLE),
        "mentees": one.mentees,
        "mentors": one.mentors,
        "days": one.days,
        "said": "; ".join(said) or words.plain("focus-not-asked"),
    }


async def list_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    found = await _focus(dialog_manager)
    rows = [_row(dialog_manager, one) for one in found.pairs]
    calls = [{"id": call_id, "label": shortened(name, WHOLE)} for call_id, name in found.calls]
    return {
        "pairs": rows,
        "shown": await shown(dialog_manager, "fp", rows, _PAGE),
        "count": len(rows),
        "calls": calls[:_CALLED],
        "called": len(calls),
    }


async def card_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    wanted = dialog_manager.dialog_data.get("pair", 0)
    found = next(
        (one for one in (await _focus(dialog_manager)).pairs if one.pair_id == wanted), None
    )
    glance = await passing.glance(unit_of(dialog_manager), pair_id=wanted) if found else None
    return {
        **_row(dialog_manager, found or silence.Quiet(0, "-", "-", 0, None, ())),
        "council": glance is not None and glance.exists,
    }


async def rules_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    kept, people = await rules.read(
        unit_of(dialog_manager), organisation_id=my_school(dialog_manager)
    )
    turn = [one for one in people if one.place]
    return {
        "minutes": kept.minutes,
        "days": kept.silent_days,
        "lines": kept.lines or words_of(dialog_manager).plain("help-lines"),
        "turn": [{"place": one.place, "name": one.name} for one in turn],
        "people": [{"id": one.id, "label": shortened(one.name, WHOLE)} for one in people],
    }


async def on_pair(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    manager.dialog_data["pair"] = number(item)
    await manager.switch_to(Focus.card)


async def on_call(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    await helping.take(manager, item)


def _doing(use_case: Any, said: str) -> Any:
    async def on_press(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
        await use_case(unit_of(manager), pair_id=manager.dialog_data.get("pair", 0))
        remark(manager, said)
        await manager.switch_to(Focus.list)

    return on_press


async def on_open(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Replacement and everything else stand on the pair's own card."""
    await manager.start(Pairs.card, {"pair": manager.dialog_data.get("pair", 0)})


async def on_first(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    await _change(manager, first=number(item))


async def _change(manager: DialogManager, **what: Any) -> None:
    await rules.change(unit_of(manager), organisation_id=my_school(manager), **what)
    remark(manager, "care-kept")
    await manager.switch_to(Focus.rules)


def _typed_number(field: str) -> Any:
    async def on_number(manager: DialogManager, text: str) -> None:
        if not (text.isascii() and text.isdigit() and len(text) < 6):
            remark(manager, "care-number")
            return
        await _change(manager, **{field: int(text)})

    return on_number


async def on_lines(manager: DialogManager, text: str) -> None:
    await _change(manager, lines=text)


async def on_usual(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await _change(manager, lines="")


@action("care-focus")
async def look(manager: DialogManager, _argument: str) -> None:
    """Under a notice to the curator."""
    await open_dialog(manager, Focus.list)


def _rules() -> list[Screen]:
    return [
        Screen(
            Say("care-rules"),
            SayEach("care-turn", "turn"),
            pages(choice("f", "people", on_first), "cp", height=4),
            go("care-minutes", "minutes", Focus.minutes),
            go("care-days", "days", Focus.days),
            go("care-lines", "lines", Focus.lines),
            go("button-back", "back", Focus.list),
            state=Focus.rules,
            getter=rules_data,
        ),
        Screen(
            Say("care-minutes-how"),
            typed(_typed_number("minutes"), limit=10),
            go("button-back", "back", Focus.rules),
            state=Focus.minutes,
            getter=rules_data,
        ),
        Screen(
            Say("care-days-how"),
            typed(_typed_number("silent_days"), limit=10),
            go("button-back", "back", Focus.rules),
            state=Focus.days,
            getter=rules_data,
        ),
        Screen(
            Say("care-lines-how"),
            typed(on_lines, limit=rules.LINES_LIMIT),
            button("care-lines-usual", "usual", on_usual),
            go("button-back", "back", Focus.rules),
            state=Focus.lines,
            getter=rules_data,
        ),
    ]


async def on_thread(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    pair_id = manager.dialog_data.get("pair", 0)
    if await asking.may_read(unit_of(manager), pair_id=pair_id):
        await manager.start(Thread.now, {"pair": pair_id})
    else:
        remark(manager, "pair-thread-private")


def dialog() -> Dialog:
    menu.entry("focus", "menu-focus", Focus.list, Role.CURATOR, group="people")
    return Dialog(
        Screen(
            Say("focus-list"),
            SayEach("focus-row", "shown"),
            Column(choice("c", "calls", on_call)),
            pages(choice("p", "pairs", on_pair), "fp", height=_PAGE),
            go("care-rules-open", "rules", Focus.rules),
            leave("button-home"),
            state=Focus.list,
            getter=list_data,
        ),
        Screen(
            Say("focus-card"),
            button("focus-encourage", "write", _doing(silence.encourage, "focus-encouraged")),
            button("focus-rest", "rest", _doing(silence.rest, "focus-rested")),
            button("focus-open", "open", on_open),
            button("focus-thread", "thread", on_thread),
            button("council-open", "council", council.on_open, when="council"),
            button("focus-settle", "settle", _doing(silence.settle, "focus-settled")),
            go("button-back", "back", Focus.list),
            state=Focus.card,
            getter=card_data,
        ),
        *_rules(),
    )
