"""What the curator changes in a pair that works: pauses, its term, its mentor, its end."""

from datetime import date, timedelta
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button

from handlers.kit.actions import number
from handlers.kit.calendar import DayCalendar
from handlers.kit.dates import parse_day
from handlers.kit.labels import WHOLE, capital, shortened
from handlers.kit.screens import Say, SayEach, Screen, button, choice, go, pages, typed
from handlers.kit.turn import remark, unit_of, words_of
from handlers.pairs.states import Drafts, Pairs
from handlers.people.participants import my_school
from mentoring.pairs import applications, completing, grounds, life, pairs, replacing, rules
from mentoring.pairs.states import State
from mentoring.papers import pair_papers


def _pair(manager: DialogManager) -> int:
    return int(manager.dialog_data.get("pair", 0))


async def change_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    pair = (await pairs.card(unit_of(dialog_manager), pair_id=_pair(dialog_manager))).pair
    return {
        "mentors": ", ".join(pair.mentors),
        "mentees": ", ".join(pair.mentees),
        "active": pair.status == State.ACTIVE,
        "paused": pair.status == State.PAUSED,
        "day": unit_of(dialog_manager).today(),
    }


async def ground_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    words = words_of(dialog_manager)
    found = await life.reasons(unit_of(dialog_manager), pair_id=_pair(dialog_manager))
    rows = [
        {"id": place, "label": shortened(capital(grounds.said(words, ground)), WHOLE)}
        for place, ground in enumerate(found)
    ]
    return {**await change_data(dialog_manager), "grounds": rows}


async def end_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    said = grounds.said(words_of(dialog_manager), await _ground(dialog_manager))
    return {**await change_data(dialog_manager), "ground": said}


async def _ground(manager: DialogManager) -> str:
    """The chosen ground; the list may have been changed since, then it is its first one."""
    found = await life.reasons(unit_of(manager), pair_id=_pair(manager))
    place = int(manager.dialog_data.get("ground", 0))
    return found[place] if place < len(found) else found[0]


