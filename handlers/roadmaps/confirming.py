"""A draft comes into force: what is past by then, what differs from the plan before, who signs."""

from datetime import date
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button

from core.translator import Markup, Words
from handlers.kit.calendar import DayCalendar, usual_bounds
from handlers.kit.dates import parse_day
from handlers.kit.orders import parse_order
from handlers.kit.screens import Say, Screen, button, go, typed
from handlers.kit.turn import remark, unit_of, words_of
from handlers.kit.turning import page_buttons, page_of, to_first_page, turning
from handlers.roadmaps.place import draft_of
from handlers.roadmaps.states import Review, Tasks
from handlers.roadmaps.wording import deadline_words
from mentoring.roadmaps import approving, replacing
from mentoring.roadmaps import confirming as plans
from mentoring.roadmaps.confirming import Past
from mentoring.roadmaps.wording import HEAD_LIMIT, clip

_DAY_INPUT_LIMIT = 40
_ORDER_INPUT_LIMIT = 80
# Numbers of past rows, and rows that differ, that a screen names; the rest is counted.
_MOST_NUMBERS = 12
_MOST_CHANGES = 8


async def confirm_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    unit = unit_of(dialog_manager)
    keep = dialog_manager.dialog_data.get("keep")
    found = await plans.preview(unit, roadmap_id=draft_of(dialog_manager), keep=keep)
    past = bool(found.past)
    keep = found.replaces and (found.same_plan if keep is None else bool(keep))
    # What is shown is what is confirmed, should another plan come into force meanwhile.
    dialog_manager.dialog_data["keep"] = keep if found.replaces else None
    return {
        "activities": found.activities,
        "dated": found.dated,
        "unanswered": found.unanswered,
        "asks": found.unanswered > 0,
        "count": len(found.past),
        "numbers": ", ".join(found.past[:_MOST_NUMBERS]),
        "more": max(0, len(found.past) - _MOST_NUMBERS),
        "due": found.next_due or unit.today(),
        "has_due": found.next_due is not None,
        "replaces": found.replaces and not keep,
        "keeps": keep,
        "kept": found.kept,
        **{str(change): count for change, count in found.changes.items()},
        "compared": found.replaces,
        "past": past,
        "plain": not past and not found.replaces,
        "replacing": not past and found.replaces,
    }


