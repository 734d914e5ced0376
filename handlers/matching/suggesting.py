"""Matching in the curator's chat: a list of suggested pairs, a card for each, all at once."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button, Start

from handlers.kit.actions import action, number
from handlers.kit.labels import HALF, shortened
from handlers.kit.navigation import open_dialog
from handlers.kit.paging import shown
from handlers.kit.screens import Say, SayEach, Screen, button, choice, go, leave, pages
from handlers.kit.turn import remark, unit_of, words_of
from handlers.matching import alone, reasons
from handlers.matching.states import Matching, Tuning
from handlers.pairs.states import Drafts
from handlers.people.participants import my_school
from mentoring.matching import ruling, suggesting
from mentoring.matching.loading import BAR, PIN
from mentoring.programmes import programmes

_PAGE = 6


async def begin(data: Any, manager: DialogManager) -> None:
    """At the programme a button named, or the only one there is; else it is chosen."""
    wanted = data.get("programme") if isinstance(data, dict) else None
    found = await _open_programmes(manager)
    only = found[0].id if len(found) == 1 else None
    manager.dialog_data["several"] = len(found) > 1
    if wanted or only:
        manager.dialog_data["programme"] = wanted or only
        await manager.switch_to(Matching.list)


async def _open_programmes(manager: DialogManager) -> list[programmes.ProgrammeView]:
    found = await programmes.listed(unit_of(manager), organisation_id=my_school(manager))
    return [one for one in found if one.status != programmes.ProgrammeStatus.ENDED]


def _programme(manager: DialogManager) -> int:
    return int(manager.dialog_data.get("programme", 0))


async def programme_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    found = await _open_programmes(dialog_manager)
    rows = [{"id": one.id, "label": shortened(one.title, 2 * HALF)} for one in found]
    return {"programmes": rows, "count": len(rows)}


def _row(place: int, view: suggesting.View) -> dict[str, Any]:
    return {
        "id": view.id,
        "n": place,
        "label": f"{place}",
        "mentee": view.mentee,
        "mentor": view.mentor or "",
        "score": view.score,
        "days": view.waiting_days,
    }


async def list_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    found = await suggesting.overview(
        unit_of(dialog_manager), programme_id=_programme(dialog_manager)
    )
    rows = [_row(place, view) for place, view in enumerate(found.suggested, start=1)]
    return {
        "title": found.title,
        "made": "yes" if found.made_at else "no",
        "made_any": found.made_at is not None,
        "pairs": rows,
        "shown": await shown(dialog_manager, "pp", rows, _PAGE),
        "count": len(rows),
        "alone": len(await alone.alone(dialog_manager)),
        "several": dialog_manager.dialog_data.get("several", False),
    }


async def card_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    words = words_of(dialog_manager)
    view = await suggesting.card(
        unit_of(dialog_manager), suggestion_id=dialog_manager.dialog_data.get("suggestion", 0)
    )
    pros, cons = reasons.lines(words, view.pros), reasons.lines(words, view.cons)
    return {
        "mentee": view.mentee,
        "mentor": view.mentor or "",
        "found": view.mentor is not None,
        "none": view.mentor is None,
        "score": view.score,
        "days": view.waiting_days,
        "pros": pros,
        "cons": cons,
        "has_pros": bool(pros) and view.mentor is not None,
        "has_cons": bool(cons),
        "others": view.others,
        "has_others": view.others > 0,
    }


async def on_programme(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    manager.dialog_data["programme"] = number(item)
    await manager.switch_to(Matching.list)


async def on_match(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await suggesting.start(unit_of(manager), programme_id=_programme(manager))
    remark(manager, "match-started")


async def on_pair(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    manager.dialog_data["suggestion"] = number(item)
    await manager.switch_to(Matching.card)


def _suggestion(manager: DialogManager) -> int:
    return int(manager.dialog_data.get("suggestion", 0))


async def on_accept(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await suggesting.accept(unit_of(manager), suggestion_id=_suggestion(manager))
    remark(manager, "match-drafted")
    await manager.switch_to(Matching.list)


async def on_another(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await suggesting.another(unit_of(manager), suggestion_id=_suggestion(manager))


async def on_skip(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await suggesting.skip(unit_of(manager), suggestion_id=_suggestion(manager))
    remark(manager, "match-skipped")
    await manager.switch_to(Matching.list)


async def on_pin(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await ruling.of_suggestion(unit_of(manager), suggestion_id=_suggestion(manager), kind=PIN)
    remark(manager, "match-pinned")


async def on_bar(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await ruling.of_suggestion(unit_of(manager), suggestion_id=_suggestion(manager), kind=BAR)
    remark(manager, "match-barred")


async def on_tune(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await manager.start(Tuning.menu, {"programme": _programme(manager)})


async def on_all(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    made, left = await suggesting.accept_all(unit_of(manager), programme_id=_programme(manager))
    remark(manager, "match-all-made", count=made, left=left)
    await manager.switch_to(Matching.list)


@action("match")
async def look(manager: DialogManager, argument: str) -> None:
    """Under the message that suggestions are ready."""
    await open_dialog(manager, Matching.programme, {"programme": number(argument)})


def dialog() -> Dialog:
    return Dialog(
        Screen(
            Say("match-programme"),
            pages(choice("g", "programmes", on_programme), "gp"),
            leave("button-back"),
            state=Matching.programme,
            getter=programme_data,
        ),
        Screen(
            Say("match-list"),
            SayEach("match-row", "shown"),
            pages(choice("p", "pairs", on_pair), "pp", height=_PAGE),
            go("match-all", "all", Matching.all, when="count"),
            go("match-alone", "alone", Matching.alone, when="alone"),
            Start(Say("drafts-open", plain=True), id="drafts", state=Drafts.list, when="made_any"),
            button("match-run", "run", on_match),
            button("tune", "tune", on_tune),
            go("match-other-programme", "programme", Matching.programme, when="several"),
            leave("button-back"),
            state=Matching.list,
            getter=list_data,
        ),
        Screen(
            Say("match-card", when="found"),
            Say("match-card-none", when="none"),
            Say("match-pros", when="has_pros"),
            SayEach("match-reason", "pros"),
            Say("match-cons", when="has_cons"),
            SayEach("match-reason", "cons"),
            button("match-accept", "accept", on_accept, when="found"),
            button("match-another", "another", on_another, when="has_others"),
            button("match-pin", "pin", on_pin, when="found"),
            button("match-bar", "bar", on_bar, when="found"),
            button("match-skip", "skip", on_skip),
            go("button-back", "back", Matching.list),
            state=Matching.card,
            getter=card_data,
        ),
        *alone.screens(),
        Screen(
            Say("match-all-sure"),
            button("match-all-yes", "yes", on_all),
            go("button-back", "back", Matching.list),
            state=Matching.all,
            getter=list_data,
        ),
        on_start=begin,
    )