async def on_ground(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    manager.dialog_data["ground"] = number(item)
    await manager.switch_to(Pairs.end)


async def on_end(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    ground = await _ground(manager)
    await life.end(unit_of(manager), pair_id=_pair(manager), ground=ground)
    remark(manager, "pair-ended-done")
    await manager.switch_to(Pairs.card)


async def on_undo(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await life.undo_end(unit_of(manager), pair_id=_pair(manager))
    remark(manager, "pair-undo-done")


async def on_again(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    made = await life.new_cycle(unit_of(manager), pair_id=_pair(manager))
    remark(manager, "match-drafted")
    await manager.start(Drafts.card, {"pair": made})


async def pause_until(manager: DialogManager, day: date) -> None:
    await life.pause(unit_of(manager), pair_id=_pair(manager), until=day)
    remark(manager, "pair-pause-done")
    await manager.switch_to(Pairs.card)


async def extend_till(manager: DialogManager, day: date) -> None:
    await applications.propose_extension(unit_of(manager), pair_id=_pair(manager), until=day)
    remark(manager, "extension-asked")
    await manager.switch_to(Pairs.card)


async def typed_day(manager: DialogManager, text: str) -> date | None:
    """The day somebody wrote; None, with a remark, for what is no day."""
    day = parse_day(text, today=unit_of(manager).today(), language=words_of(manager).language)
    if day is None:
        remark(manager, "day-not-understood")
    return day


async def on_pause_text(manager: DialogManager, text: str) -> None:
    if day := await typed_day(manager, text):
        await pause_until(manager, day)


async def on_extend_text(manager: DialogManager, text: str) -> None:
    if day := await typed_day(manager, text):
        await extend_till(manager, day)


async def on_resume(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await life.resume(unit_of(manager), pair_id=_pair(manager))
    remark(manager, "pair-resume-done")
    await manager.switch_to(Pairs.card)


async def on_replace(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    made = await replacing.by_curator(unit_of(manager), pair_id=_pair(manager))
    if made is None:
        remark(manager, "replace-done-nobody")
        await manager.switch_to(Pairs.list)
        return
    remark(manager, "replace-done")
    await manager.switch_to(Pairs.list)
    await manager.start(Drafts.card, {"pair": made})


async def complete_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    found = await completing.look(unit_of(dialog_manager), pair_id=_pair(dialog_manager))
    return {
        **await change_data(dialog_manager),
        "meetings": found.meetings,
        "final": "yes" if found.has_final else "no",
        "asks": "yes" if found.asks else "no",
    }


async def on_complete(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await completing.complete(unit_of(manager), pair_id=_pair(manager))
    remark(manager, "pair-complete-done")
    await manager.switch_to(Pairs.card)


async def grounds_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    words = words_of(dialog_manager)
    found = await rules.end_grounds(
        unit_of(dialog_manager), organisation_id=my_school(dialog_manager)
    )
    own = found != grounds.SHIPPED
    rows = [{"line": grounds.said(words, ground)} for ground in found]
    return {"lines": rows, "own": own}


async def on_grounds(manager: DialogManager, text: str) -> None:
    await rules.set_grounds(unit_of(manager), organisation_id=my_school(manager), text=text)
    remark(manager, "rules-kept")
    await manager.switch_to(Pairs.ground)


async def on_usual(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await rules.set_grounds(unit_of(manager), organisation_id=my_school(manager), text=None)
    remark(manager, "rules-kept")
    await manager.switch_to(Pairs.ground)


async def on_certificate(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await pair_papers.send_certificates(unit_of(manager), pair_id=_pair(manager))
    remark(manager, "order-sent")


async def on_journal(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await pair_papers.send_journal(unit_of(manager), pair_id=_pair(manager))
    remark(manager, "order-sent")


def ahead(manager: DialogManager) -> tuple[date, date]:
    """From tomorrow to a year ahead."""
    tomorrow = unit_of(manager).today() + timedelta(days=1)
    return tomorrow, tomorrow + timedelta(days=365)


def screens() -> list[Screen]:
    return [
        Screen(
            Say("pair-change"),
            go("pair-pause", "pause", Pairs.pause, when="active"),
            button("pair-resume", "resume", on_resume, when="paused"),
            go("pair-extend", "extend", Pairs.extend),
            go("pair-replace", "replace", Pairs.replace),
            go("button-back", "back", Pairs.card),
            state=Pairs.change,
            getter=change_data,
        ),
        Screen(
            Say("pair-pause-ask"),
            DayCalendar("pause_day", pause_until, bounds=ahead),
            typed(on_pause_text, limit=40),
            go("button-back", "back", Pairs.change),
            state=Pairs.pause,
            getter=change_data,
        ),
        Screen(
            Say("pair-extend-ask"),
            DayCalendar("extend_day", extend_till),
            typed(on_extend_text, limit=40),
            go("button-back", "back", Pairs.change),
            state=Pairs.extend,
            getter=change_data,
        ),
        Screen(
            Say("pair-replace-sure"),
            button("pair-replace-yes", "yes", on_replace),
            go("button-back", "back", Pairs.change),
            state=Pairs.replace,
            getter=change_data,
        ),
        Screen(
            Say("pair-ground"),
            go("pair-complete", "complete", Pairs.complete),
            pages(choice("g", "grounds", on_ground), "gp"),
            go("pair-grounds-change", "grounds", Pairs.grounds),
            go("button-back", "back", Pairs.card),
            state=Pairs.ground,
            getter=ground_data,
        ),
        Screen(
            Say("pair-grounds"),
            SayEach("rules-line", "lines"),
            typed(on_grounds, limit=2000),
            button("rules-usual", "usual", on_usual, when="own"),
            go("button-back", "back", Pairs.ground),
            state=Pairs.grounds,
            getter=grounds_data,
        ),
        Screen(
            Say("pair-complete-sure"),
            button("pair-complete-yes", "yes", on_complete),
            go("button-back", "back", Pairs.ground),
            state=Pairs.complete,
            getter=complete_data,
        ),
        Screen(
            Say("pair-end-confirm"),
            button("pair-end-yes", "yes", on_end),
            go("button-back", "back", Pairs.ground),
            state=Pairs.end,
            getter=end_data,
        ),
    ]