async def on_keep(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """A new version of the plan in force, or the plan of another year: the other of both."""
    manager.dialog_data["keep"] = not manager.dialog_data.get("keep")


async def on_changes(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    to_first_page(manager)
    await manager.switch_to(Review.changes)


async def changes_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    words, page = words_of(dialog_manager), page_of(dialog_manager)
    found = await replacing.differences(
        unit_of(dialog_manager), roadmap_id=draft_of(dialog_manager)
    )
    shown = found[page * _MOST_CHANGES : (page + 1) * _MOST_CHANGES]
    return {
        "list": Markup("\n\n".join(_change(words, one) for one in shown)),
        "none": not found,
        **turning(page, more=(page + 1) * _MOST_CHANGES < len(found)),
    }


def _change(words: Words, one: replacing.Changed) -> str:
    """A row that differs, as HTML."""
    same = one.title == one.old_title or not one.old_title
    return words(
        f"roadmap-change-{one.change}",
        number=one.number,
        title=clip(one.title, HEAD_LIMIT),
        before=deadline_words(words, one.before) if one.before else "",
        after=deadline_words(words, one.after) if one.after else "",
        old=clip(one.old_title, HEAD_LIMIT),
        renamed="no" if same else "yes",
    )


async def _confirm(manager: DialogManager, past: Past | None, day: date | None = None) -> None:
    """Where there is a head to sign, that comes first."""
    manager.dialog_data.update(past=past, pastday=day.isoformat() if day else "")
    if await approving.has_head(unit_of(manager), roadmap_id=draft_of(manager)):
        await manager.switch_to(Review.sign)
    else:
        await _into_force(manager)


def _settled(manager: DialogManager) -> dict[str, Any]:
    """What was answered on the way to the signature."""
    past, day = manager.dialog_data.get("past"), manager.dialog_data.get("pastday")
    return {
        "roadmap_id": draft_of(manager),
        "past": Past(past) if past else None,
        "day": date.fromisoformat(day) if day else None,
        "keep": bool(manager.dialog_data.get("keep")),
    }


async def _into_force(manager: DialogManager) -> None:
    new = await plans.confirm(unit_of(manager), **_settled(manager))
    remark(manager, "roadmap-confirmed" if new else "roadmap-confirmed-already")
    await manager.done()
    await manager.start(Tasks.home)


async def on_send(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await approving.send(unit_of(manager), **_settled(manager))
    remark(manager, "roadmap-sent-to-head")
    await manager.switch_to(Review.overview)


async def on_order(manager: DialogManager, text: str) -> None:
    """Approved on paper already: the plan comes into force under that order."""
    unit = unit_of(manager)
    order = parse_order(text, today=unit.today(), language=words_of(manager).language)
    if order is None:
        remark(manager, "order-not-understood")
        return
    await plans.confirm(unit, **_settled(manager))
    await approving.note_order(unit, roadmap_id=draft_of(manager), number=order[0], day=order[1])
    remark(manager, "roadmap-confirmed")
    await manager.done()
    await manager.start(Tasks.home)


def _confirming(past: Past | None) -> Any:
    async def on_confirm(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
        await _confirm(manager, past)

    return on_confirm


async def on_past_day(manager: DialogManager, day: date) -> None:
    await _confirm(manager, Past.MOVED, day)


async def on_typed_past_day(manager: DialogManager, text: str) -> None:
    today, language = unit_of(manager).today(), words_of(manager).language
    day = parse_day(text, today=today, language=language)
    if day is None:
        remark(manager, "calendar-unread")
    else:
        await on_past_day(manager, day)


def _from_today(manager: DialogManager) -> tuple[date, date]:
    return unit_of(manager).today(), usual_bounds(manager)[1]


def screens() -> list[Screen]:
    """The windows from "confirm" to the plan in force."""
    return [
        Screen(
            Say("roadmap-confirm"),
            Say("roadmap-confirm-due", when="has_due"),
            Say("roadmap-confirm-unanswered", when="asks"),
            Say("roadmap-confirm-replaces", when="replaces"),
            Say("roadmap-confirm-keeps", when="keeps"),
            Say("roadmap-confirm-past", when="past"),
            button("roadmap-confirm-button", "yes", _confirming(None), when="plain"),
            button("roadmap-replace", "replace", _confirming(None), when="replacing"),
            button("roadmap-past-done", "pastdone", _confirming(Past.DONE), when="past"),
            button("roadmap-past-open", "pastopen", _confirming(Past.OPEN), when="past"),
            go("roadmap-past-moved", "pastday", Review.past_day, when="past"),
            button("roadmap-changes-button", "changes", on_changes, when="compared"),
            button("roadmap-keep-button", "keep", on_keep, when="replaces"),
            button("roadmap-anew-button", "anew", on_keep, when="keeps"),
            go("button-back", "back", Review.overview),
            state=Review.confirm,
            getter=confirm_data,
        ),
        Screen(
            Say("roadmap-past-day"),
            DayCalendar("day", on_past_day, bounds=_from_today),
            typed(on_typed_past_day, limit=_DAY_INPUT_LIMIT),
            go("button-back", "back", Review.confirm),
            state=Review.past_day,
            getter=confirm_data,
        ),
        Screen(
            Say("roadmap-sign"),
            button("roadmap-sign-send", "send", on_send),
            go("roadmap-sign-paper", "paper", Review.order),
            go("button-back", "back", Review.confirm),
            state=Review.sign,
        ),
        Screen(
            Say("roadmap-order-ask"),
            typed(on_order, limit=_ORDER_INPUT_LIMIT),
            go("button-back", "back", Review.sign),
            state=Review.order,
        ),
        Screen(
            Say("roadmap-changes"),
            Say("roadmap-changes-none", when="none"),
            page_buttons(),
            go("button-back", "back", Review.confirm),
            state=Review.changes,
            getter=changes_data,
        ),
    ]
